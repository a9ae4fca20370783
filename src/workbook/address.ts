// Which cells does an A1 address name, and how is a rectangle of cells written as an address?

/** Rows of a worksheet in Excel 2007 and later. */
export const MAX_ROWS = 1_048_576;
/** Columns of a worksheet in Excel 2007 and later. */
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells: zero-based, both ends inclusive. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 0, AA → 26; letters only, any case. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** Zero-based row and column → A1. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

export const isWholeRows = (rect: Rect): boolean =>
  rect.left === 0 && rect.right === MAX_COLUMNS - 1;
export const isWholeColumns = (rect: Rect): boolean =>
  rect.top === 0 && rect.bottom === MAX_ROWS - 1;
export const rowsOf = (rect: Rect): number => rect.bottom - rect.top + 1;
export const columnsOf = (rect: Rect): number => rect.right - rect.left + 1;
export const cellsOf = (rect: Rect): number => rowsOf(rect) * columnsOf(rect);
export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** A rectangle as Excel writes it: A1, A1:B2, 3:4 for whole rows, C:D for whole columns. */
export function rectAddress(rect: Rect): string {
  if (isWholeRows(rect)) return `${String(rect.top + 1)}:${String(rect.bottom + 1)}`;
  if (isWholeColumns(rect)) return `${columnLetters(rect.left)}:${columnLetters(rect.right)}`;
  const first = cellAddress(rect.top, rect.left);
  const last = cellAddress(rect.bottom, rect.right);
  return first === last ? first : `${first}:${last}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

/** One address without a sheet name → its rectangle; undefined when it is not one on a worksheet. */
export function parseRect(text: string): Rect | undefined {
  const [first = '', last = first, ...rest] = text.trim().split(':');
  if (rest.length > 0) return undefined;
  const ranged = text.includes(':');
  const a = CELL.exec(first);
  const b = CELL.exec(last);
  if (a && b) {
    return ordered(
      Number(a[2]) - 1,
      columnIndex(a[1] ?? ''),
      Number(b[2]) - 1,
      columnIndex(b[1] ?? ''),
    );
  }
  if (!ranged) return undefined;
  const c = COLUMN.exec(first);
  const d = COLUMN.exec(last);
  if (c && d) {
    return ordered(0, columnIndex(c[1] ?? ''), MAX_ROWS - 1, columnIndex(d[1] ?? ''));
  }
  const e = ROW.exec(first);
  const f = ROW.exec(last);
  if (e && f) return ordered(Number(e[1]) - 1, 0, Number(f[1]) - 1, MAX_COLUMNS - 1);
  return undefined;
}

function ordered(row1: number, column1: number, row2: number, column2: number): Rect | undefined {
  const rect = {
    top: Math.min(row1, row2),
    left: Math.min(column1, column2),
    bottom: Math.max(row1, row2),
    right: Math.max(column1, column2),
  };
  return onSheet(rect) ? rect : undefined;
}

/** Whether every cell of the rectangle exists on a worksheet. */
export function onSheet(rect: Rect): boolean {
  return (
    rect.top >= 0 &&
    rect.left >= 0 &&
    rect.bottom >= rect.top &&
    rect.right >= rect.left &&
    rect.bottom < MAX_ROWS &&
    rect.right < MAX_COLUMNS
  );
}

/** The cells both rectangles share, if any. */
export function intersect(a: Rect, b: Rect): Rect | undefined {
  const rect = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return rect.top <= rect.bottom && rect.left <= rect.right ? rect : undefined;
}

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.bottom <= outer.bottom &&
  inner.right <= outer.right;

/** The smallest rectangle around both. */
export const bounding = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** `outer` without the cells of `hole`: up to four rectangles. */
export function subtract(outer: Rect, hole: Rect): Rect[] {
  const cut = intersect(outer, hole);
  if (!cut) return [outer];
  const rest: Rect[] = [];
  if (cut.top > outer.top) rest.push({ ...outer, bottom: cut.top - 1 });
  if (cut.bottom < outer.bottom) rest.push({ ...outer, top: cut.bottom + 1 });
  const middle = { top: cut.top, bottom: cut.bottom };
  if (cut.left > outer.left) rest.push({ ...middle, left: outer.left, right: cut.left - 1 });
  if (cut.right < outer.right) rest.push({ ...middle, left: cut.right + 1, right: outer.right });
  return rest;
}

/** A sheet name as it stands before `!`: quoted unless plain letters, digits and underscores. */
export function quoteSheetName(name: string): string {
  const plain =
    /^(?:\[[0-9]+\])?[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'表 1'!A1` into its sheet name (undefined when absent) and the rest. */
export function splitSheet(address: string): { sheet: string | undefined; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const at = address.lastIndexOf('!');
  return at < 0
    ? { sheet: undefined, rest: address }
    : { sheet: address.slice(0, at), rest: address.slice(at + 1) };
}
