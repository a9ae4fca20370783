import type { CellContent, CellSnapshot } from '../../src/application/cellContent';
import { readWorkbook } from '../../src/files/readWorkbook';
import { changesFrom, changesTo, type Wanted } from '../ports/changes';
import { faultOf, openedExcel, specimen, spent, valueOf, type OpenedExcel } from './openedExcel';
import { oddCells, workbookOf } from './workbooks';

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(workbook: Uint8Array): Promise<OpenedExcel> {
  excel = await openedExcel({ workbook, webLimits: true });
  return excel;
}

const sheet = '各种';
const odd = (): Uint8Array => workbookOf({ [sheet]: oddCells(), 二: oddCells() });
const at = (cell: string) => ({ sheet, cell });
const put = (cell: string, content: CellContent, numberFormat: string | null = null) => ({
  sheet,
  cell,
  content,
  numberFormat,
});

/** Changes cells from whatever stands there; only what the change itself sends is counted. */
async function write({ workbook, host }: OpenedExcel, wanted: readonly Wanted[]) {
  const changes = await changesTo(workbook, wanted);
  spent(host);
  return workbook.writeCells(changes);
}

async function contents({ workbook }: OpenedExcel, ...cells: string[]): Promise<unknown[]> {
  const read = valueOf(await workbook.readCells(cells.map(at)));
  return read.map(({ content, numberFormat }) => [content, numberFormat]);
}

describe('reading cells', () => {
  test('tells numbers, text, truth values, errors, formulas and nothing apart', async () => {
    const opened = await open(odd());
    expect(await contents(opened, 'A2', 'A3', 'A5', 'B5', 'A6', 'B6', 'C7', 'B7', 'H9')).toEqual([
      [1.5, 'General'],
      [true, 'General'],
      ['123', 'General'],
      ["'=A1", 'General'],
      ['#REF!', 'General'],
      [43831, 'yyyy-mm-dd'],
      ['=A2/0', 'General'],
      ['=IF(A2>0,"","x")', 'General'],
      ['', 'General'],
    ]);
    expect(spent(opened.host).batches).toBe(1);
  });
});

describe('writing cells', () => {
  test('writes formulas and values of all kinds in two batches and reads them back', async () => {
    const opened = await open(odd());
    const writes = [
      put('H1', '=A2+B2'),
      put('H2', 12.5),
      put('H3', '一般公共预算'),
      put('H4', '00123'),
      put('H5', true),
      put('H6', "'=不是公式"),
      put('H7', '2020-1-2'),
      put('A5', 123),
      put('A1', ''),
      put('I1', '#N/A'),
      put('B6', 43832),
    ];
    valueOf(await write(opened, writes));
    expect(spent(opened.host).batches).toBe(2);
    expect(await contents(opened, ...writes.map(({ cell }) => cell))).toEqual([
      ['=A2+B2', 'General'],
      [12.5, 'General'],
      ['一般公共预算', 'General'],
      ['00123', 'General'],
      [true, 'General'],
      ["'=不是公式", 'General'],
      ['2020-1-2', 'General'],
      [123, 'General'],
      ['', 'General'],
      ['#N/A', 'General'],
      [43832, 'General'],
    ]);
    expect(await eventsOn(opened)).toBe(true);
  });

  test('in a text cell makes a number or formula of it, and text stays text', async () => {
    const opened = await open(odd());
    valueOf(await write(opened, [put('H1', '1', '@'), put('H2', '2', '@')]));
    expect(await contents(opened, 'H1', 'H2')).toEqual([
      ['1', '@'],
      ['2', '@'],
    ]);
    valueOf(await write(opened, [put('H1', 1), put('H2', '=H1+1'), put('H3', '5', '@')]));
    expect(await contents(opened, 'H1', 'H2', 'H3')).toEqual([
      [1, 'General'],
      ['=H1+1', 'General'],
      ['5', '@'],
    ]);
  });

  test('and writing back what was read restores every cell of the file', async () => {
    const opened = await open(odd());
    const before = valueOf(await readWorkbook(await opened.host.save()));
    const cells = ['A1', 'A2', 'A3', 'A5', 'B5', 'B6', 'C6', 'A7', 'B7', 'C7', 'A6', 'H9'];
    const snapshot = valueOf(await opened.workbook.readCells(cells.map(at)));
    valueOf(
      await write(
        opened,
        cells.map((cell) => put(cell, '=1+1', '0.00')),
      ),
    );
    expect(valueOf(await readWorkbook(await opened.host.save()))).not.toEqual(before);
    valueOf(await write(opened, snapshot));
    expect(valueOf(await opened.workbook.readCells(cells.map(at)))).toEqual(snapshot);
    expect(valueOf(await readWorkbook(await opened.host.save()))).toEqual(before);
  });

  test('all totals of a pair takes two batches', async () => {
    const opened = await open(specimen('puyang-2019.xlsx'));
    const { sheets } = valueOf(await opened.workbook.readWorkbook());
    const writes = sheets.flatMap(({ name }) =>
      ['J', 'K', 'L', 'M'].flatMap((column) =>
        Array.from({ length: 6 }, (_, row) => ({
          sheet: name,
          cell: `${column}${row + 6}`,
          content: `=B${row + 6}+F${row + 6}`,
          numberFormat: null,
        })),
      ),
    );
    valueOf(await write(opened, writes));
    expect(spent(opened.host).batches).toBe(2);
  });
});

describe('when Excel fails while writing', () => {
  const writes = [put('A2', 10), put('B2', '=A2*2'), { ...put('A2', 11), sheet: '二' }];
  const cells = writes.map(({ sheet, cell }) => ({ sheet, cell }));

  async function run(fail: (opened: OpenedExcel) => void): Promise<{
    opened: OpenedExcel;
    before: readonly CellSnapshot[];
    ok: boolean;
  }> {
    const opened = await open(odd());
    const before = valueOf(await opened.workbook.readCells(cells));
    fail(opened);
    const { ok } = await opened.workbook.writeCells(changesFrom(before, writes));
    return { opened, before, ok };
  }

  const codes = ['GeneralException', 'AccessDenied', 'ActivityLimitReached', 'silence'] as const;

  test.each([1, 2].flatMap((batch) => codes.map((code) => ({ batch, code }))))(
    'in batch $batch with $code, what stood there can be written back and events are on',
    async ({ batch, code }) => {
      const { opened, before, ok } = await run(({ host }) => {
        host.failAt({ batch, code });
      });
      expect(ok).toBe(code === 'ActivityLimitReached');
      valueOf(await write(opened, before));
      expect(valueOf(await opened.workbook.readCells(cells))).toEqual(before);
      expect(await eventsOn(opened)).toBe(true);
    },
  );

  test('at any action, what stood there can be written back and events are on', async () => {
    const opened = await open(odd());
    const before = valueOf(await opened.workbook.readCells(cells));
    valueOf(await write(opened, writes));
    const { actions } = opened.host.log.totals;
    valueOf(await write(opened, before));
    for (let action = 1; action <= actions; action += 1) {
      const changes = changesFrom(before, writes);
      opened.host.failAt({ action, code: action % 5 === 0 ? 'silence' : 'GeneralException' });
      faultOf(await opened.workbook.writeCells(changes));
      valueOf(await write(opened, before));
      expect(valueOf(await opened.workbook.readCells(cells))).toEqual(before);
      expect(await eventsOn(opened)).toBe(true);
    }
  });
});

async function eventsOn({ office }: OpenedExcel): Promise<boolean> {
  return office.Excel.run(async (context) => {
    context.runtime.load('enableEvents');
    await context.sync();
    return context.runtime.enableEvents;
  });
}
