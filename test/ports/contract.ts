/** The contract of the workbook's ports, one suite for each capability. */
import { calculatesContract } from './calculates';
import { keepsExplanationsContract } from './keepsExplanations';
import { knowsSavedContract } from './knowsSaved';
import { listensContract } from './listens';
import { marksContract } from './marks';
import type { Open } from './openedWorkbook';
import { readsContract } from './reads';
import { selectsContract } from './selects';
import { sheetsContract } from './sheets';
import { showsContract } from './shows';
import { writesContract } from './writes';

/** Holds an implementation to it. */
export function workbookContract(open: Open): void {
  readsContract(open);
  showsContract(open);
  marksContract(open);
  writesContract(open);
  keepsExplanationsContract(open);
  knowsSavedContract(open);
  calculatesContract(open);
  sheetsContract(open);
  listensContract(open);
  selectsContract(open);
}
