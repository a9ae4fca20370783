/** The worker with the troubles that the name of a file asks for. */
import { performTask, serveTasks, type WorkerSide } from '../../src/background/serveTasks';

serveTasks(self as unknown as WorkerSide, (task) => {
  const { name } = task.file;
  if (name.includes('dies')) process.exit(1);
  if (name.includes('throws')) throw new Error('a mistake of the program');
  while (name.includes('hangs')) {
    // For ever.
  }
  return performTask(task);
});
