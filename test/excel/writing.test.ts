/** Filling, undoing and inserting from end to end on office.js: in how few batches, and when one fails? */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { fillTotals, previewFill } from '../../src/application/fillTotals';
import { insertTemplate } from '../../src/application/insertTemplate';
import { undoLast } from '../../src/application/undo';
import type { FillMode } from '../../src/domain/fill/plannedChange';
import type { SheetLayout } from '../../src/domain/template/layout';
import type { TemplateOptions } from '../../src/domain/template/standardTemplate';
import { readWorkbook } from '../../src/files/readWorkbook';
import { writeSheets } from '../../src/files/writeSheets';
import type { FailureRequest } from '../../src/workbench/host/failures';
import { everyCell, MemoryStore, newLog, withContents } from '../application/fixture';
import { settings } from '../domain/forms';
import { puyangFigures, puyangLayouts } from '../specimens/puyangFigures';
import { openedExcel, spent, valueOf, type OpenedExcel } from './openedExcel';

let excel: OpenedExcel | undefined;
let store = new MemoryStore();
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(content: readonly SheetLayout[] | Uint8Array): Promise<OpenedExcel> {
  const workbook = content instanceof Uint8Array ? content : await writeSheets(content);
  excel = await openedExcel({ workbook, level: '1.13' });
  return excel;
}

beforeEach(() => {
  store = new MemoryStore();
});

/** The Puyang pair as typed, but with blank grand totals and one stale total in Table 1. */
function unfinished(): SheetLayout[] {
  const [table1, table2] = puyangLayouts('typed');
  if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
  const contents = [
    [23, 10, null],
    [23, 11, null],
    [11, 10, 7580.924],
  ] as const;
  return [withContents(table1, contents), table2];
}

const own = ['统计表1', '统计表2'];
const cells = ({ workbook }: OpenedExcel) => everyCell(workbook, own);
const sheetNames = ({ host }: OpenedExcel) => host.workbook.sheets.map((sheet) => sheet.name);
const planned = async ({ workbook }: OpenedExcel, mode: FillMode) =>
  valueOf(await previewFill(workbook, { mode, pair: null })).changes;
const fill = async (opened: OpenedExcel, mode: FillMode = 'formulas') =>
  fillTotals(opened.workbook, newLog(store), await planned(opened, mode));
const undo = ({ workbook }: OpenedExcel) => undoLast(workbook, newLog(store));

const template: TemplateOptions = {
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
};
const insert = ({ workbook }: OpenedExcel) => insertTemplate(workbook, newLog(store), template);

test('totals are filled in three batches and taken back in three', async () => {
  const opened = await open(unfinished());
  const before = await cells(opened);
  const writes = await planned(opened, 'values');
  spent(opened.host);
  const filled = await fillTotals(opened.workbook, newLog(store), writes);
  expect(filled).toMatchObject({ ok: true, value: { changed: [], undo: 'onThisMachine' } });
  expect(spent(opened.host).batches).toBe(3);
  expect(await planned(opened, 'values')).toEqual([]);
  spent(opened.host);
  expect(await undo(opened)).toMatchObject({ ok: true, value: { left: [] } });
  expect(spent(opened.host).batches).toBe(3);
  expect(await cells(opened)).toEqual(before);
});

test('the pane was closed, the workbook saved and opened again: it can still be undone', async () => {
  const opened = await open(unfinished());
  const before = await cells(opened);
  await fill(opened);
  const saved = await opened.host.save();
  opened.close();
  const again = await open(saved);
  await undo(again);
  expect(await cells(again)).toEqual(before);
});

test('rows that were inserted since keep their figures', async () => {
  const opened = await open(unfinished());
  await fill(opened);
  await opened.office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('统计表1');
    sheet.getRange('8:8').insert('Down');
    await context.sync();
  });
  const shifted = await cells(opened);
  const undone = await undo(opened);
  if (undone?.ok !== true) throw new Error('not undone');
  const restored = new Set(undone.value.restored.map(({ cell }) => cell));
  const now = await cells(opened);
  const others = (all: typeof now) =>
    all.filter(({ sheet, cell }) => sheet === '统计表1' && !restored.has(cell));
  expect(others(now)).toEqual(others(shifted));
  expect(undone.value.left.map(({ cell }) => cell)).toContain('K12');
});

test('sheets are inserted in six batches and taken out in three', async () => {
  const opened = await open(puyangLayouts('typed'));
  spent(opened.host);
  expect(valueOf(await insert(opened)).sheets).toEqual(['统计表1 (2)', '统计表2 (2)']);
  expect(spent(opened.host).batches).toBe(6);
  valueOf(await opened.workbook.readWorkbook());
  spent(opened.host);
  expect((await undo(opened))?.ok).toBe(true);
  expect(spent(opened.host).batches).toBe(3);
  expect(sheetNames(opened)).toEqual(own);
});

test('an inserted table filled with the figures of Puyang is clean, totals stay locked, its file is valid', async () => {
  const opened = await open(puyangLayouts('typed'));
  valueOf(await insert(opened));
  for (const [form, sheet] of [
    ['table1', '统计表1 (2)'],
    ['table2', '统计表2 (2)'],
  ] as const) {
    const figures = puyangFigures(form).slice(0, -1);
    await opened.office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange('B5');
      const area = range.getResizedRange(figures.length - 1, 7);
      area.values = figures.map((line) => line.slice(0, 8).map((value) => value ?? ''));
      await context.sync();
    });
  }
  await expect(opened.host.type('统计表1 (2)', 'K12', '1')).rejects.toMatchObject({
    code: 'AccessDenied',
  });
  const read = valueOf(await opened.workbook.readWorkbook());
  const found = checkWorkbook(read, settings).findings.filter(({ sheet }) => sheet.endsWith('(2)'));
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['R-010', 'R-020']));
  expect(found).toHaveLength(15);

  const bytes = await opened.host.save();
  const folder = await mkdtemp(join(tmpdir(), 'inserted-'));
  const file = join(folder, 'inserted.xlsx');
  await writeFile(file, bytes);
  const validator = join(__dirname, '../../node_modules/.bin/ooxml-validator');
  const { stdout } = await promisify(execFile)(validator, [file]);
  await rm(folder, { recursive: true });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
  const saved = await readWorkbook(bytes);
  expect(saved.ok && saved.value.sheets.map(({ name }) => name)).toEqual(sheetNames(opened));
});

describe('interrupted, nothing of the user is lost', () => {
  /** Each batch of a command, and single actions spread over all of them. */
  async function failuresOf(
    opened: OpenedExcel,
    command: () => Promise<unknown>,
    last: number,
  ): Promise<FailureRequest[]> {
    opened.host.log.clear();
    await command();
    const { batches, actions } = opened.host.log.totals;
    return [
      ...Array.from({ length: batches }, (_, at): FailureRequest => ({
        batch: at + 1,
        code: 'GeneralException',
      })),
      { batch: batches, code: 'silence' },
      ...Array.from({ length: last }, (_, at): FailureRequest => ({
        action: 1 + Math.floor((at * (actions - 1)) / (last - 1)),
        code: at % 4 === 1 ? 'silence' : 'AccessDenied',
      })),
    ];
  }

  test('while filling and while undoing', async () => {
    const opened = await open(unfinished());
    const before = await cells(opened);
    const writes = await planned(opened, 'formulas');
    const again = () => fillTotals(opened.workbook, newLog(store), writes);
    for (const failure of await failuresOf(opened, again, 8)) {
      await undo(opened);
      opened.host.failAt(failure);
      await again();
      await undo(opened);
      expect([failure, await cells(opened)]).toEqual([failure, before]);
    }
    await again();
    for (const failure of await failuresOf(opened, () => undo(opened), 8)) {
      await again();
      opened.host.failAt(failure);
      const first = await undo(opened);
      if (first?.ok === false) await undo(opened);
      expect([failure, await cells(opened)]).toEqual([failure, before]);
    }
  });

  test('while inserting', async () => {
    const opened = await open(puyangLayouts('typed'));
    const before = await cells(opened);
    // The sheets are listed once per pane.
    await opened.workbook.readSheets([]);
    const failures = await failuresOf(opened, () => insert(opened), 8);
    await undo(opened);
    for (const failure of failures) {
      opened.host.failAt(failure);
      const inserted = await insert(opened);
      if (inserted.ok || inserted.fault.left?.length !== 0) await undo(opened);
      expect([failure, ...sheetNames(opened)]).toEqual([failure, ...own]);
    }
    expect(await cells(opened)).toEqual(before);
  });
});
