/** How do tasks keep out of each other's way? Each begins when the one before it has ended. */

/** Runs work in the order it came. */
export class TaskQueue {
  #last: Promise<void> = Promise.resolve();

  /** Begins when everything before has ended; a bug in one (a rejection) does not stop the next. */
  run(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }

  /** Resolves when all that was queued, and what it queued in turn, has ended. */
  async settled(): Promise<void> {
    let last;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }
}
