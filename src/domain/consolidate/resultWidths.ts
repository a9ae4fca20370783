/** How wide are a result's columns, for sums of many units to be seen whole? */
import { formatAmount } from '../amount';
import type { Amount } from '../amount';
import { budgetBlocks, measures } from '../forms/terms';
import { figureColumn } from '../template/templatePlaces';
import type { ConsolidatedTable } from './consolidate';

/**
 * Widths in characters by column: those of the template, wider where a figure needs it.
 *
 * @param widths of the template's columns
 */
export function resultWidths(
  widths: ReadonlyMap<number, number>,
  { lines, total }: ConsolidatedTable,
): Map<number, number> {
  const found = new Map(widths);
  budgetBlocks.forEach((block, at) => {
    measures.forEach((measure, within) => {
      const column = figureColumn(at, within);
      const figures = [...lines.map((line) => line.figures), total];
      for (const { [block]: figure } of figures) {
        const amount = figure[measure];
        const needed = amount === null ? 0 : shownLength(amount, measure === 'projectCount');
        found.set(column, Math.max(found.get(column) ?? 0, needed));
      }
    });
  });
  return found;
}

/** Characters of a figure as the number formats show it, and one for the margin. */
function shownLength(amount: Amount, isCount: boolean): number {
  const [whole = '', fraction = ''] = formatAmount(amount).split('.');
  if (isCount) return whole.length + 1;
  const groups = Math.floor((whole.replace('-', '').length - 1) / 3);
  return whole.length + groups + 1 + Math.max(2, fraction.length) + 1;
}
