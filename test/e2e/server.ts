/** The workbench as `npm start` starts it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(__dirname, '../..');

export interface RunningWorkbench {
  /** Ends with a slash. */
  readonly address: string;
  readonly stop: () => void;
}

/**
 * Starts it on a free port; builds what is missing first (about half a minute).
 * `WORKBENCH` in the environment names one that is running already.
 */
export function startWorkbench(): Promise<RunningWorkbench> {
  const running = process.env['WORKBENCH'];
  if (running !== undefined) return Promise.resolve({ address: running, stop: () => undefined });
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
  const main = 'src/workbench/server/main.ts';
  const run = spawn(process.execPath, [tsx, main, '--port', '0', '--no-open'], { cwd: root });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += text.toString();
      const address = /Workbench: (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve({ address, stop: () => run.kill() });
    };
    run.stdout.on('data', hear);
    run.stderr.on('data', hear);
    run.on('exit', () => {
      reject(new Error(`the workbench did not start:\n${said}`));
    });
  });
}
