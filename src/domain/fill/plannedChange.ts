/**
 * What is a change of the user's cells that has not been made yet, and why can one not be made?
 *
 * A plan, with its reason and exact figures, that the user chooses from. What a workbook is given in the
 * end is a cell and its contents alone, figures as Excel keeps them: see CellChange.
 */
import type { Amount } from '../amount';
import type { FigurePlace, HeadingFieldName } from '../finding';
import type { FormId } from '../forms/terms';
import type { CellValue } from '../grid';

/** How totals are written: as formulas that go on adding up, or as figures. */
export type FillMode = 'formulas' | 'values';

/** Why a cell is to be written. */
export type ChangeReason =
  /** A total is blank (or a sign that stands for blank). */
  | 'blank'
  /** A total shows something else than the sum of its parts. */
  | 'stale'
  /** A typed total that is the sum, in a table whose totals are typed. */
  | 'typed'
  /** A typed total that is off by no more than rounding: writing it changes the figure by that. */
  | 'rounded'
  /** A typed total among formulas. */
  | 'typedOver'
  /** A total's formula adds up other cells than it should. */
  | 'wrongRange'
  /** A total shows an error value although its parts are sound. */
  | 'error'
  /** A number stored as text. */
  | 'textNumber'
  /** The value that a diagnosis proposes. */
  | 'proposal'
  /** A number stored as text with another unit than the table's: taken without the unit. */
  | 'withoutUnit'
  /** The same, converted from the unit that is written. */
  | 'converted'
  /** A field above the table that is not filled as in the unit's other table, or not as there. */
  | 'heading';

/** What stands in a cell before the change. */
export interface StandingContent {
  /** With its `=`; null for a typed value. */
  readonly formula: string | null;
  readonly value: CellValue;
}

/** What is to stand there afterwards. */
export interface PlannedContent {
  /**
   * A formula with its `=`, an exact figure in the sheet's unit, what a heading's cell holds (text, or a
   * year as a number), or empty text for a cell without content.
   */
  readonly content: string | number | Amount;
  /** What the cell will show: a decimal string in the sheet's unit, a heading's text; empty for a blank. */
  readonly value: string;
  /** `General` where the cell's own format would show the figure as text or as a date; else null. */
  readonly numberFormat: string | null;
}

/** A field above a table, and where it stands. */
export interface HeadingPlace {
  readonly sheet: string;
  /** A1 address. */
  readonly cell: string;
  readonly form: FormId;
  readonly field: HeadingFieldName;
}

/** One cell to be written, as planned. */
export interface PlannedChange {
  readonly place: FigurePlace | HeadingPlace;
  /** True for a cell outside the tables, which is left blank. */
  readonly isOutside: boolean;
  readonly now: StandingContent;
  readonly then: PlannedContent;
  readonly why: ChangeReason;
  /** Of the changes with the same name at most one is right: they exclude each other. */
  readonly choice: string | null;
  /** The other table's total that equals what stands here and will not equal what is planned. */
  readonly contradicts: FigurePlace | null;
  /** Whether it may be made without being chosen one by one: no figure that was reported changes. */
  readonly preselected: boolean;
}

/** Why a cell is left as it is although something is missing there. */
export type BlockReason =
  /** Figures to be added are not numbers: `cells`. To be corrected first. */
  | 'partsNotNumeric'
  /** Figures to be added are numbers stored as text, which a formula would leave out: `cells`. */
  | 'partsText'
  /** Figures to be added name another unit than the table's, and nothing says which is meant. */
  | 'partsOtherUnit'
  /** The cell is locked and its sheet protected. */
  | 'locked'
  /** The cell lies within a merged area (`cells`: its first cell), where nothing written shows. */
  | 'merged'
  /** The value of a formula cannot be replaced by a number. */
  | 'holdsFormula';

/** A cell that should be written and cannot be. */
export interface BlockedChange {
  readonly place: FigurePlace | HeadingPlace;
  readonly why: BlockReason;
  /** A1 addresses on the place's sheet. */
  readonly cells: readonly string[];
}

/** Whether a place is a field above a table. */
export function isHeading(place: FigurePlace | HeadingPlace): place is HeadingPlace {
  return 'field' in place;
}

/** Changes in the order of the sheets, from top to bottom and left to right. */
export interface ChangePlan {
  readonly changes: readonly PlannedChange[];
  readonly blocked: readonly BlockedChange[];
}
