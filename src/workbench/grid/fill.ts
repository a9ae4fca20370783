// What does dragging the fill handle write: copies, moved formulas, a series of numbers?

import type { Rect } from '../../workbook/address';
import { moveFormula } from '../../workbook/formulaText';

/** A cell that is filled from: its text as typed, and its value where it is a plain number. */
export interface FillSource {
  readonly text: string;
  readonly number: number | undefined;
}

export interface FillEntry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const MINUTE_DIGITS = 12;

/** The text `step` cells away from a line of sources (0 is the first of them; negative goes before it). */
export function filledText(
  sources: readonly FillSource[],
  step: number,
  moved: (formula: string, by: number) => string,
): string {
  const count = sources.length;
  const index = ((step % count) + count) % count;
  const source = sources[index];
  if (!source) return '';
  if (source.text.startsWith('=')) return `=${moved(source.text.slice(1), step - index)}`;
  const numbers = sources.map(({ number }) => number);
  const [first, second] = numbers;
  // Several numbers are a series, as Excel continues it: the line through the first two or their trend.
  if (count > 1 && first !== undefined && second !== undefined && numbers.every(isNumber)) {
    const mean = numbers.reduce((sum, n) => sum + n, 0) / count;
    const middle = (count - 1) / 2;
    const spread = numbers.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
    const slope = numbers.reduce((sum, n, i) => sum + (i - middle) * (n - mean), 0) / spread;
    return String(Number((mean + (step - middle) * slope).toPrecision(MINUTE_DIGITS)));
  }
  return source.text;
}

const isNumber = (n: number | undefined): n is number => n !== undefined;

/** The cells that are filled when `source` is dragged to `target`, which contains it. */
export function fillEntries(
  source: Rect,
  target: Rect,
  read: (row: number, column: number) => FillSource,
): FillEntry[] {
  const entries: FillEntry[] = [];
  const down = target.top !== source.top || target.bottom !== source.bottom;
  const [from, to] = down ? [source.left, source.right] : [source.top, source.bottom];
  const [first, last] = down ? [source.top, source.bottom] : [source.left, source.right];
  const [start, end] = down ? [target.top, target.bottom] : [target.left, target.right];
  for (let across = from; across <= to; across++) {
    const line = Array.from({ length: last - first + 1 }, (_, i) =>
      down ? read(first + i, across) : read(across, first + i),
    );
    for (let along = start; along <= end; along++) {
      if (along >= first && along <= last) continue;
      const text = filledText(line, along - first, (formula, by) =>
        moveFormula(formula, down ? by : 0, down ? 0 : by),
      );
      entries.push(
        down ? { row: along, column: across, text } : { row: across, column: along, text },
      );
    }
  }
  return entries;
}
