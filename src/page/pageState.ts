/** What does the page know at a moment? One immutable value in one place that React can subscribe to. */
import type { StartedPane } from '../taskpane/startPane';
import type { Language } from '../wording/language';
import type { BookCopy, OpenedBook } from './book/openedBook';

/** What a workbook was opened for: one file, a blank form, or the sum of several files. */
export type Purpose = 'file' | 'template' | 'set';

/** A workbook with the pane beside it. */
export interface OpenDesk {
  readonly book: OpenedBook;
  readonly pane: StartedPane;
  readonly purpose: Purpose;
}

export type Scene =
  | { readonly kind: 'start'; readonly trouble: string | null }
  | {
      readonly kind: 'opening';
      readonly file: string;
      /** How much of it is read; null where that is not known. */
      readonly percent: number | null;
    }
  | { readonly kind: 'desk'; readonly desk: OpenDesk };

/** Something that the user is asked. */
export type Question =
  /** Something else is to be opened, and there are changes that were not saved. */
  | { readonly kind: 'leaving'; readonly then: () => void }
  /** A copy of another kind than the file; `then` goes on where the saving was part of leaving. */
  | { readonly kind: 'copy'; readonly copy: BookCopy; readonly then: () => void };

export interface PageState {
  readonly language: Language;
  readonly scene: Scene;
  readonly question: Question | null;
  /** Said once, below the bar. */
  readonly remark: { readonly kind: 'done' | 'failed'; readonly text: string } | null;
}

export class PageStore {
  #state: PageState;
  readonly #listeners = new Set<() => void>();

  constructor(language: Language) {
    this.#state = {
      language,
      scene: { kind: 'start', trouble: null },
      question: null,
      remark: null,
    };
  }

  readonly get = (): PageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly set = (change: Partial<PageState>): void => {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  };
}
