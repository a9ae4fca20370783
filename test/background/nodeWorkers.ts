/** Workers of this program as a page has them: a script of its own, beside the others, that can die or hang. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { WorkerHandle } from '../../src/background/BackgroundFiles';
import type { Message } from '../../src/background/messages';

/** What a page's worker has of its own. */
const surroundings = `
const { parentPort } = require('node:worker_threads');
globalThis.self = {
  set onmessage(listener) { parentPort.on('message', (data) => listener({ data })); },
  postMessage: (message) => parentPort.postMessage(message),
};`;

/** The script of an entry point, relative to this folder. */
export async function workerScript(entry: string): Promise<string> {
  const made = await build({
    entryPoints: [join(__dirname, entry)],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    banner: { js: surroundings },
    logLevel: 'error',
  });
  return made.outputFiles[0]?.text ?? '';
}

/** Starts a worker with a script; those not ended are ended by {@link endWorkers}. */
export function startWorker(script: string): WorkerHandle {
  const worker = new Worker(script, { eval: true });
  running.add(worker);
  const handle: WorkerHandle = {
    onmessage: null,
    onerror: null,
    postMessage: (task, transfer) => {
      worker.postMessage(task, transfer as ArrayBuffer[]);
      given.get(task.file.name)?.();
    },
    terminate: () => {
      running.delete(worker);
      worker.removeAllListeners();
      void worker.terminate();
    },
  };
  worker.on('message', (data: Message) => handle.onmessage?.({ data }));
  const died = () => handle.onerror?.();
  worker.on('error', died);
  worker.on('exit', died);
  return handle;
}

const given = new Map<string, () => void>();

/** Resolves when a worker has been given the file of this name; to be asked for before. */
export function whenGiven(name: string): Promise<void> {
  return new Promise((resolve) => given.set(name, resolve));
}

const running = new Set<Worker>();

/** How many there are. */
export const workersRunning = (): number => running.size;

export async function endWorkers(): Promise<void> {
  await Promise.all([...running].map((worker) => worker.terminate()));
  running.clear();
}
