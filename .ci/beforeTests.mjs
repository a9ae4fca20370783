// What comes before the tests, in two lines side by side: the linter takes as long as everything else.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lines = [['lint:code'], ['typecheck', 'lint:format', 'prepare:tests']];

/** Runs one of the scripts of package.json; what it says is shown when it has ended. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    }
    child.on('close', (status) => {
      process.stderr.write(said);
      if (status !== 0) console.error(`npm run ${script}: failed`);
      resolve(status === 0);
    });
  });
}

const outcomes = await Promise.all(
  lines.map(async (line) => {
    for (const script of line) if (!(await run(script))) return false;
    return true;
  }),
);
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
