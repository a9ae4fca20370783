/** What has been said of the findings that are listed? */
import { createContext, useContext } from 'react';
import type { Explained } from '../../../wording/itemText';
import { nothingExplained } from '../../../wording/itemText';
import { usePaneState } from '../../PaneContext';
import { lastReport } from '../../state/paneState';
import { useReach } from '../list/reach';

const ExplainedContext = createContext<Explained>(nothingExplained);

/** What the units that are added up have said, as their files tell. */
export const ExplainedProvider = ExplainedContext.Provider;

/** By the findings' ids; elsewhere than in the open workbook's own list what is provided. */
export function useExplained(): Explained {
  const { check } = usePaneState();
  const provided = useContext(ExplainedContext);
  const isHere = useReach() === 'workbook';
  return isHere ? (lastReport(check)?.explained.byFinding ?? nothingExplained) : provided;
}
