/** Starts workers from the script that the build makes of the worker's entry point. */
import { systemClock } from '../../application/clock';
import type { WorkerHandle } from '../../background/BackgroundFiles';
import { workerOr } from '../../background/serveHere';
import { BookWork } from './BookWork';
import type { BookMessage, BookTask } from './messages';

/** What a worker does; to be loaded early where the network may be gone later. */
export const loadBookTasks = async () => (await import('./serveBook')).serveBook;

export function startWork(): BookWork {
  return new BookWork(() => workerOr(startWorker, loadBookTasks), systemClock);
}

/** The build sees this very expression and makes a script of its own of it. */
function startWorker(): WorkerHandle<BookTask, BookMessage> {
  return new Worker(
    /* webpackChunkName: "bookWorker" */ new URL('./worker', import.meta.url),
  ) as WorkerHandle<BookTask, BookMessage>;
}
