/**
 * Which figures have changed in another way than most, from one period to the next?
 *
 * M. A. Hidiroglou and J.-M. Berthelot, Statistical editing and imputation for periodic business
 * surveys, Survey Methodology 12 (1986), 73–83: ratios, made symmetric about their median, weighted by
 * size to the power U, and fences at C times the quartiles' distances from the median score.
 */

/** One figure in both periods; both positive. */
export interface PeriodPair {
  readonly before: number;
  readonly now: number;
}

/** The method's parameters; U is ½. */
export interface HbParameters {
  /** Least distance of the quartiles, as a part of the median score. */
  readonly a: number;
  /** How many distances the fences stand off. */
  readonly c: number;
  /**
   * Least distance of the quartiles, as a part of a change of everything in a line of median size; 0 in
   * the paper. Where most ratios are the same the quartiles meet, and any other would stand out.
   */
  readonly least: number;
}

/** What the method says of the pairs, in their order. */
export interface HbResult {
  readonly medianRatio: number;
  readonly scores: readonly number[];
  readonly fences: readonly [low: number, high: number];
}

/** At least one pair. */
export function hidiroglouBerthelot(
  pairs: readonly PeriodPair[],
  { a, c, least }: HbParameters,
): HbResult {
  const medianRatio = quantile(
    pairs.map(({ before, now }) => now / before),
    0.5,
  );
  const sizes = pairs.map(({ before, now }) => Math.sqrt(Math.max(before, now)));
  const scores = pairs.map(({ before, now }, at) => {
    const ratio = now / before;
    const centred = ratio < medianRatio ? 1 - medianRatio / ratio : ratio / medianRatio - 1;
    return centred * (sizes[at] ?? 0);
  });
  const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(scores, part)) as [
    number,
    number,
    number,
  ];
  const floor = Math.max(Math.abs(a * middle), least * quantile(sizes, 0.5));
  return {
    medianRatio,
    scores,
    fences: [
      middle - c * Math.max(middle - low, floor),
      middle + c * Math.max(high - middle, floor),
    ],
  };
}

/** Whether each pair's score lies outside the fences. */
export function outsideFences({ scores, fences: [low, high] }: HbResult): boolean[] {
  return scores.map((score) => score < low || score > high);
}

/** Linear between the values in order, the first at 0 and the last at 1. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const [at = 0, next = at] = sorted.slice(below, below + 2);
  return at + (place - below) * (next - at);
}
