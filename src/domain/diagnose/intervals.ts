/**
 * Which value does a culprit get in a rounded table, where the equalities leave an interval?
 *
 * Every row allows an interval for the change of one figure, the others given. Within the interval
 * the most plausible value is taken: what one of the rows says exactly, or what a slip explains.
 */
import { absolute, unitOfPlace, type Amount } from '../amount';
import type { Admits } from './admissible';
import { decimalsOf } from './evidence';
import { weighed, type Rows } from './rows';
import { meantValues } from './slips';
import type { ReducedSystem } from './system';
import { valueOf } from './system';

/** Logarithm of how plausible it is that `meant` was meant where the figure's stated value stands. */
export type Plausibility = (figure: number, meant: Amount) => number;

/** An interval of changes, both ends included. */
interface Interval {
  readonly low: Amount;
  readonly high: Amount;
}

/** How residuals that remain inside the intervals are distributed. */
export interface RoundingNoise {
  /** Share of rows that do not hold exactly though nothing is wrong with them. */
  readonly share: number;
  /** One unit of the last decimal place in use. */
  readonly quantum: Amount;
  /** Whether rounding left any difference at all: where none is, what is exact is meant. */
  readonly isSeen: boolean;
}

/** Learns from the rows that no slip disturbs how often rounding leaves a difference. */
export function learnNoise(system: ReducedSystem): RoundingNoise {
  let rows = 0;
  let off = 0;
  system.rows.residuals.forEach((residual, row) => {
    const tolerance = system.rows.tolerances[row] ?? 0n;
    if (tolerance === 0n || absolute(residual) > tolerance) return;
    rows += 1;
    if (residual !== 0n) off += 1;
  });
  return { share: (off + 0.1) / (rows + 1), quantum: quantumOf(system), isSeen: off > 0 };
}

/** One unit of the place that the table is rounded to; the finest in use where none is stated. */
function quantumOf(system: ReducedSystem): Amount {
  let widest = 0n;
  let places = 0;
  for (const { value, kind, halfWidth } of system.source.figures) {
    if (value === null || kind !== 'typed') continue;
    if (halfWidth !== undefined && halfWidth > widest) widest = halfWidth;
    places = Math.max(places, decimalsOf(value));
  }
  return widest > 0n ? 2n * widest : unitOfPlace(places);
}

/** The quotient, rounded down. */
export function divideDown(value: Amount, by: Amount): Amount {
  const quotient = value / by;
  return value % by !== 0n && value < 0n !== by < 0n ? quotient - 1n : quotient;
}

/** What all rows together allow one figure to change by, the other changes given; null for nothing. */
export function allowedChange(
  rows: Rows,
  figure: number,
  changes: ReadonlyMap<number, Amount>,
): Interval | null {
  let low: Amount | null = null;
  let high: Amount | null = null;
  for (const row of rows.through[figure] ?? []) {
    const own = BigInt(rows.coefficients[row]?.get(figure) ?? 0);
    if (own === 0n) continue;
    const rest = restOf(rows, row, figure, changes);
    const tolerance = rows.tolerances[row] ?? 0n;
    const [a, b] =
      own > 0n ? [-rest - tolerance, -rest + tolerance] : [rest - tolerance, rest + tolerance];
    const size = absolute(own);
    const least = -divideDown(-a, size);
    const most = divideDown(b, size);
    if (low === null || least > low) low = least;
    if (high === null || most < high) high = most;
  }
  if (low === null || high === null || low > high) return null;
  return { low, high };
}

function restOf(
  rows: Rows,
  row: number,
  without: number,
  changes: ReadonlyMap<number, Amount>,
): Amount {
  const coefficients = rows.coefficients[row];
  const rest = rows.residuals[row] ?? 0n;
  if (coefficients === undefined) return rest;
  const own = BigInt(coefficients.get(without) ?? 0) * (changes.get(without) ?? 0n);
  return rest + weighed(coefficients, changes) - own;
}

/** Logarithm of how plausible the remaining residuals of the rows through one figure are. */
export function logNoise(
  rows: Rows,
  noise: RoundingNoise,
  touched: readonly number[],
  changes: ReadonlyMap<number, Amount>,
): number {
  let log = 0;
  for (const row of touched) {
    const tolerance = rows.tolerances[row] ?? 0n;
    if (tolerance === 0n) continue;
    const residual = restOf(rows, row, -1, changes);
    const outcomes = Math.max(1, Number((2n * tolerance) / noise.quantum));
    // Sums of many rounding errors are rather small than large: a triangle over the interval.
    const near = 1 - Number(absolute(residual)) / (Number(tolerance) + Number(noise.quantum));
    log +=
      residual === 0n
        ? Math.log(1 - noise.share)
        : Math.log((noise.share * 2 * Math.max(near, 0.02)) / outcomes);
  }
  return log;
}

/** The rows that any of the figures stands in. */
export function rowsThrough(rows: Rows, figures: readonly number[]): readonly number[] {
  const [first = -1] = figures;
  if (figures.length === 1) return [...(rows.through[first] ?? [])].sort((a, b) => a - b);
  const touched = new Set(figures.flatMap((figure) => [...(rows.through[figure] ?? [])]));
  return [...touched].sort((a, b) => a - b);
}

/**
 * Chooses the changes of a set of figures within the intervals.
 *
 * @param start changes to begin with, e.g. those that satisfy some rows exactly
 * @returns null when no choice found satisfies every row
 */
export function settleValues(
  system: ReducedSystem,
  noise: RoundingNoise,
  figures: readonly number[],
  start: ReadonlyMap<number, Amount>,
  { admits, plausibility }: { readonly admits: Admits; readonly plausibility: Plausibility },
): ReadonlyMap<number, Amount> | null {
  const { rows } = system;
  const changes = new Map(start);
  for (let pass = 0; pass < 3; pass += 1) {
    let settled = true;
    for (const figure of figures) {
      const allowed = allowedChange(rows, figure, changes);
      if (allowed === null) {
        settled = false;
        continue;
      }
      const touched = rowsThrough(rows, [figure]);
      const stated = valueOf(system.source.figures[figure]);
      const before = changes.get(figure) ?? 0n;
      let best: { change: Amount; score: number } | null = null;
      for (const change of candidateChanges(system, noise, figure, allowed, changes, touched)) {
        if (!admits(figure, stated + change)) continue;
        changes.set(figure, change);
        const score =
          logNoise(rows, noise, touched, changes) + plausibility(figure, stated + change);
        if (best === null || score > best.score + 1e-9) best = { change, score };
      }
      const chosen = best?.change ?? before;
      changes.set(figure, chosen);
      if (best === null || chosen !== before) settled = false;
    }
    if (settled) break;
  }
  const fits = figures.every((figure) =>
    admits(figure, valueOf(system.source.figures[figure]) + (changes.get(figure) ?? 0n)),
  );
  return fits && holdsWithBlanks(system, figures, changes) ? changes : null;
}

/**
 * Does every row through some changed figures hold within its tolerance? What becomes blank no longer
 * widens it.
 */
export function holdsWithBlanks(
  { rows, source }: ReducedSystem,
  figures: readonly number[],
  changes: ReadonlyMap<number, Amount>,
): boolean {
  const blanked = figures.filter((figure) => {
    const stated = source.figures[figure]?.value ?? null;
    return stated !== null && stated + (changes.get(figure) ?? 0n) === 0n;
  });
  return rowsThrough(rows, figures).every((row) => {
    let tolerance = rows.tolerances[row] ?? 0n;
    if (tolerance > 0n) {
      for (const figure of blanked) {
        if (!rows.through[figure]?.has(row)) continue;
        tolerance -= source.figures[figure]?.halfWidth ?? 0n;
      }
    }
    return absolute(restOf(rows, row, -1, changes)) <= (tolerance > 0n ? tolerance : 0n);
  });
}

function candidateChanges(
  { rows, source }: ReducedSystem,
  noise: RoundingNoise,
  figure: number,
  allowed: Interval,
  changes: ReadonlyMap<number, Amount>,
  touched: readonly number[],
): readonly Amount[] {
  const stated = valueOf(source.figures[figure]);
  const candidates = new Set<Amount>();
  const add = (change: Amount): void => {
    if (change >= allowed.low && change <= allowed.high && change !== 0n) candidates.add(change);
  };
  for (const row of touched) {
    const own = BigInt(rows.coefficients[row]?.get(figure) ?? 0);
    add(-restOf(rows, row, figure, changes) / own);
  }
  const [low, high] = [stated + allowed.low, stated + allowed.high];
  for (const meant of meantValues(stated, { low, high })) add(meant - stated);
  add(-stated);
  const step = noise.quantum;
  if ((allowed.high - allowed.low) / step <= 24n) {
    const first = -divideDown(-low, step) * step;
    for (let meant = first; meant <= high; meant += step) add(meant - stated);
  }
  return [...candidates];
}
