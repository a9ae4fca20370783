/** Workbooks that tests need beside the specimens, written with a library of their own. */
import { read, utils, write, type WorkSheet } from '@e965/xlsx';
import { specimen } from './openedExcel';

/** So many units' pairs in one workbook: Puyang's, over and over. */
export function manyPairs(count: number): Uint8Array {
  const source = read(specimen('puyang-2019-formulas.xlsx'), { type: 'array', cellNF: true });
  const book = utils.book_new();
  for (let pair = 1; pair <= count; pair += 1) {
    source.SheetNames.forEach((name, index) => {
      const sheet = source.Sheets[name];
      if (sheet !== undefined) utils.book_append_sheet(book, sheet, `单位${pair}表${index + 1}`);
    });
  }
  return bytes(book);
}

/** The Puyang pair and further sheets of plain cells. */
export function puyangAnd(sheets: Readonly<Record<string, WorkSheet>>): Uint8Array {
  const book = read(specimen('puyang-2019.xlsx'), {
    type: 'array',
    cellNF: true,
    cellStyles: true,
  });
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return bytes(book);
}

/** A workbook of these sheets only. */
export function workbookOf(
  sheets: Readonly<Record<string, WorkSheet>>,
  hidden: Readonly<Record<string, 1 | 2>> = {},
): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = {
    Sheets: Object.keys(sheets).map((name) => ({ name, Hidden: hidden[name] ?? 0 })),
  };
  return bytes(book);
}

function bytes(book: Parameters<typeof write>[0]): Uint8Array {
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', cellStyles: true }) as ArrayBuffer,
  );
}

/** A sheet with every sort of cell. */
export function oddCells(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['标题', '１２３', ' 12 '],
    [1.5, -0.1, 35956.486399999994],
    [true, false, null],
  ]);
  sheet['A5'] = { t: 's', v: '123' };
  sheet['B5'] = { t: 's', v: '=A1' };
  sheet['C5'] = { t: 's', v: '' };
  sheet['A6'] = { t: 'e', v: 0x17, w: '#REF!' };
  sheet['B6'] = { t: 'n', v: 43831, z: 'yyyy-mm-dd' };
  sheet['C6'] = { t: 'n', v: 0.25, z: '0.0%' };
  sheet['A7'] = { t: 'n', v: 1.4, f: 'A2+B2' };
  sheet['B7'] = { t: 's', v: '', f: 'IF(A2>0,"","x")' };
  sheet['C7'] = { t: 'e', v: 0x07, w: '#DIV/0!', f: 'A2/0' };
  sheet['D40'] = { t: 'n', v: 7 };
  sheet['Z3'] = { t: 'n', v: 8 };
  sheet['AD70'] = { t: 's', v: '末格' };
  sheet['!ref'] = 'A1:AD70';
  sheet['!rows'] = [];
  sheet['!rows'][1] = { hidden: true };
  sheet['!rows'][39] = { hidden: true };
  sheet['!rows'][4] = { hpt: 2 };
  sheet['!cols'] = [];
  sheet['!cols'][2] = { hidden: true };
  sheet['!cols'][25] = { hidden: true };
  sheet['!cols'][1] = { width: 0.3 };
  return sheet;
}

/** A long list of other things. */
export function longList(rows: number, columns: number): WorkSheet {
  return utils.aoa_to_sheet(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => (column === 0 ? `第${row}行` : row + column)),
    ),
  );
}
