/** Where does what is known of the units live, as long as the pane is there, whichever page is open? */
import type { ConsolidateEvent, ConsolidateState } from './state';
import { reduceConsolidation } from './state';

export class ConsolidateStore {
  #state: ConsolidateState;
  readonly #listeners = new Set<() => void>();

  constructor(initial: ConsolidateState) {
    this.#state = initial;
  }

  readonly get = (): ConsolidateState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly send = (event: ConsolidateEvent): void => {
    this.#set(reduceConsolidation(this.#state, event));
  };

  /** Works out what an event comes to, and tells it in a step of its own. */
  *sendInSteps(event: ConsolidateEvent): Generator<undefined, void> {
    const before = this.#state;
    const next = reduceConsolidation(before, event);
    yield;
    if (this.#state === before) this.#set(next);
    else this.send(event);
  }

  #set(next: ConsolidateState): void {
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
