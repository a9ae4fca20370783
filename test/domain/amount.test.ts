import fc from 'fast-check';
import {
  AMOUNT_DECIMALS,
  amountFromNumber,
  decimalPlaces,
  formatAmount,
  isWhole,
  numberFromAmount,
  parseAmount,
  roundToPlace,
  sumAmounts,
} from '../../src/domain/amount';

const written = (value: number, places?: number) => formatAmount(amountFromNumber(value, places));

/** What Excel shows of a double in the formula bar: the decimal of its 15 significant digits. */
function decimalOfNumber(value: number): string {
  const [digits = '', power = '0'] = Math.abs(value).toExponential(14).split('e');
  const point = Number(power) + 1;
  const all = digits
    .replace('.', '')
    .padEnd(point, '0')
    .padStart(15 - Math.min(0, point), '0');
  const at = Math.max(0, point);
  const [whole, fraction] = [all.slice(0, at), all.slice(at).replace(/0+$/, '')];
  const unsigned = `${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return value < 0 ? `-${unsigned}` : unsigned;
}

describe('an amount is the decimal that Excel shows', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [12, '12'],
    [7580.924, '7580.924'],
    [-0.018, '-0.018'],
    [35956.486399999994, '35956.4864'],
    [0.1 + 0.2, '0.3'],
    [1e-9, '0.000000001'],
    [1e-20, '0'],
    [1e21, '1000000000000000000000'],
    [Number('123456789012345678'), '123456789012346000'],
    [2 ** 53, '9007199254740990'],
  ])('%p is %s', (value, text) => {
    expect(written(value)).toBe(text);
  });

  test('places below the quantum are noise of a computed total', () => {
    expect(written(999999.123456001, 8)).toBe('999999.123456');
    expect(written(-0.000000005, 8)).toBe('-0.00000001');
    expect(written(0.1 + 0.2 - 0.3, 8)).toBe('0');
  });

  test('sums are exact where doubles are not', () => {
    const parts = Array.from({ length: 10 }, () => amountFromNumber(0.1));
    expect(formatAmount(sumAmounts(parts))).toBe('1');
  });

  test('any decimal of up to 15 digits comes back as it was typed', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999999999999999n, max: 999999999999999n }),
        fc.integer({ min: 0, max: AMOUNT_DECIMALS }),
        (digits, places) => {
          const amount = digits * 10n ** BigInt(AMOUNT_DECIMALS - places);
          const typed = Number(formatAmount(amount));
          expect(amountFromNumber(typed)).toBe(amount);
          expect(numberFromAmount(amount)).toBe(typed);
          expect(decimalOfNumber(typed)).toBe(formatAmount(amount));
        },
      ),
    );
  });

  test('decimal places are those of the shown decimal', () => {
    expect([0, 5, 1.5, 35956.486399999994, 1e-7, 120, 0.1 + 0.2].map(decimalPlaces)).toEqual([
      0, 0, 1, 4, 7, 0, 1,
    ]);
  });

  test('rounding is half away from zero', () => {
    const round = (value: number, places: number) =>
      formatAmount(roundToPlace(amountFromNumber(value), places));
    expect([round(41528.125, 2), round(-41528.125, 2), round(2.4999, 0), round(2.5, 0)]).toEqual([
      '41528.13',
      '-41528.13',
      '2',
      '3',
    ]);
    expect(isWhole(amountFromNumber(2.5))).toBe(false);
    expect(isWhole(amountFromNumber(-3))).toBe(true);
  });
});

describe('figures of few places are read by plain arithmetic', () => {
  const places = fc.integer({ min: 0, max: 7 });

  test('to the same amount and places as their decimal says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc
            .record({ digits: fc.maxSafeInteger(), places })
            .map(({ digits, places: count }) => digits / 10 ** count),
          fc
            .record({ digits: fc.integer(), places })
            .map(({ digits, places: count }) => digits / 10 ** count),
          fc.double({ noNaN: true, min: -1e16, max: 1e16 }),
        ),
        (value) => {
          const decimal = decimalOfNumber(value);
          expect(amountFromNumber(value)).toBe(parseAmount(decimal));
          const fraction = decimal.split('.')[1] ?? '';
          expect(decimalPlaces(value)).toBe(fraction.length);
        },
      ),
    );
  });

  test('noise behind the places is not taken for them', () => {
    for (const value of [0.1 + 0.2, 1.0049999999999999, 100.15 * 3, 1e-5, 12345678901.2345]) {
      expect(amountFromNumber(value)).toBe(parseAmount(decimalOfNumber(value)));
    }
  });
});
