/** Are functions that look for cells in a ledger worked out as Excel does, and nothing guessed? */
import { amountFromNumber, numberFromAmount } from '../../../src/domain/amount';
import { FormulaEvaluator } from '../../../src/domain/formulas/evaluate';
import type { Cell, CellValue, Grid } from '../../../src/domain/grid';

function cell(value: CellValue, formula: string | null = null): Cell {
  return { value, formula, numberFormat: 'General' };
}

function sheet(name: string, rows: readonly (readonly (Cell | CellValue)[])[]): Grid {
  return {
    name,
    visibility: 'visible',
    rows: rows.map((row) =>
      row.map((one) => (typeof one === 'object' && one && 'formula' in one ? one : cell(one))),
    ),
    merges: null,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

const ledger = sheet('台账', [
  ['科目', '金额', '年度', '次数'],
  ['一般事务', 100.25, 2019, 1],
  ['公益 服务', 7, 2019, '2'],
  ['一般事务', 200.5, 2020, 3],
  ['Abc', 40, 2020, 4],
  ['一般事务费', cell(999, '=B2+B3'), 2020, 5],
  [null, 5, 2021, 6],
]);

/** The value of a formula in A1 whose stored result is another one; null where it is beyond reading. */
function worked(formula: string): number | null {
  const asked = cell(-12345, formula);
  const own = sheet('表1', [[asked, '一般事务', 2019, null]]);
  const evaluator = new FormulaEvaluator(
    { sheets: [own, ledger] },
    { recalculates: true, passesOver: 'byFunction', textAmount: null },
  );
  const value = evaluator.valueOf(asked, own);
  const isBelieved = evaluator.beyondReading.has(asked);
  expect(isBelieved).toBe(value === amountFromNumber(-12345));
  return value === null || isBelieved ? null : numberFromAmount(value);
}

test.each([
  ['=SUMIF(台账!A:A,B1,台账!B:B)', 300.75],
  ['=SUMIF(台账!$A$2:$A$7,"一般事务",台账!$B$2)', 300.75],
  ['=SUMIF(台账!A:A,"一般事务*",台账!B:B)', 408],
  ['=SUMIF(台账!A:A,"??服务",台账!B:B)', 0],
  ['=SUMIF(台账!A:A,"公益?服务",台账!B:B)', 7],
  ['=SUMIF(台账!A:A,"aBC",台账!B:B)', 40],
  ['=SUMIF(台账!A:A,"没有",台账!B:B)', 0],
  ['=SUMIF(台账!C:C,2019,台账!B:B)', 107.25],
  ['=SUMIF(台账!C:C,C1,台账!B:B)', 107.25],
  ['=SUMIF(台账!C:C,">=2020",台账!B:B)', 352.75],
  ['=SUMIF(台账!C2:C7,"<>2020",台账!B2:B7)', 112.25],
  ['=SUMIF(台账!D:D,2,台账!B:B)', 7],
  ['=SUMIF(台账!B:B,">50")', 408],
  ['=ROUND(SUMIFS(台账!B:B,台账!A:A,B1,台账!C:C,2020),1)+1', 201.5],
  ['=SUMIFS(台账!B2:B7,台账!A2:A7,"一般事务",台账!C2:C7,"<2020")/10', 10.025],
  ['=COUNTIF(台账!A:A,B1)', 2],
  ['=COUNTIFS(台账!A:A,"一般*",台账!C:C,2020)', 2],
  ['=SUMPRODUCT((台账!A2:A7=B1)*台账!B2:B7)', 300.75],
  ['=SUMPRODUCT((台账!A2:A7=B1)*(台账!C2:C7>2019),台账!B2:B7)', 200.5],
  [
    '=SUMPRODUCT(台账!B:B,台账!C:C)',
    100.25 * 2019 + 7 * 2019 + (200.5 + 40 + 107.25) * 2020 + 5 * 2021,
  ],
  ['=VLOOKUP(B1,台账!A:C,2,FALSE)', 100.25],
  ['=VLOOKUP("一般事务费",台账!A2:B7,2,0)', 107.25],
  ['=VLOOKUP(2020,台账!C2:D7,2,false)', 3],
  ['=INDEX(台账!B2:B7,MATCH("abc",台账!A2:A7,0))', 40],
  ['=INDEX(台账!A1:D7,MATCH("公益 服务",台账!A1:A7,0),MATCH("年度",台账!A1:D1,0))', 2019],
  ['=IFERROR(VLOOKUP("没有",台账!A:B,2,0),0)+1', 1],
  ['=IFERROR(INDEX(台账!B2:B7,MATCH("没有",台账!A2:A7,0)),-3)', -3],
  ['=IFERROR(100/D1,9)', 9],
  ['=IF(B1="一般事务",台账!B2,0)', 100.25],
  ['=IF(SUM(台账!B2:B4)=0,"",SUM(台账!B2:B4))', 307.75],
  ['=IF(D1="",8,9)', 8],
  ['=IF(C1<>2019,1,2)', 2],
])('%s is %d', (formula, expected) => {
  expect(worked(formula)).toBe(expected);
});

test.each([
  ['a function that is not worked out', '=OFFSET(台账!B2,0,0)'],
  ['an address made of texts', '=INDIRECT("B1")'],
  ['the nearest, and not the same', '=VLOOKUP(B1,台账!A:B,2)'],
  ['nothing is found, which is an error value', '=VLOOKUP("没有",台账!A:B,2,0)'],
  ['a column that is not there', '=VLOOKUP(B1,台账!A:B,3,0)'],
  ['areas of different sizes', '=SUMIFS(台账!B2:B6,台账!A2:A7,B1)'],
  ['a text that may be a date', '=SUMIF(台账!A:A,"2020-1-1",台账!B:B)'],
  ['texts before and behind one another', '=SUMIF(台账!A:A,">一般",台账!B:B)'],
  ['a sheet that is not there', '=SUMIF(旧账!A:A,B1,旧账!B:B)'],
  ['a text in arithmetic', '=SUMPRODUCT((台账!A1:A7=B1)*台账!B1:B7)'],
  ['an error that may or may not be one', '=IFERROR(OFFSET(台账!B2,0,0),0)'],
  ['blank cells without an end', '=COUNTIF(台账!A:A,"")'],
])('%s: %s keeps what is stored, and it is told', (_why, formula) => {
  expect(worked(formula)).toBeNull();
});

test('a formula that another one takes, and is beyond reading, is come across', () => {
  const hidden = cell('一般事务', '=OFFSET(A1,0,0)');
  const asked = cell(3, '=SUMIF(B1:B2,"一般事务",C1:C2)');
  const own = sheet('表1', [
    [asked, hidden, 1],
    [null, '一般事务', 2],
  ]);
  const evaluator = new FormulaEvaluator(
    { sheets: [own] },
    { recalculates: true, passesOver: 'byFunction', textAmount: null },
  );
  expect(evaluator.valueOf(asked, own)).toBe(amountFromNumber(3));
  expect([...evaluator.beyondReading]).toEqual([hidden]);
});

test('a text that a formula gave is worked out anew, where it is added up and where it is looked for', () => {
  const rows = [
    [cell('', '=IF(C1>0,C1,"")'), cell('甲', '=IF(C1>0,"乙","甲")'), 5],
    [cell('', '=IF(C2>0,C2,"")'), cell('丙', '=B3'), 0],
    [cell('', '=TEXT(C1,"0")'), '丙', 7],
  ];
  const own = sheet('表1', rows);
  const evaluator = new FormulaEvaluator(
    { sheets: [own] },
    { recalculates: true, passesOver: 'byFunction', textAmount: null },
  );
  const of = (formula: string) => {
    const value = evaluator.valueOf(cell(null, formula), own);
    return value === null ? null : numberFromAmount(value);
  };
  expect([of('=SUM(A1:A2)'), of('=A1+1'), of('=A2+1')]).toEqual([5, 6, null]);
  expect([of('=SUMIF(B1:B3,"乙",C1:C3)'), of('=SUMIF(B1:B3,"丙",C1:C3)')]).toEqual([5, 7]);
  expect(evaluator.beyondReading.size).toBe(0);
  expect(of('=SUM(A1:A3)')).toBe(5);
  expect([...evaluator.beyondReading]).toEqual([own.rows[2]?.[0]]);
});
