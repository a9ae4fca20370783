/** Which smallest sets of corrections make one measure's equalities hold? Not yet ranked. */
import { absolute, type Amount } from '../amount';
import { allowedChange, learnNoise, logNoise, rowsThrough, settleValues } from './intervals';
import type { Plausibility, RoundingNoise } from './intervals';
import { findSupports, type SearchOutcome, type Settle, type StepBudget } from './search';
import { backSubstitute, reduceSystem, residualOf, valueOf, type ReducedSystem } from './system';
import type { Correction, DiagnosisFigure, DiagnosisSystem } from './types';

/** Sets larger than this are not searched for one by one. */
const LARGEST = 12;

/** Steps that naming and ranking one set counts; formulas to be repaired make it longer. */
const SUPPORT_STEPS = 100;
const REPAIR_STEPS = 60;

/** One set of corrections, not yet named. */
export interface Candidate {
  /** Typed figures that change, ascending. */
  readonly figures: readonly number[];
  /** Change of every figure, formulas included, that changes. */
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
  readonly candidates: readonly Candidate[];
  readonly minimal: boolean;
  readonly cut: boolean;
  /**
   * Null where rounding cannot explain the failures. Otherwise the culprit stands in at least this
   * many failed equalities of its own.
   */
  readonly pointed: number | null;
}

/**
 * Searches one measure.
 *
 * @param plausibility tells values apart where rounding leaves room
 * @returns null when every equality holds, or fails only by unavoidable rounding
 */
export function searchMeasure(
  system: DiagnosisSystem,
  budget: StepBudget,
  most: number,
  plausibility: Plausibility,
): MeasureOutcome | null {
  const residuals = system.equalities.map((equality) => residualOf(system, equality));
  const failed = residuals.flatMap((residual, index) => (residual === 0n ? [] : [index]));
  if (failed.length === 0) return null;
  const beyond = failed.some(
    (index) => absolute(residuals[index] ?? 0n) > (system.equalities[index]?.tolerance ?? 0n),
  );
  if (!beyond) return searchWithinRounding(system, failed, budget);

  const reduced = reduceSystem(system, false);
  const rounded = system.equalities.some(({ tolerance }) => tolerance > 0n);
  const noise = rounded ? learnNoise(reduced) : null;
  const settle: Settle = (figures, changes) => {
    if (noise === null) return changes;
    budget.left -= 400 * figures.length;
    return settleValues(reduced, noise, figures, changes, plausibility);
  };
  const outcome = findSupports(reduced, budget, settle, LARGEST, most, stepsPerSupport(reduced));
  return describe(reduced, failed, outcome, noise);
}

/**
 * Rounding could explain every difference. A culprit is named only where the residuals point at it:
 * one set of at most two figures removes all differences, each standing in two or more of them.
 */
function searchWithinRounding(
  system: DiagnosisSystem,
  failed: readonly number[],
  budget: StepBudget,
): MeasureOutcome | null {
  const reduced = reduceSystem(system, true);
  const outcome = findSupports(reduced, budget, (_, changes) => changes, 2, 2, SUPPORT_STEPS);
  const support = outcome.supports[0];
  if (!outcome.minimal || outcome.cut || outcome.supports.length !== 1) return null;
  if (support === undefined || support.figures.length === 0) return null;
  const pointed = support.figures.map((figure) => {
    const own = failed.filter((equality) => reduced.memberships[figure]?.includes(equality));
    const others = support.figures.filter((other) => other !== figure);
    const alone = own.filter((equality) =>
      others.every((other) => reduced.memberships[other]?.includes(equality) !== true),
    );
    return alone.length;
  });
  const least = Math.min(...pointed);
  return least < 2 ? null : describe(reduced, failed, outcome, null, least);
}

function describe(
  reduced: ReducedSystem,
  failed: readonly number[],
  outcome: SearchOutcome,
  noise: RoundingNoise | null,
  pointed: number | null = null,
): MeasureOutcome | null {
  const untouched = backSubstitute(reduced.formulas) ?? new Map<number, Amount>();
  const candidates = outcome.supports.map(({ figures, changes }): Candidate => {
    const all = backSubstitute(reduced.formulas, changes) ?? changes;
    const ranges = new Map<number, Correction['range']>();
    if (noise !== null) {
      for (const figure of figures) ranges.set(figure, rangeOf(reduced, figure, changes));
    }
    const touched = rowsThrough(reduced.rows, figures);
    return {
      figures,
      changes: all,
      ranges,
      repairs: repairsOf(reduced, untouched, all),
      logNoise: noise === null ? 0 : logNoise(reduced.rows, noise, touched, changes),
      explains: failed.filter((index) => isExplained(reduced, index, all)),
    };
  });
  const [first] = candidates;
  if (first !== undefined && first.figures.length === 0 && first.repairs.length === 0) return null;
  return { reduced, failed, candidates, minimal: outcome.minimal, cut: outcome.cut, pointed };
}

function stepsPerSupport(reduced: ReducedSystem): number {
  const repairs = [...(backSubstitute(reduced.formulas) ?? new Map<number, Amount>()).values()];
  return SUPPORT_STEPS + REPAIR_STEPS * repairs.filter((change) => change !== 0n).length;
}

function rangeOf(
  reduced: ReducedSystem,
  figure: number,
  changes: ReadonlyMap<number, Amount>,
): Correction['range'] {
  const allowed = allowedChange(reduced.rows, figure, changes);
  if (allowed === null || allowed.low === allowed.high) return null;
  const stated = valueOf(reduced.source.figures[figure]);
  return { low: stated + allowed.low, high: stated + allowed.high };
}

/** Wrong formulas that show something else once repaired, and formulas that were not recalculated. */
function repairsOf(
  reduced: ReducedSystem,
  untouched: ReadonlyMap<number, Amount>,
  changes: ReadonlyMap<number, Amount>,
): readonly number[] {
  return reduced.source.figures.flatMap((figure: DiagnosisFigure, index) => {
    if ((changes.get(index) ?? 0n) === 0n) return [];
    switch (figure.kind) {
      case 'typed':
        return [];
      case 'wrongFormula':
        return [index];
      case 'formula':
        return (untouched.get(index) ?? 0n) === 0n ? [] : [index];
    }
  });
}

function isExplained(
  reduced: ReducedSystem,
  index: number,
  changes: ReadonlyMap<number, Amount>,
): boolean {
  const equality = reduced.source.equalities[index];
  if (equality === undefined) return false;
  const before = reduced.residuals[index] ?? 0n;
  let after = before + (changes.get(equality.total) ?? 0n);
  for (const part of equality.parts) after -= changes.get(part) ?? 0n;
  return (
    after === 0n || (absolute(before) > equality.tolerance && absolute(after) <= equality.tolerance)
  );
}
