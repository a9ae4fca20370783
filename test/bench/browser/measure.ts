/**
 * How soon is the add-in there and done in a real browser, and how long does it keep the page from
 * answering? The workbench as `npm start` serves it, and an empty Fluent page from the same server.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from '../../../src/workbench/server/build';
import { samples } from '../../../src/workbench/server/samples';
import { serve, servedFiles } from '../../../src/workbench/server/serve';
import { launchBrowser } from '../../e2e/browser';
import { manyPairs } from '../../excel/workbooks';

const root = join(__dirname, '../../..');
const paneWidth = 352;

/** Milliseconds, one for each run. */
export type Times = number[];

/** What was measured of one page. */
export interface PageTimes {
  /** From the beginning of loading until what the user needs first is painted. */
  readonly paint: Times;
  /** The longest task of the main thread until then. */
  readonly starting: Times;
  /** From a click until its effect is painted. */
  readonly click: Times;
  /** The longest task of the main thread until then. */
  readonly working: Times;
  /** How long of the click's time the host of the workbench took to answer. */
  readonly host: Times;
  /** How long of it the spreadsheet in the browser took to paint the last change to the workbook. */
  readonly painting: Times;
}

export interface BrowserTimes {
  readonly version: string;
  readonly empty: PageTimes;
  /** The workbench with the city's workbook; a click on 一键校验 until the last mark is painted. */
  readonly workbench: PageTimes;
  /** The same click with so many pairs in the workbook. */
  readonly large: Pick<PageTimes, 'click' | 'working' | 'host' | 'painting'>;
  /** From a unit's items back to the list of so many units, until it is painted. */
  readonly units: Pick<PageTimes, 'click'>;
  /** The pane alone, loaded again beside the workbook; until 一键校验 can be clicked. */
  readonly pane: Pick<PageTimes, 'paint' | 'starting'>;
}

export const none = (): PageTimes => ({
  paint: [],
  starting: [],
  click: [],
  working: [],
  host: [],
  painting: [],
});

export async function startServer(): Promise<Server> {
  const built = await build(root, () => {
    console.log('building …');
  });
  const files = new Map(await servedFiles(built, samples(root), []));
  const bundle = await esbuild.build({
    entryPoints: [join(__dirname, 'emptyPage.tsx')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [program] = bundle.outputFiles;
  if (program === undefined) throw new Error('nothing was bundled');
  const page = '<!doctype html><html><body><div id="page"></div><script src="/empty.js"></script>';
  files.set('/empty.js', () => Promise.resolve(program.contents));
  files.set('/empty.html', () => Promise.resolve(Buffer.from(page)));
  return serve(files, 0);
}

/** In every page and frame: remembers long tasks, and when a button with this name could be seen. */
function watch(buttonName: string): void {
  const seen = {
    tasks: [] as { start: number; duration: number }[],
    button: null as number | null,
  };
  Reflect.set(window, 'seen', seen);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.tasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const look = (): void => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => one.textContent === buttonName && one.offsetParent !== null,
    );
    if (button === undefined) requestAnimationFrame(look);
    else {
      // The frame that holds it is painted before the next one begins.
      requestAnimationFrame(() => (seen.button = performance.now()));
    }
  };
  requestAnimationFrame(look);
}

interface Seen {
  readonly tasks: { readonly start: number; readonly duration: number }[];
  readonly button: number | null;
}

/** The longest task since a time; tasks under 50 ms are not told, and count as none. */
export const longestTask = async (page: Page, since = 0): Promise<number> => {
  // Tasks are told a moment after they have ended.
  await page.waitForTimeout(200);
  return page.evaluate((from) => {
    const { tasks } = Reflect.get(window, 'seen') as Seen;
    return Math.max(0, ...tasks.filter(({ start }) => start >= from).map((t) => t.duration));
  }, since);
};

const buttonSeen = async (frame: Page | Frame): Promise<number> => {
  const found = await frame.waitForFunction(() => {
    const seen = Reflect.get(window, 'seen') as Seen | undefined;
    return seen?.button ?? false;
  });
  return Number(await found.jsonValue());
};

export async function openWatched(browser: Browser, buttonName: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(60_000);
  // tsx names functions by a helper, which functions sent to the page lack.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(watch, buttonName);
  return page;
}

export async function measureEmpty(
  browser: Browser,
  address: string,
  times: PageTimes,
): Promise<void> {
  const page = await openWatched(browser, 'Start');
  await page.setViewportSize({ width: paneWidth, height: 700 });
  await page.goto(`${address}empty.html`);
  times.paint.push(await buttonSeen(page));
  times.starting.push(await longestTask(page));
  const [began, took] = await page.evaluate(
    () =>
      new Promise<[number, number]>((resolve) => {
        const start = performance.now();
        new MutationObserver(() => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              resolve([start, performance.now() - start]);
            }),
          );
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector('button')?.click();
      }),
  );
  times.click.push(took);
  times.working.push(await longestTask(page, began));
  await page.close();
}

/** Clicks 一键校验 in the ribbon; until the frame after the last change that it made to the workbook. */
async function measureCheck(
  page: Page,
  times: BrowserTimes['large'],
  quiet: number,
): Promise<void> {
  const [began, took, answering, painting] = await page.evaluate(
    (pause) =>
      new Promise<[number, number, number, number]>((resolve, reject) => {
        const { host } = Reflect.get(window, 'workbench') as {
          host: {
            onChange: (hear: () => void) => () => void;
            execute: (body: string, flags?: number) => Promise<unknown>;
          };
        };
        const execute = host.execute.bind(host);
        let answered = 0;
        host.execute = async (body, flags) => {
          const asked = performance.now();
          try {
            return await execute(body, flags);
          } finally {
            answered += performance.now() - asked;
          }
        };
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === '一键校验',
        );
        if (button === undefined) {
          reject(new Error('no button'));
          return;
        }
        let timer: ReturnType<typeof setTimeout> | undefined;
        const start = performance.now();
        const stop = host.onChange(() => {
          const changed = performance.now() - start;
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const painted = performance.now() - start;
              clearTimeout(timer);
              timer = setTimeout(() => {
                stop();
                resolve([start, painted, answered, painted - changed]);
              }, pause);
            }),
          );
        });
        button.click();
      }),
    quiet,
  );
  times.click.push(took);
  times.host.push(answering);
  times.painting.push(painting);
  times.working.push(await longestTask(page, began));
}

/** Opens the first unit of the list and goes back, which draws the list anew. */
async function measureUnits(pane: Frame, times: BrowserTimes['units']): Promise<void> {
  const name = '返回单位列表';
  await pane.locator('[data-entry]').first().click();
  await pane.getByRole('button', { name }).waitFor();
  const took = await pane.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const button = document.querySelector<HTMLElement>(`[aria-label="${wanted}"]`);
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector('[type=search]') === null) return;
          observer.disconnect();
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              resolve(performance.now() - start);
            }),
          );
        });
        observer.observe(document.body, { childList: true, subtree: true });
        button?.click();
      }),
    name,
  );
  times.click.push(took);
}

/** @returns when the workbench had drawn the sheets, in milliseconds since the page began to load */
async function workbenchReady(page: Page): Promise<number> {
  const drawn = await page.waitForFunction(
    () => performance.getEntriesByName('workbench-ready')[0]?.startTime,
  );
  return Number(await drawn.jsonValue());
}

/** The workbench with the city's workbook, the pane loaded alone, and a check; the page stays open. */
export async function measureCity(
  browser: Browser,
  address: string,
  times: Pick<BrowserTimes, 'workbench' | 'pane'>,
): Promise<{ readonly page: Page; readonly pane: () => Frame }> {
  const page = await openWatched(browser, '一键校验');
  await page.goto(`${address}?lang=zh-CN&theme=light&sample=puyang`);
  times.workbench.paint.push(await workbenchReady(page));
  times.workbench.starting.push(await longestTask(page));
  const pane = (): Frame => {
    const frame = page.frames().find((one) => one.url().includes('/addin/'));
    if (frame === undefined) throw new Error('no pane');
    return frame;
  };
  await buttonSeen(pane());

  const reloading = await page.evaluate(() => performance.now());
  await pane().evaluate(() => {
    Reflect.deleteProperty(window, 'seen');
    location.reload();
  });
  times.pane.paint.push(await buttonSeen(pane()));
  times.pane.starting.push(await longestTask(page, reloading));
  await page.waitForTimeout(500);
  await measureCheck(page, times.workbench, 500);
  return { page, pane };
}

async function measureWorkbench(
  browser: Browser,
  address: string,
  { many, pairs }: { readonly many: Buffer; readonly pairs: number },
  times: BrowserTimes,
): Promise<void> {
  const { page, pane } = await measureCity(browser, address, times);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开…' }).click();
  const file = { name: '各县.xlsx', mimeType: '', buffer: many };
  await (await chooser).setFiles(file);
  // The marks of the check before have not been saved.
  await page.getByRole('button', { name: '不保存' }).click();
  await page.getByText('已打开“各县.xlsx”。').waitFor();
  await workbenchReady(page);
  await buttonSeen(pane());
  await page.waitForTimeout(500);
  await measureCheck(page, times.large, 2_000);
  // What was timed was the whole of it.
  await page.frameLocator('iframe').getByText(`${pairs} 个单位`).first().waitFor();
  await measureUnits(pane(), times.units);
  await page.close();
}

/** Measures everything so many times, the pages by turns. */
export async function browserTimes(runs: number, pairs: number): Promise<BrowserTimes> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const many = Buffer.from(manyPairs(pairs));
  const times: BrowserTimes = {
    version: browser.version(),
    empty: none(),
    workbench: none(),
    large: none(),
    units: none(),
    pane: none(),
  };
  try {
    for (let run = 0; run < runs; run += 1) {
      await measureEmpty(browser, address, times.empty);
      await measureWorkbench(browser, address, { many, pairs }, times);
    }
    return times;
  } finally {
    await browser.close();
    server.close();
  }
}
