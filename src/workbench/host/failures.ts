// At which batch or action shall the host fail, and how?

import type { Outcome } from './protocol/outcome';
import type { ErrorCode } from './protocol/errors';

export interface FailureRequest {
  /** The k-th batch from now on as a whole, counted from 1. */
  readonly batch?: number;
  /** The k-th action from now on, counted from 1; actions before it take effect. */
  readonly action?: number;
  /** The code to fail with; 'silence' never answers. */
  readonly code: ErrorCode | 'InvalidOrTimedOutSession' | 'silence';
}

/** What the library makes of a status of the channel (RichApiMessageUtility.buildResponseOnError). */
const STATUS: Readonly<Record<string, number>> = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

export class Failures {
  #batches = new Map<number, FailureRequest['code']>();
  #actions = new Map<number, ErrorCode | 'silence'>();
  #batch = 0;
  #action = 0;

  plan({ batch, action, code }: FailureRequest): void {
    if (batch !== undefined) this.#batches.set(this.#batch + batch, code);
    if (action !== undefined && code !== 'InvalidOrTimedOutSession') {
      this.#actions.set(this.#action + action, code);
    }
  }

  /** How the batch that comes now fails before anything of it is done. */
  nextBatch(): Outcome | undefined {
    const code = this.#batches.get(++this.#batch);
    this.#batches.delete(this.#batch);
    if (code === undefined) return undefined;
    if (code === 'silence') return { kind: 'silence' };
    const status = STATUS[code];
    if (status !== undefined) return { kind: 'status', code: status };
    const Error = { Code: code, Message: code, HttpStatusCode: 400, ActionIndex: 0, Location: '' };
    return { kind: 'answer', body: JSON.stringify({ Error, Results: [] }) };
  }

  nextAction(): ErrorCode | 'silence' | undefined {
    const code = this.#actions.get(++this.#action);
    this.#actions.delete(this.#action);
    return code;
  }
}
