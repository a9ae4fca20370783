/** What is to stand in a heading's cell so that it states another unit or year, and nothing else changes? */
import type { Cell, CellPosition, Grid } from '../grid';
import { isDateFormat } from '../grid';
import { compact } from './characters';
import { comparableUnitName, readHeading } from './heading';
import type { RecognisedTable, TableHeading } from './table';

/** The fields that can be changed; another currency unit would change what all figures say. */
export type ChangeableField = 'reportingUnit' | 'fiscalYear';

/** A content for one cell. */
export interface HeadingContent {
  readonly at: CellPosition;
  readonly content: string | number;
}

/**
 * The content of the field's cell with which the table states `wanted`: the same text but for the
 * field's own value. Every way to put it there is read again as the sheet was; null where in none of
 * them the table states just that and its other fields as before, or the cell holds a formula or date.
 */
export function headingContent(
  table: RecognisedTable,
  field: ChangeableField,
  wanted: string,
): HeadingContent | null {
  const { position: at, text } = table.heading[field];
  if (at === null) return null;
  const cell = table.grid.rows[at.row]?.[at.column];
  if (cell === undefined || cell.formula !== null) return null;
  const before = readRow(table.grid, at, cell);
  for (const content of candidates(cell, field, text, wanted)) {
    const after = readRow(table.grid, at, { ...cell, value: content });
    if (states(after, field, wanted) && keepsOthers(before, after, field)) return { at, content };
  }
  return null;
}

function candidates(
  { value, numberFormat }: Cell,
  field: ChangeableField,
  stated: string,
  wanted: string,
): (string | number)[] {
  if (typeof value === 'number') {
    return field === 'fiscalYear' && !isDateFormat(numberFormat) ? [Number(wanted)] : [];
  }
  if (typeof value !== 'string') return [];
  const spots = stated === '' ? blankSpots(value) : spotsOf(value, stated, field);
  return spots
    .map(([start, end]) => value.slice(0, start) + wanted + value.slice(end))
    .filter((text) => !/^[=#']/.test(text));
}

type Spot = readonly [start: number, end: number];

/** Where a value stands in a text: the parts that say the same, the year's digits before all around them. */
function spotsOf(text: string, stated: string, field: ChangeableField): Spot[] {
  const spots: Spot[] = [];
  if (field === 'fiscalYear') {
    for (const { 0: digits, index } of text.matchAll(/[\d\uff10-\uff19]{4}/g)) {
      if (stated.includes(compact(digits))) spots.push([index, index + digits.length]);
    }
  }
  for (let start = 0; start < text.length; start += 1) {
    if (compact(text.charAt(start)) === '') continue;
    for (let end = start + 1; end <= text.length; end += 1) {
      const part = compact(text.slice(start, end));
      if (part.length > stated.length) break;
      if (part === stated) {
        spots.push([start, end]);
        break;
      }
    }
  }
  return spots;
}

/** Where a value is left out: in empty brackets, on a line to write on, after a colon, at the end. */
function blankSpots(text: string): Spot[] {
  const inBrackets = [...text.matchAll(/[(（][\s_＿]*[)）]/g)].map(({ 0: part, index }): Spot => [
    index + 1,
    index + part.length - 1,
  ]);
  const lines = [...text.matchAll(/[_＿]+/g)].map(({ 0: part, index }): Spot => [
    index,
    index + part.length,
  ]);
  const afterColons = [...text.matchAll(/[:：]/g)].map(({ index }): Spot => [index + 1, index + 1]);
  return [...inBrackets, ...lines, ...afterColons];
}

/** The fields that the cell's row states, with `cell` in its place. */
function readRow(grid: Grid, at: CellPosition, cell: Cell): TableHeading {
  const row = [...(grid.rows[at.row] ?? [])];
  row[at.column] = cell;
  const rows: Grid['rows'][number][] = [];
  rows[at.row] = row;
  const region = { top: at.row, bottom: at.row, left: 0, right: Number.MAX_SAFE_INTEGER };
  return readHeading({ ...grid, rows }, [region]);
}

function states(
  { reportingUnit, fiscalYear }: TableHeading,
  field: ChangeableField,
  wanted: string,
) {
  return field === 'fiscalYear'
    ? String(fiscalYear.value) === wanted
    : reportingUnit.value !== null &&
        comparableUnitName(reportingUnit.value) === comparableUnitName(wanted);
}

function keepsOthers(before: TableHeading, after: TableHeading, field: ChangeableField): boolean {
  return (['reportingUnit', 'fiscalYear', 'currencyUnit'] as const).every(
    (other) => other === field || before[other].value === after[other].value,
  );
}
