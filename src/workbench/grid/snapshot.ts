// What does the grid need to know of a sheet to draw it: cells, sizes, merges, frozen panes, grid lines?

import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Cell } from '../../workbook/values';
import { isError } from '../../workbook/values';
import { shownColour } from '../../workbook/ooxml/colour';
import type { StyleBook } from '../../workbook/ooxml/styles';
import { attr, child, childrenNamed, flag, numberAttr, writeNode } from '../../workbook/ooxml/xml';
import type { GridCell, GridColumn, GridRange, GridRow, GridSheet, GridStyle } from './data';
import { gridStyle } from './styles';

/** Univer's CellValueType. */
const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCE_STRING = 4;

/** Rows and columns shown at least, and beyond the last one used. */
const ROWS = { least: 300, beyond: 100 };
const COLUMNS = { least: 52, beyond: 20 };
/** Pixels of a digit of the default font, as Excel counts column widths. */
const DIGIT = 7;

export const pixelsOfWidth = (width: number): number => Math.trunc(width * DIGIT + 0.5);
const pixelsOfHeight = (points: number): number => Math.round((points * 96) / 72);

export const rangeOf = (rect: Rect): GridRange => ({
  startRow: rect.top,
  endRow: rect.bottom,
  startColumn: rect.left,
  endColumn: rect.right,
});
export const rectOf = (range: GridRange): Rect => ({
  top: range.startRow,
  bottom: range.endRow,
  left: range.startColumn,
  right: range.endColumn,
});

/** Grid styles of a workbook's cell formats, each under an id of its own. */
export class GridStyles {
  readonly all: Record<string, GridStyle> = {};
  /** Told of every format met for the first time. */
  onNew: (id: string, style: GridStyle) => void = () => undefined;
  constructor(readonly book: StyleBook) {}

  /** The id of a cell format. */
  id(index: number): string {
    const id = `format${index}`;
    if (!(id in this.all)) this.onNew(id, (this.all[id] = gridStyle(this.book.look(index))));
    return id;
  }

  of(index: number): GridStyle {
    return this.all[this.id(index)] ?? {};
  }
}

/** A cell's own value, for the rules of conditional formats; text is put in its place when drawn. */
export function gridCell(cell: Cell, styles: GridStyles): GridCell {
  const data: GridCell = { s: styles.id(cell.style) };
  const { value } = cell;
  if (value === undefined) return data;
  if (typeof value === 'number') return { ...data, v: value, t: NUMBER };
  if (typeof value === 'boolean') return { ...data, v: value ? 1 : 0, t: BOOLEAN };
  if (isError(value)) return { ...data, v: value.error, t: STRING };
  const digits = value.trim() !== '' && !Number.isNaN(Number(value));
  return { ...data, v: value, t: digits ? FORCE_STRING : STRING };
}

/** A cell that must be within the grid. */
export interface Reach {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns the grid shows of a sheet. */
export function gridSize(sheet: Sheet, reach?: Reach): { rows: number; columns: number } {
  const used = sheet.used(false);
  const rows = Math.max(ROWS.least, (used?.bottom ?? 0) + 1 + ROWS.beyond);
  const columns = Math.max(COLUMNS.least, (used?.right ?? 0) + 1 + COLUMNS.beyond);
  return {
    rows: Math.min(MAX_ROWS, Math.max(rows, (reach?.row ?? 0) + ROWS.beyond)),
    columns: Math.min(MAX_COLUMNS, Math.max(columns, (reach?.column ?? 0) + COLUMNS.beyond)),
  };
}

function rowData(sheet: Sheet, styles: GridStyles): Record<number, GridRow> {
  const data: Record<number, GridRow> = {};
  for (const [row, attributes] of sheet.rows) {
    const own = attributes.get('ht');
    const entry: GridRow = {};
    if (own !== undefined) Object.assign(entry, { h: pixelsOfHeight(Number(own)), ia: 0 });
    if (sheet.rowHidden(row)) entry.hd = 1;
    if (attributes.get('customFormat') === '1') {
      entry.s = styles.id(Number(attributes.get('s') ?? 0));
    }
    if (Object.keys(entry).length > 0) data[row] = entry;
  }
  return data;
}

function columnData(sheet: Sheet, styles: GridStyles, count: number): Record<number, GridColumn> {
  const data: Record<number, GridColumn> = {};
  const list = child(sheet.root, 'cols');
  for (const node of list ? childrenNamed(list, 'col') : []) {
    const entry: GridColumn = {};
    const width = numberAttr(node, 'width');
    if (width !== undefined) entry.w = pixelsOfWidth(width);
    if (flag(node, 'hidden', false)) entry.hd = 1;
    const style = numberAttr(node, 'style');
    if (style !== undefined && style !== 0) entry.s = styles.id(style);
    const last = Math.min(numberAttr(node, 'max') ?? 1, count);
    for (let c = numberAttr(node, 'min') ?? 1; c <= last; c++) data[c - 1] = entry;
  }
  return data;
}

const viewOf = (sheet: Sheet) => child(child(sheet.root, 'sheetViews'), 'sheetView');

function freezeOf(sheet: Sheet): GridSheet['freeze'] {
  const pane = child(viewOf(sheet), 'pane');
  const frozen = (attr(pane, 'state') ?? 'split').startsWith('frozen');
  const ySplit = frozen ? (numberAttr(pane, 'ySplit') ?? 0) : 0;
  const xSplit = frozen ? (numberAttr(pane, 'xSplit') ?? 0) : 0;
  return { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 };
}

/** The colour of a sheet's tab, #RRGGBB. */
export const tabColour = (sheet: Sheet, styles: StyleBook): string | undefined =>
  shownColour(child(child(sheet.root, 'sheetPr'), 'tabColor'), styles.theme);

/** Everything but cells that shapes the sheet on screen; the same text means the same shape. */
export function shapeOf(sheet: Sheet): string {
  const sections = ['cols', 'sheetViews', 'sheetFormatPr', 'mergeCells'].map((name) => {
    const node = child(sheet.root, name);
    return node ? writeNode(node) : '';
  });
  const rows = [...sheet.rows].map(([row, attributes]) =>
    [row, ...['ht', 'hidden', 'customFormat', 's'].map((a) => attributes.get(a) ?? '')].join(),
  );
  return [...sections, ...rows].join('\n');
}

/** The whole sheet under the id the grid is to know it by. */
export function sheetData(sheet: Sheet, id: string, styles: GridStyles, reach?: Reach): GridSheet {
  const size = gridSize(sheet, reach);
  const cellData: Record<number, Record<number, GridCell>> = {};
  for (const [row, cells] of sheet.cells) {
    const line: Record<number, GridCell> = {};
    for (const [column, cell] of cells) line[column] = gridCell(cell, styles);
    cellData[row] = line;
  }
  const inside = (r: Rect): Rect => ({
    ...r,
    bottom: Math.min(r.bottom, size.rows - 1),
    right: Math.min(r.right, size.columns - 1),
  });
  return {
    id,
    name: sheet.name,
    hidden: 0,
    freeze: freezeOf(sheet),
    rowCount: size.rows,
    columnCount: size.columns,
    defaultColumnWidth: pixelsOfWidth(sheet.defaultColumnWidth()),
    defaultRowHeight: pixelsOfHeight(sheet.defaultRowHeight()),
    defaultStyle: styles.id(0),
    mergeData: sheet.merges().map((m) => rangeOf(inside(m))),
    cellData,
    rowData: rowData(sheet, styles),
    columnData: columnData(sheet, styles, size.columns),
    rowHeader: { width: 46, hidden: 0 },
    columnHeader: { height: 20, hidden: 0 },
    showGridlines: flag(viewOf(sheet), 'showGridLines', true) ? 1 : 0,
    rightToLeft: 0,
  };
}
