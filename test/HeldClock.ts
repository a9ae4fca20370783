/** A clock that stands still until time is let pass: no test waits, and none depends on the machine's speed. */
import type { Clock } from '../src/application/clock';

interface Alarm {
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly work: () => void;
}

/** Rounds of the event loop after which nothing more is expected of what is quiet. */
const fewRounds = 4;
/** Rounds that are granted to what nobody counts. */
const manyRounds = 50;

/** What runs beside the clock and waits for no time. */
export interface Around {
  /** Whether something is still under way. */
  readonly isBusy: () => boolean;
  /** Resolves when what was to run at once has run; a round of the event loop unless said otherwise. */
  readonly round?: () => Promise<void>;
}

/** One round of the event loop. */
export const round = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Resolves when nothing is under way any more. */
export async function quiet({ isBusy, round: one = round }: Around): Promise<void> {
  for (let rounds = 0; rounds < fewRounds; rounds += 1) {
    await one();
    if (isBusy()) rounds = -1;
  }
}

export class HeldClock implements Clock {
  #now: number;
  readonly #alarms = new Set<Alarm>();
  #isPassing = false;

  /**
   * @param start the time, as an ISO text without zone
   * @param passes `itself`: whenever something waits and all is quiet, its time comes
   */
  constructor(
    start: string,
    private readonly around: Around,
    private readonly passes: 'itself' | 'byHand',
  ) {
    this.#now = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(milliseconds: number, work: () => void): () => void {
    const alarm = { due: this.#now + milliseconds, work };
    this.#alarms.add(alarm);
    if (this.passes === 'itself' && !this.#isPassing) void this.#passAll();
    return () => this.#alarms.delete(alarm);
  }

  /** Resolves when nothing is under way but what waits for this clock. */
  quiet(): Promise<void> {
    return quiet(this.around);
  }

  /** Puts the clock forward; what falls due begins, and is not waited for. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    while (this.#next(end)) {
      // One alarm after another, in their order.
    }
    this.#now = end;
  }

  /** Lets time pass, with all that happens in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    do await this.quiet();
    while (this.#next(end));
    this.#now = Math.max(this.#now, end);
  }

  /** Lets as much time pass as a piece of work waits for. */
  async during<T>(work: Promise<T>): Promise<T> {
    const over = (): 'over' => 'over';
    const ended = work.then(over, over);
    while ((await Promise.race([ended, this.quiet()])) !== 'over') this.#next(Infinity);
    return work;
  }

  /** Lets time pass until an expectation holds; its own error where it does not hold in time. */
  async until(expectation: () => void, milliseconds = 60_000): Promise<void> {
    const end = this.#now + milliseconds;
    for (let rounds = 0; ; rounds += 1) {
      await this.quiet();
      try {
        expectation();
        return;
      } catch (error) {
        if (!this.#next(end) && rounds >= manyRounds) throw error;
      }
    }
  }

  async #passAll(): Promise<void> {
    this.#isPassing = true;
    while (this.#alarms.size > 0) {
      await this.quiet();
      this.#next(Infinity);
    }
    this.#isPassing = false;
  }

  /** Goes to the next alarm, if it is due by then; false where none is. */
  #next(end: number): boolean {
    let next: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (alarm.due <= end && (next === undefined || alarm.due < next.due)) next = alarm;
    }
    if (next === undefined) return false;
    this.#now = Math.max(this.#now, next.due);
    this.#alarms.delete(next);
    next.work();
    return true;
  }
}
