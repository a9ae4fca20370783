/** Which goals are reached? One line each, with the figure. */
import type { AdoptionFigures } from './studyAdoptions';
import type { DeterminedFigures } from './studyDetermined';
import type { EventFigures } from './studyEvents';
import type { FormulaFigures } from './studyFormula';
import type { LineFigures } from './studyLines';
import type { RoundingFigures } from './studyRounding';
import type { TimeFigures } from './studyTime';
import type { TypedFigures } from './studyTyped';
import { printTable } from './print';
import { DIGIT_PATTERNS } from './slipModel';
import { percent } from './tally';

/** All figures of one run. */
export interface BenchFigures {
  readonly typed: TypedFigures;
  readonly formula: FormulaFigures;
  readonly lines: LineFigures;
  readonly rounding: RoundingFigures;
  readonly time: TimeFigures;
  readonly events: EventFigures;
  readonly determined: DeterminedFigures;
  readonly adoptions: AdoptionFigures;
}

interface Goal {
  readonly goal: string;
  readonly asked: string;
  readonly reached: string;
  readonly met: boolean;
}

function goalsOf({
  typed,
  formula,
  lines,
  rounding,
  time,
  events,
  determined,
  adoptions,
}: BenchFigures): readonly Goal[] {
  const one = typed.puyangAll;
  const generated = typed.generatedOne;
  const ratios = DIGIT_PATTERNS.flatMap((pattern) => {
    const { exact, oracleFirst, topThree, oracleTopThree } = formula.byPattern.of(pattern);
    return [
      { goal: `one wrong input, formula totals, ${pattern}: first`, ratio: exact / oracleFirst },
      { goal: `… among the first three`, ratio: topThree / oracleTopThree },
    ];
  });
  const all = formula.byPattern.sum();
  const lineRatio = lines.all.exact / lines.all.oracleFirst;
  return [
    {
      goal: 'one wrong figure, typed totals, real pair: located and exact',
      asked: '100 %',
      reached: `${percent(one.exact, one.trials)} of ${one.trials}`,
      met: one.exact === one.trials,
    },
    {
      goal: '… generated pairs, 万元 and 元',
      asked: '100 %',
      reached: `${percent(generated.exact, generated.trials)} of ${generated.trials}`,
      met: generated.exact === generated.trials,
    },
    {
      goal: 'two wrong figures at random: unique and right',
      asked: '≥ 99.9 %',
      reached: `${percent(typed.two.uniqueExact, typed.two.trials)} of ${typed.two.trials}`,
      met: typed.two.uniqueExact >= 0.999 * typed.two.trials,
    },
    {
      goal: '… both in one measure (for information)',
      asked: '–',
      reached: `${percent(typed.twoInOne.uniqueExact, typed.twoInOne.trials)} of ${typed.twoInOne.trials}`,
      met: true,
    },
    {
      goal: 'confused lines: truth among the explanations',
      asked: '100 %',
      reached: `${percent(lines.all.among, lines.all.trials)} of ${lines.all.trials}`,
      met: lines.all.among === lines.all.trials,
    },
    {
      goal: 'confused lines: first, as a share of the oracle',
      asked: '≥ 0.95',
      reached: lineRatio.toFixed(3),
      met: lineRatio >= 0.95,
    },
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
    {
      goal: 'honest pairs, rounded ones included: failing beyond the interval',
      asked: '0',
      reached: `${rounding.honest.failing} of ${rounding.honest.pairs}`,
      met: rounding.honest.failing === 0,
    },
    {
      goal: 'at most three wrong figures, typed totals: without a finding',
      asked: '0',
      reached: `${typed.unnoticed.trials - typed.unnoticed.noticed} of ${typed.unnoticed.trials}`,
      met: typed.unnoticed.trials === typed.unnoticed.noticed,
    },
    {
      goal: 'what is claimed (posterior of 0.9 and more) is right',
      asked: '≥ 97 %',
      reached: `${percent(events.claims.right, events.claims.all)} of ${events.claims.all}`,
      met: events.claims.right >= 0.97 * events.claims.all,
    },
    {
      goal: 'claims on pairs in which nothing can be claimed',
      asked: '0',
      reached: `${events.unknowable.claims} in ${events.unknowable.pairs}`,
      met: events.unknowable.claims === 0,
    },
    ...[...determined.byKind].flatMap(([label, { determined: trials, exact }]) =>
      trials === 0
        ? []
        : [
            {
              goal: `determined and named exactly: ${label}`,
              asked: '≥ 98 %',
              reached: `${percent(exact, trials)} of ${trials}`,
              met: exact >= 0.98 * trials,
            },
          ],
    ),
    {
      goal: 'acts offered that are not what happened',
      asked: '0',
      reached: `${determined.wrongOffers} of ${determined.offered}`,
      met: determined.wrongOffers === 0,
    },
    {
      goal: 'what is offered, adopted: a promise that does not hold',
      asked: '0',
      reached: `${adoptions.broken} in ${adoptions.offers}`,
      met: adoptions.broken === 0,
    },
    {
      goal: 'time for one or two wrong figures in a pair (99 %)',
      asked: '≤ 5 ms',
      reached: `${time.oneOrTwo.most.toFixed(1)} ms`,
      met: time.oneOrTwo.most <= 5,
    },
    {
      goal: 'time for any input (longest)',
      asked: '≤ 200 ms',
      reached: `${time.any.most.toFixed(1)} ms`,
      met: time.any.most <= 200,
    },
  ];
}

/**
 * Prints the table of goals.
 *
 * @returns whether all are met
 */
export function printGoals(figures: BenchFigures): boolean {
  const goals = goalsOf(figures);
  printTable(
    'Goals',
    ['goal', 'asked', 'reached', ''],
    goals.map(({ goal, asked, reached, met }) => [goal, asked, reached, met ? 'met' : 'NOT MET']),
  );
  return goals.every(({ met }) => met);
}
