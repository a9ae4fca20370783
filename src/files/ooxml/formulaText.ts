/** What does a formula say in another cell of the group that shares it, and as Excel displays it? */
import { columnLetters } from '../../domain/grid';
import { corrupt } from '../fileFaultError';

/** The longest formula that Excel accepts; longer ones are refused unread. */
export const longestFormula = 8192;
const lastRow = 1_048_575;
const lastColumn = 16_383;

/** A part of a reference that moves with the cell, in place of text. */
interface MovingPart {
  readonly axis: 'row' | 'column';
  readonly index: number;
}

/** A formula taken apart once, to be said for many cells. */
export type FormulaPattern = readonly (string | MovingPart)[];

/**
 * One piece of a formula: a text in quotes, a quoted sheet name, a word (reference, function, name,
 * sheet), a number, or any other character. Each alternative is linear.
 */
const piece =
  /"[^"]*"|'[^']*'|[$A-Za-z_\\\u0080-\uffff][\w.$?\\\u0080-\uffff]*|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|[^]/y;

/** A formula as Excel displays it: with `=` and without the prefixes that mark newer functions in files. */
export function displayedFormula(text: string): string {
  if (text.length > longestFormula) throw corrupt();
  const body = text.startsWith('=') ? text.slice(1) : text;
  const isPlain = !body.includes('_xl') && !body.includes('[0]!');
  if (isPlain) return `=${body}`;
  return `=${withOperators(withoutOwnBook(pieces(body)))
    .map(withoutPrefix)
    .join('')}`;
}

/** Files say `[0]!年初数` where a name is the workbook's own. */
function withoutOwnBook(words: readonly string[]): readonly string[] {
  return words.filter((_, at) => {
    // Up to three words before this one, and the three after it.
    for (let start = Math.max(0, at - 3); start <= at; start += 1) {
      if (words.slice(start, start + 4).join('') === '[0]!') return false;
    }
    return true;
  });
}

/** The two functions that files have for operators: `ANCHORARRAY(B1)` is `B1#`, `SINGLE(B1)` is `@B1`. */
function withOperators(words: readonly string[]): readonly string[] {
  if (!words.some((word) => operatorFunction.test(word))) return words;
  const shown: string[] = [];
  /** For each open bracket: what stands for it and for its closing one. */
  const closing: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const operator = words[index + 1] === '(' ? operatorFunction.exec(word)?.[1] : undefined;
    if (operator !== undefined) {
      const isAnchor = operator.toUpperCase() === 'ANCHORARRAY';
      if (!isAnchor) shown.push('@');
      closing.push(isAnchor ? '#' : '');
      index += 1;
      continue;
    }
    if (word === '(') closing.push(')');
    shown.push(word === ')' ? (closing.pop() ?? ')') : word);
  }
  return shown;
}

const operatorFunction = /^_xlfn\.(ANCHORARRAY|SINGLE)$/i;

function withoutPrefix(word: string): string {
  return /^_xl/i.test(word) ? word.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i, '') : word;
}

/** Takes a displayed formula apart into text and what moves with the cell. */
export function formulaPattern(formula: string): FormulaPattern {
  const words = pieces(formula);
  const pattern: (string | MovingPart)[] = [];
  let depth = 0;
  words.forEach((word, index) => {
    if (word === '[') depth += 1;
    else if (word === ']') depth -= 1;
    const next = words[index + 1];
    const parts = depth > 0 || next === '!' || next === '(' ? null : movingParts(words, index);
    if (parts === null) pattern.push(word);
    else pattern.push(...parts);
  });
  return joinTexts(pattern);
}

/** The formula for the cell so many rows below and columns right of where the pattern was written. */
export function formulaAt(pattern: FormulaPattern, rows: number, columns: number): string {
  return pattern
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.axis === 'row'
        ? wrapped(part.index + rows, lastRow) + 1
        : columnLetters(wrapped(part.index + columns, lastColumn));
    })
    .join('');
}

/** Beyond an edge references go on at the opposite one, as Excel lets shared formulas do. */
function wrapped(index: number, last: number): number {
  const size = last + 1;
  return ((index % size) + size) % size;
}

function pieces(formula: string): string[] {
  const found: string[] = [];
  piece.lastIndex = 0;
  for (let match = piece.exec(formula); match !== null; match = piece.exec(formula)) {
    found.push(match[0]);
  }
  return found;
}

/** What moves in the word at an index, with the text around it; null where the word is no reference. */
function movingParts(words: readonly string[], index: number): FormulaPattern | null {
  const word = words[index] ?? '';
  const cell = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/.exec(word);
  if (cell !== null) {
    const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = cell;
    const column = columnIndex(letters);
    const row = Number(digits) - 1;
    if (column > lastColumn || row > lastRow) return null;
    return [
      ...(fixedColumn === '' ? [{ axis: 'column', index: column } as const] : [`$${letters}`]),
      ...(fixedRow === '' ? [{ axis: 'row', index: row } as const] : [`$${digits}`]),
    ];
  }
  const column = /^([A-Za-z]{1,3})$/.exec(word);
  if (column !== null && isPartner(words, index, /^\$?[A-Za-z]{1,3}$/)) {
    const at = columnIndex(word);
    return at > lastColumn ? null : [{ axis: 'column', index: at }];
  }
  if (/^[1-9]\d{0,6}$/.test(word) && isPartner(words, index, /^\$?[1-9]\d{0,6}$/)) {
    const at = Number(word) - 1;
    return at > lastRow ? null : [{ axis: 'row', index: at }];
  }
  return null;
}

/** True where a colon joins a word to another of a kind: `A:C`, `1:$3`. */
function isPartner(words: readonly string[], index: number, kind: RegExp): boolean {
  if (words[index + 1] === ':') {
    // A fixed row is two pieces to the left of its digits only in `$3`, which is one word.
    return kind.test(words[index + 2] ?? '') && words[index + 3] !== '!';
  }
  return words[index - 1] === ':' && kind.test(words[index - 2] ?? '');
}

function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function joinTexts(pattern: FormulaPattern): FormulaPattern {
  const joined: (string | MovingPart)[] = [];
  for (const part of pattern) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
