/** Which totals of the recognised tables are missing or not right, and what belongs there? */
import { parseAmount } from '../amount';
import { crossTableEqualities, isWithinRounding } from '../returns/equalities';
import { agreeingTables } from '../returns/returnEqualities';
import type { Figure, TableView } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import { totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { BlockedChange, FillMode, PlannedChange, ChangePlan } from './plannedChange';
import { planTotal } from './totalWrites';
import { placeKey } from './verify';

/**
 * Plans every total of the returns: the total block of each line, the total line of each column, and
 * the grand totals. Carried out wholly, no balance fails, and a second plan is empty.
 */
export function planFill(returns: readonly UnitReturn[], mode: FillMode): ChangePlan {
  const plans = returns.map((unit) => planReturn(unit, mode));
  return {
    changes: plans.flatMap((plan) => plan.changes),
    blocked: plans.flatMap((plan) => plan.blocked),
  };
}

function planReturn(unit: UnitReturn, mode: FillMode): ChangePlan {
  const plans = tablesOfReturn(unit).map((table) => planTable(table, mode));
  const changes = plans.flatMap((plan) => plan.changes);
  const other = equalTotals(unit);
  const planned = new Map(
    changes.map(({ place, then }) => [placeKey(place), parseAmount(then.value)]),
  );
  return {
    changes: changes.map((change) => {
      const equal = other.get(placeKey(change.place));
      if (equal === undefined) return change;
      const place = placeOf(equal);
      const there = planned.get(placeKey(place)) ?? equal.amount;
      const isEqual = there === parseAmount(change.then.value);
      return isEqual ? change : { ...change, contradicts: place };
    }),
    blocked: plans.flatMap((plan) => plan.blocked),
  };
}

/** The other total of those that two tables state alike, up to rounding, by sheet and cell. */
function equalTotals(unit: UnitReturn): ReadonlyMap<string, Figure> {
  const equalities = agreeingTables(unit).flatMap(({ first, second }) =>
    crossTableEqualities(first, second),
  );
  return new Map(
    equalities.flatMap((equality): [string, Figure][] => {
      const { total, parts } = equality;
      const [part] = parts;
      if (part === undefined || total.amount === null || part.amount === null) return [];
      if (!isWithinRounding(equality, total.amount - part.amount)) return [];
      return [
        [placeKey(placeOf(total)), part],
        [placeKey(placeOf(part)), total],
      ];
    }),
  );
}

function planTable(table: TableView, mode: FillMode): ChangePlan {
  const totals = totalCells(table);
  const inOrder = [...totals].sort(
    (a, b) => a.figure.row - b.figure.row || a.figure.column - b.figure.column,
  );
  const changes: PlannedChange[] = [];
  const blocked: BlockedChange[] = [];
  for (const total of inOrder) {
    const outcome = planTotal(total, totals, mode);
    if (outcome?.kind === 'change') changes.push(outcome.change);
    else if (outcome?.kind === 'blocked') blocked.push(outcome.blocked);
  }
  return { changes, blocked };
}
