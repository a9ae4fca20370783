// Which cell comes before the active one: on the sheet, or within what is selected?

import { contains } from '../../workbook/address';
import type { Rect } from '../../workbook/address';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** What of a sheet a step has to know. */
export interface Ground {
  readonly merges: readonly Rect[];
  readonly shownRow: (row: number) => boolean;
  readonly shownColumn: (column: number) => boolean;
}

const at = ({ row, column }: Place): Rect => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

const samePlace = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

/** The merged area a cell belongs to, or the cell alone. */
export const areaOf = (place: Place, merges: readonly Rect[]): Rect =>
  merges.find((merge) => contains(merge, at(place))) ?? at(place);

/** The index of the rectangle that holds the active cell; the last one's where none does. */
export function activeIndex(rects: readonly Rect[], place: Place): number {
  const found = rects.findLastIndex((rect) => contains(rect, at(place)));
  return found < 0 ? rects.length - 1 : found;
}

/** One up or to the left; the same cell at the edge of the sheet. */
function beforeOnSheet(by: 'enter' | 'tab', place: Place, ground: Ground): Place {
  const area = areaOf(place, ground.merges);
  let row = by === 'enter' ? area.top - 1 : place.row;
  let column = by === 'tab' ? area.left - 1 : place.column;
  while (by === 'enter' && row >= 0 && !ground.shownRow(row)) row--;
  while (by === 'tab' && column >= 0 && !ground.shownColumn(column)) column--;
  if (row < 0 || column < 0) return place;
  const { top, left } = areaOf({ row, column }, ground.merges);
  return { row: top, column: left };
}

/** The cell before within a rectangle: upwards with Enter, leftwards with Tab; undefined before its first. */
function beforeIn(rect: Rect, by: 'enter' | 'tab', { row, column }: Place): Place | undefined {
  if (by === 'enter') {
    if (row > rect.top) return { row: row - 1, column };
    return column > rect.left ? { row: rect.bottom, column: column - 1 } : undefined;
  }
  if (column > rect.left) return { row, column: column - 1 };
  return row > rect.top ? { row: row - 1, column: rect.right } : undefined;
}

/** Round and round in what is selected, from its first cell to its last. */
function beforeWithin(
  by: 'enter' | 'tab',
  place: Place,
  rects: readonly Rect[],
  ground: Ground,
): Place {
  const stands = (at: Place): boolean => {
    const { top, left } = areaOf(at, ground.merges);
    const first = samePlace({ row: top, column: left }, at);
    return first && ground.shownRow(at.row) && ground.shownColumn(at.column);
  };
  let index = activeIndex(rects, place);
  let now = place;
  do {
    const rect = rects[index];
    const before = rect && beforeIn(rect, by, now);
    if (before) now = before;
    else {
      index = (index + rects.length - 1) % rects.length;
      const last = rects[index];
      if (last) now = { row: last.bottom, column: last.right };
    }
  } while (!samePlace(now, place) && !stands(now));
  return now;
}

/** Where Shift+Enter and Shift+Tab lead, the rectangles being those selected. */
export function stepBack(
  by: 'enter' | 'tab',
  place: Place,
  rects: readonly Rect[],
  ground: Ground,
): Place {
  const [only] = rects;
  const area = areaOf(place, ground.merges);
  const single = rects.length <= 1 && (!only || contains(area, only));
  return single ? beforeOnSheet(by, place, ground) : beforeWithin(by, place, rects, ground);
}
