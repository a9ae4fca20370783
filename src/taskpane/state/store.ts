/** Where does the pane's state live? In one place that React can subscribe to; no library needed. */
import type { PaneEvent, PaneState } from './paneState';
import { reduce } from './reducer';

/** Holds the state, tells its subscribers of every change. */
export class PaneStore {
  #state: PaneState;
  readonly #listeners = new Set<() => void>();

  constructor(initial: PaneState) {
    this.#state = initial;
  }

  readonly get = (): PaneState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly send = (event: PaneEvent): void => {
    const next = reduce(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  };
}
