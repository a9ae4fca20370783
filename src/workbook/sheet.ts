// What does one worksheet hold: cells, rows, columns and the rest of its part?

import type { XmlElement } from './ooxml/xml';
import {
  attr,
  child,
  childrenNamed,
  cloneNode,
  element,
  ensureChild,
  flag,
  localName,
  numberAttr,
  prefixOf,
  removeChild,
  setAttr,
} from './ooxml/xml';
import type { Rect } from './address';
import { MAX_COLUMNS, parseRect, rectAddress } from './address';
import type { Cell } from './values';

/** ECMA-376 part 1, 18.3.1.99: the order of a worksheet's children. */
export const WORKSHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** Attributes of a `row` or `col` element besides its place. */
export type Attributes = Map<string, string>;

export class Sheet {
  /** Row → column → cell. */
  readonly cells = new Map<number, Map<number, Cell>>();
  readonly rows = new Map<number, Attributes>();
  /** Whether the part must be written anew. */
  changed = false;
  /** Whether cells or rows differ from the part, so that they must be written anew. */
  cellsChanged = false;
  readonly #used = new Map<boolean, Rect | undefined>();
  /** Counts changes of values and formulas, for the recalculation's cache. */
  version = 0;

  constructor(
    readonly id: string,
    public name: string,
    readonly part: string,
    readonly root: XmlElement,
    public visibility: Visibility,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** The cell to be written to; made with the style of its row or column when missing. */
  edit(row: number, column: number): Cell {
    this.touchCells();
    this.version++;
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map<number, Cell>()));
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = { style: this.baseStyle(row, column), value: undefined }));
    return cell;
  }

  /** To be called before cells or rows change in any way. */
  touchCells(): void {
    this.changed = true;
    this.cellsChanged = true;
    this.#used.clear();
  }

  /** The style a cell without an own one has. */
  baseStyle(row: number, column: number): number {
    return this.#rowStyle(row) ?? this.#columnStyle(column);
  }

  #rowStyle(row: number): number | undefined {
    const line = this.rows.get(row);
    return line?.get('customFormat') === '1' ? Number(line.get('s') ?? 0) : undefined;
  }

  #columnStyle(column: number): number {
    return Number(this.column(column)?.attributes.get('style') ?? 0);
  }

  styleAt(row: number, column: number): number {
    return this.cell(row, column)?.style ?? this.baseStyle(row, column);
  }

  /** Reads the styles of many cells, while nothing changes: a column's own is looked up once. */
  stylesOfNow(): (row: number, column: number) => number {
    const known: (number | undefined)[] = [];
    return (row, column) =>
      this.cell(row, column)?.style ??
      this.#rowStyle(row) ??
      (known[column] ??= this.#columnStyle(column));
  }

  /** Calls for every stored cell in the rectangle, top to bottom. */
  each(rect: Rect, visit: (cell: Cell, row: number, column: number) => void): void {
    const rows = [...this.cells.keys()].filter((r) => r >= rect.top && r <= rect.bottom);
    for (const row of rows.sort((a, b) => a - b)) {
      const line = this.cells.get(row);
      if (!line) continue;
      for (const [column, cell] of [...line].sort((a, b) => a[0] - b[0])) {
        if (column >= rect.left && column <= rect.right) visit(cell, row, column);
      }
    }
  }

  /** The smallest rectangle with everything written; with `valuesOnly`, formats do not count. */
  used(valuesOnly: boolean, within?: Rect): Rect | undefined {
    if (within) return this.#findUsed(valuesOnly, within);
    if (!this.#used.has(valuesOnly)) this.#used.set(valuesOnly, this.#findUsed(valuesOnly));
    return this.#used.get(valuesOnly);
  }

  #findUsed(valuesOnly: boolean, within?: Rect): Rect | undefined {
    const found = { top: Infinity, bottom: -1, left: Infinity, right: -1 };
    for (const [row, line] of this.cells) {
      if (within && (row < within.top || row > within.bottom)) continue;
      for (const [column, { value, formula, style }] of line) {
        if (within && (column < within.left || column > within.right)) continue;
        const filled = value !== undefined || formula !== undefined;
        if (!filled && (valuesOnly || style === 0)) continue;
        found.top = Math.min(found.top, row);
        found.bottom = Math.max(found.bottom, row);
        found.left = Math.min(found.left, column);
        found.right = Math.max(found.right, column);
      }
    }
    return found.bottom < 0 ? undefined : found;
  }

  // Rows and columns

  rowHidden(row: number): boolean {
    const hidden = this.rows.get(row)?.get('hidden');
    return hidden === '1' || hidden === 'true';
  }

  editRow(row: number): Attributes {
    this.touchCells();
    let attributes = this.rows.get(row);
    if (!attributes) this.rows.set(row, (attributes = new Map<string, string>()));
    return attributes;
  }

  /** Height in points. */
  rowHeight(row: number): number {
    const own = this.rows.get(row)?.get('ht');
    return own === undefined ? this.defaultRowHeight() : Number(own);
  }

  defaultRowHeight(): number {
    return numberAttr(child(this.root, 'sheetFormatPr'), 'defaultRowHeight') ?? 15;
  }

  /** Width in characters of the default font, padding included. */
  columnWidth(column: number): number {
    const own = this.column(column)?.attributes.get('width');
    return own === undefined ? this.defaultColumnWidth() : Number(own);
  }

  defaultColumnWidth(): number {
    const format = child(this.root, 'sheetFormatPr');
    return (
      numberAttr(format, 'defaultColWidth') ?? (numberAttr(format, 'baseColWidth') ?? 8) + 1.140625
    );
  }

  columnHidden(column: number): boolean {
    const node = this.column(column);
    return node !== undefined && flag(node, 'hidden', false);
  }

  column(column: number): XmlElement | undefined {
    // Asked for every cell that is read: nothing is copied on the way.
    for (const node of child(this.root, 'cols')?.children ?? []) {
      if (typeof node === 'string' || localName(node.name) !== 'col') continue;
      const [min, max] = [numberAttr(node, 'min') ?? 0, numberAttr(node, 'max') ?? 0];
      if (min <= column + 1 && max > column) return node;
    }
    return undefined;
  }

  /** Changes the definition of columns first..last, splitting what spans further. */
  editColumns(first: number, last: number, edit: (col: XmlElement) => void): void {
    this.changed = true;
    const list = ensureChild(this.root, 'cols', WORKSHEET_ORDER);
    const result: XmlElement[] = [];
    let next = first + 1;
    const fill = (until: number): void => {
      if (next > until) return;
      const width = this.defaultColumnWidth();
      const node = element(`${prefixOf(this.root)}col`, { min: next, max: until, width });
      edit(node);
      result.push(node);
      next = until + 1;
    };
    const piece = (col: XmlElement, min: number, max: number): XmlElement => {
      const copy = cloneNode(col);
      setAttr(copy, 'min', min);
      setAttr(copy, 'max', max);
      return copy;
    };
    const span = (c: XmlElement): [number, number] => [
      numberAttr(c, 'min') ?? 1,
      numberAttr(c, 'max') ?? MAX_COLUMNS,
    ];
    const known = childrenNamed(list, 'col').sort((a, b) => span(a)[0] - span(b)[0]);
    for (const col of known) {
      const [min, max] = span(col);
      const from = Math.max(min, first + 1);
      const to = Math.min(max, last + 1);
      if (from > to) {
        if (min > last + 1) fill(last + 1);
        result.push(col);
        continue;
      }
      if (min < from) result.push(piece(col, min, from - 1));
      fill(from - 1);
      const changed = piece(col, from, to);
      edit(changed);
      result.push(changed);
      next = to + 1;
      if (max > to) result.push(piece(col, to + 1, max));
    }
    fill(last + 1);
    list.children = result;
  }

  // Merged cells

  merges(): Rect[] {
    const list = child(this.root, 'mergeCells');
    return list
      ? childrenNamed(list, 'mergeCell').flatMap((m) => parseRect(attr(m, 'ref') ?? '') ?? [])
      : [];
  }

  setMerges(rects: readonly Rect[]): void {
    this.changed = true;
    if (rects.length === 0) {
      removeChild(this.root, child(this.root, 'mergeCells'));
      return;
    }
    const list = ensureChild(this.root, 'mergeCells', WORKSHEET_ORDER);
    setAttr(list, 'count', rects.length);
    const name = `${prefixOf(this.root)}mergeCell`;
    list.children = rects.map((rect) => element(name, { ref: rectAddress(rect) }));
  }

  // Parts of the sheet that are one element

  section(name: string): XmlElement | undefined {
    return child(this.root, name);
  }

  editSection(name: string): XmlElement {
    this.changed = true;
    return ensureChild(this.root, name, WORKSHEET_ORDER);
  }

  dropSection(name: string): void {
    this.changed = true;
    removeChild(this.root, child(this.root, name));
  }

  /** The first view's settings: grid lines, frozen panes, selection. */
  view(): XmlElement {
    const views = ensureChild(this.root, 'sheetViews', WORKSHEET_ORDER);
    let view = child(views, 'sheetView');
    if (!view) {
      view = element(`${prefixOf(this.root)}sheetView`, { workbookViewId: 0 });
      views.children.push(view);
    }
    return view;
  }

  get protected(): boolean {
    const node = child(this.root, 'sheetProtection');
    return node !== undefined && flag(node, 'sheet', false);
  }
}
