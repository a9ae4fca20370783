/** Which totals of the recognised tables are missing or not right, and what belongs there? */
import type { PairView, TableView } from '../rules/view';
import { viewsOf } from '../rules/view';
import { totalCells } from '../rules/totalFormulas';
import type { BlockedWrite, FillMode, PlannedWrite, WritePlan } from './plannedWrite';
import { planTotal } from './totalWrites';

/**
 * Plans every total of the pairs: the total block of each line, the total line of each column, and
 * the grand totals. Carried out wholly, no balance fails, and a second plan is empty.
 */
export function planFill(pairs: readonly PairView[], mode: FillMode): WritePlan {
  const views = pairs.flatMap(viewsOf);
  const plans = views.map((view) => planTable(view, mode));
  return {
    writes: plans.flatMap((plan) => plan.writes),
    blocked: plans.flatMap((plan) => plan.blocked),
  };
}

function planTable(view: TableView, mode: FillMode): WritePlan {
  const totals = totalCells(view);
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
