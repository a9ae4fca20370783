/** Which formulas that figures come from cannot be worked out here, so that what is stored was taken? */
import type { Cell, Grid, WorkbookGrids } from '../grid';
import { cellAddress } from '../grid';
import { FormulaEvaluator } from './evaluate';
import { otherWorkbooksOf } from './otherWorkbooks';

/**
 * The formulas among these cells and those that they take something from, in the order of the sheets;
 * links to other workbooks apart.
 */
export function formulasBeyondReading(
  workbook: WorkbookGrids,
  figures: readonly { readonly cell: Cell | undefined; readonly grid: Grid }[],
): readonly { readonly sheet: string; readonly cell: string }[] {
  const evaluator = new FormulaEvaluator(workbook, {
    recalculates: true,
    passesOver: 'byFunction',
    textAmount: null,
  });
  for (const { cell, grid } of figures) {
    if (cell?.formula != null) evaluator.valueOf(cell, grid);
  }
  const { beyondReading } = evaluator;
  if (beyondReading.size === 0) return [];
  const others = otherWorkbooksOf(workbook);
  const found: { sheet: string; cell: string }[] = [];
  for (const { name, rows } of workbook.sheets) {
    rows.forEach((row, at) => {
      row?.forEach((cell, column) => {
        if (cell?.formula == null || !beyondReading.has(cell)) return;
        if (others.areReferredTo(cell.formula, name)) return;
        found.push({ sheet: name, cell: cellAddress(at, column) });
      });
    });
  }
  return found;
}
