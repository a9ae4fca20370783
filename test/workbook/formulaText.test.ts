// How formulas change when cells move: this formula → that formula.
import fc from 'fast-check';
import {
  moveFormula,
  renameSheet,
  shiftFormula,
  tokenize,
  untokenize,
} from '../../src/workbook/formulaText';

describe('copied by two rows and one column', () => {
  test.each([
    ['A1+$A$1+A$1+$A1', 'B3+$A$1+B$1+$A3'],
    ['SUM(A1:B2)', 'SUM(B3:C4)'],
    ['\'表 1\'!A1&"A1"', '\'表 1\'!B3&"A1"'],
    ['SUM(A:A)+SUM(1:1)', 'SUM(B:B)+SUM(3:3)'],
    ['LOG10(A1)+金额+TRUE', 'LOG10(B3)+金额+TRUE'],
    ['XFD1', '#REF!'],
    ['表[金额]+A1', '表[金额]+B3'],
    ['[1]Sheet1!A1', '[1]Sheet1!B3'],
    ['1E3+A1', '1E3+B3'],
  ])('%s → %s', (formula, moved) => {
    expect(moveFormula(formula, 2, 1)).toBe(moved);
  });
});

describe('rows inserted at row 3 (two of them)', () => {
  test.each([
    ['A2', 'A2'],
    ['A3', 'A5'],
    ['SUM(A1:A3)', 'SUM(A1:A5)'],
    ['SUM(A3:A9)', 'SUM(A5:A11)'],
    ['SUM($3:$4)', 'SUM($5:$6)'],
    ['SUM(A:A)', 'SUM(A:A)'],
    ['表2!A3+表1!A3', '表2!A3+表1!A5'],
    ['[1]表1!A3', '[1]表1!A3'],
    ['IF(A3="A3",1,0)', 'IF(A5="A3",1,0)'],
  ])('%s → %s', (formula, after) => {
    expect(shiftFormula(formula, '表1', '表1', { axis: 'row', at: 2, count: 2 })).toBe(after);
  });
});

describe('rows 3 and 4 deleted', () => {
  test.each([
    ['A3', '#REF!'],
    ['A5', 'A3'],
    ['SUM(A1:A3)', 'SUM(A1:A2)'],
    ['SUM(A4:A9)', 'SUM(A3:A7)'],
    ['SUM(A3:A4)', 'SUM(#REF!)'],
    ['表1!A3', '表1!#REF!'],
  ])('%s → %s', (formula, after) => {
    expect(shiftFormula(formula, '表1', '表1', { axis: 'row', at: 2, count: -2 })).toBe(after);
  });
});

test('a renamed sheet is quoted where it must be; a deleted one is gone', () => {
  expect(renameSheet("表1!A1+'表 2'!B2", '表1', '表 一')).toBe("'表 一'!A1+'表 2'!B2");
  expect(renameSheet("SUM('表 2'!A1:B2)", '表 2', undefined)).toBe('SUM(#REF!)');
});

const part = fc.oneof(
  fc.constantFrom('+', '-', '*', '(', ')', ',', '"甲A1"', '#N/A', '1.5', '金额', 'SUM(', ' '),
  fc
    .tuple(
      fc.constantFrom('', '$'),
      fc.constantFrom('A', 'Z', 'AB'),
      fc.constantFrom('', '$'),
      fc.integer({ min: 1, max: 900 }),
    )
    .map((t) => t.join('')),
);
const formulas = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' '));

test('any formula is put together again as it was taken apart', () => {
  fc.assert(fc.property(formulas, (formula) => untokenize(tokenize(formula)) === formula));
});

test('rows inserted and deleted again leave formulas as they were', () => {
  fc.assert(
    fc.property(
      formulas,
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 9 }),
      (formula, at, count) => {
        const there = shiftFormula(formula, '表1', '表1', { axis: 'row', at, count });
        const back = shiftFormula(there, '表1', '表1', { axis: 'row', at, count: -count });
        return back === formula;
      },
    ),
  );
});
