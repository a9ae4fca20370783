/** What stands in a cell, as plain data that can be compared and put back? */
import type { CellValue } from '../domain/grid';

/** One cell by sheet and A1 address. */
export interface CellReference {
  readonly sheet: string;
  readonly cell: string;
}

/**
 * A cell's content as plain data: a formula with `=`, a number, a truth value, an error value typed
 * as such (`#N/A`), or text. Text is never converted: `'123'` is text, not the number. Text that
 * starts with `=`, `#` or `'` has one more `'` in front, as when it is typed in Excel. Empty text is
 * a cell without content.
 */
export type CellContent = string | number | boolean;

/** What stands in a cell, or what was put there: enough to put it back. */
export interface CellState {
  readonly content: CellContent;
  readonly numberFormat: string;
}

/** A cell with what stands in it. */
export interface CellSnapshot extends CellReference, CellState {}

/** A typed value as content. */
export function contentOf(value: CellValue): CellContent {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && /^[=#']/.test(value) ? `'${value}` : value;
}

/** True for a formula; text that starts with `=` has an apostrophe in front. */
export function isFormula(content: CellContent): boolean {
  return typeof content === 'string' && content.startsWith('=');
}

/** Text as it stands in the cell; null for everything else. */
export function textOf(content: CellContent): string | null {
  if (typeof content !== 'string' || isFormula(content) || content.startsWith('#')) return null;
  return content.startsWith("'") ? content.slice(1) : content;
}

/** Whether two contents are the same; formulas up to letter case and spaces, which Excel tidies. */
export function sameContent(one: CellContent, other: CellContent): boolean {
  if (isFormula(one)) return isFormula(other) && tidy(one) === tidy(other);
  const text = textOf(one);
  return text === null ? one === other : text === textOf(other);
}

function tidy(formula: CellContent): string {
  return String(formula).replace(/\s/g, '').toUpperCase();
}
