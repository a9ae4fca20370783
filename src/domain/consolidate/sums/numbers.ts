/** The columns' figures as doubles without loss, so that many of them can be compared quickly. */
import type { Column } from './columns';

/** The figures of columns in a common unit in which all of them are whole. */
export interface Numbers {
  /** By column. */
  readonly values: readonly Float64Array[];
  /** By column: a bit for each equation in which it has a figure. */
  readonly masks: readonly Uint32Array[];
  /** By equation: 1 where some figure is negative, so that a sum may be less than its parts. */
  readonly signed: Uint8Array;
  /** False where figures are too great for doubles. */
  readonly areExact: boolean;
  /** The common unit. */
  readonly scale: bigint;
}

/** Reads the figures of columns, each at its place in the list. */
export function* numbersOf(columns: readonly Column[]): Generator<undefined, Numbers> {
  const length = columns[0]?.figures.length ?? 0;
  let scale = 10n ** 30n;
  for (const { figures, filled } of columns) {
    yield;
    for (const at of filled) while ((figures[at] ?? 0n) % scale !== 0n) scale /= 10n;
  }
  const signed = new Uint8Array(length);
  const all = new Float64Array(length);
  const values: Float64Array[] = [];
  const masks: Uint32Array[] = [];
  for (const { figures, filled, times } of columns) {
    yield;
    const row = new Float64Array(length);
    const mask = new Uint32Array(Math.ceil(length / 32));
    for (const at of filled) {
      const value = Number((figures[at] ?? 0n) / scale);
      row[at] = value;
      all[at] = (all[at] ?? 0) + Math.abs(value) * times;
      mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
      if (value < 0) signed[at] = 1;
    }
    values.push(row);
    masks.push(mask);
  }
  const areExact = all.every((sum) => sum <= Number.MAX_SAFE_INTEGER);
  return { values, masks, signed, areExact, scale };
}

/** True where a column may be a part of another: it is nowhere greater. */
export function fitsInto(part: Column, total: Column, numbers: Numbers): boolean {
  const { masks, values, signed } = numbers;
  const [inner, outer] = [masks[part.at], masks[total.at]];
  const [small, great] = [values[part.at], values[total.at]];
  if (inner === undefined || outer === undefined || small === undefined || great === undefined) {
    return false;
  }
  for (let at = 0; at < inner.length; at += 1) {
    const more = (inner[at] ?? 0) & ~(outer[at] ?? 0);
    if (more !== 0 && !isSignedOnly(more, at, signed)) return false;
  }
  return part.filled.every((at) => signed[at] === 1 || (small[at] ?? 0) <= (great[at] ?? 0));
}

function isSignedOnly(bits: number, word: number, signed: Uint8Array): boolean {
  for (let bit = 0; bit < 32; bit += 1) {
    if ((bits & (1 << bit)) !== 0 && signed[word * 32 + bit] !== 1) return false;
  }
  return true;
}
