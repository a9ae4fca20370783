/** What should be known of a copy before it is sent on? */
import { unknownFormula } from '../../domain/grid';
import type { BookContents } from './bookFiles';
import type { BookWorkbook } from './BookWorkbook';
import type { CopyNote } from './openedBook';

export function notesOf({ kind, hasMacros }: BookContents, workbook: BookWorkbook): CopyNote[] {
  const notes: CopyNote[] = [];
  if (kind === 'xls' || kind === 'et') {
    notes.push({ kind: 'madeFromCells', from: kind, macros: hasMacros });
    const cells = unknownFormulas(workbook);
    if (cells > 0) notes.push({ kind: 'formulasAsValues', cells });
  }
  const waiting = workbook.calculation.waitingCount;
  if (waiting > 0) notes.push({ kind: 'formulasWait', cells: waiting });
  return notes;
}

function unknownFormulas(workbook: BookWorkbook): number {
  let cells = 0;
  for (const sheet of workbook.sheets) {
    sheet.grid().rows.forEach((line) => {
      line?.forEach((cell) => {
        if (cell?.formula === unknownFormula) cells += 1;
      });
    });
  }
  return cells;
}
