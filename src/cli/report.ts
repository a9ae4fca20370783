/** `npm run report`: 报告文字, from the terminal. */
import { reportCommand } from './reportCommand';
import { runCommand } from './terminal';

runCommand(reportCommand);
