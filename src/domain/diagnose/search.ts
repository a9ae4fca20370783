/**
 * Which smallest sets of figures can be changed so that every equality holds?
 *
 * Some figure of every violated row must change. Choosing one uses that row up (Gaussian
 * elimination); rows that are then still violated, combinations of the original ones, must again
 * contain a figure that changes. So every set of a given size is met exactly once, and the rows that
 * share no figure give a lower bound on the size.
 */
import { absolute, type Amount } from '../amount';
import { backSubstitute, eliminate, type Pivot, type ReducedSystem, type Rows } from './system';

/** A set of figures with the changes that the rows determine (exact where tolerances are zero). */
export interface Support {
  readonly figures: readonly number[];
  /** Change per figure; formulas are left to follow. */
  readonly changes: ReadonlyMap<number, Amount>;
}

/**
 * Settles the values of a set whose rows leave room (rounding); null when none satisfies every row.
 * Where rows are exact it hands the changes back as they are.
 */
export type Settle = (
  figures: readonly number[],
  changes: ReadonlyMap<number, Amount>,
) => ReadonlyMap<number, Amount> | null;

/** What a search found. */
export interface SearchOutcome {
  readonly supports: readonly Support[];
  /** No smaller set exists. */
  readonly minimal: boolean;
  /** The step limit, or the limit on the number of sets, ended the search. */
  readonly cut: boolean;
}

/** A count-down shared by everything that one run does. */
export interface StepBudget {
  left: number;
}

interface Violated {
  readonly row: number;
  readonly candidates: readonly number[];
  readonly tolerance: Amount;
}

interface Walk {
  readonly width: number;
  readonly budget: StepBudget;
  readonly settle: Settle;
  readonly excluded: Uint8Array;
  readonly found: Support[];
  readonly most: number;
  readonly stepsPerSupport: number;
  cut: boolean;
}

/**
 * Finds all smallest supports.
 *
 * @param largest no set larger than this is searched for; beyond, the outcome is as when cut
 * @param most at most this many sets are collected
 * @param stepsPerSupport what the caller's work on each set counts
 */
export function findSupports(
  system: ReducedSystem,
  budget: StepBudget,
  settle: Settle,
  largest: number,
  most: number,
  stepsPerSupport: number,
): SearchOutcome {
  const excluded = Uint8Array.from(system.changeable, (changeable) => (changeable ? 0 : 1));
  const walk: Walk = {
    width: system.source.figures.length,
    budget,
    settle,
    excluded,
    found: [],
    most,
    stepsPerSupport,
    cut: false,
  };
  const violated = violatedRows(system.rows, excluded);
  if (violated.some((row) => row.candidates.length === 0)) {
    return { supports: [], minimal: false, cut: false };
  }
  const least = Math.max(lowerBound(violated, walk.width), violated.length === 0 ? 0 : 1);
  for (let size = least; size <= largest; size += 1) {
    descend(walk, system.rows, [], size);
    if (walk.found.length > 0) return { supports: walk.found, minimal: true, cut: walk.cut };
    if (walk.cut) break;
  }
  const fallback = greedySupport(system, settle);
  return {
    supports: fallback === null ? [] : [fallback],
    minimal: fallback !== null && fallback.figures.length <= least,
    cut: true,
  };
}

function violatedRows(rows: Rows, excluded: Uint8Array): Violated[] {
  const violated: Violated[] = [];
  rows.residuals.forEach((residual, row) => {
    const tolerance = rows.tolerances[row] ?? 0n;
    if (absolute(residual) <= tolerance) return;
    const coefficients = rows.coefficients[row];
    const candidates: number[] = [];
    if (coefficients !== undefined) {
      for (let j = 0; j < coefficients.length; j += 1) {
        if (coefficients[j] !== 0 && excluded[j] === 0) candidates.push(j);
      }
    }
    violated.push({ row, candidates, tolerance });
  });
  // The tightest choice first; among equals the row with the least rounding.
  violated.sort(
    (a, b) =>
      a.candidates.length - b.candidates.length ||
      (a.tolerance < b.tolerance ? -1 : a.tolerance > b.tolerance ? 1 : a.row - b.row),
  );
  return violated;
}

/** Violated rows without a common figure each need a figure of their own. */
function lowerBound(violated: readonly Violated[], width: number): number {
  const used = new Uint8Array(width);
  let count = 0;
  for (const { candidates } of violated) {
    if (candidates.some((j) => used[j] === 1)) continue;
    for (const j of candidates) used[j] = 1;
    count += 1;
  }
  return count;
}

function descend(walk: Walk, rows: Rows, pivots: readonly Pivot[], left: number): void {
  walk.budget.left -= rows.residuals.length;
  if (walk.budget.left <= 0) {
    walk.cut = true;
    return;
  }
  const violated = violatedRows(rows, walk.excluded);
  walk.budget.left -= violated.length * 8;
  const first = violated[0];
  if (first === undefined) {
    collect(walk, pivots);
    return;
  }
  if (left === 0 || first.candidates.length === 0) return;
  if (lowerBound(violated, walk.width) > left) return;
  const coefficients = rows.coefficients[first.row];
  if (coefficients === undefined) return;
  for (const figure of first.candidates) {
    // The last figure must stand in every row that is still violated.
    const fits =
      left > 1 || violated.every(({ row }) => (rows.coefficients[row]?.[figure] ?? 0) !== 0);
    if (fits) {
      walk.budget.left -= 24;
      const residual = rows.residuals[first.row] ?? 0n;
      const next = eliminate(rows, first.row, figure);
      walk.excluded[figure] = 1;
      descend(walk, next, [...pivots, { figure, coefficients, residual }], left - 1);
      if (walk.cut) break;
    }
    walk.excluded[figure] = 1;
  }
  for (const figure of first.candidates) walk.excluded[figure] = 0;
}

function collect(walk: Walk, pivots: readonly Pivot[]): void {
  const figures = pivots.map(({ figure }) => figure).sort((a, b) => a - b);
  const exact = backSubstitute(pivots);
  walk.budget.left -= walk.stepsPerSupport;
  const changes = exact === null ? null : walk.settle(figures, exact);
  if (changes === null) return;
  // A figure that need not change makes a smaller set, which was found before.
  if (figures.some((figure) => changes.get(figure) === 0n)) return;
  if (walk.found.length >= walk.most) {
    walk.cut = true;
    return;
  }
  walk.found.push({ figures, changes });
}

/**
 * Some set that explains everything, not necessarily a smallest one: at every step the figure that
 * leaves the fewest rows violated. Ends after at most as many steps as there are rows.
 */
function greedySupport(system: ReducedSystem, settle: Settle): Support | null {
  const excluded = Uint8Array.from(system.changeable, (changeable) => (changeable ? 0 : 1));
  const pivots: Pivot[] = [];
  let { rows } = system;
  for (;;) {
    const violated = violatedRows(rows, excluded);
    const first = violated[0];
    if (first === undefined) break;
    const coefficients = rows.coefficients[first.row];
    let best: { figure: number; rows: Rows; remaining: number } | null = null;
    for (const figure of first.candidates) {
      const next = eliminate(rows, first.row, figure);
      const remaining = next.residuals.reduce(
        (count, residual, row) =>
          count + (absolute(residual) > (next.tolerances[row] ?? 0n) ? 1 : 0),
        0,
      );
      if (best === null || remaining < best.remaining) best = { figure, rows: next, remaining };
    }
    if (best === null || coefficients === undefined) return null;
    const residual = rows.residuals[first.row] ?? 0n;
    pivots.push({ figure: best.figure, coefficients, residual });
    excluded[best.figure] = 1;
    rows = best.rows;
  }
  const exact = backSubstitute(pivots);
  if (exact === null) return null;
  const chosen = pivots.map(({ figure }) => figure).sort((a, b) => a - b);
  // Rounding intervals of many rows at once may leave no room; then every row is met in its middle.
  const changes = settle(chosen, exact) ?? exact;
  return { figures: chosen.filter((figure) => changes.get(figure) !== 0n), changes };
}
