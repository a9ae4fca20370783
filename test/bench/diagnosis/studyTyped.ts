/** One to four wrong figures where totals are typed: are they found, and is the value right? */

import type { DiagnosisSystem } from '../../../src/domain/diagnose/diagnose';
import { slipsOf, keyOf, puyang, systemsOf, type Pair } from '../../domain/diagnose/pair';
import { generatePair, type Unit } from './generator';
import { isOnlySet } from './onlySet';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { judge, percent, Tallies, type Tally, type Truth } from './tally';
import { cellsOf, randomErrors, SINGLE_PATTERNS, slippedValue, trialOf } from './trials';

/** What the goals need of these studies. */
export interface TypedFigures {
  readonly puyangAll: Tally;
  readonly generatedOne: Tally;
  readonly two: Tally;
  readonly twoInOne: Tally;
  /** Of these, where no other two figures would do. */
  readonly twoDetermined: Tally;
  readonly twoInOneDetermined: Tally;
  readonly unnoticed: Tally;
}

const HEADER = [
  'pattern',
  'trials',
  'located',
  'value exact',
  'pattern named',
  'unique',
  'tied',
  'missed',
  'wrong',
];

function rowOf(label: string, tally: Tally): readonly string[] {
  return [
    label,
    String(tally.trials),
    percent(tally.located, tally.trials),
    percent(tally.exact, tally.trials),
    percent(tally.named, tally.trials),
    percent(tally.unique, tally.trials),
    String(tally.tied),
    String(tally.trials - tally.noticed),
    String(tally.wrong),
  ];
}

function everyCell(tallies: Tallies, random: Random, pair: Pair, unit: Unit, share: number): void {
  for (const cell of cellsOf(pair)) {
    for (const pattern of SINGLE_PATTERNS) {
      if (random.next() >= share) continue;
      const value = slippedValue(random, pattern, pair, cell, unit);
      if (value === null) continue;
      const { pair: wrong, truth } = trialOf(pair, new Map([[keyOf(cell), value]]));
      tallies.of(pattern).add(judge(slipsOf(systemsOf(wrong)), truth), pattern);
    }
  }
}

function printPatterns(title: string, tallies: Tallies): void {
  const rows = SINGLE_PATTERNS.map((pattern) => rowOf(pattern, tallies.of(pattern)));
  printTable(title, HEADER, [...rows, rowOf('all', tallies.sum())]);
}

/** Trials with several wrong figures; of two, those apart in which no other two would do. */
interface Several {
  readonly all: Tally;
  readonly determined: Tally;
}

function severalErrors(
  random: Random,
  trials: number,
  count: number,
  oneMeasure: boolean,
): Several {
  const tallies = new Tallies();
  const [all, determined] = [tallies.of('all'), tallies.of('determined')];
  for (let trial = 0; trial < trials; trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair } = generatePair(random.below(1 << 30), unit);
    const measure = oneMeasure ? random.below(4) : null;
    const wrong = randomErrors(random, pair, count, unit, measure);
    const systems = systemsOf(wrong.pair);
    const verdict = judge(slipsOf(systems), wrong.truth);
    all.add(verdict);
    if (count === 2 && isDetermined(systems, wrong.truth)) determined.add(verdict);
  }
  return { all, determined };
}

/** Whether in each measure only the figures that are wrong can be. */
function isDetermined(systems: readonly DiagnosisSystem[], truth: Truth): boolean {
  return systems.every((system) => {
    const wrong = system.figures.flatMap(({ key }, at) => (truth.has(key) ? [at] : []));
    return wrong.length === 0 || isOnlySet(system, wrong);
  });
}

/** Runs the studies with typed totals. */
export function studyTyped(scale: number): TypedFigures {
  const random = seeded(101);
  const onPuyang = new Tallies();
  everyCell(onPuyang, random, puyang(), 'tenThousandYuan', 1);
  printPatterns('One wrong figure, typed totals, real pair: 324 cells × all patterns', onPuyang);

  const generated = new Tallies();
  for (let seed = 0; seed < Math.ceil(20 * scale); seed += 1) {
    const unit: Unit = seed % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    everyCell(generated, random, generatePair(7000 + seed, unit).pair, unit, 0.1);
  }
  printPatterns('One wrong figure, typed totals, generated pairs in 万元 and 元', generated);

  const several = [2, 3, 4].flatMap((count) =>
    [false, true].map((oneMeasure) => {
      const trials = Math.ceil((count === 2 ? 3000 : 1000) * scale);
      return { count, oneMeasure, ...severalErrors(random, trials, count, oneMeasure) };
    }),
  );
  printTable(
    'Several wrong figures at random cells, typed totals, generated pairs',
    [
      'wrong figures',
      'trials',
      'first and exact',
      'unique and exact',
      'among',
      'unnoticed',
      'cut',
      'no other two would do',
      'unique and exact of these',
    ],
    several.map(({ count, oneMeasure, all: tally, determined }) => [
      `${count}, ${oneMeasure ? 'all in one measure' : 'anywhere in the pair'}`,
      String(tally.trials),
      percent(tally.exact, tally.trials),
      percent(tally.uniqueExact, tally.trials),
      percent(tally.among, tally.trials),
      String(tally.trials - tally.noticed),
      String(tally.cut),
      count === 2 ? String(determined.trials) : '–',
      count === 2 ? percent(determined.uniqueExact, determined.trials) : '–',
    ]),
  );

  const unnoticed = new Tallies();
  for (let trial = 0; trial < Math.ceil(10_000 * scale); trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair } = generatePair(90_000 + (trial % 200), unit);
    const wrong = randomErrors(random, pair, 1 + (trial % 3), unit, random.below(4));
    const violated = systemsOf(wrong.pair).some((system) =>
      system.equalities.some(
        ({ total, parts }) =>
          (system.figures[total]?.value ?? 0n) !==
          parts.reduce((sum, part) => sum + (system.figures[part]?.value ?? 0n), 0n),
      ),
    );
    unnoticed.of('all').trials += 1;
    if (violated) unnoticed.of('all').noticed += 1;
  }
  const [two, twoInOne] = several;
  return {
    puyangAll: onPuyang.sum(),
    generatedOne: generated.sum(),
    two: two?.all ?? new Tallies().sum(),
    twoInOne: twoInOne?.all ?? new Tallies().sum(),
    twoDetermined: two?.determined ?? new Tallies().sum(),
    twoInOneDetermined: twoInOne?.determined ?? new Tallies().sum(),
    unnoticed: unnoticed.of('all'),
  };
}
