/** A command of the terminal run within the test: what it prints, and its exit status. */
import type { Command } from '../../src/cli/terminal';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Paths among the arguments are relative to `folder`. */
export async function runHere(
  command: Command,
  args: readonly string[],
  folder: string,
): Promise<Ran> {
  const before = process.cwd();
  let [out, err] = ['', ''];
  process.chdir(folder);
  try {
    const status = await command(args, {
      print: (text) => {
        out += text;
        return Promise.resolve();
      },
      complain: (line) => {
        err += line + '\n';
      },
    });
    return { status, out, err };
  } finally {
    process.chdir(before);
  }
}
