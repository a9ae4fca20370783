/** Which headings does a sheet lack that bears our title and has no header that can be read? */
import { blockTitles, budgetBlocks, measures, measureTitles } from '../forms/terms';
import type { CellPosition, Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import { namesUnits } from './currencyUnit';
import type { HeadingText } from './headerColumns';
import { readHeaderLabel } from './headerLabels';
import { isFormTitle } from './labels';
import type { RefusedSheet } from './table';

/** Rows above a header that can still hold its title, unit, year and currency unit. */
export const headingRows = 15;

/** Most headings that a message quotes. */
const quotedHeadings = 12;

/** The refusal of a sheet with our title and no header; null for a sheet without the title. */
export function titleWithoutHeader(grid: Grid): RefusedSheet | null {
  const cell = findTitle(grid);
  if (cell === null) return null;
  const { blockRow, blocks, found } = blockHeadings(grid, cell.row);
  const unread = blockRow === null ? [] : textsUnder(grid, blockRow, blocks);
  const missing = [
    ...budgetBlocks.filter((block) => !found.has(block)).map((block) => blockTitles[block]),
    ...(blockRow === null
      ? []
      : measures.filter((measure) => !found.has(measure)).map((measure) => measureTitles[measure])),
  ];
  return { sheet: grid.name, reason: 'missingHeading', position: cell, missing, unread };
}

function findTitle(grid: Grid): CellPosition | null {
  for (const [row, cells] of grid.rows.slice(0, headingRows).entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      if (typeof cell?.value === 'string' && isFormTitle(cell.value)) {
        return { row, column };
      }
    }
  }
  return null;
}

/** The row under the title that names two blocks or more, and all that is named near it. */
function blockHeadings(
  grid: Grid,
  title: number,
): { blockRow: number | null; blocks: readonly number[]; found: ReadonlySet<string> } {
  let blockRow: number | null = null;
  let blocks: number[] = [];
  const found = new Set<string>();
  for (let row = title; row <= title + headingRows; row += 1) {
    const inRow: number[] = [];
    grid.rows[row]?.forEach((cell, column) => {
      const label = typeof cell?.value === 'string' ? readHeaderLabel(cell.value) : null;
      if (label?.block != null) inRow.push(column);
      if (label?.block != null) found.add(label.block);
      if (label?.measure != null) found.add(label.measure);
    });
    if (blockRow === null && inRow.length >= 2) [blockRow, blocks] = [row, inRow];
  }
  return { blockRow, blocks, found };
}

/** Headings in the rows under the blocks, each text once, that are none of the measures. */
function textsUnder(grid: Grid, blockRow: number, blocks: readonly number[]): HeadingText[] {
  const texts = new Map<string, HeadingText>();
  const first = Math.min(...blocks);
  for (let row = blockRow + 1; row <= blockRow + 2 && texts.size === 0; row += 1) {
    grid.rows[row]?.forEach((_, column) => {
      const value = cellAt(grid, row, column)?.value;
      if (column < first || typeof value !== 'string' || texts.size >= quotedHeadings) return;
      const text = compact(value);
      if (text === '' || namesUnits(text) || readHeaderLabel(value) !== null) return;
      if (!texts.has(text)) texts.set(text, { text, position: { row, column } });
    });
  }
  return [...texts.values()];
}
