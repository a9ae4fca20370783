/** Which slips turn one number into another? */
import fc from 'fast-check';
import { formatAmount } from '../../../src/domain/amount';
import { meantValues, slipsFrom } from '../../../src/domain/diagnose/slips';
import { PRIORS } from '../../../src/domain/diagnose/priors';
import { DIGIT_PATTERNS, outcomesOf } from '../../bench/diagnosis/slipModel';
import { amountOf } from './pair';

function named(meant: string, stated: string): readonly string[] {
  return slipsFrom(amountOf(meant) ?? 0n, amountOf(stated), PRIORS.patterns).map(
    ({ pattern }) => pattern,
  );
}

test.each([
  ['192', '129', ['transposition']],
  ['7580.942', '7580.924', ['transposition']],
  ['497.922', '499.722', ['transposition']],
  ['2335', '2330.5', ['transposition']],
  ['2335', '2333.5', []],
  ['204', '294', ['substitution']],
  ['120.5', '120', ['substitution', 'omission']],
  ['3121.4864', '321.4864', ['omission']],
  ['6681.33', '6681.3', ['substitution', 'omission']],
  ['55.5', '555.5', ['insertion']],
  ['204', '2040000', ['unitShift']],
  ['204', '20.4', ['decimalShift']],
  ['204', '2040', ['insertion', 'decimalShift']],
  ['497.922', '497922', ['unitShift']],
  ['281.9', '-281.9', ['signFlip']],
  ['286', '', ['omission']],
  ['204', '317', []],
  ['0', '77', []],
  ['204', '-402', []],
])('%s typed as %s', (meant, stated, patterns) => {
  expect(named(meant, stated)).toEqual(patterns);
});

test('every outcome of the error model is recognised, and leads back', () => {
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, places]) => BigInt(digits) * 10n ** BigInt(12 - places));
  fc.assert(
    fc.property(decimal, fc.constantFrom(...DIGIT_PATTERNS), (meant, pattern) => {
      for (const stated of outcomesOf(pattern, meant, 'tenThousandYuan', false).keys()) {
        const patterns = slipsFrom(meant, stated, PRIORS.patterns).map((slip) => slip.pattern);
        // × 1000 and × 10000 count as units, 10 and 100 as the decimal point.
        expect(patterns).toContain(pattern);
        // A slip that leaves zeros at the end loses them; such values are not tried.
        const lost = formatAmount(meant).length - formatAmount(stated).length;
        if (stated !== 0n && (lost <= 1 || pattern.endsWith('Shift'))) {
          expect(meantValues(stated, { low: meant, high: meant })).toContain(meant);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('bounds leave out no value that lies within them', () => {
  const wide = { low: -(10n ** 30n), high: 10n ** 30n };
  for (const stated of [49_792_200_000_000_000n, -5_003_000_000n, 7_000_000_000_000n, 12n]) {
    const all = meantValues(stated, wide);
    expect(all.length).toBeGreaterThan(20);
    for (const value of all) {
      const bounds = { low: value - 1n, high: value + 1n };
      const within = all.filter((each) => each >= bounds.low && each <= bounds.high);
      expect(meantValues(stated, bounds)).toEqual(expect.arrayContaining(within));
    }
  }
});

test('likelihoods of one pattern over all outcomes add up to at most its share', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 999_999 }), (digits) => {
      const meant = BigInt(digits) * 10n ** 10n;
      for (const pattern of ['transposition', 'substitution', 'omission'] as const) {
        const outcomes = [...outcomesOf(pattern, meant, 'yuan', false).keys()];
        const sum = outcomes
          .flatMap((stated) => slipsFrom(meant, stated, PRIORS.patterns))
          .filter((slip) => slip.pattern === pattern)
          .reduce((total, slip) => total + slip.likelihood, 0);
        expect(sum).toBeLessThanOrEqual(0.1 + 0.11);
      }
    }),
    { numRuns: 200 },
  );
});
