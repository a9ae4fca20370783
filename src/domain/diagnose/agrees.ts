/** Does what is named between the tables agree with what their totals differ by, and with how projects are? */
import { absolute, type Amount } from '../amount';
import type { EventCandidate } from './events/candidate';
import type { Differences } from './events/crossTable';
import { shapeOf } from './shape';
import { residualOf } from './system';
import type { DiagnosisEvent, DiagnosisSystem } from './types';

/** The same money in another budget: the totals as stated differ by as much in both blocks. */
export function agreesWithTotals(
  systems: readonly DiagnosisSystem[],
  { scope }: EventCandidate,
  differences: Differences,
): boolean {
  if (scope.kind !== 'otherBudget') return true;
  const { crossTable } = shapeOf(systems);
  return systems.every((system, index) => {
    const own = differences.get(index)?.get(scope.block) ?? 0n;
    const agrees = (block: number, meant: Amount): boolean => {
      const equality = system.equalities[crossTable[index]?.get(block) ?? -1];
      if (equality === undefined) return true;
      return absolute(residualOf(system, equality) - meant) <= equality.tolerance;
    };
    return agrees(scope.block, own) && agrees(scope.otherBlock, -own);
  });
}

/** Projects of two budgets missing at once: in either no amount is more than the one before. */
export function areProjects(
  systems: readonly DiagnosisSystem[],
  block: number,
  differences: Differences,
): boolean {
  const amounts = systems.flatMap(({ quantity }, index) => {
    const value = absolute(differences.get(index)?.get(block) ?? 0n);
    return quantity === 'amount' && value !== 0n ? [value] : [];
  });
  return amounts.every((value, at) => at === 0 || value <= (amounts[at - 1] ?? value));
}

/** Without exchanges that name no table and share a measure: they contradict each other. */
export function withoutContradiction(events: readonly DiagnosisEvent[]): readonly DiagnosisEvent[] {
  const isOpen = ({ kind, table }: DiagnosisEvent): boolean =>
    kind === 'exchanged' && table === null;
  return events.filter(
    (event) =>
      !isOpen(event) ||
      !events.some(
        (other) =>
          other !== event &&
          isOpen(other) &&
          other.systems.some((at) => event.systems.includes(at)),
      ),
  );
}
