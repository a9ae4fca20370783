/** What stands for a worker where a page can start none? The same work on the page's own thread. */
import type { WorkerHandle } from './BackgroundFiles';
import type { WorkerSide } from './serveTasks';

/** Loads what a worker does; to be called early where the network may be gone later. */
export const loadTasks = () => import('./serveTasks');

/** Answers as a worker does, one task after another; what is answered after its end is not heard. */
export function serveHere(load: typeof loadTasks = loadTasks): WorkerHandle {
  let isEnded = false;
  const side: WorkerSide = {
    onmessage: null,
    postMessage: (message) => {
      if (!isEnded) handle.onmessage?.({ data: message });
    },
  };
  const handle: WorkerHandle = {
    onmessage: null,
    onerror: null,
    postMessage: (task) => side.onmessage?.({ data: task }),
    terminate: () => {
      isEnded = true;
    },
  };
  void load().then(
    ({ serveTasks }) => {
      serveTasks(side);
    },
    () => handle.onerror?.(),
  );
  return handle;
}

/** One worker, or another in its place where it fails before it has said anything. */
export function orElse(first: () => WorkerHandle, second: () => WorkerHandle): WorkerHandle {
  let isThere = false;
  const handle: WorkerHandle = {
    onmessage: null,
    onerror: null,
    postMessage: (task, transfer) => {
      inner.postMessage(task, transfer);
    },
    terminate: () => {
      inner.terminate();
    },
  };
  const follow = (worker: WorkerHandle, failed: () => void): WorkerHandle => {
    worker.onmessage = (event) => {
      isThere = true;
      handle.onmessage?.(event);
    };
    worker.onerror = failed;
    return worker;
  };
  const fail = () => handle.onerror?.();
  let inner = follow(first(), () => {
    if (isThere) {
      fail();
      return;
    }
    inner.terminate();
    inner = follow(second(), fail);
  });
  return handle;
}
