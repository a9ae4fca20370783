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
import { coverageKey, formulaCoverage, type Coverage } from '../formulas/coverage';
import { fenDecimals, measures, sourceBlocks } from '../forms/terms';
import type { Figure, TableView } from './tableView';

/** To which decimal place a table's amounts are rounded. */
export interface TableRounding {
  readonly places: number;
  /** False where the balances speak of no rounding: then no figure stands for less than `places`. */
  readonly isRounded: boolean;
  /** Typed totals, too, are what rounded figures come to. */
  readonly addsUp: boolean;
}

/** So many cells at least must be off before their differences speak of rounding. */
export const FEWEST_OFF = 2;
/** The share of typed amounts that must not be finer than the place a table is rounded to. */
const LEAST_SHARE = 0.25;
/** Zeros at the end are a place only where nearly all of so many amounts show them. */
const COARSE_SHARE = 0.8;
const FEWEST_COARSE = 8;
/** Tables rounded cell by cell, among all that do not balance. */
export const LOG_ROUNDED = Math.log(0.2);
/** A wrong figure, and the odds of just this difference. */
export const LOG_WRONG = Math.log(0.03) - Math.log(500);
export const LOG_HOLDS = Math.log(0.98);
/** A difference that rounding cannot explain, whichever the place. */
const LOG_BEYOND = LOG_WRONG;

/**
 * Half of the interval that an amount stands for. Counts are exact, and so is a blank.
 *
 * @param rounding of its table; where that is rounded, a sum stands for all that it adds up
 */
export function halfWidthOf(figure: Figure, rounding = roundingOf(figure.table)): Amount {
  const { measure, blank, formula } = figure;
  if (measure === 'projectCount' || blank) return 0n;
  const { places, isRounded, addsUp } = rounding;
  if (!isRounded) return unitOfPlace(places) / 2n;
  const parts = addedUp(figure, addsUp);
  if (parts.length > 0) {
    return parts.reduce((sum, part) => sum + halfWidthOf(part, rounding), 0n);
  }
  const own = formula === null ? placeOfTyped(figure) : null;
  return unitOfPlace(Math.max(places, own ?? places)) / 2n;
}

/** Whole numbers that end in so many zeros may be rounded to them: 元 to 万元. */
const COARSE = [-4, -3, -2, -1] as const;

/** To which place an amount is typed, at most 分; null for nothing. */
function placeOfTyped({ reading, table }: Figure): number | null {
  if (reading.kind !== 'number' && reading.kind !== 'textNumber') return null;
  if (reading.decimals > 0) return Math.min(fenDecimals[table.currencyUnit], reading.decimals);
  if (reading.amount === 0n) return null;
  const { amount } = reading;
  return COARSE.find((places) => amount % unitOfPlace(places) === 0n) ?? 0;
}

/**
 * The figures that a total is the sum of; none where it is no sum of them.
 *
 * @param typedToo a typed total, too, that is exactly what its parts come to
 */
export function addedUp(figure: Figure, typedToo: boolean): readonly Figure[] {
  const { table, isTotal, line, block, measure, formula } = figure;
  if (!isTotal || (formula === null && !typedToo)) return [];
  const inColumn =
    line.kind === 'total' ? table.summed.map(({ figures }) => figures[block][measure]) : [];
  const inLine =
    block === 'total' ? sourceBlocks.map((source) => line.figures[source][measure]) : [];
  const covered = formula === null ? null : coveredBy(figure);
  if (covered !== null) {
    return [...inColumn, ...inLine].filter((part) =>
      covered.has(coverageKey(part.row, part.column)),
    );
  }
  if (!typedToo) return [];
  const comesTo = (parts: readonly Figure[]) =>
    parts.length > 0 &&
    parts.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n) === figure.amount;
  return [inColumn, inLine].find(comesTo) ?? [];
}

const knownCoverage = new WeakMap<Figure, { readonly covered: Coverage | null }>();

function coveredBy(figure: Figure): Coverage | null {
  let entry = knownCoverage.get(figure);
  if (entry === undefined) {
    entry = { covered: formulaCoverage(figure.formula ?? '', figure.table.sheet) };
    knownCoverage.set(figure, entry);
  }
  return entry.covered;
}

/**
 * The summed half widths of the intervals that figures stand for.
 *
 * @param rounding of their tables, each figure's own where left out
 */
export function toleranceOf(
  figures: readonly Figure[],
  rounding: (table: TableView) => TableRounding = roundingOf,
): Amount {
  return figures.reduce((sum, figure) => sum + halfWidthOf(figure, rounding(figure.table)), 0n);
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

/** To which places a table's amounts are typed. */
interface PlacesInUse {
  readonly finest: number;
  /** Those that enough of the amounts keep to, ascending. */
  readonly common: readonly number[];
}

const knownPlaces = new WeakMap<TableView, PlacesInUse>();

export function placesInUse(table: TableView): PlacesInUse {
  let places = knownPlaces.get(table);
  if (places === undefined) {
    places = findPlaces(table);
    knownPlaces.set(table, places);
  }
  return places;
}

function findPlaces(table: TableView): PlacesInUse {
  const fen = fenDecimals[table.currencyUnit];
  const typed = new Map<number, number>();
  let count = 0;
  for (const figure of table.figures) {
    if (figure.measure === 'projectCount' || figure.formula !== null) continue;
    const places = placeOfTyped(figure);
    if (places === null) continue;
    typed.set(places, (typed.get(places) ?? 0) + 1);
    count += 1;
  }
  const used = [...typed.keys()].sort((a, b) => a - b);
  let coarse = 0;
  const common = used.filter((places) => {
    coarse += typed.get(places) ?? 0;
    return places < 0
      ? coarse >= Math.max(FEWEST_COARSE, COARSE_SHARE * count)
      : coarse >= LEAST_SHARE * count;
  });
  return { finest: Math.max(0, used.at(-1) ?? fen), common };
}

function decide(table: TableView): TableRounding {
  const { finest, common } = placesInUse(table);
  const sums = typedSums(table);
  const off = (direction: TypedSum['direction']): number =>
    sums.filter((sum) => sum.direction === direction && sum.residual !== 0n).length;
  // One wrong figure puts a line and a column off: so many cells at least must be wrong.
  const wrong = Math.max(off('line'), off('column'));
  if (wrong < FEWEST_OFF) return { places: finest, isRounded: false, addsUp: false };
  const holding = sums.filter(({ residual }) => residual === 0n).length;
  let best: TableRounding = { places: finest, isRounded: false, addsUp: false };
  let bestLog = wrong * LOG_WRONG + holding * LOG_HOLDS;
  for (const places of common) {
    const log = LOG_ROUNDED + sums.reduce((sum, each) => sum + logRounded(each, places), 0);
    if (log > bestLog) [best, bestLog] = [{ places, isRounded: true, addsUp: false }, log];
  }
  return best;
}

/** A sum that rounding can put off: typed, and of two amounts at least. */
export interface TypedSum {
  readonly direction: 'line' | 'column';
  /** Amounts that are not zero, the total among them. */
  readonly used: number;
  /** total − Σ parts. */
  readonly residual: Amount;
}

export function typedSums(table: TableView): readonly TypedSum[] {
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
export function logRounded(
  { used, residual }: Omit<TypedSum, 'direction'>,
  places: number,
): number {
  const units = Number(absolute(residual)) / 10 ** (AMOUNT_DECIMALS - places);
  // No rounding error exceeds half a unit.
  if (units > used / 2) return LOG_BEYOND;
  const width = Math.sqrt(used / 12);
  const z = units / width;
  return -(z * z) / 2 - Math.log(width * Math.sqrt(2 * Math.PI));
}
