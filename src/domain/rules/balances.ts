/** Do totals equal their parts: across a line, down a column, and between the two tables? */
import type { Amount } from '../amount';
import { absolute, formatAmount, sumAmounts } from '../amount';
import type { Finding, FindingDetail } from '../finding';
import { budgetBlocks, measures } from '../forms/terms';
import { ruleById } from './catalogue';
import type { Rule } from './catalogue';
import type { Outcomes } from './outcomes';
import type { CheckSettings } from './settings';
import type { FigureCell, LineView, PairView, TableView } from './view';
import { halfWidthFor, placeOf, viewsOf } from './view';

/** One equality: a total and the figures that it sums. */
export interface Balance {
  readonly view: TableView;
  readonly total: FigureCell;
  readonly parts: readonly FigureCell[];
  readonly direction: 'line' | 'column';
}

/** Every line balance of a table: total block = both source blocks, on every line and the total line. */
export function lineBalances(view: TableView): Balance[] {
  return view.lines.filter(takesPart).flatMap((line) =>
    measures.map((measure): Balance => ({
      view,
      total: line.figures.total[measure],
      parts: [line.figures.generalPublic[measure], line.figures.governmentManagedFund[measure]],
      direction: 'line',
    })),
  );
}

/** A sub-line balances too, where its total block is used at all. */
function takesPart(line: LineView): boolean {
  return (
    line.line.kind !== 'ofWhich' || measures.some((measure) => !line.figures.total[measure].blank)
  );
}

/** Every column balance of a table: the total line = the sum of its lines; none without a total line. */
export function columnBalances(view: TableView): Balance[] {
  const { total, summed } = view;
  if (total === null) return [];
  return budgetBlocks.flatMap((block) =>
    measures.map((measure): Balance => ({
      view,
      total: total.figures[block][measure],
      parts: summed.map((line) => line.figures[block][measure]),
      direction: 'column',
    })),
  );
}

/** B-010. */
export function checkLineBalances(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  for (const view of viewsOf(pair)) {
    for (const balance of lineBalances(view)) checkBalance(rule, balance, settings, outcomes);
  }
}

/** B-020; undetermined in every column of a table without a total line. */
export function checkColumnBalances(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  for (const view of viewsOf(pair)) {
    if (view.total === null) undeterminedColumns(outcomes);
    for (const balance of columnBalances(view)) checkBalance(rule, balance, settings, outcomes);
  }
}

function undeterminedColumns(outcomes: Outcomes): void {
  for (let column = 0; column < budgetBlocks.length * measures.length; column += 1) {
    outcomes.undetermined();
  }
}

function checkBalance(
  rule: Rule,
  balance: Balance,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const { view, total, parts } = balance;
  if (total.blank && parts.every((part) => part.blank)) {
    outcomes.satisfied();
    return;
  }
  const computed = sumOf(parts);
  if (computed === null || total.amount === null) {
    outcomes.undetermined();
    return;
  }
  const difference = total.amount - computed;
  if (difference === 0n && !total.blank) {
    outcomes.satisfied();
    return;
  }
  const halfWidth = halfWidthFor(view, total.measure);
  const reported = parts.filter((part) => !part.blank).length + 1;
  const within = !total.blank && withinInterval(difference, halfWidth * BigInt(reported), settings);
  const detail: FindingDetail = {
    kind: 'balance',
    balance: balance.direction,
    place: placeOf(view, total),
    blankTotal: total.blank,
  };
  outcomes.violated(within ? ruleById('R-060') : rule, {
    sheet: view.table.grid.name,
    cells: [total.address],
    ...figures(total, computed, difference),
    detail,
  });
}

/** The sum of figures; null where one cannot be told. */
export function sumOf(parts: readonly FigureCell[]): Amount | null {
  const amounts: Amount[] = [];
  for (const { amount } of parts) {
    if (amount === null) return null;
    amounts.push(amount);
  }
  return sumAmounts(amounts);
}

/** Whether a difference can be rounding: the summed intervals of all figures meet. */
function withinInterval(difference: Amount, reach: Amount, settings: CheckSettings): boolean {
  return !settings.strict && absolute(difference) <= reach;
}

function figures(
  stated: FigureCell,
  computed: Amount,
  difference: Amount,
): Pick<Finding, 'stated' | 'computed' | 'difference'> {
  return {
    stated: stated.blank ? null : formatAmount(stated.amount ?? 0n),
    computed: formatAmount(computed),
    difference: formatAmount(difference),
  };
}

/**
 * Undetermined where a table has no total line or holds no figures, and for amounts in
 * different units: the difference would not say which of the two headings is wrong.
 */
export function checkCrossTableBalances(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const { table1, table2 } = pair;
  if (table1 === null || table2 === null) return;
  const first = table1.total;
  const second = table2.total;
  if (first === null || second === null || table1.empty || table2.empty) {
    undeterminedColumns(outcomes);
    return;
  }
  for (const block of budgetBlocks) {
    for (const measure of measures) {
      const [here, there] = [first.figures[block][measure], second.figures[block][measure]];
      const sameUnit = measure === 'projectCount' || table1.currencyUnit === table2.currencyUnit;
      if (here.amount === null || there.amount === null || !sameUnit) {
        outcomes.undetermined();
        continue;
      }
      const difference = here.amount - there.amount;
      if (difference === 0n) {
        outcomes.satisfied();
        continue;
      }
      const reach = halfWidthFor(table1, measure) + halfWidthFor(table2, measure);
      const bothStated = !here.blank && !there.blank;
      const within = bothStated && withinInterval(difference, reach, settings);
      outcomes.violated(within ? ruleById('R-060') : rule, {
        sheet: table1.table.grid.name,
        cells: [here.address],
        ...figures(here, there.amount, difference),
        detail: { kind: 'crossTable', place: placeOf(table1, here), other: placeOf(table2, there) },
      });
    }
  }
}
