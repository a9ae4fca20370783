/**
 * Files are read and checked in a worker, one after another, while the pane stays quick. A worker
 * that dies, or does not come to an end on a file, is replaced; only that file is lost.
 */
import type { Clock } from '../application/clock';

import type {
  GivenFile,
  LastRoundFile,
  TakenFile,
  TakeOptions,
  TakesFiles,
  UnitFound,
} from '../application/takenFile';
import type { FileFault, HostFault } from '../domain/fault';
import { faultyFile } from '../application/takenFile';
import { failure, success, type Result } from '../domain/result';
import type { Message, Outcome, Task } from './messages';
import { bytesOf } from './fileBytes';
import { withForms } from './messages';
import type { FileContents } from './takeFile';

/** A worker as seen from the page; what it is asked, and what it answers. */
export interface WorkerHandle<Asked = Task, Told = Message> {
  onmessage: ((event: { readonly data: Told }) => void) | null;
  onerror: (() => void) | null;
  postMessage(task: Asked, transfer: Transferable[]): void;
  terminate(): void;
}

/** How long a worker may take to begin, and how long on one file, in milliseconds. */
const beginsWithin = 30_000;
const readsWithin = 120_000;

/** How long a worker without work is kept, in milliseconds. */
const keptFor = 30_000;

/** Why a task came to nothing. */
type Failure =
  | { readonly kind: 'file'; readonly fault: FileFault }
  | { readonly kind: 'reader'; readonly fault: HostFault }
  | { readonly kind: 'ended' };

export class BackgroundFiles implements TakesFiles {
  #worker: { readonly handle: WorkerHandle; readonly isThere: Promise<boolean> } | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #stopKeeping: () => void = () => undefined;

  /** @param start starts a worker that serves tasks */
  constructor(
    private readonly start: () => WorkerHandle,
    private readonly clock: Clock,
  ) {}

  async takeFiles(
    files: readonly GivenFile[],
    options: TakeOptions,
    told: (file: TakenFile) => void,
    signal?: AbortSignal,
  ): Promise<Result<null, HostFault>> {
    for (const file of files) {
      const done = await untilEnded(
        this.#inTurn(() =>
          this.#do(file, (contents) => ({ kind: 'take', file: contents, options }), signal),
        ),
        signal,
      );
      if (done === 'ended' || isEnded(signal)) break;
      if (done.ok) {
        if (done.value.kind === 'taken') told(done.value.file);
        continue;
      }
      if (done.fault.kind === 'reader') return failure(done.fault.fault);
      if (done.fault.kind === 'file') told(faultyFile(file, done.fault.fault));
    }
    return success(null);
  }

  async readReport(
    file: GivenFile,
    pair: number,
    options: TakeOptions,
  ): Promise<Result<UnitFound, FileFault | HostFault>> {
    const done = await this.#inTurn(() =>
      this.#do(file, (contents) => ({ kind: 'report', file: contents, options, pair })),
    );
    if (done.ok && done.value.kind === 'report') return done.value.report;
    if (done.ok || done.fault.kind === 'ended') return failure({ code: 'cancelled' });
    return failure(done.fault.fault);
  }

  async readLastRound(file: GivenFile): Promise<Result<LastRoundFile, FileFault | HostFault>> {
    const done = await this.#inTurn(() =>
      this.#do(file, (contents) => ({ kind: 'lastRound', file: contents })),
    );
    if (done.ok && done.value.kind === 'lastRound') return done.value.lastRound;
    if (done.ok || done.fault.kind === 'ended') return failure({ code: 'cancelled' });
    return failure(done.fault.fault);
  }

  async readText(file: GivenFile): Promise<Result<string, FileFault | HostFault>> {
    const done = await this.#inTurn(() =>
      this.#do(file, (contents) => ({ kind: 'text', file: contents })),
    );
    if (done.ok && done.value.kind === 'text') return done.value.text;
    if (done.ok || done.fault.kind === 'ended') return failure({ code: 'cancelled' });
    return failure(done.fault.fault);
  }

  /** Work with the one worker, after what came before. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #do(
    given: GivenFile,
    taskOf: (file: FileContents) => Task,
    signal?: AbortSignal,
  ): Promise<Result<Outcome, Failure>> {
    if (isEnded(signal)) return failure({ kind: 'ended' });
    // A disk or a network drive may never answer.
    const bytes = await this.#unlessEnded(bytesOf(given), signal);
    if (bytes === 'ended') return failure({ kind: 'ended' });
    if (bytes === 'tookTooLong') {
      return failure({ kind: 'file', fault: { code: 'notRead', why: 'tookTooLong' } });
    }
    if (!bytes.ok) return failure({ kind: 'file', fault: bytes.fault });
    const handle = await this.#unlessEnded(this.#ready(), signal);
    if (handle === 'ended') return failure({ kind: 'ended' });
    if (handle === null || handle === 'tookTooLong') {
      return failure({ kind: 'reader', fault: { code: 'notLoaded' } });
    }
    const file = { key: given.key, name: given.name, bytes: bytes.value };
    const answer = await this.#ask(handle, taskOf(file), signal);
    if (answer.ok) this.#keep();
    else this.#drop();
    return answer;
  }

  /** What is waited for, unless the user ends it, or it takes longer than a file may. */
  #unlessEnded<T>(
    waited: Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T | 'ended' | 'tookTooLong'> {
    const tookTooLong = new Promise<'tookTooLong'>((resolve) => {
      const stop = this.clock.after(readsWithin, () => {
        resolve('tookTooLong');
      });
      void waited.then(stop, stop);
    });
    return untilEnded(Promise.race([waited, tookTooLong]), signal);
  }

  /** The worker, once it has begun; null where it does not. */
  async #ready(): Promise<WorkerHandle | null> {
    this.#stopKeeping();
    this.#worker ??= this.#begin();
    const { handle, isThere } = this.#worker;
    if (await isThere) return handle;
    this.#drop();
    return null;
  }

  #begin(): { handle: WorkerHandle; isThere: Promise<boolean> } {
    const handle = this.start();
    const isThere = new Promise<boolean>((resolve) => {
      const stop = this.clock.after(beginsWithin, () => {
        resolve(false);
      });
      const end = (there: boolean) => () => {
        stop();
        resolve(there);
      };
      handle.onmessage = end(true);
      handle.onerror = end(false);
    });
    return { handle, isThere };
  }

  #ask(
    handle: WorkerHandle,
    task: Task,
    signal: AbortSignal | undefined,
  ): Promise<Result<Outcome, Failure>> {
    return new Promise((resolve) => {
      const notRead = (why: 'failed' | 'tookTooLong') => {
        end(failure({ kind: 'file', fault: { code: 'notRead', why } }));
      };
      const stop = this.clock.after(readsWithin, () => {
        notRead('tookTooLong');
      });
      const ended = () => {
        end(failure({ kind: 'ended' }));
      };
      const end = (outcome: Result<Outcome, Failure>) => {
        stop();
        signal?.removeEventListener('abort', ended);
        resolve(outcome);
      };
      signal?.addEventListener('abort', ended);
      handle.onerror = () => {
        notRead('failed');
      };
      handle.onmessage = ({ data }) => {
        if (data.kind === 'done') end(success(withForms(data.outcome)));
        else if (data.kind === 'failed') notRead('failed');
      };
      handle.postMessage(task, [task.file.bytes.buffer as ArrayBuffer]);
    });
  }

  /** A worker without work goes after a while, and what it holds of memory with it. */
  #keep(): void {
    this.#stopKeeping();
    this.#stopKeeping = this.clock.after(keptFor, () => {
      this.#drop();
    });
  }

  #drop(): void {
    this.#stopKeeping();
    this.#worker?.handle.terminate();
    this.#worker = null;
  }
}

/** What is waited for, or that the user has ended it, whichever comes first. */
function untilEnded<T>(waited: Promise<T>, signal: AbortSignal | undefined): Promise<T | 'ended'> {
  if (signal === undefined) return waited;
  if (signal.aborted) return Promise.resolve('ended');
  return new Promise((resolve, reject) => {
    const ended = () => {
      resolve('ended');
    };
    signal.addEventListener('abort', ended);
    waited
      .finally(() => {
        signal.removeEventListener('abort', ended);
      })
      .then(resolve, reject);
  });
}

function isEnded(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
