import fc from 'fast-check';
import { displayedFormula, formulaAt, formulaPattern } from '../../src/files/ooxml/formulaText';

test.each([
  // formula, rows down, columns right, what the cell there says
  ['=A1', 1, 1, '=B2'],
  ['=$A1+A$1+$A$1', 2, 2, '=$A3+C$1+$A$1'],
  ['=SUM(A:B,$C:D,1:2,$3:4)', 1, 1, '=SUM(B:C,$C:E,2:3,$3:5)'],
  ['="A1 ""B2"" "&A1', 1, 0, '="A1 ""B2"" "&A2'],
  ["='A1''s B2'!C3+Sheet1!C3", 1, 0, "='A1''s B2'!C4+Sheet1!C4"],
  ['=LOG10(A1)+ATAN2(B1,C1)', 0, 1, '=LOG10(B1)+ATAN2(C1,D1)'],
  ['=[1]A1!A1+[12]乙!$B2', 1, 1, '=[1]A1!B2+[12]乙!$B3'],
  ['=SUM(Table1[[#This Row],[a1]],A1)', 1, 0, '=SUM(Table1[[#This Row],[a1]],A2)'],
  ['=Rate_1+TAX2019X*A1', 1, 0, '=Rate_1+TAX2019X*A2'],
  ['=Sheet1:Sheet3!A1', 1, 0, '=Sheet1:Sheet3!A2'],
  ['=1.5E3+2E-2*A1', 1, 0, '=1.5E3+2E-2*A2'],
  ['=XFD1048576', 1, 1, '=A1'],
  ['=A1048577+XFE1', 1, 1, '=A1048577+XFE1'],
  ['=IF(A1>0,"是","否")', 3, 0, '=IF(A4>0,"是","否")'],
  ['={1,2;3,4}*A1#', 1, 0, '={1,2;3,4}*A2#'],
])('%s moved by %d and %d', (formula, rows, columns, moved) => {
  expect(formulaAt(formulaPattern(formula), rows, columns)).toBe(moved);
});

test('any text moved nowhere is itself', () => {
  const word = fc.constantFrom(
    'A1',
    '$B$2',
    'C:D',
    '1:2',
    '"',
    "'",
    '[',
    ']',
    '!',
    '(',
    ',',
    'é',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const formula = `=${words.join('')}`;
      expect(formulaAt(formulaPattern(formula), 0, 0)).toBe(formula);
    }),
  );
});

test('prefixes of newer functions are not shown, except in texts', () => {
  expect(displayedFormula('_xlfn.CONCAT("_xlfn.",_xlfn._xlws.SORT(A1))')).toBe(
    '=CONCAT("_xlfn.",SORT(A1))',
  );
  expect(displayedFormula('=SUM(A1)')).toBe('=SUM(A1)');
});
