/**
 * How well can anybody do? The ranking by one who knows the error model, the laws that generated the
 * very pair, and which line balances it: the posterior itself, so no method can be right more often.
 */
import { AMOUNT_DECIMALS, absolute, formatAmount, type Amount } from '../../../src/domain/amount';
import { figureAt, type Cell, type Pair } from '../../domain/diagnose/pair';
import type { FollowLaw, Laws } from './generator';

/** Natural logarithm of a value's size in the sheet's unit. */
function sizeOf(value: Amount): number {
  return Math.log(Number(absolute(value))) - AMOUNT_DECIMALS * Math.LN10;
}

/** Places that a value needs: 12.50 → 1, 1200 → −2. */
function placesOf(value: Amount): number {
  const text = formatAmount(absolute(value));
  const point = text.indexOf('.');
  if (point >= 0) return text.length - point - 1;
  return -(/0*$/.exec(text)?.[0].length ?? 0);
}

/** P(rounding leaves exactly this value | density), the number of places drawn by its law. */
function gridShare(laws: Laws, value: Amount): number {
  const needed = placesOf(value);
  let share = 0;
  for (const [places, weight] of laws.places) if (places >= needed) share += weight * 10 ** -places;
  return share;
}

function logNormalDensity(value: Amount, centre: number, width: number): number {
  const size = sizeOf(value);
  const z = (size - centre) / width;
  return Math.exp(-(z * z) / 2 - size) / (width * Math.sqrt(2 * Math.PI));
}

function followProbability(laws: Laws, law: FollowLaw, from: Amount, to: Amount): number {
  if (from === 0n) return to === 0n ? 1 : 0;
  if (to === 0n) return law.zeroShare;
  if (to < 0n || from < 0n) return 0;
  const ratio = sizeOf(to) - sizeOf(from);
  const near = Math.exp(-Math.abs(ratio - law.shift) / law.width) / (2 * law.width);
  const far = ratio >= law.low && ratio <= law.high ? 1 / (law.high - law.low) : 0;
  const density = (law.nearShare * near + (1 - law.nearShare) * far) * Math.exp(-sizeOf(to));
  const different = (1 - law.equalShare) * density * gridShare(laws, to);
  return (1 - law.zeroShare) * (different + (to === from ? law.equalShare : 0));
}

function normalCumulative(z: number): number {
  // Abramowitz and Stegun 26.2.17, accurate to 7.5e-8.
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z > 0 ? 1 - tail : tail;
}

function countProbability(laws: Laws, table: number, value: Amount): number {
  const { centre, width } = laws.count[table] ?? { centre: 1, width: 1 };
  const count = Number(value) / 10 ** AMOUNT_DECIMALS;
  if (!Number.isInteger(count) || count < 1) return 0;
  const below = (limit: number): number => normalCumulative((Math.log(limit) - centre) / width);
  return below(count + 0.5) - (count === 1 ? 0 : below(count - 0.5));
}

/**
 * P(the four figures of a line-block), up to a factor that no correction changes.
 *
 * @param values count, budgeted, executed, final accounts; blanks as zero
 */
function rowProbability(laws: Laws, table: number, values: readonly Amount[]): number {
  const [count = 0n, budgeted = 0n, executed = 0n, finalAccounts = 0n] = values;
  if (values.every((value) => value === 0n)) return 1;
  if (count <= 0n || budgeted <= 0n) return 0;
  const { centre, width } = laws.size[table] ?? { centre: 4, width: 1 };
  return (
    countProbability(laws, table, count) *
    logNormalDensity(budgeted, centre, width) *
    gridShare(laws, budgeted) *
    followProbability(laws, laws.executed, budgeted, executed) *
    followProbability(laws, laws.finalAccounts, executed, finalAccounts)
  );
}

/**
 * Natural logarithm of P(the figures of some line-blocks), with some inputs changed; −Infinity for
 * impossible. The balancing line carries no probability of its own, since it follows from the
 * others; it must only be possible.
 */
export function logProbability(
  laws: Laws,
  pair: Pair,
  around: readonly Cell[],
  change: ReadonlyMap<string, Amount>,
): number {
  const rows = new Map(
    around.map((cell) => {
      const block = Math.floor(cell.column / 4);
      return [`${cell.table}/${cell.line}/${block}`, { ...cell, block }] as const;
    }),
  );
  let log = 0;
  for (const { table, line, block } of rows.values()) {
    const values = Array.from({ length: 4 }, (_, m) => {
      const column = block * 4 + m;
      const key = `${table}:${line}:${column}`;
      return change.get(key) ?? figureAt(pair, { table, line, column }) ?? 0n;
    });
    if (table === 1 && laws.balancing[block] === line) {
      if (values.some((value) => value <= 0n)) return -Infinity;
    } else {
      log += Math.log(rowProbability(laws, table, values));
    }
  }
  return log;
}

/** Shares of one from logarithms. */
export function normalised(logs: readonly number[]): readonly number[] {
  const best = Math.max(...logs);
  if (best === -Infinity) return logs.map(() => 0);
  return logs.map((log) => Math.exp(log - best));
}
