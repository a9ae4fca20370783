/** What has the user said of the findings that are listed? */
import type { Explained } from '../../../wording/itemText';
import { nothingExplained } from '../../../wording/itemText';
import { usePaneState } from '../../PaneContext';
import { lastReport } from '../../state/paneState';
import { useReach } from '../list/reach';

/** By the findings' ids; of findings in files nothing. */
export function useExplained(): Explained {
  const { check } = usePaneState();
  const isHere = useReach() === 'workbook';
  return (isHere ? lastReport(check)?.explained.byFinding : undefined) ?? nothingExplained;
}
