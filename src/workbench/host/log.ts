// What did the add-in send, how much of it, and what was the answer?

import type { Outcome } from './protocol/outcome';
import { isService } from './objects/app-runtime';
import type { ActionInfo, ObjectPathInfo, RequestBody } from './protocol/batch';
import { ActionType, PathType } from './protocol/batch';

export interface LoggedBatch {
  /** Counted from 1. */
  readonly number: number;
  readonly body: RequestBody;
  /** Characters sent and received. */
  readonly sent: number;
  received: number;
  /** The answer as text; empty when there was none. */
  answer: string;
  /** The error code answered, a status of the channel, or undefined. */
  error: string | undefined;
  /**
   * Who sent it: the add-in with a sync of its own, or the library for itself: to a service that
   * is not the workbook's (ribbon, pane), or to give back what it held (after each Excel.run).
   */
  readonly by: 'addin' | 'service' | 'cleanup';
}

export class HostLog {
  #batches: LoggedBatch[] = [];

  /** The add-in's batches since the last `clear`. */
  get batches(): readonly LoggedBatch[] {
    return this.#batches.filter((batch) => batch.by === 'addin');
  }

  /** All batches, the library's own among them. */
  get everything(): readonly LoggedBatch[] {
    return this.#batches;
  }

  get totals(): { batches: number; actions: number; sent: number; received: number } {
    const all = this.batches;
    const sum = (of: (b: LoggedBatch) => number): number => all.reduce((n, b) => n + of(b), 0);
    return {
      batches: all.length,
      actions: sum((b) => b.body.Actions.length),
      sent: sum((b) => b.sent),
      received: sum((b) => b.received),
    };
  }

  clear(): void {
    this.#batches = [];
  }

  begin(body: RequestBody, sent: number): LoggedBatch {
    const number = this.#batches.length + 1;
    const entry: LoggedBatch = {
      number,
      body,
      sent,
      received: 0,
      answer: '',
      error: undefined,
      by: sender(body),
    };
    this.#batches.push(entry);
    return entry;
  }

  end(entry: LoggedBatch, outcome: Outcome): void {
    switch (outcome.kind) {
      case 'answer': {
        entry.received = outcome.body.length;
        entry.answer = outcome.body;
        const { Error } = JSON.parse(outcome.body) as { Error: { Code: string } | null };
        entry.error = Error?.Code;
        return;
      }
      case 'status':
        entry.error = String(outcome.code);
        return;
      case 'silence':
        entry.error = 'silence';
        return;
    }
  }

  /** One line per action of a batch, for reading: `Workbook.Worksheets.GetItem("表1") → query Name`. */
  describe(batch: LoggedBatch): string[] {
    return batch.body.Actions.map((action) => describeAction(action, batch.body));
  }
}

function sender(body: RequestBody): LoggedBatch['by'] {
  const paths = Object.values(body.ObjectPaths);
  if (paths.some((p) => p.ObjectPathType === PathType.newObject && isService(p.Name))) {
    return 'service';
  }
  const methods = body.Actions.filter((a) => a.ActionType !== ActionType.instantiate);
  const releasing = methods.length > 0 && methods.every((a) => a.Name === '_RemoveReference');
  return releasing ? 'cleanup' : 'addin';
}

function describeAction(action: ActionInfo, body: RequestBody): string {
  const path = describePath(body.ObjectPaths[action.ObjectPathId], body);
  const args = JSON.stringify(action.ArgumentInfo?.Arguments ?? [])
    .slice(1, -1)
    .slice(0, 200);
  switch (action.ActionType) {
    case ActionType.instantiate:
      return path;
    case ActionType.query:
      return `${path} → ${(action.QueryInfo?.Select ?? []).join(', ')}`;
    case ActionType.method:
      return `${path}.${action.Name}(${args})`;
    case ActionType.setProperty:
      return `${path}.${action.Name} = ${args}`;
    default:
      return action.Name;
  }
}

function describePath(path: ObjectPathInfo | undefined, body: RequestBody): string {
  if (!path) return '';
  const parent = path.ParentObjectPathId;
  const before = parent === undefined ? '' : describePath(body.ObjectPaths[parent], body);
  const args = JSON.stringify(path.ArgumentInfo?.Arguments ?? []).slice(1, -1);
  switch (path.ObjectPathType) {
    case PathType.root:
      return 'workbook';
    case PathType.method:
      return `${before}.${path.Name}(${args})`;
    case PathType.indexer:
      return `${before}[${args}]`;
    default:
      return before === '' ? path.Name : `${before}.${path.Name}`;
  }
}
