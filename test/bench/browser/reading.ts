/** How long does the pane not answer while many files are read beside it? In a real browser. */
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '../../e2e/browser';
import { longestTask, openWatched, startServer } from './measure';

export interface ReadingTimes {
  readonly version: string;
  /** From the choice of the files until all are read and judged, in milliseconds. */
  readonly all: number;
  /** The longest task of the main thread until the last file is read; 0 where all are under 50 ms. */
  readonly longestReading: number;
  /** The longest of the whole, with judging the set and painting it. */
  readonly longest: number;
}

/** @param files paths of files, each with one unit */
export async function readingTimes(files: readonly string[]): Promise<ReadingTimes> {
  const [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  try {
    const page = await openWatched(browser, '一键校验');
    await page.goto(`${address}?lang=zh-CN&theme=light&sample=puyang`);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('tab', { name: '汇总', exact: true }).click();
    await pane.getByRole('button', { name: '选择文件…' }).waitFor();
    // What is loaded in the background after the first paint is there by then.
    await page.waitForTimeout(3_000);
    const began = await page.evaluate(() => performance.now());
    await pane.locator('input[aria-label="选择文件…"]').setInputFiles([...files]);
    await pane.getByRole('progressbar').waitFor();
    await pane.getByRole('progressbar').waitFor({ state: 'detached', timeout: 300_000 });
    const read = await page.evaluate(() => performance.now());
    await pane.getByText(`/ ${files.length} 个单位`).first().waitFor();
    const all = (await page.evaluate(() => performance.now())) - began;
    const longest = await longestTask(page, began);
    const longestReading = await page.evaluate(
      ([from, until]) => {
        const { tasks } = Reflect.get(window, 'seen') as {
          tasks: { start: number; duration: number }[];
        };
        // The task in which the last file comes in judges the set as well.
        const within = tasks.filter((t) => t.start >= from && t.start + t.duration < until);
        return Math.max(0, ...within.map(({ duration }) => duration));
      },
      [began, read] as const,
    );
    return { version: browser.version(), all, longestReading, longest };
  } finally {
    await browser.close();
    server.close();
  }
}
