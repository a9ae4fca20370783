/** Does the table show what it holds: nothing hidden, and displayed figures that add up? */
import type { Amount } from '../amount';
import { formatAmount, roundToPlace, sumAmounts } from '../amount';
import { cellAddress, columnLetters } from '../grid';
import { displayedDecimals } from '../formulas/numberFormat';
import type { Balance } from './balances';
import { columnBalances, lineBalances, sumOf } from './balances';
import type { Rule } from './catalogue';
import type { Outcomes } from './outcomes';
import type { FigureCell, PairView, TableView } from './view';
import { figuresOf, placeOf, viewsOf } from './view';

/** S-010: one check per hidden row or column inside the table. */
export function checkHiddenFigures(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    const { grid, bodyTop, range } = view.table;
    const figures = view.lines.flatMap(figuresOf);
    for (let row = bodyTop; row <= range.bottom; row += 1) {
      if (!grid.hiddenRows.has(row)) continue;
      settleHidden(
        rule,
        view,
        figures.filter((figure) => figure.row === row),
        {
          what: 'row',
          name: String(row + 1),
        },
        outcomes,
      );
    }
    for (const column of new Set(figures.map((figure) => figure.column))) {
      if (!grid.hiddenColumns.has(column)) continue;
      settleHidden(
        rule,
        view,
        figures.filter((figure) => figure.column === column),
        {
          what: 'column',
          name: columnLetters(column),
        },
        outcomes,
      );
    }
  }
}

function settleHidden(
  rule: Rule,
  view: TableView,
  figures: readonly FigureCell[],
  hidden: { readonly what: 'row' | 'column'; readonly name: string },
  outcomes: Outcomes,
): void {
  const held = figures.filter((figure) => !figure.blank);
  outcomes.settle(
    rule,
    held.length === 0
      ? null
      : {
          sheet: view.table.grid.name,
          cells: held.map((figure) => cellAddress(figure.row, figure.column)),
          stated: null,
          computed: null,
          difference: null,
          detail: { kind: 'hidden', ...hidden },
        },
  );
}

/** D-020: of the balances that hold exactly, those whose displayed figures do not add up. */
export function checkDisplayedSums(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const view of viewsOf(pair)) {
    for (const balance of [...lineBalances(view), ...columnBalances(view)]) {
      if (!holdsExactly(balance)) continue;
      const total = displayed(balance.total);
      const parts = balance.parts.map(displayed);
      if (total === null || parts.some((part) => part === null)) continue;
      const sum = sumAmounts(parts.filter((part) => part !== null));
      outcomes.settle(
        rule,
        total === sum
          ? null
          : {
              sheet: view.table.grid.name,
              cells: [balance.total.address],
              stated: formatAmount(total),
              computed: formatAmount(sum),
              difference: formatAmount(total - sum),
              detail: {
                kind: 'balance',
                balance: balance.direction,
                place: placeOf(view, balance.total),
                blankTotal: false,
              },
            },
      );
    }
  }
}

function holdsExactly({ total, parts }: Balance): boolean {
  const sum = sumOf(parts);
  return sum !== null && total.amount === sum && !total.blank;
}

/** A figure rounded as its number format shows it; null where the format scales or hides it. */
function displayed(figure: FigureCell): Amount | null {
  if (figure.amount === null) return null;
  if (figure.blank) return 0n;
  const decimals = displayedDecimals(figure.cell?.numberFormat ?? 'General');
  if (decimals === null) return null;
  return decimals === 'all' ? figure.amount : roundToPlace(figure.amount, decimals);
}
