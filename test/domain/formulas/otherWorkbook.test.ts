/** Which formulas take something from another workbook? */
import {
  namesLeadingOut,
  otherWorkbooksOf,
  refersToOtherWorkbook,
} from '../../../src/domain/formulas/otherWorkbooks';

test.each([
  '=[x.xlsx]表!A1',
  '=@[x.xlsx]表!A1',
  "='[x.xlsx]表 2'!A1",
  "='C:\\账 目\\[x.xlsx]表+2'!A1",
  "='C:\\[旧]资料\\[x.xlsx]表'!A1",
  '=SUM([x.xlsx]一月:三月!A1)',
  "=B5+'[1]甲''乙'!C3",
  '=[1]!年初数',
  // As Excel tells a name of another workbook: open, and closed.
  '=x.xlsx!年初数',
  "='2018 年.xls'!年初数*2",
  "='C:\\账\\x.xlsx'!年初数",
  "='https://d.docs.live.net/账/x.xlsx'!年初数",
  // A text that is put together to an address.
  '=INDIRECT("[x.xlsx]表!A1")',
  `=SUM(INDIRECT("'[x.xlsx]表 1'!A1:A9"))`,
  `=INDIRECT("'C:\\账\\[x.xlsx]表'!A1")`,
  '=indirect ( "[" & B1 & "]表!A1")',
  '=INDIRECT("x.xlsx!年初数")',
])('another workbook: %s', (formula) => {
  expect(refersToOtherWorkbook(formula)).toBe(true);
});

test.each([
  '=SUM(C5:C23)',
  '=统计表2!C5',
  "='统计表 2'!C5/'统计表 3'!C5",
  // A column of a list, and a sheet of this workbook.
  '=表[预算数]+统计表2!C5',
  '=SUM(表[预算数],统计表2!C5)',
  '=[@预算数]+统计表2!C5',
  '=[预算数]*统计表2!C5',
  '=表[[#This Row],[预算数]]+统计表2!C5',
  "=表[预算数]+'统计 表2'!C5",
  // Sheets that are called like the files from which they come.
  "='2018.xlsx'!C5",
  "='2018.xlsx'!$C$5:$C$9",
  '=SUM(a.xls!C:C,a.xls!5:5)',
  '=IF(A1="[x.xlsx]表!A1",1,0)',
  '=INDIRECT("表["&B1&"]")',
  '=INDIRECT("表[预算数]")',
  '=INDIRECT("统计表2!C"&B1)',
  '=INDIRECT(B1)&"[x.xlsx]表!A1"',
])('this workbook: %s', (formula) => {
  expect(refersToOtherWorkbook(formula)).toBe(false);
});

const names = namesLeadingOut([
  { name: '税率', sheet: null, isHidden: false, formula: '=0.13' },
  { name: '年初数', sheet: null, isHidden: true, formula: "='[2018.xlsx]表 1'!$C$5" },
  // Of one sheet, and nothing but what stands in it.
  { name: '年初数', sheet: '表 2', isHidden: false, formula: "='表 2'!$C$5" },
  { name: '上年', sheet: '表1', isHidden: false, formula: '=年初数' },
  { name: '全年', sheet: null, isHidden: false, formula: '=表1!上年*2' },
  { name: '文字', sheet: null, isHidden: false, formula: '="年初数"' },
]);

test('names lead to another workbook by themselves, or through others', () => {
  expect(names.map(({ name, sheet, leads }) => [name, sheet, leads])).toEqual([
    ['税率', null, 'nowhere'],
    ['年初数', null, 'out'],
    ['年初数', '表 2', 'nowhere'],
    ['上年', '表1', 'outByName'],
    ['全年', null, 'outByName'],
    ['文字', null, 'nowhere'],
  ]);
  expect(namesLeadingOut([{ name: 'a', sheet: null, isHidden: false, formula: '=b' }])).toEqual([]);
});

test('names that use each other in a circle come to an end', () => {
  const of = (name: string, formula: string) => ({ name, sheet: null, isHidden: false, formula });
  const circle = namesLeadingOut([of('甲', '=乙'), of('乙', '=甲+丙'), of('丙', '=[1]表!A1')]);
  expect(circle.map(({ leads }) => leads)).toEqual(['outByName', 'outByName', 'out']);
});

test.each([
  ['=年初数', '表1', true],
  ['=SUM(B5,年初数)*税率', '表1', true],
  ['=全年', '表9', true],
  ['=表1!上年', '表9', true],
  // The sheet's own name comes before the workbook's, and is found from elsewhere too.
  ['=年初数', '表 2', false],
  ["='表 2'!年初数", '表1', false],
  ["='表 3'!年初数", '表1', true],
  ['=上年', '表9', false],
  ['=年初数2+年初数.x', '表1', false],
  ['=年初数(1)', '表1', false],
  ['="年初数"', '表1', false],
  ['=税率', '表1', false],
])('%s in %s, by name: %s', (formula, sheet, isLinked) => {
  expect(otherWorkbooksOf({ sheets: [], names }).areReferredTo(formula, sheet)).toBe(isLinked);
  expect(otherWorkbooksOf({ sheets: [] }).areReferredTo(formula, sheet)).toBe(false);
});
