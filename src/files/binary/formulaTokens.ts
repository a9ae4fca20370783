/** Are a binary formula's tokens sound, and is it spelled out somewhere else? */
import { corrupt } from '../fileFaultError';

/** No Excel stores a longer formula in this format (1,800 bytes). */
const longestFormula = 1800;

const sharedToken = 0x01;
const tableToken = 0x02;
const rangeToken = 0x11;
const textToken = 0x17;
const attributeToken = 0x19;
/** A name of another group than the workbook's own names; all above are references with a sheet. */
const nameToken = 0x39;

/** Bytes of each token with its operands, by base number (MS-XLS 2.5.198); 0: depends on its content. */
const tokenSizes: Readonly<Record<number, number>> = {
  ...Object.fromEntries(Array.from({ length: 0x14 }, (_, index) => [index + 0x03, 1])),
  [sharedToken]: 5,
  [tableToken]: 5,
  0x17: 0,
  [attributeToken]: 0,
  0x1c: 2,
  0x1d: 2,
  0x1e: 3,
  0x1f: 9,
  0x20: 8,
  0x21: 3,
  0x22: 4,
  0x23: 5,
  0x24: 5,
  0x25: 9,
  0x26: 7,
  0x27: 7,
  0x28: 7,
  0x29: 3,
  0x2a: 5,
  0x2b: 9,
  0x2c: 5,
  0x2d: 9,
  0x39: 7,
  0x3a: 7,
  0x3b: 11,
  0x3c: 7,
  0x3d: 11,
};

/** Where a formula stands: in its cell, or shared by many (then it must not refer on). */
export type FormulaPlace = 'cell' | 'shared';

/**
 * What the record says: the formula itself, or that it is the shared one or a data table's.
 * `unknown`: it holds tokens that nobody should be asked to read, or names of other workbooks;
 * `unknownLink`: the same, and it is seen to refer to another workbook.
 */
export type FormulaSource = 'own' | 'shared' | 'dataTable' | 'unknown' | 'unknownLink';

/** Whose the references of a group are. */
export interface ReferredBooks {
  /** Whether its names are this workbook's or an add-in's. */
  isOwnName(group: number): boolean;
  /** Whether it is another workbook's. */
  isOtherBook(group: number): boolean;
}

/**
 * Walks over the tokens at an offset that begins with their total length, 2 bytes. Unknown are
 * formulas with tokens that Excel 97 and later do not write (natural language, damage), and such as
 * refer to another formula anywhere but as a cell's only token: these would have to be followed
 * without end.
 *
 * @throws FileFaultError corrupt where the formula is longer than its record
 */
export function checkFormula(
  view: DataView,
  at: number,
  end: number,
  place: FormulaPlace,
  books: ReferredBooks,
): FormulaSource {
  if (at + 2 > end) throw corrupt();
  const length = view.getUint16(at, true);
  const first = at + 2;
  const last = first + length;
  if (last > end) throw corrupt();
  if (length > longestFormula) return 'unknown';
  if (length === 5 && place === 'cell') {
    const token = view.getUint8(first);
    if (token === sharedToken) return 'shared';
    if (token === tableToken) return 'dataTable';
  }
  let isUnknown = false;
  let joinsAreas = false;
  let namesSheets = false;
  let isLink = false;
  for (let next = first; next < last;) {
    const token = view.getUint8(next);
    const base = baseOf(token);
    const size = tokenSize(view, next, last);
    if (size === null) {
      isUnknown = true;
      break;
    }
    if (base >= nameToken) {
      const group = view.getUint16(next + 1, true);
      isUnknown ||= base === nameToken && !books.isOwnName(group);
      isLink ||= books.isOtherBook(group);
    }
    joinsAreas ||= token === rangeToken;
    namesSheets ||= token === textToken || base >= nameToken;
    next += size;
  }
  // The library doubts on the console whether these are areas of one sheet.
  if (!isUnknown && !(joinsAreas && namesSheets)) return 'own';
  return isLink ? 'unknownLink' : 'unknown';
}

/** A token's number without its class: reference, value or array. */
export function baseOf(token: number): number {
  return token >= 0x40 ? (token & 0x1f) | 0x20 : token;
}

/** Bytes of the token at an offset with its operands; null for one that cannot be passed over. */
export function tokenSize(view: DataView, at: number, last: number): number | null {
  const token = view.getUint8(at);
  const base = baseOf(token);
  if (base === sharedToken || base === tableToken || token >= 0x80) return null;
  const stated = tokenSizes[base] ?? -1;
  const size = stated === 0 ? variableSize(view, at, last) : stated;
  return size < 0 || at + size > last ? null : size;
}

/** A text: its length and width are stated; an attribute: a choice has a table of jumps. -1: neither. */
function variableSize(view: DataView, at: number, last: number): number {
  if (at + 4 > last) {
    // An empty text is the shortest of them: token, length 0, flags.
    const isEmptyText = view.getUint8(at) === 0x17 && view.getUint8(at + 1) === 0;
    return at + 3 === last && isEmptyText ? 3 : -1;
  }
  const kind = view.getUint8(at + 1);
  if (view.getUint8(at) === attributeToken) {
    return (kind & 0x04) !== 0 ? 4 + (view.getUint16(at + 2, true) + 1) * 2 : 4;
  }
  const isWide = (view.getUint8(at + 2) & 1) !== 0;
  return 3 + kind * (isWide ? 2 : 1);
}
