/** How large is what a sheet shows? Its rows and columns in pixels, with room to type below and beside. */
import type { Cell, CellPosition, CellRange } from '../../domain/grid';
import { cellAt } from '../../domain/grid';
import type { SheetView } from '../book/openedBook';

/** A sheet, its sizes in pixels; 0 where a row or column is hidden. */
export interface DrawnSheet {
  readonly view: SheetView;
  readonly rowHeights: readonly number[];
  readonly columnWidths: readonly number[];
}

/** The font of a cell whose file does not say, in points. */
const usualFontSize = 11;
/** The largest that is drawn, in points. */
const largestFontSize = 22;

/** A little smaller than on paper: the thirteen columns of a table have room beside the pane on 1366 px. */
const scale = 0.88;
const pixelsPerPoint = (96 / 72) * scale;
/** A digit of the standard font, by which widths are counted. */
const pixelsPerCharacter = 7 * scale;
const leastRowHeight = 20;
const lineHeight = 1.3;
const padding = 9;

/** Empty rows and columns that are drawn besides those in use, and how many there are at least. */
const spare = { rows: 8, columns: 2 } as const;
const least = { rows: 30, columns: 10 } as const;

/** Rows that are looked at, so that a column is wide enough for what stands in them. */
const measuredRows = 400;
/** In pixels. */
const widest = 220;

/** @param widths `file`: as the file says · `contents`: wide enough for texts too, where it says nothing */
export function drawSheet(view: SheetView, widths: 'file' | 'contents'): DrawnSheet {
  const columns = Math.max(least.columns, view.columnCount + spare.columns);
  const rows = Math.max(least.rows, view.rowCount + spare.rows);
  const columnWidths = Array.from({ length: columns }, (_, column) =>
    view.hiddenColumns.has(column)
      ? 0
      : Math.max(24, Math.round(view.columnWidth(column) * pixelsPerCharacter)),
  );
  widen(view, columnWidths, widths);
  const merged = mergedCells(view.merges);
  const rowHeights = Array.from({ length: rows }, (_, row) => {
    if (view.hiddenRows.has(row)) return 0;
    const own = view.rowHeight(row);
    if (own !== null) return Math.max(12, Math.round(own * pixelsPerPoint));
    return neededHeight(view, row, columnWidths, merged);
  });
  return { view, rowHeights, columnWidths };
}

/** The font of a cell as it is drawn, in pixels. */
export function fontPixels(points: number | null): number {
  return Math.min(largestFontSize, points ?? usualFontSize) * pixelsPerPoint;
}

/** Whether a cell holds a figure, which must never be seen in part. */
export function isFigure(cell: Cell | undefined): boolean {
  return typeof cell?.value === 'number';
}

/** The merged area that a cell stands in; the cell alone where it stands in none. */
export function areaAt(merges: readonly CellRange[], { row, column }: CellPosition): CellRange {
  return (
    merges.find(
      ({ top, left, bottom, right }) =>
        top <= row && row <= bottom && left <= column && column <= right,
    ) ?? { top: row, left: column, bottom: row, right: column }
  );
}

/** The merged area's first cell, or the cell itself. */
export function anchorOf({ view }: DrawnSheet, place: CellPosition): CellPosition {
  const { top, left } = areaAt(view.merges, place);
  return { row: top, column: left };
}

/** A column that is too narrow for a figure is drawn wider, as a figure cut off would be another one. */
function widen(view: SheetView, columnWidths: number[], widths: 'file' | 'contents'): void {
  const merged = mergedCells(view.merges);
  for (let row = 0; row < Math.min(view.rowCount, measuredRows); row += 1) {
    for (let column = 0; column < view.columnCount; column += 1) {
      const width = columnWidths[column] ?? 0;
      if (width === 0 || merged.has(keyOf(row, column))) continue;
      const cell = cellAt(view.grid, row, column);
      const isCut = widths === 'contents' && cellAt(view.grid, row, column + 1) !== undefined;
      if (!isFigure(cell) && !(isCut && typeof cell?.value === 'string')) continue;
      const font = fontPixels(view.lookAt(row, column).fontSize);
      const needed = textWidth(view.textAt(row, column), font) + padding;
      if (needed > width) columnWidths[column] = Math.ceil(Math.min(widest, needed));
    }
  }
}

/** A row without a height of its own is as high as its wrapped texts need. */
function neededHeight(
  view: SheetView,
  row: number,
  widths: readonly number[],
  merged: ReadonlySet<string>,
): number {
  let height = leastRowHeight;
  if (view.grid.rows[row] === undefined) return height;
  for (let column = 0; column < view.columnCount; column += 1) {
    if (merged.has(keyOf(row, column)) || cellAt(view.grid, row, column) === undefined) continue;
    const { fontSize, wraps } = view.lookAt(row, column);
    const font = fontPixels(fontSize);
    const lines = wraps
      ? wrappedLines(view.textAt(row, column), (widths[column] ?? 0) - padding, font)
      : 1;
    height = Math.max(height, Math.ceil(lines * font * lineHeight) + 4);
  }
  return Math.min(height, 545);
}

function wrappedLines(text: string, width: number, font: number): number {
  // Whole characters of Chinese stand on a line, and nothing of the next one.
  const room = Math.max(1, Math.floor(width / font)) * font;
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line, font) / room)), 0);
}

/** About how wide a text is; Chinese characters are as wide as high. */
function textWidth(text: string, font: number): number {
  let width = 0;
  for (const letter of text) width += (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.56) * font;
  return width;
}

function keyOf(row: number, column: number): string {
  return `${row} ${column}`;
}

/** All cells of merged areas, of areas that are not absurdly large. */
function mergedCells(merges: readonly CellRange[]): Set<string> {
  const cells = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    if ((bottom - top + 1) * (right - left + 1) > 100_000) continue;
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) cells.add(keyOf(row, column));
    }
  }
  return cells;
}
