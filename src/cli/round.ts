/** `npm run round`: 舍位平衡, from the terminal. */
import { roundCommand } from './roundCommand';
import { runCommand } from './terminal';

runCommand(roundCommand);
