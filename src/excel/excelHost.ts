/**
 * How is one batch sent to Excel so that the pane never hangs and no error gets past as an exception?
 *
 * Every batch has a request context of its own and is sent with exactly one sync. Nothing is held
 * across batches, so Excel has no references to keep and none to release, and a batch that was
 * refused in passing can be prepared and sent anew.
 */
import type { Clock } from '../application/clock';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import { translateError } from './hostErrors';
import { withinTime } from './withinTime';

/** How long Excel may take to answer one batch, in milliseconds. */
const answerWithin = 20_000;

/** The pause before a batch that was refused in passing is sent again, in milliseconds. */
const repeatAfter = 700;

/** How long after a change of ours recalculation is put down to it, in milliseconds. */
const afterWrite = 300;

/** Queues loads and changes on a context; what it returns is handed over once Excel has answered. */
export type Prepare<T> = (context: Excel.RequestContext) => T;

/** The ways to send a batch. */
export interface BatchOptions {
  /** False where a second sending would do the work twice. */
  readonly repeatable?: boolean;
}

/** Excel as seen from the adapter. */
export class ExcelHost {
  #last: Promise<unknown> = Promise.resolve();
  #begun: Promise<unknown> = Promise.resolve();
  #eventsLeftOff = false;
  #silentBatches = 0;
  #lastSilence = -Infinity;

  constructor(private readonly clock: Clock) {}

  /** Runs a command of several batches after all earlier ones have ended, whatever became of them. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#begun = this.#last.then(() => undefined);
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** Runs work beside the latest command, behind its first batch, without waiting for its end. */
  async alongside<T>(work: () => Promise<T>): Promise<T> {
    await this.#begun;
    return work();
  }

  /**
   * Sends one batch. A batch that Excel refused in passing (a cell is being edited, too busy) is
   * sent once more; no answer within the time is a fault, and then it is not known whether Excel
   * still carries it out.
   */
  async batch<T>(
    prepare: Prepare<T>,
    { repeatable = true }: BatchOptions = {},
  ): Promise<Result<T, HostFault>> {
    const first = await this.#send(prepare);
    if (first.ok || !first.passing) return first;
    // While a cell is being edited Excel takes nothing of a batch, so that no work is done twice.
    if (!repeatable && first.fault.code !== 'cellEditing') return first;
    await this.#pause();
    return this.#send(prepare);
  }

  /**
   * Sends one batch of changes that the add-in's own listeners must not hear of. Where the batch
   * fails half way, events are switched on again by a batch of its own, and if that fails too, with
   * the next batch whatever it is.
   */
  async silentBatch<T>(
    prepare: Prepare<T>,
    options: BatchOptions = {},
  ): Promise<Result<T, HostFault>> {
    const leftOffBefore = this.#eventsLeftOff;
    this.#silentBatches += 1;
    const outcome = await this.batch((context) => {
      context.runtime.enableEvents = false;
      this.#eventsLeftOff = true;
      const prepared = prepare(context);
      context.runtime.enableEvents = true;
      return prepared;
    }, options);
    this.#silentBatches -= 1;
    this.#lastSilence = this.#now();
    if (outcome.ok) this.#eventsLeftOff = false;
    else if (outcome.fault.code === 'cellEditing') this.#eventsLeftOff = leftOffBefore;
    else if (outcome.fault.code !== 'noAnswer') await this.batch(() => undefined);
    return outcome;
  }

  /**
   * True while changes of our own are under way and shortly after: recalculation follows a change
   * when Excel finds time for it, with events switched on again.
   */
  get justWrote(): boolean {
    return this.#silentBatches > 0 || this.#now() - this.#lastSilence < afterWrite;
  }

  #now(): number {
    return this.clock.now().getTime();
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(repeatAfter, resolve);
    });
  }

  async #send<T>(prepare: Prepare<T>): Promise<SendOutcome<T>> {
    const restoresEvents = this.#eventsLeftOff;
    let prepared: T;
    try {
      const context = new Excel.RequestContext();
      if (restoresEvents) context.runtime.enableEvents = true;
      prepared = prepare(context);
      const answered = await withinTime(context.sync(), answerWithin, this.clock);
      if (answered === null) return { ...failure({ code: 'noAnswer' }), passing: false };
    } catch (error) {
      const translated = translateError(error);
      if (translated === null) throw error;
      return { ...failure(translated.fault), passing: translated.passing };
    }
    if (restoresEvents) this.#eventsLeftOff = false;
    return { ...success(prepared), passing: false };
  }
}

type SendOutcome<T> = Result<T, HostFault> & { readonly passing: boolean };
