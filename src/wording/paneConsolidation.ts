/** Which words stand on the page that adds up many units? */
import type { ReplaceFault } from '../application/consolidation/replaceUnit';
import type { Exclusion } from '../domain/consolidate/judgeSet';

/** Whether the sum of a set is whole: what stands above everything else. */
export interface ConsolidationVerdicts {
  readonly none: string;
  readonly reading: string;
  /** Nothing that was given counts. */
  readonly nothing: string;
  readonly notWhole: string;
  /** All count; something is to be looked at. */
  readonly remarks: string;
  readonly whole: string;
}

export interface ConsolidationTexts {
  readonly title: string;
  readonly lead: string;
  readonly chooseFiles: string;
  readonly moreFiles: string;
  readonly chooseFolder: string;
  readonly moreFolder: string;
  readonly emptyFolder: string;
  readonly dropHint: string;
  readonly addOwn: string;
  readonly readOwnAgain: string;
  readonly startAgain: string;
  readonly verdicts: ConsolidationVerdicts;
  /** So many units, and how many of them count. */
  readonly counted: (counted: number, units: number) => string;
  /** What the sum lacks, each in a few words. */
  readonly lacks: {
    readonly lost: (units: number) => string;
    readonly notRead: (files: number) => string;
    readonly notReached: (files: number) => string;
    readonly notTaken: (places: number) => string;
    readonly missing: (units: number) => string;
    readonly untold: (units: number) => string;
  };
  readonly reading: {
    readonly progress: (done: number, of: number) => string;
    readonly stop: string;
    readonly goOn: string;
  };
  readonly files: {
    readonly count: (files: number) => string;
    readonly own: (units: number) => string;
    readonly results: (sheets: readonly string[]) => string;
    readonly remove: string;
    readonly removeFile: (file: string) => string;
    readonly removeOwn: string;
    /** Titles of what is wrong with files. */
    readonly notRead: (files: number) => string;
    readonly notReached: (files: number) => string;
    readonly notTaken: (places: number) => string;
    readonly thisWorkbook: string;
    /** Units that the user has taken out one by one. */
    readonly takenOut: (units: number) => string;
    readonly outOf: (name: string, source: string) => string;
    readonly putBack: string;
    readonly putBackUnit: (name: string) => string;
  };
  readonly problems: {
    readonly title: string;
    readonly remarks: (count: number) => string;
    readonly choose: string;
    readonly chooseVersion: string;
    /** The choice that versions are units of their own. */
    readonly severalUnits: string;
    /** Of one unit, for those who hear the page. */
    readonly whetherCounts: (name: string) => string;
    readonly allCount: string;
    readonly version: (
      number: number,
      source: string,
      projects: string,
      budgeted: string,
    ) => string;
    /** All of several units, and the money unit that is chosen. */
    readonly allUnits: (units: number) => string;
    readonly countAs: (currency: string) => string;
    readonly useYear: (year: number) => string;
    readonly line: string;
    readonly lineFor: (label: string) => string;
    readonly copyNames: string;
    readonly namesCopied: (count: number) => string;
    readonly include: string;
    readonly exclude: string;
    readonly includeUnit: (name: string) => string;
    readonly excludeUnit: (name: string) => string;
    readonly includeAll: string;
    readonly excludeAll: string;
    /** Titles of units that do not count, by the reason. */
    readonly left: Readonly<Record<Exclusion, (units: number) => string>>;
    readonly leftHint: Readonly<Partial<Record<Exclusion, string>>>;
    readonly included: (units: number) => string;
    readonly includedHint: string;
    readonly untold: (units: number) => string;
    readonly mapped: (labels: number) => string;
    readonly mappedTo: (label: string, meaning: string) => string;
    readonly forget: string;
    readonly forgetLabel: (label: string) => string;
  };
  readonly list: {
    readonly title: (units: number) => string;
    readonly onlyLeft: string;
    readonly counts: string;
    readonly doesNotCount: string;
    readonly copyOf: string;
  };
  readonly expected: {
    readonly title: (names: number | null) => string;
    readonly none: string;
    readonly label: string;
    readonly hint: string;
    /** What the text names, and what of it names no unit. */
    readonly found: (units: number, again: number, passedOver: readonly string[]) => string;
    readonly fromSelection: string;
    readonly use: string;
    readonly clear: string;
    readonly nothingSelected: string;
  };
  readonly settings: {
    readonly title: string;
    readonly year: string;
    readonly currency: string;
    readonly ofMost: (what: string) => string;
    readonly outdated: string;
    readonly readAgain: string;
  };
  readonly unit: {
    readonly back: string;
    readonly assumed: string;
    readonly counts: string;
    readonly left: (reason: string) => string;
    readonly reading: string;
    readonly noFindings: string;
    readonly letter: string;
    readonly copyLetter: string;
    readonly letterCopied: (name: string) => string;
    readonly replace: string;
    readonly replaced: (file: string) => string;
    readonly notReplaced: string;
    readonly otherName: (found: string, wanted: string) => string;
    readonly takeOut: string;
  };
  readonly letters: {
    readonly save: (units: number) => string;
    readonly copyAll: (units: number) => string;
    readonly copied: (units: number) => string;
    readonly saved: (file: string) => string;
    readonly notSaved: string;
    readonly fileName: string;
    readonly fallbackSheet: string;
  };
  /** A unit of a result that stands in the workbook gets a corrected file. */
  readonly replace: {
    readonly title: string;
    readonly hint: string;
    readonly choose: string;
    readonly of: (name: string, before: string, after: string) => string;
    readonly sheets: (sheets: readonly string[]) => string;
    readonly figures: (count: number) => string;
    readonly same: string;
    readonly errors: (count: number) => string;
    readonly blank: string;
    /** What else is written, or cannot be. */
    readonly notes: Readonly<Record<'updated' | 'notThere', string>>;
    /** Cells whose figures cannot be told. */
    readonly untold: (cells: string) => string;
    /** Why the result is laid out anew, and the button; with the labels that it does not print. */
    readonly anew: (lines: readonly string[]) => string;
    readonly writeAnew: string;
    /** Nothing was written, as something else stands there than was shown. */
    readonly resultChanged: string;
    readonly write: (cells: number) => string;
    readonly several: string;
    readonly faults: Readonly<Record<ReplaceFault, string>>;
  };
  readonly preview: {
    readonly open: string;
    readonly title: string;
    readonly back: string;
    readonly of: (units: number) => string;
    readonly lacking: string;
    readonly name: string;
    readonly inputs: string;
    readonly formulas: string;
    readonly values: string;
    readonly valuesHint: string;
    readonly write: string;
    readonly writeAll: string;
    readonly sheets: (lines: number) => string;
    readonly writing: (done: number, of: number) => string;
    readonly ownChanged: string;
    readonly nothing: string;
  };
}
