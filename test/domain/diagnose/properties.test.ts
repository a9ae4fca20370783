/** What holds for every pair and every slip? */
import fc from 'fast-check';
import { isWhole, type Amount } from '../../../src/domain/amount';
import { type Diagnosis } from '../../../src/domain/diagnose/diagnose';
import { residualOf } from '../../../src/domain/diagnose/system';
import { generatePair } from '../../bench/diagnosis/generator';
import { seeded } from '../../bench/diagnosis/random';
import {
  cellsOf,
  randomErrors,
  SINGLE_PATTERNS,
  slippedValue,
  trialOf,
  wrongInput,
} from '../../bench/diagnosis/trials';
import { judge } from '../../bench/diagnosis/tally';
import {
  slipsOf,
  formulaTotals,
  keyOf,
  puyang,
  systemsOf,
  type Pair,
  type PairOptions,
} from './pair';
import { dearRuns } from '../../properties/runs';

const seed = fc.integer({ min: 0, max: 1 << 30 });
const unit = fc.constantFrom('tenThousandYuan' as const, 'yuan' as const);

/** The systems with an explanation's corrections carried out satisfy every equality. */
function holdsAfter(pair: Pair, options: PairOptions, diagnosis: Diagnosis): boolean {
  const system = systemsOf(pair, options)[diagnosis.system];
  if (system === undefined) return false;
  return diagnosis.explanations.every(({ corrections }) => {
    const proposed = new Map(corrections.map(({ figure, proposed: value }) => [figure, value]));
    const figures = system.figures.map((figure, index) => ({
      ...figure,
      value: proposed.get(index) ?? figure.value,
    }));
    return system.equalities.every(
      (equality) => residualOf({ ...system, figures }, equality) === 0n,
    );
  });
}

test('every cell of the real pair, every pattern: located, exact, unique', () => {
  const random = seeded(11);
  const pair = puyang();
  const failures: string[] = [];
  for (const cell of cellsOf(pair)) {
    for (const pattern of SINGLE_PATTERNS) {
      const value = slippedValue(random, pattern, pair, cell, 'tenThousandYuan');
      if (value === null) continue;
      const { pair: wrong, truth } = trialOf(pair, new Map([[keyOf(cell), value]]));
      const verdict = judge(slipsOf(systemsOf(wrong)), truth);
      if (verdict.rank !== 1 || !verdict.unique) failures.push(`${keyOf(cell)} ${pattern}`);
    }
  }
  expect(failures).toEqual([]);
});

test('the truth is among the explanations unless fewer figures explain it, too', () => {
  fc.assert(
    fc.property(
      seed,
      unit,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      (s, u, count, measure) => {
        const { pair } = generatePair(s, u);
        const { pair: wrong, truth } = randomErrors(seeded(s), pair, count, u, measure);
        const diagnoses = slipsOf(systemsOf(wrong));
        expect(diagnoses).toHaveLength(1);
        const [diagnosis] = diagnoses;
        const size = diagnosis?.explanations[0]?.corrections.length ?? 0;
        if (size === count) expect(judge(diagnoses, truth).rank).toBeGreaterThan(0);
        else expect(size).toBeLessThan(count);
      },
    ),
    dearRuns(300),
  );
});

test('every explanation makes every equality hold, and is no larger than the truth', () => {
  fc.assert(
    fc.property(seed, unit, fc.integer({ min: 1, max: 12 }), (s, u, count) => {
      const { pair } = generatePair(s, u);
      const { pair: wrong } = randomErrors(seeded(s), pair, count, u, 1);
      for (const diagnosis of slipsOf(systemsOf(wrong))) {
        expect(holdsAfter(wrong, {}, diagnosis)).toBe(true);
        const size = diagnosis.explanations[0]?.corrections.length ?? 0;
        if (diagnosis.minimal) expect(size).toBeLessThanOrEqual(count);
        if (size > 0) expect(diagnosis.explains).toEqual(diagnosis.failed);
        // A few wrong figures are always explained.
        if (count <= 2) expect(size).toBeGreaterThan(0);
      }
    }),
    dearRuns(100),
  );
});

test('formula totals: the wrong input is always listed, totals never are', () => {
  fc.assert(
    fc.property(seed, unit, (s, u) => {
      const { pair } = generatePair(s, u);
      const { trial } = wrongInput(seeded(s), pair, u);
      const diagnoses = slipsOf(systemsOf(trial.pair, { kindOf: formulaTotals }));
      expect(judge(diagnoses, trial.truth).rank).toBeGreaterThan(0);
      for (const { explanations } of diagnoses) {
        for (const { corrections } of explanations) {
          expect(corrections.every(({ wrongFormula }) => !wrongFormula)).toBe(true);
          expect(corrections).toHaveLength(1);
        }
      }
    }),
    dearRuns(150),
  );
});

test('no proposal is negative, a part of a project, or finer than the table', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: 3 }), fc.boolean(), (s, count, formulas) => {
      const { pair } = generatePair(s, 'tenThousandYuan');
      const { pair: wrong } = randomErrors(seeded(s), pair, count, 'tenThousandYuan', s % 4);
      const options: PairOptions = formulas ? { kindOf: formulaTotals } : {};
      const systems = systemsOf(wrong, options);
      for (const { system, explanations } of slipsOf(systems)) {
        const isCount = systems[system]?.quantity === 'count';
        for (const { proposed, wrongFormula } of explanations.flatMap((one) => one.corrections)) {
          // What a formula shows once it is recalculated is no proposal.
          if (wrongFormula) continue;
          expect(proposed).toBeGreaterThanOrEqual(0n);
          if (isCount) expect(isWhole(proposed)).toBe(true);
          // 分 in 万元.
          else expect(proposed % 10n ** 6n).toBe(0n);
        }
      }
    }),
    dearRuns(100),
  );
});

test('the same input gives the same answer', () => {
  const printable = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'bigint' ? `${item satisfies Amount}` : item,
    );
  fc.assert(
    fc.property(seed, fc.integer({ min: 1, max: 40 }), (s, count) => {
      const { pair } = generatePair(s, 'yuan');
      const { pair: wrong } = randomErrors(seeded(s), pair, count, 'yuan', null);
      expect(printable(slipsOf(systemsOf(wrong)))).toBe(printable(slipsOf(systemsOf(wrong))));
    }),
    dearRuns(40),
  );
});

test('honest generated pairs have no diagnosis', () => {
  fc.assert(
    fc.property(seed, unit, fc.boolean(), (s, u, formulas) => {
      const options: PairOptions = formulas ? { kindOf: formulaTotals } : {};
      expect(slipsOf(systemsOf(generatePair(s, u).pair, options))).toEqual([]);
    }),
    dearRuns(200),
  );
});
