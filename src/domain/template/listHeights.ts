/** How high must the rows of a list be, for every text that wraps to be seen whole, on paper too? */
import type { ListLayout } from './layout';

/** Points of one line of text in the standard font. */
export const lineHeight = 15;
/** The highest that Excel makes a row, in points. */
const highest = 409;

/**
 * Heights in points of the rows that need more than one line, by zero-based row of the sheet (the
 * headings are row 0). The texts' widths are estimated: a Chinese character is as wide as two others.
 */
export function listRowHeights({ columns, rows }: ListLayout): Map<number, number> {
  const heights = new Map<number, number>();
  const lines = [
    Math.max(1, ...columns.map(({ title, width }) => linesOf(title, width))),
    ...rows.map((row) =>
      row.reduce<number>((most, value, column) => {
        const { width = 0, numberFormat = null } = columns[column] ?? {};
        const wraps = typeof value === 'string' && numberFormat === null;
        return wraps ? Math.max(most, linesOf(value, width)) : most;
      }, 1),
    ),
  ];
  lines.forEach((count, row) => {
    if (count > 1) heights.set(row, Math.min(highest, count * lineHeight));
  });
  return heights;
}

/** Lines that a text takes in a column of so many characters, of which one is the margin. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  return text
    .split(/\r\n?|\n/)
    .reduce((total, part) => total + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return width;
}
