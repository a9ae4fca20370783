/**
 * How does every view look and read, in both languages and both themes? Each is examined by axe, and a
 * picture is left in build/e2e. And does the keyboard alone get through the main path?
 *
 * @jest-environment node
 */
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import type { Language, Theme } from './page';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

let server: RunningWorkbench;
let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  server.stop();
});

afterEach(async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
});

const appearances: [Language, Theme][] = [
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
  ['en-US', 'light'],
  ['en-US', 'dark'],
];

test.each(appearances)('the views in %s, %s', async (language, theme) => {
  const opening = { language, theme, sample: 'mistakes' } as const;
  workbench = await WorkbenchPage.open(browser, server.address, opening);
  const { pane, page, words } = workbench;
  await workbench.view('first');

  await workbench.ribbon(words.checkNow).click();
  await workbench.verdict(words.errors(7));
  await workbench.view('errors');
  await pane
    .getByRole('button', { name: /统计表1!K12/ })
    .first()
    .click();
  await workbench.landsOn('统计表1!K12');
  await workbench.view('culprit');
  await pane.getByRole('button', { name: words.filter }).click();
  await workbench.view('filter');

  await workbench.ribbon(words.fillTotals).click();
  await pane.getByRole('button', { name: words.write }).waitFor();
  await workbench.view('preview');
  await pane.getByRole('tab', { name: words.settings }).click();
  await pane.getByRole('switch', { name: words.marks }).waitFor();
  await workbench.view('settings');

  await page.getByRole('tab', { name: '统计表2' }).click();
  await page.getByRole('button', { name: words.closePane }).click();
  await pane.getByRole('tab').first().waitFor({ state: 'hidden' });
  await workbench.view('closed');
  await workbench.ribbon(words.openPane).click();
  await pane.getByRole('tab').first().waitFor();
});

test('language and theme change while the workbook stays as it is', async () => {
  const opening = { language: 'zh-CN', theme: 'light' } as const;
  workbench = await WorkbenchPage.open(browser, server.address, opening);
  const { pane, page } = workbench;
  await workbench.type('C5', '7');
  await workbench.shows('C5', '7.00');
  await workbench.command('深色').click();
  await pane.locator('body').evaluate(
    (body) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const provider = body.querySelector('.fui-FluentProvider');
          const ground = provider ? getComputedStyle(provider).backgroundColor : '';
          const dark = /^rgb\((\d|[1-9]\d), /.test(ground);
          if (dark) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await workbench.command('English').click();
  await pane.getByRole('tab', { name: 'Settings' }).waitFor();
  await page.getByRole('textbox', { name: 'Name box' }).waitFor();
  expect(new URL(page.url()).search).toContain('lang=en-US&theme=dark');
  await page.locator('[data-cell]').waitFor();
  await page.getByRole('textbox', { name: 'Name box' }).fill('C5');
  await page.keyboard.press('Enter');
  await page.locator('[data-cell="C5"][data-text="7.00"]').waitFor();
});

test('the form of a new table fits whatever room there is', async () => {
  const opening = { language: 'zh-CN', theme: 'light' } as const;
  workbench = await WorkbenchPage.open(browser, server.address, opening);
  const { pane, page, words } = workbench;
  await workbench.ribbon(words.insertTemplate).click();
  const sizes = [640, 768].flatMap((height) => [320, 350].map((width) => ({ width, height })));
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width: 1366, height });
    await page.locator('iframe').evaluate((frame, px) => {
      frame.style.width = `${px}px`;
    }, width);
    const insert = pane.getByRole('button', { name: words.insert });
    await insert.waitFor();
    const fields = pane.getByRole('tabpanel').locator('input, select, button:visible');
    const boxes = await fields.evaluateAll((all) =>
      all
        .filter((field) => field.getAttribute('type') !== 'checkbox')
        .map((field) => {
          const { top, bottom, left, right } = field.getBoundingClientRect();
          return { top, bottom, left, right };
        }),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(5);
    for (const { top, bottom, left, right } of boxes) {
      expect(bottom - top).toBeGreaterThanOrEqual(24);
      expect([left >= 0, right <= width]).toEqual([true, true]);
    }
    // Scrolled to, the button is wholly in sight and nothing lies over it.
    await insert.scrollIntoViewIfNeeded();
    const seen = await insert.evaluate((button) => {
      const { top, bottom, left, width: wide } = button.getBoundingClientRect();
      const middle = left + wide / 2;
      const at = [top + 2, bottom - 2].map((y) => document.elementFromPoint(middle, y));
      return top >= 0 && bottom <= innerHeight && at.every((one) => button.contains(one));
    });
    expect([width, height, seen]).toEqual([width, height, true]);
  }
});

test('the keyboard alone checks, goes to a finding, corrects it and sees it gone', async () => {
  const opening = { language: 'zh-CN', theme: 'light', sample: 'mistakes' } as const;
  workbench = await WorkbenchPage.open(browser, server.address, opening);
  const { pane, page, words } = workbench;
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  // Into the ribbon, whose buttons stand in the order of work.
  const toButton = async (name: string) => {
    for (let steps = 0; steps < 5 && (await focused()) !== name; steps += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe(name);
  };
  for (let steps = 0; steps < 3 && (await focused()) !== words.insertTemplate; steps += 1) {
    await page.keyboard.press('F6');
  }
  await toButton(words.checkNow);
  await page.keyboard.press('Enter');
  await workbench.verdict(words.errors(7));

  // A button gives the focus back to the cells. Grid → pane; there F8 goes from finding to finding,
  // what keeps figures from being read first, then what is likely wrong.
  await page.keyboard.press('F6');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  expect(await pane.locator(':focus').textContent()).toBe(words.check);
  await page.keyboard.press('F8');
  await workbench.landsOn('统计表1!C9');
  await page.keyboard.press('F8');
  await workbench.landsOn('统计表1!K12');

  // Back to the grid, where typing goes into the cell the pane went to.
  await page.keyboard.press('Shift+F6');
  await page.keyboard.type('1280');
  await page.keyboard.press('Enter');
  await workbench.verdict(words.errors(5));
  await page.locator('[data-cell="K13"]').waitFor();

  // The marks go by keyboard too.
  await page.keyboard.press('Shift+F6');
  await toButton(words.clearMarks);
  await page.keyboard.press('Enter');
  await workbench.painted('D15', '#FFFFFF');
  await pane.getByRole('tab', { name: words.settings }).click();
  await pane.getByRole('switch', { name: words.marks, checked: false }).waitFor();
});
