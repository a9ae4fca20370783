/** What is one worksheet in memory? Cells with formats and locks, merged areas, protection, marks. */
import type { CellContent, CellState } from '../../src/application/cellContent';
import { isFormula, textOf } from '../../src/application/cellContent';
import { contentOf } from '../../src/application/cellContent';
import type { Mark } from '../../src/application/ports';
import type { Cell, CellPosition, CellRange, CellValue, Grid } from '../../src/domain/grid';
import { parseAddress } from '../../src/domain/grid';
import { textFormat } from '../../src/domain/formulas/numberFormat';
import type { ListLayout, SheetLayout } from '../../src/domain/template/layout';
import { gridOfSheet } from '../../src/domain/template/layoutGrid';
import { listRows } from '../../src/domain/template/listRows';

/** Whether formats may be changed in a protected sheet; null where the sheet is not protected. */
export type Protection = { readonly allowsFormats: boolean } | null;

interface Format {
  readonly numberFormat: string;
  readonly locked: boolean;
}

const plainFormat: Format = { numberFormat: 'General', locked: true };

export class MemorySheet {
  name: string;
  visibility: Grid['visibility'] = 'visible';
  protection: Protection = null;
  merges: CellRange[] = [];
  /** Where the filter's buttons stand on top. */
  filter: CellRange | null = null;
  readonly hiddenRows = new Set<number>();
  /** Our marks, one rule for each kind. */
  marks: Mark[] = [];
  /** Rules of the user's own, which are nobody else's business. */
  readonly foreignRules: string[] = [];
  readonly #contents = new Map<string, Pick<Cell, 'value' | 'formula'>>();
  readonly #formats = new Map<string, Format>();
  #grid: Grid | null = null;

  constructor(
    readonly id: number,
    name: string,
  ) {
    this.name = name;
  }

  static ofLayout(id: number, name: string, layout: SheetLayout): MemorySheet {
    const sheet = new MemorySheet(id, name);
    for (const { range, numberFormat, locked } of layout.formats) {
      eachPosition(range, (at) => {
        const before = sheet.formatAt(at);
        sheet.#formats.set(keyOf(at), {
          numberFormat: numberFormat ?? before.numberFormat,
          locked: locked ?? before.locked,
        });
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

  static ofList(id: number, name: string, list: ListLayout): MemorySheet {
    const sheet = MemorySheet.ofGrid(id, { ...gridOfSheet(list), name });
    const [right, bottom] = [list.columns.length - 1, listRows(list).length];
    sheet.filter = list.hasFilter ? { top: 0, left: 0, bottom, right } : null;
    return sheet;
  }

  static ofGrid(id: number, grid: Grid): MemorySheet {
    const sheet = new MemorySheet(id, grid.name);
    sheet.visibility = grid.visibility;
    grid.rows.forEach((cells, row) => {
      cells?.forEach((cell, column) => {
        if (cell === undefined) return;
        const key = keyOf({ row, column });
        sheet.#contents.set(key, { value: cell.value, formula: cell.formula });
        sheet.#formats.set(key, { numberFormat: cell.numberFormat, locked: true });
      });
    });
    sheet.merges = [...(grid.merges ?? [])];
    for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
    return sheet;
  }

  formatAt(at: CellPosition): Format {
    return this.#formats.get(keyOf(at)) ?? plainFormat;
  }

  setFormat(range: CellRange, change: Partial<Format>): void {
    eachPosition(range, (at) => {
      this.#formats.set(keyOf(at), { ...this.formatAt(at), ...change });
    });
    this.#grid = null;
  }

  /** Exactly what stands in a cell. */
  stateAt(at: CellPosition): CellState {
    const cell = this.#contents.get(keyOf(at));
    return {
      content: cell === undefined ? '' : (cell.formula ?? contentOf(cell.value)),
      numberFormat: this.formatAt(at).numberFormat,
    };
  }

  /** Puts a content where it shows; within a merged area only the first cell takes one. */
  put(at: CellPosition, content: CellContent): void {
    if (this.anchorOf(at) !== null) return;
    this.#grid = null;
    const key = keyOf(at);
    if (content === '') this.#contents.delete(key);
    else if (isFormula(content)) {
      this.#contents.set(key, { value: null, formula: String(content) });
    } else this.#contents.set(key, { value: valueOf(content), formula: null });
  }

  /** What a formula has come to. */
  calculate(at: CellPosition, value: CellValue): void {
    const cell = this.#contents.get(keyOf(at));
    if (cell === undefined) return;
    this.#contents.set(keyOf(at), { ...cell, value });
    this.#grid = null;
  }

  /** First cell of the merged area that covers a cell; null where none does. */
  anchorOf(at: CellPosition): CellPosition | null {
    const area = this.merges.find((one) => covers(one, at));
    return area === undefined ? null : { row: area.top, column: area.left };
  }

  isLocked(at: CellPosition): boolean {
    return this.protection !== null && this.formatAt(at).locked;
  }

  get isEmpty(): boolean {
    return this.#contents.size === 0;
  }

  /** Another copy of the sheet's rows is made only after something in it has changed. */
  grid(): Grid {
    const { name, visibility } = this;
    const known = this.#grid;
    const rows = known?.rows ?? this.#rows();
    const hiddenRows = new Set(this.hiddenRows);
    this.#grid = {
      name,
      visibility,
      rows,
      merges: null,
      hiddenRows,
      hiddenColumns: new Set<number>(),
      isProtected: this.protection !== null,
    };
    return this.#grid;
  }

  #rows(): (Cell | undefined)[][] {
    const rows: (Cell | undefined)[][] = [];
    for (const [key, { value, formula }] of this.#contents) {
      const at = positionOf(key);
      const { numberFormat } = this.formatAt(at);
      (rows[at.row] ??= [])[at.column] = { value, formula, numberFormat };
    }
    return rows;
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

/** What typing a text into a cell of a number format puts there. */
export function entered(text: string, numberFormat: string): CellContent {
  if (numberFormat === textFormat) return contentOf(text);
  if (text.startsWith("'")) return contentOf(text.slice(1));
  if (/^[=#]/.test(text)) return text;
  if (/^(true|false)$/i.test(text)) return /^true$/i.test(text);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text;
}

/** The range of an A1 address such as `B2` or `A1:C3`. */
export function rangeOf(address: string): CellRange {
  const [first = '', last = first] = address.split(':');
  const [start, end] = [parseAddress(first), parseAddress(last)];
  if (start === null || end === null) throw new Error(`${address} is no address`);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

export function eachPosition(range: CellRange, visit: (at: CellPosition) => void): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) visit({ row, column });
  }
}

function keyOf({ row, column }: CellPosition): string {
  return `${row},${column}`;
}

function positionOf(key: string): CellPosition {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return { row, column };
}
