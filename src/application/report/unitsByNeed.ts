/** In which order do units need somebody's attention? */
import type { Verdict } from '../checkWorkbook';
import type { UnitReport } from './report';

const order: readonly Verdict[] = ['errors', 'notChecked', 'notCalculated', 'warnings', 'passed'];

/**
 * Units with errors first, then what could not be checked, then warnings; among those the one with the
 * most first, and else in the order of the sheets.
 */
export function unitsByNeed(units: readonly UnitReport[]): UnitReport[] {
  return [...units].sort(
    (a, b) =>
      order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
      b.counts.error - a.counts.error ||
      b.counts.warning - a.counts.warning ||
      a.number - b.number,
  );
}
