/** Which formulas take something from another workbook? */
import { refersToOtherWorkbook } from '../../../src/domain/formulas/coverage';

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
])('this workbook: %s', (formula) => {
  expect(refersToOtherWorkbook(formula)).toBe(false);
});
