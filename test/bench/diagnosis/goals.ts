/** Which goals are reached? One line each, with the figure. */
import type { AdoptionFigures } from './studyAdoptions';
import type { DeterminedFigures } from './studyDetermined';
import type { EventFigures } from './studyEvents';
import type { FormulaFigures } from './studyFormula';
import type { LineFigures } from './studyLines';
import type { RoundingFigures } from './studyRounding';
import type { TimeFigures } from './studyTime';
import type { TypedFigures } from './studyTyped';
import type { UnknowableFigures } from './studyUnknowable';
import { printTable } from './print';
import { DIGIT_PATTERNS } from './slipModel';
import { percent } from './tally';

/** The figures of one run; those of studies that did not run are missing. */
export interface BenchFigures {
  readonly typed?: TypedFigures;
  readonly formula?: FormulaFigures;
  readonly lines?: LineFigures;
  readonly rounding?: RoundingFigures;
  readonly time?: TimeFigures;
  readonly events?: EventFigures;
  readonly unknowable?: UnknowableFigures;
  readonly determined?: DeterminedFigures;
  readonly adoptions?: AdoptionFigures;
}

interface Goal {
  readonly goal: string;
  readonly asked: string;
  readonly reached: string;
  readonly met: boolean;
}

type GoalsOf = {
  readonly [Name in keyof BenchFigures]-?: (
    figures: NonNullable<BenchFigures[Name]>,
  ) => readonly Goal[];
};

/** A share of all, as in "99.3 % of 300". */
function share(part: number, all: number): string {
  return `${percent(part, all)} of ${all}`;
}

const GOALS: GoalsOf = {
  typed: ({ puyangAll, generatedOne, unnoticed, ...several }) => [
    {
      goal: 'one wrong figure, typed totals, real pair: located and exact',
      asked: '100 %',
      reached: share(puyangAll.exact, puyangAll.trials),
      met: puyangAll.exact === puyangAll.trials,
    },
    {
      goal: '… generated pairs, 万元 and 元',
      asked: '100 %',
      reached: share(generatedOne.exact, generatedOne.trials),
      met: generatedOne.exact === generatedOne.trials,
    },
    ...[
      { where: 'anywhere', all: several.two, only: several.twoDetermined },
      { where: 'in one measure', all: several.twoInOne, only: several.twoInOneDetermined },
    ].flatMap(({ where, all, only }): Goal[] => [
      {
        goal: `two wrong figures ${where}, no other two would do: unique and right`,
        asked: '≥ 99.9 %',
        reached: share(only.uniqueExact, only.trials),
        met: only.uniqueExact >= 0.999 * only.trials,
      },
      {
        goal: '… of all, those included in which another two would do (for information)',
        asked: '–',
        reached: share(all.uniqueExact, all.trials),
        met: true,
      },
    ]),
    {
      goal: 'at most three wrong figures, typed totals: without a finding',
      asked: '0',
      reached: `${unnoticed.trials - unnoticed.noticed} of ${unnoticed.trials}`,
      met: unnoticed.trials === unnoticed.noticed,
    },
  ],
  lines: ({ all }) => [
    {
      goal: 'confused lines: truth among the explanations',
      asked: '100 %',
      reached: share(all.among, all.trials),
      met: all.among === all.trials,
    },
    {
      goal: 'confused lines: first, as a share of the oracle',
      asked: '≥ 0.95',
      reached: (all.exact / all.oracleFirst).toFixed(3),
      met: all.exact >= 0.95 * all.oracleFirst,
    },
  ],
  formula: ({ byPattern }) => {
    const ratios = DIGIT_PATTERNS.flatMap((pattern) => {
      const { exact, oracleFirst, topThree, oracleTopThree } = byPattern.of(pattern);
      return [
        { goal: `one wrong input, formula totals, ${pattern}: first`, ratio: exact / oracleFirst },
        { goal: `… among the first three`, ratio: topThree / oracleTopThree },
      ];
    });
    const all = byPattern.sum();
    return [
      ...ratios.map(({ goal, ratio }) => ({
        goal,
        asked: 'oracle × 0.95',
        reached: `oracle × ${ratio.toFixed(3)}`,
        met: ratio >= 0.95,
      })),
      {
        goal: '… over all patterns: first (oracle beside)',
        asked: 'oracle × 0.95',
        reached: `${percent(all.exact, all.trials)} (${percent(all.oracleFirst, all.trials)})`,
        met: all.exact >= 0.95 * all.oracleFirst,
      },
      {
        goal: '… over all patterns: among the first three (oracle beside)',
        asked: 'oracle × 0.95',
        reached: `${percent(all.topThree, all.trials)} (${percent(all.oracleTopThree, all.trials)})`,
        met: all.topThree >= 0.95 * all.oracleTopThree,
      },
    ];
  },
  rounding: ({ honest }) => [
    {
      goal: 'honest pairs, rounded ones included: failing beyond the interval',
      asked: '0',
      reached: `${honest.failing} of ${honest.pairs}`,
      met: honest.failing === 0,
    },
  ],
  events: ({ claims }) => [
    {
      goal: 'what is claimed (posterior of 0.9 and more) is right',
      asked: '≥ 97 %',
      reached: share(claims.right, claims.all),
      met: claims.right >= 0.97 * claims.all,
    },
  ],
  unknowable: ({ claims, pairs }) => [
    {
      goal: 'claims on pairs in which nothing can be claimed',
      asked: '0',
      reached: `${claims} in ${pairs}`,
      met: claims === 0,
    },
  ],
  determined: ({ byKind, wrongOffers, offered }) => [
    ...[...byKind]
      .filter(([, { determined }]) => determined > 0)
      .map(([label, { determined, exact }]) => ({
        goal: `determined and named exactly: ${label}`,
        asked: '≥ 98 %',
        reached: share(exact, determined),
        met: exact >= 0.98 * determined,
      })),
    {
      goal: 'acts offered that are not what happened',
      asked: '0',
      reached: `${wrongOffers} of ${offered}`,
      met: wrongOffers === 0,
    },
  ],
  adoptions: ({ broken, offers }) => [
    {
      goal: 'what is offered, adopted: a promise that does not hold',
      asked: '0',
      reached: `${broken} in ${offers}`,
      met: broken === 0,
    },
  ],
  time: ({ oneOrTwo, any }) => [
    {
      goal: 'time for one or two wrong figures in a pair (99 %)',
      asked: '≤ 5 ms',
      reached: `${oneOrTwo.most.toFixed(1)} ms`,
      met: oneOrTwo.most <= 5,
    },
    {
      goal: 'time for any input (longest)',
      asked: '≤ 200 ms',
      reached: `${any.most.toFixed(1)} ms`,
      met: any.most <= 200,
    },
  ],
};

function goalsOf<Figures>(
  figures: Figures | undefined,
  goals: (figures: Figures) => readonly Goal[],
): readonly Goal[] {
  return figures === undefined ? [] : goals(figures);
}

/**
 * Prints the table of goals.
 *
 * @returns whether all are met
 */
export function printGoals(figures: BenchFigures): boolean {
  const goals = [
    ...goalsOf(figures.typed, GOALS.typed),
    ...goalsOf(figures.lines, GOALS.lines),
    ...goalsOf(figures.formula, GOALS.formula),
    ...goalsOf(figures.rounding, GOALS.rounding),
    ...goalsOf(figures.events, GOALS.events),
    ...goalsOf(figures.unknowable, GOALS.unknowable),
    ...goalsOf(figures.determined, GOALS.determined),
    ...goalsOf(figures.adoptions, GOALS.adoptions),
    ...goalsOf(figures.time, GOALS.time),
  ];
  printTable(
    'Goals',
    ['goal', 'asked', 'reached', ''],
    goals.map(({ goal, asked, reached, met }) => [goal, asked, reached, met ? 'met' : 'NOT MET']),
  );
  return goals.every(({ met }) => met);
}
