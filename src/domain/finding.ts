/** What is wrong (or worth knowing) about the user's figures? Data only; sentences are made in wording. */
import type { EditionId } from './forms/form';
import type { ReportingRound } from './forms/rounds';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from './forms/terms';

/** Every rule of the catalogue; ids are never reused. */
export type RuleId =
  | 'B-010'
  | 'B-020'
  | 'X-010'
  | 'X-020'
  | 'X-030'
  | 'X-040'
  | 'L-010'
  | 'L-020'
  | 'L-030'
  | 'L-035'
  | 'L-040'
  | 'L-050'
  | 'L-060'
  | 'L-065'
  | 'L-070'
  | 'R-010'
  | 'R-020'
  | 'R-030'
  | 'R-040'
  | 'R-050'
  | 'R-060'
  | 'C-010'
  | 'C-015'
  | 'C-020'
  | 'C-025'
  | 'C-030'
  | 'C-035'
  | 'C-040'
  | 'C-050'
  | 'C-060'
  | 'C-070'
  | 'F-010'
  | 'F-020'
  | 'F-025'
  | 'F-030'
  | 'F-040'
  | 'S-010'
  | 'S-020'
  | 'S-030'
  | 'S-040'
  | 'D-010'
  | 'D-020'
  | 'Y-010'
  | 'Y-020'
  | 'Y-025'
  | 'Y-030'
  | SetRuleId;

/** The rules about a set of units; all others are about one unit's return. */
export type SetRuleId =
  | 'U-010'
  | 'U-020'
  | 'U-030'
  | 'U-040'
  | 'U-045'
  | 'U-050'
  | 'U-055'
  | 'U-060'
  | 'U-070'
  | 'U-080'
  | 'U-090';

/** Must be corrected · correct it or give an 审核说明 · worth knowing. */
export type Severity = 'error' | 'warning' | 'notice';

/** A figure as people name it: line, block and measure, and where it stands. */
export interface FigurePlace {
  /** What the figure is within its unit's return, wherever it stands: form, line, block, measure. */
  readonly id: string;
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly form: FormId;
  /** The line's label as written in the sheet; empty where the line has none. */
  readonly line: string;
  readonly block: BudgetBlock;
  readonly measure: Measure;
  /** What the figure counts: projects, or money in the sheet's unit. */
  readonly unit: CurrencyUnit | 'project';
  /** What stands there, where it is a text that names another unit: it looks otherwise than the figure it is read as. */
  readonly written?: string;
}

/** A change of one cell above a table, so that a field states something else. */
export interface HeadingCorrection {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly form: FormId;
  readonly field: HeadingFieldName;
  /** What stands there now, and what is to: the same text but for the field's value. */
  readonly now: string | number;
  readonly content: string | number;
}

/** The fields above a table that rules compare or require. */
export type HeadingFieldName = 'reportingUnit' | 'fiscalYear' | 'currencyUnit';

/**
 * What a finding says, by kind of situation, with the figures of its kind. Amounts are decimal strings in
 * the sheet's unit; null for a blank cell, and where none can be told.
 */
export type FindingDetail =
  /** B-010, B-020, R-060: a total is not the sum of its parts. */
  | {
      readonly kind: 'balance';
      /** Id of the equality. */
      readonly equality: string;
      readonly balance: 'line' | 'column';
      readonly place: FigurePlace;
      /** The total; null where it is blank, so that filling it is enough. */
      readonly stated: string | null;
      /** Sum of the parts. */
      readonly computed: string;
      /** stated − computed. */
      readonly difference: string;
    }
  /** X-010, R-060: the two tables' totals differ. */
  | {
      readonly kind: 'crossTable';
      /** Id of the equality. */
      readonly equality: string;
      readonly place: FigurePlace;
      readonly other: FigurePlace;
      readonly stated: string | null;
      /** The other table's total. */
      readonly otherStated: string | null;
      /** stated − otherStated. */
      readonly difference: string;
    }
  /** the two headings differ. */
  | {
      readonly kind: 'headingMismatch';
      readonly form: FormId;
      readonly otherForm: FormId;
      readonly field: HeadingFieldName;
      readonly here: string;
      readonly there: string;
      readonly otherSheet: string;
      /** Where the other table's field stands, an A1 address. */
      readonly otherCell: string;
      /** Either of these makes them alike; empty where it cannot be put into words of the sheet. */
      readonly corrections: readonly HeadingCorrection[];
    }
  /** C-020: a field above the table is not filled, or not understood (`text` says what stands there). */
  | {
      readonly kind: 'headingMissing';
      readonly form: FormId;
      readonly field: HeadingFieldName;
      readonly text: string;
      /** What the unit's other tables state, in this table's words; null where they do not, or differ. */
      readonly correction: HeadingCorrection | null;
    }
  /** L-010, L-020, L-050, L-060, L-065, L-070, R-050: one figure's content; `text` as it stands. */
  | {
      readonly kind: 'content';
      readonly place: FigurePlace;
      readonly problem:
        | 'fraction'
        | 'negative'
        | 'textNumber'
        | 'text'
        | 'date'
        | 'boolean'
        | 'placeholder'
        | 'error'
        | 'belowFen'
        /** Text of two numbers or more. */
        | 'severalNumbers'
        /** Text with another unit than the sheet's, and no total that says which is meant. */
        | 'otherUnit';
      readonly text: string;
      /** Invisible characters in it, by name: `U+0007`. */
      readonly hidden: readonly string[];
      /** The unit that the text names, where it is not the sheet's. */
      readonly writtenUnit: CurrencyUnit | null;
      /** The number taken in the sheet's unit although another is written; null where none is. */
      readonly withoutUnit: string | null;
      /** The figure that is read from it. */
      readonly stated: string | null;
      /** What the totals determine in place of a text. */
      readonly determined: string | null;
    }
  /** L-030, L-035, L-040: one figure of a line-block is missing beside the others. */
  | {
      readonly kind: 'dependency';
      readonly place: FigurePlace;
      readonly stated: string | null;
      readonly present: readonly Measure[];
    }
  /** `place` is larger than `limit`; `twin` has the same difference in the other table. */
  | {
      readonly kind: 'comparison';
      readonly place: FigurePlace;
      readonly stated: string;
      readonly limit: FigurePlace;
      readonly limitStated: string;
      /** stated − limitStated. */
      readonly excess: string;
      readonly twin: FigurePlace | null;
    }
  /** execution rate in percent, one decimal, and the user's threshold in percent. */
  | {
      readonly kind: 'executionRate';
      readonly place: FigurePlace;
      readonly executed: string;
      readonly rate: string;
      readonly threshold: string;
    }
  /** the median amount per project, in yuan, is not credible in the stated unit. */
  | {
      readonly kind: 'unitDoubt';
      readonly form: FormId;
      readonly stated: CurrencyUnit;
      readonly likely: CurrencyUnit;
      readonly medianYuan: string;
    }
  /** C-010, C-015: required figures are blank; `whole` when the whole column is. */
  | {
      readonly kind: 'required';
      readonly place: FigurePlace;
      readonly cells: readonly string[];
      readonly whole: boolean;
    }
  /** C-030: a line of the edition is missing, stands twice, or is not the form's. */
  | {
      readonly kind: 'lines';
      readonly form: FormId;
      /** The form's line, or the line's key in the table; unique there. */
      readonly key: string;
      /** `totalUnnamed`: the total line is not called so; `subtotal`: a line that sums others. */
      readonly problem:
        'missing' | 'missingTotal' | 'totalUnnamed' | 'duplicate' | 'unknown' | 'subtotal';
      readonly line: string;
      readonly edition: EditionId;
      readonly row: number | null;
      /** Totals that count the table's subtotals as well, each with what it is too large by. */
      readonly countedBy: readonly { readonly total: FigurePlace; readonly more: string }[];
    }
  /** C-035: a block of columns that the form does not have. */
  | {
      readonly kind: 'otherBlock';
      readonly form: FormId;
      /** Its heading as written. */
      readonly title: string;
      /** True where the total block counts it, too, so that line totals cannot be checked. */
      readonly counted: boolean;
    }
  /** C-040: a label of another edition. */
  | {
      readonly kind: 'edition';
      readonly form: FormId;
      /** The line's key in the table. */
      readonly key: string;
      readonly line: string;
      readonly editions: readonly EditionId[];
      readonly sheetEdition: EditionId;
      /** What the sheet's own edition prints instead; null where it has no such line. */
      readonly ownTitle: string | null;
    }
  /** C-050: the table holds no figure. */
  | { readonly kind: 'emptyTable'; readonly form: FormId }
  /** C-060: the unit's other table is not in the workbook. */
  | {
      readonly kind: 'tableMissing';
      readonly missing: FormId;
      readonly reportingUnit: string | null;
    }
  /** C-070: the year does not fit; `expected` is null where any earlier year would. */
  | {
      readonly kind: 'year';
      readonly form: FormId;
      readonly year: number;
      readonly expected: number | null;
      readonly problem: 'future' | 'notOver' | 'notThisRound';
    }
  /** F-010, F-020, F-025: a total's formula is missing or covers the wrong cells. */
  | {
      readonly kind: 'totalFormula';
      readonly problem: 'typedOver' | 'range' | 'rangeAndValue';
      readonly place: FigurePlace;
      /** The formula that stands there, empty where none does. */
      readonly formula: string;
      /** The formula that belongs there. */
      readonly expected: string;
      readonly stated: string | null;
      /** Sum of the parts. */
      readonly computed: string | null;
      /** stated − computed. */
      readonly difference: string | null;
      readonly uncovered: readonly string[];
      readonly superfluous: readonly string[];
    }
  /** F-040: right formulas of a table that do not show what they should give, for one reason. */
  | {
      readonly kind: 'formulaResult';
      readonly form: FormId;
      readonly cause: 'notRecalculated' | 'hiddenRows' | 'circular';
      /** The first of them. */
      readonly place: FigurePlace;
      /** What it shows. */
      readonly shown: string | null;
      /** What it should give. */
      readonly due: string | null;
      /** shown − due. */
      readonly difference: string | null;
      readonly formula: string;
      /** True where the workbook is set to calculate only when told to. */
      readonly isManual: boolean;
    }
  /** F-030: a formula takes figures from another workbook. */
  | {
      readonly kind: 'externalLink';
      readonly place: FigurePlace;
      readonly stated: string | null;
      readonly formula: string;
    }
  /** S-010: a row (1-based number) or column (letters) of which nothing is seen holds figures. */
  | {
      readonly kind: 'hidden';
      readonly form: FormId;
      readonly what: 'row' | 'column';
      /** True where it is shown, but so low or narrow that nothing in it is seen. */
      readonly isSqueezed: boolean;
      readonly name: string;
      /** What is hidden, wherever it stands: the line's key, or block and measure. */
      readonly about: string;
    }
  /** S-020: `area` is merged, and figures other than its first cell's still count. */
  | {
      readonly kind: 'underMerge';
      readonly area: string;
      /** Id of the first figure that the area covers, whether anything stands there or not. */
      readonly about: string;
      readonly hidden: readonly { readonly place: FigurePlace; readonly stated: string }[];
    }
  /** S-030: figures below or beside a table that look like its own and were not checked. */
  | {
      readonly kind: 'outsideTable';
      readonly form: FormId;
      readonly where: 'below' | 'beside';
      readonly figures: readonly {
        readonly cell: string;
        readonly stated: string;
        /** The blank cell of the table that it belongs into; null where that cannot be told. */
        readonly target: FigurePlace | null;
      }[];
      /** What stands before those that belong nowhere, each once. */
      readonly labels: readonly string[];
    }
  /** S-040: a number format shows figures in another unit than they are checked in. */
  | {
      readonly kind: 'scaledDisplay';
      /** The first of the figures that the format shows so. */
      readonly place: FigurePlace;
      /** What the cell holds. */
      readonly stored: string;
      readonly numberFormat: string;
      /** What is shown of it: 3275.3万. */
      readonly shown: string;
      /** Shown = stored × 10^power; 0 where only the unit behind the digits is another one. */
      readonly power: number;
      /** The unit that is shown behind the digits; null where none is. */
      readonly shownUnit: CurrencyUnit | null;
    }
  /** D-020: what is shown of a total is not the sum of what is shown of its parts. */
  | {
      readonly kind: 'displayedSum';
      readonly balance: 'line' | 'column';
      readonly place: FigurePlace;
      /** As displayed, with what the format writes behind the digits: 3275.3万. */
      readonly shownTotal: string;
      readonly shownSum: string;
      /** What they stand for in the sheet's unit. */
      readonly total: string;
      readonly sum: string;
      /** total − sum. */
      readonly difference: string;
    }
  /** Y-010: the round before states another amount of the same. */
  | {
      readonly kind: 'lastRoundDiffers';
      readonly place: FigurePlace;
      readonly stated: string | null;
      /** In this sheet's unit; null where it was not reported. */
      readonly lastStated: string | null;
      /** stated − lastStated, blanks as zero. */
      readonly difference: string;
      readonly lastYear: number | null;
      /** Null where nothing says which round it was. */
      readonly lastRound: ReportingRound | null;
    }
  /** Y-020: the change since last year is another than that of most lines. */
  | {
      readonly kind: 'unlikelyChange';
      readonly place: FigurePlace;
      readonly stated: string;
      /** Last year's, in this sheet's unit. */
      readonly lastStated: string;
      /** In percent, one decimal. */
      readonly change: string;
      /** The median change of the table's figures of the measure, in percent, one decimal. */
      readonly typicalChange: string;
      readonly lastYear: number | null;
    }
  /** Y-025, and Y-020 where it is large: an amount in one of the years only. */
  | {
      readonly kind: 'newOrGone';
      /** Of a line that is not there any more: as it was called, at the total line's cell. */
      readonly place: FigurePlace;
      /** Null where there is none this year; then there was one last year. */
      readonly stated: string | null;
      /** Last year's, in this sheet's unit; null where there was none. */
      readonly lastStated: string | null;
      /** What part it is of that year's sum of the measure in the table, in percent, one decimal. */
      readonly share: string;
      readonly lastYear: number | null;
    }
  /** Y-030: a table, or a whole part of it, is many times as large as in the round before, or a small part. */
  | {
      readonly kind: 'scaleOfLastRound';
      readonly form: FormId;
      /** Null for both blocks. */
      readonly block: BudgetBlock | null;
      /** Null for all measures. */
      readonly measure: Measure | null;
      /** How many times as large, or as small, the middle one of the figures is; two significant digits. */
      readonly times: string;
      readonly direction: 'larger' | 'smaller';
      /** The largest figure of the part, with what was stated before, in this sheet's unit. */
      readonly example: FigurePlace;
      readonly stated: string;
      readonly lastStated: string;
      readonly lastYear: number | null;
      /** All figures that were compared, with the amounts of the round before in yuan. */
      readonly compared: readonly { readonly id: string; readonly last: string }[];
    }
  /** D-010: a sub-line is larger than its line. */
  | {
      readonly kind: 'ofWhich';
      readonly place: FigurePlace;
      readonly stated: string;
      readonly parent: FigurePlace;
      readonly parentStated: string;
      /** stated − parentStated. */
      readonly excess: string;
    };

/** The details of one kind, or of some. */
export type DetailOf<K extends FindingDetail['kind']> = Extract<FindingDetail, { kind: K }>;

/** One finding about the user's figures. */
export interface Finding {
  /** What it says of which figure of which return; see findingIds. */
  readonly id: string;
  /** Number of the unit's return in the workbook. */
  readonly pair: number;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 addresses of the cells to mark, in {@link sheet}; for a balance the total's. */
  readonly cells: readonly string[];
  readonly detail: FindingDetail;
}

/** A finding as a rule makes it, before it is named. */
export type FindingDraft = Omit<Finding, 'id' | 'pair' | 'rule' | 'severity'>;

/** Where else a finding stands: the other table's field that differs from the one in {@link Finding.cells}. */
export function otherPlaceOf({
  detail,
}: Finding): { readonly sheet: string; readonly cell: string } | null {
  if (detail.kind !== 'headingMismatch') return null;
  return { sheet: detail.otherSheet, cell: detail.otherCell };
}
