/** Which browser do the tests run in? The one packed for Linux, an installed Chrome or Edge elsewhere. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';
import { madeOnce } from '../../src/workbench/server/madeOnce';
import { fontSettings } from './fonts';

const root = join(__dirname, '../..');
const cache = join(root, 'node_modules', '.cache');

/** No graphics card, and no sandbox: containers have and allow none. */
const packedArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/** The package decides by the environment of the process what it unpacks, so it runs in one of its own. */
function unpack(place: string, environment: Readonly<Record<string, string>>): void {
  const script = `import('@sparticuz/chromium').then(({ default: c }) => c.executablePath())`;
  const env = { ...process.env, TMPDIR: place, ...environment };
  execFileSync(process.execPath, ['-e', script], { cwd: root, env });
}

const lacksLibraries = (program: string): boolean =>
  execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');

/** Unpacks the browser below node_modules, once, with the libraries it brings where the machine lacks them. */
async function packedBrowser(): Promise<LaunchOptions> {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = await madeOnce(cache, 'chromium', version, async (place) => {
    unpack(place, {});
    if (!lacksLibraries(join(place, 'chromium'))) return;
    // It adds its libraries only together with itself.
    await rm(join(place, 'chromium'));
    unpack(place, { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  });
  const libraries = join(folder, 'al2023', 'lib');
  return {
    executablePath: join(folder, 'chromium'),
    args: packedArguments,
    env: {
      ...process.env,
      FONTCONFIG_FILE: await fontSettings(cache),
      ...(existsSync(libraries) && { LD_LIBRARY_PATH: libraries }),
    },
  };
}

/** Starts it in one of Playwright's ways; `CHROMIUM` in the environment names another one. */
async function start<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const own = process.env['CHROMIUM'];
  if (own !== undefined) return launch({ executablePath: own, args: ['--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') return launch(await packedBrowser());
  try {
    return await launch({ channel: 'chrome' });
  } catch {
    return launch({ channel: 'msedge' });
  }
}

/** One to which several processes can connect, each with contexts of its own. */
export const launchShared = (): Promise<BrowserServer> =>
  start((options) => chromium.launchServer(options));

/**
 * Starts one, or connects to the one at the address in `TEST_BROWSER`, as tests do (see shared.ts); closing
 * the latter closes no more than what was opened through this connection.
 */
export async function launchBrowser(): Promise<Browser> {
  const shared = process.env['TEST_BROWSER'];
  if (shared !== undefined) return chromium.connect(shared);
  return start((options) => chromium.launch(options));
}
