/** Which style has each cell of a sheet that was read from a file, and what does a style say? */
import type { BookLooks, LookStyle, SheetLooks } from './bookFiles';
import type { CellLook } from './openedBook';
import type { SheetFormats } from './sheetFormats';

/** A cell of which nothing is said. */
export const plainLook: CellLook = {
  bold: false,
  italic: false,
  fontSize: null,
  color: null,
  fill: null,
  horizontal: 'general',
  vertical: 'bottom',
  wraps: false,
  lines: { top: false, right: false, bottom: false, left: false, diagonal: false },
};

/** The number of a cell's style: its own, or that of its row, or of its column. */
export function styleAt(
  { cells, rowStyles, columns }: SheetLooks,
  row: number,
  column: number,
): number {
  return (
    cells[row]?.[column] ??
    rowStyles.get(row) ??
    columns.find(({ first, last }) => column >= first && column <= last)?.style ??
    0
  );
}

/** Number formats and locks of one sheet. */
export function formatsOf({ styles, sheets }: BookLooks, index: number): SheetFormats | null {
  const sheet = sheets[index];
  if (sheet === undefined) return null;
  const at = (row: number, column: number): LookStyle | undefined =>
    styles[styleAt(sheet, row, column)];
  return {
    numberFormatAt: (row, column) => at(row, column)?.numberFormat ?? 'General',
    isLocked: (row, column) => at(row, column)?.locked ?? true,
  };
}
