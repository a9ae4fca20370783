/** Starts workers from the script that the build makes of the worker's entry point. */
import type { Clock } from '../application/clock';
import { BackgroundFiles, type WorkerHandle } from './BackgroundFiles';
import { workerOr } from './serveHere';

/** What a worker does; to be loaded early where the network may be gone later. */
export const loadTasks = async () => (await import('./serveTasks')).serveTasks;

export function startReader(clock: Clock): BackgroundFiles {
  return new BackgroundFiles(() => workerOr(startWorker, loadTasks), clock);
}

/** The build sees this very expression and makes a script of its own of it. */
function startWorker(): WorkerHandle {
  return new Worker(
    /* webpackChunkName: "worker" */ new URL('./worker', import.meta.url),
  ) as WorkerHandle;
}
