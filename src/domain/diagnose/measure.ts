/** Which smallest sets of corrections make one measure's equalities hold? Not yet ranked. */
import { absolute, type Amount } from '../amount';
import type { Admits } from './admissible';
import {
  allowedChange,
  divideDown,
  holdsWithBlanks,
  learnNoise,
  logNoise,
  rowsThrough,
  settleValues,
} from './intervals';
import type { Plausibility, RoundingNoise } from './intervals';
import { backSubstitute } from './rows';
import { findSupports, type SearchOutcome, type Settle, type StepBudget } from './search';
import { reduceSystem, residualsOf, valueOf, type ReducedSystem } from './system';
import type { Correction, DiagnosisSystem } from './types';

/** Sets larger than this are not searched for one by one. */
const LARGEST = 12;
/** Values are settled within intervals for sets up to this size. */
const LARGEST_SETTLED = 12;

/** Steps that naming and ranking one set counts; formulas to be repaired make it longer. */
const SUPPORT_STEPS = 100;
const REPAIR_STEPS = 60;

/** One set of corrections, not yet named. */
export interface Candidate {
  /** Typed figures that change, ascending. */
  readonly figures: readonly number[];
  /** Change of every figure, formulas and free figures included, that changes. */
  readonly changes: ReadonlyMap<number, Amount>;
  /** Of each figure that changes: which values would do as well. */
  readonly ranges: ReadonlyMap<number, Correction['range']>;
  /** Formulas to be repaired, ascending. */
  readonly repairs: readonly number[];
  /** Logarithm of how plausible the rounding differences are that remain. */
  readonly logNoise: number;
  readonly explains: readonly number[];
}

/** All smallest sets of one measure. */
export interface MeasureOutcome {
  readonly reduced: ReducedSystem;
  readonly failed: readonly number[];
  /** Empty where no set that may be proposed was found. */
  readonly candidates: readonly Candidate[];
  readonly minimal: boolean;
  readonly cut: boolean;
  /** At least so many figures must change. */
  readonly least: number;
  /** False where rounding can explain all failures, but the residuals point at a culprit. */
  readonly beyond: boolean;
}

/** What a search of one measure needs beside the system. */
export interface MeasureSearch {
  readonly budget: StepBudget;
  /** So many sets are listed at most. */
  readonly most: number;
  /** No larger sets are of use. */
  readonly largest?: number;
  readonly admits: Admits;
  /** Tells values apart where rounding leaves room. */
  readonly plausibility: Plausibility;
}

/**
 * Searches one measure.
 *
 * @returns null when every equality holds, or fails only by unavoidable rounding
 */
export function searchMeasure(
  system: DiagnosisSystem,
  search: MeasureSearch,
): MeasureOutcome | null {
  const residuals = residualsOf(system);
  const failed = residuals.flatMap((residual, index) => (residual === 0n ? [] : [index]));
  if (failed.length === 0) return null;
  const beyond = failed.some(
    (index) => absolute(residuals[index] ?? 0n) > (system.equalities[index]?.tolerance ?? 0n),
  );
  if (!beyond) return searchWithinRounding(system, failed, search);

  const reduced = reduceSystem(system, false);
  const rounded = system.equalities.some(({ tolerance }) => tolerance > 0n);
  const noise = rounded ? learnNoise(reduced) : null;
  const settle: Settle = (figures, changes) => {
    // Where rounding left no difference, what is exact is meant.
    const isExact =
      noise?.isSeen === false && isAdmissible(reduced, search.admits, figures, changes);
    if (noise !== null && !isExact && figures.length <= LARGEST_SETTLED) {
      search.budget.left -= 400 * figures.length;
      return settleValues(reduced, noise, figures, changes, search);
    }
    return isExact || isAdmissible(reduced, search.admits, figures, changes) ? changes : null;
  };
  const outcome = findSupports(reduced, search.budget, settle, {
    largest: Math.min(LARGEST, search.largest ?? LARGEST),
    most: search.most,
    stepsPerSupport: stepsPerSupport(reduced),
  });
  return describe(reduced, failed, outcome, noise, true);
}

function isAdmissible(
  reduced: ReducedSystem,
  admits: Admits,
  figures: readonly number[],
  changes: ReadonlyMap<number, Amount>,
): boolean {
  return (
    figures.every((figure) =>
      admits(figure, valueOf(reduced.source.figures[figure]) + (changes.get(figure) ?? 0n)),
    ) && holdsWithBlanks(reduced, figures, changes)
  );
}

/**
 * Rounding could explain every difference. A culprit is named only where the residuals point at it:
 * one set of at most two figures removes all differences, each standing in two or more of them.
 */
function searchWithinRounding(
  system: DiagnosisSystem,
  failed: readonly number[],
  { budget, admits }: MeasureSearch,
): MeasureOutcome | null {
  const reduced = reduceSystem(system, true);
  const settle: Settle = (figures, changes) =>
    isAdmissible(reduced, admits, figures, changes) ? changes : null;
  const scope = { largest: 2, most: 2, stepsPerSupport: SUPPORT_STEPS };
  const outcome = findSupports(reduced, budget, settle, scope);
  const support = outcome.supports[0];
  if (!outcome.minimal || outcome.cut || outcome.supports.length !== 1) return null;
  if (support === undefined || support.figures.length === 0) return null;
  // Totals that agree with each other are right, and what they add up is rounded.
  if (new Set(support.figures.map((at) => system.figures[at]?.place.table)).size > 1) return null;
  const pointed = support.figures.map((figure) => {
    const own = failed.filter((equality) => reduced.memberships[figure]?.includes(equality));
    const others = support.figures.filter((other) => other !== figure);
    const alone = own.filter((equality) =>
      others.every((other) => reduced.memberships[other]?.includes(equality) !== true),
    );
    return alone.length;
  });
  return Math.min(...pointed) < 2 ? null : describe(reduced, failed, outcome, null, false);
}

function describe(
  reduced: ReducedSystem,
  failed: readonly number[],
  outcome: SearchOutcome,
  noise: RoundingNoise | null,
  beyond: boolean,
): MeasureOutcome | null {
  const candidates = outcome.supports.map(({ figures, changes }): Candidate => {
    const all = backSubstitute(reduced.eliminated, changes) ?? changes;
    const ranges = new Map<number, Correction['range']>();
    if (noise?.isSeen === true) {
      for (const figure of figures) ranges.set(figure, rangeOf(reduced, noise, figure, changes));
    }
    const touched = rowsThrough(reduced.rows, figures);
    return {
      figures,
      changes: all,
      ranges,
      repairs: repairsOf(reduced, all),
      logNoise: noise === null ? 0 : logNoise(reduced.rows, noise, touched, changes),
      explains: explainedBy(reduced, failed, all),
    };
  });
  const [first] = candidates;
  const nothing = first?.figures.length === 0 && first.repairs.length === 0;
  // Free figures alone can take everything up: there is nothing to propose, but it is explained.
  if (nothing && first.changes.size === 0) return null;
  const { minimal, cut, least } = outcome;
  return { reduced, failed, candidates, minimal, cut, least, beyond };
}

function stepsPerSupport({ untouched }: ReducedSystem): number {
  const repairs = [...untouched.values()].filter((change) => change !== 0n).length;
  return SUPPORT_STEPS + REPAIR_STEPS * repairs;
}

/** The first and the last value of the figure's places that would do; null where only one would. */
function rangeOf(
  reduced: ReducedSystem,
  { quantum }: RoundingNoise,
  figure: number,
  changes: ReadonlyMap<number, Amount>,
): Correction['range'] {
  const allowed = allowedChange(reduced.rows, figure, changes);
  if (allowed === null) return null;
  const stated = valueOf(reduced.source.figures[figure]);
  const width = reduced.source.figures[figure]?.halfWidth ?? 0n;
  const step = width > 0n ? 2n * width : quantum;
  const least = -divideDown(-(stated + allowed.low), step) * step;
  const high = divideDown(stated + allowed.high, step) * step;
  const low = least < 0n ? 0n : least;
  return low < high ? { low, high } : null;
}

/** Wrong formulas that show something else once repaired, and formulas that were not recalculated. */
function repairsOf(
  reduced: ReducedSystem,
  changes: ReadonlyMap<number, Amount>,
): readonly number[] {
  const repairs: number[] = [];
  for (const { figure } of reduced.eliminated) {
    if ((changes.get(figure) ?? 0n) === 0n) continue;
    const kind = reduced.source.figures[figure]?.kind;
    const stale = kind === 'formula' && (reduced.untouched.get(figure) ?? 0n) !== 0n;
    if (kind === 'wrongFormula' || stale) repairs.push(figure);
  }
  return repairs.sort((a, b) => a - b);
}

/** Failed equalities that hold after changes, formulas and free figures included. */
export function explainedBy(
  reduced: ReducedSystem,
  failed: readonly number[],
  changes: ReadonlyMap<number, Amount>,
): readonly number[] {
  return failed.filter((index) => isExplained(reduced, index, changes));
}

/** How many failures are independent of each other: one could be as it is and the others not. */
export function independentFailures({ reduced }: MeasureOutcome, most: number): number {
  const rows = reduced.rows.copy();
  let count = 0;
  while (count < most) {
    const [row] = [...rows.violated].sort((a, b) => a - b);
    if (row === undefined) break;
    count += 1;
    const [figure] = rows.coefficients[row]?.keys() ?? [];
    if (figure === undefined) rows.violated.delete(row);
    else rows.eliminate(row, figure);
  }
  return count;
}

function isExplained(
  reduced: ReducedSystem,
  index: number,
  changes: ReadonlyMap<number, Amount>,
): boolean {
  const equality = reduced.source.equalities[index];
  if (equality === undefined) return false;
  // What a free figure takes up is not explained by the corrections.
  const isFree = (figure: number): boolean => {
    const kind = reduced.source.figures[figure]?.kind;
    return kind === 'free' && (changes.get(figure) ?? 0n) !== 0n;
  };
  if (isFree(equality.total) || equality.parts.some(isFree)) return false;
  const before = reduced.residuals[index] ?? 0n;
  let after = before + (changes.get(equality.total) ?? 0n);
  for (const part of equality.parts) after -= changes.get(part) ?? 0n;
  return (
    after === 0n || (absolute(before) > equality.tolerance && absolute(after) <= equality.tolerance)
  );
}
