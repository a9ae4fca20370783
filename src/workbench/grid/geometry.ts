// Where on screen is a cell?

import type { RenderedParts, UniverParts } from './univer';

/** Pixels of the canvas that a scroll bar covers. */
const SCROLLBAR = 12;

/** In client coordinates, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The box of a cell (all of it, where merged) relative to the canvas, whether in view or not. */
function boxOnCanvas(
  univer: UniverParts,
  parts: RenderedParts,
  row: number,
  column: number,
): Box | undefined {
  const skeleton = parts.skeletons.getCurrentSkeleton();
  const sheet = univer.workbook.getActiveSheet();
  if (!skeleton || row >= sheet.getRowCount() || column >= sheet.getColumnCount()) return undefined;
  const cell = skeleton.getCellWithCoordByIndex(row, column);
  const whole = cell.isMerged || cell.isMergedMainCell ? cell.mergeInfo : cell;
  const { startRow, startColumn } = sheet.getFreeze();
  const scroll = parts.scroll.validViewportScrollInfo$.getValue();
  const x = whole.startX - (column < startColumn ? 0 : (scroll?.viewportScrollX ?? 0));
  const y = whole.startY - (row < startRow ? 0 : (scroll?.viewportScrollY ?? 0));
  return { x, y, width: whole.endX - whole.startX, height: whole.endY - whole.startY };
}

/** The box of a cell in client coordinates; undefined while nothing is drawn. */
export function cellBoxOf(univer: UniverParts, row: number, column: number): Box | undefined {
  const parts = univer.rendered();
  const box = parts && boxOnCanvas(univer, parts, row, column);
  if (!parts || !box) return undefined;
  const { left, top } = parts.canvas.getBoundingClientRect();
  return { ...box, x: box.x + left, y: box.y + top };
}

/** The cell at a point in client coordinates; undefined over headings, scroll bars and outside. */
export function cellUnder(
  univer: UniverParts,
  clientX: number,
  clientY: number,
): { readonly row: number; readonly column: number } | undefined {
  const parts = univer.rendered();
  const skeleton = parts?.skeletons.getCurrentSkeleton();
  if (!parts || !skeleton) return undefined;
  const canvas = parts.canvas.getBoundingClientRect();
  const [x, y] = [clientX - canvas.left, clientY - canvas.top];
  if (x < skeleton.rowHeaderWidth || x > canvas.width - SCROLLBAR) return undefined;
  if (y < skeleton.columnHeaderHeight || y > canvas.height - SCROLLBAR) return undefined;
  const scroll = parts.scroll.validViewportScrollInfo$.getValue();
  const scrolled = {
    x: x < (parts.main?.left ?? 0) ? 0 : (scroll?.viewportScrollX ?? 0),
    y: y < (parts.main?.top ?? 0) ? 0 : (scroll?.viewportScrollY ?? 0),
  };
  return skeleton.getCellIndexByOffset(x, y, 1, 1, scrolled, { firstMatch: true });
}

/** Scrolls as little as brings a cell wholly into view; what is frozen is in view always. */
export function reveal(univer: UniverParts, row: number, column: number): void {
  const parts = univer.rendered();
  const box = parts && boxOnCanvas(univer, parts, row, column);
  const main = parts?.main;
  if (!parts || !box || !main) return;
  const { startRow, startColumn } = univer.workbook.getActiveSheet().getFreeze();
  const now = parts.scroll.validViewportScrollInfo$.getValue();
  const by = (start: number, size: number, from: number, room: number): number => {
    const beyond = start + size - (from + room - SCROLLBAR);
    return start < from || size > room ? start - from : Math.max(0, beyond);
  };
  const x = column < startColumn ? 0 : by(box.x, box.width, main.left, main.width ?? 0);
  const y = row < startRow ? 0 : by(box.y, box.height, main.top, main.height ?? 0);
  if (x === 0 && y === 0) return;
  main.scrollToViewportPos({
    viewportScrollX: Math.max(0, (now?.viewportScrollX ?? 0) + x),
    viewportScrollY: Math.max(0, (now?.viewportScrollY ?? 0) + y),
  });
}

/**
 * What can be seen of a cell, in client coordinates: not what is under the headings, under frozen panes,
 * or outside the canvas; undefined when nothing of it can be seen.
 */
export function visibleBox(univer: UniverParts, row: number, column: number): Box | undefined {
  const parts = univer.rendered();
  const skeleton = parts?.skeletons.getCurrentSkeleton();
  const box = parts && boxOnCanvas(univer, parts, row, column);
  if (!parts || !skeleton || !box) return undefined;
  const { startRow, startColumn } = univer.workbook.getActiveSheet().getFreeze();
  const canvas = parts.canvas.getBoundingClientRect();
  const from = {
    x: column < startColumn ? skeleton.rowHeaderWidth : (parts.main?.left ?? 0),
    y: row < startRow ? skeleton.columnHeaderHeight : (parts.main?.top ?? 0),
  };
  const x = Math.max(box.x, from.x);
  const y = Math.max(box.y, from.y);
  const width = Math.min(box.x + box.width, canvas.width) - x;
  const height = Math.min(box.y + box.height, canvas.height) - y;
  if (width <= 0 || height <= 0) return undefined;
  return { x: x + canvas.left, y: y + canvas.top, width, height };
}
