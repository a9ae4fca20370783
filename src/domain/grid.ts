/** What is a worksheet to the core? Cells as read, by zero-based row and column; nothing of Excel. */

import type { StoredExplanations } from './submission/kept';
import type { Unread } from './unread';

/** An error value in a cell, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/** A cell's value; null when a cell exists (formula, format) but shows nothing. */
export type CellValue = number | string | boolean | CellError | null;

/** One cell that holds something. */
export interface Cell {
  readonly value: CellValue;
  /** The formula with its leading `=`, in A1 style and English; null for a typed value. */
  readonly formula: string | null;
  /** The number format code as in a US English Excel; `General` where none is set. */
  readonly numberFormat: string;
}

/**
 * The formula of a cell that has one where the source does not say which. Excel accepts no such
 * formula, so that nothing is concluded from it, least of all that a figure was typed.
 */
export const unknownFormula = '=?';

/** The same where the source says so much that something is taken from another workbook. */
export const unknownLink = '=[?]!?';

/** A position, zero-based. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A block of cells, zero-based, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Cells of one row by column; columns without content are absent. */
export type GridRow = readonly (Cell | undefined)[];

/** Zero-based indices of rows and columns. */
export interface SqueezedParts {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

/** One worksheet as read. */
export interface Grid {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Rows by zero-based index; rows without content are absent. May be sparse: use forEach or {@link cellAt}. */
  readonly rows: readonly (GridRow | undefined)[];
  /** Merged areas; null where the source cannot tell them cheaply (recognition never needs them). */
  readonly merges: readonly CellRange[] | null;
  /** Zero-based indices of hidden rows and columns. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Those that are shown, but so low or so narrow that nothing in them is seen; absent where there are none, or nobody says. */
  readonly squeezed?: SqueezedParts;
  /** True where cells that are locked cannot be written; absent where the source does not say. */
  readonly isProtected?: boolean;
  /** True where cells of it are marked by this program; absent where the source does not say. */
  readonly isMarked?: boolean;
}

/** How a workbook is set to calculate, and how far its stored results can be believed. */
export interface Calculation {
  /** `manual`: Excel calculates only when the user asks for it (F9), so that results may be stale. */
  readonly mode: 'automatic' | 'manual';
  /** The file was saved while formulas waited to be calculated. */
  readonly isPending: boolean;
  /** Excel is told to calculate everything when it opens the file: it may show other results. */
  readonly fullOnLoad: boolean;
}

/** A name that a workbook defines. */
export interface WorkbookName {
  readonly name: string;
  /** The sheet to which it belongs; null for the whole workbook's. */
  readonly sheet: string | null;
  /** Not listed by Excel where names are managed. */
  readonly isHidden: boolean;
  /** To another workbook itself, or through another name. */
  readonly leads: 'out' | 'outByName' | 'nowhere';
}

/** A link to another workbook that stands in no cell: of a list to choose from, of a format's condition, of a chart. */
export type LinkBeside =
  | {
      readonly kind: 'validation' | 'condition';
      readonly sheet: string;
      /** The cells as the source writes them: `B5:B9 D5`. */
      readonly cells: string;
    }
  | { readonly kind: 'chart' };

/** All worksheets of a workbook in their order. */
export interface WorkbookGrids {
  readonly sheets: readonly Grid[];
  /** Absent where the source does not say. */
  readonly calculation?: Calculation;
  /** What could not be read of the source; absent where everything was. */
  readonly unread?: readonly Unread[];
  /**
   * The names that are defined, Excel's own apart; absent or empty where none leads to another
   * workbook, null where they could not be read.
   */
  readonly names?: readonly WorkbookName[] | null;
  /** What else than cells and names leads to another workbook; absent where the source does not say. */
  readonly linksBeside?: readonly LinkBeside[];
  /** The user's explanations that travel in it; absent where it holds none, or the source cannot. */
  readonly explanations?: StoredExplanations;
  /** False where nothing that is written beside the findings is read from such a file; absent otherwise. */
  readonly takesExplanations?: false;
}

/** The cell at a position, or undefined where nothing stands. */
export function cellAt(grid: Grid, row: number, column: number): Cell | undefined {
  return grid.rows[row]?.[column];
}

/** Column letters of a zero-based column: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 address of a zero-based position: (10, 11) → `K12`. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

/** The A1 address of a range: `A3:M24`. */
export function rangeAddress(range: CellRange): string {
  return `${cellAddress(range.top, range.left)}:${cellAddress(range.bottom, range.right)}`;
}

/** The zero-based position of an A1 address (`K12`, `$K$12`), or null when it is not one. */
export function parseAddress(address: string): CellPosition | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address);
  if (match === null) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** True for an error value. */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/**
 * True when a number format shows its number as a date or a time.
 * Quoted text, escaped characters, colours and conditions in brackets do not count.
 */
export function isDateFormat(numberFormat: string): boolean {
  return /[ymdhs年月日]/i.test(bareFormat(numberFormat));
}

/** True when a number format shows a day of the calendar, and not only the time of a day or a duration. */
export function showsCalendarDay(numberFormat: string): boolean {
  const bare = bareFormat(numberFormat);
  return /[yd年月日]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

/** What a number format itself says for positive numbers: without texts, colours and conditions. */
function bareFormat(numberFormat: string): string {
  // Most formats speak of nothing like it, whatever is left out of them.
  if (!/[ymdhs年月日]/i.test(numberFormat)) return '';
  const bare = numberFormat
    .replace(/"[^"]*"/g, '')
    .replace(/[\\!]./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/_./g, '')
    .replace(/General/gi, '');
  return bare.split(';')[0] ?? '';
}
