/** Which findings come of totals that count a 小计 line as well as the lines that it adds up? */
import type { Amount } from '../../domain/amount';
import { parseAmount } from '../../domain/amount';
import type { DetailOf, Finding } from '../../domain/finding';
import { parseAddress } from '../../domain/grid';

type Balance = DetailOf<'balance'> | DetailOf<'crossTable'>;

/**
 * Their ids: the 小计 lines, and totals that are off by just what these hold, by themselves, against the other
 * table, or in their formula.
 */
export function ofCountedSubtotals(findings: readonly Finding[]): ReadonlySet<Finding['id']> {
  const rows = new Set<string>();
  const more = new Map<string, Amount>();
  for (const { sheet, detail } of findings) {
    if (detail.kind !== 'lines' || detail.countedBy.length === 0 || detail.row === null) continue;
    rows.add(rowKey(sheet, detail.row));
    for (const one of detail.countedBy) more.set(one.total.id, parseAmount(one.more));
  }
  if (more.size === 0) return new Set();
  const found = findings.filter(({ sheet, detail }) => {
    switch (detail.kind) {
      case 'lines':
        return detail.countedBy.length > 0;
      case 'balance':
      case 'crossTable': {
        const due = dueOf(detail, more);
        return due !== 0n && due === parseAmount(detail.difference);
      }
      case 'totalFormula':
        return (
          detail.uncovered.length === 0 &&
          detail.superfluous.length > 0 &&
          detail.superfluous.every((cell) => rows.has(rowKey(sheet, rowOf(cell))))
        );
      default:
        return false;
    }
  });
  return new Set(found.map(({ id }) => id));
}

/** What a difference comes to of the subtotals alone; a line's balance has nothing of them. */
function dueOf(detail: Balance, more: ReadonlyMap<string, Amount>): Amount {
  const own = more.get(detail.place.id) ?? 0n;
  if (detail.kind === 'crossTable') return own - (more.get(detail.other.id) ?? 0n);
  return detail.balance === 'column' ? own : 0n;
}

/** The number of an address' row, from 1. */
function rowOf(cell: string): number {
  return (parseAddress(cell)?.row ?? -1) + 1;
}

function rowKey(sheet: string, row: number): string {
  return JSON.stringify([sheet, row]);
}
