/**
 * Which slips explain the failed equalities of all measures, and how well?
 *
 * Each measure is solved on its own; then the measures' explanations are ranked together, as one
 * mistake often touches the same places in several measures.
 */
import { absolute, type Amount } from '../amount';
import { admissible, isDue, isOutOfPlace } from './admissible';
import { learnEvidence, type Reading } from './evidence';
import { independentFailures, searchMeasure, type MeasureOutcome } from './measure';
import { PlaceIndex } from './places';
import type { Priors } from './priors';
import { nameSlip, newMemory, rowLog } from './rank';
import { showsNoRounding } from './roundingOdds';
import { leastWrong } from './search';
import { failing } from './state';
import { reduceSystem, residualsOf, valueOf } from './system';
import { contextOf, rankAlone, rankTogether, shares, type Run, type Scored } from './together';
import type { DiagnosisLimits, DiagnosisSystem } from './types';

/** What slips explain in one measure. */
export interface MeasureSlips {
  /** Null where nothing fails beyond unavoidable rounding. */
  readonly outcome: MeasureOutcome | null;
  /** Best first; the logarithms count what the remaining rounding differences cost. */
  readonly ranked: readonly Scored[];
  /** Shares of plausibility among them, adding up to one. */
  readonly weights: readonly number[];
  /** How likely it was slips at all, and nothing that the diagnosis does not know of: 0 … 1. */
  readonly certainty: number;
  /** Natural logarithm of how likely slips made these failures, all explanations together. */
  readonly log: number;
}

/** What slips explain in a unit. */
export interface SlipAnalysis {
  readonly measures: readonly MeasureSlips[];
  /** Of the slips alone: how plausible the figures are that they leave is not in it. */
  readonly log: number;
}

/** What one act costs that no explanation was found for: its rate, no pattern, an arbitrary value. */
const ARBITRARY_VALUE = -12;

/** Beyond this many independent failures none is looked for: it is no coincidence. */
const MOST_INDEPENDENT = 12;

/** The cost of failures without an explanation, when at least so many figures must be wrong. */
export function unexplainedLog(least: number, { slipRate, unexplained }: Priors): number {
  return least * (Math.log(slipRate) + Math.log(unexplained) + ARBITRARY_VALUE);
}

/**
 * Explains all measures by slips alone.
 *
 * @param most so many figures may be wrong in all
 * @returns null where more are
 */
export function explainSlips(
  systems: readonly DiagnosisSystem[],
  limits: DiagnosisLimits,
  priors: Priors,
  most = Infinity,
): SlipAnalysis | null {
  const fails = systems.map((system) => residualsOf(system).some((residual) => residual !== 0n));
  const open = fails.filter(Boolean).length;
  if (open === 0) {
    const none: MeasureSlips = { outcome: null, ranked: [], weights: [], certainty: 1, log: 0 };
    return { measures: systems.map(() => none), log: 0 };
  }
  const evidence = learnEvidence(systems);
  const run: Run = {
    systems,
    evidence,
    isTotal: systems.map(totalsOf),
    priors,
    memories: systems.map(newMemory),
  };
  const share = Math.floor(limits.steps / open);
  const admits = admissible(systems);
  // Those not yet searched need so many at least.
  const least = systems.map((system, index) =>
    fails[index] === true && most < Infinity ? leastWrong(reduceSystem(system, false)) : 0,
  );
  let left = most - least.reduce((sum, own) => sum + own, 0);
  const outcomes: (MeasureOutcome | null)[] = [];
  for (const [index, system] of systems.entries()) {
    if (fails[index] !== true) {
      outcomes.push(null);
      continue;
    }
    const context = contextOf(run, index);
    const largest = left + (least[index] ?? 0);
    const outcome = searchMeasure(system, {
      budget: { left: share },
      most: limits.explanations,
      largest,
      admits: admits[index] ?? (() => true),
      plausibility: (figure, meant) =>
        nameSlip(context, { figure, meant }).log + rowLog(context, figure, meant, null),
    });
    const size = outcome === null ? 0 : (outcome.candidates[0]?.figures.length ?? outcome.least);
    if (size > largest) return null;
    left = largest - size;
    const isPlain = outcome === null || outcome.beyond;
    outcomes.push(isPlain || showsNoRounding(systems, index, outcome.failed) ? outcome : null);
  }
  const alone = outcomes.map((outcome, index) => rankAlone(run, index, outcome));
  // Twice: what one measure settles in the light of the others may settle them in turn.
  const together = alone.map((_, index) => rankTogether(run, index, alone));
  const final = together.map((_, index) => rankTogether(run, index, together));
  const due = withoutUndue(systems, final);
  const measures = outcomes.map((outcome, index) => conclude(outcome, due[index] ?? [], priors));
  return { measures, log: measures.reduce((sum, measure) => sum + measure.log, 0) };
}

function totalsOf(system: DiagnosisSystem): readonly boolean[] {
  const totals = new Set(system.equalities.map(({ total }) => total));
  return system.figures.map((_, index) => totals.has(index));
}

/** Leaves out explanations that would put nothing where a figure is due, or one where none can be. */
function withoutUndue(
  systems: readonly DiagnosisSystem[],
  ranked: readonly (readonly Scored[])[],
): readonly (readonly Scored[])[] {
  const statedAt: Reading = (system, figure) => valueOf(systems[system]?.figures[figure]);
  const fillsOrEmpties = ranked.some((scored, index) =>
    scored.some(({ proposals }) =>
      proposals.some(({ figure, meant }) => meant === 0n || statedAt(index, figure) === 0n),
    ),
  );
  if (!fillsOrEmpties) return ranked;
  const places = new PlaceIndex(systems);
  const bestOf = (scored: readonly Scored[]): ReadonlyMap<number, Amount> => {
    const [first] = [...scored].sort(byScore);
    return new Map(first?.proposals.map(({ figure, meant }) => [figure, meant]) ?? []);
  };
  const best = ranked.map(bestOf);
  const read: Reading = (system, figure): Amount =>
    best[system]?.get(figure) ?? statedAt(system, figure);
  // One measure after another: two that rule each other out must not both go.
  return ranked.map((scored, index) => {
    const totals = new Set(systems[index]?.equalities.map(({ total }) => total));
    const left = scored.filter(({ proposals }) =>
      proposals.every(({ figure, meant }) => {
        const place = systems[index]?.figures[figure]?.place;
        if (place === undefined || totals.has(figure)) return true;
        if (meant === 0n) return !isDue(systems, index, place, places, read);
        return statedAt(index, figure) !== 0n || !isOutOfPlace(systems, index, place, places, read);
      }),
    );
    best[index] = bestOf(left);
    return left;
  });
}

function byScore(a: Scored, b: Scored): number {
  return b.score.log - a.score.log || compareFigures(a, b);
}

function compareFigures(a: Scored, b: Scored): number {
  const [first, second] = [a.candidate.figures, b.candidate.figures];
  for (let i = 0; i < Math.min(first.length, second.length); i += 1) {
    const difference = (first[i] ?? 0) - (second[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}

/**
 * By how many amounts, one independent of the other, do tables differ that are right in themselves? So many arbitrary
 * values are all that happened, however many cells of one of the tables it takes to make up for them. Null
 * where something fails within a table.
 */
function differencesBetween(system: DiagnosisSystem): number | null {
  const { figures, equalities } = system;
  const failed = failing(system);
  const isBetween = failed.every((at) => {
    const { total = -1, parts: [part = -1] = [] } = equalities[at] ?? {};
    return figures[total]?.place.table !== figures[part]?.place.table;
  });
  if (!isBetween || failed.length === 0) return null;
  const residuals = residualsOf(system);
  const off = failed.map((at) => residuals[at] ?? 0n);
  const sum = off.reduce((all, residual) => all + residual, 0n);
  // What the totals over them differ by follows from the others.
  const follows = failed.some((at, nth) => {
    const rest = sum - 2n * (off[nth] ?? 0n);
    return off.length > 1 && absolute(rest) <= (equalities[at]?.tolerance ?? 0n);
  });
  return follows ? off.length - 1 : off.length;
}

function conclude(
  outcome: MeasureOutcome | null,
  scored: readonly Scored[],
  priors: Priors,
): MeasureSlips {
  if (outcome === null) return { outcome, ranked: [], weights: [], certainty: 1, log: 0 };
  const differences = differencesBetween(outcome.reduced.source);
  const failures = independentFailures(outcome, differences ?? MOST_INDEPENDENT);
  const other = Math.log(priors.other) + ARBITRARY_VALUE * failures;
  const ranked = scored
    .map((entry): Scored => {
      const log = Math.round((entry.score.log + entry.candidate.logNoise) * 1e6) / 1e6;
      return { ...entry, score: { ...entry.score, log } };
    })
    .sort(byScore);
  const [best] = ranked;
  if (best === undefined) {
    const log = Math.max(other, unexplainedLog(outcome.least, priors));
    return { outcome, ranked, weights: [], certainty: 0, log };
  }
  const weights = shares(ranked);
  const size = best.candidate.figures.length + best.candidate.repairs.length;
  // What the rows say is counted once, over all measures and events together.
  const acts = size * Math.log(priors.slipRate) + best.candidate.logNoise;
  const slips = best.score.slips + acts - Math.log(weights[0] ?? 1);
  const certainty = size === 0 ? 1 : 1 / (1 + Math.exp(other - slips));
  const likelier = Math.max(slips, other);
  const log = size === 0 ? slips : likelier + Math.log1p(Math.exp(-Math.abs(slips - other)));
  return { outcome, ranked, weights, certainty, log };
}
