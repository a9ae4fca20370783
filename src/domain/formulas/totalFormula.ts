/** Which formula belongs into a total? */
import { cellAddress } from '../grid';

/** A cell that a total adds up, zero-based. */
export interface SummedCell {
  readonly row: number;
  readonly column: number;
}

/**
 * The formula of a total over its parts: `=B7+F7` across a line, `=SUM(B7:B25)` down a column; parts
 * that do not stand directly below one another (sub-lines between them) are given as several ranges.
 */
export function totalFormula(parts: readonly SummedCell[], direction: 'line' | 'column'): string {
  if (direction === 'line') {
    return '=' + parts.map((part) => cellAddress(part.row, part.column)).join('+');
  }
  const ranges: { first: SummedCell; last: SummedCell }[] = [];
  for (const part of parts) {
    const range = ranges.at(-1);
    if (range?.last.row === part.row - 1) range.last = part;
    else ranges.push({ first: part, last: part });
  }
  const written = ranges.map(({ first, last }) =>
    first === last
      ? cellAddress(first.row, first.column)
      : `${cellAddress(first.row, first.column)}:${cellAddress(last.row, last.column)}`,
  );
  return `=SUM(${written.join(',')})`;
}
