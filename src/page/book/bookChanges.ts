/** What differs between an opened workbook and its file? Told cell by cell, so that all else keeps its bytes. */
import {
  cellAt,
  isCellError,
  unknownFormula,
  type Cell,
  type CellValue,
  type Grid,
} from '../../domain/grid';
import type { BookChanges, ChangedCell, CopiedSheet } from './bookFiles';
import { BookSheet } from './BookSheet';
import type { BookWorkbook } from './BookWorkbook';

/** @param isWhole true: nothing of the file can be kept, so that every cell is told */
export function changesOf(
  workbook: BookWorkbook,
  { isWhole, withMarks }: { readonly isWhole: boolean; readonly withMarks: boolean },
): BookChanges {
  const explanations = workbook.explanations.changed;
  return {
    sheets: workbook.sheets.map((sheet) => copiedSheet(sheet, isWhole, withMarks)),
    isPending: workbook.calculation.isPending,
    ...(explanations !== undefined && { explanations }),
  };
}

function copiedSheet(sheet: BookSheet, isWhole: boolean, withMarks: boolean): CopiedSheet {
  const { name, origin } = sheet;
  const shared = { name, marks: withMarks ? sheet.marks : [] };
  if (origin.kind === 'laidOut') {
    const { layout } = origin;
    const base = BookSheet.laidOut(0, name, layout);
    const cells = changedCells(base, sheet);
    return { ...shared, base: { kind: 'laidOut', layout }, cells, isUnmarked: false };
  }
  if (origin.kind === 'file' && !isWhole) {
    const { grid, file } = origin;
    const isUnmarked = grid.isMarked === true && !sheet.isMarkedInFile;
    const cells = changedCells(file, sheet);
    return { ...shared, base: { kind: 'file', was: grid.name }, cells, isUnmarked };
  }
  return {
    ...shared,
    base: { kind: 'cells', visibility: sheet.visibility },
    merges: sheet.merges,
    hiddenRows: [...sheet.hiddenRows],
    hiddenColumns: [...sheet.hiddenColumns],
    cells: changedCells(new BookSheet(0, name), sheet),
    isUnmarked: false,
  };
}

/** The cells in which a sheet differs from what it was. */
function changedCells(before: BookSheet, now: BookSheet): ChangedCell[] {
  const found: ChangedCell[] = [];
  const [was, is]: Grid[] = [before.grid(), now.grid()];
  if (was === undefined || is === undefined) return found;
  for (let row = 0; row < Math.max(was.rows.length, is.rows.length); row += 1) {
    const [one, other] = [was.rows[row], is.rows[row]];
    if (one === other) continue;
    for (let column = 0; column < Math.max(one?.length ?? 0, other?.length ?? 0); column += 1) {
      const change = changedCell(one?.[column], other?.[column]);
      if (change === null) continue;
      const at = { row, column };
      const numberFormat = now.numberFormatAt(at);
      const isOther = numberFormat !== before.numberFormatAt(at);
      found.push({ ...at, ...change, ...(isOther && { numberFormat }) });
    }
  }
  const told = new Set(found.map(({ row, column }) => `${String(row)},${String(column)}`));
  for (const { row, column, numberFormat } of now.formats.changed()) {
    if (told.has(`${String(row)},${String(column)}`)) continue;
    if (numberFormat === before.numberFormatAt({ row, column })) continue;
    const cell = cellAt(is, row, column);
    const formula = cell?.formula ?? null;
    const value = cell?.value ?? null;
    found.push({ row, column, formula, value, keepsFormula: formula !== null, numberFormat });
  }
  return found;
}

function changedCell(
  was: Cell | undefined,
  is: Cell | undefined,
): Pick<ChangedCell, 'formula' | 'value' | 'keepsFormula'> | null {
  if (was === is) return null;
  // What the file does not tell cannot be written; what it showed can.
  const formula = is?.formula === unknownFormula ? null : (is?.formula ?? null);
  const value = is?.value ?? null;
  const isSameFormula = (was?.formula ?? null) === (is?.formula ?? null);
  const isSame = isSameFormula && sameValue(was?.value ?? null, value);
  if (isSame && was?.numberFormat === is?.numberFormat) return null;
  return { formula, value, keepsFormula: isSameFormula && is?.formula != null };
}

function sameValue(one: CellValue, other: CellValue): boolean {
  return isCellError(one) && isCellError(other) ? one.error === other.error : one === other;
}
