/** A block of cells that was copied elsewhere: where does it go, what does it become, and when is nothing of it written? */
import { cellAt, parseAddress } from '../../../src/domain/grid';
import type { SheetLayout } from '../../../src/domain/template/layout';
import { writeSheets } from '../../../src/files/writeSheets';
import { directFiles } from '../../../src/page/book/directFiles';
import { openBook } from '../../../src/page/book/openBook';
import type { OpenedBook } from '../../../src/page/book/openedBook';
import { valueOf } from '../../ports/openedWorkbook';
import { puyangLayouts } from '../../specimens/puyangFigures';

const sheet = '统计表1';

async function opened(change: Partial<SheetLayout> = {}): Promise<OpenedBook> {
  const layouts = puyangLayouts('formulas').map((layout) => ({ ...layout, ...change }));
  const bytes = await writeSheets(layouts);
  return valueOf(await openBook({ name: '濮阳.xlsx', bytes }, directFiles));
}

function valueAt(book: OpenedBook, cell: string) {
  const place = parseAddress(cell);
  const view = book.sheets.find(({ name }) => name === sheet);
  if (place === null || view === undefined) throw new Error(cell);
  return cellAt(view.grid, place.row, place.column)?.value ?? null;
}

const valuesAt = (book: OpenedBook, ...cells: string[]) => cells.map((cell) => valueAt(book, cell));

test('figures are read as typed ones are, texts stay texts, blanks empty what stood there', async () => {
  const book = await opened();
  const outcome = book.paste({ sheet, cell: 'B5' }, [
    ['3', '1,234.50', '(12)'],
    ['４', "'007", ''],
    ['待定', ' 5.25 ', '2%'],
  ]);
  expect(outcome).toBe('taken');
  expect(valuesAt(book, 'B5', 'C5', 'D5')).toEqual([3, 1234.5, -12]);
  expect(valuesAt(book, 'B6', 'C6', 'D6')).toEqual([4, '007', null]);
  expect(valuesAt(book, 'B7', 'C7', 'D7')).toEqual(['待定', 5.25, 0.02]);
});

test('it is one step for undo, formulas follow, and each sheet is told once of every cell', async () => {
  const book = await opened();
  const before = valuesAt(book, 'B5', 'B6', 'B24', 'J5');
  const told: string[] = [];
  await book.port.onChange((change) => {
    if (change.kind === 'edited') told.push(`${change.address ?? ''} ${String(change.isFigure)}`);
  });
  book.paste({ sheet, cell: 'B5' }, [['1000'], ['x']]);
  const [, , total, line] = valuesAt(book, 'B5', 'B6', 'B24', 'J5');
  expect(total).not.toBe(before[2]);
  expect(line).not.toBe(before[3]);
  expect(told).toEqual(['B5 true', 'B6 false']);
  book.undo();
  expect(valuesAt(book, 'B5', 'B6', 'B24', 'J5')).toEqual(before);
  expect(book.canUndo).toBe(false);
  book.redo();
  expect(valuesAt(book, 'B5', 'B6')).toEqual([1000, 'x']);
});

test('a locked cell among them, a merged one, half a formula, too much: nothing is written, and it is said why', async () => {
  const locked = await opened({ protect: true });
  const figure = valueAt(locked, 'B24');
  // The lines are open to be filled in, the totals are not.
  expect(
    locked.paste({ sheet, cell: 'B23' }, [
      ['1', '2'],
      ['3', '4'],
    ]),
  ).toEqual({
    why: 'locked',
    cells: ['B24', 'C24'],
  });
  expect(valueAt(locked, 'B24')).toBe(figure);
  expect(locked.canUndo).toBe(false);
  expect(
    locked.paste({ sheet, cell: 'B22' }, [
      ['1', '2'],
      ['3', '4'],
    ]),
  ).toBe('taken');

  const book = await opened();
  const [merge] = book.sheets.find(({ name }) => name === sheet)?.merges ?? [];
  if (merge === undefined) throw new Error('nothing is merged');
  const cell = `A${String(merge.top + 1)}`;
  expect(book.paste({ sheet, cell }, [['标题', '']])).toBe('taken');
  expect(book.paste({ sheet, cell }, [['标题', '内容']])).toMatchObject({ why: 'merged' });
  expect(book.paste({ sheet, cell: 'B5' }, [['=1+', '=SUM(B6:B7']])).toEqual({
    why: 'formula',
    cells: ['B5'],
  });
  const rows = Array.from({ length: 50_001 }, () => ['1']);
  expect(book.paste({ sheet, cell: 'B5' }, rows)).toEqual({ why: 'tooLarge' });
  expect(book.paste({ sheet, cell: 'B1048576' }, [['1'], ['2']])).toEqual({ why: 'outside' });
});

test('what is copied on the page is the value, not what is shown of it, and no formula', async () => {
  const book = await opened();
  const view = book.sheets.find(({ name }) => name === sheet);
  const total = valueAt(book, 'C24');
  if (view === undefined || typeof total !== 'number') throw new Error('no total');
  expect(view.valueTextAt(23, 2)).toBe(String(Number(total.toPrecision(15))));
  expect(view.editTextAt(23, 2)).toMatch(/^=/);
  book.paste({ sheet, cell: 'P9' }, [["'007"]]);
  const now = book.sheets.find(({ name }) => name === sheet);
  expect([now?.valueTextAt(8, 15), now?.valueTextAt(8, 16)]).toEqual(["'007", '']);
});

test('a typed formula that no spreadsheet can read is not written; full-width signs are put right', async () => {
  const book = await opened();
  const before = valueAt(book, 'C6');
  for (const typed of ['=SUM(', '=SUM(C7;C8)', '=A1:', '=C7 C8', '=[1]x!A1', '=C7+']) {
    const cell = { sheet, cell: 'C6' };
    expect(book.enter(cell, typed)).toMatchObject({ ok: false, fault: { code: 'notWritten' } });
    expect(book.paste(cell, [[typed]])).toEqual({ why: 'formula', cells: ['C6'] });
  }
  expect(valueAt(book, 'C6')).toBe(before);
  valueOf(book.enter({ sheet, cell: 'C6' }, '=sum（C7：C7）＋１'));
  const [figure] = valuesAt(book, 'C7');
  expect(valueAt(book, 'C6')).toBeCloseTo(Number(figure) + 1, 9);
  valueOf(book.enter({ sheet, cell: 'C6' }, '３３００'));
  expect(valueAt(book, 'C6')).toBe(3300);
});
