// How are the contents of a range read and written, with everything Excel refuses?

import type { Rect } from '../../../workbook/address';
import { cellsOf, columnsOf, isWholeColumns, isWholeRows, rowsOf } from '../../../workbook/address';
import { readEntry, wellFormed } from '../../../workbook/entry';
import type { Sheet } from '../../../workbook/sheet';
import type { Cell, CellValue } from '../../../workbook/values';
import { isError } from '../../../workbook/values';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Area, Session } from '../session';

/** learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: five million cells. */
const MAX_CELLS = 5_000_000;
/** Characters a cell holds. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** Whole rows or columns have no cell-level values (Excel answers null). */
const unbounded = (rect: Rect): boolean => isWholeRows(rect) || isWholeColumns(rect);

/** One value per cell as Excel sends it, or null where it sends none. */
export function readGrid(
  area: Area,
  read: (cell: Cell | undefined, row: number, column: number) => Json,
): Json {
  const { sheet, rect } = area;
  if (unbounded(rect) || cellsOf(rect) > MAX_CELLS) return null;
  const grid: Json[][] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const line: Json[] = [];
    const cells = sheet.cells.get(row);
    for (let column = rect.left; column <= rect.right; column++) {
      line.push(read(cells?.get(column), row, column));
    }
    grid.push(line);
  }
  return grid;
}

export const valueJson = (value: CellValue): Json => (isError(value) ? value.error : (value ?? ''));

export const formulaJson = (cell: Cell | undefined): Json =>
  cell?.formula === undefined ? valueJson(cell?.value) : `=${cell.formula}`;

/** What stands in the cell on screen. */
export function shownText(session: Session, cell: Cell | undefined): string {
  const value = cell?.value;
  if (value === undefined) return '';
  if (isError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = session.workbook.styles.look(cell?.style ?? 0).numberFormat;
  return session.engine.format(format, value);
}

/**
 * Calls for every cell with what was sent for it: one scalar for all cells or rows of values
 * in the range's own shape; null leaves a cell alone.
 */
function eachInput(
  rect: Rect,
  input: Json,
  visit: (value: string | number | boolean, row: number, column: number) => void,
): void {
  if (unbounded(rect)) refuse('InvalidArgument', 'values of whole rows or columns');
  const rows = Array.isArray(input) ? input : undefined;
  if (!rows && typeof input === 'object') {
    refuse('InvalidArgument', 'neither a value nor rows of values');
  }
  if (rows && rows.length !== rowsOf(rect)) {
    refuse('InvalidArgument', `${rows.length} rows for ${rowsOf(rect)}`);
  }
  for (let r = 0; r < rowsOf(rect); r++) {
    const line = rows?.[r];
    if (rows && (!Array.isArray(line) || line.length !== columnsOf(rect))) {
      refuse('InvalidArgument', `row ${r} does not have ${columnsOf(rect)} values`);
    }
  }
  for (let r = 0; r < rowsOf(rect); r++) {
    const line = rows?.[r];
    for (let c = 0; c < columnsOf(rect); c++) {
      const value = Array.isArray(line) ? line[c] : input;
      if (value === null || value === undefined) continue;
      if (typeof value === 'object') refuse('InvalidArgument', 'a cell takes a single value');
      visit(value, rect.top + r, rect.left + c);
    }
  }
}

/** Cells that a merged area covers take nothing. */
function coveredBy(sheet: Sheet, rect: Rect): (row: number, column: number) => boolean {
  const merges = sheet
    .merges()
    .filter(
      (m) =>
        m.top <= rect.bottom &&
        m.bottom >= rect.top &&
        m.left <= rect.right &&
        m.right >= rect.left,
    );
  if (merges.length === 0) return () => false;
  return (row, column) =>
    merges.some(
      (m) =>
        row >= m.top &&
        row <= m.bottom &&
        column >= m.left &&
        column <= m.right &&
        (row !== m.top || column !== m.left),
    );
}

/** Enters values or formulas; refuses all of them before changing anything. */
export function writeEntries(area: Area, input: Json, session: Session): void {
  const { sheet, rect } = area;
  const { styles } = session.workbook;
  session.guardContents(sheet, rect);
  const covered = coveredBy(sheet, rect);
  const entries: (() => void)[] = [];
  let single: { before: CellValue; cell: Cell } | undefined;
  eachInput(rect, input, (entered, row, column) => {
    if (typeof entered === 'string') {
      const tooLong = entered.length > (entered.startsWith('=') ? MAX_FORMULA : MAX_TEXT);
      if (tooLong) refuse('InvalidArgument', `${entered.length} characters in one cell`);
    }
    const format = styles.look(sheet.styleAt(row, column)).numberFormat;
    const entry = readEntry(entered, format);
    if (entry.formula !== undefined && !wellFormed(entry.formula)) {
      refuse('InvalidArgument', `the formula =${entry.formula}`);
    }
    if (covered(row, column)) return;
    entries.push(() => {
      const cell = sheet.edit(row, column);
      single = { before: cell.value, cell };
      cell.value = entry.value;
      delete cell.shared;
      delete cell.array;
      delete cell.formula;
      if (entry.formula !== undefined) cell.formula = entry.formula;
      if (entry.numberFormat !== undefined && format === 'General') {
        const value = entry.numberFormat;
        cell.style = styles.restyle(cell.style, { part: 'numberFormat', value });
      }
    });
  });
  for (const enter of entries) enter();
  if (entries.length === 0) return;
  const alone =
    cellsOf(rect) === 1 && single && single.cell.formula === undefined ? single : undefined;
  session.announce({
    kind: 'values',
    sheet,
    rect,
    ...(alone && { before: alone.before, after: alone.cell.value }),
  });
}

/** Sets the number format of each cell. */
export function writeNumberFormats(area: Area, input: Json, session: Session): void {
  const { sheet, rect } = area;
  const { styles } = session.workbook;
  session.guardPermission(sheet, 'formatCells');
  eachInput(rect, input, (format, row, column) => {
    if (typeof format !== 'string') refuse('InvalidArgument', 'a number format is text');
    const value = format === '' ? 'General' : format;
    const cell = sheet.edit(row, column);
    cell.style = styles.restyle(cell.style, { part: 'numberFormat', value });
  });
  session.announce({ kind: 'format', sheet, rect });
}

/** Takes contents, formats or both away; Excel.ClearApplyTo. */
export function clearCells(area: Area, applyTo: Json | undefined, session: Session): void {
  const { sheet, rect } = area;
  const what = applyTo ?? 'All';
  if (
    typeof what !== 'string' ||
    !['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'].includes(
      what,
    )
  ) {
    refuse('InvalidArgument', `clear ${JSON.stringify(what)}`);
  }
  const contents = what === 'All' || what === 'Contents' || what === 'ResetContents';
  const formats = what === 'All' || what === 'Formats';
  if (contents) session.guardContents(sheet, rect);
  if (formats) session.guardPermission(sheet, 'formatCells');
  let emptied = 0;
  sheet.each(rect, (cell, row, column) => {
    if (contents && (cell.value !== undefined || cell.formula !== undefined)) {
      emptied++;
      const edited = sheet.edit(row, column);
      edited.value = undefined;
      delete edited.formula;
      delete edited.array;
      delete edited.shared;
    }
    if (formats) sheet.edit(row, column).style = 0;
  });
  if (emptied > 0) session.announce({ kind: 'values', sheet, rect });
  if (formats) session.announce({ kind: 'format', sheet, rect });
}
