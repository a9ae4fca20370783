/** What stands for a worker where a page can start none? The same work on the page's own thread. */
import type { WorkerHandle } from './BackgroundFiles';
import type { WorkerSide } from './serveTasks';

/** Answers as a worker does, one task after another; what is answered after its end is not heard. */
export function serveHere<Asked, Told>(
  load: () => Promise<(side: WorkerSide<Asked, Told>) => void>,
): WorkerHandle<Asked, Told> {
  let isEnded = false;
  const side: WorkerSide<Asked, Told> = {
    onmessage: null,
    postMessage: (message) => {
      if (!isEnded) handle.onmessage?.({ data: message });
    },
  };
  const handle: WorkerHandle<Asked, Told> = {
    onmessage: null,
    onerror: null,
    postMessage: (task) => side.onmessage?.({ data: task }),
    terminate: () => {
      isEnded = true;
    },
  };
  void load().then(
    (serve) => {
      serve(side);
    },
    () => handle.onerror?.(),
  );
  return handle;
}

/** One worker, or another in its place where it fails before it has said anything. */
export function orElse<Asked, Told>(
  first: () => WorkerHandle<Asked, Told>,
  second: () => WorkerHandle<Asked, Told>,
): WorkerHandle<Asked, Told> {
  let isThere = false;
  const handle: WorkerHandle<Asked, Told> = {
    onmessage: null,
    onerror: null,
    postMessage: (task, transfer) => {
      inner.postMessage(task, transfer);
    },
    terminate: () => {
      inner.terminate();
    },
  };
  const follow = (worker: WorkerHandle<Asked, Told>, failed: () => void) => {
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

/**
 * A worker of the page's; where there can be none, the same work without one: browsers let no page that
 * was opened from a folder start a worker, and its script is not there when the network is gone.
 */
export function workerOr<Asked, Told>(
  start: () => WorkerHandle<Asked, Told>,
  load: () => Promise<(side: WorkerSide<Asked, Told>) => void>,
): WorkerHandle<Asked, Told> {
  const here = () => serveHere(load);
  return location.protocol === 'file:' ? here() : orElse(start, here);
}
