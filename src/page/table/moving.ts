/** Which cell do the keys lead to? As in a spreadsheet, over merged areas and hidden rows. */
import type { CellPosition } from '../../domain/grid';
import type { DrawnSheet } from './drawnSheet';
import { anchorOf, areaAt } from './drawnSheet';

/** A key as far as it moves; `page` is how many rows are in sight. */
export interface Move {
  readonly key: string;
  readonly isFar: boolean;
  readonly page: number;
}

/** The cell that a key leads to; null for a key that does not move. */
export function movedBy(sheet: DrawnSheet, from: CellPosition, move: Move): CellPosition | null {
  const target = targetOf(sheet, from, move);
  return target === null ? null : anchorOf(sheet, target);
}

function targetOf(sheet: DrawnSheet, from: CellPosition, move: Move): CellPosition | null {
  const { key, isFar, page } = move;
  const area = areaAt(sheet.view.merges, from);
  const { rowHeights: rows, columnWidths: columns } = sheet;
  switch (key) {
    case 'ArrowDown':
      return { ...from, row: step(rows, area.bottom, 1, isFar) };
    case 'ArrowUp':
      return { ...from, row: step(rows, area.top, -1, isFar) };
    case 'ArrowRight':
      return { ...from, column: step(columns, area.right, 1, isFar) };
    case 'ArrowLeft':
      return { ...from, column: step(columns, area.left, -1, isFar) };
    case 'PageDown':
      return { ...from, row: seen(rows, Math.min(rows.length - 1, from.row + page), -1) };
    case 'PageUp':
      return { ...from, row: seen(rows, Math.max(0, from.row - page), 1) };
    case 'Home':
      return { row: isFar ? seen(rows, 0, 1) : from.row, column: seen(columns, 0, 1) };
    case 'End':
      return {
        row: isFar ? seen(rows, rows.length - 1, -1) : from.row,
        column: seen(columns, columns.length - 1, -1),
      };
    default:
      return null;
  }
}

/** The next one in sight; with `isFar` the last one. Stays where there is none. */
function step(sizes: readonly number[], at: number, by: 1 | -1, isFar: boolean): number {
  if (isFar) return seen(sizes, by > 0 ? sizes.length - 1 : 0, by > 0 ? -1 : 1);
  for (let next = at + by; next >= 0 && next < sizes.length; next += by) {
    if ((sizes[next] ?? 0) > 0) return next;
  }
  return at;
}

/** The nearest one that is not hidden, from a place in one direction. */
function seen(sizes: readonly number[], at: number, by: 1 | -1): number {
  for (let next = at; next >= 0 && next < sizes.length; next += by) {
    if ((sizes[next] ?? 0) > 0) return next;
  }
  return Math.max(0, at);
}
