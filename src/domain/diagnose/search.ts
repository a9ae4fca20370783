/**
 * Which smallest sets of figures can be changed so that every equality holds?
 *
 * Some figure of every violated row must change. Choosing one uses that row up (Gaussian
 * elimination); rows that are then still violated, combinations of the original ones, must again
 * contain a figure that changes. So every set of a given size is met exactly once, and the rows that
 * share no figure give a lower bound on the size. Everything that is looked at is counted, and the
 * search ends at the limit, whatever the number of lines.
 */
import type { Amount } from '../amount';
import { backSubstitute, type Pivot, type RowSpace } from './rows';
import type { ReducedSystem } from './system';

/** A set of figures with the changes that the rows determine (exact where tolerances are zero). */
export interface Support {
  readonly figures: readonly number[];
  /** Change per figure; formulas are left to follow. */
  readonly changes: ReadonlyMap<number, Amount>;
}

/**
 * Settles the values of a set whose rows leave room (rounding), and refuses values that must not be
 * proposed; null when none satisfies every row.
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
  /** No set of fewer figures than this explains everything. */
  readonly least: number;
}

/** A count-down shared by everything that one run does. */
export interface StepBudget {
  left: number;
}

/** How far a search goes. */
export interface SearchScope {
  /** No set larger than this is searched for; beyond, the outcome is as when cut. */
  readonly largest: number;
  /** At most this many sets are collected. */
  readonly most: number;
  /** What the caller's work on each set counts. */
  readonly stepsPerSupport: number;
}

/** A set given though the search was cut is never larger than this: nobody could follow it. */
const LARGEST_FALLBACK = 40;
/** So many figures are tried at every step towards such a set. */
const TRIED_EACH = 4;

interface Violated {
  readonly row: number;
  readonly candidates: readonly number[];
  readonly tolerance: Amount;
}

interface Walk {
  readonly rows: RowSpace;
  readonly budget: StepBudget;
  readonly settle: Settle;
  readonly excluded: Uint8Array;
  readonly found: Support[];
  readonly scope: SearchScope;
  readonly pivots: Pivot[];
  cut: boolean;
}

/** Finds all smallest supports. */
export function findSupports(
  system: ReducedSystem,
  budget: StepBudget,
  settle: Settle,
  scope: SearchScope,
): SearchOutcome {
  const excluded = Uint8Array.from(system.changeable, (changeable) => (changeable ? 0 : 1));
  const walk: Walk = {
    rows: system.rows.copy(),
    budget,
    settle,
    excluded,
    found: [],
    scope,
    pivots: [],
    cut: false,
  };
  const violated = violatedRows(walk);
  if (violated.some((row) => row.candidates.length === 0)) {
    return { supports: [], minimal: false, cut: false, least: violated.length };
  }
  const least = Math.max(lowerBound(walk, violated), violated.length === 0 ? 0 : 1);
  for (let size = least; size <= scope.largest; size += 1) {
    descend(walk, size);
    if (walk.found.length > 0) {
      return { supports: walk.found, minimal: true, cut: walk.cut, least: size };
    }
    if (walk.cut) break;
  }
  const fallback = least > LARGEST_FALLBACK ? null : greedySupport(system, settle);
  return {
    supports: fallback === null ? [] : [fallback],
    minimal: fallback !== null && fallback.figures.length <= least,
    cut: true,
    least,
  };
}

const knownLeast = new WeakMap<ReducedSystem, number>();

/** At least so many figures must change: violated rows that share none. Worked out once. */
export function leastWrong(system: ReducedSystem): number {
  const known = knownLeast.get(system);
  if (known !== undefined) return known;
  const least = leastWrongAnew(system);
  knownLeast.set(system, least);
  return least;
}

function leastWrongAnew(system: ReducedSystem): number {
  const excluded = Uint8Array.from(system.changeable, (changeable) => (changeable ? 0 : 1));
  const walk = { rows: system.rows, excluded, budget: { left: Infinity } };
  return lowerBound(walk, violatedRows(walk));
}

function violatedRows({
  rows,
  excluded,
  budget,
}: Pick<Walk, 'rows' | 'excluded' | 'budget'>): readonly Violated[] {
  const violated: Violated[] = [];
  for (const row of rows.violated) {
    const candidates: number[] = [];
    const coefficients = rows.coefficients[row];
    budget.left -= 4 + (coefficients?.size ?? 0) / 2;
    for (const figure of coefficients?.keys() ?? []) {
      if (excluded[figure] === 0) candidates.push(figure);
    }
    violated.push({ row, candidates, tolerance: rows.tolerances[row] ?? 0n });
  }
  // The tightest choice first; among equals the row with the least rounding.
  violated.sort(
    (a, b) =>
      a.candidates.length - b.candidates.length ||
      (a.tolerance < b.tolerance ? -1 : a.tolerance > b.tolerance ? 1 : a.row - b.row),
  );
  return violated;
}

/** Violated rows without a common figure each need a figure of their own. */
function lowerBound({ budget }: Pick<Walk, 'budget'>, violated: readonly Violated[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const { candidates } of violated) {
    if (candidates.some((figure) => used.has(figure))) continue;
    for (const figure of candidates) used.add(figure);
    budget.left -= candidates.length / 4;
    count += 1;
  }
  return count;
}

function descend(walk: Walk, left: number): void {
  const { budget, excluded, rows } = walk;
  budget.left -= 8;
  if (budget.left <= 0) {
    walk.cut = true;
    return;
  }
  const violated = violatedRows(walk);
  const first = violated[0];
  if (first === undefined) {
    collect(walk);
    return;
  }
  if (left === 0 || first.candidates.length === 0) return;
  if (lowerBound(walk, violated) > left) return;
  const candidates = [...first.candidates].sort((a, b) => a - b);
  for (const figure of candidates) {
    // The last figure must stand in every row that is still violated.
    const fits =
      left > 1 || violated.every(({ row }) => rows.coefficients[row]?.has(figure) === true);
    budget.left -= 1;
    if (fits) {
      const elimination = rows.eliminate(first.row, figure);
      budget.left -= 16 + elimination.cost;
      excluded[figure] = 1;
      walk.pivots.push(elimination.pivot);
      descend(walk, left - 1);
      walk.pivots.pop();
      rows.takeBack(elimination);
      if (walk.cut) break;
    }
    excluded[figure] = 1;
  }
  for (const figure of candidates) excluded[figure] = 0;
}

function collect(walk: Walk): void {
  const figures = walk.pivots.map(({ figure }) => figure).sort((a, b) => a - b);
  const exact = backSubstitute(walk.pivots);
  walk.budget.left -= walk.scope.stepsPerSupport;
  const changes = exact === null ? null : walk.settle(figures, exact);
  if (changes === null) return;
  // A figure that need not change makes a smaller set, which was found before.
  if (figures.some((figure) => changes.get(figure) === 0n)) return;
  if (walk.found.length >= walk.scope.most) {
    walk.cut = true;
    return;
  }
  walk.found.push({ figures, changes });
}

/**
 * Some set that explains everything, not necessarily a smallest one: at every step the figure that
 * leaves the fewest rows violated. Ends after few steps, each of which tries few figures.
 */
function greedySupport(system: ReducedSystem, settle: Settle): Support | null {
  const rows = system.rows.copy();
  const excluded = Uint8Array.from(system.changeable, (changeable) => (changeable ? 0 : 1));
  const pivots: Pivot[] = [];
  for (;;) {
    const row = nextRow(rows, excluded);
    if (row === null) break;
    const figure = bestFigure(rows, row, excluded);
    if (figure === null || pivots.length >= LARGEST_FALLBACK) return null;
    pivots.push(rows.eliminate(row, figure).pivot);
    excluded[figure] = 1;
  }
  const exact = backSubstitute(pivots);
  if (exact === null) return null;
  const chosen = pivots.map(({ figure }) => figure).sort((a, b) => a - b);
  const changes = settle(chosen, exact);
  if (changes === null) return null;
  return { figures: chosen.filter((figure) => changes.get(figure) !== 0n), changes };
}

/** The violated row with the fewest figures that may change. */
function nextRow(rows: RowSpace, excluded: Uint8Array): number | null {
  let best: number | null = null;
  let fewest = Infinity;
  for (const row of [...rows.violated].sort((a, b) => a - b)) {
    let open = 0;
    for (const figure of rows.coefficients[row]?.keys() ?? [])
      if (excluded[figure] === 0) open += 1;
    if (open < fewest) [best, fewest] = [row, open];
  }
  return best;
}

function bestFigure(rows: RowSpace, row: number, excluded: Uint8Array): number | null {
  const shared = (figure: number): number =>
    [...(rows.through[figure] ?? [])].filter((other) => rows.violated.has(other)).length;
  const open = [...(rows.coefficients[row]?.keys() ?? [])]
    .filter((figure) => excluded[figure] === 0)
    .map((figure) => ({ figure, shared: shared(figure) }))
    .sort((a, b) => b.shared - a.shared || a.figure - b.figure);
  let best: number | null = null;
  let fewest = Infinity;
  for (const { figure } of open.slice(0, TRIED_EACH)) {
    const remaining = rows.violatedAfter(row, figure);
    if (remaining < fewest) [best, fewest] = [figure, remaining];
  }
  return best;
}
