/** What is known of an official table once it has been recognised in a sheet? */
import type { EditionId, Form, FormSet, LineId } from '../forms/form';
import type { BudgetBlock, CurrencyUnit, FormId, Measure } from '../forms/terms';
import type { CellPosition, CellRange, Grid } from '../grid';
import type { OutsideFigure } from './outside';

/** One piece of information above the table. */
export interface HeadingField<T> {
  /** Null where it is not stated or cannot be understood. */
  readonly value: T | null;
  /** What stands there, empty where nothing does. */
  readonly text: string;
  /** The cell that holds it (or should); null where the sheet has no place for it. */
  readonly position: CellPosition | null;
}

/** 填报单位, 年份 and 金额. */
export interface TableHeading {
  readonly reportingUnit: HeadingField<string>;
  readonly fiscalYear: HeadingField<number>;
  readonly currencyUnit: HeadingField<CurrencyUnit>;
}

/**
 * The kinds of lines: a line that is summed (one of the form's or an unknown one), the total line, an
 * 其中 sub-line, and a subtotal of lines above it (小计); the last two are not part of the sum.
 */
export type LineKind = 'serviceArea' | 'total' | 'ofWhich' | 'subtotal';

/** One line of the body. */
export interface TableLine {
  readonly kind: LineKind;
  /** Zero-based row in the sheet. */
  readonly row: number;
  /** The label as written, trimmed and on one line. */
  readonly label: string;
  /** The form's line that the label names; null for totals, sub-lines and unknown labels. */
  readonly id: LineId | null;
  /** The editions that print the label; empty where {@link id} is null. */
  readonly editions: readonly EditionId[];
  /** For a sub-line, the index in `lines` of the line it belongs to; otherwise null. */
  readonly parent: number | null;
}

/** Zero-based column of each figure. */
export type FigureColumns = Readonly<Record<BudgetBlock, Readonly<Record<Measure, number>>>>;

/** A block of columns that the form does not have, among its own: 国有资本经营预算. */
export interface OtherBlock {
  /** Its heading as written. */
  readonly title: string;
  readonly position: CellPosition;
  /** Zero-based column of each measure that stands under it. */
  readonly columns: Readonly<Partial<Record<Measure, number>>>;
}

/** One official table as it stands in a sheet. */
export interface RecognisedTable {
  readonly form: FormId;
  /** What the form prints. */
  readonly official: Form;
  readonly grid: Grid;
  /** Position of the sheet in the workbook, from 0. */
  readonly sheetIndex: number;
  readonly heading: TableHeading;
  /** Header to total line (or to the last line where there is no total line). */
  readonly range: CellRange;
  /** First row below the header. */
  readonly bodyTop: number;
  /** Column of the line labels. */
  readonly labelColumn: number;
  readonly columns: FigureColumns;
  /** Blocks of other budgets among the form's; none on the printed form. */
  readonly otherBlocks: readonly OtherBlock[];
  /** All lines from top to bottom. */
  readonly lines: readonly TableLine[];
  /** The edition that most labels belong to. */
  readonly edition: EditionId;
  /** Numbers that stand outside of it and may be its own. */
  readonly outside: readonly OutsideFigure[];
}

/** Why a sheet that looked like one of ours was not taken. */
export type RefusalReason =
  /** Column headings (or all of them) are missing; `missing` names them. */
  | 'missingHeading'
  /** There are columns of which nothing says to which block they belong. */
  | 'unclearBlocks'
  /** The headings are there, but no line under them is one of the form's. */
  | 'unknownLines'
  /** Its title, in `unread`, is that of another table. */
  | 'otherTable'
  /** There is nothing under the headings. */
  | 'noLines';

/** A sheet (or a part of it) that looked like one of ours and was not taken. */
export interface RefusedSheet {
  readonly sheet: string;
  readonly reason: RefusalReason;
  /** Where the header or the title stands. */
  readonly position: CellPosition;
  /** Official headings that are missing. */
  readonly missing: readonly string[];
  /** Headings that stand there and cannot be read. */
  readonly unread: readonly { readonly text: string; readonly position: CellPosition }[];
}

/** Where a return comes from. */
export type ReturnSource =
  | { readonly kind: 'thisWorkbook' }
  /** A workbook read for consolidation; `file` as the user named it. */
  | { readonly kind: 'file'; readonly file: string };

/** The tables of one unit and year, as far as they are there. */
export interface RecognisedReturn {
  /** From 1, in the order of the sheets. */
  readonly number: number;
  /** Unit and year as the first table states them; unique in the workbook. */
  readonly id: string;
  readonly source: ReturnSource;
  /** The forms that are filed together. */
  readonly forms: FormSet;
  /** In the order of the forms. */
  readonly tables: ReadonlyMap<FormId, RecognisedTable>;
}

/** What was found in a workbook. */
export interface Recognition {
  readonly returns: readonly RecognisedReturn[];
  readonly refused: readonly RefusedSheet[];
}

/** The tables of a return that are there, in the order of the forms. */
export function tablesOf({ tables }: RecognisedReturn): RecognisedTable[] {
  return [...tables.values()];
}
