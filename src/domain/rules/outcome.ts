/** What came of one check of a rule? Returned as data by the rule; counted and named by the catalogue. */
import type { FindingDraft, RuleId } from '../finding';
import type { Incomparable } from '../returns/equalities';

/** Why a check could not be decided. */
export type UndeterminedReason =
  | Incomparable
  /** A figure cannot be told: no number, or a formula without a result. */
  | 'figureUnknown'
  /** The total block counts a budget that the form does not have. */
  | 'otherBlock'
  /** A field above a table is not stated. */
  | 'headingUnknown';

/** One check: one equality, one cell, one field … */
export type Outcome =
  | { readonly kind: 'satisfied' }
  | {
      readonly kind: 'violated';
      readonly finding: FindingDraft;
      /** The rule that it is reported under, where that is not the one that was checked. */
      readonly as?: RuleId;
    }
  | { readonly kind: 'undetermined'; readonly why: UndeterminedReason };

export const satisfied: Outcome = Object.freeze({ kind: 'satisfied' });

export function violated(finding: FindingDraft): Outcome {
  return { kind: 'violated', finding };
}

export function undetermined(why: UndeterminedReason): Outcome {
  return { kind: 'undetermined', why };
}

/** A check that either holds (null) or makes a finding. */
export function judged(finding: FindingDraft | null): Outcome {
  return finding === null ? satisfied : violated(finding);
}
