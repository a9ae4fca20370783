/**
 * Can thirty counties' files be added up on screen, and every figure of the sum be traced, also after
 * the workbook was saved and opened again? Pictures are left in build/e2e.
 *
 * @jest-environment node
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { cellAt } from '../../src/domain/grid';
import type { SheetLayout } from '../../src/domain/template/layout';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import { countyFigures, countyLayouts } from '../sets/countyFigures';
import { launchBrowser } from './browser';
import { WorkbenchPage } from './page';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

const opening = { language: 'zh-CN', theme: 'light' } as const;

/** 教育: its place among the lines, and the row that it has on a sheet, zero-based. */
const education = { line: 3, row: 7 };
/** Of 一般公共预算: 项目数, 预算数 … */
const budgeted = 1;

const ownLabel = '其他（含民办教育补助）支出事项';

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const nameOf = (county: number) => `第${county}县财政局`;

/** The sheets with a label of the county's own in place of 其他. */
function withOwnLabel([first, ...others]: SheetLayout[]): SheetLayout[] {
  if (first === undefined) throw new Error('no sheets');
  const cells = first.cells.map((cell) =>
    cell.content === '其他' && cell.column === 0 ? { ...cell, content: ownLabel } : cell,
  );
  return [{ ...first, cells }, ...others];
}

async function county(number: number): Promise<Upload> {
  const sheets = countyLayouts({
    name: nameOf(number),
    figures: countyFigures(number),
    totals: number % 2 === 0 ? 'typed' : 'formulas',
    currency: number % 3 === 0 ? 'yuan' : 'tenThousandYuan',
  });
  const bytes = await writeSheets(number === 5 ? withOwnLabel(sheets) : sheets);
  return { name: `${nameOf(number)}.xlsx`, mimeType: '', buffer: Buffer.from(bytes) };
}

/** What each county's budget for 教育 is, in 分, the largest first. */
const shares = Array.from({ length: 29 }, (_, at) => at + 1)
  .map((number) => ({
    name: nameOf(number),
    amount: countyFigures(number).table1[education.line]?.[budgeted] ?? 0n,
  }))
  .filter(({ amount }) => amount > 0n)
  .sort((a, b) => Number(b.amount - a.amount));
const sum = shares.reduce((total, { amount }) => total + amount, 0n);

/** 分 as the pane writes 万元. */
const inPane = (amount: bigint): string =>
  (Number(amount) / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 6 });

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
  workbench = await WorkbenchPage.open(browser, server.address, opening);
  await workbench.pane.getByRole('tab', { name: '汇总', exact: true }).click();
  await button('选择文件…').waitFor();
});

afterEach(async () => {
  await workbench.close();
  expect(workbench.problems).toEqual([]);
});

const button = (name: string | RegExp): Locator => workbench.pane.getByRole('button', { name });

/** Goes to the budget of 教育 in a sheet of the result; what the pane says of it. */
async function traced(sheet: string): Promise<Locator> {
  const { page, pane } = workbench;
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await workbench.goTo('C8');
  const part = pane.getByRole('region', { name: '追查汇总数' });
  await part.getByText('统计表1·教育·一般公共预算·预算数').waitFor();
  return part;
}

async function expectShares(part: Locator): Promise<void> {
  await part.getByText(`${inPane(sum)} 万元，${shares.length} 个单位`).waitFor();
  const rows = await part.getByRole('listitem').allInnerTexts();
  expect(rows).toHaveLength(shares.length);
  shares.forEach(({ name, amount }, at) => {
    expect(rows[at]).toContain(name);
    expect(rows[at]).toContain(inPane(amount));
    expect(rows[at]).toContain(`${name}.xlsx`);
  });
}

test('thirty files: one is none, a label is mapped, the sum is written, traced, saved, opened, traced again', async () => {
  const { page, pane } = workbench;
  const files = await Promise.all(Array.from({ length: 29 }, (_, at) => county(at + 1)));
  files.push({ name: '坏文件.xlsx', mimeType: '', buffer: Buffer.from('不是工作簿') });
  const chooser = page.waitForEvent('filechooser');
  await button('选择文件…').click();
  await (await chooser).setFiles(files);
  await pane.getByText('计入 28 / 29 个单位').waitFor();
  await pane.getByText('1 个文件未能读取').first().waitFor();
  await workbench.view('consolidation-judged');

  await pane.getByLabel(`“${ownLabel}”归入`).selectOption('其他');
  await pane.getByText('计入 29 / 29 个单位').waitFor();

  await button('预览汇总结果').click();
  await pane.getByText('汇总结果预览').waitFor();
  await workbench.view('consolidation-preview');
  await button(/^写入新工作表/).click();
  await page.getByRole('tab', { name: '汇总说明 (2)' }).waitFor();

  const part = await traced('统计表1 (2)');
  await expectShares(part);
  await workbench.view('consolidation-traced');
  await part.getByRole('listitem').first().getByRole('button').click();
  const place = page.locator('[data-sheet="汇总底稿1 (2)"]');
  await place.waitFor();
  expect(await place.getAttribute('data-text')).toMatch(/^[\d,]+\.\d+$/);
  // Its shares stay in sight beside the row that they led to.
  await expectShares(part);

  const saved = await workbench.save();
  const read = await readWorkbook(saved);
  if (!read.ok) throw new Error(read.fault.code);
  const sheet = read.value.sheets.find(({ name }) => name === '统计表1 (2)');
  const cell = sheet && cellAt(sheet, education.row, 2);
  expect(cell?.formula).toContain('SUMIFS');
  expect(cell?.value).toBeCloseTo(Number(sum) / 1_000_000, 8);

  const opened = page.waitForEvent('filechooser');
  await workbench.command('打开…').click();
  const file = { name: '汇总.xlsx', mimeType: '', buffer: Buffer.from(saved) };
  await (await opened).setFiles(file);
  await page.getByText('已打开“汇总.xlsx”。').waitFor();
  await workbench.ready();
  await pane.getByRole('tab', { name: '汇总', exact: true }).click();
  await expectShares(await traced('统计表1 (2)'));
});

test('the sample folder is given to the pane in two clicks', async () => {
  const { page, pane, words } = workbench;
  await page
    .getByLabel(words.samples)
    .selectOption({ label: '十二个单位的文件（先在窗格打开“汇总”）' });
  await page.getByText('已交给窗格 12 个文件。').waitFor();
  await pane.getByText('计入 4 / 12 个单位').waitFor();

  await pane.getByRole('tab', { name: '校验', exact: true }).click();
  await page
    .getByLabel(words.samples)
    .selectOption({ label: '十二个单位的文件（先在窗格打开“汇总”）' });
  await page.getByText(/窗格现在没有要文件。/).waitFor();
});

describe('files of a folder', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'counties-'));
    mkdirSync(join(folder, '东片'));
    for (const number of [1, 2, 3]) {
      const { name, buffer } = await county(number);
      writeFileSync(join(folder, number === 3 ? '东片' : '.', name), buffer);
    }
    writeFileSync(join(folder, '说明.docx'), '不是工作簿');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('chosen as a folder', async () => {
    const { page, pane } = workbench;
    const chooser = page.waitForEvent('filechooser');
    await button('选择文件夹…').click();
    await (await chooser).setFiles(folder);
    await pane.getByText('计入 3 / 3 个单位').waitFor();
  });

  test('dropped as a folder, beside a file', async () => {
    const { page, pane } = workbench;
    const box = await button('选择文件…').boundingBox();
    if (box === null) throw new Error('nothing to drop on');
    const session = await page.context().newCDPSession(page);
    const { name, buffer } = await county(4);
    const alone = join(folder, `../${name}`);
    writeFileSync(alone, buffer);
    const data = { items: [], files: [folder, alone], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const place = { x: box.x + 5, y: box.y + 5 };
      await session.send('Input.dispatchDragEvent', { type, ...place, data });
    }
    await pane.getByText('计入 4 / 4 个单位').waitFor();
    rmSync(alone);
  });
});

test('ended while files are read: what was not read is told, and read when asked for', async () => {
  const { page, pane } = workbench;
  const frame = page.frames().find((one) => one.url().includes('/addin/'));
  if (frame === undefined) throw new Error('no pane');
  // A disk that does not answer for the second file until it is asked again.
  await frame.evaluate(() => {
    const { prototype } = File;
    const read: (this: Blob) => Promise<ArrayBuffer> = Reflect.get(prototype, 'arrayBuffer');
    let times = 0;
    prototype.arrayBuffer = function arrayBuffer(this: File) {
      if (this.name.includes('第2县')) times += 1;
      return times === 1 && this.name.includes('第2县')
        ? new Promise<ArrayBuffer>((resolve) => {
            Reflect.set(window, 'answer', () => {
              resolve(new ArrayBuffer(0));
            });
          })
        : read.call(this);
    };
  });
  const files = await Promise.all([1, 2, 3].map(county));
  const chooser = page.waitForEvent('filechooser');
  await button('选择文件…').click();
  await (await chooser).setFiles(files);
  await frame.waitForFunction(() => Reflect.has(window, 'answer'));
  await button('停止').click();
  await frame.evaluate(() => {
    (Reflect.get(window, 'answer') as () => void)();
  });
  await pane.getByText('2 个文件还没有读取').first().waitFor();
  await button('继续读取').click();
  await pane.getByText('计入 3 / 3 个单位').waitFor();
});
