// Are copies that the page saves read by LibreOffice as by our own check? The tests that need it, apart from `npm test`.
//
//   node .ci/office.mjs            runs them where LibreOffice is; says so where it is not, and fails nothing
//   node .ci/office.mjs --install  has it installed first, by apt-get as root or by `sudo -n`
//   node .ci/office.mjs --tell     only says that they are not part of `npm test`
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const places = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The program; undefined where there is none. */
function find() {
  const named = [process.env['SOFFICE'], 'soffice', 'libreoffice', ...places.filter(existsSync)];
  return named.find(
    (name) => name && spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

/** Runs a command, ten minutes at most; what it says goes to standard error. */
function succeeds(command, args, env = process.env) {
  const timeout = 600_000;
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], timeout });
  return status === 0;
}

function install() {
  if (process.platform !== 'linux') return;
  const prefix = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-y', ...args];
    return succeeds(command, rest, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
  };
  const packages = ['install', '--no-install-recommends', 'libreoffice-calc'];
  if (!apt(...packages) && apt('update')) apt(...packages);
}

const asked = process.argv.slice(2);
if (asked.includes('--tell')) {
  console.error(
    'Not part of npm test: LibreOffice reading the copies that the page saves. npm run test:office',
  );
  process.exit(0);
}
if (asked.includes('--install') && find() === undefined) install();
const program = find();
if (program === undefined) {
  console.error(
    'NOT RUN: LibreOffice is not here and could not be installed, so that nobody but our own check has read the copies that the page saves.',
  );
  process.exit(0);
}
const env = { ...process.env, SOFFICE: program };
const jest = (...args) =>
  succeeds(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], env);
// Copies of files of every kind, and one that was made in a browser.
const outcomes = [
  jest('-c', 'test/office/jest.config.mjs'),
  jest('test/e2e/withoutExcel', '-t', 'opened, corrected, filled, explained and saved'),
];
process.exitCode = outcomes.every(Boolean) ? 0 : 1;
