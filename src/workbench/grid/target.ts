// Where does what the user does in the grid go?

import type { Sheet } from '../../workbook/sheet';

/** Zero-based; text as typed ('' clears, '=…' a formula). */
export interface GridEntry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Where what the user does in the grid goes. */
export interface GridTarget {
  /** Resolves to null, or to a sentence for the user why it was refused. */
  enter(sheet: Sheet, entries: readonly GridEntry[]): Promise<string | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  tell(sentence: string): void;
}
