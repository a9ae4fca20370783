/**
 * Can a clerk type into the page's cells as into a spreadsheet's: a block pasted from Excel or WPS, Chinese through an
 * input method, and with a finger?
 *
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { writeSheets } from '../../src/files/writeSheets';
import { puyangLayouts } from '../specimens/puyangFigures';
import { launchBrowser } from './browser';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';
import { violations } from './violations';

/** Milliseconds after which what does not come is missing, on however slow a machine. */
const patience = 600_000;

let server: RunningWorkbench;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  server.stop();
});

async function open(bytes: Uint8Array, touch = false): Promise<void> {
  const context = await browser.newContext({
    viewport: touch ? { width: 375, height: 720 } : { width: 1366, height: 768 },
    hasTouch: touch,
    isMobile: touch,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
  problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${server.address}addin/index.html`);
  await page
    .locator('input[type=file]:not([webkitdirectory])')
    .first()
    .setInputFiles({
      name: '濮阳.xlsx',
      mimeType: '',
      buffer: Buffer.from(bytes),
    });
  await page.getByRole('grid').waitFor();
}

afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

const cell = (address: string): Locator => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const column = letter.charCodeAt(0) - 65;
  return page.locator(`td[data-row="${Number(row) - 1}"][data-column="${column}"]`);
};

const shows = (address: string, text: string) =>
  cell(address)
    .filter({ hasText: new RegExp(`^${text}`) })
    .waitFor();

async function pasteAt(address: string, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await cell(address).click();
  await page.keyboard.press('Control+v');
}

const specimen = () =>
  new Uint8Array(readFileSync(join(__dirname, '../specimens/puyang-2019-formulas.xlsx')));

test('a block from Excel is pasted, one step for undo; locked cells refuse it, and it is said which', async () => {
  await open(
    await writeSheets(puyangLayouts('formulas').map((one) => ({ ...one, protect: true }))),
  );
  await page.getByRole('tab', { name: /^统计表1/ }).click();
  const before = await cell('C5').innerText();
  await pasteAt('B5', '11\t1,234.50\r\n22\t5678\r\n');
  await shows('C5', '1,234\\.50');
  await shows('C6', '5,678');
  await page.keyboard.press('Control+z');
  await cell('C5').filter({ hasText: before }).waitFor();

  await pasteAt('B23', '1\t2\r\n3\t4\r\n');
  const alert = page.getByRole('alert');
  await alert.getByText('B24 等 2 格已锁定', { exact: false }).waitFor();
  problems.push(...(await violations(page.mainFrame(), 'paste')));
});

test('what is copied from a cell is its value, here, and what it shows elsewhere', async () => {
  await open(specimen());
  await cell('K12').click();
  const shown = await cell('K12').innerText();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown.split('\n')[0]);
  await cell('O12').click();
  await page.keyboard.press('Control+v');
  await page.getByRole('textbox', { name: 'O12 的内容' }).filter({ visible: true }).waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLInputElement>('input[aria-label="O12 的内容"]')?.value ===
      '7580.942',
  );
});

test('words are written with an input method: its keys choose words, and Enter takes the cell only then', async () => {
  await open(specimen());
  const keys: CDPSession = await page.context().newCDPSession(page);
  await cell('O9').click();
  const process = { key: 'Process', windowsVirtualKeyCode: 229, code: 'KeyJ' } as const;
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process });
  await keys.send('Input.imeSetComposition', { text: 'jiao', selectionStart: 4, selectionEnd: 4 });
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process, code: 'Enter' });
  await keys.send('Input.imeSetComposition', {
    text: 'jiao yu',
    selectionStart: 7,
    selectionEnd: 7,
  });
  const editor = cell('O9').getByRole('textbox');
  expect(await editor.inputValue()).toBe('jiao yu');
  await keys.send('Input.insertText', { text: '教育' });
  expect(await editor.inputValue()).toBe('教育');
  await page.keyboard.press('Enter');
  await shows('O9', '教育');
  // The next cell is typed into at once, and given up.
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process });
  await keys.send('Input.imeSetComposition', { text: 'x', selectionStart: 1, selectionEnd: 1 });
  await keys.send('Input.insertText', { text: '县' });
  await page.keyboard.press('Escape');
  expect(await cell('O10').innerText()).toBe('');
});

test('a finger that scrolls chooses nothing, one that taps chooses, and two taps open the cell', async () => {
  await open(specimen(), true);
  const fingers: CDPSession = await page.context().newCDPSession(page);
  const grid = page.getByRole('grid');
  await grid.scrollIntoViewIfNeeded();
  const chosen = () => page.locator('td[aria-selected=true]').first().getAttribute('data-row');
  await cell('B5').tap();
  expect(await chosen()).toBe('4');

  const box = await cell('B8').boundingBox();
  if (box === null) throw new Error('not in sight');
  const [x, y] = [box.x + 10, box.y + 10];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x, y: at }],
    });
  await touch('touchStart', y);
  for (const by of [20, 40, 60]) await touch('touchMove', y - by);
  await touch('touchEnd');
  expect(await chosen()).toBe('4');

  await cell('C6').tap();
  expect(await chosen()).toBe('5');
  await cell('C6').tap();
  await cell('C6').tap();
  const editor = cell('C6').getByRole('textbox');
  await editor.fill('77');
  await editor.press('Enter');
  await shows('C6', '77');
  problems.push(...(await violations(page.mainFrame(), 'touch')));
});
