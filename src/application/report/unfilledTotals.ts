/** Which findings say that a total is left blank, or come of that alone? */
import type { Amount } from '../../domain/amount';
import { parseAmount } from '../../domain/amount';
import type { FigurePlace, Finding } from '../../domain/finding';

/**
 * Their ids: blank totals, totals of the other table that such a blank does not equal, and sums that are
 * off by exactly what is blank.
 */
export function ofUnfilledTotals(findings: readonly Finding[]): ReadonlySet<Finding['id']> {
  const blank = new Set<string>();
  const due = new Map<string, Amount>();
  for (const { detail } of findings) {
    if (detail.kind !== 'balance' || detail.stated !== null || blank.has(detail.place.id)) continue;
    blank.add(detail.place.id);
    const column = columnOf(detail.place);
    due.set(column, (due.get(column) ?? 0n) + parseAmount(detail.computed));
  }
  const found = findings.filter(({ detail }) => {
    if (detail.kind === 'balance') {
      return (
        detail.stated === null ||
        (detail.balance === 'column' &&
          due.get(columnOf(detail.place)) === parseAmount(detail.difference))
      );
    }
    if (detail.kind !== 'crossTable') return false;
    const { stated, otherStated, place, other } = detail;
    return (
      (stated === null && blank.has(place.id)) || (otherStated === null && blank.has(other.id))
    );
  });
  return new Set(found.map(({ id }) => id));
}

function columnOf({ sheet, form, block, measure }: FigurePlace): string {
  return JSON.stringify([sheet, form, block, measure]);
}

/** How many cells they leave blank. */
export function unfilledCells(findings: readonly Finding[]): number {
  return new Set(
    findings.flatMap(({ detail }) =>
      detail.kind === 'balance' && detail.stated === null ? [detail.place.id] : [],
    ),
  ).size;
}
