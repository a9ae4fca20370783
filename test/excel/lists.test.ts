/** Do a result's sheets come whole into Excel, in parts that Excel on the web takes, or not at all? */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TraceableWorkbook } from '../../src/application/consolidation/traceFigure';
import { insertLayouts } from '../../src/application/insertTemplate';
import { undoLast, type UndoOutcome } from '../../src/application/undo';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { resultLayouts } from '../../src/domain/consolidate/resultLayouts';
import { resultNames } from '../../src/domain/consolidate/resultNames';
import { workingPapers } from '../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../src/domain/forms/officialForms';
import type { ListLayout, NewSheet } from '../../src/domain/template/layout';
import type { ListRow } from '../../src/domain/template/listRows';
import { readWorkbook } from '../../src/files/readWorkbook';
import { halvePart, listParts } from '../../src/excel/sheets/listParts';
import { MemoryStore, newLog } from '../application/fixture';
import { judged, sumOf } from '../domain/consolidate/sets';
import { settings } from '../domain/forms';
import { faultOf, openedExcel, specimen, valueOf, type OpenedExcel } from './openedExcel';
import { parts } from './savedParts';

/** What Excel on the web takes in one request, in bytes. */
const webLimit = 5 * 1024 * 1024;

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(): Promise<OpenedExcel> {
  const workbook = specimen('puyang-2019.xlsx');
  excel = await openedExcel({ workbook, level: '1.13', webLimits: true });
  return excel;
}

const own = ['统计表1', '统计表2'];
const names = ({ host }: OpenedExcel) => host.workbook.sheets.map(({ name }) => name);

async function takenBack({ workbook }: OpenedExcel, store: MemoryStore): Promise<UndoOutcome> {
  const undone = await undoLast(workbook, newLog(store));
  if (undone === null) throw new Error('nothing to take back');
  return valueOf(undone);
}

/** The sum of three counties, as it is inserted beside the pair of the workbook. */
function result(): NewSheet[] {
  const sum = sumOf(judged([{ name: '甲县' }, { name: '=HYPERLINK("x")' }, { name: '乙县' }]));
  const called = resultNames(officialForms, own);
  return [...resultLayouts(sum, 'formulas', called), ...workingPapers(sum, called), notes];
}

const notes: ListLayout = {
  name: '汇总说明 (2)',
  columns: [
    { title: '项目', width: 20, numberFormat: null },
    { title: '内容', width: 60, numberFormat: null },
  ],
  rows: [
    ['日期', '2020-03-01'],
    ['', null],
    ['取数', '一段比这一列宽得多的话，要折成好几行才能看完'.repeat(4)],
    ['很长', '字'.repeat(40_000)],
  ],
  hasFilter: false,
};

/** A list with so many rows. */
const list = (rows: readonly ListRow[]): ListLayout => ({
  name: '底稿',
  columns: [
    { title: '单位', width: 24, numberFormat: null },
    { title: '数', width: 15, numberFormat: '0.00' },
  ],
  rows,
  hasFilter: true,
});

test('a result is recognised, passes its check, is traced, and is taken back', async () => {
  const opened = await open();
  const store = new MemoryStore();
  const inserted = valueOf(
    await insertLayouts(opened.workbook, newLog(store), 'consolidate', result()),
  );
  expect(inserted.sheets).toEqual([
    '统计表1 (2)',
    '统计表2 (2)',
    '汇总底稿1 (2)',
    '汇总底稿2 (2)',
    '汇总说明 (2)',
  ]);
  const grids = valueOf(await opened.workbook.readWorkbook());
  const { findings, recognition } = checkWorkbook(grids, settings);
  expect(recognition.returns).toHaveLength(2);
  expect(findings.filter(({ pair, severity }) => pair === 2 && severity === 'error')).toEqual([]);
  const trace = new TraceableWorkbook(grids).trace({ sheet: '统计表1 (2)', cell: 'C8' });
  expect(trace?.isCurrent).toBe(true);
  expect(trace?.shares.map(({ unit }) => unit).sort()).toEqual(['=HYPERLINK("x")', '乙县', '甲县']);

  const undone = await takenBack(opened, store);
  expect(undone.deletedSheets).toEqual(inserted.sheets);
  expect(names(opened)).toEqual(own);
});

test('a paper in which something was changed is kept, and named', async () => {
  const opened = await open();
  const store = new MemoryStore();
  valueOf(await insertLayouts(opened.workbook, newLog(store), 'consolidate', result()));
  await opened.host.type('汇总底稿1 (2)', 'C2', '99');
  const undone = await takenBack(opened, store);
  expect(undone.keptSheets).toEqual(['汇总底稿1 (2)']);
});

test('as saved: frozen headings, filter, page width, texts as texts, heights for what wraps; a valid file', async () => {
  const opened = await open();
  valueOf(await opened.workbook.insertSheets(result()));
  const bytes = await opened.host.save();
  const saved = await parts(bytes);
  const paper = saved.get('xl/worksheets/sheet5.xml') ?? '';
  expect(paper).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
  expect(paper).toMatch(/<autoFilter ref="A1:O\d+"/);
  expect(paper).toMatch(/<pageSetup[^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
  expect(paper).toMatch(/<pageSetup[^>]*paperSize="9"/);
  expect(saved.get('xl/worksheets/sheet7.xml')).not.toContain('<autoFilter');
  expect(saved.get('xl/worksheets/sheet7.xml')).toMatch(/<row [^>]*r="4"[^>]*ht="\d+/);
  const read = valueOf(await readWorkbook(bytes));
  const long = read.sheets
    .at(-1)
    ?.rows.slice(4)
    .map((row) => JSON.stringify(row?.[1]?.value).length - 2);
  expect(long).toEqual([32_767, 40_000 - 32_767]);
  const units = new Set(read.sheets[4]?.rows.slice(1).map((row) => row?.[0]?.value));
  expect(units).toEqual(new Set(['=HYPERLINK("x")', '乙县', '甲县']));

  const folder = mkdtempSync(join(tmpdir(), 'lists-'));
  writeFileSync(join(folder, 'result.xlsx'), bytes);
  const validator = join(__dirname, '../../node_modules/.bin/ooxml-validator');
  const said = execFileSync(validator, [join(folder, 'result.xlsx')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(JSON.parse(said)).toMatchObject({ ok: true, errors: [] });
});

test('the paper of 3,000 units is cut into parts of bounded cells and bytes, none left out', () => {
  const row = (at: number): ListRow => [
    `某市某县财政局${at}`,
    '教育',
    ...Array.from({ length: 8 }, () => 123456.78),
    `${at}.xlsx`,
    '统计表1',
    'B7',
    'B C D E F G H I',
  ];
  const rows = Array.from({ length: 81_000 }, (_, at) => row(at));
  const cut = listParts(rows);
  expect(cut.length).toBeLessThan(100);
  expect(cut.flatMap((part) => part.rows)).toEqual(rows);
  let next = 0;
  for (const { first, rows: some } of cut) {
    expect(first).toBe(next);
    next += some.length;
    expect(Buffer.byteLength(JSON.stringify(some))).toBeLessThan(webLimit / 2);
    expect(some.length * 14).toBeLessThanOrEqual(15_000);
  }
});

test('a part is cut by its bytes where texts are long; a row stays whole, however long', () => {
  const long = '名'.repeat(10_000);
  const cut = listParts(Array.from({ length: 200 }, () => [long, 1]));
  expect(cut.length).toBeGreaterThan(3);
  for (const { rows } of cut) {
    expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(webLimit / 2);
  }
  expect(listParts([['名'.repeat(1_000_000), 1]])).toHaveLength(1);
  expect(halvePart({ first: 3, rows: [['甲', 1]] })).toBeNull();
  expect(
    halvePart({
      first: 3,
      rows: [
        ['甲', 1],
        ['乙', 2],
        ['丙', 3],
      ],
    })?.map(({ first }) => first),
  ).toEqual([3, 5]);
});

const twoParts = Array.from({ length: 9_000 }, (_, at): ListRow => [`单位${at}`, at]);

test('no request outgrows what Excel on the web takes; many cells are written in few', async () => {
  const opened = await open();
  const told: number[] = [];
  valueOf(
    await opened.workbook.insertSheets([list([...twoParts, ...twoParts])], {
      told: (done) => told.push(done),
    }),
  );
  const sent = opened.host.log.batches.map((batch) => batch.sent);
  expect(Math.max(...sent)).toBeLessThan(webLimit / 2);
  // What is there, the sheet, its looks, three parts, filter, page.
  expect(sent).toHaveLength(8);
  expect(told).toEqual([7_500, 15_000, 18_000]);
});

test('a part that Excel finds too large all the same is written in two', async () => {
  const opened = await open();
  opened.host.failAt({ batch: 4, code: 'RequestPayloadSizeLimitExceeded' });
  const [name = ''] = valueOf(await opened.workbook.insertSheets([list(twoParts)])).names;
  const [sheet] = valueOf(await opened.workbook.readSheets([name])).sheets;
  expect(sheet?.rows.slice(1).map((row) => row?.[1]?.value)).toEqual(twoParts.map(([, at]) => at));
});

test('a part at which Excel was busy is written once more', async () => {
  const opened = await open();
  opened.host.failAt({ batch: 5, code: 'ActivityLimitReached' });
  const [name = ''] = valueOf(await opened.workbook.insertSheets([list(twoParts)])).names;
  const [sheet] = valueOf(await opened.workbook.readSheets([name])).sheets;
  expect(sheet?.rows).toHaveLength(9_001);
});

test.each(
  [2, 3, 4, 5, 6].flatMap((batch) =>
    ['GeneralException', 'silence'].map((code) => [batch, code] as const),
  ),
)('nothing is left where request %i fails with %s', async (batch, code) => {
  const opened = await open();
  opened.host.failAt({ batch, code: code as 'silence' });
  const [layout] = resultLayouts(sumOf(judged([{ name: '甲县' }])), 'values');
  if (layout === undefined) throw new Error('no layout');
  faultOf(await opened.workbook.insertSheets([{ ...layout, name: '合计' }, list(twoParts)]));
  expect(names(opened)).toEqual(own);
});

test.each([7, 8])('filter and page are tried only: request %i may fail', async (batch) => {
  const opened = await open();
  opened.host.failAt({ batch, code: 'GeneralException' });
  const [layout] = resultLayouts(sumOf(judged([{ name: '甲县' }])), 'values');
  if (layout === undefined) throw new Error('no layout');
  const sheets = [{ ...layout, name: '合计' }, list(twoParts)];
  const { pages } = valueOf(await opened.workbook.insertSheets(sheets));
  expect(pages).toBe(batch === 8 ? 'notSetUp' : 'setUp');
  expect(names(opened)).toEqual([...own, '合计', '底稿']);
});
