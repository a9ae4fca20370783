import fc from 'fast-check';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { fillTotals, previewFill } from '../../src/application/fillTotals';
import { undoLast } from '../../src/application/undo';
import type { WorkbookPort } from '../../src/application/ports';
import type { FillMode, PlannedWrite } from '../../src/domain/fill/plannedWrite';
import type { FailureRequest } from '../../src/workbench/host/failures';
import { arbitraryTable } from '../domain/fill/arbitraryTables';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import type { OpenExcel } from './excelFixture';
import { everyCell, layoutOfGrid, newLog, openExcel, withContents } from './excelFixture';

let excel: OpenExcel;
afterEach(() => {
  excel.office.dispose();
});

/** The Puyang pair as typed, but with blank grand totals and one stale total in Table 1. */
function unfinished() {
  const [table1, table2] = puyangLayouts('typed');
  if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
  return [
    withContents(table1, [
      [23, 10, null],
      [23, 11, null],
      [11, 10, 7580.924],
    ]),
    table2,
  ];
}

async function preview(mode: FillMode): Promise<readonly PlannedWrite[]> {
  const read = await previewFill(excel.workbook, { mode, pair: null });
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.writes;
}

async function errors(): Promise<unknown[]> {
  const read = await excel.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return checkWorkbook(read.value, settings)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, cells }) => [rule, ...cells]);
}

const named = (cells: readonly { readonly cell: string }[]) => cells.map(({ cell }) => cell);

test('blank totals are filled, read back, and taken back to what stood there', async () => {
  excel = await openExcel(unfinished());
  const before = await everyCell(excel);
  excel.batches();
  const writes = await preview('values');
  expect(writes.map(({ place, why, preselected }) => [place.cell, why, preselected])).toEqual([
    ['K12', 'stale', false],
    ['K24', 'blank', true],
    ['L24', 'blank', true],
  ]);
  const previewBatches = excel.batches();

  const filled = await fillTotals(excel.workbook, excel.log, writes);
  expect(filled).toMatchObject({ ok: true, value: { changed: [], undo: 'onThisMachine' } });
  const fillBatches = excel.batches();
  expect(await errors()).toEqual([]);
  expect(await preview('values')).toEqual([]);

  excel.batches();
  const undone = await undoLast(excel.workbook, excel.log);
  const undoBatches = excel.batches();
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  expect(await everyCell(excel)).toEqual(before);
  expect(await undoLast(excel.workbook, excel.log)).toBeNull();
  expect({ previewBatches, fillBatches, undoBatches }).toEqual({
    previewBatches: 2,
    fillBatches: 4,
    undoBatches: 4,
  });
});

test.each<FillMode>(['formulas', 'values'])(
  'filling by %s and undoing leaves every cell of any table as it was',
  async (mode) => {
    // A few whole runs of Excel; the shapes themselves are walked through without it.
    for (const sheet of fc.sample(arbitraryTable, { numRuns: 3, seed: 20190301 })) {
      excel = await openExcel([layoutOfGrid(sheet)]);
      const before = await everyCell(excel, { rows: 52, columns: 17 });
      const filled = await fillTotals(excel.workbook, excel.log, await preview(mode));
      expect(filled).toMatchObject({ ok: true, value: { changed: [] } });
      expect((await errors()).filter((error) => /^B-/.test(String(error)))).toEqual([]);
      expect(await preview(mode)).toEqual([]);
      await undoLast(excel.workbook, excel.log);
      expect(await everyCell(excel, { rows: 52, columns: 17 })).toEqual(before);
      excel.office.dispose();
    }
    excel = await openExcel(unfinished());
  },
);

test('the pane was closed, the workbook saved and opened again: it can still be undone', async () => {
  excel = await openExcel(unfinished());
  const before = await everyCell(excel);
  await fillTotals(excel.workbook, excel.log, await preview('formulas'));
  const saved = await excel.office.host.save();
  const { store } = excel;
  excel.office.dispose();

  excel = await openExcel(saved, store);
  await undoLast(excel.workbook, excel.log);
  expect(await everyCell(excel)).toEqual(before);
});

test('what the user has edited since is left, and named', async () => {
  excel = await openExcel(unfinished());
  await fillTotals(excel.workbook, excel.log, await preview('values'));
  await excel.office.host.type('统计表1', 'K24', '1');
  const undone = await undoLast(excel.workbook, newLog(excel.store));
  if (undone?.ok !== true) throw new Error('not undone');
  expect(named(undone.value.left)).toEqual(['K24']);
  expect(named(undone.value.restored)).toEqual(['K12', 'L24']);
});

test('rows that were inserted since keep their figures', async () => {
  excel = await openExcel(unfinished());
  await fillTotals(excel.workbook, excel.log, await preview('formulas'));
  await excel.office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('统计表1');
    sheet.getRange('8:8').insert('Down');
    await context.sync();
  });
  const shifted = await everyCell(excel);
  const undone = await undoLast(excel.workbook, excel.log);
  if (undone?.ok !== true) throw new Error('not undone');
  const restored = new Set(named(undone.value.restored));
  for (const { sheet, cell, content } of await everyCell(excel)) {
    if (sheet !== '统计表1' || restored.has(cell)) continue;
    expect({ cell, content }).toEqual({
      cell,
      content: shifted.find((other) => other.sheet === sheet && other.cell === cell)?.content,
    });
  }
  expect(named(undone.value.left)).toContain('K12');
});

test('what changed after the preview is not written, and named', async () => {
  excel = await openExcel(unfinished());
  const writes = await preview('values');
  await excel.office.host.type('统计表1', 'L24', '40790.5084');
  await excel.office.host.type('统计表1', 'C12', '7083');
  const filled = await fillTotals(excel.workbook, excel.log, writes);
  if (!filled.ok) throw new Error(filled.fault.fault.code);
  expect(named(filled.value.changed.map(({ place }) => place))).toEqual(['K12', 'K24', 'L24']);
  expect(filled.value).toMatchObject({ written: [], undo: null });
});

test('a protected sheet is refused before anything is written', async () => {
  const [table1, table2] = unfinished();
  if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
  excel = await openExcel([{ ...table1, protect: true }, table2]);
  const before = await everyCell(excel);
  const filled = await fillTotals(excel.workbook, excel.log, await preview('values'));
  expect(filled).toEqual({
    ok: false,
    fault: {
      fault: { code: 'sheetProtected', sheet: '统计表1' },
      stands: { kind: 'asBefore' },
    },
  });
  expect(await everyCell(excel)).toEqual(before);
  expect(excel.log.latest()).toBeNull();
});

test('where the machine keeps nothing, undo lasts as long as the pane is open', async () => {
  excel = await openExcel(unfinished());
  excel.store.refuses = true;
  const before = await everyCell(excel);
  const filled = await fillTotals(excel.workbook, excel.log, await preview('values'));
  expect(filled).toMatchObject({ ok: true, value: { undo: 'whileOpen' } });
  await undoLast(excel.workbook, excel.log);
  expect(await everyCell(excel)).toEqual(before);
});

// Excel that gives no answer is waited for.
jest.setTimeout(120_000);

describe('interrupted anywhere, what stood there can be had back', () => {
  /** Every batch of a command in three ways, and single actions spread over all of them. */
  function failuresOf({
    batches,
    actions,
  }: {
    batches: number;
    actions: number;
  }): FailureRequest[] {
    const codes = ['GeneralException', 'InvalidOperationInCellEditMode', 'silence'] as const;
    const whole = codes.flatMap((code) =>
      Array.from({ length: batches }, (_, at): FailureRequest => ({ batch: at + 1, code })),
    );
    // Waiting takes long; a reading that is not answered is like one that fails.
    const worthWaiting = whole.filter(
      ({ batch = 0, code }) => code !== 'silence' || batch > batches - 2,
    );
    const single = Array.from({ length: 12 }, (_, at): FailureRequest => {
      const code = (['AccessDenied', 'silence', 'GeneralException', 'AccessDenied'] as const)[
        at % 4
      ];
      return { action: 1 + Math.floor((at * (actions - 1)) / 11), code: code ?? 'silence' };
    });
    return [...worthWaiting, ...single];
  }

  /** What a command sends when nothing fails. */
  async function cost(command: () => Promise<unknown>) {
    // The sheets are listed once per pane.
    await excel.impatient.readSheets([]);
    await excel.workbook.readSheets([]);
    excel.office.host.log.clear();
    await command();
    return excel.office.host.log.totals;
  }

  /** Only where no answer is to come is it not waited for long. */
  const portFor = ({ code }: FailureRequest) =>
    code === 'silence' ? excel.impatient : excel.workbook;

  const undoWithNewPane = () => undoLast(excel.workbook, newLog(excel.store));

  test('while filling', async () => {
    excel = await openExcel(unfinished());
    const before = await everyCell(excel);
    const writes = await preview('formulas');
    const fill = (workbook: WorkbookPort) => fillTotals(workbook, newLog(excel.store), writes);
    const usual = await cost(() => fill(excel.workbook));
    await undoWithNewPane();
    const told = new Map<string, number>();
    for (const failure of failuresOf(usual)) {
      excel.office.host.failAt(failure);
      const filled = await fill(portFor(failure));
      if (!filled.ok) {
        const { stands } = filled.fault;
        told.set(stands.kind, (told.get(stands.kind) ?? 0) + 1);
        const now = await everyCell(excel);
        const changed = now.filter((cell, at) => cell.content !== before[at]?.content);
        if (stands.kind === 'asBefore') expect(changed).toEqual([]);
        if (stands.kind === 'written') expect(changed).toHaveLength(writes.length);
        if (stands.kind === 'partly') {
          expect(new Set(stands.written.map(placeOf))).toEqual(new Set(changed.map(placeOf)));
        }
      }
      // The pane may have been closed meanwhile.
      const undone = await undoWithNewPane();
      expect([failure, undone?.ok ?? true]).toEqual([failure, true]);
      expect(await everyCell(excel)).toEqual(before);
      expect(newLog(excel.store).latest()).toBeNull();
    }
    expect([...told.keys()].sort()).toEqual(['asBefore', 'partly', 'written']);
  });

  test('while undoing', async () => {
    excel = await openExcel(unfinished());
    const before = await everyCell(excel);
    const writes = await preview('formulas');
    const fill = () => fillTotals(excel.workbook, newLog(excel.store), writes);
    await fill();
    const usual = await cost(undoWithNewPane);
    for (const failure of failuresOf(usual)) {
      await fill();
      excel.office.host.failAt(failure);
      const first = await undoLast(portFor(failure), newLog(excel.store));
      if (first?.ok === false) await undoWithNewPane();
      expect(await everyCell(excel)).toEqual(before);
    }
  });
});

function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}
