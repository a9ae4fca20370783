import fc from 'fast-check';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { CellChange } from '../../src/application/cellChange';
import { decideChanges } from '../../src/application/cellChange';
import { fillTotals, previewFill } from '../../src/application/fillTotals';
import type { Reads, Writes } from '../../src/application/ports';
import { undoLast } from '../../src/application/undo';
import type { FillMode, PlannedChange } from '../../src/domain/fill/plannedChange';
import type { HostFault } from '../../src/domain/fault';
import { failure } from '../../src/domain/result';
import { arbitraryTable } from '../domain/fill/arbitraryTables';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import { writingTexts } from '../../src/wording/writingTexts';
import type { OpenWorkbook } from './fixture';
import { everyCell, layoutOfGrid, newLog, openMemory, withContents } from './fixture';

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

const opened = (): OpenWorkbook => openMemory(unfinished());

async function preview({ workbook }: OpenWorkbook, mode: FillMode) {
  const read = await previewFill(workbook, { mode, pair: null });
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.changes;
}

async function errors({ workbook }: OpenWorkbook): Promise<unknown[]> {
  const read = await workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return checkWorkbook(read.value, settings)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, cells }) => [rule, ...cells]);
}

const cellsOf = ({ workbook }: OpenWorkbook, size?: { rows: number; columns: number }) =>
  everyCell(
    workbook,
    workbook.sheets.map(({ name }) => name),
    size,
  );
const named = (cells: readonly { readonly cell: string }[]) => cells.map(({ cell }) => cell);

test('blank totals are filled, read back, and taken back to what stood there', async () => {
  const open = opened();
  const { workbook, log } = open;
  const before = await cellsOf(open);
  const writes = await preview(open, 'values');
  expect(writes.map(({ place, why, preselected }) => [place.cell, why, preselected])).toEqual([
    ['K12', 'stale', false],
    ['K24', 'blank', true],
    ['L24', 'blank', true],
  ]);

  workbook.calls.length = 0;
  const filled = await fillTotals(workbook, log, writes);
  expect(filled).toMatchObject({ ok: true, value: { changed: [], undo: 'onThisMachine' } });
  expect(workbook.calls).toEqual(['readSheets 统计表1', 'writeCells']);
  expect(await errors(open)).toEqual([]);
  expect(await preview(open, 'values')).toEqual([]);

  workbook.calls.length = 0;
  const undone = await undoLast(workbook, log);
  expect(workbook.calls).toEqual(['readSheets 统计表1', 'writeCells']);
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  expect(await cellsOf(open)).toEqual(before);
  expect(await undoLast(workbook, log)).toBeNull();
});

test.each<FillMode>(['formulas', 'values'])(
  'filling by %s and undoing leaves every cell of any table as it was',
  async (mode) => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, async (sheet) => {
        const size = { rows: 52, columns: 17 };
        const open = openMemory([layoutOfGrid(sheet)]);
        const before = await cellsOf(open, size);
        const writes = await preview(open, mode);
        const filled = await fillTotals(open.workbook, open.log, writes);
        expect(filled).toMatchObject({ ok: true, value: { changed: [] } });
        expect((await errors(open)).filter((error) => /^B-/.test(String(error)))).toEqual([]);
        expect(await preview(open, mode)).toEqual([]);
        await undoLast(open.workbook, open.log);
        expect(await cellsOf(open, size)).toEqual(before);
      }),
      { numRuns: 8 },
    );
  },
);

test('what the user has edited since is left, and named', async () => {
  const open = opened();
  await fillTotals(open.workbook, open.log, await preview(open, 'values'));
  open.workbook.type('统计表1', 'K24', '1');
  const undone = await undoLast(open.workbook, newLog(open.store));
  if (undone?.ok !== true) throw new Error('not undone');
  expect(named(undone.value.left)).toEqual(['K24']);
  expect(named(undone.value.restored)).toEqual(['K12', 'L24']);
});

test('what stands on another line by now is left, whatever it shows', async () => {
  const open = opened();
  await fillTotals(open.workbook, open.log, await preview(open, 'values'));
  // The lines of 12 and 13 change places, and K12 with the same figure is another line's total.
  const read = await open.workbook.readCells(
    ['A12', 'A13'].map((cell) => ({ sheet: '统计表1', cell })),
  );
  if (!read.ok) throw new Error(read.fault.code);
  const [first, second] = read.value.map(({ content }) => String(content));
  open.workbook.type('统计表1', 'A12', second ?? '');
  open.workbook.type('统计表1', 'A13', first ?? '');
  const undone = await undoLast(open.workbook, newLog(open.store));
  if (undone?.ok !== true) throw new Error('not undone');
  expect(named(undone.value.left)).toEqual(['K12']);
  expect(named(undone.value.restored)).toEqual(['K24', 'L24']);
});

test('a format that the user has set since stays', async () => {
  const open = opened();
  await fillTotals(open.workbook, open.log, await preview(open, 'values'));
  open.workbook.format('统计表1', 'K24', '0.0%');
  const undone = await undoLast(open.workbook, open.log);
  expect(undone).toMatchObject({ ok: true, value: { left: [] } });
  const [cell] = await everyCell(open.workbook, ['统计表1'], { rows: 24, columns: 11 }).then(
    (cells) => cells.slice(-1),
  );
  expect(cell).toMatchObject({ cell: 'K24', content: '', numberFormat: '0.0%' });
});

test('what changed after the preview is not written, and named', async () => {
  const open = opened();
  const writes = await preview(open, 'values');
  open.workbook.type('统计表1', 'L24', '40790.5084');
  open.workbook.type('统计表1', 'C12', '7083');
  const filled = await fillTotals(open.workbook, open.log, writes);
  if (!filled.ok) throw new Error(filled.fault.fault.code);
  expect(named(filled.value.changed.map(({ place }) => place))).toEqual(['K12', 'K24', 'L24']);
  expect(filled.value).toMatchObject({ written: [], undo: null });
});

test('a sheet protected after the preview is refused before anything is written', async () => {
  const open = opened();
  const before = await cellsOf(open);
  const writes = await preview(open, 'values');
  open.workbook.protect('统计表1');
  const filled = await fillTotals(open.workbook, open.log, writes);
  expect(filled).toEqual({
    ok: false,
    fault: {
      fault: { code: 'sheetProtected', sheet: '统计表1' },
      progress: { kind: 'asBefore' },
    },
  });
  expect(await cellsOf(open)).toEqual(before);
  expect(open.log.latest()).toBeNull();
});

test('where the machine keeps nothing, undo lasts as long as the pane is open', async () => {
  const open = opened();
  open.store.refuses = true;
  const before = await cellsOf(open);
  const filled = await fillTotals(open.workbook, open.log, await preview(open, 'values'));
  expect(filled).toMatchObject({ ok: true, value: { undo: 'whileOpen' } });
  await undoLast(open.workbook, open.log);
  expect(await cellsOf(open)).toEqual(before);
});

describe('interrupted anywhere, what stood there can be had back', () => {
  const faults: readonly HostFault[] = [{ code: 'hostError', hostCode: 'x' }, { code: 'noAnswer' }];
  /** At each call, before anything, after each cell, and with only the answer lost. */
  const interruptions = faults.flatMap((fault) =>
    [1, 2].flatMap((call) =>
      [0, 1, 2, 3, undefined].map((after) => ({
        call,
        fault,
        ...(after === undefined ? {} : { after }),
      })),
    ),
  );
  const fillWith = ({ workbook, store }: OpenWorkbook, writes: readonly PlannedChange[]) =>
    fillTotals(workbook, newLog(store), writes);
  /** The pane may have been closed meanwhile. */
  const undoWithNewPane = ({ workbook, store }: OpenWorkbook) => undoLast(workbook, newLog(store));

  test.each(interruptions)('while filling: $fault.code at call $call, after $after', async (at) => {
    const open = opened();
    const before = await cellsOf(open);
    const writes = await preview(open, 'formulas');
    open.workbook.interrupt(at);
    const filled = await fillWith(open, writes);
    if (filled.ok) throw new Error('it was interrupted');
    const now = await cellsOf(open);
    const changed = now.filter((cell, index) => cell.content !== before[index]?.content);
    const done = at.call === 1 ? 0 : Math.min(at.after ?? Infinity, writes.length);
    expect(changed).toHaveLength(done);
    const { progress } = filled.fault;
    expect(progress.kind).toBe(
      done === 0 ? 'asBefore' : done === writes.length ? 'written' : 'partly',
    );
    if (progress.kind === 'partly') {
      expect(progress.written.map(placeOf)).toEqual(changed.map(placeOf));
    }
    // What was not answered may still be carried out: it is kept although nothing stands there yet.
    const isKept = newLog(open.store).latest() !== null;
    expect(isKept).toBe(done > 0 || (at.call === 2 && at.fault.code === 'noAnswer'));
    const undone = await undoWithNewPane(open);
    expect(undone?.ok ?? true).toBe(true);
    expect(await cellsOf(open)).toEqual(before);
    expect(newLog(open.store).latest()).toBeNull();
  });

  test.each(interruptions)('while undoing: $fault.code at call $call after $after', async (at) => {
    const open = opened();
    const before = await cellsOf(open);
    await fillWith(open, await preview(open, 'formulas'));
    open.workbook.interrupt(at);
    const first = await undoWithNewPane(open);
    expect(first?.ok).toBe(false);
    expect(await undoWithNewPane(open)).toMatchObject({ ok: true, value: { left: [] } });
    expect(await cellsOf(open)).toEqual(before);
  });

  test('also where nothing stood there yet, and Excel went on after all', async () => {
    const open = opened();
    const { workbook } = open;
    const before = await cellsOf(open);
    const writes = await preview(open, 'values');
    let later: readonly CellChange[] = [];
    const slow: Reads & Writes = {
      readWorkbook: () => workbook.readWorkbook(),
      readSheets: (names) => workbook.readSheets(names),
      findSheets: (names, titles) => workbook.findSheets(names, titles),
      readCells: (cells) => workbook.readCells(cells),
      findUnwritable: (cells) => workbook.findUnwritable(cells),
      writeCells: async (changes, keep) => {
        const standing = await workbook.readCells(changes);
        if (!standing.ok) return standing;
        keep?.(decideChanges(changes, standing.value).steps);
        later = changes;
        return failure({ code: 'noAnswer' });
      },
    };
    const filled = await fillTotals(slow, open.log, writes);
    expect(filled).toMatchObject({ ok: false, fault: { progress: { kind: 'asBefore' } } });
    expect(await workbook.writeCells(later)).toMatchObject({ ok: true, value: { left: [] } });
    expect(await cellsOf(open)).not.toEqual(before);
    await undoWithNewPane(open);
    expect(await cellsOf(open)).toEqual(before);
  });

  test('and where it cannot even be read again, nobody claims to know', async () => {
    const open = opened();
    const before = await cellsOf(open);
    const writes = await preview(open, 'values');
    const fault = { code: 'noAnswer' } as const;
    open.workbook.interrupt({ call: 2, after: 1, fault });
    open.workbook.interrupt({ call: 3, after: 0, fault });
    const filled = await fillWith(open, writes);
    expect(filled).toMatchObject({ ok: false, fault: { progress: { kind: 'unknown' } } });
    await undoWithNewPane(open);
    expect(await cellsOf(open)).toEqual(before);
  });
});

function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}

test('undoing after the sheet was deleted says which sheet is gone', async () => {
  const open = opened();
  const { workbook, log } = open;
  await fillTotals(workbook, log, await preview(open, 'values'));
  workbook.remove('统计表1');
  const undone = await undoLast(workbook, log);
  if (undone?.ok !== true) throw new Error('nothing was undone');
  expect(undone.value.restored).toEqual([]);
  expect(undone.value.left).toEqual([]);
  const message = writingTexts('zh-CN').undone(undone.value);
  expect(message).toBe('“统计表1”已不在工作簿中（被删除或改名），其中 3 格没有恢复。');
});
