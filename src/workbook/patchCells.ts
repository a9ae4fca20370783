// How does a worksheet's part change where some of its cells get other contents, and nowhere else?

import { SaxesParser } from 'saxes';
import { parseRect } from './address';
import { escapeAttribute, escapeText, harmless } from './ooxml/xml';

/** What a cell is to hold, zero-based. */
export interface CellContent {
  readonly row: number;
  readonly column: number;
  readonly value: number | string;
  /** True where the formula that stands there stays and shows the value. */
  readonly keepsFormula: boolean;
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

/** A part with other contents. */
export interface Patched {
  readonly text: string;
  /** Formulas that are there no more. */
  readonly lostFormulas: number;
}

/**
 * The part's text in which these cells, and nothing beside them, are written anew. Their formats stay.
 *
 * @returns null where a cell does not stand there yet, or others depend on what is written there
 */
export function patchCells(text: string, contents: readonly CellContent[]): Patched | null {
  const wanted = new Map(
    contents.map((content) => [placeOf(content.row, content.column), content]),
  );
  const cells = findCells(text, wanted);
  if (cells.size < wanted.size) return null;
  const edits: { readonly cell: WrittenCell; readonly written: string }[] = [];
  let lostFormulas = 0;
  for (const [place, content] of wanted) {
    const cell = cells.get(place);
    if (cell === undefined) return null;
    const { formula } = cell;
    if (formula !== null && !content.keepsFormula) {
      if (formula.isOfOthers) return null;
      lostFormulas += 1;
    }
    edits.push({ cell, written: writtenCell(text, cell, content) });
  }
  edits.sort((a, b) => a.cell.start - b.cell.start);
  const pieces: string[] = [];
  let from = 0;
  for (const { cell, written } of edits) {
    pieces.push(text.slice(from, cell.start), written);
    from = cell.end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), lostFormulas };
}

function placeOf(row: number, column: number): string {
  return `${row},${column}`;
}

function writtenCell(
  text: string,
  { name, attributes, formula }: WrittenCell,
  { value, keepsFormula }: CellContent,
): string {
  const prefix = name.slice(0, name.indexOf(':') + 1);
  const kept = keepsFormula && formula !== null ? text.slice(formula.start, formula.end) : '';
  // What was said of the old value (its type, its metadata) is not true of the new one.
  const own = Object.entries(attributes).filter(([key]) => !['t', 'cm', 'vm'].includes(key));
  const isText = typeof value === 'string';
  if (isText) own.push(['t', kept === '' ? 'inlineStr' : 'str']);
  const tag = own.map(([key, said]) => ` ${key}="${escapeAttribute(said)}"`).join('');
  const shown = escapeText(String(value));
  const content =
    isText && kept === ''
      ? `<${prefix}is><${prefix}t xml:space="preserve">${shown}</${prefix}t></${prefix}is>`
      : `${kept}<${prefix}v>${shown}</${prefix}v>`;
  return `<${name}${tag}>${content}</${name}>`;
}

/** Where the wanted cells stand; one that stands twice, or of which it cannot be told, is left out. */
function findCells(
  text: string,
  wanted: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, WrittenCell> {
  const found = new Map<string, WrittenCell>();
  const twice = new Set<string>();
  const parser = new SaxesParser();
  const path: string[] = [];
  let cell: Omit<WrittenCell, 'end' | 'formula'> | null = null;
  let place = '';
  let formula: WrittenFormula | null = null;
  let formulaStart = 0;
  let isOfOthers = false;
  parser.on('error', (error) => {
    if (!harmless.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(localName(name));
    // No attribute holds the sign that a tag begins with.
    const start = text.lastIndexOf('<', parser.position - 1);
    if (isCell(path)) {
      const at = parseRect(attributes['r'] ?? '');
      place = at === undefined ? '' : placeOf(at.top, at.left);
      cell = wanted.has(place) ? { name, attributes, start } : null;
      formula = null;
    } else if (cell !== null && path.length === 5 && path[4] === 'f') {
      formulaStart = start;
      isOfOthers = (attributes['t'] ?? 'normal') !== 'normal';
    }
  });
  parser.on('closetag', () => {
    if (cell !== null && path.length === 5 && path[4] === 'f') {
      formula = { start: formulaStart, end: parser.position, isOfOthers };
    } else if (cell !== null && isCell(path)) {
      if (found.has(place)) twice.add(place);
      found.set(place, { ...cell, end: parser.position, formula });
      cell = null;
    }
    path.pop();
  });
  parser.write(text).close();
  for (const each of twice) found.delete(each);
  return found;
}

function isCell(path: readonly string[]): boolean {
  return path.length === 4 && path[1] === 'sheetData' && path[2] === 'row' && path[3] === 'c';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
