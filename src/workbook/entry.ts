// What does Excel make of something entered into a cell: a number, a date, a formula, or text?

import { followsGrammar, halfWidth, halfWidthFormula } from './formulaSyntax';
import { serialOfDate } from './sheetXml';
import type { CellValue } from './values';
import { isErrorText } from './values';

export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  /** A format the entry brings along when the cell had none. */
  readonly numberFormat?: string;
}

const NUMBER = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const GROUPED = /^[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;
const DATE = /^([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})$/;

/** A figure in brackets, as bookkeepers write what is below zero. */
const BRACKETED = /^\(([0-9.][0-9.,]*)\)$/;

function parseNumber(text: string): Entry | undefined {
  const bracketed = BRACKETED.exec(text)?.[1];
  if (bracketed !== undefined) {
    const entry = parseNumber(bracketed);
    return typeof entry?.value === 'number' ? { ...entry, value: 0 - entry.value } : undefined;
  }
  if (NUMBER.test(text)) return { value: Number(text) };
  if (GROUPED.test(text)) {
    const numberFormat = text.includes('.') ? '#,##0.00' : '#,##0';
    return { value: Number(text.replaceAll(',', '')), numberFormat };
  }
  if (text.endsWith('%') && NUMBER.test(text.slice(0, -1))) {
    return {
      value: Number(text.slice(0, -1)) / 100,
      numberFormat: text.includes('.') ? '0.00%' : '0%',
    };
  }
  const date = DATE.exec(text);
  if (date) {
    const [year, month, day] = [Number(date[1]), Number(date[2]) - 1, Number(date[3])];
    const moment = new Date(Date.UTC(year, month, day));
    if (year >= 1900 && moment.getUTCMonth() === month && moment.getUTCDate() === day) {
      return { value: serialOfDate(moment.getTime()), numberFormat: 'yyyy/m/d' };
    }
  }
  return undefined;
}

/** Reads what was entered; `format` is the number format of the cell (text format keeps text). */
export function readEntry(entered: string | number | boolean, format: string): Entry {
  if (typeof entered !== 'string') return { value: entered };
  if (entered === '') return { value: undefined };
  if (entered.startsWith("'")) return { value: entered.slice(1) };
  if (format === '@') return { value: entered };
  if (/^[=＝]./.test(entered)) {
    return { value: undefined, formula: halfWidthFormula(entered.slice(1)) };
  }
  const upper = entered.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (isErrorText(upper)) return { value: { error: upper } };
  return parseNumber(halfWidth(entered.trim())) ?? { value: entered };
}

/** Whether a formula, without its `=`, can be read at all. */
export function wellFormed(formula: string): boolean {
  return followsGrammar(formula);
}

/** A typed text; a formula with its signs in half width and its brackets closed, as Excel does. */
export function completed(typed: string): string {
  return /^[=＝]./.test(typed) ? closeBrackets(`=${halfWidthFormula(typed.slice(1))}`) : typed;
}

/** Whether a formula takes something from another workbook by its number in the file's list of links. */
export function namesLinkByNumber(formula: string): boolean {
  return /\[\d+\][^\],]*!/.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}

/** A formula with the right brackets that are missing at its end, as Excel adds them. */
export function closeBrackets(formula: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  let depth = 0;
  for (const c of bare) {
    if (c === '(') depth++;
    if (c === ')') depth--;
  }
  return depth > 0 ? formula + ')'.repeat(depth) : formula;
}
