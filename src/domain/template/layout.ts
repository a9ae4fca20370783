/** What is a sheet to be laid out, as plain data? Made by the template, drawn by the workbook port. */
import type { CellRange } from '../grid';

/** One cell's content. */
export interface LayoutCell {
  readonly row: number;
  readonly column: number;
  /** Text, number, or formula with `=`. */
  readonly content: string | number;
  /** What a formula gives, where the sheets laid out with it do not say. */
  readonly result?: number;
}

/** A flat list to be laid out: a row of headings, which stays in view and is repeated in print. */
export interface ListLayout {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** In characters of the standard font. */
    readonly width: number;
    /** Null for texts, which wrap. */
    readonly numberFormat: string | null;
  }[];
  /** A text stays a text, whatever it begins with. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly hasFilter: boolean;
}

/** Formats of a block of cells; what is absent stays as it is. */
export interface LayoutFormat {
  readonly range: CellRange;
  readonly fontName?: string;
  /** In points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly numberFormat?: string;
  /** `#RRGGBB`. */
  readonly fill?: string;
  /** Thin lines around and between all cells of the range. */
  readonly grid?: boolean;
  /** A line from the upper left to the lower right corner. */
  readonly diagonal?: boolean;
  readonly locked?: boolean;
}

/** What may be typed into a block of cells, with the messages shown. */
export interface LayoutValidation {
  readonly range: CellRange;
  readonly type: 'wholeNumber' | 'decimal';
  readonly minimum: number;
  readonly promptTitle: string;
  readonly promptMessage: string;
  readonly errorTitle: string;
  readonly errorMessage: string;
}

/** A sheet to be laid out. */
export interface SheetLayout {
  readonly name: string;
  readonly cells: readonly LayoutCell[];
  readonly merges: readonly CellRange[];
  readonly formats: readonly LayoutFormat[];
  readonly validations: readonly LayoutValidation[];
  /** Widths in characters of the standard font, by zero-based column. */
  readonly columnWidths: ReadonlyMap<number, number>;
  /** Heights in points, by zero-based row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly print: {
    readonly orientation: 'landscape' | 'portrait';
    readonly paper: 'A4';
    readonly area: CellRange;
    /** Rows repeated on every page. */
    readonly titleRows: { readonly first: number; readonly last: number };
    /** On one page, or as wide as a page and as many pages high as it needs. */
    readonly fit: 'page' | 'width';
    readonly centreHorizontally: boolean;
  };
  /** Rows and columns kept in view. */
  readonly freezeAt: { readonly row: number; readonly column: number } | null;
  /** Lock what is locked; without a password. */
  readonly protect: boolean;
}

/** A sheet to be added to a workbook. */
export type NewSheet = SheetLayout | ListLayout;

export function isList(sheet: NewSheet): sheet is ListLayout {
  return 'rows' in sheet;
}
