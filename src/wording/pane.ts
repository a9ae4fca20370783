/** Which words stand in the pane besides findings, diagnoses and faults? */

import type { CellReference } from '../application/cellContent';

/** Every text of the pane; functions take what varies. */
export interface PaneTexts {
  readonly productName: string;
  readonly pages: Readonly<
    Record<'fill' | 'check' | 'submit' | 'consolidate' | 'settings', string>
  >;
  readonly check: string;
  readonly checkAgain: string;
  readonly checking: string;
  readonly tryAgain: string;
  readonly dismiss: string;
  readonly showAll: string;
  readonly showLess: string;
  readonly undo: string;
  readonly welcome: {
    readonly title: string;
    readonly lead: string;
    readonly points: readonly string[];
  };
  readonly idle: string;
  readonly round: string;
  readonly verdict: {
    readonly never: string;
    readonly passed: string;
    readonly errors: (count: number) => string;
    readonly warnings: (count: number) => string;
    /** All warnings are explained, and there are no errors. */
    readonly explained: (count: number) => string;
    readonly notChecked: string;
    readonly notCalculated: string;
    readonly outdated: string;
  };
  /** Said under the verdict. */
  readonly verdictDetail: {
    readonly passed: (checks: number) => string;
    /** Beside the verdict. */
    readonly counts: Readonly<
      Record<'error' | 'warning' | 'notice' | 'explained' | 'toConfirm', (count: number) => string>
    >;
    readonly checks: (run: number) => string;
    readonly outdated: string;
    readonly waiting: string;
    /** Formulas wait to be worked out; or are worked out only when asked for. */
    readonly pending: string;
    readonly manual: string;
  };
  readonly recalculate: string;
  /** The next step where the workbook holds no table. */
  readonly toTemplate: string;
  readonly scope: {
    readonly title: (tables: number) => string;
    readonly missing: (form: string) => string;
    readonly refused: (count: number) => string;
    /** Before the reason, in the copied list. */
    readonly notChecked: string;
  };
  readonly list: {
    readonly title: string;
    readonly previous: string;
    readonly next: string;
    readonly copy: string;
    /** How many findings, not items. */
    readonly copied: (findings: number) => string;
    readonly copyByHand: string;
    readonly filter: string;
    readonly sheet: string;
    readonly rule: string;
    readonly all: string;
    readonly severity: string;
    readonly clearFilter: string;
    readonly nothingShown: string;
    readonly nothingFound: string;
    readonly more: (next: number, rest: number) => string;
    readonly keys: string;
    /** How many items there are; which is selected, and which of its cells. */
    readonly items: (count: number) => string;
    readonly position: (index: number, total: number) => string;
    readonly cellPosition: (index: number, total: number) => string;
    /** Of an item with so many cells, by the first. */
    readonly cells: (first: string, count: number) => string;
    /** Of an item whose figures change once another is adopted. */
    readonly changesWith: (title: string) => string;
    /** Of one whose figures are told as they will be then. */
    readonly onceRight: (title: string) => string;
    /** Over the lines of an item that stands for several; the largest difference, or empty. */
    readonly places: (count: number, largestGap: string) => string;
    /** In place of a button, where the sheet lets nothing be written. */
    readonly locked: string;
    readonly lockedHint: string;
    readonly adoptAll: (count: number) => string;
    readonly adoptAllHint: (count: number) => string;
  };
  /** The list of units, where a workbook holds several. */
  readonly units: {
    readonly title: string;
    readonly count: (count: number) => string;
    readonly back: string;
    readonly search: string;
    readonly onlyErrors: string;
    readonly none: string;
    readonly clean: string;
  };
  readonly diagnosis: {
    readonly adopt: string;
    /** In place of a total's formula that is no sum. */
    readonly useSum: string;
    readonly cells: (count: number) => string;
    readonly others: (count: number) => string;
    /** Of the findings that an item explains: they go with its correction, or they stand together. */
    readonly settles: (count: number) => string;
    readonly failing: (count: number) => string;
    readonly concerned: (count: number) => string;
    readonly compare: string;
  };
  /** How a workbook that was changed is saved, where that stands in the way of submitting. */
  readonly saveHint: string;
  readonly marks: {
    readonly label: string;
    readonly hint: string;
    readonly off: (rules: number) => string;
    readonly none: string;
    readonly failed: string;
    /** Marks in the sheets that are no longer borne out. */
    readonly outdated: (cells: readonly CellReference[]) => string;
    readonly follow: string;
    readonly followHint: string;
  };
  readonly live: { readonly label: string; readonly hint: string };
  readonly settings: {
    readonly strict: string;
    readonly strictHint: string;
    readonly rate: string;
    readonly rateHint: string;
    readonly rateInvalid: string;
    readonly undoForgotten: string;
    readonly privacy: string;
    readonly help: string;
  };
  /** Said before the sentence of a fault: what failed. */
  readonly failed: Readonly<
    Record<
      | 'check'
      | 'recheck'
      | 'recalculate'
      | 'mark'
      | 'clearMarks'
      | 'goTo'
      | 'listen'
      | 'round'
      | 'fill'
      | 'template'
      | 'roundAmounts'
      | 'correct'
      | 'submit'
      | 'reportSheet'
      | 'lastRound'
      | 'consolidate'
      | 'explain'
      | 'belongings'
      | 'undo',
      string
    >
  >;
  readonly severityPlural: Readonly<Record<'error' | 'warning' | 'notice', string>>;
  readonly reload: string;
  readonly outsideExcel: string;
}
