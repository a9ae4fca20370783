/** A number format shows what Excel shows of it, and is known to scale where it does. */
import fc from 'fast-check';
import { amountFromNumber, formatAmount, roundToPlace } from '../../../src/domain/amount';
import { NumberDisplay } from '../../../src/domain/formulas/displayedFigure';

const shown = (value: number, format: string) => {
  const display = new NumberDisplay(format).of(amountFromNumber(value));
  return display && [display.text, formatAmount(display.figure), display.power, display.suffix];
};

test.each([
  ['General', 35956.4864, '35956.4864', '35956.4864', 0, ''],
  ['@', 12.5, '12.5', '12.5', 0, ''],
  ['0', 2.5, '3', '3', 0, ''],
  ['0.00_ ', 3275.2964, '3275.30', '3275.3', 0, ''],
  ['#,##0.00####;\\-#,##0.00####;0', 1234567.5, '1,234,567.50', '1234567.5', 0, ''],
  ['#,##0.00####;\\-#,##0.00####;0', -1234.5, '-1,234.50', '-1234.5', 0, ''],
  ['#,##0.00;[Red](#,##0.00)', -1234.5, '(1,234.50)', '-1234.5', 0, ')'],
  ['0.0#', -0.04, '-0.04', '-0.04', 0, ''],
  ['0', -0.4, '0', '0', 0, ''],
  ['#.##', 0.5, '.5', '0.5', 0, ''],
  ['¥#,##0', 1000, '¥1,000', '1000', 0, ''],
  ['[$¥-804]#,##0.00', 1000, '¥1,000.00', '1000', 0, ''],
  ['0.00"万元"', 3275.2964, '3275.30万元', '3275.3', 0, '万元'],
  ['0.00万元', 3275.2964, '3275.30万元', '3275.3', 0, '万元'],
  ['General"万元"', 3275.2964, '3275.2964万元', '3275.2964', 0, '万元'],
  ['G/通用格式"个"', 34, '34个', '34', 0, '个'],
  // Scaled: by commas, by a point that only the reader takes for one, by percent, by all of them.
  ['0!.0,"万"', 32752964, '3275.3万', '3275.3', -4, '万'],
  ['0!.0,"万"', 5000, '0.5万', '0.5', -4, '万'],
  ['0\\.0,', 32752964, '3275.3', '3275.3', -4, ''],
  ['#"."0,万', 32752964, '3275.3万', '3275.3', -4, '万'],
  ['0!.0000', 32752964, '3275.2964', '3275.2964', -4, ''],
  ['#,##0,', 32752964, '32,753', '32753', -3, ''],
  ['0.00,', 32752964, '32752.96', '32752.96', -3, ''],
  ['0,.00', 32752964, '32752.96', '32752.96', -3, ''],
  ['0.00,,', 32752964, '32.75', '32.75', -6, ''],
  ['0!.00,,"亿"', 415281184, '4.15亿', '4.15', -8, '亿'],
  ['0.00,,\n%', 32752964, '3275.30\n%', '3275.3', -4, '%'],
  ['0.00%', 0.9123, '91.23%', '91.23', 2, '%'],
  ['0"0000"', 3275, '32750000', '32750000', 4, ''],
  // Sections by condition.
  ['[>=10000]0!.0,"万";0', 32752964, '3275.3万', '3275.3', -4, '万'],
  ['[>=10000]0!.0,"万";0', 9999, '9999', '9999', 0, ''],
  ['[<10000]0;[<100000000]0!.0,"万";0!.00,,"亿"', 415281184, '4.15亿', '4.15', -8, '亿'],
  ['0;-0;"零"0', 0, '零0', '0', 0, ''],
])('%s shows %d as %s', (format, value, text, figure, power, suffix) => {
  expect(shown(value, format)).toEqual([text, figure, power, suffix]);
});

test.each([';;;', 'yyyy-mm-dd', '# ?/?', '0.00E+00', '"见附表"', '[h]:mm', '[>100]0'])(
  '%s shows no decimal number of 5',
  (format) => {
    expect(shown(5, format)).toBeNull();
  },
);

test('a format of plain places shows the rounded number, whatever stands around it', () => {
  const around = fc.constantFrom('', '"约"', '_ ', '\\(', '[Red]', '¥');
  const places = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      places,
      around,
      fc.constantFrom('0', '#,##0', '??0'),
      (value, decimals, before, whole) => {
        const format = before + whole + (decimals === 0 ? '' : '.' + '0'.repeat(decimals));
        const amount = amountFromNumber(value);
        const display = new NumberDisplay(format).of(amount);
        expect(display?.figure).toBe(roundToPlace(amount, decimals));
        expect(display?.power).toBe(0);
      },
    ),
  );
});

test('any code is read without failing, and what it shows reads back as the figure it says', () => {
  const piece = fc.constantFrom(
    '0',
    '#',
    '?',
    ',',
    '.',
    '!.',
    '%',
    '"万"',
    '\\',
    '!',
    '[',
    ']',
    '[Red]',
    '[>9]',
    ';',
    '_',
    '*',
    '"',
    '万',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.integer({ min: 0, max: 1e9 }),
      (pieces, value) => {
        const display = new NumberDisplay(pieces.join('')).of(amountFromNumber(value));
        if (display === null) return;
        const digits = display.text.replace(/[, ]/g, '');
        const [number = ''] = /\d+(?:\.\d+)?|\.\d+/.exec(digits) ?? [];
        if (/\d\.\d.*\.|[^\d.万% -]/.test(digits) || number === '') return;
        if (digits.replace(/[^\d.]/g, '') !== number) return;
        expect(formatAmount(display.figure)).toBe(formatAmount(amountFromNumber(Number(number))));
      },
    ),
  );
});
