/**
 * How often does an honest change stand out, and how seldom a slip? The parameters of Y-020 on generated
 * pairs of years: sizes from a township's line to a city's, most lines near the year's common growth,
 * some far from it, in some tables many carried over unchanged.
 */
import type { PeriodPair } from '../../../src/domain/lastRound/hidiroglouBerthelot';
import {
  hidiroglouBerthelot,
  outsideFences,
} from '../../../src/domain/lastRound/hidiroglouBerthelot';
import { scaledParts } from '../../../src/domain/lastRound/scale';
import { changeParameters, fewestChanges } from '../../../src/domain/rules/lastRound';

/** Numbers from 0 to 1, the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const random = randomNumbers(1986);

function normal(mean: number, deviation: number): number {
  const [radius, turn] = [Math.sqrt(-2 * Math.log(1 - random())), 2 * Math.PI * random()];
  return mean + deviation * radius * Math.cos(turn);
}

function honestTable(lines: number): PeriodPair[] {
  const growth = normal(0.05, 0.1);
  const isCarriedOver = random() < 0.25;
  return Array.from({ length: lines }, () => {
    const before = Math.exp(normal(5, 1.6));
    if (isCarriedOver && random() < 0.6) return { before, now: before };
    const spread = Math.exp(normal(Math.log(0.2), 0.6)) * (random() < 0.92 ? 1 : 2.5);
    return { before, now: before * Math.exp(normal(growth, spread)) };
  });
}

function study(lines: number, parameters: typeof changeParameters) {
  const tables = 600;
  let alarms = 0;
  let found = 0;
  for (let table = 0; table < tables; table += 1) {
    const pairs = honestTable(lines);
    const outside = (of: readonly PeriodPair[]) =>
      outsideFences(hidiroglouBerthelot(of, parameters));
    alarms += outside(pairs).filter(Boolean).length;
    // A slip of the decimal point in one figure of at least average size.
    const sizes = [...pairs].sort((one, other) => other.before - one.before);
    const slipped = sizes[Math.floor((random() * lines) / 2)];
    const wrong = pairs.map((pair) => (pair === slipped ? { ...pair, now: pair.now * 10 } : pair));
    if (outside(wrong)[pairs.findIndex((pair) => pair === slipped)] === true) found += 1;
  }
  return { alarms: alarms / (tables * lines), found: found / tables };
}

test.each([fewestChanges, 12, 20, 30])(
  '%i lines: few false alarms, hardly a slip missed',
  (lines) => {
    const { alarms, found } = study(lines, changeParameters);
    expect(alarms).toBeLessThan(0.04);
    expect(found).toBeGreaterThan(0.95);
  },
);

test('C = 4 cries wolf in these tables', () => {
  expect(study(20, { ...changeParameters, c: 4 }).alarms).toBeGreaterThan(0.1);
});

test('without a least distance so does a table most of which is carried over', () => {
  const steady: PeriodPair[] = Array.from({ length: 12 }, () => ({ before: 100, now: 100 }));
  const pairs = [...steady, { before: 100, now: 106 }, { before: 80, now: 78 }];
  const outside = (least: number) =>
    outsideFences(hidiroglouBerthelot(pairs, { ...changeParameters, least })).filter(Boolean)
      .length;
  expect([outside(0), outside(changeParameters.least)]).toEqual([2, 0]);
});

function isOfOtherScale(pairs: readonly PeriodPair[]): boolean {
  const own = pairs.map((pair, at) => ({ ...pair, lineBlock: String(at) }));
  return scaledParts([{ block: 'generalPublic', measure: 'budgeted', pairs: own }]).length > 0;
}

test.each([1, 2, 3, 5, fewestChanges, 12, 20, 30])(
  '%i lines: no honest table is of another scale; one in another unit always is',
  (lines) => {
    const tables = Array.from({ length: 600 }, () => honestTable(lines));
    const found = (times: number) =>
      tables.filter((pairs) =>
        isOfOtherScale(pairs.map(({ before, now }) => ({ before, now: now * times }))),
      ).length / tables.length;
    expect(found(1)).toBe(0);
    // A decimal point needs many lines, two of them some, a unit nearly none.
    expect(found(10)).toBeGreaterThan(lines < fewestChanges ? -1 : 0.9);
    expect(found(1 / 100)).toBeGreaterThan(lines < 3 ? -1 : 0.9);
    expect(found(10_000)).toBeGreaterThan(0.98);
    expect(found(1 / 10_000)).toBeGreaterThan(0.98);
  },
);
