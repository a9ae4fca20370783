/** `npm run check`: the checks of the task pane, on workbooks on disk. */
import { checkCommand } from './checkCommand';
import { runCommand } from './terminal';

runCommand(checkCommand);
