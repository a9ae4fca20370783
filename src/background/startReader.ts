/** Starts workers from the script that the build makes of the worker's entry point. */
import type { Clock } from '../application/clock';
import { BackgroundFiles, type WorkerHandle } from './BackgroundFiles';
import { orElse, serveHere } from './serveHere';

export function startReader(clock: Clock): BackgroundFiles {
  return new BackgroundFiles(startWorker, clock);
}

/**
 * A worker that reads files; where there can be none, the same work without one: browsers let no page
 * that was opened from a folder start a worker, and its script is not there when the network is gone.
 */
function startWorker(): WorkerHandle {
  return location.protocol === 'file:' ? serveHere() : orElse(workerOfPage, serveHere);
}

/** The build sees this very expression and makes a script of its own of it. */
function workerOfPage(): WorkerHandle {
  return new Worker(
    /* webpackChunkName: "worker" */ new URL('./worker', import.meta.url),
  ) as WorkerHandle;
}
