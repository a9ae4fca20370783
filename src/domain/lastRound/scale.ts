/**
 * Is a table, or a whole part of it, stated in another unit than in the round before?
 *
 * Hidiroglou and Berthelot's fences stand around the middle ratio, so that a factor which all figures share is
 * none of theirs. It is the middle ratio itself that tells it: honest tables as a whole change by a fraction,
 * seldom by more than the double; money units are factors of a thousand and more, a shifted decimal point ten.
 */
import type { BudgetBlock, Measure } from '../forms/terms';
import { amountMeasures, sourceBlocks } from '../forms/terms';

/** A figure that both rounds state; both positive, in one unit. */
export interface ScaledPair {
  /** Pairs of the same line and block are one when it is asked how many there are. */
  readonly lineBlock: string;
  readonly before: number;
  readonly now: number;
}

/** The pairs of one column. */
export interface ScaledColumn<Pair extends ScaledPair> {
  readonly block: BudgetBlock;
  readonly measure: Measure;
  /** At least one. */
  readonly pairs: readonly Pair[];
}

/** Columns whose figures share an implausible factor. */
export interface ScaledPart<Pair extends ScaledPair> {
  /** Null for both blocks. */
  readonly block: BudgetBlock | null;
  /** Null for all measures. */
  readonly measure: Measure | null;
  /** The middle one of now / before. */
  readonly ratio: number;
  readonly pairs: readonly Pair[];
}

/** The fewer lines there are, the farther may honest ones go: from so many on, more than so many times is implausible. */
const implausibleTimes: readonly {
  readonly lineBlocks: number;
  readonly times: number;
}[] = [
  { lineBlocks: 8, times: 7 },
  { lineBlocks: 3, times: 50 },
  { lineBlocks: 1, times: 1000 },
];

/** What every column of a part must at least share, so that none is told of what another one did. */
const leastTimes = 5;

/** The widest parts that share a factor, none of them within another. */
export function scaledParts<Pair extends ScaledPair>(
  columns: readonly ScaledColumn<Pair>[],
): ScaledPart<Pair>[] {
  const found: ScaledPart<Pair>[] = [];
  const told = new Set<ScaledColumn<Pair>>();
  for (const { block, measure } of parts) {
    const own = columns.filter(
      (column) =>
        (block === null || column.block === block) &&
        (measure === null || column.measure === measure),
    );
    // A table with one column is told as that column.
    const isWider = (block === null || measure === null) && own.length < 2;
    if (own.length === 0 || isWider || own.some((column) => told.has(column))) continue;
    const ratio = sharedRatio(own);
    if (ratio === null) continue;
    for (const column of own) told.add(column);
    found.push({ block, measure, ratio, pairs: own.flatMap(({ pairs }) => pairs) });
  }
  return found;
}

/** The widest first. */
const parts: readonly Pick<ScaledPart<ScaledPair>, 'block' | 'measure'>[] = [
  { block: null, measure: null },
  ...sourceBlocks.map((block) => ({ block, measure: null })),
  ...amountMeasures.map((measure) => ({ block: null, measure })),
  ...sourceBlocks.flatMap((block) => amountMeasures.map((measure) => ({ block, measure }))),
];

/** The middle ratio where it is implausible and every column goes the same way; null otherwise. */
function sharedRatio(columns: readonly ScaledColumn<ScaledPair>[]): number | null {
  const pairs = columns.flatMap((column) => column.pairs);
  const ratio = middleRatio(pairs);
  const lineBlocks = new Set(pairs.map(({ lineBlock }) => lineBlock)).size;
  const bound = implausibleTimes.find((one) => lineBlocks >= one.lineBlocks)?.times ?? Infinity;
  const goes = (times: number, one: number) => (ratio > 1 ? one > times : one < 1 / times);
  if (!goes(bound, ratio)) return null;
  return columns.every((column) => goes(leastTimes, middleRatio(column.pairs))) ? ratio : null;
}

function middleRatio(pairs: readonly ScaledPair[]): number {
  const ratios = pairs.map(({ before, now }) => now / before).sort((a, b) => a - b);
  const half = Math.floor(ratios.length / 2);
  const [upper = 1, lower = upper] = [ratios[half], ratios[half - 1]];
  return ratios.length % 2 === 1 ? upper : Math.sqrt(upper * lower);
}
