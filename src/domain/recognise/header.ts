/** Where in a sheet do the headers of our tables stand, and which column holds which figure? */
import type { FormSet } from '../forms/form';
import { measures } from '../forms/terms';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import { compact } from './characters';
import { namesUnits } from './currencyUnit';
import type { BlockCell, FoundHeader, MeasureCell } from './headerColumns';
import { readColumns } from './headerColumns';
import type { HeaderLabel } from './headerLabels';
import { readHeaderLabel } from './headerLabels';
import { otherBlocksInRow, unreadHeadings } from './headerTexts';
import { isTotalLabel, readLineLabel } from './labels';

interface HeadingCell {
  readonly column: number;
  readonly label: HeaderLabel;
}

/** Rows above the measures in which the block headings may stand. */
const blockRowsAbove = 3;

/** Rows between two headers within which their tables can stand beside each other. */
const rowsBeside = 40;

/** Rows under a header in which a column between its columns shows line labels. */
const labelRows = 40;

/** All headers of a sheet, from top to bottom and left to right. */
export function findHeaders(grid: Grid, forms: FormSet): FoundHeader[] {
  const headingRows = readHeadingRows(grid);
  const headers: FoundHeader[] = [];
  for (const [row, cells] of headingRows) {
    const measureCells = cells.flatMap(({ column, label }): MeasureCell[] =>
      label.measure === null ? [] : [{ column, measure: label.measure, block: label.block }],
    );
    if (new Set(measureCells.map((cell) => cell.measure)).size < 2) continue;
    const inRow = headersOf(grid, headingRows, row, measureCells, forms);
    headers.push(...inRow.sort((a, b) => a.firstColumn - b.firstColumn));
  }
  return headers.map((header) => ({ ...header, leftLimit: leftLimitOf(header, headers) }));
}

/**
 * The headers in one row. Line labels between columns part two tables; where that leaves no table
 * whole, they are one table's, written again within it.
 */
function headersOf(
  grid: Grid,
  headingRows: ReadonlyMap<number, readonly HeadingCell[]>,
  row: number,
  cells: readonly MeasureCell[],
  forms: FormSet,
): FoundHeader[] {
  const read = (group: readonly MeasureCell[]) => readHeader(grid, headingRows, row, group);
  return oneRowApart(cells).flatMap((whole) => {
    const parts = partsBetween(whole, (left, right) => isParted(grid, row, left, right, forms));
    const parted = parts.flatMap(read);
    if (parts.length === 1 || parted.some(({ columns }) => columns !== null)) return parted;
    const together = read(whole);
    return together.some(({ columns }) => columns !== null) && labelsRepeat(grid, row, parts, forms)
      ? together
      : parted;
  });
}

/** Those of a complete one-row header apart from what stands beside it. */
function oneRowApart(cells: readonly MeasureCell[]): (readonly MeasureCell[])[] {
  const oneRow = cells.filter((cell) => cell.block !== null);
  const others = cells.filter((cell) => cell.block === null);
  const [first, last] = [oneRow[0]?.column ?? 0, oneRow.at(-1)?.column ?? 0];
  const isApart = others.every(({ column }) => column < first || column > last);
  return others.length > 0 && oneRow.length >= 3 * measures.length && isApart
    ? [
        oneRow,
        others.filter(({ column }) => column < first),
        others.filter(({ column }) => column > last),
      ].filter((group) => group.length > 0)
    : [cells];
}

/** Fewest figure columns of a table: two blocks. */
const shortestTable = 2 * measures.length;

function partsBetween(
  cells: readonly MeasureCell[],
  isBoundary: (left: number, right: number) => boolean,
): MeasureCell[][] {
  const runs: MeasureCell[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1)?.at(-1)?.column ?? -1;
    if (runs.length > 0 && last === cell.column - 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  if (runs.every((run) => run.length >= shortestTable)) return runs;
  const parts: MeasureCell[][] = [];
  for (const run of runs) {
    const part = parts.at(-1);
    const last = part?.at(-1)?.column ?? -1;
    if (part === undefined || isBoundary(last, run[0]?.column ?? 0)) parts.push([...run]);
    else part.push(...run);
  }
  return parts;
}

/** True where line labels (or words in several rows) stand in a column between two columns of figures. */
function isParted(grid: Grid, row: number, left: number, right: number, forms: FormSet): boolean {
  for (let column = left + 1; column < right; column += 1) {
    let words = 0;
    for (let below = row + 1; below <= row + labelRows; below += 1) {
      const value = cellAt(grid, below, column)?.value;
      if (typeof value !== 'string' || compact(value) === '') continue;
      if (readLineLabel(value, forms).length > 0 || isTotalLabel(value)) return true;
      words += /\p{L}{2}/u.test(compact(value)) && !namesUnits(value) ? 1 : 0;
    }
    if (words >= 3) return true;
  }
  return false;
}

/** True where what parts the columns is no second table: no line labels, or those of the first again. */
function labelsRepeat(
  grid: Grid,
  row: number,
  parts: readonly (readonly MeasureCell[])[],
  forms: FormSet,
): boolean {
  const first = parts[0]?.[0]?.column ?? 0;
  const between = parts.slice(1).flatMap((part, at) => {
    const [left, right] = [parts[at]?.at(-1)?.column ?? 0, part[0]?.column ?? 0];
    return Array.from({ length: right - left - 1 }, (_, index) => left + 1 + index);
  });
  for (let below = row + 1; below <= row + labelRows; below += 1) {
    const idAt = (column: number) => {
      const value = cellAt(grid, below, column)?.value;
      return typeof value === 'string' ? (readLineLabel(value, forms)[0]?.id ?? null) : null;
    };
    const own = new Set(Array.from({ length: first }, (_, column) => idAt(column)));
    if (between.some((column) => idAt(column) !== null && !own.has(idAt(column)))) return false;
  }
  return true;
}

/** The column after the nearest table on the left. */
function leftLimitOf(header: FoundHeader, headers: readonly FoundHeader[]): number {
  const left = headers.filter(
    (other) => other.lastColumn < header.firstColumn && isLevelWith(other, header),
  );
  return Math.max(-1, ...left.map((other) => other.lastColumn)) + 1;
}

function isLevelWith(a: FoundHeader, b: FoundHeader): boolean {
  return Math.abs(a.measureRow - b.measureRow) <= rowsBeside;
}

/** True for a table to the left or right of another. */
export function standsBeside(a: FoundHeader, b: FoundHeader): boolean {
  return a !== b && !sharesColumns(a, b) && isLevelWith(a, b);
}

/** True where the figures of two tables stand in the same columns. */
export function sharesColumns(a: FoundHeader, b: FoundHeader): boolean {
  return a.firstColumn <= b.lastColumn && a.lastColumn >= b.firstColumn;
}

/** True for a header that is another's again, as on the next printed page. */
export function isRepeated(header: FoundHeader, earlier: FoundHeader): boolean {
  if (header.columns !== null || earlier.columns === null) {
    return JSON.stringify(header.columns) === JSON.stringify(earlier.columns);
  }
  const measureAt = new Map(earlier.measureCells.map(({ column, measure }) => [column, measure]));
  return header.measureCells.every(({ column, measure }) => measureAt.get(column) === measure);
}

function readHeadingRows(grid: Grid): Map<number, HeadingCell[]> {
  const known = new Map<string, HeaderLabel | null>();
  const rows = new Map<number, HeadingCell[]>();
  grid.rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (typeof cell?.value !== 'string') return;
      let label = known.get(cell.value);
      if (label === undefined) {
        label = readHeaderLabel(cell.value);
        known.set(cell.value, label);
      }
      if (label === null) return;
      const found = rows.get(row);
      if (found === undefined) rows.set(row, [{ column, label }]);
      else found.push({ column, label });
    });
  });
  return rows;
}

function readHeader(
  grid: Grid,
  headingRows: ReadonlyMap<number, readonly HeadingCell[]>,
  row: number,
  cells: readonly MeasureCell[],
): FoundHeader[] {
  const [first, last] = [cells[0]?.column ?? 0, cells.at(-1)?.column ?? 0];
  const top = blockRowAbove(headingRows, row, first, last);
  const headings = top === row ? [] : blockCells(grid, top, first, last);
  return readColumns(cells, headings).map((table) => {
    const own = cells.filter(
      ({ column }) => column >= table.firstColumn && column <= table.lastColumn,
    );
    const inOneRow = top === row ? otherBlocksInRow(grid, row, table) : [];
    return {
      ...table,
      otherBlocks: [...table.otherBlocks, ...inOneRow],
      top,
      measureRow: row,
      leftLimit: 0,
      measureCells: own,
      unread: table.columns === null ? unreadHeadings(grid, top, row, table) : [],
    };
  });
}

/**
 * The nearest row above the measures that names blocks in their columns; the row itself in a one-row
 * header. What stands in other columns belongs to a table beside.
 */
function blockRowAbove(
  rows: ReadonlyMap<number, readonly HeadingCell[]>,
  measureRow: number,
  first: number,
  last: number,
): number {
  for (let row = measureRow; row >= measureRow - blockRowsAbove; row -= 1) {
    const cells = (rows.get(row) ?? []).filter(({ column }) => column >= first && column <= last);
    if (row !== measureRow && cells.some((cell) => cell.label.measure !== null)) break;
    // A total line directly above a header of the next table is not a block heading.
    if (cells.some(({ label }) => label.block !== null && label.block !== 'total')) return row;
  }
  return measureRow;
}

/** What stands in the row of the block headings, over the columns and one before them. */
function blockCells(grid: Grid, row: number, first: number, last: number): BlockCell[] {
  const cells: BlockCell[] = [];
  for (let column = Math.max(0, first - 1); column <= last; column += 1) {
    const value = cellAt(grid, row, column)?.value;
    if (typeof value !== 'string' || compact(value) === '') continue;
    const block = readHeaderLabel(value)?.block ?? null;
    const mayBe =
      column >= first && /\p{Script=Han}{2}/u.test(compact(value)) && !namesUnits(value);
    if (block !== null || mayBe) cells.push({ row, column, block, text: compact(value) });
  }
  return cells;
}
