/**
 * One workbook is read and copied in workers, one for each task, so that the page stays quick, a task can be
 * given up, and nothing of it is left afterwards.
 */
import type { Clock } from '../../application/clock';
import type { WorkerHandle } from '../../background/BackgroundFiles';
import type { FileFault, HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { BookChanges, BookContents, BookFiles } from '../book/bookFiles';
import type { BookMessage, BookOutcome, BookTask } from './messages';

/** How long a worker may take to begin, and how long on one task, in milliseconds. */
const beginsWithin = 30_000;
const worksWithin = 120_000;

type Answer = Result<BookOutcome, FileFault | HostFault>;

export class BookWork implements BookFiles {
  #end: (() => void) | null = null;

  /** @param start starts a worker that serves tasks */
  constructor(
    private readonly start: () => WorkerHandle<BookTask, BookMessage>,
    private readonly clock: Clock,
  ) {}

  async read(
    name: string,
    bytes: Uint8Array,
    onProgress?: (percent: number) => void,
  ): Promise<Result<BookContents, FileFault | HostFault>> {
    const done = await this.#ask({ kind: 'read', name, bytes }, onProgress);
    if (!done.ok) return done;
    return done.value.kind === 'read' ? done.value.contents : failure(failed);
  }

  async copy(
    bytes: Uint8Array | null,
    changes: BookChanges,
  ): Promise<Result<Uint8Array<ArrayBuffer>, FileFault | HostFault>> {
    const done = await this.#ask({ kind: 'copy', bytes, changes });
    if (!done.ok) return done;
    return done.value.kind === 'copied' ? done.value.bytes : failure(failed);
  }

  /** Gives up what is being done; its answer is `cancelled`. */
  readonly end = (): void => {
    this.#end?.();
  };

  #ask(task: BookTask, onProgress?: (percent: number) => void): Promise<Answer> {
    return new Promise((resolve) => {
      const worker = this.start();
      const end = (answer: Answer): void => {
        stop();
        this.#end = null;
        worker.terminate();
        resolve(answer);
      };
      this.#end = () => {
        end(failure({ code: 'cancelled' }));
      };
      let stop = this.clock.after(beginsWithin, () => {
        end(failure({ code: 'notLoaded' }));
      });
      let isThere = false;
      worker.onerror = () => {
        end(failure(isThere ? failed : { code: 'notLoaded' }));
      };
      worker.onmessage = ({ data }) => {
        if (data.kind === 'done') end(success(data.outcome));
        else if (data.kind === 'failed') end(failure(failed));
        else if (data.kind === 'progress') onProgress?.(data.percent);
        else {
          isThere = true;
          stop();
          stop = this.clock.after(worksWithin, () => {
            end(failure({ code: 'notRead', why: 'tookTooLong' }));
          });
          // Cloned, not handed over: the file's bytes are needed again for the copy.
          worker.postMessage(task, []);
        }
      };
    });
  }
}

const failed: FileFault = { code: 'notRead', why: 'failed' };
