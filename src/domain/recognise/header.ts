/** Where in a sheet do the two-row headers of our tables stand, and which column holds which figure? */
import type { BudgetBlock, Measure } from '../forms/terms';
import { blockTitles, budgetBlocks, measures } from '../forms/terms';
import type { Grid } from '../grid';
import { cellAt } from '../grid';
import type { HeaderLabel } from './labels';
import { columnTitle, readHeaderLabel } from './labels';
import type { FigureColumns } from './table';

/** A header found in a sheet; complete when nothing is missing. */
export interface FoundHeader {
  /** Row of the block headings; equal to {@link measureRow} in a one-row header. */
  readonly top: number;
  readonly measureRow: number;
  /** First and last figure column. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** First column that can hold this table's line labels. */
  readonly leftLimit: number;
  /** Null when headings are missing. */
  readonly columns: FigureColumns | null;
  /** Official names of the headings that are missing. */
  readonly missing: readonly string[];
}

interface HeadingCell {
  readonly column: number;
  readonly label: HeaderLabel;
}

interface FigureHeading {
  readonly column: number;
  readonly block: BudgetBlock | null;
  readonly measure: Measure;
}

/** Rows above the measures in which the block headings may stand. */
const blockRowsAbove = 3;

/** Rows between two headers within which their tables can stand beside each other. */
const rowsBeside = 40;

/** All headers of a sheet, from top to bottom and left to right. */
export function findHeaders(grid: Grid): FoundHeader[] {
  const headingRows = readHeadingRows(grid);
  const headers: FoundHeader[] = [];
  for (const [row, cells] of headingRows) {
    const inRow = headerGroups(cells).flatMap((measureCells) => {
      if (new Set(measureCells.map((cell) => cell.label.measure)).size < 2) return [];
      const { blockRow, blocks } = blocksAbove(headingRows, row, measureCells);
      return splitTables(assignBlocks(measureCells, blocks), blockRow, row);
    });
    headers.push(...inRow.sort((a, b) => a.firstColumn - b.firstColumn));
  }
  return headers.map((header) => ({ ...header, leftLimit: leftLimitOf(header, headers) }));
}

/**
 * A row's measures by table: those of a complete one-row header apart from what stands beside it, and
 * runs of columns apart that are long enough for a table each. Blocks may have a column between them.
 */
function headerGroups(cells: readonly HeadingCell[]): HeadingCell[][] {
  const all = cells.filter((cell) => cell.label.measure !== null);
  const oneRow = all.filter((cell) => cell.label.block !== null);
  const others = all.filter((cell) => cell.label.block === null);
  const [first, last] = [oneRow[0]?.column ?? 0, oneRow.at(-1)?.column ?? 0];
  const isWhole = oneRow.length >= budgetBlocks.length * measures.length;
  const isApart = others.every(({ column }) => column < first || column > last);
  return isWhole && isApart
    ? [...besideEachOther(oneRow), ...besideEachOther(others)]
    : besideEachOther(all);
}

function besideEachOther(cells: HeadingCell[]): HeadingCell[][] {
  const runs = runsOfColumns(cells);
  return runs.every((run) => run.length >= shortestTable) ? runs : [cells];
}

/** Fewest figure columns of a table: two blocks. */
const shortestTable = 2 * measures.length;

/** Cells in columns that follow each other. */
function runsOfColumns(cells: readonly HeadingCell[]): HeadingCell[][] {
  const runs: HeadingCell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    if (run?.at(-1)?.column === cell.column - 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
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

/**
 * The nearest row above the measures that names blocks in their columns; the row itself in a one-row
 * header. What stands in other columns belongs to a table beside.
 */
function blocksAbove(
  rows: ReadonlyMap<number, readonly HeadingCell[]>,
  measureRow: number,
  measureCells: readonly HeadingCell[],
): { blockRow: number; blocks: readonly HeadingCell[] } {
  const [first, last] = [measureCells[0]?.column ?? 0, measureCells.at(-1)?.column ?? 0];
  for (let row = measureRow; row >= measureRow - blockRowsAbove; row -= 1) {
    const cells = (rows.get(row) ?? []).filter(({ column }) => column >= first && column <= last);
    if (row !== measureRow && cells.some((cell) => cell.label.measure !== null)) break;
    const blocks = cells.filter((cell) => cell.label.block !== null);
    // A total line directly above a header of the next table is not a block heading.
    if (blocks.some((cell) => cell.label.block !== 'total')) return { blockRow: row, blocks };
  }
  return { blockRow: measureRow, blocks: [] };
}

/** Gives each measure its block: by the heading at or left of it, or within its run of measures. */
function assignBlocks(
  measureCells: readonly HeadingCell[],
  blocks: readonly HeadingCell[],
): FigureHeading[] {
  const byHeading = measureCells.map(({ column, label }): FigureHeading => {
    const heading = blocks.findLast((block) => block.column <= column);
    return {
      column,
      block: label.block ?? heading?.label.block ?? null,
      measure: label.measure ?? 'projectCount',
    };
  });
  const inOneRow = measureCells.every((cell) => cell.label.block !== null);
  if (inOneRow || !contradicts(byHeading, blocks)) return byHeading;
  return assignByRuns(byHeading, blocks);
}

/** True when headings do not stand over the first column of their block (centred, not merged). */
function contradicts(headings: readonly FigureHeading[], blocks: readonly HeadingCell[]): boolean {
  if (headings.some((heading) => heading.block === null)) return true;
  return headings.some((heading, index) =>
    headings.slice(0, index).some(
      (earlier) =>
        earlier.block === heading.block &&
        earlier.measure === heading.measure &&
        // The same block named twice is a second table beside the first, no contradiction.
        blocks.findLast((block) => block.column <= earlier.column) ===
          blocks.findLast((block) => block.column <= heading.column),
    ),
  );
}

/** Splits the measures where one repeats; each run takes the block heading that stands within it. */
function assignByRuns(
  headings: readonly FigureHeading[],
  blocks: readonly HeadingCell[],
): FigureHeading[] {
  const runs: FigureHeading[][] = [];
  for (const heading of headings) {
    const run = runs.at(-1);
    if (run === undefined || run.some((other) => other.measure === heading.measure)) {
      runs.push([heading]);
    } else run.push(heading);
  }
  return runs.flatMap((run) => {
    const first = run[0]?.column ?? 0;
    const last = run.at(-1)?.column ?? 0;
    const heading = blocks.find((block) => block.column >= first && block.column <= last);
    return run.map((figure) => ({ ...figure, block: heading?.label.block ?? null }));
  });
}

/** A heading that comes twice begins another table beside the first. */
function splitTables(
  headings: readonly FigureHeading[],
  blockRow: number,
  measureRow: number,
): FoundHeader[] {
  const tables: FigureHeading[][] = [];
  for (const heading of headings) {
    const table = tables.at(-1);
    const repeats = table?.some(
      (other) => other.block === heading.block && other.measure === heading.measure,
    );
    if (table === undefined || repeats === true) tables.push([heading]);
    else table.push(heading);
  }
  return tables.map((table) => describeHeader(table, blockRow, measureRow));
}

function describeHeader(
  headings: readonly FigureHeading[],
  blockRow: number,
  measureRow: number,
): FoundHeader {
  const columns: Record<BudgetBlock, Partial<Record<Measure, number>>> = {
    generalPublic: {},
    governmentManagedFund: {},
    total: {},
  };
  for (const { block, measure, column } of headings) {
    if (block !== null) columns[block][measure] = column;
  }
  const missing = missingHeadings(columns);
  return {
    top: blockRow,
    measureRow,
    firstColumn: headings[0]?.column ?? 0,
    lastColumn: headings.at(-1)?.column ?? 0,
    leftLimit: 0,
    columns: missing.length === 0 ? (columns as FigureColumns) : null,
    missing,
  };
}

function missingHeadings(
  columns: Readonly<Record<BudgetBlock, Partial<Record<Measure, number>>>>,
): string[] {
  return budgetBlocks.flatMap((block) => {
    const absent = measures.filter((measure) => columns[block][measure] === undefined);
    if (absent.length === measures.length) return [blockTitles[block]];
    return absent.map((measure) => columnTitle(block, measure));
  });
}

/** True where a header that is not complete is still plainly meant to be ours. */
export function looksLikeOurs(header: FoundHeader, grid: Grid): boolean {
  const named = new Set<string>();
  for (let row = header.top; row <= header.measureRow; row += 1) {
    for (let column = header.leftLimit; column <= header.lastColumn; column += 1) {
      const value = cellAt(grid, row, column)?.value;
      const label = typeof value === 'string' ? readHeaderLabel(value) : null;
      if (label?.block != null) named.add(label.block);
      if (label?.measure != null) named.add(label.measure);
    }
  }
  return (
    named.has('projectCount') &&
    named.size >= 4 &&
    (named.has('generalPublic') || named.has('governmentManagedFund'))
  );
}
