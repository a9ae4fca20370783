// What comes before the tests, side by side: the type check and what the tests on screen open.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scripts = ['typecheck:whole', 'typecheck:domain', 'prepare:tests'];

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

const outcomes = await Promise.all(scripts.map(run));
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
