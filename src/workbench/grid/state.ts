// What do the parts around the cells show, and how do they hear of a change?

import type { Visibility } from '../../workbook/sheet';

export interface TabState {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
  readonly colour: string | undefined;
}

export interface GridState {
  readonly tabs: readonly TabState[];
  /** The id of the tab in front. */
  readonly active: string;
  /** C8, or C8:D9 as selected. */
  readonly selection: string;
  /** What the formula bar holds while nothing is edited. */
  readonly content: string;
  /** What is being typed; null while nothing is edited. */
  readonly typed: string | null;
  readonly theme: 'light' | 'dark';
}

export class Store<T> {
  readonly #listeners = new Set<() => void>();
  constructor(private state: T) {}

  readonly get = (): T => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<T>): void {
    const keys = Object.keys(change) as (keyof T)[];
    if (keys.every((key) => Object.is(this.state[key], change[key]))) return;
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
