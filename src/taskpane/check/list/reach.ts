/** What can be done from a list of items: are its cells in the open workbook, in a file that nobody has opened? */
import { createContext, useContext } from 'react';

/**
 * `workbook`: cells can be gone to and put right · `cells`: they can be gone to; they are put right on
 * another page · `file`: neither, for they stand in a file.
 */
export type Reach = 'workbook' | 'cells' | 'file';

const ReachContext = createContext<Reach>('workbook');

export const ReachProvider = ReachContext.Provider;

export function useReach(): Reach {
  return useContext(ReachContext);
}
