/**
 * Which figures stand outside a table and look like its own: below its last line, or beside it?
 *
 * Totals that wrapped onto a line of their own when a table was copied, a line below the total, a
 * thirteenth column. Signatures, dates, telephone and page numbers, notes and another list with its
 * own headings are nothing.
 */
import type { Cell, CellRange, Grid } from '../grid';
import { cellAt, isDateFormat } from '../grid';
import { compact } from './characters';
import { namesOtherField } from './fieldNames';
import { readTextFields } from './headingFields';
import { readHeaderLabel } from './headerLabels';
import { isFormTitle, isNoteLabel } from './labels';

/** A number outside a table. */
export interface OutsideFigure {
  /** Zero-based. */
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly where: 'below' | 'beside';
  /** What stands in the table's label column in this row; empty where nothing does. */
  readonly label: string;
  /**
   * True where it looks like the table's by itself; false for what is one only if it is exactly what a
   * blank cell of the table lacks: a lone small number, a formula, a number beside a signature.
   */
  readonly resembles: boolean;
}

/** Where to look, around one table. */
export interface Surroundings {
  readonly grid: Grid;
  /** Header to total line. */
  readonly range: CellRange;
  readonly bodyTop: number;
  /** Last row and last column that can belong to this table and no other. */
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Columns beside the table that are known for what they are. */
  readonly knownColumns: ReadonlySet<number>;
}

/** Rows below, and columns beside, that are looked through at most. */
const rowsBelow = 60;
const columnsBeside = 16;

/** Blank rows, and blank columns, behind which a lone number is nobody's: only several together are taken for the table's. */
const blankRowsToFar = 5;
const blankColumnsToFar = 2;

/** Text cells in a row without numbers that make it the header of another list. */
const headerTexts = 3;

/** Numbers outside a table, from top to bottom: those below it, then those beside it. */
export function outsideFigures(place: Surroundings): OutsideFigure[] {
  return [...figuresBelow(place), ...figuresBeside(place)];
}

function figuresBelow({ grid, range, lastRow }: Surroundings): OutsideFigure[] {
  const found: OutsideFigure[] = [];
  const end = Math.min(lastRow, range.bottom + rowsBelow, grid.rows.length - 1);
  let blankRows = 0;
  let isFar = false;
  for (let row = range.bottom + 1; row <= end; row += 1) {
    const cells = cellsOf(grid, row, range.left, range.right);
    if (cells.length === 0) {
      blankRows += 1;
      isFar ||= blankRows > blankRowsToFar;
      continue;
    }
    blankRows = 0;
    const texts = cells.flatMap(({ cell }) => textOf(cell));
    if (texts.some((text) => isFormTitle(text))) break;
    const numbers = cells.filter(({ cell }) => isNumber(cell) || isNumberText(cell));
    const isAside = texts.some(isAsideText);
    if (numbers.length === 0) {
      if (texts.length >= headerTexts && !isAside) break;
      continue;
    }
    const own = rowFigures(numbers, { row, label: labelBefore(cells), isAside });
    if (!isFar || own.filter(({ resembles }) => resembles).length > 1) found.push(...own);
  }
  return found;
}

interface CellInRow {
  readonly column: number;
  readonly cell: Cell;
}

/** What is known of a row below a table. */
interface RowBelow {
  readonly row: number;
  /** What stands before the row's numbers. */
  readonly label: string;
  /** The row is one of signatures, dates, notes. */
  readonly isAside: boolean;
}

function rowFigures(numbers: readonly CellInRow[], known: RowBelow): OutsideFigure[] {
  const { row, label, isAside } = known;
  const isLine = label !== '' && !isRatioLabel(label);
  const mayBeYear = isAside || !isLine || label.includes('年');
  const counted = numbers.filter(({ cell }) => mayBeFigure(cell, mayBeYear));
  return counted.map(({ column, cell }) => ({
    row,
    column,
    cell,
    where: 'below' as const,
    label,
    resembles:
      !isAside &&
      cell.formula === null &&
      !isShare(cell) &&
      !isRatioLabel(label) &&
      (isLine || counted.length > 1 || isTelling(cell)),
  }));
}

function labelBefore(cells: readonly CellInRow[]): string {
  const first = cells.find(
    ({ cell }) => isNumber(cell) || isNumberText(cell) || textOf(cell).length > 0,
  );
  return first === undefined ? '' : (textOf(first.cell)[0] ?? '');
}

function figuresBeside(place: Surroundings): OutsideFigure[] {
  const { grid, range, bodyTop } = place;
  const found: OutsideFigure[] = [];
  // Several in a row are figures however small they are; a lone small number may number something.
  const small = new Map<number, OutsideFigure[]>();
  const end = Math.min(place.lastColumn, range.right + columnsBeside);
  let blankColumns = 0;
  let isFar = false;
  for (let column = range.right + 1; column <= end; column += 1) {
    const cells: { row: number; cell: Cell }[] = [];
    for (let row = bodyTop; row <= range.bottom; row += 1) {
      const cell = cellAt(grid, row, column);
      if (cell !== undefined && !isEmpty(cell)) cells.push({ row, cell });
    }
    const heading = headingOver(place, column);
    if (cells.length === 0 && heading === '') {
      blankColumns += 1;
      isFar ||= blankColumns > blankColumnsToFar;
      continue;
    }
    blankColumns = 0;
    if (place.knownColumns.has(column)) continue;
    const numbers = cells.filter(({ cell }) => mayBeFigure(cell));
    if (isFar && !areByThemselves(place, column, cells)) continue;
    const isOwn = heading === '' ? !isNumbering(numbers) : readHeaderLabel(heading) !== null;
    for (const { row, cell } of numbers) {
      const mayBeOwn = isOwn && cell.formula === null && !isShare(cell);
      const figure: OutsideFigure = {
        row,
        column,
        cell,
        where: 'beside',
        label: textAt(grid, row, range.left),
        resembles: mayBeOwn && isTelling(cell),
      };
      found.push(figure);
      if (mayBeOwn) small.set(row, [...(small.get(row) ?? []), figure]);
    }
  }
  const several = new Set([...small.values()].filter(({ length }) => length > 1).flat());
  return found.map((figure) => (several.has(figure) ? { ...figure, resembles: true } : figure));
}

/** Amounts, more than one, with nothing said over them or before them: another list says what its numbers are. */
function areByThemselves(
  { grid }: Surroundings,
  column: number,
  cells: readonly { readonly row: number; readonly cell: Cell }[],
): boolean {
  return (
    cells.length > 1 &&
    cells.every(
      ({ row, cell }) =>
        mayBeFigure(cell) && isTelling(cell) && textAt(grid, row, column - 1) === '',
    )
  );
}

/** What stands over a column beside the table, in the header's rows; a merged heading reaches on. */
function headingOver({ grid, range, bodyTop }: Surroundings, column: number): string {
  for (let row = bodyTop - 1; row >= range.top; row -= 1) {
    const text = textAt(grid, row, column);
    if (text !== '') return text;
  }
  for (const { top, left, bottom, right } of grid.merges ?? []) {
    if (top >= bodyTop || bottom < range.top || left > column || right < column) continue;
    if (left > range.right) return textAt(grid, top, left);
  }
  return '';
}

/** 1, 2, 3 …: line numbers. */
function isNumbering(cells: readonly { readonly cell: Cell }[]): boolean {
  return (
    cells.length > 1 &&
    cells.every(
      ({ cell }, at) => at === 0 || Number(cell.value) === Number(cells[at - 1]?.cell.value) + 1,
    )
  );
}

function cellsOf(grid: Grid, row: number, left: number, right: number): CellInRow[] {
  const cells: CellInRow[] = [];
  for (let column = left; column <= right; column += 1) {
    const cell = cellAt(grid, row, column);
    if (cell !== undefined && !isEmpty(cell)) cells.push({ column, cell });
  }
  return cells;
}

function isEmpty({ value }: Cell): boolean {
  return value === null || (typeof value === 'string' && compact(value) === '');
}

function textAt(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  return cell === undefined ? '' : (textOf(cell)[0] ?? '');
}

/** A cell's text, if it is one that is no number. */
function textOf(cell: Cell): string[] {
  if (typeof cell.value !== 'string' || isNumberText(cell)) return [];
  const text = cell.value.replace(/\s+/gu, ' ').trim();
  return text === '' ? [] : [text];
}

function isNumber({ value, numberFormat }: Cell): boolean {
  return typeof value === 'number' && !isDateFormat(numberFormat);
}

/** A figure with separators or decimals kept as text; other digits in a text are a code or a date. */
function isNumberText({ value }: Cell): boolean {
  return (
    typeof value === 'string' &&
    /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d+)?$/.test(withoutUnit(value))
  );
}

/** 155.5万元 is as good a figure as 155.5. */
function withoutUnit(text: string): string {
  return compact(text).replace(/(?:人民币)?[十百千万亿]*[元圆]$/, '');
}

/** A number that is no zero, year or telephone number; each of these says nothing of projects. */
function mayBeFigure(cell: Cell, mayBeYear = true): boolean {
  if (!isNumber(cell) && !isNumberText(cell)) return false;
  const value = numberOf(cell);
  if (value === 0) return false;
  const isWhole = Number.isInteger(value);
  const isYear =
    mayBeYear && isWhole && value >= 1990 && value <= 2099 && !/,/.test(cell.numberFormat);
  const isTelephone = isWhole && value >= 1.3e10 && value < 2e10 && String(value).length === 11;
  return !isYear && !(isTelephone && /^(?:General|@|0)$/.test(cell.numberFormat));
}

function numberOf({ value }: Cell): number {
  return typeof value === 'string' ? Number(withoutUnit(value).replaceAll(',', '')) : Number(value);
}

/** An amount by its looks: decimals, or more than a page or a project would be counted to. */
function isTelling(cell: Cell): boolean {
  const value = numberOf(cell);
  return !Number.isInteger(value) || Math.abs(value) >= smallestTelling;
}

/** Whole numbers below it may be page, line or serial numbers. */
const smallestTelling = 1000;

function isShare({ numberFormat }: Cell): boolean {
  return numberFormat.includes('%');
}

function isRatioLabel(label: string): boolean {
  return /[率比%‰]|占|增减|差额|校验|核对/.test(label);
}

/** Who signs, when, on which page; notes. */
function isAsideText(text: string): boolean {
  const bare = compact(text);
  return (
    isNoteLabel(text) ||
    namesOtherField(text) ||
    readTextFields(text).some(({ field }) => field !== null) ||
    /^[年月日]$|\d+年\d+月|^\(?\d{4}年度?\)?$|第.{0,4}页|共.{0,4}页|\(?(?:公|盖|签)章/.test(bare) ||
    bare.length > longestLabel
  );
}

/** Longest text that names a line; a longer one is a remark. */
const longestLabel = 40;
