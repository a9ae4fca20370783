/**
 * What is seen at a glance after a check? On a screen of 1366 × 768 at least three items wholly, buttons
 * included, however wide the pane is.
 *
 * @jest-environment node
 */
import type { Browser, Page } from 'playwright-core';
import { startGallery } from '../taskpane/gallery/server';
import type { Gallery } from '../taskpane/gallery/server';
import { launchBrowser } from './browser';
import { documentHeight, itemsInSight, reach } from './inSight';
import { WorkbenchPage } from './page';
import { startWorkbench } from './server';

/** So much height Excel leaves its pane on such a screen. */
const height = 500;
const widths = [350, 320, 450] as const;
const most = 3;

let browser: Browser;
let gallery: Gallery;
let tab: Page;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), startGallery()]);
  tab = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  gallery.stop();
});

/** Shows the pane in a situation: the program is there from the first on, what it showed before is gone. */
async function show(scene: string): Promise<void> {
  if (tab.url() === 'about:blank') await tab.goto(`${gallery.address}?${scene}`);
  else {
    await tab.evaluate(
      (next) => (Reflect.get(window, 'showScene') as (of: string) => Promise<void>)(next),
      scene,
    );
  }
}

/** How many items are wholly in sight, at each width: at least three, or all. */
async function expectGlance(scene: string): Promise<void> {
  await tab.setViewportSize({ width: widths[0], height });
  await show(scene);
  await tab.waitForSelector('[data-entry]');
  for (const width of widths) {
    await tab.setViewportSize({ width, height });
    const { whole, all } = await tab.evaluate(itemsInSight);
    expect(all).toBeGreaterThanOrEqual(most);
    expect([width, whole]).toEqual([width, Math.max(whole, most)]);
  }
}

const specimens = [
  'wrong/typical-mistakes.xlsx',
  'wrong/two-at-once.xlsx',
  'wrong/swapped-cells.xlsx',
  'causes/four-slips.xlsx',
  'causes/stray-rounded.xlsx',
  'causes/text-under-sums.xlsx',
  'causes/filtered-subtotals.xlsx',
  'rounding/beyond.xlsx',
  'relations/carried-over.xlsx',
  'pairs/three-one-wrong.xlsx',
];

test.each(specimens)('%s', async (specimen) => {
  for (const language of ['zh', 'en']) await expectGlance(`specimen=${specimen}&lang=${language}`);
});

// Two ways of two cells each, and slips with long reasons.
test.each(['tied', 'morning', 'event', 'many'])('the situation %s', async (scene) => {
  await expectGlance(`scene=${scene}&lang=zh`);
});

describe('at 200 % nothing is wider than the pane, nor taller', () => {
  const scenes = [
    'errors',
    'tied',
    'besides',
    'many',
    'unit',
    'preview',
    'template',
    'written',
    'welcome',
    'consolidate',
    'consolidateSet',
    'consolidateWhole',
    'consolidateUnit',
    'consolidatePreview',
    'consolidateWritten',
    'overview',
    'consolidateOverview',
  ];
  test.each(scenes)('%s', async (scene) => {
    for (const language of ['zh', 'en']) {
      await tab.setViewportSize({ width: 175, height: 320 });
      await show(`scene=${scene}&lang=${language}`);
      await tab.waitForSelector('body[data-scene=ready]');
      await tab.waitForFunction(() => document.querySelector('[role=tabpanel] button') !== null);
      expect(await tab.evaluate(reach)).toBeLessThanOrEqual(175);
      expect(await tab.evaluate(documentHeight)).toBeLessThanOrEqual(320);
    }
  });
});

test.each(['zh', 'en'])(
  'no word above the pages is cut in the narrowest pane, %s',
  async (language) => {
    await tab.setViewportSize({ width: 320, height });
    await show(`scene=errors&lang=${language}`);
    await tab.waitForSelector('[role=tab]');
    const cut = await tab.evaluate(() =>
      [...document.querySelectorAll('[role=tab], h1')].flatMap(
        ({ scrollWidth, clientWidth, textContent }) =>
          scrollWidth > clientWidth ? [textContent] : [],
      ),
    );
    expect(cut).toEqual([]);
  },
);

test.each(['zh', 'en'])(
  'no figure of the overview’s head is parted from its name, %s',
  async (language) => {
    await tab.setViewportSize({ width: 320, height });
    await show(`scene=overview&lang=${language}`);
    await tab.waitForSelector('body[data-scene=ready]');
    await tab.waitForSelector('table');
    const parts = await tab.evaluate(() => {
      const head = document.querySelector('table')?.closest('section')?.firstElementChild;
      return [...(head?.firstElementChild?.querySelectorAll('span') ?? [])].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getClientRects().length;
      });
    });
    expect(parts).toEqual([1, 1, 1]);
  },
);

test.each([320, 350])(
  'what became of a report is seen once it is compared, %d px',
  async (width) => {
    await tab.setViewportSize({ width, height });
    await show('scene=reportText&lang=zh');
    await tab.waitForSelector('body[data-scene=ready]');
    await tab.locator('textarea').fill('2019 年购买服务预算项目 263 个。');
    const compare = tab.getByRole('button', { name: '核对', exact: true });
    // The button at the lower edge: what follows it is out of sight.
    await compare.evaluate((button) => {
      button.scrollIntoView({ block: 'end' });
    });
    await compare.click();
    await tab.waitForFunction(() => {
      const { top = 0 } = document.querySelector('mark')?.getBoundingClientRect() ?? {};
      return top > 0 && top < innerHeight;
    });
    expect(await compare.evaluate((button) => button === document.activeElement)).toBe(true);
  },
);

test('the filter opens in sight, however far the list is scrolled', async () => {
  await tab.setViewportSize({ width: 350, height });
  await show('scene=morning&lang=zh');
  const items = tab.locator('[data-entry]');
  await items.last().scrollIntoViewIfNeeded();
  const isAbove = await items.first().evaluate((item) => item.getBoundingClientRect().bottom < 100);
  expect(isAbove).toBe(true);
  await tab.getByRole('button', { name: '筛选' }).click();
  const severities = tab.getByRole('group', { name: '严重程度' });
  await severities.waitFor();
  await tab.waitForFunction(() => {
    const group = document.querySelector('[role=group]');
    const { top, left, bottom } = group?.getBoundingClientRect() ?? new DOMRect();
    const at = document.elementFromPoint(left + 8, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && group?.contains(at) === true;
  });
});

test('in the workbench, in a window of that size', async () => {
  const server = await startWorkbench();
  try {
    const opening = { language: 'zh-CN', theme: 'light', sample: 'mistakes' } as const;
    const workbench = await WorkbenchPage.open(browser, server.address, opening);
    const { page, pane, words } = workbench;
    await workbench.ribbon(words.checkNow).click();
    await workbench.verdict(words.errors(7));
    for (const width of widths) {
      await page.locator('iframe').evaluate((frame, px) => {
        frame.style.width = `${px}px`;
      }, width);
      const { whole } = await pane.locator('body').evaluate(itemsInSight);
      expect(whole).toBeGreaterThanOrEqual(most);
    }
    await workbench.close();
    expect(workbench.problems).toEqual([]);
  } finally {
    server.stop();
  }
});
