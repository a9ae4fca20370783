/**
 * What does the product need from the program it runs in? The ports that Excel, the workbench and
 * the tests implement; plain data in and out, failures as faults.
 */
import type { HostFault } from '../domain/fault';
import type { Severity } from '../domain/finding';
import type { Cell, WorkbookGrids } from '../domain/grid';
import type { Result } from '../domain/result';
import type { SheetLayout } from '../domain/template/layout';

/** Cells of one sheet to be marked in place. */
export interface Mark {
  readonly sheet: string;
  /** A1 addresses. */
  readonly cells: readonly string[];
  /** `culprit`: the cell that most likely caused the failed balances. */
  readonly kind: Severity | 'culprit';
}

/** One cell by sheet and A1 address. */
export interface CellReference {
  readonly sheet: string;
  readonly cell: string;
}

/** What stands in a cell, exactly: enough to put it back. */
export interface CellSnapshot extends CellReference {
  /** As Excel's `formulas`: the formula with `=`, or the typed value. */
  readonly content: string | number | boolean;
  readonly numberFormat: string;
}

/** A cell's new content; the number format is left alone where it is null. */
export interface CellWrite extends CellReference {
  /** The formula with `=`, or the value; an empty string clears the content. */
  readonly content: string | number | boolean;
  readonly numberFormat: string | null;
}

/** What a user (or recalculation) changed. */
export interface WorkbookChange {
  /** Name of the sheet, null where several or unknown ones changed. */
  readonly sheet: string | null;
  /** A1 address of the changed range; null for recalculation and structural changes. */
  readonly address: string | null;
  readonly kind: 'edited' | 'calculated' | 'structure';
}

/** Ends a subscription. */
export type Unsubscribe = () => Promise<void>;

/** The open workbook. */
export interface WorkbookPort {
  /** Reads all sheets for a check. */
  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>>;
  /** Reads the named sheets only, in the workbook's order; a sheet that is gone is left out. */
  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>>;
  /** Activates the sheet and selects the cell; a hidden sheet is a fault, not unhidden. */
  goTo(place: CellReference): Promise<Result<null, HostFault>>;
  activeCell(): Promise<Result<CellReference, HostFault>>;
  /** Replaces all our marks by these, over the user's own formats. */
  showMarks(marks: readonly Mark[]): Promise<Result<null, HostFault>>;
  /** Takes all our marks off without a trace; how many rules were removed. */
  clearMarks(): Promise<Result<number, HostFault>>;
  /** Exactly what stands in these cells, in the same order. */
  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>>;
  /**
   * Writes, then reads back. Protected sheets and gone sheets are found out before anything is
   * written. `notWritten` names cells that do not hold what was written.
   */
  writeCells(writes: readonly CellWrite[]): Promise<Result<null, HostFault>>;
  /** Lays out new sheets after the last one; the names they were given (a number is added where taken). */
  insertSheets(layouts: readonly SheetLayout[]): Promise<Result<readonly string[], HostFault>>;
  /** Deletes sheets that {@link insertSheets} made, for undo. */
  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>>;
  /** Calls back on the user's edits, recalculation and sheets added, deleted or renamed; not on our own writes. */
  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>>;
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

/** How the program around the pane looks and speaks. */
export interface EnvironmentPort {
  readonly language: 'zh-CN' | 'en-US';
  readonly theme: 'light' | 'dark' | 'highContrast';
  /** Calls back when the theme may have changed (Excel has no event: on focus). */
  onThemeChange(listener: (theme: 'light' | 'dark' | 'highContrast') => void): () => void;
}

/** A cell of a grid as it may be written back. */
export function snapshotOf(place: CellReference, cell: Cell | undefined): CellSnapshot {
  const value = cell?.value ?? '';
  const content = cell?.formula ?? (typeof value === 'object' ? value.error : value);
  return { ...place, content, numberFormat: cell?.numberFormat ?? 'General' };
}
