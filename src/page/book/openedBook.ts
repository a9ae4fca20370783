/** What is a workbook that was opened from a file? What the pane's ports work on, and what the page draws of it. */
import type { MarkKind } from '../../application/markRules';
import type { CellReference } from '../../application/cellContent';
import type { DocumentSettingsPort, WorkbookPort } from '../../application/ports';
import type { FileFault, HostFault } from '../../domain/fault';
import type { CellRange, Grid } from '../../domain/grid';
import type { Result } from '../../domain/result';
import type { PasteRefusal, PastedTexts } from './pasting';

/** What a file is: by its bytes, and for the two kinds of old files by its name. */
export type BookKind = 'xlsx' | 'xlsm' | 'xls' | 'et';

/** How a cell looks, as far as the file says. */
export interface CellLook {
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points; null where the file does not say. */
  readonly fontSize: number | null;
  /** `#RRGGBB`; null where the file does not say. */
  readonly color: string | null;
  readonly fill: string | null;
  /** `general`: numbers to the right, texts to the left, truth values and errors in the middle. */
  readonly horizontal: 'general' | 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wraps: boolean;
  /** Which of its sides have a line. */
  readonly lines: {
    readonly top: boolean;
    readonly right: boolean;
    readonly bottom: boolean;
    readonly left: boolean;
    /** From the upper left to the lower right corner. */
    readonly diagonal: boolean;
  };
}

/** One sheet as it is drawn; another object whenever anything in it has changed. */
export interface SheetView {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly isProtected: boolean;
  /** What stands in it. */
  readonly grid: Grid;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows and columns in use, counted from the first. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** In characters of the standard font. */
  columnWidth(column: number): number;
  /** In points; null: as high as what stands in it needs. */
  rowHeight(row: number): number | null;
  lookAt(row: number, column: number): CellLook;
  /** What is shown in a cell, under its number format. */
  textAt(row: number, column: number): string;
  /** What an editor of the cell begins with: its formula, its number in plain digits, its text. */
  editTextAt(row: number, column: number): string;
  /** What is pasted elsewhere on the page: the value, however it is shown, and not the formula. */
  valueTextAt(row: number, column: number): string;
  /** Why nothing can be typed there; null where something can. */
  whyFixed(row: number, column: number): 'locked' | 'merged' | null;
}

/** Something about a copy that the user should know before sending it on. */
export type CopyNote =
  /** Nothing of the file but its cells can be kept: the copy is an .xlsx made from them. */
  | { readonly kind: 'madeFromCells'; readonly from: 'xls' | 'et'; readonly macros: boolean }
  /** Formulas whose results could not be worked out here; they are when the copy is opened. */
  | { readonly kind: 'formulasWait'; readonly cells: number }
  /** Formulas that the old file does not tell: their results stand as values. */
  | { readonly kind: 'formulasAsValues'; readonly cells: number };

/** A corrected copy, which is saved beside the file that was opened. */
export interface BookCopy {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notes: readonly CopyNote[];
  /** The state that it holds, for {@link OpenedBook.noteSaved}. */
  readonly state: object;
}

export interface CopyOptions {
  readonly language: 'zh-CN' | 'en-US';
  /** True: the marks go into the copy, as conditional formats. */
  readonly withMarks?: boolean;
}

/** A workbook opened from a file, which itself is never written. */
export interface OpenedBook {
  /** The file's name. */
  readonly name: string;
  readonly kind: BookKind;
  readonly port: WorkbookPort;
  readonly documentSettings: DocumentSettingsPort;

  /** All sheets, in their order. */
  readonly sheets: readonly SheetView[];
  /** Sheet → A1 address → its strongest mark. Another object whenever a mark has changed. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, MarkKind>>;
  /** The selected cell: where the pane led last, or what was clicked. */
  readonly shown: CellReference;
  /** Counts how often the pane led to a place, so that going there again scrolls again. */
  readonly ledTo: number;

  /** Selects a cell that was clicked; a sheet that is gone is passed over. */
  select(place: CellReference): void;
  /** Puts what was typed by hand into a cell, one step for undo; a formula may be one that is not worked out here. */
  enter(place: CellReference, text: string): Result<'taken' | 'waits', HostFault>;

  /** Puts a block of texts into the cells from one on, as if each were typed; one step for undo, all or nothing. */
  paste(place: CellReference, texts: PastedTexts): PasteRefusal | 'taken';

  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Takes the last act back: what was written, typed, explained, or laid out at once. */
  undo(): void;
  redo(): void;

  /** Whether anything was changed since it was opened or last saved; marks are no change. */
  readonly changed: boolean;
  /** Calls back whenever anything of the above may be different. */
  onChange(listener: () => void): () => void;

  copy(options: CopyOptions): Promise<Result<BookCopy, FileFault | HostFault>>;
  /** Tells that a copy was handed to the user. */
  noteSaved(copy: BookCopy): void;
}
