/**
 * Can workbooks be opened, edited, undone and saved in the workbench, and is every refusal a sentence?
 *
 * @jest-environment node
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cellAt } from '../../src/domain/grid';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import { launchBrowser } from './browser';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

const specimens = join(__dirname, '../specimens');

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

/** Chooses a file in the dialog that 打开 shows. */
async function openFile(name: string, buffer: Buffer): Promise<void> {
  const { page } = workbench;
  const chooser = page.waitForEvent('filechooser');
  await workbench.command('打开…').click();
  await (await chooser).setFiles({ name, mimeType: '', buffer });
}

test('what is typed is calculated, undone, redone and saved', async () => {
  const { page } = workbench;
  await openFile('甲县.xlsx', readFileSync(join(specimens, 'clean/openpyxl-formulas.xlsx')));
  await page.getByText('已打开“甲县.xlsx”。').waitFor();
  await workbench.ready();
  await workbench.shows('K12', '1280');
  await workbench.type('C12', '1000');
  await workbench.shows('K12', '1000');
  await page.keyboard.press('Control+z');
  await workbench.shows('K12', '1280');
  await workbench.command('重做').click();
  await workbench.shows('K12', '1000');

  const read = await readWorkbook(await workbench.save());
  if (!read.ok) throw new Error(read.fault.code);
  const [table1] = read.value.sheets;
  expect(table1 && cellAt(table1, 11, 2)?.value).toBe(1000);
  expect(table1 && cellAt(table1, 11, 10)?.formula).toMatch(/^=/);
});

test('what is no workbook is refused in a sentence, and the present one stays', async () => {
  const { page } = workbench;
  await openFile('通知.xlsx', Buffer.from('这不是工作簿'));
  await page.getByText(/未能打开“通知\.xlsx”：不是 \.xlsx 工作簿、加了密码，或已损坏。/).waitFor();
  await workbench.shows('C5', '3,275.2964');
});

test('changes are not lost on the way to another workbook', async () => {
  const { page, words } = workbench;
  await workbench.type('C5', '1');
  await page.getByLabel(words.samples).selectOption(words.typicalMistakes);
  const question = page.getByRole('alertdialog', { name: '保存修改吗？' });
  await question.getByRole('button', { name: '取消' }).click();
  await workbench.shows('C5', '1.00');

  await page.getByLabel(words.samples).selectOption(words.typicalMistakes);
  await workbench.view('ask');
  await question.getByRole('button', { name: words.drop }).click();
  await page.getByRole('heading', { name: '常见错误.xlsx' }).waitFor();
  await workbench.ready();
  await workbench.ribbon(words.checkNow).click();
  await workbench.verdict(words.errors(7));
  await workbench.view('mistakes');
});

test('a protected cell keeps what it holds, and the user is told', async () => {
  const { page } = workbench;
  const bytes = await writeSheets(
    standardTemplate({
      forms: ['table1'],
      reportingUnit: '甲县财政局',
      fiscalYear: 2023,
      currencyUnit: 'tenThousandYuan',
      edition: 'form2019',
      protect: true,
    }),
  );
  await openFile('锁定.xlsx', Buffer.from(bytes));
  await page.getByText('已打开“锁定.xlsx”。').waitFor();
  await workbench.ready();
  await workbench.type('A5', '改动');
  await page.getByText(/A5 受保护，没有改。/).waitFor();
  await workbench.shows('A5', '一般事务');
  await workbench.type('C5', '5');
  await workbench.shows('K5', '5.00');
});

test('what is being typed is entered before anything else is done', async () => {
  const { page, words } = workbench;
  // The cells have the focus from the beginning.
  await workbench.goTo('C7');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-cell="C7"]').waitFor();
  await page.keyboard.type('55');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  await download;
  await workbench.shows('C7', '55.00');
  await page.getByRole('tab', { name: '统计表2' }).click();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-sheet="统计表2"]:not([data-cell="A1"])').waitFor();
  await page.getByRole('tab', { name: '统计表1' }).click();
  await workbench.goTo('C7');

  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('66');
  await page.getByLabel(words.samples).selectOption(words.typicalMistakes);
  const question = page.getByRole('alertdialog', { name: '保存修改吗？' });
  await question.getByRole('button', { name: '取消' }).click();
  await workbench.shows('D7', '66.00');

  await page.keyboard.type('77');
  await workbench.command('撤销').click();
  await workbench.shows('D7', '66.00');
});

test('a workbook in order passes; one without the tables is not said to', async () => {
  const { page, pane, words } = workbench;
  await openFile('甲县.xlsx', readFileSync(join(specimens, 'clean/openpyxl.xlsx')));
  await page.getByText('已打开“甲县.xlsx”。').waitFor();
  await workbench.ready();
  await workbench.ribbon(words.checkNow).click();
  await workbench.verdict('通过');
  await workbench.view('passed');

  const other = readFileSync(join(specimens, 'foreign/other-statistics-only.xlsx'));
  await openFile('其他统计.xlsx', other);
  await page.getByText('已打开“其他统计.xlsx”。').waitFor();
  await workbench.ready();
  await workbench.ribbon(words.checkNow).click();
  await workbench.verdict(words.notChecked);
  expect(await pane.getByText('通过', { exact: true }).count()).toBe(0);
  await workbench.view('not-recognised');
});
