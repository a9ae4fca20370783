/** `npm run template`: a blank workbook with the official tables. */
import { templateCommand } from './templateCommand';
import { runCommand } from './terminal';

runCommand(templateCommand);
