/**
 * Were the figures beneath the totals of two tables rounded each for itself?
 *
 * Where totals are what rounded figures come to, both tables balance exactly, and their totals differ by
 * as much as so many rounding errors do: about normal, a unit squared / 12 for each figure. That, or a few
 * wrong figures: what explains the differences, and the typed balances, better.
 */
import { absolute, type Amount } from '../amount';
import { fenDecimals, measures, sourceBlocks } from '../forms/terms';
import type { Figure, TableView } from './tableView';
import {
  addedUp,
  FEWEST_OFF,
  halfWidthOf,
  LOG_HOLDS,
  LOG_ROUNDED,
  LOG_WRONG,
  logRounded,
  placesInUse,
  roundingOf,
  typedSums,
  type TableRounding,
} from './tolerance';

/** To which place each of two tables is rounded, their totals held against each other. */
export type RoundingOf = (table: TableView) => TableRounding;

const known = new WeakMap<TableView, { readonly other: TableView; readonly of: RoundingOf }>();

/** The rounding of two tables whose totals must agree. */
export function roundingBetween(first: TableView, second: TableView): RoundingOf {
  const before = known.get(first);
  if (before?.other === second) return before.of;
  const of = decide(first, second);
  known.set(first, { other: second, of });
  return of;
}

interface Difference {
  /** Table 1 − Table 2. */
  readonly residual: Amount;
  readonly totals: readonly [Figure, Figure];
}

function decide(first: TableView, second: TableView): RoundingOf {
  const differences = differencesOf(first, second);
  const off = differences.filter(({ residual }) => residual !== 0n).length;
  // A typed total may simply be wrong; a formula adds up what stands there.
  const isOfFormulas = differences.some(({ totals }) =>
    totals.some(({ formula }) => formula !== null),
  );
  if (off < (isOfFormulas ? 1 : FEWEST_OFF)) return roundingOf;
  const holding = differences.length - off;
  const sides = [first, second].map(possibleRoundings);
  let best: readonly (TableRounding | null)[] = [null, null];
  let bestLog =
    off * LOG_WRONG +
    holding * LOG_HOLDS +
    sides.reduce((sum, { logAsTyped }) => sum + logAsTyped, 0);
  for (const one of sides[0]?.possible ?? []) {
    for (const other of sides[1]?.possible ?? []) {
      const roundings = [one.rounding, other.rounding] as const;
      const log =
        LOG_ROUNDED +
        one.log +
        other.log +
        differences.reduce((sum, each) => sum + logDifference(each, roundings), 0);
      if (log > bestLog) [best, bestLog] = [roundings, log];
    }
  }
  const [one, other] = best;
  return (table) => (table === first ? one : other) ?? roundingOf(table);
}

/** The two source blocks of each measure; their total block follows. */
function differencesOf(first: TableView, second: TableView): readonly Difference[] {
  const [here, there] = [first.total, second.total];
  if (here === null || there === null || first.currencyUnit !== second.currencyUnit) return [];
  return measures.flatMap((measure) =>
    measure === 'projectCount'
      ? []
      : sourceBlocks.flatMap((block): Difference[] => {
          const totals = [here.figures[block][measure], there.figures[block][measure]] as const;
          const [one, other] = totals.map(({ amount, blank }) => (blank ? null : amount));
          if (one == null || other == null || (one === 0n && other === 0n)) return [];
          return [{ residual: one - other, totals }];
        }),
  );
}

interface Possible {
  readonly rounding: TableRounding;
  /** What the table's typed balances say of it. */
  readonly log: number;
}

/** What a table by itself may be rounded to, and how its typed balances look if it is not. */
function possibleRoundings(table: TableView): {
  readonly possible: readonly Possible[];
  readonly logAsTyped: number;
} {
  const own = roundingOf(table);
  if (own.isRounded) return { possible: [{ rounding: own, log: 0 }], logAsTyped: 0 };
  const sums = typedSums(table);
  const isExact = sums.every(({ residual }) => residual === 0n);
  const finest = fenDecimals[table.currencyUnit];
  return {
    // Totals that are all right may be what rounded figures come to; others speak for themselves.
    possible: placesInUse(table).common.map((places) => ({
      rounding: { places, isRounded: places < finest, addsUp: isExact },
      log: isExact ? 0 : sums.reduce((sum, each) => sum + logRounded(each, places), 0),
    })),
    logAsTyped: isExact
      ? 0
      : sums.reduce((sum, { residual }) => sum + (residual === 0n ? LOG_HOLDS : LOG_WRONG), 0),
  };
}

/** Logarithm of P(difference | every figure beneath rounded by itself). */
function logDifference(
  { residual, totals }: Difference,
  roundings: readonly [TableRounding, TableRounding],
): number {
  let [bound, variance, step] = [0, 0, Infinity];
  totals.forEach((total, side) => {
    const rounding = roundings[side];
    if (rounding?.isRounded !== true) return;
    for (const figure of beneath(total, rounding.addsUp)) {
      const half = Number(halfWidthOf(figure, rounding));
      if (half === 0) continue;
      bound += half;
      variance += (half * half) / 3;
      step = Math.min(step, 2 * half);
    }
  });
  const off = Number(absolute(residual));
  if (off > bound || variance === 0) return off === 0 ? LOG_HOLDS : LOG_WRONG;
  const width = Math.sqrt(variance);
  const density = Math.exp(-((off / width) ** 2) / 2) / (width * Math.sqrt(2 * Math.PI));
  return Math.min(0, Math.log(step * density));
}

/** The figures that a total comes from in the end. */
function beneath(figure: Figure, typedToo: boolean): readonly Figure[] {
  const parts = addedUp(figure, typedToo);
  return parts.length === 0 ? [figure] : parts.flatMap((part) => beneath(part, typedToo));
}
