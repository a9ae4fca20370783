/** `npm run consolidate`: many units' workbooks added up. */
import { consolidateCommand } from './consolidateCommand';
import { runCommand } from './terminal';

runCommand(consolidateCommand);
