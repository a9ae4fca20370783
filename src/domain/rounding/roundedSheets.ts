/** How is a rounded return laid out as a new pair of official sheets? */
import { numberFromAmount } from '../amount';
import { editionOf } from '../forms/form';
import { formById } from '../forms/officialForms';
import type { CurrencyUnit } from '../forms/terms';
import { budgetBlocks, measures, sourceBlocks } from '../forms/terms';
import { columnEqualities, lineEqualities, sumOfParts } from '../returns/equalities';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { LayoutCell, SheetLayout } from '../template/layout';
import { layOutForm } from '../template/standardTemplate';
import { figureColumn, firstLineRow } from '../template/templatePlaces';
import type { RoundedFigure } from './roundReturn';

/** Why a return can be rounded where it stands, but not laid out anew without losing something. */
export type LayoutObstacle =
  /** Lines that are no part of the totals (其中, 小计), which the form does not print. */
  | { readonly kind: 'subLines'; readonly table: TableView }
  /** Numbers of projects that cannot be told, or do not add up. */
  | { readonly kind: 'projectCounts'; readonly table: TableView };

/** What keeps a return from being laid out anew. */
export function layoutObstacles(unit: UnitReturn): LayoutObstacle[] {
  return tablesOfReturn(unit).flatMap((table): LayoutObstacle[] => [
    ...(table.lines.some(({ kind }) => kind === 'ofWhich' || kind === 'subtotal')
      ? [{ kind: 'subLines', table } as const]
      : []),
    ...(countsAddUp(table) ? [] : [{ kind: 'projectCounts', table } as const]),
  ]);
}

function countsAddUp(table: TableView): boolean {
  const counts = table.figures.filter(({ measure }) => measure === 'projectCount');
  if (counts.some(({ amount, resultCause }) => amount === null || resultCause !== null)) {
    return false;
  }
  return [...lineEqualities(table), ...columnEqualities(table)]
    .filter(({ total }) => total.measure === 'projectCount' && !total.blank)
    .every((equality) => sumOfParts(equality) === equality.total.amount);
}

/**
 * The sheets, one for each table: inputs as figures, totals as the form's formulas, which come to what
 * was promised. Blank inputs stay blank, and lines keep their labels.
 */
export function roundedSheets(
  unit: UnitReturn,
  figures: readonly RoundedFigure[],
  currencyUnit: CurrencyUnit,
): SheetLayout[] {
  const rounded = new Map(figures.map(({ figure, rounded: amount }) => [figure, amount]));
  return tablesOfReturn(unit).map((view) => {
    const form = formById(view.form);
    const { heading, edition } = view.table;
    const { notes } = editionOf(form, edition) ?? form.editions[0];
    const layout = layOutForm(
      form,
      { labels: view.summed.map(({ label }) => label), notes },
      {
        reportingUnit: heading.reportingUnit.value ?? '',
        fiscalYear: heading.fiscalYear.value,
        currencyUnit,
        protect: false,
      },
    );
    return { ...layout, cells: [...layout.cells, ...inputs(view, rounded)] };
  });
}

function inputs(view: TableView, rounded: ReadonlyMap<Figure, bigint>): LayoutCell[] {
  return view.summed.flatMap((line, at) =>
    sourceBlocks.flatMap((block) =>
      measures.flatMap((measure, within): LayoutCell[] => {
        const figure = line.figures[block][measure];
        const amount = rounded.get(figure) ?? figure.amount;
        if (figure.blank || amount === null) return [];
        const column = figureColumn(budgetBlocks.indexOf(block), within);
        return [{ row: firstLineRow + at, column, content: numberFromAmount(amount) }];
      }),
    ),
  );
}
