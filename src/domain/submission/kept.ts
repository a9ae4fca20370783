/** What of the user's explanations is kept in a workbook? */

/** A figure that a rule compared. */
export interface ExplainedFigure {
  /** What it is within the return, wherever it stands. */
  readonly id: string;
  /**
   * Projects, or yuan, as an exact decimal, so that another money unit is no change; the text in
   * quotation marks where the cell holds none; null where it is blank.
   */
  readonly value: string | null;
}

/** Characters that an explanation may have. */
export const longestExplanation = 1_000;

/** One explanation: the user's words on one warning. */
export interface Explanation {
  /** Id of the unit's return: its name and year. */
  readonly unit: string;
  /** What the finding is about within the return: rule, form, line, block, measure. */
  readonly about: string;
  readonly text: string;
  /** What the rule compared when it was written. */
  readonly figures: readonly ExplainedFigure[];
}

/** Why a part in our namespace cannot be used. */
export type UnreadablePart =
  /** Not well-formed, or not of this format. */
  | 'damaged'
  /** Written by a later version of this program. */
  | 'newerVersion'
  /** It is longer than is read. */
  | 'tooLarge'
  /** There is more than one, and nothing says which counts. */
  | 'severalParts'
  /** It stands in an .xls, of which such parts are not read. */
  | 'binaryFile'
  /** The program that has the workbook open did not hand it over this time. */
  | 'notRead'
  /** The program that has the workbook open keeps no such parts. */
  | 'notSupported';

/** What a workbook's explanations are. */
export type StoredExplanations =
  | { readonly kind: 'read'; readonly explanations: readonly Explanation[] }
  | { readonly kind: 'unreadable'; readonly why: UnreadablePart };

/** No part at all. */
export const noExplanations: StoredExplanations = { kind: 'read', explanations: [] };

/** Names an explanation among all of a workbook; no two have the same. */
export function keyOf({ unit, about }: Pick<Explanation, 'unit' | 'about'>): string {
  return `${unit}|${about}`;
}
