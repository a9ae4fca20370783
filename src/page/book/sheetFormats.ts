/** Which number format does each cell of a sheet have, and is it locked? What the file says, and what was set since. */
import type { CellPosition, CellRange } from '../../domain/grid';

/** What the file says of a sheet's cells, also of blank ones. */
export interface SheetFormats {
  numberFormatAt(row: number, column: number): string;
  isLocked(row: number, column: number): boolean;
}

interface Format {
  readonly numberFormat?: string;
  readonly locked?: boolean;
}

export class FormatsOfCells {
  /** Row → column → what was set. */
  readonly #set = new Map<number, Map<number, Format>>();

  constructor(private readonly file: SheetFormats | null) {}

  /** Null where nothing says more than the cell itself. */
  numberFormatAt({ row, column }: CellPosition): string | null {
    return (
      this.#set.get(row)?.get(column)?.numberFormat ??
      this.file?.numberFormatAt(row, column) ??
      null
    );
  }

  isLocked({ row, column }: CellPosition): boolean {
    return this.#set.get(row)?.get(column)?.locked ?? this.file?.isLocked(row, column) ?? true;
  }

  set({ top, left, bottom, right }: CellRange, change: Format): void {
    for (let row = top; row <= bottom; row += 1) {
      const line = new Map(this.#set.get(row));
      for (let column = left; column <= right; column += 1) {
        line.set(column, { ...line.get(column), ...change });
      }
      this.#set.set(row, line);
    }
  }

  /** One that can be changed without this one; rows are copied before they change. */
  copy(): FormatsOfCells {
    const copied = new FormatsOfCells(this.file);
    for (const [row, line] of this.#set) copied.#set.set(row, line);
    return copied;
  }

  /** Number formats that were set since the file was read. */
  *changed(): Iterable<{
    readonly row: number;
    readonly column: number;
    readonly numberFormat: string;
  }> {
    for (const [row, line] of this.#set) {
      for (const [column, { numberFormat }] of line) {
        if (numberFormat !== undefined) yield { row, column, numberFormat };
      }
    }
  }
}
