/** Do a table's totals count its 小计 lines as well as the lines that these add up? */
import type { BudgetBlock, Measure } from '../forms/terms';
import { budgetBlocks, measures } from '../forms/terms';
import type { Amount } from '../amount';
import type { Figure, LineView, TableView } from './tableView';

/** So many columns must be too large by just what the 小计 lines hold. */
const leastColumns = 2;

/**
 * The totals of the total line that are too large by what the 小计 lines of their columns hold, each with that.
 * Empty where as many others are off in another way.
 */
export function totalsWithSubtotals({
  lines,
  summed,
  total,
}: TableView): ReadonlyMap<Figure, Amount> {
  const subtotals = lines.filter(({ kind }) => kind === 'subtotal');
  const found = new Map<Figure, Amount>();
  let otherwise = 0;
  if (total === null || subtotals.length === 0) return found;
  for (const block of budgetBlocks) {
    for (const measure of measures) {
      const figure = total.figures[block][measure];
      const more = (figure.amount ?? 0n) - sumOf(summed, block, measure);
      if (more === 0n) continue;
      if (more === sumOf(subtotals, block, measure)) found.set(figure, more);
      else otherwise += 1;
    }
  }
  return found.size < leastColumns || found.size <= otherwise ? new Map() : found;
}

function sumOf(lines: readonly LineView[], block: BudgetBlock, measure: Measure): Amount {
  return lines.reduce((sum, { figures }) => sum + (figures[block][measure].amount ?? 0n), 0n);
}
