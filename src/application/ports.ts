/**
 * What does the product need from the program it runs in? The ports that Excel, the workbench and
 * the tests implement; plain data in and out, failures as faults.
 */
import type { HostFault } from '../domain/fault';
import type { Severity } from '../domain/finding';
import type { WorkbookGrids } from '../domain/grid';
import type { Result } from '../domain/result';
import type { Explanation, StoredExplanations, UnreadablePart } from '../domain/submission/kept';
import type { ListLayout, NewSheet } from '../domain/template/layout';
import type { CellChange, CellStep, ChangedCells } from './cellChange';
import type { CellReference, CellSnapshot } from './cellContent';

/** Cells of one sheet to be marked in place. */
export interface Mark {
  readonly sheet: string;
  /** A1 addresses. */
  readonly cells: readonly string[];
  /** `culprit`: the cell that most likely caused the failed balances. */
  readonly kind: Severity | 'culprit';
}

/** What a user (or recalculation) changed. */
export interface WorkbookChange {
  /** Name of the sheet, null where several or unknown ones changed. */
  readonly sheet: string | null;
  /** A1 address of the changed range; null for recalculation and structural changes. */
  readonly address: string | null;
  /** `formatted`: number formats and the like, which say whether a figure is a date or how it prints. */
  readonly kind: 'edited' | 'formatted' | 'calculated' | 'structure';
  /** True where one cell was edited and holds a number or nothing now. */
  readonly isFigure?: boolean;
}

/** Ends a subscription. */
export type Unsubscribe = () => Promise<void>;

/** Reads what stands in the workbook. */
export interface Reads {
  /**
   * Reads all sheets for a check, and the names and explanations that the workbook keeps. Merges are not told. Of a
   * very large sheet in which no table of ours is recognised, only the values are read.
   */
  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>>;
  /** Reads the named sheets only, in the workbook's order; a sheet that is gone is left out. */
  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>>;
  /** Names of the sheets that are called so, or whose first cell holds one of the titles, in the workbook's order. */
  findSheets(
    names: readonly string[],
    titles: readonly string[],
  ): Promise<Result<readonly string[], HostFault>>;
  /** Exactly what stands in these cells, in the same order; a sheet that is gone is a fault. */
  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>>;
}

/** Shows the user a place. */
export interface Shows {
  /** Activates the sheet and selects the cell; a hidden sheet is a fault, not unhidden. */
  goTo(place: CellReference): Promise<Result<null, HostFault>>;
}

/** Marks cells, over the user's own formats. */
export interface Marks {
  /**
   * Replaces all our marks by these. Sheets whose marks are already so are not touched (each change
   * costs the user Excel's own undo). A sheet that cannot be marked does not keep the others from
   * being marked; it is the fault in the end, `sheetsNotMarked` where all such are protected.
   *
   * @param only names of the sheets to be looked at; the others are known to be as they should
   */
  showMarks(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>>;
  /** Takes all our marks off without a trace; how many rules were removed. */
  clearMarks(): Promise<Result<number, HostFault>>;
  /** Which sheets carry our marks, as far as they are saved with the workbook; nothing is changed. */
  findMarks(): Promise<Result<MarksFound, HostFault>>;
}

/** Where marks of ours stand. */
export interface MarksFound {
  /** Names of the sheets that carry some. */
  readonly marked: readonly string[];
  /** Names of sheets with conditional formats that could not be read: a damaged mark may be among them. */
  readonly unreadable: readonly string[];
}

/** A cell that Excel would not take a content for, or not show it. */
export interface UnwritableCell extends CellReference {
  /** `locked`: in a protected sheet · `merged`: within a merged area of which it is not the first cell. */
  readonly why: 'locked' | 'merged';
  /** Address of the merged area's first cell; the cell's own where it is locked. */
  readonly at: string;
}

/** Changes the user's cells. */
export interface Writes {
  /** Which of these cells cannot be written as things stand; a sheet that is gone is a fault. */
  findUnwritable(
    cells: readonly CellReference[],
  ): Promise<Result<readonly UnwritableCell[], HostFault>>;
  /**
   * Looks at what stands in the cells, changes those that hold what is expected, and reads back. The
   * others are left. A protected sheet in which one of the cells is locked, and a sheet that is gone,
   * are found out before anything is written. `notWritten` names cells that do not hold afterwards
   * what was written; the others do.
   *
   * @param keep told what will be changed, and from what, before anything is; not called where
   * nothing is to be changed
   */
  writeCells(
    changes: readonly CellChange[],
    keep?: (steps: readonly CellStep[]) => void,
  ): Promise<Result<ChangedCells, HostFault>>;
}

/** What came of a change of the explanations. */
export interface ChangedExplanations {
  readonly before: readonly Explanation[];
  readonly after: readonly Explanation[];
}

/** Keeps the user's explanations inside the workbook, out of sight. */
export interface KeepsExplanations {
  /** What is kept; parts of other programs are not looked at. */
  readExplanations(): Promise<Result<StoredExplanations, HostFault>>;
  /**
   * Reads what is kept, puts what `change` makes of it in its place, and reads back; without any left
   * the part goes. Where what is kept cannot be read nothing is changed, and that is the answer.
   */
  changeExplanations(
    change: (explanations: readonly Explanation[]) => readonly Explanation[],
  ): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>>;
  /** Takes everything of ours away, also what cannot be read; how many parts went. */
  removeExplanations(): Promise<Result<number, HostFault>>;
}

/** Knows whether the file holds what stands in the workbook. */
export interface KnowsSaved {
  /** False where anything was changed since it was saved, or it never was; null where the host does not say. */
  isSaved(): Promise<Result<boolean | null, HostFault>>;
}

/** Has the workbook calculated. */
export interface Calculates {
  /** Works all formulas out anew, in whichever mode the workbook calculates. `notWorkedOut`: all but some. */
  calculate(): Promise<Result<null, HostFault>>;
}

/** Sheets that were laid out. */
export interface InsertedSheets {
  /** As they were given; a number is added to names that are taken. */
  readonly names: readonly string[];
  /** Whether paper, print area and fitting to the page are as laid out. */
  readonly pages: 'setUp' | 'notSetUp';
}

/** Follows a long insertion, and ends it. */
export interface InsertProgress {
  /** Told after each part: rows of lists that are written, of all of them. */
  readonly told?: (done: number, of: number) => void;
  /** Looked at between parts: the sheets begun are deleted again, and the fault is `cancelled`. */
  readonly signal?: AbortSignal;
}

/** Adds and takes away sheets. */
export interface Sheets {
  /**
   * Lays out new sheets after the last one, in the order given. Lists are written in parts, before
   * the sheets whose formulas refer to them; where a name is taken, formulas given with the sheet
   * refer to the name that it gets. Page setup (which goes through the printer's driver) and filters
   * are tried and need not succeed. Where anything else fails, the sheets begun are deleted again as
   * far as Excel lets us.
   */
  insertSheets(
    sheets: readonly NewSheet[],
    progress?: InsertProgress,
  ): Promise<Result<InsertedSheets, HostFault>>;
  /** Puts a sheet where another one stands, under its name; the other one is deleted. All of it, or nothing. */
  takePlace(name: string, of: string): Promise<Result<null, HostFault>>;
  /** Deletes sheets that {@link insertSheets} made, for undo; those already gone are passed over. */
  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>>;
}

/** Hears of changes. */
export interface Listens {
  /**
   * Calls back on the user's edits, recalculation and sheets added, deleted or renamed; not on our
   * own writes. Asked right after a reading, it listens before the contents are read.
   */
  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>>;
}

/** Knows what the user has selected. */
export interface Selects {
  /**
   * Calls back with the active cell of the selection, and whenever another one is selected, by the user
   * or by {@link Shows.goTo}, and when another sheet comes to the front.
   */
  onSelect(listener: (place: CellReference) => void): Promise<Result<Unsubscribe, HostFault>>;
  /**
   * The texts of the selected cells as they are displayed, row by row, blank ones left out; of
   * whole rows or columns those in use. `tooMuchData` where there are more than 20,000 cells.
   */
  readSelection(): Promise<Result<readonly string[], HostFault>>;
}

/** The open workbook, with all that can be done to it. */
export interface WorkbookPort
  extends
    Reads,
    Shows,
    Marks,
    Writes,
    KeepsExplanations,
    KnowsSaved,
    Calculates,
    Sheets,
    Listens,
    Selects {}

/** Hands files to the user. */
export interface SavesFiles {
  /**
   * Offers lists as a new workbook under a name, to be saved where the user likes.
   *
   * @returns false where the program around the pane does not let it be saved
   */
  saveLists(name: string, lists: readonly ListLayout[]): Promise<boolean>;
}

/** Settings that travel in the workbook, each a JSON text; removed by null. */
export interface DocumentSettingsPort {
  read(key: string): string | null;
  write(key: string, value: string | null): Promise<Result<null, HostFault>>;
}

/** Preferences and undo snapshots kept on this machine; never in the file. */
export interface LocalStorePort {
  read(key: string): string | null;
  /** False where the machine's store refuses (full, blocked). */
  write(key: string, value: string | null): boolean;
}

/** Where the open workbook lies, to keep undo snapshots apart. */
export interface DocumentPlace {
  /** Path or address as last known; null where it was never saved. */
  readonly documentUrl: string | null;
  /** Asks for it anew: the workbook may have been saved under another name. */
  locateDocument(): Promise<void>;
}

/** How the program around the pane looks and speaks. */
export interface EnvironmentPort extends DocumentPlace {
  readonly language: 'zh-CN' | 'en-US';
  readonly theme: 'light' | 'dark' | 'highContrast';
  /** Calls back when the theme may have changed (Excel has no event: on focus). */
  onThemeChange(listener: (theme: 'light' | 'dark' | 'highContrast') => void): () => void;
  /** Calls back when the pane comes in sight again, having been hidden; nothing where the host does not tell. */
  onShown(listener: () => void): void;
}
