/** The worker's entry point: reads and checks files beside the pane. */
import { serveTasks, type WorkerSide } from './serveTasks';

// Only here is the global object a worker's; the types are those of a page.
serveTasks(self as unknown as WorkerSide);
