/** Which cells of an opened workbook are meant, what do they show, and why can nothing be written there? */
import type { CellReference } from '../../application/cellContent';
import type { UnwritableCell } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import type { CellPosition, CellRange, Grid } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { sameSheetName } from '../../domain/sheetName';
import type { BookSheet } from './BookSheet';

/** Cells whose texts are read at most. */
const mostSelected = 20_000;

/** A cell found. */
export interface BookCell {
  readonly sheet: BookSheet;
  readonly at: CellPosition;
}

export function sheetNamed(sheets: readonly BookSheet[], name: string): BookSheet | undefined {
  return sheets.find((sheet) => sameSheetName(sheet.name, name));
}

/** Every cell that is named; `notThere` where one is not. */
export function findCells(
  sheets: readonly BookSheet[],
  cells: readonly CellReference[],
): Result<readonly BookCell[], HostFault> {
  const found: BookCell[] = [];
  for (const { sheet: name, cell } of cells) {
    const [sheet, at] = [sheetNamed(sheets, name), parseAddress(cell)];
    if (at === null) return failure({ code: 'notThere', what: `${name}!${cell}` });
    if (sheet === undefined) return failure({ code: 'notThere', what: name });
    found.push({ sheet, at });
  }
  return success(found);
}

/** Why a cell takes nothing; null where it does. @param named as it was asked for */
export function unwritable({ sheet, at }: BookCell, named: CellReference): UnwritableCell | null {
  const place = { sheet: named.sheet, cell: named.cell };
  if (sheet.isLocked(at)) return { ...place, why: 'locked', at: named.cell };
  const anchor = sheet.anchorOf(at);
  if (anchor === null) return null;
  return { ...place, why: 'merged', at: cellAddress(anchor.row, anchor.column) };
}

/** What stands in areas of a sheet, cell by cell, blanks left out. */
export function textsIn(
  { rows }: Grid,
  areas: readonly CellRange[],
): Result<readonly string[], HostFault> {
  const texts: string[] = [];
  for (const { top, left, bottom, right } of areas) {
    const inUse = Math.min(bottom, rows.length - 1);
    if ((inUse - top + 1) * (right - left + 1) > mostSelected) {
      return failure({ code: 'tooMuchData', sheet: null });
    }
    for (let row = top; row <= inUse; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const value = rows[row]?.[column]?.value ?? '';
        const text = typeof value === 'object' ? value.error : String(value);
        if (text.trim() !== '') texts.push(text);
      }
    }
  }
  return success(texts);
}

export function sameCell(one: CellReference, other: CellReference): boolean {
  return sameSheetName(one.sheet, other.sheet) && one.cell === other.cell;
}
