/**
 * A workbook in memory that can be interrupted at any call and after any cell, as a batch in Excel can;
 * with a user who can do to it what is done in Excel.
 */
import type { HostFault } from '../../src/domain/fault';
import { namesLeadingOut, type NameDefinition } from '../../src/domain/formulas/otherWorkbooks';
import type { Grid, WorkbookGrids } from '../../src/domain/grid';
import { failure, success, type Result } from '../../src/domain/result';
import type { SheetLayout } from '../../src/domain/template/layout';
import { BookSheet } from '../../src/page/book/BookSheet';
import { BookWorkbook } from '../../src/page/book/BookWorkbook';
import { userActs } from './userActs';

/** A call that does not come to its end. */
export interface Interruption {
  /** The k-th call from now on, counted from 1. */
  readonly call: number;
  /** Cells, rules or sheets that are done before it stops; without it all are, and only the answer is lost. */
  readonly after?: number;
  readonly fault: HostFault;
}

export class MemoryWorkbook extends BookWorkbook {
  /** Every call with the sheets it concerned, since the list was emptied. */
  readonly calls: string[] = [];
  /** The names that are defined. */
  readonly names: NameDefinition[] = [];
  /** Whether the file holds what stands here; null: the host does not say. */
  saved: boolean | null = true;
  #interruptions: Interruption[] = [];
  #stop = Infinity;

  /** Opens laid-out sheets, their formulas worked out. */
  static ofLayouts(layouts: readonly SheetLayout[]): MemoryWorkbook {
    const workbook = new MemoryWorkbook((nextId) =>
      layouts.map((layout) => BookSheet.ofLayout(nextId(), layout.name, layout)),
    );
    workbook.calculation.workOutAll(false);
    return workbook;
  }

  /** Opens sheets as read from a file, with the values that stand in it. */
  static ofGrids(grids: readonly Grid[]): MemoryWorkbook {
    return new MemoryWorkbook((nextId) => grids.map((grid) => BookSheet.ofGrid(nextId(), grid)));
  }

  /** Makes a call from now on stop half way, once. */
  interrupt(interruption: Interruption): void {
    this.#interruptions.push(interruption);
  }

  format(sheetName: string, address: string, numberFormat: string): void {
    userActs.format(this, sheetName, address, numberFormat);
  }

  /** Protects a sheet, a range left open. */
  protect(sheetName: string, unlocked?: string): void {
    userActs.protect(this, sheetName, unlocked);
  }

  merge(sheetName: string, address: string): void {
    userActs.merge(this, sheetName, address);
  }

  add(name: string): void {
    userActs.add(this, name);
  }

  rename(sheetName: string, name: string): void {
    userActs.rename(this, sheetName, name);
  }

  remove(sheetName: string): void {
    userActs.remove(this, sheetName);
  }

  #userChanged(): void {
    if (this.saved !== null) this.saved = false;
  }

  override isSaved(): Promise<Result<boolean | null, HostFault>> {
    return this.call('isSaved', () => success(this.saved));
  }

  protected override contentChanged(): void {
    this.#userChanged();
  }

  /** Marks are saved with the file, as in Excel. */
  protected override marksChanged(): void {
    this.#userChanged();
  }

  protected override get definedNames(): WorkbookGrids['names'] {
    return namesLeadingOut(this.names);
  }

  protected override savesMarksOf(sheet: BookSheet): boolean {
    return sheet.marks.length > 0;
  }

  /** Marks are formats, as in Excel. */
  protected override get protectsMarks(): boolean {
    return true;
  }

  protected override goesOn(piece: number): boolean {
    return piece < this.#stop;
  }

  protected override perform<T>(
    name: string,
    work: () => Result<T, HostFault>,
  ): Result<T, HostFault> {
    this.calls.push(name);
    const due = this.#interruptions.find(({ call }) => call === 1);
    this.#interruptions = this.#interruptions
      .filter((one) => one !== due)
      .map((one) => ({ ...one, call: one.call - 1 }));
    // Cells are written by a batch of their own, behind the one in which they were looked at and kept.
    if (due?.after === 0 && name !== 'writeCells') return failure(due.fault);
    this.#stop = due?.after ?? Infinity;
    const outcome = work();
    this.#stop = Infinity;
    return due === undefined ? outcome : failure(due.fault);
  }
}
