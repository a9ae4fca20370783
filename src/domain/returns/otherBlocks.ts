/** Does a table's total block count a budget that the form does not have? */
import type { Amount } from '../amount';
import { sumAmounts } from '../amount';
import { measures } from '../forms/terms';
import type { Measure } from '../forms/terms';
import { cellAt } from '../grid';
import { amountOf, readFigure } from '../recognise/figure';
import type { LineView, TableView } from './tableView';

const known = new WeakMap<TableView, boolean>();

/**
 * True where more totals hold with the other blocks than without them, among those where that makes a
 * difference. Where as many do, the total is taken to be the whole, other blocks included.
 */
export function countsOtherBlocks(table: TableView): boolean {
  if (table.table.otherBlocks.length === 0) return false;
  let counts = known.get(table);
  if (counts === undefined) {
    counts = decide(table);
    known.set(table, counts);
  }
  return counts;
}

function decide(table: TableView): boolean {
  let [withOthers, without] = [0, 0];
  for (const line of table.lines) {
    for (const measure of measures) {
      const others = otherAmount(table, line, measure);
      const { generalPublic, governmentManagedFund, total } = line.figures;
      const parts = [generalPublic[measure].amount, governmentManagedFund[measure].amount];
      const stated = total[measure].amount;
      if (others === 0n || stated === null || parts.includes(null)) continue;
      const rest = stated - sumAmounts(parts.filter((amount) => amount !== null));
      if (rest === others) withOthers += 1;
      if (rest === 0n) without += 1;
    }
  }
  return withOthers + without > 0 && withOthers >= without;
}

/** What the other blocks hold of a measure on a line. */
function otherAmount(
  { table, currencyUnit }: TableView,
  { line }: LineView,
  measure: Measure,
): Amount {
  const amounts = table.otherBlocks.map(({ columns }) => {
    const column = columns[measure];
    if (column === undefined) return 0n;
    const isCount = measure === 'projectCount';
    return (
      amountOf(readFigure(cellAt(table.grid, line.row, column), { isCount, currencyUnit })) ?? 0n
    );
  });
  return sumAmounts(amounts);
}
