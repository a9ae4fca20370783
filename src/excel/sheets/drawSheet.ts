/** How does a laid-out sheet come into being in Excel? One new, empty sheet in, all its parts queued. */
import { rangeAddress, type CellRange } from '../../domain/grid';
import type { LayoutFormat, LayoutValidation, SheetLayout } from '../../domain/template/layout';
import { entryFor } from '../cells/contents';
import { pointsOf, type ColumnScale } from './columnScale';

/** Queues everything that makes a new, empty sheet the one laid out, its page setup apart. */
export function drawSheet(sheet: Excel.Worksheet, layout: SheetLayout, scale: ColumnScale): void {
  for (const range of layout.merges) sheet.getRange(rangeAddress(range)).merge(false);
  for (const format of layout.formats) drawFormat(sheet, format);
  drawCells(sheet, layout);
  for (const validation of layout.validations) drawValidation(sheet, validation);
  for (const [column, width] of layout.columnWidths) {
    const range = { top: 0, left: column, bottom: 0, right: column };
    sheet.getRange(rangeAddress(range)).format.columnWidth = pointsOf(width, scale);
  }
  for (const [row, height] of layout.rowHeights) {
    const range = { top: row, left: 0, bottom: row, right: 0 };
    sheet.getRange(rangeAddress(range)).format.rowHeight = height;
  }
  drawFreeze(sheet, layout);
  // Formats of cells stay free, so that marks can be shown; that is no way to change a figure.
  if (layout.protect) {
    sheet.protection.protect({
      allowFormatCells: true,
      allowFormatColumns: true,
      allowFormatRows: true,
    });
  }
}

/** All cells in one write: the sheet is new, so the gaps between them are empty already. */
function drawCells(sheet: Excel.Worksheet, { cells, formats }: SheetLayout): void {
  if (cells.length === 0) return;
  const range: CellRange = {
    top: Math.min(...cells.map(({ row }) => row)),
    left: Math.min(...cells.map(({ column }) => column)),
    bottom: Math.max(...cells.map(({ row }) => row)),
    right: Math.max(...cells.map(({ column }) => column)),
  };
  const entries: (string | number | boolean)[][] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    entries.push(Array.from({ length: range.right - range.left + 1 }, () => ''));
  }
  for (const { row, column, content } of cells) {
    const line = entries[row - range.top];
    if (line === undefined) continue;
    line[column - range.left] = entryFor(content, formatAt(formats, row, column));
  }
  sheet.getRange(rangeAddress(range)).formulas = entries;
}

/** The number format a layout gives a cell. */
function formatAt(formats: readonly LayoutFormat[], row: number, column: number): string {
  const last = formats.findLast(
    ({ range, numberFormat }) =>
      numberFormat !== undefined &&
      row >= range.top &&
      row <= range.bottom &&
      column >= range.left &&
      column <= range.right,
  );
  return last?.numberFormat ?? 'General';
}

const horizontals = { left: 'Left', center: 'Center', right: 'Right' } as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const outerLines = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

/** The lines around and between cells; a single row or column has none inside, and Excel refuses them. */
function gridLines({ top, left, bottom, right }: CellRange) {
  return [
    ...outerLines,
    ...(bottom > top ? (['InsideHorizontal'] as const) : []),
    ...(right > left ? (['InsideVertical'] as const) : []),
  ];
}

function drawFormat(sheet: Excel.Worksheet, layout: LayoutFormat): void {
  const range = sheet.getRange(rangeAddress(layout.range));
  const { format } = range;
  if (layout.fontName !== undefined) format.font.name = layout.fontName;
  if (layout.fontSize !== undefined) format.font.size = layout.fontSize;
  if (layout.bold !== undefined) format.font.bold = layout.bold;
  if (layout.horizontal !== undefined) format.horizontalAlignment = horizontals[layout.horizontal];
  if (layout.vertical !== undefined) format.verticalAlignment = verticals[layout.vertical];
  if (layout.wrap !== undefined) format.wrapText = layout.wrap;
  if (layout.numberFormat !== undefined)
    range.numberFormat = filled(layout.range, layout.numberFormat);
  if (layout.fill !== undefined) format.fill.color = layout.fill;
  if (layout.locked !== undefined) format.protection.locked = layout.locked;
  if (layout.grid === true) {
    for (const line of gridLines(layout.range)) format.borders.getItem(line).style = 'Continuous';
  }
  if (layout.diagonal === true) format.borders.getItem('DiagonalDown').style = 'Continuous';
}

/** One value for every cell of a range, as Excel wants it: by row and column. */
function filled(range: CellRange, value: string): string[][] {
  const row = Array.from({ length: range.right - range.left + 1 }, () => value);
  return Array.from({ length: range.bottom - range.top + 1 }, () => [...row]);
}

function drawValidation(sheet: Excel.Worksheet, layout: LayoutValidation): void {
  const { dataValidation } = sheet.getRange(rangeAddress(layout.range));
  const rule = { formula1: layout.minimum, operator: 'GreaterThanOrEqualTo' } as const;
  dataValidation.rule = layout.type === 'wholeNumber' ? { wholeNumber: rule } : { decimal: rule };
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = {
    showPrompt: true,
    title: layout.promptTitle,
    message: layout.promptMessage,
  };
  dataValidation.errorAlert = {
    showAlert: true,
    style: 'Stop',
    title: layout.errorTitle,
    message: layout.errorMessage,
  };
}

function drawFreeze(sheet: Excel.Worksheet, { freezeAt }: SheetLayout): void {
  if (freezeAt === null) return;
  const { row, column } = freezeAt;
  if (row > 0 && column > 0) {
    sheet.freezePanes.freezeAt(
      rangeAddress({ top: 0, left: 0, bottom: row - 1, right: column - 1 }),
    );
  } else if (row > 0) {
    sheet.freezePanes.freezeRows(row);
  } else if (column > 0) {
    sheet.freezePanes.freezeColumns(column);
  }
}
