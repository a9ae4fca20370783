/** Two spellings of a number format are known to be the same, and two formats not. */
import { sameNumberFormat } from '../../../src/domain/formulas/numberFormat';

test.each([
  ['General', 'G/通用格式'],
  ['General"个"', 'G/通用格式\\个'],
  ['0.00"万元"', '0.00\\万\\元'],
  ['yyyy-mm-dd', '[$-804]yyyy\\-mm\\-dd;@'],
  ['yyyy/m/d', 'm/d/yyyy'],
  ['0.00E+00', '0.00e+00'],
])('%s is %s', (one, other) => {
  expect(sameNumberFormat(one, other)).toBe(true);
});

test.each([
  ['General', '@'],
  ['0.00', '0.0'],
  ['0.00"元"', '0.00"万元"'],
  ['yyyy-mm-dd', 'yyyy-mm'],
  ['#,##0.00', '#,##0.00;[Red]-#,##0.00'],
])('%s is not %s', (one, other) => {
  expect(sameNumberFormat(one, other)).toBe(false);
});
