/**
 * How do others round a pair of tables? Cell by cell; 倒挤, which puts the difference into the last
 * line; and greedy, which moves the figures whose remainders are nearest to the other side.
 */
import { absolute } from '../../../src/domain/amount';
import type { BudgetBlock, Measure } from '../../../src/domain/forms/terms';
import { amountMeasures, budgetBlocks, sourceBlocks } from '../../../src/domain/forms/terms';
import type { Figure, TableView } from '../../../src/domain/returns/tableView';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { tablesOfReturn } from '../../../src/domain/returns/unitReturn';

/** Amounts of a return in the new money unit, as counts of 10⁻¹² of it. */
export interface Amounts {
  readonly exact: ReadonlyMap<Figure, bigint>;
  /** One unit of the last place that is kept. */
  readonly step: bigint;
}

/** A way to round, and how it is called. */
export interface Method {
  readonly name: string;
  readonly round: (unit: UnitReturn, amounts: Amounts) => ReadonlyMap<Figure, bigint>;
}

/** Half away from zero. */
export function nearest(amount: bigint, step: bigint): bigint {
  const whole = ((absolute(amount) * 2n + step) / (step * 2n)) * step;
  return amount < 0n ? -whole : whole;
}

type Column = (
  table: TableView,
  block: BudgetBlock,
  measure: Measure,
  values: Map<Figure, bigint>,
) => void;

/** Rounds cell by cell, then puts columns right; line totals are summed where `sums` says so. */
function byColumns(
  blocks: readonly BudgetBlock[],
  sums: boolean,
  put: (amounts: Amounts) => Column,
) {
  return (unit: UnitReturn, amounts: Amounts): ReadonlyMap<Figure, bigint> => {
    const values = new Map<Figure, bigint>();
    for (const [figure, amount] of amounts.exact) values.set(figure, nearest(amount, amounts.step));
    const column = put(amounts);
    for (const table of tablesOfReturn(unit)) {
      for (const measure of amountMeasures) {
        for (const block of blocks) column(table, block, measure, values);
        if (sums) sumLines(table, measure, values);
      }
    }
    return values;
  };
}

function sumLines(table: TableView, measure: Measure, values: Map<Figure, bigint>): void {
  for (const { figures } of [...table.summed, ...(table.total === null ? [] : [table.total])]) {
    const parts = sourceBlocks.map((block) => values.get(figures[block][measure]) ?? 0n);
    if (!figures.total[measure].blank) {
      values.set(figures.total[measure], (parts[0] ?? 0n) + (parts[1] ?? 0n));
    }
  }
}

/** What the rounded total is more than its rounded lines. */
function missing(
  { summed, total }: TableView,
  block: BudgetBlock,
  measure: Measure,
  values: ReadonlyMap<Figure, bigint>,
): bigint {
  const whole = total === null ? 0n : (values.get(total.figures[block][measure]) ?? 0n);
  return summed.reduce(
    (rest, { figures }) => rest - (values.get(figures[block][measure]) ?? 0n),
    whole,
  );
}

const intoLast = (): Column => (table, block, measure, values) => {
  const last = table.summed
    .map(({ figures }) => figures[block][measure])
    .filter(({ blank }) => !blank)
    .at(-1);
  if (last === undefined) return;
  values.set(last, (values.get(last) ?? 0n) + missing(table, block, measure, values));
};

const byRemainder =
  ({ exact, step }: Amounts): Column =>
  (table, block, measure, values) => {
    let rest = missing(table, block, measure, values);
    const sign = rest < 0n ? -1n : 1n;
    const figures = table.summed
      .map((line) => line.figures[block][measure])
      .filter((figure) => (exact.get(figure) ?? 0n) % step !== 0n);
    // How far a figure is from the value on the other side; the nearest go first.
    const off = (figure: Figure) => {
      const moved = (values.get(figure) ?? 0n) + sign * step - (exact.get(figure) ?? 0n);
      return absolute(moved);
    };
    for (const figure of figures.sort((a, b) => (off(a) < off(b) ? -1 : 1))) {
      if (rest === 0n) return;
      values.set(figure, (values.get(figure) ?? 0n) + sign * step);
      rest -= sign * step;
    }
  };

/** The methods, from the plainest. */
export const methods: readonly Method[] = [
  { name: '四舍五入, cell by cell', round: byColumns([], false, intoLast) },
  { name: '倒挤, every column', round: byColumns(budgetBlocks, false, intoLast) },
  { name: '倒挤, line totals summed', round: byColumns(sourceBlocks, true, intoLast) },
  { name: 'greedy, every column', round: byColumns(budgetBlocks, false, byRemainder) },
  { name: 'greedy, line totals summed', round: byColumns(sourceBlocks, true, byRemainder) },
];
