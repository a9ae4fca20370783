/** What does typing a text into a cell put there? */
import type { CellContent } from '../../application/cellContent';
import { contentOf } from '../../application/cellContent';
import { textFormat } from '../../domain/formulas/numberFormat';
import { readEntry } from '../../workbook/entry';
import { isError } from '../../workbook/values';

/** A content, and the number format that the cell has then. */
export interface Entered {
  readonly content: CellContent;
  readonly numberFormat: string;
}

/** @param numberFormat of the cell: one for texts keeps whatever is typed as a text */
export function entered(text: string, numberFormat: string): Entered {
  if (numberFormat === textFormat && text !== '') return { content: contentOf(text), numberFormat };
  const { value, formula, numberFormat: brought } = readEntry(text, numberFormat);
  const format = numberFormat === 'General' ? (brought ?? numberFormat) : numberFormat;
  if (formula !== undefined) return { content: `=${formula}`, numberFormat: format };
  if (value === undefined) return { content: '', numberFormat };
  return { content: isError(value) ? value.error : contentOf(value), numberFormat: format };
}
