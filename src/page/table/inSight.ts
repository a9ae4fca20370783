/** Which rows, or columns, of a long sheet are drawn, and where do they stand? */

/** Rows (or columns) from `first` to before `end`, zero-based. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** What of a sheet is drawn. */
export interface InSight {
  readonly rows: Stretch;
  readonly columns: Stretch;
}

/** Where each begins, and at the end where the last one ends; in pixels. */
export type Offsets = readonly number[];

/** @param sizes in pixels; 0 for one that is hidden */
export function offsetsOf(sizes: readonly number[]): Offsets {
  const offsets = [0];
  let at = 0;
  for (const size of sizes) {
    at += size;
    offsets.push(at);
  }
  return offsets;
}

/** The one that stands at a place; the nearest where none does. */
export function indexAt(offsets: Offsets, place: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Those in sight and some more on either side, so that scrolling does not come upon nothing.
 *
 * @param from upper (left) edge of what is in sight, in pixels
 * @param extent its height (width), in pixels
 */
export function stretchInSight(
  offsets: Offsets,
  from: number,
  extent: number,
  more: number,
): Stretch {
  const count = offsets.length - 1;
  if (count <= 0) return { first: 0, end: 0 };
  return {
    first: Math.max(0, indexAt(offsets, from) - more),
    end: Math.min(count, indexAt(offsets, from + extent) + 1 + more),
  };
}

/** Where to scroll so that one of them is in sight, as little as possible; `from` where it is already. */
export function scrolledTo(
  offsets: Offsets,
  index: number,
  from: number,
  extent: number,
  margin: number,
): number {
  const start = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? start;
  if (start - margin < from) return Math.max(0, start - margin);
  if (end + margin > from + extent) return Math.min(start, end + margin - extent);
  return from;
}
