// Runs the tests: the type check beside them, and before them what the tests on screen open. What is given is for Jest.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Resolves with whether a program has ended well. */
const succeeds = (child) =>
  new Promise((resolve) => child.on('close', (status) => resolve(status === 0)));

/** Runs one of the scripts of package.json; what it says is shown when it has ended. */
async function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const isWell = await succeeds(child);
  process.stderr.write(said);
  if (!isWell) console.error(`npm run ${script}: failed`);
  return isWell;
}

function jest() {
  const program = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['-c', join(root, 'test/rooms/jest.config.mjs'), ...process.argv.slice(2)];
  return succeeds(
    spawn(process.execPath, ['--max-semi-space-size=64', program, ...options], {
      cwd: root,
      stdio: 'inherit',
    }),
  );
}

const types = ['typecheck:whole', 'typecheck:domain'].map(run);
const tests = (await run('prepare:tests')) && (await jest());
const areTyped = (await Promise.all(types)).every(Boolean);
if (!areTyped) console.error('The type check failed: see above.');
process.exitCode = tests && areTyped ? 0 : 1;
