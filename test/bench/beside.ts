/**
 * `npm run bench:beside -- FOLDER`: what did the pane's first sight and a click cost before, and now?
 *
 * FOLDER is another checkout of the product with its packages installed. Both are built, served and
 * measured by turns in one browser, so that a busy moment of the machine is everybody's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from '../../src/workbench/server/build';
import { launchBrowser } from '../e2e/browser';
import { initialSize } from '../packaging/production';
import { type BrowserTimes, measureCity, measureEmpty, none, startServer } from './browser/measure';

const runs = 7;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

interface Checkout {
  readonly server: ChildProcess;
  readonly address: string;
  /** Of the scripts before the pane is first seen, gzipped, in bytes. */
  readonly size: number;
  readonly times: Pick<BrowserTimes, 'workbench' | 'pane'>;
}

/** Each is served by its own `npm start`, as the page and what it is served from belong together. */
async function startCheckout(project: string): Promise<Checkout> {
  const { addin } = await build(project, () => {
    console.log(`building ${project} …`);
  });
  const main = join('src', 'workbench', 'server', 'main.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', main, '--port', '0', '--no-open'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [found] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.on('exit', () => {
      reject(new Error(`${project} could not be served:\n${said}`));
    });
  });
  const times = { workbench: none(), pane: { paint: [], starting: [] } };
  return { server, address, size: initialSize(addin), times };
}

async function measure(browser: Browser, { address, times }: Checkout): Promise<void> {
  const { page } = await measureCity(browser, address, times);
  await page.close();
}

/** One measure of both, and their ratio. */
function tell(name: string, unit: string, before: number, now: number): void {
  const both = `${before.toFixed(0)} → ${now.toFixed(0)} ${unit}`;
  const ratio = before === 0 ? '' : ` (${(now / before).toFixed(2)} ×)`;
  console.log(`${name.padEnd(52)} ${both}${ratio}`);
}

async function main([folder]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    console.error('npm run bench:beside -- FOLDER: another checkout with its packages installed');
    return 2;
  }
  const before = await startCheckout(resolve(folder));
  const now = await startCheckout(join(__dirname, '../..'));
  const reference = await startServer();
  const empty = none();
  const browser = await launchBrowser();
  try {
    const { port } = reference.address() as AddressInfo;
    for (let run = 0; run < runs; run += 1) {
      await measureEmpty(browser, `http://localhost:${port}/`, empty);
      for (const one of run % 2 === 0 ? [before, now] : [now, before]) await measure(browser, one);
    }
  } finally {
    await browser.close();
    before.server.kill();
    now.server.kill();
    reference.close();
  }
  const beside = median(empty.paint).toFixed(0);
  console.log(
    `Chromium ${browser.version()}, medians of ${runs}, by turns; empty Fluent page ${beside} ms`,
  );
  tell('scripts before the pane is first seen, gzipped', 'bytes', before.size, now.size);
  const rows: [string, (times: Checkout['times']) => readonly number[]][] = [
    ['pane: first useful paint', ({ pane }) => pane.paint],
    ['pane: longest task while starting', ({ pane }) => pane.starting],
    ['click to marks, the city’s workbook', ({ workbench }) => workbench.click],
    ['  of which the host answers', ({ workbench }) => workbench.host],
    ['  and the spreadsheet paints the marks', ({ workbench }) => workbench.painting],
    ['longest task: check, host included', ({ workbench }) => workbench.working],
  ];
  for (const [name, of] of rows) tell(name, 'ms', median(of(before.times)), median(of(now.times)));
  return 0;
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
