/** Does the table show what it holds: nothing hidden, and displayed figures that add up? */
import type { Amount } from '../amount';
import { formatAmount } from '../amount';
import { columnLetters } from '../grid';
import { NumberDisplay } from '../formulas/displayedFigure';
import { columnEqualities, lineEqualities, sumOfParts } from '../returns/equalities';
import type { Equality } from '../returns/equalities';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged } from './outcome';

/** S-010: one check per hidden row or column inside the table. */
export function checkHiddenFigures(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((table) => {
    const { grid, bodyTop, range } = table.table;
    const outcomes: Outcome[] = [];
    for (let row = bodyTop; row <= range.bottom; row += 1) {
      if (!grid.hiddenRows.has(row)) continue;
      const held = table.figures.filter((figure) => figure.row === row && !figure.blank);
      outcomes.push(hiddenOutcome(table, held, { what: 'row', name: String(row + 1) }));
    }
    for (const column of new Set(table.figures.map((figure) => figure.column))) {
      if (!grid.hiddenColumns.has(column)) continue;
      const held = table.figures.filter((figure) => figure.column === column && !figure.blank);
      outcomes.push(hiddenOutcome(table, held, { what: 'column', name: columnLetters(column) }));
    }
    return outcomes;
  });
}

function hiddenOutcome(
  table: TableView,
  held: readonly Figure[],
  hidden: { readonly what: 'row' | 'column'; readonly name: string },
): Outcome {
  return judged(
    held.length === 0
      ? null
      : {
          sheet: table.sheet,
          cells: held.map((figure) => figure.address),
          stated: null,
          computed: null,
          difference: null,
          detail: { kind: 'hidden', ...hidden },
        },
  );
}

/** D-020: of the balances that hold exactly, those whose displayed figures do not add up. */
export function checkDisplayedSums(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit)
    .flatMap((table) => [...lineEqualities(table), ...columnEqualities(table)])
    .filter(holdsExactly)
    .flatMap(displayedOutcome);
}

/** None where a number format scales or hides a figure. */
function displayedOutcome({ id, total, parts, direction }: Equality): Outcome[] {
  const shown = displayed(total);
  if (shown === null || direction === 'crossTable') return [];
  let sum = 0n;
  for (const part of parts) {
    const amount = displayed(part);
    if (amount === null) return [];
    sum += amount;
  }
  return [
    judged(
      shown === sum
        ? null
        : {
            sheet: total.table.sheet,
            cells: [total.address],
            stated: formatAmount(shown),
            computed: formatAmount(sum),
            difference: formatAmount(shown - sum),
            detail: {
              kind: 'balance',
              equality: id,
              balance: direction,
              place: placeOf(total),
              blankTotal: false,
            },
          },
    ),
  ];
}

function holdsExactly(equality: Equality): boolean {
  const sum = sumOfParts(equality);
  return sum !== null && equality.total.amount === sum && !equality.total.blank;
}

/** A figure rounded as its number format shows it; null where the format scales or hides it. */
function displayed(figure: Figure): Amount | null {
  if (figure.amount === null) return null;
  if (figure.blank) return 0n;
  const shown = new NumberDisplay(figure.cell?.numberFormat ?? 'General').of(figure.amount);
  return shown === null || shown.power !== 0 ? null : shown.figure;
}
