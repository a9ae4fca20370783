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
    const next = reduceConsolidation(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  };
}
