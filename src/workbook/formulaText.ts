// Which cells and names does a formula mention, and how does its text change when cells move?

import type { Rect } from './address';
import { columnIndex, columnLetters, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from './address';

/** One corner of a reference; undefined coordinates for whole rows or columns. */
interface Corner {
  row: number | undefined;
  column: number | undefined;
  rowFixed: boolean;
  columnFixed: boolean;
}

interface ReferenceToken {
  readonly kind: 'reference';
  /** As written before `!`, quotes removed; undefined for the formula's own sheet. */
  readonly sheet: string | undefined;
  readonly first: Corner;
  readonly last: Corner | undefined;
  /** Stands for a reference whose cells were deleted. */
  readonly broken?: true;
}
export type Token =
  | ReferenceToken
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'function'; readonly text: string }
  | { readonly kind: 'other'; readonly text: string };

const STRING = /"(?:[^"]|"")*"/y;
/** A sheet before `!`; of another workbook with its number in brackets. */
const SHEET = /(?:'((?:[^']|'')+)'|((?:\[[0-9]+\])?[\p{L}_][\p{L}\p{N}_.]*))!/uy;
const CELLS =
  /(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})(?:(:)(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6}))?(?![\p{L}\p{N}_.(!])/uy;
const COLUMNS = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])/uy;
const ROWS = /(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})(?![\p{L}\p{N}_.(!])/uy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const NUMBER = /[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/y;
const ERROR = /#(?:REF!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A|NULL!|SPILL!|CALC!)/y;
const BRACKETS = /\[[^\]]*\]/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

const corner = (
  columnDollar: string | undefined,
  column: string | undefined,
  rowDollar: string | undefined,
  row: string | undefined,
): Corner => ({
  row: row === undefined ? undefined : Number(row) - 1,
  column: column === undefined ? undefined : columnIndex(column),
  rowFixed: rowDollar === '$',
  columnFixed: columnDollar === '$',
});

function readReference(
  text: string,
  at: number,
  sheet: string | undefined,
): { token: ReferenceToken; end: number } | undefined {
  const cells = match(CELLS, text, at);
  if (cells) {
    const first = corner(cells[1], cells[2], cells[3], cells[4]);
    const last = cells[5] ? corner(cells[6], cells[7], cells[8], cells[9]) : undefined;
    const inside = (c: Corner | undefined): boolean =>
      !c || ((c.row ?? 0) < MAX_ROWS && (c.column ?? 0) < MAX_COLUMNS);
    if (inside(first) && inside(last)) {
      return { token: { kind: 'reference', sheet, first, last }, end: CELLS.lastIndex };
    }
  }
  const columns = match(COLUMNS, text, at);
  if (columns) {
    const first = corner(columns[1], columns[2], undefined, undefined);
    const last = corner(columns[3], columns[4], undefined, undefined);
    return { token: { kind: 'reference', sheet, first, last }, end: COLUMNS.lastIndex };
  }
  const rows = match(ROWS, text, at);
  if (rows) {
    const first = corner(undefined, undefined, rows[1], rows[2]);
    const last = corner(undefined, undefined, rows[3], rows[4]);
    return { token: { kind: 'reference', sheet, first, last }, end: ROWS.lastIndex };
  }
  return undefined;
}

/** Splits a formula (without its `=`) into references, names, function names and the rest. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let other = '';
  let at = 0;
  const push = (token: Token, end: number): void => {
    if (other) tokens.push({ kind: 'other', text: other });
    other = '';
    tokens.push(token);
    at = end;
  };
  while (at < formula.length) {
    const sheet = match(SHEET, formula, at);
    if (sheet) {
      const name = sheet[1]?.replaceAll("''", "'") ?? sheet[2] ?? '';
      const reference = readReference(formula, at + sheet[0].length, name);
      if (reference) push(reference.token, reference.end);
      else {
        other += sheet[0];
        at += sheet[0].length;
      }
      continue;
    }
    const plain =
      match(STRING, formula, at) ?? match(ERROR, formula, at) ?? match(BRACKETS, formula, at);
    if (plain) {
      other += plain[0];
      at += plain[0].length;
      continue;
    }
    const reference = readReference(formula, at, undefined);
    if (reference) {
      push(reference.token, reference.end);
      continue;
    }
    const word = match(WORD, formula, at);
    if (word) {
      const end = at + word[0].length;
      push({ kind: formula[end] === '(' ? 'function' : 'name', text: word[0] }, end);
      continue;
    }
    const number = match(NUMBER, formula, at);
    const text = number?.[0] ?? formula[at] ?? '';
    other += text;
    at += text.length;
  }
  if (other) tokens.push({ kind: 'other', text: other });
  return tokens;
}

function cornerText(c: Corner): string {
  const column = c.column === undefined ? '' : (c.columnFixed ? '$' : '') + columnLetters(c.column);
  return column + (c.row === undefined ? '' : (c.rowFixed ? '$' : '') + String(c.row + 1));
}

function tokenText(token: Token): string {
  if (token.kind !== 'reference') return token.text;
  const prefix = token.sheet === undefined ? '' : `${quoteSheetName(token.sheet)}!`;
  if (token.broken) return `${prefix}#REF!`;
  return prefix + cornerText(token.first) + (token.last ? `:${cornerText(token.last)}` : '');
}

export const untokenize = (tokens: readonly Token[]): string => tokens.map(tokenText).join('');

/** The cells a reference names. */
export function rectOf(token: ReferenceToken): Rect {
  const last = token.last ?? token.first;
  const rows = [token.first.row ?? 0, last.row ?? MAX_ROWS - 1];
  const columns = [token.first.column ?? 0, last.column ?? MAX_COLUMNS - 1];
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

const mapReferences = (
  formula: string,
  change: (token: ReferenceToken) => ReferenceToken,
): string => untokenize(tokenize(formula).map((t) => (t.kind === 'reference' ? change(t) : t)));

/** The formula as it reads after being copied by so many rows and columns: relative parts move. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const move = (c: Corner): Corner => ({
    ...c,
    row: c.row === undefined || c.rowFixed ? c.row : c.row + rows,
    column: c.column === undefined || c.columnFixed ? c.column : c.column + columns,
  });
  const outside = (c: Corner): boolean =>
    (c.row ?? 0) < 0 ||
    (c.row ?? 0) >= MAX_ROWS ||
    (c.column ?? 0) < 0 ||
    (c.column ?? 0) >= MAX_COLUMNS;
  return mapReferences(formula, (token) => {
    const first = move(token.first);
    const last = token.last && move(token.last);
    const moved = { ...token, first, last };
    return outside(first) || (last && outside(last)) ? { ...moved, broken: true } : moved;
  });
}

/** Rows or columns inserted (count > 0) or deleted (count < 0) at an index of one sheet. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
}

/** Where a span of indexes lies after the shift; undefined when all of it was deleted. */
export function shiftSpan(
  first: number,
  last: number,
  shift: Shift,
): { first: number; last: number } | undefined {
  if (shift.count >= 0) {
    return {
      first: first >= shift.at ? first + shift.count : first,
      last: last >= shift.at ? last + shift.count : last,
    };
  }
  const gone = -shift.count;
  const end = shift.at + gone;
  if (first >= shift.at && last < end) return undefined;
  const place = (index: number, deleted: number): number =>
    index < shift.at ? index : index < end ? deleted : index - gone;
  return { first: place(first, shift.at), last: place(last, shift.at - 1) };
}

/** Where a rectangle lies after the shift; undefined when all of it was deleted. */
export function shiftRect(rect: Rect, shift: Shift): Rect | undefined {
  const limit = (shift.axis === 'row' ? MAX_ROWS : MAX_COLUMNS) - 1;
  const [first, last] = shift.axis === 'row' ? [rect.top, rect.bottom] : [rect.left, rect.right];
  if (first === 0 && last === limit) return rect;
  const span = shiftSpan(first, last, shift);
  if (!span || span.first > limit) return undefined;
  const end = Math.min(span.last, limit);
  return shift.axis === 'row'
    ? { ...rect, top: span.first, bottom: end }
    : { ...rect, left: span.first, right: end };
}

/** The formula after cells of `sheet` moved; `own` is the sheet the formula stands on. */
export function shiftFormula(formula: string, own: string, sheet: string, shift: Shift): string {
  const same = (name: string): boolean => name.toLowerCase() === sheet.toLowerCase();
  return mapReferences(formula, (token) => {
    if (!same(token.sheet ?? own)) return token;
    const last = token.last ?? token.first;
    const get = (c: Corner): number | undefined => (shift.axis === 'row' ? c.row : c.column);
    const from = get(token.first);
    const to = get(last);
    if (from === undefined || to === undefined) return token;
    const span = shiftSpan(Math.min(from, to), Math.max(from, to), shift);
    if (!span) return { ...token, broken: true };
    const put = (c: Corner, index: number): Corner =>
      shift.axis === 'row' ? { ...c, row: index } : { ...c, column: index };
    const swapped = from > to;
    return {
      ...token,
      first: put(token.first, swapped ? span.last : span.first),
      last: token.last && put(token.last, swapped ? span.first : span.last),
    };
  });
}

/** The formula after a sheet was renamed, or deleted (`to` undefined → #REF!). */
export function renameSheet(formula: string, from: string, to: string | undefined): string {
  const hit = (name: string | undefined): boolean => name?.toLowerCase() === from.toLowerCase();
  return mapReferences(formula, (token) => {
    if (!hit(token.sheet)) return token;
    return to === undefined
      ? { ...token, sheet: undefined, broken: true }
      : { ...token, sheet: to };
  });
}
