/** What is one worksheet of an opened workbook? Cells with formats and locks, merged areas, protection, marks. */
import type { CellContent, CellState } from '../../application/cellContent';
import { isFormula, textOf } from '../../application/cellContent';
import { contentOf } from '../../application/cellContent';
import type { Mark } from '../../application/ports';
import type { Cell, CellPosition, CellRange, CellValue, Grid } from '../../domain/grid';
import { parseAddress } from '../../domain/grid';
import type { ListLayout, NewSheet, SheetLayout } from '../../domain/template/layout';
import { isList } from '../../domain/template/layout';
import { gridOfSheet } from '../../domain/template/layoutGrid';
import { listRows } from '../../domain/template/listRows';
import type { SheetFormats } from './sheetFormats';
import { FormatsOfCells } from './sheetFormats';

/** Whether formats may be changed in a protected sheet; null where the sheet is not protected. */
export type Protection = { readonly allowsFormats: boolean } | null;

/** Where a sheet came from: the file (with what it was there), a layout, or neither. */
export type SheetOrigin =
  | {
      readonly kind: 'file';
      readonly grid: Grid;
      /** Among the grids that were read. */
      readonly index: number;
      /** Never changed. */
      readonly file: BookSheet;
    }
  | { readonly kind: 'laidOut'; readonly layout: NewSheet }
  | { readonly kind: 'added' };

type Rows = (Cell | undefined)[][];

/** A sheet as it was at a moment; nothing of it is changed afterwards. */
export interface SheetState {
  readonly name: string;
  readonly rows: Rows;
  readonly formats: FormatsOfCells;
}

export class BookSheet {
  name: string;
  visibility: Grid['visibility'] = 'visible';
  protection: Protection = null;
  merges: CellRange[] = [];
  /** Where the filter's buttons stand on top. */
  filter: CellRange | null = null;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  #squeezed: Grid['squeezed'];
  /** Our marks, one rule for each kind. */
  marks: readonly Mark[] = [];
  /** Marks of ours stand in the file, and it is not known in which cells. */
  isMarkedInFile = false;
  /** Rules of the user's own, which are nobody else's business. */
  readonly foreignRules: string[] = [];
  origin: SheetOrigin = { kind: 'added' };
  /** Rows and formats are shared with a state that was kept, so that they are copied before a change. */
  #isShared = false;
  #rows: Rows = [];
  #formats = new FormatsOfCells(null);
  #grid: Grid | null = null;

  constructor(
    readonly id: number,
    name: string,
  ) {
    this.name = name;
  }

  static laidOut(id: number, name: string, layout: NewSheet): BookSheet {
    const sheet = isList(layout)
      ? BookSheet.ofList(id, name, layout)
      : BookSheet.ofLayout(id, name, layout);
    sheet.origin = { kind: 'laidOut', layout };
    return sheet;
  }

  static ofLayout(id: number, name: string, layout: SheetLayout): BookSheet {
    const sheet = new BookSheet(id, name);
    for (const { range, numberFormat, locked } of layout.formats) {
      sheet.#formats.set(range, {
        ...(numberFormat === undefined ? {} : { numberFormat }),
        ...(locked === undefined ? {} : { locked }),
      });
    }
    for (const { row, column, content } of layout.cells) {
      // A layout's text is meant as it stands, not as it would be read when typed.
      const isText = typeof content === 'string' && !content.startsWith('=');
      sheet.put({ row, column }, isText ? contentOf(content) : content);
    }
    sheet.merges = [...layout.merges];
    if (layout.protect) sheet.protection = { allowsFormats: true };
    return sheet;
  }

  static ofList(id: number, name: string, list: ListLayout): BookSheet {
    const sheet = BookSheet.ofGrid(id, { ...gridOfSheet(list), name });
    const [right, bottom] = [list.columns.length - 1, listRows(list).length];
    sheet.filter = list.hasFilter ? { top: 0, left: 0, bottom, right } : null;
    return sheet;
  }

  /** A sheet as read; rows are taken over, and copied before any of them is changed. */
  static ofGrid(id: number, grid: Grid, formats: SheetFormats | null = null): BookSheet {
    const sheet = new BookSheet(id, grid.name);
    sheet.visibility = grid.visibility;
    sheet.#rows = grid.rows as Rows;
    sheet.#isShared = true;
    sheet.#formats = new FormatsOfCells(formats);
    sheet.merges = [...(grid.merges ?? [])];
    for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
    for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
    sheet.#squeezed = grid.squeezed;
    sheet.isMarkedInFile = grid.isMarked === true;
    return sheet;
  }

  /** What can be gone back to by {@link putBack}. */
  keep(): SheetState {
    this.#isShared = true;
    return { name: this.name, rows: this.#rows, formats: this.#formats };
  }

  putBack(state: SheetState): void {
    this.name = state.name;
    this.#rows = state.rows;
    this.#formats = state.formats;
    this.#isShared = true;
    this.#grid = null;
  }

  numberFormatAt(at: CellPosition): string {
    return (
      this.#formats.numberFormatAt(at) ?? this.#rows[at.row]?.[at.column]?.numberFormat ?? 'General'
    );
  }

  setFormat(
    range: CellRange,
    change: { readonly numberFormat?: string; readonly locked?: boolean },
  ): void {
    this.#own();
    this.#formats.set(range, change);
    const { numberFormat } = change;
    if (numberFormat === undefined) return;
    for (let row = range.top; row <= Math.min(range.bottom, this.#rows.length - 1); row += 1) {
      const line = this.#rows[row];
      if (line === undefined) continue;
      this.#rows[row] = line.map((cell, column) =>
        cell === undefined || column < range.left || column > range.right
          ? cell
          : { ...cell, numberFormat },
      );
    }
  }

  /** Exactly what stands in a cell. */
  stateAt(at: CellPosition): CellState {
    const cell = this.#rows[at.row]?.[at.column];
    return {
      content: cell === undefined ? '' : (cell.formula ?? contentOf(cell.value)),
      numberFormat: this.numberFormatAt(at),
    };
  }

  /** Puts a content where it shows; within a merged area only the first cell takes one. */
  put(at: CellPosition, content: CellContent): void {
    if (this.anchorOf(at) !== null) return;
    if (content === '') {
      const cell = this.#rows[at.row]?.[at.column];
      if (cell === undefined) return;
      const { numberFormat } = cell;
      this.#line(at.row)[at.column] = undefined;
      // The format stays in a cell that is blank.
      if (this.numberFormatAt(at) !== numberFormat) {
        const [row, column] = [at.row, at.column];
        this.#formats.set({ top: row, left: column, bottom: row, right: column }, { numberFormat });
      }
      return;
    }
    const numberFormat = this.numberFormatAt(at);
    const line = this.#line(at.row);
    line[at.column] = isFormula(content)
      ? { value: null, formula: String(content), numberFormat }
      : { value: valueOf(content), formula: null, numberFormat };
  }

  /** What a formula has come to. */
  calculate(at: CellPosition, value: CellValue): void {
    const cell = this.#rows[at.row]?.[at.column];
    if (cell === undefined) return;
    this.#line(at.row)[at.column] = { ...cell, value };
  }

  /** First cell of the merged area that covers a cell; null where none does. */
  anchorOf(at: CellPosition): CellPosition | null {
    const area = this.merges.find((one) => covers(one, at));
    return area === undefined ? null : { row: area.top, column: area.left };
  }

  isLocked(at: CellPosition): boolean {
    return this.protection !== null && this.#formats.isLocked(at);
  }

  get formats(): FormatsOfCells {
    return this.#formats;
  }

  /** Written by a program that does not calculate. */
  formulasWithoutResult(): CellRange[] {
    const found: CellRange[] = [];
    this.#rows.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell === undefined || cell.formula === null || cell.value !== null) return;
        found.push({ top: row, left: column, bottom: row, right: column });
      });
    });
    return found;
  }

  /** Another one is made only after something in it has changed. */
  grid(): Grid {
    const { name, visibility } = this;
    this.#isShared = true;
    const known = this.#grid;
    if (known?.rows === this.#rows && this.#isAsKnown(known)) return known;
    this.#grid = {
      name,
      visibility,
      rows: this.#rows,
      merges: null,
      hiddenRows: new Set(this.hiddenRows),
      hiddenColumns: new Set(this.hiddenColumns),
      ...(this.#squeezed !== undefined && { squeezed: this.#squeezed }),
      isProtected: this.protection !== null,
      ...(this.isMarkedInFile && { isMarked: true }),
    };
    return this.#grid;
  }

  #isAsKnown({ name, visibility, isProtected, hiddenRows, isMarked }: Grid): boolean {
    return (
      name === this.name &&
      visibility === this.visibility &&
      isProtected === (this.protection !== null) &&
      (isMarked === true) === this.isMarkedInFile &&
      hiddenRows.size === this.hiddenRows.size
    );
  }

  /** A row to be changed. */
  #line(row: number): (Cell | undefined)[] {
    this.#own();
    const line = (this.#rows[row] ?? []).slice();
    this.#rows[row] = line;
    return line;
  }

  #own(): void {
    if (!this.#isShared) return;
    this.#rows = this.#rows.slice();
    this.#formats = this.#formats.copy();
    this.#isShared = false;
  }
}

/** Whether a position lies within a merged area without being its first cell. */
function covers({ top, left, bottom, right }: CellRange, { row, column }: CellPosition): boolean {
  const within = row >= top && row <= bottom && column >= left && column <= right;
  return within && !(row === top && column === left);
}

function valueOf(content: CellContent): CellValue {
  if (typeof content !== 'string') return content;
  const text = textOf(content);
  return text ?? { error: content };
}

/** The range of an A1 address such as `B2` or `A1:C3`. */
export function rangeOf(address: string): CellRange {
  const [first = '', last = first] = address.split(':');
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (start === null || end === null) throw new Error(`${address} is no address`);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
