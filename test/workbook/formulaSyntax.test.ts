// Which formulas can every spreadsheet read, and what becomes of full-width signs?
import { readEntry, wellFormed } from '../../src/workbook/entry';
import { halfWidthFormula } from '../../src/workbook/formulaSyntax';

test.each([
  'SUM(C6:C7)',
  'SUM(C6,C7)+1',
  ' -C7%*2^-1 ',
  "表1!C5+'表 2'!$D$6",
  'SUMIF(台账!A:A,"一般;事务",台账!$B:$B)',
  'SUM(3:5)',
  'IF(A1<>"",,B2)',
  'IF(A1>=1,"（甲）",{1,2;3,4})',
  '合计+表1[金额]+表1[[#All],[金额]]',
  'NOW()+MYFUNCTION()',
  '#REF!+表1!#REF!',
  'SUM((A1:B2,C3))',
  'A1:B3 B2:C4',
  'OFFSET(A1,0,0):B2',
  '1.5e3+.5',
])('%s can be read', (formula) => {
  expect(wellFormed(formula)).toBe(true);
});

test.each([
  'SUM（D7:D8）',
  'SUM(C6;C7)',
  'A1:',
  'SUM(',
  'SUM()',
  'C7＋C8',
  'C7 C8',
  'C7+',
  'C7 12',
  '1,2',
  'SUM(C6,C7))',
  '"未完',
  '表1!',
  '12C7',
  'C7+*2',
  '()',
  ';',
])('%s cannot', (formula) => {
  expect(wellFormed(formula)).toBe(false);
});

test('full-width signs are made what they stand for, but for texts and the names of sheets', () => {
  expect(halfWidthFormula('SUM（Ｃ７：D8，１２）＋表１!A1＊２－"（甲）"&\'（乙）\'!A1')).toBe(
    'SUM(C7:D8,12)+表１!A1*2-"（甲）"&\'（乙）\'!A1',
  );
  expect(readEntry('＝sum（D7：D8）', 'General')).toEqual({
    value: undefined,
    formula: 'sum(D7:D8)',
  });
});

test('full-width digits are a number, and what is none stays as it was typed', () => {
  expect(readEntry('１２３', 'General')).toEqual({ value: 123 });
  expect(readEntry('－３３００．５', 'General')).toEqual({ value: -3300.5 });
  expect(readEntry('第１项', 'General')).toEqual({ value: '第１项' });
  expect(readEntry('１２３', '@')).toEqual({ value: '１２３' });
});
