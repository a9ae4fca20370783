/** Starts workers from the script that the build makes of the worker's entry point. */
import type { Clock } from '../application/clock';
import { BackgroundFiles, type WorkerHandle } from './BackgroundFiles';

export function startReader(clock: Clock): BackgroundFiles {
  return new BackgroundFiles(startWorker, clock);
}

/** The build sees this very expression and makes a script of its own of it. */
function startWorker(): WorkerHandle {
  return new Worker(
    /* webpackChunkName: "worker" */ new URL('./worker', import.meta.url),
  ) as WorkerHandle;
}
