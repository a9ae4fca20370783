/** Which cells does a pasted block of texts go into, and what keeps it from being put there? */
import type { CellPosition } from '../../domain/grid';
import { cellAddress } from '../../domain/grid';
import { completed, namesLinkByNumber, wellFormed } from '../../workbook/entry';
import type { BookSheet } from './BookSheet';

/** Texts row by row, as they would be typed. */
export type PastedTexts = readonly (readonly string[])[];

/** Why a block was not pasted; nothing of it is. */
export type PasteRefusal =
  | {
      /** `merged`: something would stand where a merged area hides it. */
      readonly why: 'locked' | 'merged' | 'formula';
      /** Addresses of the cells that it is about. */
      readonly cells: readonly string[];
    }
  | { readonly why: 'tooLarge' | 'outside' };

/** One cell of a block. */
export interface PastedCell {
  readonly at: CellPosition;
  readonly text: string;
}

/** More cells than any of our tables has; a whole column is not meant. */
const mostCells = 50_000;
const rowsInSheet = 1_048_576;
const columnsInSheet = 16_384;

/** The cells into which texts go, the first of them into the one that is named; a refusal where one cannot be. */
export function pastedCells(
  sheet: BookSheet,
  from: CellPosition,
  texts: PastedTexts,
): readonly PastedCell[] | PasteRefusal {
  const width = Math.max(0, ...texts.map(({ length }) => length));
  if (texts.length * width > mostCells) return { why: 'tooLarge' };
  if (from.row + texts.length > rowsInSheet || from.column + width > columnsInSheet) {
    return { why: 'outside' };
  }
  const cells = texts.flatMap((line, row) =>
    line.map((text, column) => ({
      at: { row: from.row + row, column: from.column + column },
      text: completed(text),
    })),
  );
  const isUnreadable = ({ text }: PastedCell) =>
    /^=./.test(text) && (!wellFormed(text.slice(1)) || namesLinkByNumber(text));
  const isCovered = ({ at }: PastedCell) => sheet.anchorOf(at) !== null;
  const wanted = cells.filter((cell) => cell.text !== '' || !isCovered(cell));
  const refused = (why: 'locked' | 'merged' | 'formula', is: (cell: PastedCell) => boolean) => {
    const found = wanted.filter(is).map(({ at }) => cellAddress(at.row, at.column));
    return found.length === 0 ? null : { why, cells: found };
  };
  return (
    refused('locked', ({ at }) => sheet.isLocked(at)) ??
    refused('merged', isCovered) ??
    refused('formula', isUnreadable) ??
    wanted
  );
}
