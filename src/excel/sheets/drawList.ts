/** How does a flat list come into being in Excel? Its headings and looks first, then its rows part by part. */
import { rangeAddress, type CellRange } from '../../domain/grid';
import type { ListLayout } from '../../domain/template/layout';
import { listRowHeights } from '../../domain/template/listHeights';
import { entryFor } from '../cells/contents';
import { pointsOf, type ColumnScale } from './columnScale';
import type { ListPart } from './listParts';

/** Fonts as in a file with the same list. */
const fonts = {
  heading: { name: '黑体', size: 10.5 },
  rows: { name: '宋体', size: 11 },
} as const;

const lines = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical'] as const;

/** Stretches of rows of the same height that are set in one request at most; Excel fits the others itself. */
const mostHeights = 400;

/** Where the list stands with its headings. */
export function listRange({ columns }: ListLayout, rowCount: number): CellRange {
  return { top: 0, left: 0, bottom: rowCount, right: Math.max(0, columns.length - 1) };
}

/** Queues headings, widths and the looks of all rows of a new, empty sheet. */
export function drawListFrame(
  sheet: Excel.Worksheet,
  list: ListLayout,
  rowCount: number,
  scale: ColumnScale,
): void {
  const { columns } = list;
  const all = listRange(list, rowCount);
  columns.forEach(({ width, numberFormat }, column) => {
    const whole = { ...all, left: column, right: column };
    sheet.getRange(rangeAddress(whole)).format.columnWidth = pointsOf(width, scale);
    if (rowCount === 0) return;
    const range = sheet.getRange(rangeAddress({ ...whole, top: 1 }));
    range.format.verticalAlignment = 'Center';
    range.format.font.name = fonts.rows.name;
    range.format.font.size = fonts.rows.size;
    if (numberFormat === null) range.format.wrapText = true;
    // One value stands for all cells of a range, whatever the types say.
    else range.numberFormat = numberFormat as unknown as string[][];
  });
  const heading = sheet.getRange(rangeAddress({ ...all, bottom: 0 }));
  heading.formulas = [columns.map(({ title }) => entryFor(title, 'General'))];
  heading.format.font.name = fonts.heading.name;
  heading.format.font.size = fonts.heading.size;
  heading.format.horizontalAlignment = 'Center';
  heading.format.verticalAlignment = 'Center';
  heading.format.wrapText = true;
  for (const line of columns.length > 1 ? lines : lines.slice(0, 4)) {
    heading.format.borders.getItem(line).style = 'Continuous';
  }
  sheet.freezePanes.freezeRows(1);
}

/** Queues a part's contents, and the heights of rows whose texts wrap. */
export function drawListPart(sheet: Excel.Worksheet, list: ListLayout, part: ListPart): void {
  const top = part.first + 1;
  const area = listRange(list, part.first + part.rows.length);
  sheet.getRange(rangeAddress({ ...area, top })).formulas = part.rows.map((row) =>
    list.columns.map(({ numberFormat }, column) =>
      entryFor(contentOfText(row[column] ?? ''), numberFormat ?? 'General'),
    ),
  );
  for (const { first, last, height } of stretches(list, part).slice(0, mostHeights)) {
    const range = { ...area, right: 0, top: top + first, bottom: top + last };
    sheet.getRange(rangeAddress(range)).format.rowHeight = height;
  }
}

/** A text is meant as it stands, not as a formula or an error value. */
function contentOfText(value: string | number): string | number {
  return typeof value === 'string' && /^[=#']/.test(value) ? `'${value}` : value;
}

/** Rows below each other with the same height, other than the standard one; from 0 within the part. */
function stretches(
  list: ListLayout,
  { rows }: ListPart,
): { first: number; last: number; height: number }[] {
  const found: { first: number; last: number; height: number }[] = [];
  for (const [row, height] of listRowHeights({ ...list, rows })) {
    if (row === 0) continue;
    const [at, last] = [row - 1, found.at(-1)];
    if (last?.last === at - 1 && last.height === height) last.last = at;
    else found.push({ first: at, last: at, height });
  }
  return found;
}
