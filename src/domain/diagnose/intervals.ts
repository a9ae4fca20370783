/**
 * Which value does a culprit get in a rounded table, where the equalities leave an interval?
 *
 * Every row allows an interval for the change of one figure, the others given. Within the interval
 * the most plausible value is taken: what one of the rows says exactly, or what a slip explains.
 */
import { absolute, unitOfPlace, type Amount } from '../amount';
import { decimalsOf } from './evidence';
import { meantValues } from './slips';
import type { ReducedSystem, Rows } from './system';
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
  let places = 0;
  for (const { value, kind } of system.source.figures) {
    if (value !== null && kind === 'typed')
      places = Math.max(places, Math.max(0, decimalsOf(value)));
  }
  return { share: (off + 0.1) / (rows + 1), quantum: unitOfPlace(places) };
}

function divideDown(value: Amount, by: Amount): Amount {
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
  for (let row = 0; row < rows.residuals.length; row += 1) {
    const coefficients = rows.coefficients[row];
    const own = BigInt(coefficients?.[figure] ?? 0);
    if (coefficients === undefined || own === 0n) continue;
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
  let rest = rows.residuals[row] ?? 0n;
  const coefficients = rows.coefficients[row];
  for (const [figure, change] of changes) {
    const coefficient = coefficients?.[figure] ?? 0;
    if (figure !== without && coefficient !== 0) rest += BigInt(coefficient) * change;
  }
  return rest;
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
  const touched: number[] = [];
  rows.coefficients.forEach((coefficients, row) => {
    if (figures.some((figure) => coefficients[figure] !== 0)) touched.push(row);
  });
  return touched;
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
  plausibility: Plausibility,
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
      for (const change of candidateChanges(rows, noise, figure, stated, allowed, changes)) {
        changes.set(figure, change);
        const score =
          logNoise(rows, noise, touched, changes) + plausibility(figure, stated + change);
        if (best === null || score > best.score + 1e-9) best = { change, score };
      }
      const chosen = best?.change ?? allowed.low;
      changes.set(figure, chosen);
      if (chosen !== before) settled = false;
    }
    if (settled) break;
  }
  const within = rows.residuals.every(
    (_, row) => absolute(restOf(rows, row, -1, changes)) <= (rows.tolerances[row] ?? 0n),
  );
  return within ? changes : null;
}

function candidateChanges(
  rows: Rows,
  noise: RoundingNoise,
  figure: number,
  stated: Amount,
  allowed: Interval,
  changes: ReadonlyMap<number, Amount>,
): readonly Amount[] {
  const candidates = new Set<Amount>();
  const add = (change: Amount): void => {
    if (change >= allowed.low && change <= allowed.high && change !== 0n) candidates.add(change);
  };
  for (const row of rowsThrough(rows, [figure])) {
    const own = BigInt(rows.coefficients[row]?.[figure] ?? 0);
    add(-restOf(rows, row, figure, changes) / own);
  }
  for (const meant of meantValues(stated)) add(meant - stated);
  add(-stated);
  const step = noise.quantum;
  if ((allowed.high - allowed.low) / step <= 24n) {
    const first = -divideDown(-(stated + allowed.low), step) * step;
    for (let meant = first; meant - stated <= allowed.high; meant += step) add(meant - stated);
  }
  return [...candidates];
}
