/** Where does what is known on the page 报送 live, whichever page is open? */
import { initialSubmission } from './state';
import type { SubmitState } from './state';

export class SubmitStore {
  #state: SubmitState = initialSubmission;
  readonly #listeners = new Set<() => void>();

  readonly get = (): SubmitState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly change = (change: Partial<SubmitState>): void => {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  };
}
