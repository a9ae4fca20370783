/** What is a rule of the catalogue: an inert row, read by the interpreter of its kind (see checkReturn.ts). */
import type { HeadingFieldName, RuleId, Severity } from '../finding';
import type { Measure } from '../forms/terms';

/** What a rule checks; the interpreter of the kind knows how. */
export type RuleCheck =
  /** total block = 一般公共预算 + 政府性基金预算, on every line. */
  | { readonly kind: 'lineBalance' }
  /** total line = sum of the service-area lines, in every column. */
  | { readonly kind: 'columnBalance' }
  /** Table 1 total line = Table 2 total line, in every column. */
  | { readonly kind: 'crossTableBalance' }
  /** Not checked by itself: the name of a balance that holds within its rounding interval. */
  | { readonly kind: 'withinRounding' }
  | { readonly kind: 'sameHeading'; readonly field: HeadingFieldName }
  | { readonly kind: 'content'; readonly content: ContentRule }
  /** `present` figures ask for `needed` on the same line-block; `julyPresent` replaces them in July. */
  | {
      readonly kind: 'dependency';
      readonly needed: 'projectCount' | 'budgeted' | 'anyAmount';
      readonly present: readonly Measure[];
      readonly julyPresent: readonly Measure[];
    }
  | {
      readonly kind: 'comparison';
      readonly smaller: Measure;
      readonly larger: Measure;
      /** Whether the two figures must belong to one year to be compared. */
      readonly sameYearOnly: boolean;
    }
  | { readonly kind: 'executionRate' }
  | { readonly kind: 'unitDoubt' }
  | { readonly kind: 'required'; readonly columns: 'missing' | 'partlyMissing' }
  | { readonly kind: 'headingComplete' }
  | { readonly kind: 'unitNamed' }
  | { readonly kind: 'linesComplete' }
  | { readonly kind: 'formBlocksOnly' }
  | { readonly kind: 'oneEdition' }
  | { readonly kind: 'emptyTable' }
  | { readonly kind: 'tableMissing' }
  | { readonly kind: 'yearFits' }
  | { readonly kind: 'typedOverTotal' }
  | { readonly kind: 'totalRange'; readonly value: 'right' | 'wrong' }
  | { readonly kind: 'externalLink' }
  | { readonly kind: 'formulaResults' }
  | { readonly kind: 'hiddenFigures' }
  | { readonly kind: 'figuresUnderMerges' }
  | { readonly kind: 'figuresOutside' }
  | { readonly kind: 'scaledDisplay' }
  | { readonly kind: 'ofWhichLimit' }
  | { readonly kind: 'displayedSum' }
  /** Asked where the round before is set beside this one. */
  | { readonly kind: 'sameAsLastRound' }
  | { readonly kind: 'unlikelyChange' }
  | { readonly kind: 'newOrGone' }
  | { readonly kind: 'scaleOfLastRound' }
  /** Asked of a set of units, not of one return: see consolidate/judgeSet. */
  | { readonly kind: 'ofSet'; readonly what: SetRule };

/** What a single figure's cell must (not) hold. */
export type ContentRule =
  | 'wholeCount'
  | 'amountNotNegative'
  | 'noTextNumber'
  | 'noOtherContent'
  | 'noPlaceholder'
  | 'noErrorValue'
  | 'noDecimalsBelowFen';

/** What must hold among the units of a set. */
export type SetRule =
  | 'eachUnitOnce'
  | 'noSumOfOthers'
  | 'oneYear'
  | 'oneCurrencyUnit'
  | 'currencyUnitStated'
  | 'noUnitMissing'
  | 'noResultLacking'
  | 'listedUnitsOnly'
  | 'differentFigures'
  | 'oneEdition'
  | 'formLinesOnly';

/** One rule of the catalogue. */
export interface Rule {
  readonly id: RuleId;
  /** The official name. */
  readonly title: string;
  readonly severity: Severity;
  /** The part of the form or the note that the rule rests on. */
  readonly basis: string;
  readonly check: RuleCheck;
}
