/** What does a worker do with the tasks it is given? One after another; no error of ours ends it. */
import { readReportText } from '../files/readReportText';
import type { Message, Outcome, Task } from './messages';
import { withoutForms } from './messages';
import { readLastRound, readUnitReport, takeFile } from './takeFile';

/** The worker as seen from within; what it is asked, and what it answers. */
export interface WorkerSide<Asked = Task, Told = Message> {
  onmessage: ((event: { readonly data: Asked }) => void) | null;
  postMessage(message: Told): void;
}

/** Says that it is there, and from then on answers each task with one message. */
export function serveTasks(side: WorkerSide, perform = performTask): void {
  const answer = async (task: Task): Promise<void> => {
    let outcome: Outcome;
    try {
      outcome = await perform(task);
    } catch {
      // Whatever it was: the page must be told, and goes on with the next file in a new worker.
      side.postMessage({ kind: 'failed' });
      return;
    }
    side.postMessage({ kind: 'done', outcome: withoutForms(outcome) });
  };
  side.onmessage = ({ data }) => void answer(data);
  side.postMessage({ kind: 'ready' });
}

/** Does what a task asks for. */
export async function performTask(task: Task): Promise<Outcome> {
  const { file } = task;
  switch (task.kind) {
    case 'take':
      return { kind: 'taken', file: await takeFile(file, task.options) };
    case 'report':
      return { kind: 'report', report: await readUnitReport(file, task.pair, task.options) };
    case 'lastRound':
      return { kind: 'lastRound', lastRound: await readLastRound(file) };
    case 'text':
      return { kind: 'text', text: await readReportText(file.bytes) };
  }
}
