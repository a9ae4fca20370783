/** What do formulas of an opened workbook come to once a cell has changed, and which are beyond us? */
import type { Cell, Grid } from '../../../src/domain/grid';
import { cellAt, isCellError, parseAddress } from '../../../src/domain/grid';
import { success } from '../../../src/domain/result';
import type { BookFiles } from '../../../src/page/book/bookFiles';
import { openBook } from '../../../src/page/book/openBook';
import { valueOf } from '../../ports/openedWorkbook';

type Contents = Readonly<Record<string, string | number | boolean>>;

function sheetOf(name: string, contents: Contents, hiddenRows: readonly number[] = []): Grid {
  const rows: (Cell | undefined)[][] = [];
  for (const [address, content] of Object.entries(contents)) {
    const at = parseAddress(address);
    if (at === null) throw new Error(address);
    const isFormula = typeof content === 'string' && content.startsWith('=');
    (rows[at.row] ??= [])[at.column] = {
      value: isFormula ? 99 : content,
      formula: isFormula ? content : null,
      numberFormat: 'General',
    };
  }
  const known = { visibility: 'visible', merges: [], hiddenColumns: new Set<number>() } as const;
  return { name, rows, hiddenRows: new Set(hiddenRows), ...known };
}

/** Opens sheets as if read from a file; every formula shows 99 until it is worked out. */
async function opened(...sheets: readonly Grid[]) {
  const contents = {
    kind: 'xlsx',
    grids: { sheets },
    looks: null,
    ownParts: [],
    hasMacros: false,
    structureProtected: false,
  } as const;
  const files: BookFiles = {
    read: () => Promise.resolve(success(contents)),
    copy: () => Promise.reject(new Error('no copy is made')),
  };
  return valueOf(await openBook({ name: 'x.xlsx', bytes: new Uint8Array() }, files));
}

/** What the cells show after B1 has become 10, and whether anything waits. */
async function after(contents: Contents, cells: readonly string[], ...others: readonly Grid[]) {
  const book = await opened(sheetOf('表', { B1: 1, ...contents }), ...others);
  valueOf(book.enter({ sheet: '表', cell: 'B1' }, '10'));
  const read = valueOf(await book.port.readWorkbook());
  const [grid] = read.sheets;
  const values = cells.map((cell) => {
    const at = parseAddress(cell);
    const value = (grid && at && cellAt(grid, at.row, at.column)?.value) ?? null;
    return isCellError(value) ? value.error : value;
  });
  return [...values, read.calculation?.isPending === true ? 'waits' : 'known'];
}

test.each<[string, Contents, unknown]>([
  ['=SUM(B1:B3,5)', { B2: 2, B3: '文' }, 17],
  ['=SUM(B:B)', { B3: 4 }, 14],
  ['=B1*2-B2/4', { B2: 2 }, 19.5],
  ['=-B1', {}, -10],
  ['=MAX(B1:B3)', { B2: -5, B3: 7 }, 10],
  ['=MIN(B1:B3)', { B2: -5, B3: 7 }, -5],
  ['=AVERAGE(B1:B4)', { B2: 20 }, 15],
  ['=ABS(-B1)', {}, 10],
  ['=ROUND(B1/3,2)', {}, 3.33],
  ['=ROUND(B1*1234.5,-3)', {}, 12000],
  ['=ROUND(B1+0.005,2)', {}, 10.01],
  ['=SUBTOTAL(9,B1:B3)', { B2: '=SUBTOTAL(9,B1:B1)', B3: 4 }, 14],
  ['=SUMIFS(B1:B3,A1:A3,C1)', { A1: '教育', A2: '卫生', A3: '教育', B2: 5, B3: 6, C1: '教育' }, 16],
  ['=SUMIFS(B1:B3,A1:A3,"教*",C1:C3,">1")', { A1: '教育', A3: '教育', B3: 6, C1: 2, C3: 1 }, 10],
  ['=SUMIF(A:A,"教育",B:B)', { A1: '教育', A2: '卫生', A3: '教育', B2: 5, B3: 6 }, 16],
  ['=SUMIF(B1:B3,">5")', { B2: 2, B3: 7 }, 17],
  ['=COUNTIF(A1:A3,"教育")+B1', { A1: '教育', A2: '卫生', A3: '教育' }, 12],
  ['=COUNTIFS(A1:A3,"教育",B1:B3,10)', { A1: '教育', A3: '教育', B3: 6 }, 1],
  ['=VLOOKUP("教育",A1:B3,2,FALSE)', { A1: '教育' }, 10],
  ['=VLOOKUP("没有",A1:B3,2,0)', { A1: '教育' }, '#N/A'],
  ['=IFERROR(VLOOKUP("没有",A1:B3,2,0),0)', { A1: '教育' }, 0],
  ['=INDEX(B1:B3,MATCH(C1,A1:A3,0))', { A1: '教育', A2: '卫生', B2: 5, C1: '教育' }, 10],
  ['=IF(B1>5,B1*2,"")', {}, 20],
  ['=IF(B1<5,B1*2,"")', {}, ''],
  ['=IF(A1="教育",IF(B1=10,1,2),3)', { A1: '教育' }, 1],
  ['=B1>5', {}, true],
  ['=SUMPRODUCT((A1:A3="教育")*B1:B3)', { A1: '教育', A3: '教育', B2: 5, B3: 6 }, 16],
  ['=SUM(D2,B1)', { D2: '=IF(B1>5,"多","少")' }, 10],
  ['=SUMIF(A1:A3,"多",B1:B3)', { A1: '=IF(B1>5,"多","少")', A2: '多', B2: 5, B3: 6 }, 15],
  ['=SUMPRODUCT(B1:B3)', { B2: 2, B3: '文' }, 12],
  ['=SUMPRODUCT(B1:B3,C1:C3)', { B2: 2, B3: '文', C1: 3, C2: -1, C3: 4 }, 28],
  ['=SUMPRODUCT(B1:B3*C1:C3)+1', { B2: 2, C1: 3, C2: -1, C3: 4 }, 29],
  ['=SUMPRODUCT(B1:C2,C2:B1)', { B2: 2, C1: 3 }, 113],
  ['=SUMPRODUCT(-(B1:B2+1)/C1,B1:B2)', { B2: 2, C1: 2 }, -58],
  ['=B1/0', {}, '#DIV/0!'],
  ['=B1+B2', { B2: '文' }, '#VALUE!'],
  ['=IFERROR(B1/B2,0)', {}, 0],
  ['=IFERROR(B1/B2,7)', { B2: 2 }, 5],
  ['=SUM(没有!B1,B1)', {}, '#REF!'],
  ['=B1', {}, 10],
])('%s', async (formula, contents, value) => {
  expect(await after({ ...contents, D1: formula }, ['D1'])).toEqual([value, 'known']);
});

test.each([
  '=B1%',
  '=B1&"x"',
  '=B1^2',
  '=VLOOKUP(1,A1:B3,2)',
  '=IF(B1>"a",1,2)',
  '=SUMIF(C1:C3,"2020-1-1",B1:B3)',
  '=B1+年初数',
  '=年初数*2',
  '=SUBTOTAL(2,B1:B3)',
  "=B1+'[2018.xlsx]表'!A1",
  '=OFFSET(A1,0,1)',
  '=SUM(B1:B3*2)',
  '=SUMPRODUCT(B1:B3,C1:C2)',
  '=SUMPRODUCT(B1:B3,2)',
  '=SUMPRODUCT(B1:B3,C1:C3/0)',
  '=SUMPRODUCT(ROUND(B1:B3,0))',
])('%s keeps what it showed, and waits with what adds it up', async (formula) => {
  const shown = await after({ D1: formula, E1: '=D1+1', F1: '=B1+1' }, ['D1', 'E1', 'F1']);
  expect(shown).toEqual([99, 99, 11, 'waits']);
});

test('what does not depend on the change is not touched, whatever it shows', async () => {
  const contents = { C1: 5, D1: '=C1+1', E1: '=VLOOKUP(1,C1:C3,1)', F1: '=B1+1' };
  expect(await after(contents, ['D1', 'E1', 'F1'])).toEqual([99, 99, 11, 'known']);
});

test('what refers to a formula that waits, waits too when something else of it changes', async () => {
  const contents = { B1: 1, C1: 1, D1: '=VLOOKUP(1,B1:B3,1)', E1: '=D1+C1' };
  const book = await opened(sheetOf('表', contents));
  valueOf(book.enter({ sheet: '表', cell: 'B1' }, '10'));
  valueOf(book.enter({ sheet: '表', cell: 'C1' }, '2'));
  expect(book.sheets[0]?.textAt(0, 4)).toBe('99');
});

test('SUMIF follows all cells that it adds up, also where fewer are named', async () => {
  const contents = { A1: '甲', A2: '乙', A3: '甲', C1: 5, C3: 7, D1: '=SUMIF(A1:A3,"甲",C1)' };
  const book = await opened(sheetOf('表', contents));
  valueOf(book.enter({ sheet: '表', cell: 'C3' }, '70'));
  expect(book.sheets[0]?.textAt(0, 3)).toBe('75');
});

test('hidden rows may be a filter: their subtotal waits', async () => {
  const book = await opened(sheetOf('表', { B1: 1, B2: 2, D1: '=SUBTOTAL(9,B1:B2)' }, [1]));
  valueOf(book.enter({ sheet: '表', cell: 'B1' }, '10'));
  expect(valueOf(await book.port.readWorkbook()).calculation?.isPending).toBe(true);
});

test('texts are shown by a formula that refers to them, over sheets and in a row', async () => {
  const other = sheetOf('表 2', { A1: '=表!B1', A2: '濮阳' });
  const contents = { C1: "='表 2'!A2", D1: "='表 2'!A1+1", E1: '=D1*2' };
  const shown = await after(contents, ['D1', 'E1'], other);
  expect(shown).toEqual([11, 22, 'known']);
  const book = await opened(sheetOf('表', contents), other);
  valueOf(book.enter({ sheet: '表 2', cell: 'A2' }, '洛阳'));
  expect(book.sheets[0]?.textAt(0, 2)).toBe('洛阳');
});

test('a circle shows 0, and a chain of thousands either its end or nothing at all', async () => {
  expect(await after({ D1: '=E1+B1', E1: '=D1' }, ['B1'])).toEqual([10, 'known']);
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`D${5000 - at}`, `=D${5001 - at}+1`]),
  );
  const shown = await after({ ...chain, D5001: '=B1' }, ['D5001', 'D1']);
  expect([
    [10, 5010, 'known'],
    [10, 99, 'waits'],
  ]).toContainEqual(shown);
});
