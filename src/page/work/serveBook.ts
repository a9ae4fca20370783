/** What does the worker do with a workbook's bytes? Reads them, or copies them with what was changed. */
import type { WorkerSide } from '../../background/serveTasks';
import { directFiles } from '../book/directFiles';
import type { BookMessage, BookOutcome, BookTask } from './messages';

/** Says that it is there, and from then on answers each task with one message. */
export function serveBook(side: WorkerSide<BookTask, BookMessage>): void {
  const answer = async (task: BookTask): Promise<void> => {
    let outcome: BookOutcome;
    try {
      outcome = await perform(task, (percent) => {
        side.postMessage({ kind: 'progress', percent });
      });
    } catch {
      // Whatever it was: the page must be told, and goes on.
      side.postMessage({ kind: 'failed' });
      return;
    }
    side.postMessage({ kind: 'done', outcome });
  };
  side.onmessage = ({ data }) => void answer(data);
  side.postMessage({ kind: 'ready' });
}

async function perform(
  task: BookTask,
  onProgress: (percent: number) => void,
): Promise<BookOutcome> {
  switch (task.kind) {
    case 'read':
      return { kind: 'read', contents: await directFiles.read(task.name, task.bytes, onProgress) };
    case 'copy':
      return { kind: 'copied', bytes: await directFiles.copy(task.bytes, task.changes) };
  }
}
