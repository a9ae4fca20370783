/**
 * How far may rounding alone put a total off the sum of its parts?
 *
 * Every figure stands for half a unit in the last decimal place that its table is rounded to, at most
 * 分. Which place that is, the typed amounts and what their balances leave decide together: where the
 * balances mostly hold exactly, the finest place in use; where they are off as sums of rounded figures
 * are, the place that explains them best, and a figure typed finer than that stands for its own place.
 */
import type { Amount } from '../amount';
import { AMOUNT_DECIMALS, absolute, unitOfPlace } from '../amount';
import { fenDecimals, measures } from '../forms/terms';
import type { Figure, TableView } from './tableView';

/** To which decimal place a table's amounts are rounded. */
export interface TableRounding {
  readonly places: number;
  /** False where the balances speak of no rounding: then no figure stands for less than `places`. */
  readonly isRounded: boolean;
}

/** So many cells at least must be off before their differences speak of rounding. */
const FEWEST_OFF = 2;
/** The share of typed amounts that must not be finer than the place a table is rounded to. */
const LEAST_SHARE = 0.25;
/** Tables rounded cell by cell, among all that do not balance. */
const LOG_ROUNDED = Math.log(0.2);
/** A wrong figure, and the odds of just this difference. */
const LOG_WRONG = Math.log(0.03) - Math.log(500);
const LOG_HOLDS = Math.log(0.98);
/** A difference that rounding cannot explain, whichever the place. */
const LOG_BEYOND = LOG_WRONG;

/** Half of the interval that an amount stands for. Counts are exact, and so is a blank. */
export function halfWidthOf({ table, measure, blank, reading, formula }: Figure): Amount {
  if (measure === 'projectCount' || blank) return 0n;
  const { places, isRounded } = roundingOf(table);
  const isTyped = formula === null && (reading.kind === 'number' || reading.kind === 'textNumber');
  const finer =
    isRounded && isTyped ? Math.min(fenDecimals[table.currencyUnit], reading.decimals) : 0;
  return unitOfPlace(Math.max(places, finer)) / 2n;
}

/** The summed half widths of the intervals that figures stand for. */
export function toleranceOf(figures: readonly Figure[]): Amount {
  return figures.reduce((sum, figure) => sum + halfWidthOf(figure), 0n);
}

const known = new WeakMap<TableView, TableRounding>();

/** To which place a table is rounded. */
export function roundingOf(table: TableView): TableRounding {
  let rounding = known.get(table);
  if (rounding === undefined) {
    rounding = decide(table);
    known.set(table, rounding);
  }
  return rounding;
}

function decide(table: TableView): TableRounding {
  const fen = fenDecimals[table.currencyUnit];
  const typed = new Map<number, number>();
  let count = 0;
  for (const { measure, formula, reading } of table.figures) {
    if (measure === 'projectCount' || formula !== null) continue;
    if (reading.kind !== 'number' && reading.kind !== 'textNumber') continue;
    const places = Math.min(fen, reading.decimals);
    typed.set(places, (typed.get(places) ?? 0) + 1);
    count += 1;
  }
  const used = [...typed.keys()].sort((a, b) => a - b);
  const finest = used.at(-1) ?? fen;
  const sums = typedSums(table);
  const off = (direction: TypedSum['direction']): number =>
    sums.filter((sum) => sum.direction === direction && sum.residual !== 0n).length;
  // One wrong figure puts a line and a column off: so many cells at least must be wrong.
  const wrong = Math.max(off('line'), off('column'));
  if (wrong < FEWEST_OFF) return { places: finest, isRounded: false };
  const holding = sums.filter(({ residual }) => residual === 0n).length;
  let best: TableRounding = { places: finest, isRounded: false };
  let bestLog = wrong * LOG_WRONG + holding * LOG_HOLDS;
  let coarse = 0;
  for (const places of used) {
    coarse += typed.get(places) ?? 0;
    if (coarse < LEAST_SHARE * count) continue;
    const log = LOG_ROUNDED + sums.reduce((sum, each) => sum + logRounded(each, places), 0);
    if (log > bestLog) [best, bestLog] = [{ places, isRounded: true }, log];
  }
  return best;
}

/** A sum that rounding can put off: typed, and of two amounts at least. */
interface TypedSum {
  readonly direction: 'line' | 'column';
  /** Amounts that are not zero, the total among them. */
  readonly used: number;
  /** total − Σ parts. */
  readonly residual: Amount;
}

function typedSums(table: TableView): readonly TypedSum[] {
  const sums: TypedSum[] = [];
  const add = (direction: TypedSum['direction'], total: Figure, parts: readonly Figure[]): void => {
    if (total.formula !== null || total.blank) return;
    let residual = total.amount ?? 0n;
    let used = residual === 0n ? 0 : 1;
    for (const { amount } of parts) {
      if (amount === null) return;
      residual -= amount;
      if (amount !== 0n) used += 1;
    }
    if (total.amount !== null && used >= 3) sums.push({ direction, used, residual });
  };
  for (const measure of measures) {
    if (measure === 'projectCount') continue;
    for (const { kind, figures } of table.lines) {
      if (kind === 'ofWhich') continue;
      const { total, generalPublic, governmentManagedFund } = figures;
      add('line', total[measure], [generalPublic[measure], governmentManagedFund[measure]]);
    }
    for (const block of ['generalPublic', 'governmentManagedFund', 'total'] as const) {
      const total = table.total?.figures[block][measure];
      if (total === undefined) continue;
      add(
        'column',
        total,
        table.summed.map(({ figures }) => figures[block][measure]),
      );
    }
  }
  return sums;
}

/** Logarithm of P(residual | every figure rounded to `places`): about normal, n / 12 units squared. */
function logRounded({ used, residual }: TypedSum, places: number): number {
  const units = Number(absolute(residual)) / 10 ** (AMOUNT_DECIMALS - places);
  // No rounding error exceeds half a unit.
  if (units > used / 2) return LOG_BEYOND;
  const width = Math.sqrt(used / 12);
  const z = units / width;
  return -(z * z) / 2 - Math.log(width * Math.sqrt(2 * Math.PI));
}
