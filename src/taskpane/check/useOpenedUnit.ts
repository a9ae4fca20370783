import type { UnitReport } from '../../application/report/report';
import { usePaneState } from '../PaneContext';
import { lastReport, openedUnit } from '../state/paneState';

/** The one of several units that is looked at; null for the list of units, and where there is only one. */
export function useOpenedUnit(): UnitReport | null {
  const { check, units } = usePaneState();
  const report = lastReport(check);
  return report === null ? null : openedUnit(report, units);
}
