// Installs the locked packages when they are missing or older than the lock file; says nothing otherwise.
// `npm ci` would refuse the lock file where a registry lacks optional packages for other platforms.
// Output goes to standard error, so that a command's own standard output stays clean.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.installed-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;
if (!installed) {
  console.error('正在安装依赖包（只需一次）… / Installing packages (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(
    npm,
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (run.status !== 0) {
    console.error(
      '依赖包未能安装，请检查网络后重试。/ The packages could not be installed; check the network and try again.',
    );
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, lock);
}
