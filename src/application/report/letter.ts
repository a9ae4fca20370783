/** With which lines is a unit's return sent back? Written by the wording, kept and shown by others. */

/** The letter's lines. */
export interface ReturnLetter {
  readonly title: string;
  readonly opening: readonly string[];
  /** Each section with its heading; empty where there is none of it. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly warningCount: number;
  /** Warnings that the unit has explained, with what it says. */
  readonly explained: readonly string[];
}
