// How does a worksheet's part change where some of its cells get other contents, and nowhere else?

import { SaxesParser } from 'saxes';
import { cellAddress, parseRect } from './address';
import { escapeAttribute, escapeText, harmless } from './ooxml/xml';
import type { CellValue } from './values';
import { isError } from './values';

/** What a cell is to hold, zero-based. */
export interface CellContent {
  readonly row: number;
  readonly column: number;
  /** What is shown; undefined for nothing. */
  readonly value: CellValue;
  /** Without its `=`; absent where a value is typed, or the formula stays. */
  readonly newFormula?: string;
  /** True where the formula that stands there stays and shows the value. */
  readonly keepsFormula: boolean;
  /** Index of the cell's format; absent where it stays. */
  readonly style?: number;
}

/** A cell as it stands in the part's text. */
interface WrittenCell {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly formula: WrittenFormula | null;
}

interface WrittenFormula {
  readonly start: number;
  readonly end: number;
  /** Other cells may have it from here: it is shared, or of an area. */
  readonly isOfOthers: boolean;
}

/** A row as it stands there, with where its cells begin. */
interface WrittenRow {
  readonly name: string;
  readonly start: number;
  /** Where its opening tag ends, and whether nothing comes after that. */
  readonly opened: number;
  readonly isEmpty: boolean;
  readonly cells: { readonly column: number; readonly start: number }[];
  /** Where its closing tag begins. */
  closes: number;
}

/** What a part's text holds, as far as it is looked at. */
interface Written {
  readonly cells: ReadonlyMap<string, WrittenCell>;
  readonly rows: ReadonlyMap<number, WrittenRow>;
  /** Where the closing tag of the cells begins; null where it cannot be told where a cell belongs. */
  readonly end: number | null;
}

/** A part with other contents. */
export interface Patched {
  readonly text: string;
  /** Formulas that are there no more, or are new. */
  readonly lostFormulas: number;
}

/** A stretch of the text, and what is to stand in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The part's text in which these cells, and nothing beside them, are written anew. Their formats stay.
 *
 * @returns null where others depend on what is written there, or it cannot be told where a cell belongs
 */
export function patchCells(text: string, contents: readonly CellContent[]): Patched | null {
  const wanted = new Map(
    contents.map((content) => [placeOf(content.row, content.column), content]),
  );
  const written = findCells(text, wanted);
  if (written === null) return null;
  const edits: Edit[] = [];
  const missing: CellContent[] = [];
  let lostFormulas = 0;
  for (const [place, content] of wanted) {
    const cell = written.cells.get(place);
    if (content.newFormula !== undefined) lostFormulas += 1;
    if (cell === undefined) {
      missing.push(content);
      continue;
    }
    const { formula } = cell;
    if (formula !== null && !content.keepsFormula) {
      if (formula.isOfOthers) return null;
      lostFormulas += 1;
    }
    edits.push({ start: cell.start, end: cell.end, text: writtenCell(text, cell, content) });
  }
  const added = insertions(missing, written);
  if (added === null) return null;
  edits.push(...added);
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits) {
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), lostFormulas };
}

function placeOf(row: number, column: number): string {
  return `${row},${column}`;
}

function writtenCell(text: string, cell: WrittenCell, content: CellContent): string {
  const { name, attributes, formula } = cell;
  const kept =
    content.keepsFormula && formula !== null ? text.slice(formula.start, formula.end) : '';
  // What was said of the old value (its type, its metadata) is not true of the new one.
  const own = Object.entries(attributes).filter(([key]) => !['t', 'cm', 'vm'].includes(key));
  if (content.style !== undefined && String(content.style) !== (attributes['s'] ?? '0')) {
    const at = own.findIndex(([key]) => key === 's');
    if (at >= 0) own.splice(at, 1);
    own.push(['s', String(content.style)]);
  }
  return cellText(name, own, kept, content);
}

function cellText(
  name: string,
  attributes: readonly (readonly [string, string])[],
  keptFormula: string,
  { value, newFormula }: CellContent,
): string {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  const formulaText =
    newFormula === undefined ? keptFormula : `<${prefix}f>${escapeText(newFormula)}</${prefix}f>`;
  const type = typeOf(value, formulaText !== '');
  const all = type === null ? attributes : [...attributes, ['t', type] as const];
  const tag = all.map(([key, said]) => ` ${key}="${escapeAttribute(said)}"`).join('');
  const shown = valueText(value, prefix, type);
  if (formulaText === '' && shown === '') return `<${name}${tag}/>`;
  return `<${name}${tag}>${formulaText}${shown}</${name}>`;
}

function typeOf(value: CellValue, isResult: boolean): string | null {
  if (typeof value === 'string') return isResult ? 'str' : 'inlineStr';
  if (typeof value === 'boolean') return 'b';
  return isError(value) ? 'e' : null;
}

function valueText(value: CellValue, prefix: string, type: string | null): string {
  if (value === undefined) return '';
  const shown = escapeText(
    isError(value) ? value.error : typeof value === 'boolean' ? (value ? '1' : '0') : String(value),
  );
  return type === 'inlineStr'
    ? `<${prefix}is><${prefix}t xml:space="preserve">${shown}</${prefix}t></${prefix}is>`
    : `<${prefix}v>${shown}</${prefix}v>`;
}

/** Cells that do not stand there yet, at their places in their rows; rows that do not, among the others. */
function insertions(missing: readonly CellContent[], written: Written): Edit[] | null {
  const edits: Edit[] = [];
  const byRow = new Map<number, CellContent[]>();
  for (const content of missing) {
    if (content.value === undefined && content.newFormula === undefined && !content.style) continue;
    byRow.set(content.row, [...(byRow.get(content.row) ?? []), content]);
  }
  if (byRow.size === 0) return edits;
  if (written.end === null) return null;
  const [sample] = written.rows.values();
  const rowName = sample?.name ?? 'row';
  const cellName = `${rowName.slice(0, rowName.indexOf(':') + 1)}c`;
  const ordered = [...written.rows].sort(([one], [other]) => one - other);
  const textOf = (content: CellContent): string => {
    const style = content.style ?? 0;
    const r = cellAddress(content.row, content.column);
    const attributes = [['r', r] as const, ...(style === 0 ? [] : [['s', String(style)] as const])];
    return cellText(cellName, attributes, '', content);
  };
  for (const [row, contents] of [...byRow].sort(([one], [other]) => one - other)) {
    contents.sort((one, other) => one.column - other.column);
    const known = written.rows.get(row);
    if (known === undefined) {
      const next = ordered.find(([other]) => other > row)?.[1];
      const at = next?.start ?? written.end;
      const cells = contents.map(textOf).join('');
      edits.push({ start: at, end: at, text: `<${rowName} r="${row + 1}">${cells}</${rowName}>` });
    } else if (known.isEmpty) {
      const cells = contents.map(textOf).join('');
      // `<row …/>` becomes `<row …>…</row>`.
      edits.push({ start: known.opened - 2, end: known.opened, text: `>${cells}</${known.name}>` });
    } else {
      for (const content of contents) {
        const next = known.cells.find(({ column }) => column > content.column);
        const at = next?.start ?? known.closes;
        edits.push({ start: at, end: at, text: textOf(content) });
      }
    }
  }
  return edits;
}

/** Where the wanted cells stand; null where one stands twice. */
function findCells(text: string, wanted: ReadonlyMap<string, unknown>): Written | null {
  const cells = new Map<string, WrittenCell>();
  const rows = new Map<number, WrittenRow>();
  const parser = new SaxesParser();
  const path: string[] = [];
  const twice = new Set<string>();
  /** Rows of which it cannot be told which they are, or which cells they hold. */
  const unsure = new Set<number>();
  let end: number | null = null;
  let row: WrittenRow | null = null;
  let rowNumber = -1;
  let cell: Omit<WrittenCell, 'end' | 'formula'> | null = null;
  let place = '';
  let formula: WrittenFormula | null = null;
  let formulaStart = 0;
  let isOfOthers = false;
  // No attribute holds the sign that a tag begins with.
  const tagStart = (): number => text.lastIndexOf('<', parser.position - 1);
  parser.on('error', (error) => {
    if (!harmless.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    path.push(localName(name));
    const start = tagStart();
    if (isRow(path)) {
      rowNumber = Number(attributes['r'] ?? NaN) - 1;
      if (!Number.isInteger(rowNumber) || rows.has(rowNumber)) unsure.add(rowNumber);
      const opened = parser.position;
      row = { name, start, opened, isEmpty: isSelfClosing, cells: [], closes: opened };
      rows.set(rowNumber, row);
    } else if (isCell(path)) {
      const at = parseRect(attributes['r'] ?? '');
      if (at === undefined || at.top !== rowNumber) unsure.add(rowNumber);
      else row?.cells.push({ column: at.left, start });
      place = at === undefined ? '' : placeOf(at.top, at.left);
      cell = wanted.has(place) ? { name, attributes, start } : null;
      formula = null;
    } else if (cell !== null && path.length === 5 && path[4] === 'f') {
      formulaStart = start;
      isOfOthers = (attributes['t'] ?? 'normal') !== 'normal';
    }
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (cell !== null && path.length === 5 && path[4] === 'f') {
      formula = { start: formulaStart, end: parser.position, isOfOthers };
    } else if (cell !== null && isCell(path)) {
      if (cells.has(place)) twice.add(place);
      cells.set(place, { ...cell, end: parser.position, formula });
      cell = null;
    } else if (isRow(path) && row !== null) row.closes = tagStart();
    else if (path.length === 2 && path[1] === 'sheetData') end = isSelfClosing ? null : tagStart();
    path.pop();
  });
  parser.write(text).close();
  if (twice.size > 0) return null;
  return { cells, rows, end: unsure.size === 0 ? end : null };
}

function isRow(path: readonly string[]): boolean {
  return path.length === 3 && path[1] === 'sheetData' && path[2] === 'row';
}

function isCell(path: readonly string[]): boolean {
  return path.length === 4 && path[1] === 'sheetData' && path[2] === 'row' && path[3] === 'c';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
