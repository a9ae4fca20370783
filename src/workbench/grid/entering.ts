// Can a text be entered, and which cells does it fill when it goes into all that is selected?

import type { Rect } from '../../workbook/address';
import { cellsOf, isWholeColumns, isWholeRows } from '../../workbook/address';
import { closeBrackets, readEntry, wellFormed } from '../../workbook/entry';
import { moveFormula } from '../../workbook/formulaText';
import type { Sheet } from '../../workbook/sheet';
import { boundedTo } from '../host/session';
import type { GridEntry } from './target';
import type { Place } from './selection';

/** Cells that one command enters at most. */
export const MOST = 200_000;

/** What is selected, whole rows and columns only as far as the sheet is used. */
export function enterable(sheet: Sheet, rect: Rect): Rect {
  const { bottom, right } = boundedTo(sheet, rect);
  return {
    ...rect,
    ...(isWholeColumns(rect) && { bottom }),
    ...(isWholeRows(rect) && { right }),
  };
}

/** A text entered into every selected cell, its formula as it reads there; undefined when it is too much. */
export function repeated(
  sheet: Sheet,
  { row, column }: Place,
  text: string,
  selected: readonly Rect[],
): readonly GridEntry[] | undefined {
  const rects = selected.map((rect) => enterable(sheet, rect));
  if (rects.reduce((sum, rect) => sum + cellsOf(rect), 0) > MOST) return undefined;
  const formula = text.startsWith('=') && text.length > 1 ? text.slice(1) : undefined;
  const entries: GridEntry[] = [];
  for (const { top, left, bottom, right } of rects) {
    for (let r = top; r <= bottom; r++) {
      for (let c = left; c <= right; c++) {
        const moved =
          formula === undefined ? text : `=${moveFormula(formula, r - row, c - column)}`;
        entries.push({ row: r, column: c, text: moved });
      }
    }
  }
  return entries;
}

/** The text with the brackets of its formula closed; undefined for a formula that cannot be read. */
export function completedEntry(text: string, numberFormat: string): string | undefined {
  const { formula } = readEntry(text, numberFormat);
  if (formula === undefined) return text;
  const closed = closeBrackets(formula);
  return wellFormed(closed) ? `=${closed}` : undefined;
}
