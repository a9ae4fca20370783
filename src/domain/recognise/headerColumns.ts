/** Which of a row's column headings belong together as one table, and which column holds which figure? */
import type { BudgetBlock, Measure } from '../forms/terms';
import { blockTitles, budgetBlocks, measures } from '../forms/terms';
import type { CellPosition } from '../grid';
import { columnTitle } from './headerLabels';
import type { FigureColumns, OtherBlock } from './table';

/** A heading over one column of figures. */
export interface MeasureCell {
  readonly column: number;
  readonly measure: Measure;
  /** The block that the same heading names, as in a one-row header; otherwise null. */
  readonly block: BudgetBlock | null;
}

/** A heading over a block; `block` is null for a text that is no block of the form. */
export interface BlockCell extends CellPosition {
  readonly block: BudgetBlock | null;
  readonly text: string;
}

/** The columns of one table, as far as its headings tell them. */
export interface TableColumns {
  /** First and last figure column of the form's blocks. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Null when headings are missing. */
  readonly columns: FigureColumns | null;
  /** Official names of the headings that are missing. */
  readonly missing: readonly string[];
  /** True where columns have measures and nothing says of which block. */
  readonly blocksUnclear: boolean;
  /** Blocks that are none of the form's. */
  readonly otherBlocks: readonly OtherBlock[];
}

/** A heading as it stands, without white space. */
export interface HeadingText {
  readonly text: string;
  readonly position: CellPosition;
}

/** A header found in a sheet; complete when nothing is missing. */
export interface FoundHeader extends TableColumns {
  /** Row of the block headings; equal to {@link measureRow} in a one-row header. */
  readonly top: number;
  readonly measureRow: number;
  /** First column that can hold this table's line labels. */
  readonly leftLimit: number;
  /** The measures with their columns, whatever their block. */
  readonly measureCells: readonly MeasureCell[];
  /** Headings among the table's that cannot be read. */
  readonly unread: readonly HeadingText[];
}

/** Columns under one block heading: no measure twice. */
interface Run {
  readonly cells: readonly MeasureCell[];
  readonly block: BudgetBlock | null;
  /** The heading of a budget that the form does not have. */
  readonly other: BlockCell | null;
}

/**
 * The tables that stand in one header, from left to right: a block that comes twice begins another.
 *
 * A block heading belongs to the columns under it: to each where every column has one, otherwise to
 * the run of different measures above which it stands, wherever in the run (centred or over its first
 * column), or before which it stands where columns are left free. It is never carried further.
 */
export function readColumns(
  cells: readonly MeasureCell[],
  headings: readonly BlockCell[],
): TableColumns[] {
  const tables: Run[][] = [];
  for (const run of readRuns(cells, headings)) {
    const table = tables.at(-1);
    if (table === undefined || table.some((other) => repeats(other, run))) tables.push([run]);
    else table.push(run);
  }
  return tables.filter((table) => table.some((run) => run.other === null)).map(describe);
}

function repeats(earlier: Run, later: Run): boolean {
  return (
    earlier.block !== null &&
    earlier.block === later.block &&
    later.cells.some(({ measure }) => earlier.cells.some((cell) => cell.measure === measure))
  );
}

function readRuns(cells: readonly MeasureCell[], headings: readonly BlockCell[]): Run[] {
  const above = (column: number) => headings.find((heading) => heading.column === column);
  const direct = cells.map((cell) => cell.block ?? above(cell.column)?.block ?? null);
  if (direct.every((block) => block !== null)) {
    return cells.map((cell, at) => ({ cells: [cell], block: direct[at] ?? null, other: null }));
  }
  let last = -1;
  return runsOfMeasures(cells).map((run): Run => {
    const [first, end] = [run[0]?.column ?? 0, run.at(-1)?.column ?? 0];
    const own = run[0]?.block ?? null;
    const over = headings.filter(({ column }) => column >= first && column <= end);
    const before = headings.filter(({ column }) => column > last && column < first);
    last = end;
    const known = onlyBlock(over) ?? (over.some(isOurs) ? null : onlyBlock(before));
    const block = own ?? known;
    const foreign = over.find((heading) => !isOurs(heading)) ?? before.at(-1);
    const other = block === null && !over.some(isOurs) ? (foreign ?? null) : null;
    return { cells: run, block, other: other !== null && isOurs(other) ? null : other };
  });
}

function isOurs(heading: BlockCell): boolean {
  return heading.block !== null;
}

/** The block that all known headings name; null where they name none, or several. */
function onlyBlock(headings: readonly BlockCell[]): BudgetBlock | null {
  const named = new Set(headings.flatMap(({ block }) => (block === null ? [] : [block])));
  const [first = null] = named;
  return named.size === 1 ? first : null;
}

/** Splits columns where a measure repeats, and where their own headings name another block. */
function runsOfMeasures(cells: readonly MeasureCell[]): MeasureCell[][] {
  const runs: MeasureCell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const isNext =
      run === undefined ||
      run.some(({ measure }) => measure === cell.measure) ||
      run[0]?.block !== cell.block;
    if (isNext) runs.push([cell]);
    else run.push(cell);
  }
  return runs;
}

function describe(runs: readonly Run[]): TableColumns {
  const columns: Record<BudgetBlock, Partial<Record<Measure, number>>> = {
    generalPublic: {},
    governmentManagedFund: {},
    total: {},
  };
  const ours = runs.filter(({ other }) => other === null).flatMap((run) => run.cells);
  for (const { cells, block } of runs) {
    if (block === null) continue;
    for (const { measure, column } of cells) columns[block][measure] = column;
  }
  const missing = missingHeadings(columns);
  return {
    firstColumn: Math.min(...ours.map(({ column }) => column)),
    lastColumn: Math.max(...ours.map(({ column }) => column)),
    columns: missing.length === 0 ? (columns as FigureColumns) : null,
    missing,
    blocksUnclear: runs.some(({ block, other }) => block === null && other === null),
    otherBlocks: runs.flatMap(({ other, cells }): OtherBlock[] => {
      if (other === null) return [];
      const at = Object.fromEntries(cells.map(({ measure, column }) => [measure, column]));
      return [
        { title: other.text, position: { row: other.row, column: other.column }, columns: at },
      ];
    }),
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
