/** Which totals of the recognised tables are missing or not right, and what belongs there? */
import type { TableView } from '../returns/tableView';
import { totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { BlockedWrite, FillMode, PlannedWrite, WritePlan } from './plannedWrite';
import { planTotal } from './totalWrites';

/**
 * Plans every total of the returns: the total block of each line, the total line of each column, and
 * the grand totals. Carried out wholly, no balance fails, and a second plan is empty.
 */
export function planFill(returns: readonly UnitReturn[], mode: FillMode): WritePlan {
  const plans = returns.flatMap(tablesOfReturn).map((table) => planTable(table, mode));
  return {
    writes: plans.flatMap((plan) => plan.writes),
    blocked: plans.flatMap((plan) => plan.blocked),
  };
}

function planTable(table: TableView, mode: FillMode): WritePlan {
  const totals = totalCells(table);
  const inOrder = [...totals].sort(
    (a, b) => a.figure.row - b.figure.row || a.figure.column - b.figure.column,
  );
  const writes: PlannedWrite[] = [];
  const blocked: BlockedWrite[] = [];
  for (const total of inOrder) {
    const outcome = planTotal(total, totals, mode);
    if (outcome?.kind === 'write') writes.push(outcome.write);
    else if (outcome?.kind === 'blocked') blocked.push(outcome.blocked);
  }
  return { writes, blocked };
}
