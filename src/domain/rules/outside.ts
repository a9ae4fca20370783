/** Do figures that look like a table's stand outside of it, where nothing checks them? */
import { formatAmount } from '../amount';
import type { UncheckedFigure } from '../returns/outsideFigures';
import { uncheckedFigures } from '../returns/outsideFigures';
import { placeOf } from '../returns/tableView';
import type { TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { satisfied, violated } from './outcome';

/** S-030: two checks per table, below it and beside it. */
export function checkFiguresOutside(unit: UnitReturn): Outcome[] {
  const all = uncheckedFigures(unit);
  return tablesOfReturn(unit).flatMap((table) =>
    (['below', 'beside'] as const).map((where) => {
      const figures = all.filter(
        (figure) => figure.table === table && figure.outside.where === where,
      );
      return figures.length === 0 ? satisfied : described(table, where, figures);
    }),
  );
}

function described(
  table: TableView,
  where: 'below' | 'beside',
  figures: readonly UncheckedFigure[],
): Outcome {
  const homeless = figures.filter(({ target }) => target === null);
  return violated({
    sheet: table.sheet,
    cells: figures.map(({ address }) => address),
    detail: {
      kind: 'outsideTable',
      form: table.form,
      where,
      figures: figures.map(({ address, amount, target }) => ({
        cell: address,
        stated: formatAmount(amount),
        target: target === null ? null : placeOf(target.figure),
      })),
      labels: [...new Set(homeless.map(({ outside }) => outside.label))].filter(
        (label) => label !== '',
      ),
    },
  });
}
