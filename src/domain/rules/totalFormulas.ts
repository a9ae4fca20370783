/** Do the totals' formulas add up exactly the cells they should? */
import type { FindingDetail, FindingDraft } from '../finding';
import { formatAmount } from '../amount';
import type { Coverage } from '../formulas/coverage';
import { coverageKey, formulaCoverage, refersToOtherWorkbook } from '../formulas/coverage';
import { totalFormula } from '../formulas/totalFormula';
import { cellAddress, cellAt } from '../grid';
import type { Balance } from './balances';
import { columnBalances, lineBalances, sumOf } from './balances';
import type { Rule } from './catalogue';
import type { Outcomes } from './outcomes';
import type { FigureCell, PairView, TableView } from './view';
import { figuresOf, placeOf, viewsOf } from './view';

/** A total cell with every set of parts that it may add up. */
export interface TotalCell {
  readonly view: TableView;
  readonly figure: FigureCell;
  /** The balance that a formula is expected to follow first, then the alternative of the corner. */
  readonly balances: readonly Balance[];
}

/** Every total of a table, with the balances it closes. */
export function totalCells(view: TableView): TotalCell[] {
  const cells = new Map<FigureCell, Balance[]>();
  for (const balance of [...columnBalances(view), ...lineBalances(view)]) {
    const known = cells.get(balance.total);
    if (known === undefined) cells.set(balance.total, [balance]);
    else known.push(balance);
  }
  return [...cells].map(([figure, balances]) => ({ view, figure, balances }));
}

/** True where more than half of the neighbouring totals (of `totals`) hold formulas. */
export function standsAmongFormulas(total: TotalCell, totals: readonly TotalCell[]): boolean {
  const neighbours = totals.filter(
    ({ figure }) =>
      figure !== total.figure &&
      (total.figure.line.kind === 'total'
        ? figure.line.kind === 'total'
        : figure.line.kind !== 'total' && figure.measure === total.figure.measure),
  );
  const formulas = neighbours.filter(({ figure }) => figure.formula !== null).length;
  return formulas * 2 > neighbours.length;
}

/** F-010: a typed number where more than half of the neighbouring totals hold formulas. */
export function checkTypedOverTotals(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    const totals = totalCells(view);
    for (const total of totals) {
      if (!standsAmongFormulas(total, totals)) continue;
      const { figure } = total;
      const typed =
        figure.formula === null &&
        (figure.reading.kind === 'number' || figure.reading.kind === 'textNumber');
      outcomes.settle(rule, typed ? describe(total, 'typedOver', null) : null);
    }
  }
}

/** F-020 (`right`) and F-025 (`wrong`): one check per total whose formula can be read. */
export function checkTotalRanges(
  rule: Rule,
  value: 'right' | 'wrong',
  pair: PairView,
  outcomes: Outcomes,
): void {
  for (const view of viewsOf(pair)) {
    for (const total of totalCells(view)) {
      const { figure, balances } = total;
      const coverage =
        figure.formula === null ? null : formulaCoverage(figure.formula, view.table.grid.name);
      if (coverage === null) continue;
      if (balances.some((balance) => covers(coverage, balance, view))) {
        outcomes.satisfied();
        continue;
      }
      const [balance] = balances;
      const sum = balance === undefined ? null : sumOf(balance.parts);
      if (sum === null || figure.amount === null) {
        outcomes.undetermined();
        continue;
      }
      const isRight = sum === figure.amount;
      if (isRight === (value === 'right')) {
        outcomes.violated(rule, describe(total, isRight ? 'range' : 'rangeAndValue', coverage));
      }
    }
  }
}

/** Whether a total's formula adds up exactly the parts of this balance. */
export function formulaFollows(balance: Balance): boolean {
  const { view, total } = balance;
  if (total.formula === null) return false;
  const coverage = formulaCoverage(total.formula, view.table.grid.name);
  return coverage !== null && covers(coverage, balance, view);
}

/** Whether a total's formula is a plain sum of cells, right or wrong. */
export function formulaIsSum(figure: FigureCell, view: TableView): boolean {
  return figure.formula !== null && formulaCoverage(figure.formula, view.table.grid.name) !== null;
}

/** Every part exactly once; other cells only where nothing to be added stands in them. */
function covers(coverage: Coverage, balance: Balance, view: TableView): boolean {
  const { uncovered, superfluous } = compare(coverage, balance, view);
  return uncovered.length === 0 && superfluous.length === 0;
}

function compare(
  coverage: Coverage,
  balance: Balance,
  view: TableView,
): { uncovered: string[]; superfluous: string[] } {
  const parts = new Set(balance.parts.map((part) => coverageKey(part.row, part.column)));
  const uncovered = balance.parts
    .filter((part) => (coverage.get(coverageKey(part.row, part.column)) ?? 0) < 1)
    .map((part) => part.address);
  const superfluous: string[] = [];
  for (const [key, times] of coverage) {
    if (parts.has(key) && times === 1) continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    // A blank row or a text inside the range adds nothing, now or later.
    if (!parts.has(key) && !holdsFigures(view, row, column)) continue;
    if (times !== 0 && !(parts.has(key) && times < 1)) superfluous.push(cellAddress(row, column));
  }
  return { uncovered, superfluous };
}

/** Whether a cell outside the parts holds a figure or is one of the table's. */
function holdsFigures(view: TableView, row: number, column: number): boolean {
  const line = view.lines.find((entry) => entry.line.row === row);
  if (line !== undefined && figuresOf(line).some((figure) => figure.column === column)) return true;
  const value = cellAt(view.table.grid, row, column)?.value;
  return typeof value === 'number';
}

function describe(
  { view, figure, balances }: TotalCell,
  problem: Extract<FindingDetail, { kind: 'totalFormula' }>['problem'],
  coverage: Coverage | null,
): FindingDraft {
  const [balance] = balances;
  if (balance === undefined) throw new Error('a total without a balance');
  const sum = sumOf(balance.parts);
  const { amount } = figure;
  const differences =
    coverage === null ? { uncovered: [], superfluous: [] } : compare(coverage, balance, view);
  return {
    sheet: view.table.grid.name,
    cells: [figure.address],
    stated: amount === null ? null : formatAmount(amount),
    computed: sum === null ? null : formatAmount(sum),
    difference: sum === null || amount === null ? null : formatAmount(amount - sum),
    detail: {
      kind: 'totalFormula',
      problem,
      place: placeOf(view, figure),
      formula: figure.formula ?? '',
      expected: totalFormula(balance.parts, balance.direction),
      ...differences,
    },
  };
}

/** F-030: one check per formula in the table. */
export function checkExternalLinks(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    for (const line of view.lines) {
      for (const figure of figuresOf(line)) {
        if (figure.formula === null) continue;
        outcomes.settle(
          rule,
          refersToOtherWorkbook(figure.formula)
            ? {
                sheet: view.table.grid.name,
                cells: [figure.address],
                stated: figure.amount === null ? null : formatAmount(figure.amount),
                computed: null,
                difference: null,
                detail: {
                  kind: 'externalLink',
                  place: placeOf(view, figure),
                  formula: figure.formula,
                },
              }
            : null,
        );
      }
    }
  }
}
