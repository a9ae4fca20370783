/** Which browser do the tests run in? The one packed for Linux, an installed Chrome or Edge elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

const root = join(__dirname, '../..');

/** No graphics card, and no sandbox: containers have and allow none. */
const packedArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/**
 * Unpacks the browser (once) below node_modules, with the libraries it brings where the machine lacks
 * them; the package decides by the environment of the process, so it runs in one of its own.
 */
function packedBrowser(): LaunchOptions {
  const place = join(root, 'node_modules', '.cache', 'chromium');
  mkdirSync(place, { recursive: true });
  const script = `import('@sparticuz/chromium').then(async ({ default: c }) =>
    console.log(JSON.stringify(await c.executablePath())))`;
  const unpack = (environment: Readonly<Record<string, string>>) => {
    const env = { ...process.env, TMPDIR: place, ...environment };
    const options = { cwd: root, env, encoding: 'utf8' } as const;
    return JSON.parse(execFileSync(process.execPath, ['-e', script], options)) as string;
  };
  let executablePath = unpack({});
  if (!execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) {
    return { executablePath, args: packedArguments };
  }
  // Unpacked anew: it adds its libraries only together with itself.
  rmSync(executablePath);
  executablePath = unpack({ AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const env = { ...process.env, LD_LIBRARY_PATH: join(place, 'al2023', 'lib') };
  return { executablePath, args: packedArguments, env };
}

/** Starts it; `CHROMIUM` in the environment names another one. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM'];
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  if (process.platform === 'linux' && process.arch === 'x64') {
    return chromium.launch(packedBrowser());
  }
  try {
    return await chromium.launch({ channel: 'chrome' });
  } catch {
    return chromium.launch({ channel: 'msedge' });
  }
}
