/**
 * Do keys and clicks in the cells do what they do in Excel?
 *
 * @jest-environment node
 */
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
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

beforeEach(async () => {
  const opening = { language: 'zh-CN', theme: 'light' } as const;
  workbench = await WorkbenchPage.open(browser, server.address, opening);
});

afterEach(async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
});

/** Selects what an address names and puts the keyboard into the cells. */
async function select(address: string): Promise<void> {
  const { page, words } = workbench;
  const box = page.getByRole('textbox', { name: words.nameBox });
  await box.fill(address);
  await box.press('Enter');
  await page.locator(`[data-cell="${address.split(':')[0] ?? ''}"]`).waitFor();
}

test('Shift+Enter and Shift+Tab go back by one, and round within a selection', async () => {
  const { page } = workbench;
  await select('P9');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Shift+Enter');
  await workbench.landsOn('统计表1!O7');
  await workbench.shows('O8', '7');
  await workbench.shows('A1', '政府购买服务项目资金统计表1');
  await select('P9:Q10');
  await page.keyboard.press('Shift+Enter');
  await workbench.landsOn('统计表1!Q10');
  await page.keyboard.press('Shift+Tab');
  await workbench.landsOn('统计表1!P10');
});

test('Ctrl+Enter fills all that is selected, outside of what is used, too', async () => {
  const { page } = workbench;
  await select('P9:Q10');
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Enter');
  for (const cell of ['P9', 'Q9', 'P10', 'Q10']) await workbench.shows(cell, '5');
});

test('a formula that cannot be read stays to be put right, and what was said of it goes', async () => {
  const { page } = workbench;
  await select('P8');
  await page.keyboard.type('=SUM(C5');
  await page.keyboard.press('Enter');
  await workbench.shows('P8', '3275.2964');
  await page.keyboard.type('=C5+');
  await page.keyboard.press('Enter');
  const said = page.getByText(/P8 没有改：公式写法有误/);
  await said.waitFor();
  await workbench.landsOn('统计表1!P8');
  const bar = page.getByRole('textbox', { name: '编辑栏' });
  expect(await bar.inputValue()).toBe('=C5+');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await workbench.shows('P8', '3276.2964');
  await said.waitFor({ state: 'hidden' });
});

test('a click writes the address of a cell into a formula that wants one, and else enters it', async () => {
  const { page } = workbench;
  const middle = async (cell: string) => {
    const { x, y, width, height } = await workbench.box(cell);
    return [x + width / 2, y + height / 2] as const;
  };
  const bar = page.getByRole('textbox', { name: '编辑栏' });
  await select('E12');
  await page.keyboard.type('=');
  await page.mouse.click(...(await middle('C7')));
  await page.mouse.click(...(await middle('C6')));
  expect(await bar.inputValue()).toBe('=C6');
  await page.keyboard.type('+SUM(');
  await page.mouse.move(...(await middle('D7')));
  await page.mouse.down();
  await page.mouse.move(...(await middle('C5')), { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(...(await middle('C10')));
  expect(await bar.inputValue()).toBe('=C6+SUM(C5:D7');
  await page.keyboard.type(')');
  await page.mouse.click(...(await middle('D8')));
  await workbench.landsOn('统计表1!D8');
  await select('E12');
  expect(await bar.inputValue()).toBe('=C6+SUM(C5:D7)');
  // The same from the formula bar.
  await select('E13');
  await bar.fill('=2*');
  await page.mouse.click(...(await middle('C6')));
  await page.keyboard.press('Enter');
  await select('E13');
  expect(await bar.inputValue()).toBe('=2*C6');
});

test('a click anywhere in a merged heading is a click on the heading, beyond a frozen column too', async () => {
  const { page } = workbench;
  // A2:G2 is merged, and column A is frozen.
  const { x, y, width, height } = await workbench.box('E5');
  const heading = await workbench.box('A2');
  await page.mouse.click(x + width / 2, heading.y + height / 2);
  expect(y).toBeGreaterThan(heading.y);
  await workbench.landsOn('统计表1!A2');
  await page.keyboard.type('填报单位：甲县财政局');
  await page.keyboard.press('Enter');
  await workbench.shows('A2', '填报单位：甲县财政局');
  await workbench.shows('A1', '政府购买服务项目资金统计表1');
});
