/** Which cell or area does a reference in an .xlsx name? */
import { columnLetters, parseAddress, type CellRange } from '../../domain/grid';
import { corrupt } from '../fileFaultError';

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Rows and columns of a sheet, zero-based, packed into one number: row × 16,384 + column. */
export function packedReference(reference: string): number {
  let column = 0;
  let row = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  const letters = at;
  for (; at < reference.length; at += 1) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) throw corrupt();
    row = row * 10 + digit;
  }
  const isInside =
    letters > 0 && letters <= 3 && row >= 1 && row - 1 <= lastRow && column - 1 <= lastColumn;
  if (!isInside) throw corrupt();
  return (row - 1) * (lastColumn + 1) + column - 1;
}

/** The row of a packed reference. */
export function packedRow(packed: number): number {
  return Math.floor(packed / (lastColumn + 1));
}

/** The column of a packed reference. */
export function packedColumn(packed: number): number {
  return packed % (lastColumn + 1);
}

/** A row number as files have it (from 1), zero-based. @throws corrupt beyond the sheet. */
export function rowIndex(number: number): number {
  if (number < 1 || number - 1 > lastRow) throw corrupt();
  return number - 1;
}

/** A column beyond the sheet is corrupt. */
export function requireColumn(column: number): number {
  if (column > lastColumn) throw corrupt();
  return column;
}

/** An area such as `B2:D4`, a single cell, whole columns (`B:D`) or rows. @throws corrupt for anything else. */
export function parseArea(reference: string): CellRange {
  const [first = '', second = first, ...more] = (spelledOut(reference) ?? reference).split(':');
  const from = parseAddress(first);
  const until = parseAddress(second);
  if (from === null || until === null || more.length > 0) throw corrupt();
  const area = {
    top: Math.min(from.row, until.row),
    left: Math.min(from.column, until.column),
    bottom: Math.max(from.row, until.row),
    right: Math.max(from.column, until.column),
  };
  if (area.bottom > lastRow || area.right > lastColumn) throw corrupt();
  return area;
}

/** Whole columns or rows as an area of cells: `B:D` → `B1:D1048576`; null for all else. */
function spelledOut(reference: string): string | null {
  const [, first = '', second = ''] = /^\$?([A-Z]+):\$?([A-Z]+)$/i.exec(reference) ?? [];
  if (first !== '') return `${first}1:${second}${lastRow + 1}`;
  const [, top = '', bottom = ''] = /^\$?(\d+):\$?(\d+)$/.exec(reference) ?? [];
  return top === '' ? null : `A${top}:${columnLetters(lastColumn)}${bottom}`;
}
