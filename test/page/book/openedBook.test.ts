/** What can be done with a workbook that was opened from a file, and what does its copy hold then? */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { CellChange } from '../../../src/application/cellChange';
import type { WorkbookChange } from '../../../src/application/ports';
import { cellAt, parseAddress, type WorkbookGrids } from '../../../src/domain/grid';
import { standardTemplate } from '../../../src/domain/template/standardTemplate';
import type { SheetLayout } from '../../../src/domain/template/layout';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { copyWithCells } from '../../../src/workbook/copyWithCells';
import { child, setAttr } from '../../../src/workbook/ooxml/xml';
import { Workbook } from '../../../src/workbook/workbook';
import { BookWorkbook } from '../../../src/page/book/BookWorkbook';
import { directFiles } from '../../../src/page/book/directFiles';
import { newBook, openBook } from '../../../src/page/book/openBook';
import type { OpenedBook } from '../../../src/page/book/openedBook';
import { faultOf, one, two, valueOf } from '../../ports/openedWorkbook';
import { puyangLayouts } from '../../specimens/puyangFigures';

const run = promisify(execFile);
const validator = join(__dirname, '../../../node_modules/.bin/ooxml-validator');

const chinese = { language: 'zh-CN' } as const;

async function opened(layouts: readonly SheetLayout[] = puyangLayouts('formulas')) {
  const bytes = await writeSheets(layouts);
  return valueOf(await openBook({ name: '濮阳.xlsx', bytes }, directFiles));
}

const at = (workbook: WorkbookGrids, sheet: string, cell: string) => {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  const place = parseAddress(cell);
  return grid && place ? cellAt(grid, place.row, place.column) : undefined;
};
const reading = async (book: OpenedBook) => valueOf(await book.port.readWorkbook());
const shown = (book: OpenedBook, sheet: string, cell: string) => {
  const place = parseAddress(cell);
  const view = book.sheets.find(({ name }) => name === sheet);
  return place === null ? undefined : view?.textAt(place.row, place.column);
};
const copied = async (book: OpenedBook, options: { withMarks?: boolean } = {}) => {
  const copy = valueOf(await book.copy({ ...chinese, ...options }));
  return { copy, read: valueOf(await readWorkbook(copy.bytes)) };
};
const enter = (book: OpenedBook, cell: string, text: string, sheet: string = one) =>
  book.enter({ sheet, cell }, text);
const change = (cell: string, expected: number, content: number): CellChange => ({
  sheet: one,
  cell,
  expected,
  content,
  numberFormat: { kind: 'asFigure', instead: '0.00' },
});

describe('acts taken back', () => {
  test('a typed figure with what is added up of it, and put in again', async () => {
    const book = await opened();
    const before = await reading(book);
    expect([book.canUndo, book.canRedo, book.changed]).toEqual([false, false, false]);
    valueOf(enter(book, 'C12', '7000'));
    const after = await reading(book);
    expect(at(after, one, 'K12')?.value).toBeCloseTo(7497.922, 9);
    book.undo();
    expect(await reading(book)).toEqual(before);
    expect([book.canUndo, book.canRedo, book.changed]).toEqual([false, true, false]);
    book.redo();
    expect(await reading(book)).toEqual(after);
    expect([book.canUndo, book.canRedo, book.changed]).toEqual([true, false, true]);
  });

  test('several cells written at once are one act; listeners hear of each cell', async () => {
    const book = await opened();
    const before = await reading(book);
    valueOf(await book.port.writeCells([change('C12', 7083.02, 1), change('C13', 0, 2)]));
    const made = await reading(book);
    const heard: WorkbookChange[] = [];
    valueOf(await book.port.onChange((told) => heard.push(told)));
    book.undo();
    expect(await reading(book)).toEqual(before);
    expect(heard).toContainEqual({ sheet: one, address: 'C12', kind: 'edited', isFigure: true });
    expect(heard.filter(({ kind }) => kind === 'edited').map(({ address }) => address)).toEqual(
      at(made, one, 'C13')?.value === 2 ? ['C12', 'C13'] : ['C12'],
    );
    expect(book.canUndo).toBe(false);
  });

  test('explanations, and sheets with the place that they take', async () => {
    const book = await opened();
    const before = await reading(book);
    const explanation = { unit: '甲|2019', about: 'R-020|x', text: '据实结算', figures: [] };
    valueOf(await book.port.changeExplanations(() => [explanation]));
    const [sheet] = puyangLayouts('typed');
    if (sheet === undefined) throw new Error('no sheet');
    const { names } = valueOf(await book.port.insertSheets([sheet]));
    valueOf(await book.port.takePlace(names[0] ?? '', one));
    expect(book.sheets.map(({ name }) => name)).toEqual([one, two]);
    expect(at(await reading(book), one, 'K12')?.formula).toBeNull();
    book.undo();
    expect(at(await reading(book), one, 'K12')?.formula).toBe('=C12+G12');
    expect((await reading(book)).explanations).toBeDefined();
    book.undo();
    expect(await reading(book)).toEqual(before);
    expect(book.canUndo).toBe(false);
  });

  test('what is worked out only when asked for: the file holds other results then', async () => {
    const book = await opened();
    if (!(book.port instanceof BookWorkbook)) throw new Error('another workbook');
    book.port.calculation.mode = 'manual';
    valueOf(enter(book, 'C12', '7000'));
    const { copy } = await copied(book);
    book.noteSaved(copy);
    expect((await reading(book)).calculation?.isPending).toBe(true);
    expect(shown(book, one, 'K12')).toBe('7,580.942');
    valueOf(await book.port.calculate());
    expect((await reading(book)).calculation?.isPending).toBe(false);
    expect(shown(book, one, 'K12')).toBe('7,497.922');
    expect(book.changed).toBe(true);
    book.undo();
    expect([book.changed, shown(book, one, 'K12')]).toEqual([false, '7,580.942']);
  });

  test('what is done after taking back is not mixed with what was taken back', async () => {
    const book = await opened();
    valueOf(enter(book, 'C12', '1'));
    book.undo();
    valueOf(enter(book, 'C12', '2'));
    expect(book.canRedo).toBe(false);
    book.undo();
    expect(shown(book, one, 'C12')).toBe('7,083.02');
  });

  test('a saved state is no change, also when it is come back to', async () => {
    const book = await opened();
    valueOf(enter(book, 'C12', '7000'));
    const { copy } = await copied(book);
    valueOf(enter(book, 'C12', '7001'));
    book.noteSaved(copy);
    expect(book.changed).toBe(true);
    book.undo();
    expect(book.changed).toBe(false);
    book.undo();
    expect(book.changed).toBe(true);
  });
});

describe('what is typed', () => {
  test('numbers, texts, formulas and nothing, as in Excel', async () => {
    const book = await opened();
    valueOf(enter(book, 'P40', '1,234.5'));
    valueOf(enter(book, 'P41', '=sum(c12,g12)'));
    valueOf(enter(book, 'P42', '说明'));
    valueOf(enter(book, 'P43', '(12)'));
    valueOf(enter(book, 'P44', '(-12)'));
    valueOf(enter(book, 'C13', ''));
    const read = await reading(book);
    expect(at(read, one, 'P40')).toMatchObject({ value: 1234.5, numberFormat: '#,##0.00' });
    expect(at(read, one, 'P41')?.value).toBeCloseTo(7580.942, 9);
    expect(at(read, one, 'P42')?.value).toBe('说明');
    expect(at(read, one, 'C13')).toBeUndefined();
    expect([at(read, one, 'P43')?.value, at(read, one, 'P44')?.value]).toEqual([-12, '(-12)']);
    const { read: copy } = await copied(book);
    for (const cell of ['P40', 'P41', 'P42', 'P43', 'C13']) {
      expect(at(copy, one, cell)).toEqual(at(read, one, cell));
    }
  });

  test('what is no formula, a locked cell and a sheet that is gone are refused', async () => {
    const protectedSheets = standardTemplate({
      forms: ['table1'],
      reportingUnit: '濮阳市财政局',
      fiscalYear: 2019,
      currencyUnit: 'tenThousandYuan',
      edition: 'form2019',
      protect: true,
    });
    const book = await opened(protectedSheets);
    const [sheet] = book.sheets;
    const name = sheet?.name ?? '';
    expect(sheet?.isProtected).toBe(true);
    expect([sheet?.whyFixed(5, 2), sheet?.whyFixed(5, 10)]).toEqual([null, 'locked']);
    expect(faultOf(enter(book, 'K6', '1', name))).toEqual({ code: 'sheetProtected', sheet: name });
    expect(faultOf(enter(book, 'C6', '=1+', name))).toMatchObject({ code: 'notWritten' });
    expect(faultOf(enter(book, 'C6', '1', '没有'))).toMatchObject({ code: 'notThere' });
    expect(book.changed).toBe(false);
    valueOf(enter(book, 'C6', '12.5', name));
    const { read } = await copied(book);
    expect(at(read, name, 'C6')?.value).toBe(12.5);
  });

  test('typing what stands there is no act', async () => {
    const book = await opened();
    valueOf(enter(book, 'C12', '7083.02'));
    expect(book.canUndo).toBe(false);
  });
});

describe('formulas that cannot be worked out', () => {
  /** Beside the tables: P41 with a result that some other program has worked out, and P42. */
  const withFormulas = async (...formulas: readonly string[]) => {
    const bytes = await copyWithCells(
      await writeSheets(puyangLayouts('formulas')),
      formulas.map((newFormula, index) => {
        const place = { sheet: one, row: 40 + index, column: 15 };
        return { ...place, newFormula, value: 5 + index, keepsFormula: false };
      }),
    );
    return valueOf(await openBook({ name: '濮阳.xlsx', bytes }, directFiles));
  };

  test('keep their result and wait, once they depend on what was changed', async () => {
    const book = await withFormulas('VLOOKUP("教育",B6:K20,2)');
    expect((await reading(book)).calculation?.isPending).toBe(false);
    valueOf(enter(book, 'P50', '1'));
    expect((await reading(book)).calculation?.isPending).toBe(false);
    valueOf(enter(book, 'C12', '7000'));
    expect((await reading(book)).calculation?.isPending).toBe(true);
    expect((await copied(book)).copy.notes).toEqual([{ kind: 'formulasWait', cells: 1 }]);
    // Asked to work everything out, it still cannot, and says where.
    const fault = { code: 'notWorkedOut', cells: [`${one}!P41`], count: 1 };
    expect(faultOf(await book.port.calculate())).toEqual(fault);
    expect((await reading(book)).calculation?.isPending).toBe(true);
    book.undo();
    expect((await reading(book)).calculation?.isPending).toBe(false);
  });

  test('a copy made while they wait says so to whoever reads it; another does not', async () => {
    const book = await withFormulas('VLOOKUP("教育",B6:K20,2)');
    const pending = ({ read }: { read: WorkbookGrids }) => read.calculation;
    valueOf(enter(book, 'P50', '1'));
    expect(pending(await copied(book))).toMatchObject({ isPending: false, fullOnLoad: true });
    valueOf(enter(book, 'C12', '7000'));
    const { copy, read } = await copied(book);
    expect(pending({ read })).toMatchObject({ isPending: true, fullOnLoad: true });
    // Opened again, it still waits; what waited is no more once another value stands there.
    const again = valueOf(await openBook({ name: copy.name, bytes: copy.bytes }, directFiles));
    expect((await reading(again)).calculation?.isPending).toBe(true);
    valueOf(enter(again, 'P41', '5'));
    valueOf(await again.port.calculate());
    expect(pending(await copied(again))).toMatchObject({ isPending: false, fullOnLoad: true });
  });

  test('one that is typed is taken, and said to wait', async () => {
    const book = await withFormulas('1');
    expect(valueOf(enter(book, 'P50', '=OFFSET(C8,0,0)'))).toBe('waits');
    expect(shown(book, one, 'P50')).toBe('');
    expect(valueOf(enter(book, 'P50', '=C12*2'))).toBe('taken');
  });

  test('whatever depends on one waits, too, and a name or INDIRECT may mean any cell', async () => {
    const book = await withFormulas('INDIRECT("C12")', 'P41+1');
    expect((await copied(book)).copy.notes).toEqual([]);
    valueOf(enter(book, 'P50', '1'));
    const { copy } = await copied(book);
    expect(copy.notes).toEqual([{ kind: 'formulasWait', cells: 2 }]);
  });
});

describe('the copy', () => {
  test('is called after the file, and holds explanations', async () => {
    const book = await opened();
    const explanation = { unit: '甲|2019', about: 'R-020|x', text: '据实结算', figures: [] };
    valueOf(await book.port.changeExplanations(() => [explanation]));
    const { copy, read } = await copied(book);
    expect(copy.name).toBe('濮阳（修改稿）.xlsx');
    expect(read.explanations).toEqual({ kind: 'read', explanations: [explanation] });
    const again = valueOf(await openBook({ name: copy.name, bytes: copy.bytes }, directFiles));
    valueOf(await again.port.removeExplanations());
    const { copy: next, read: without } = await copied(again);
    expect(next.name).toBe('濮阳（修改稿）.xlsx');
    expect(without.explanations).toBeUndefined();
  });

  test('is worked out anew on opening only where formulas may come to something else', async () => {
    const settled = await Workbook.open(await writeSheets(puyangLayouts('formulas')));
    const calculation = child(settled.root, 'calcPr');
    if (calculation === undefined) throw new Error('no calcPr');
    setAttr(calculation, 'fullCalcOnLoad', undefined);
    settled.touch();
    const bytes = await settled.save();
    const isAnew = async (change: (book: OpenedBook) => unknown) => {
      const book = valueOf(await openBook({ name: '濮阳.xlsx', bytes }, directFiles));
      await change(book);
      return (await copied(book)).read.calculation?.fullOnLoad;
    };
    const explanation = { unit: '甲|2019', about: 'R-020|x', text: '据实结算', figures: [] };
    expect(await isAnew(({ port }) => port.changeExplanations(() => [explanation]))).toBe(false);
    expect(await isAnew((book) => enter(book, 'C12', '7000'))).toBe(true);
    const [sheet] = puyangLayouts('typed');
    if (sheet === undefined) throw new Error('no sheet');
    expect(await isAnew(({ port }) => port.insertSheets([sheet]))).toBe(true);
  });

  test('holds sheets that were laid out, with what was filled in since', async () => {
    const book = await opened();
    const layouts = standardTemplate({
      forms: ['table1', 'table2'],
      reportingUnit: '濮阳市财政局',
      fiscalYear: 2020,
      currencyUnit: 'tenThousandYuan',
      edition: 'form2019',
      protect: true,
    });
    const { names } = valueOf(await book.port.insertSheets(layouts));
    const [name = ''] = names;
    valueOf(enter(book, 'C6', '12.5', name));
    const { copy, read } = await copied(book);
    expect(read.sheets.map((sheet) => sheet.name)).toEqual([one, two, ...names]);
    expect(at(read, name, 'C6')?.value).toBe(12.5);
    expect(at(read, name, 'K6')).toMatchObject({ formula: '=C6+G6', value: 12.5 });
    const again = valueOf(await openBook({ name: copy.name, bytes: copy.bytes }, directFiles));
    const [was, is] = [book, again].map((each) => each.sheets.find((one) => one.name === name));
    if (was === undefined || is === undefined) throw new Error('no sheet');
    expect(is.isProtected).toBe(true);
    expect(is.merges).toEqual(was.merges);
    for (let row = 0; row < was.rowCount; row += 1) {
      expect(is.rowHeight(row)).toBe(was.rowHeight(row));
      for (let column = 0; column < was.columnCount; column += 1) {
        const fixed = is.whyFixed(row, column);
        expect([row, column, fixed]).toEqual([row, column, was.whyFixed(row, column)]);
        expect(is.textAt(row, column)).toBe(was.textAt(row, column));
        expect(is.lookAt(row, column).lines).toEqual(was.lookAt(row, column).lines);
        expect(is.columnWidth(column)).toBe(was.columnWidth(column));
      }
    }
  });

  test('of a new workbook holds its sheets and no other', async () => {
    const book = newBook('统计表.xlsx', directFiles);
    expect(book.sheets).toEqual([]);
    const [sheet] = puyangLayouts('typed');
    if (sheet === undefined) throw new Error('no sheet');
    valueOf(await book.port.insertSheets([sheet]));
    const { read } = await copied(book);
    expect(read.sheets.map(({ name }) => name)).toEqual([one]);
  });

  test('holds no mark unless that is asked for; those it came with go once they are replaced', async () => {
    const book = await opened();
    valueOf(await book.port.showMarks([{ sheet: one, kind: 'error', cells: ['C12'] }]));
    expect(book.marks.get(one)?.get('C12')).toBe('error');
    expect(book.changed).toBe(false);
    expect((await copied(book)).read.sheets.some(({ isMarked }) => isMarked === true)).toBe(false);
    const { copy, read } = await copied(book, { withMarks: true });
    expect(read.sheets.map(({ isMarked }) => isMarked === true)).toEqual([true, false]);
    const again = valueOf(await openBook({ name: copy.name, bytes: copy.bytes }, directFiles));
    expect(valueOf(await again.port.findMarks()).marked).toEqual([one]);
    expect((await copied(again)).read.sheets[0]?.isMarked).toBe(true);
    valueOf(await again.port.clearMarks());
    expect((await copied(again)).read.sheets[0]?.isMarked).toBeUndefined();
  });

  test('a row and a cell that the file does not hold are put at their places', async () => {
    const book = await opened();
    valueOf(enter(book, 'P12', '1'));
    valueOf(enter(book, 'A12', '2'));
    valueOf(enter(book, 'B300', '3'));
    const { read } = await copied(book);
    expect(['P12', 'B300'].map((cell) => at(read, one, cell)?.value)).toEqual([1, 3]);
  });
});

test('what was laid out, marked, explained and typed makes a file that Excel takes', async () => {
  const specimens = join(__dirname, '../../specimens');
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  for (const name of ['puyang-2019-formulas.xlsx', 'clean/libreoffice.xlsm', 'clean/xlwt.xls']) {
    const bytes = new Uint8Array(readFileSync(join(specimens, name)));
    const book = valueOf(await openBook({ name: basename(name), bytes }, directFiles));
    const first = book.sheets[0]?.name ?? '';
    const list = {
      name: '底稿',
      columns: [
        { title: '单位', width: 24, numberFormat: null },
        { title: '数', width: 15, numberFormat: '#,##0.00' },
      ],
      rows: [['=甲', 1]],
      hasFilter: true,
    };
    valueOf(await book.port.insertSheets([...puyangLayouts('formulas'), list]));
    valueOf(enter(book, 'Q50', '=SUM(C6:C9)', first));
    valueOf(enter(book, 'R2', '文 字 & <字>', first));
    valueOf(await book.port.showMarks([{ sheet: first, kind: 'error', cells: ['C12', 'C13'] }]));
    const explanation = { unit: '甲|2019', about: 'R-020|x', text: '据实结算', figures: [] };
    valueOf(await book.port.changeExplanations(() => [explanation]));
    const { copy } = await copied(book, { withMarks: true });
    const path = join(folder, copy.name);
    writeFileSync(path, copy.bytes);
    const { stdout } = await run(validator, [path]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
  }
  rmSync(folder, { recursive: true });
});

describe('files that cannot be opened', () => {
  test('are told as elsewhere', async () => {
    const open = (bytes: Uint8Array) => openBook({ name: 'x.xlsx', bytes }, directFiles);
    expect(faultOf(await open(new Uint8Array()))).toEqual({ code: 'unreadable', detail: 'empty' });
    const text = new TextEncoder().encode('项目,数\n1,2\n');
    expect(faultOf(await open(text)).code).toBe('unsupportedFormat');
    const bytes = new Uint8Array(
      readFileSync(join(__dirname, '../../specimens/puyang-2019-formulas.xlsx')),
    );
    expect(faultOf(await open(bytes.slice(0, 2000)))).toMatchObject({ code: 'unreadable' });
  });
});
