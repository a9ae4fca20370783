/** May a cell be changed, given what stands in it, and what becomes of its number format? */
import { isDateFormat } from '../domain/grid';
import { sameNumberFormat, textFormat } from '../domain/formulas/numberFormat';
import type { CellContent, CellReference, CellState } from './cellContent';
import { sameContent, textOf } from './cellContent';

/**
 * A change of one cell as a workbook makes it, from what is expected to stand there to what is to stand
 * there: made of a planned write, or to take one back.
 */
export interface CellChange extends CellReference {
  readonly expected: CellContent;
  readonly content: CellContent;
  readonly numberFormat: FormatChange;
}

/**
 * What becomes of the number format.
 * `asFigure`: it stays, except that one under which a figure would show as text or as a date becomes
 * `instead` · `putBack`: it becomes `format` where it is still `expected`; one set since stays.
 */
export type FormatChange =
  | { readonly kind: 'asFigure'; readonly instead: string }
  | { readonly kind: 'putBack'; readonly expected: string; readonly format: string };

/** A change that can be made: what stands in the cell, exactly, and what will. */
export interface CellStep {
  readonly change: CellChange;
  readonly before: CellState;
  readonly after: CellState;
}

/** What came of changes. */
export interface ChangedCells {
  /** Made, and read back. */
  readonly made: readonly CellStep[];
  /** Left alone: something else stands there than was expected. */
  readonly left: readonly CellChange[];
}

/** Changes by what is to be done with them; those that find their content already there need nothing. */
export interface DecidedChanges {
  readonly steps: readonly CellStep[];
  readonly left: readonly CellChange[];
}

/** Compares changes with what stands in their cells, which is given in the same order. */
export function decideChanges(
  changes: readonly CellChange[],
  standing: readonly CellState[],
): DecidedChanges {
  const steps: CellStep[] = [];
  const left: CellChange[] = [];
  changes.forEach((change, index) => {
    const before = standing[index];
    const isDone = before !== undefined && sameContent(before.content, change.content);
    if (before === undefined || !(isDone || sameContent(before.content, change.expected))) {
      left.push(change);
      return;
    }
    const after = { content: change.content, numberFormat: formatAfter(change, before) };
    if (isDone && sameNumberFormat(before.numberFormat, after.numberFormat)) return;
    steps.push({ change, before, after });
  });
  return { steps, left };
}

function formatAfter({ content, numberFormat }: CellChange, before: CellState): string {
  const own = before.numberFormat;
  if (numberFormat.kind === 'putBack' && sameNumberFormat(own, numberFormat.expected)) {
    return numberFormat.format;
  }
  if (numberFormat.kind === 'asFigure' && isDateFormat(own)) return numberFormat.instead;
  // A text cell would keep a number or a formula as text.
  if (own !== textFormat || textOf(content) !== null) return own;
  return numberFormat.kind === 'asFigure' ? numberFormat.instead : 'General';
}
