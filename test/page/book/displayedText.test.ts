/** Is a value shown as Excel shows it? */
import { displayedText, plainNumber } from '../../../src/page/book/displayedText';

test.each([
  [7580.942, 'General', '7580.942'],
  [7580.942000000001, 'General', '7580.942'],
  [0.1 + 0.2, 'General', '0.3'],
  [-3, 'General', '-3'],
  [123456789012, 'General', '1.23457E+11'],
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00;[Red]-#,##0.00', '-1,234.50'],
  [0.256, '0.0%', '25.6%'],
  [12345, '0!.0,"万"', '1.2万'],
  [0, '0;-0;"-"', '-'],
  [5, ';;;', ''],
  [43831, 'yyyy/m/d', '2020/1/1'],
  [43831, 'yyyy"年"m"月"d"日"', '2020年1月1日'],
  [43831.5, 'yyyy-mm-dd hh:mm', '2020-01-01 12:00'],
  [0.25, '# ?/?', '0.25'],
  [true, 'General', 'TRUE'],
  ['教育', '@', '教育'],
  [{ error: '#REF!' }, 'General', '#REF!'],
  [null, 'General', ''],
])('%p under %s is %s', (value, numberFormat, shown) => {
  expect(displayedText({ value, formula: null, numberFormat })).toBe(shown);
});

test.each([
  [7580.942000000001, '7580.942'],
  [1e21, '1e+21'],
  [0.1, '0.1'],
  [123456789012345680, '123456789012345680'],
])('%p is typed as %s', (value, text) => {
  expect(plainNumber(value)).toBe(text);
});
