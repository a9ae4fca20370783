/**
 * How is a cell's content given to Excel so that it stays what it is, and is it there afterwards?
 *
 * Excel reads what is written into a cell as if it were typed: text that looks like a number, a date
 * or a formula becomes one, unless the cell has the text format or an apostrophe stands in front.
 */
import { sameContent, textOf, type CellContent } from '../../application/cellContent';
import { textFormat } from '../../domain/formulas/numberFormat';

/** What is handed to Excel's `formulas` for a content in a cell of the given number format. */
export function entryFor(content: CellContent, numberFormat: string): CellContent {
  const text = textOf(content);
  if (text === null) return content;
  if (numberFormat === textFormat) return text;
  return staysText(text) ? text : `'${text}`;
}

/** The number format under which a content is entered: a text cell would keep numbers and formulas as text. */
export function entryFormat(content: CellContent, numberFormat: string): string {
  const isText = textOf(content) !== null;
  return numberFormat === textFormat && !isText ? 'General' : numberFormat;
}

/** Words and signs that Excel takes for more than text although they hold no digit. */
const taken = /^(?:true|false|真|假)$|^[=+\-@#']/i;

/** Characters of which numbers, dates, times, percentages and currencies consist, in both languages. */
const numeric = /^[\s\p{Nd}.,:：/\-+%％()（）$¥￥€£年月日时分秒点上下午aepm]*$/iu;

/** A month's English name with digits: a date. */
const monthName =
  /^[\p{Nd}\s\-/,.]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\p{Nd}\s\-/,.]*$/iu;

/** True where Excel leaves text as it is when it is typed into an ordinary cell. */
export function staysText(text: string): boolean {
  if (taken.test(text.trim())) return false;
  return !/\p{Nd}/u.test(text) || !(numeric.test(text) || monthName.test(text));
}

/** What Excel tells of a cell: `values`, `formulas` and `valueTypes`. */
export interface CellAnswer {
  readonly value: unknown;
  readonly formula: unknown;
  readonly valueType: string;
}

/** A cell's content as told by Excel. */
export function contentOfAnswer({ value, formula, valueType }: CellAnswer): CellContent {
  const isText = valueType === 'String';
  if (typeof formula === 'string' && formula.startsWith('=') && !(isText && formula === value)) {
    return formula;
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return '';
  return isText && /^[=#']/.test(value) ? `'${value}` : value;
}

/** Whether a cell holds what was written. */
export function holds(answer: CellAnswer, written: CellContent): boolean {
  return sameContent(written, contentOfAnswer(answer));
}
