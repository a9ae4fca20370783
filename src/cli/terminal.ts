/** Where a command's words go, and how a command becomes this process. */
import type { CalendarDay } from '../domain/rules/settings';

export interface Terminal {
  /** Resolves when the reader of a pipe has taken the text, so that nothing is lost at the end. */
  print(text: string): Promise<void>;
  /** A line beside the result, for whoever watches. */
  complain(line: string): void;
}

/** A command takes its arguments and resolves to its exit status. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const standard: Terminal = {
  print: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (error) reject(error);
        else resolve();
      });
    }),
  complain: (line) => {
    console.error(line);
  },
};

/** Runs the command as this process. Paths are relative to where npm was called, not to the project. */
export function runCommand(command: Command): void {
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  process.stdout.on('error', () => process.exit(2));
  void command(process.argv.slice(2), standard).then((status) => {
    process.exitCode = status;
  });
}

export function clockDay(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
