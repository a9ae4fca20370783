/**
 * How long does the pane not answer while many files are read beside it, and while their set is settled?
 * In a real browser; in processor time of its main thread, whatever else the machine does.
 */
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser';
import { openWatched, startServer } from './measure';

export interface ReadingTimes {
  readonly version: string;
  /** From the choice of the files until all are read and judged, in milliseconds. */
  readonly all: number;
  /** The longest task of the main thread by what the user does, in milliseconds of processor time. */
  readonly longest: ReadonlyMap<string, number>;
}

/** What is read of Chromium's trace. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, how long it took, and its processor time, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** The longest task of a page's main thread while something is done. */
async function longestTaskOf(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await act();
  // Until what the last task has left to be painted is painted.
  await page.waitForTimeout(1_000);
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const own = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && main.has(`${pid} ${tid}`));
  const tasks = own.filter(({ name }) => name.endsWith('RunTask'));
  if (tasks.length === 0) throw new Error('the trace tells of no task');
  const dispatched = own.filter(({ name }) => name === 'EventDispatch');
  return Math.max(...tasks.map((task) => pageTimeOf(task, dispatched))) / 1000;
}

/**
 * Processor time of a task. One in which the browser's driver chooses files or an option counts by what the page
 * does in it: a user's own choice costs no more.
 */
function pageTimeOf(task: TraceEvent, dispatched: readonly TraceEvent[]): number {
  const within = dispatched.filter(
    ({ pid, tid, ts }) =>
      pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + (task.dur ?? 0),
  );
  const isChoice = within.some(({ args }) => args?.data?.type === 'change');
  if (!isChoice) return task.tdur ?? 0;
  return within.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}

/** What the user does, by name. */
function acts(
  pane: FrameLocator,
  files: readonly string[],
  label: string,
): ReadonlyMap<string, () => Promise<unknown>> {
  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  const counted = (units: number) =>
    pane.getByText(`/ ${units} 个单位`, { exact: false }).first().waitFor();
  return new Map([
    [
      'read, judged and painted',
      async () => {
        await pane.locator('input[aria-label="选择文件…"]').setInputFiles([...files]);
        await counted(files.length);
      },
    ],
    [
      'a label mapped',
      async () => {
        await pane.getByLabel(`“${label}”归入`).selectOption('其他');
        await pane.getByLabel(`“${label}”归入`).waitFor({ state: 'detached' });
      },
    ],
    [
      'added up and shown',
      async () => {
        await button('预览汇总结果').click();
        await pane.getByText('汇总结果预览').waitFor();
        await button(/^返回/).click();
        await counted(files.length);
      },
    ],
    [
      'a file taken out',
      async () => {
        await button(new RegExp(`^${files.length} 个文件`)).click();
        await button(/^移出：/)
          .first()
          .click();
        await counted(files.length - 1);
      },
    ],
  ]);
}

/**
 * @param files paths of files, each with one unit
 * @param label of one of them, which no form has
 */
export async function readingTimes(files: readonly string[], label: string): Promise<ReadingTimes> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  try {
    const page = await openWatched(browser, '一键校验');
    page.setDefaultTimeout(600_000);
    await page.goto(`${address}?lang=zh-CN&theme=light&sample=puyang`);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('tab', { name: '汇总', exact: true }).click();
    await pane.getByRole('button', { name: '选择文件…' }).waitFor();
    // What is loaded in the background after the first paint is there by then.
    await page.waitForTimeout(3_000);
    const longest = new Map<string, number>();
    let all = 0;
    for (const [name, act] of acts(pane, files, label)) {
      const began = performance.now();
      longest.set(name, await longestTaskOf(browser, page, act));
      if (longest.size === 1) all = performance.now() - began;
    }
    return { version: browser.version(), all, longest };
  } finally {
    await browser.close();
    server.close();
  }
}
