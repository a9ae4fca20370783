/**
 * Can a workbook be taken the whole way on the page for those without Excel: opened, corrected, filled, explained,
 * saved, and is the copy what our own check reads? Are several files added up, and is nothing lost on the way?
 * Pictures are left in build/e2e.
 *
 * @jest-environment node
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { checkCommand } from '../../src/cli/checkCommand';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import { build } from '../../src/workbench/server/build';
import { runHere } from '../cli/runHere';
import { differences, readByLibreOffice } from '../office/libreOffice';
import { puyangLayouts } from '../specimens/puyangFigures';
import { launchBrowser } from './browser';
import { reach } from './inSight';
import { pictures } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';
import { violations } from './violations';

const root = join(__dirname, '../..');
const specimen = (name: string) => join(root, 'test/specimens', name);

/** Milliseconds after which what does not come is missing, on however slow a machine. */
const patience = 600_000;

let server: RunningWorkbench;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(pictures, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true });
});

let page: Page;
let problems: string[];

interface Look {
  readonly locale?: 'zh-CN' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Where the page lies; the workbench's own address where none is given. */
  readonly at?: string;
}

/** Opens the page in a context of its own; whatever must not happen is a problem. */
async function open(look: Look = {}): Promise<void> {
  const { locale = 'zh-CN', colorScheme = 'light', width = 1366, height = 768 } = look;
  const own = look.at ?? `${server.address}addin/index.html`;
  const context = await browser.newContext({
    viewport: { width, height },
    acceptDownloads: true,
    locale,
    colorScheme,
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.setDefaultTimeout(patience);
  problems = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const allowed = [own.replace(/index\.html$/, ''), 'data:', 'blob:'];
    if (!allowed.some((start) => request.url().startsWith(start))) problems.push(request.url());
  });
  await page.goto(own);
  await page.getByRole('main').waitFor();
}

afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const says = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

async function give(files: readonly string[]): Promise<void> {
  const given = files.map((file) => ({
    name: file.split('/').at(-1) ?? '',
    mimeType: '',
    buffer: readFileSync(file),
  }));
  await page.locator('input[type=file]:not([webkitdirectory])').first().setInputFiles(given);
}

const cell = (row: number, column: number): Locator =>
  page.locator(`td[data-row="${row - 1}"][data-column="${column - 1}"]`);

/** Types into a cell, as with a keyboard. */
async function type(row: number, column: number, text: string): Promise<void> {
  await cell(row, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function save(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const download = page.waitForEvent('download');
  await button('保存副本').first().click();
  const saved = await download;
  const bytes = new Uint8Array(await buffer(await saved.createReadStream()));
  return { name: saved.suggestedFilename(), bytes };
}

/** Takes a picture, has axe examine the page, and looks for anything wider than the window. */
async function view(name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `page-${name}.png`) });
  problems.push(...(await violations(page.mainFrame(), name)));
}

/** Answers all findings of a rule with a usual reason. */
async function explain(rule: RegExp, count: number): Promise<void> {
  await button(rule).click();
  const reason = page.getByRole('button', { name: '据实结算', exact: true });
  await reason.click();
  await button(`保存（${count} 处）`).click();
  await reason.waitFor({ state: 'detached' });
}

test('a workbook is opened, corrected, filled, explained and saved; our own check reads the copy', async () => {
  await open();
  await view('start');
  await give([specimen('puyang-2019.xlsx')]);
  await says('有提示 15');

  // A wrong figure is marked when it stands there, its item is chosen with it, and put right from the pane.
  await type(12, 11, '7580.924');
  await says('有错误 2');
  await cell(12, 11).click();
  await page.locator('[data-entry][aria-current=true]').filter({ hasText: 'K12' }).waitFor();
  expect(await cell(12, 11).innerText()).toContain('疑似填错');
  await view('corrected');
  await button(/^采用/).first().click();
  await button('写入 1 格').click();
  await says('有提示 15');

  // A total that is gone is filled.
  await cell(24, 2).click();
  await page.keyboard.press('Delete');
  await page
    .getByText(/^有错误/)
    .first()
    .waitFor();
  await tab('填报');
  await button('预览').click();
  await button('写入 1 格').click();
  await tab('校验');
  await says('有提示 15');

  await explain(/^填写说明：执行超预算/, 13);
  await explain(/^填写说明：决算超执行/, 2);
  await says('提示均已说明 15');
  await tab('报送');
  await button('提交前检查').click();
  await page.getByRole('heading', { name: '尚未保存' }).waitFor();
  const { name, bytes } = await save();
  expect(name).toBe('puyang-2019（修改稿）.xlsx');
  await page.getByText(/原文件没有改动/).waitFor();

  const file = join(folder, 'copy.xlsx');
  writeFileSync(file, bytes);
  const { status, out } = await runHere(checkCommand, [file], root);
  expect({ status, explained: /已说明 15/.test(out) }).toEqual({ status: 0, explained: true });
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  const [table] = read.value.sheets;
  expect(table?.rows[11]?.[10]?.value).not.toBe(7580.924);
  expect(table?.rows[23]?.[1]?.value).toBeGreaterThan(0);
  // Where `npm run test:office` found LibreOffice, it reads the copy as well.
  if (process.env['SOFFICE'] !== undefined) {
    const theirs = (await readByLibreOffice(new Map([[name, bytes]]))).get(name);
    expect(theirs && differences(read.value, theirs)).toEqual([]);
  }
});

test('what was typed is undone and done again; leaving asks, and staying keeps it', async () => {
  await open();
  await give([specimen('wrong/typical-mistakes.xlsx')]);
  await says('有错误 7');
  await cell(12, 11).dblclick();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1280');
  await page.keyboard.press('Escape');
  expect(await cell(12, 11).innerText()).toContain('1,208.00');
  await type(12, 11, '1280');
  await says('有错误 5');
  await page.keyboard.press('Control+z');
  await says('有错误 7');
  await page.keyboard.press('Control+y');
  await says('有错误 5');

  await button('首页').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await view('leaving');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await says('有错误 5');
  // Closing the page itself asks as well.
  const asked = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await leaving;
  await button('首页').click();
  await dialog.getByRole('button', { name: '不保存' }).click();
  await button('打开文件').first().waitFor();
});

test('a locked cell is not typed into, a formula beyond us is said to be one, and a tab tells what is marked', async () => {
  const layouts = puyangLayouts('formulas').map((layout) => ({ ...layout, protect: true }));
  const file = join(folder, '濮阳.xlsx');
  writeFileSync(file, await writeSheets(layouts));
  await open();
  await give([file]);
  const alert = page.getByRole('alert');
  const sheet = page.getByRole('tab', { name: /^统计表1/ });
  await sheet.click();
  const figure = await cell(12, 11).innerText();
  await cell(12, 11).click();
  await page.keyboard.type('1');
  await alert.getByText('这一格已锁定', { exact: false }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await alert.getByText('没有写入。', { exact: false }).waitFor();
  expect(await cell(12, 11).innerText()).toBe(figure);
  await view('locked');

  await type(8, 3, '=OFFSET(C9,0,0)');
  await alert.getByText('C8 的公式已写入', { exact: false }).waitFor();
  await page.keyboard.press('Control+z');
  await alert.waitFor({ state: 'detached' });
  expect(await sheet.getAttribute('aria-label')).toMatch(/ · 提示 \d+ 格$/);
  await type(8, 3, '1');
  await page
    .getByRole('tab', { name: /错误 \d+ 格/ })
    .first()
    .waitFor();
});

test('several files are added up; the sum stands in a workbook of its own, which is saved', async () => {
  await open();
  const set = join(root, 'test/sets/twelve');
  const files = readdirSync(set).filter((name) => /\.xlsx?$/.test(name));
  await give(files.slice(0, 4).map((name) => join(set, name)));
  await page.getByText(/^各单位（/).waitFor();
  await view('set');
  await button('预览汇总结果').click();
  await button(/^写入/).first().click();
  await page.getByRole('grid').waitFor();
  await view('sum');
  const { bytes } = await save();
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.fault.code);
  expect(read.value.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['统计表1', '统计表2']),
  );
});

test('a file that is no workbook is told, and what was open is not', async () => {
  await open();
  const broken = join(folder, '坏.xlsx');
  writeFileSync(broken, 'no workbook');
  await give([broken]);
  await page.getByRole('alert').filter({ hasText: '没有打开“坏.xlsx”' }).waitFor();
  await view('fault');
});

test('an old file is shown and saved as .xlsx, which is said before', async () => {
  await open();
  const set = join(root, 'test/sets/twelve');
  const [old = ''] = readdirSync(set).filter((name) => name.endsWith('.xls'));
  await give([join(set, old)]);
  await button('重新校验').waitFor();
  await button('保存副本').click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('副本是 .xlsx', { exact: false }).waitFor();
  await view('old-file');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '保存副本' }).click();
  expect((await download).suggestedFilename()).toMatch(/（修改稿）\.xlsx$/);
});

test('a blank form is made, typed into with the keyboard alone, in English, on dark ground and on a phone', async () => {
  await open({ locale: 'en-US', colorScheme: 'dark' });
  await view('start-en-dark');
  await button('New standard template').click();
  await button('Insert template').last().click();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.type('12');
  await page.keyboard.press('Tab');
  await page.keyboard.type('34.5');
  await page.keyboard.press('Enter');
  await cell(5, 3).filter({ hasText: '34.5' }).waitFor();
  await view('template-en-dark');
  await page.setViewportSize({ width: 375, height: 720 });
  await view('template-en-phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('it is whole on a phone', async () => {
  await open({ width: 375, height: 720 });
  expect(await page.evaluate(reach)).toBeLessThanOrEqual(375);
  await view('start-phone');
  await give([specimen('wrong/typical-mistakes.xlsx')]);
  await page.getByRole('grid').waitFor();
  await page.locator('[data-entry]').first().waitFor();
  await view('phone');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test('once it is there it works without the network', async () => {
  await open();
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await give([specimen('wrong/typical-mistakes.xlsx')]);
  await says('有错误 7');
  const { bytes } = await save();
  expect(bytes.length).toBeGreaterThan(1_000);
  // The script of a worker is asked for, not there, and not missed.
  problems = problems.filter((text) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(text));
});

test('it works from a folder, without a server', async () => {
  const { addin } = await build(root, () => undefined);
  await open({ at: pathToFileURL(join(addin, 'index.html')).href });
  await give([specimen('wrong/typical-mistakes.xlsx')]);
  await says('有错误 7');
  const { bytes } = await save();
  expect(bytes.length).toBeGreaterThan(1_000);
});
