// What moves when rows or columns are inserted or deleted: cells, formats, merges, conditions, names, notes?

import type { XmlElement } from './ooxml/xml';
import {
  attr,
  child,
  childrenNamed,
  childrenOf,
  localName,
  removeChild,
  setAttr,
  textOf,
} from './ooxml/xml';
import { parseRect, rectAddress, splitSheet } from './address';
import type { Shift } from './formulaText';
import { shiftFormula, shiftRect, shiftSpan } from './formulaText';
import type { Sheet } from './sheet';
import type { Cell } from './values';
import type { Workbook } from './workbook';

/** Moves the keys of a map of rows or columns; deleted ones fall out. */
function shiftKeys<T>(map: Map<number, T>, shift: Shift): void {
  const moved = [...map].flatMap(([index, value]) => {
    const span = shiftSpan(index, index, shift);
    return span ? [[span.first, value] as const] : [];
  });
  map.clear();
  for (const [index, value] of moved) map.set(index, value);
}

/** Space-separated rectangles after the shift; undefined when none is left. */
function shiftList(list: string, shift: Shift): string | undefined {
  const rects = list.split(/\s+/).flatMap((address) => {
    const rect = parseRect(address);
    const moved = rect && shiftRect(rect, shift);
    return moved ? [rectAddress(moved)] : [];
  });
  return rects.length > 0 ? rects.join(' ') : undefined;
}

/** Elements with an `sqref` or `ref` of their own move; those without cells left go. */
function shiftReferences(parent: XmlElement, shift: Shift): void {
  for (const node of childrenOf(parent)) {
    if (localName(node.name) === 'sheetData') continue;
    for (const name of ['sqref', 'ref']) {
      const list = attr(node, name);
      if (list === undefined) continue;
      const moved = shiftList(list, shift);
      if (moved === undefined) removeChild(parent, node);
      else if (localName(node.name) !== 'dimension') setAttr(node, name, moved);
    }
    if (localName(node.name) === 'sqref') {
      const moved = shiftList(textOf(node), shift);
      node.children = moved === undefined ? [] : [moved];
    }
    shiftReferences(node, shift);
  }
}

const FORMULA_ELEMENTS = new Set(['formula', 'formula1', 'formula2', 'f']);

/** Changes every formula that stands in a sheet's elements (conditions, validation). */
function mapElementFormulas(root: XmlElement, change: (formula: string) => string): boolean {
  let changed = false;
  for (const node of childrenOf(root)) {
    if (localName(node.name) === 'sheetData') continue;
    const text = node.children.length === 1 ? node.children[0] : undefined;
    if (FORMULA_ELEMENTS.has(localName(node.name)) && typeof text === 'string') {
      const after = change(text);
      if (after !== text) {
        node.children = [after];
        changed = true;
      }
    }
    if (mapElementFormulas(node, change)) changed = true;
  }
  return changed;
}

/** Changes every formula of the workbook: in cells, conditions, validation and names. */
export function mapFormulas(
  workbook: Workbook,
  change: (formula: string, own: string) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const [row, line] of sheet.cells) {
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        const after = change(cell.formula, sheet.name);
        if (after !== cell.formula) sheet.edit(row, column).formula = after;
      }
    }
    if (mapElementFormulas(sheet.root, (f) => change(f, sheet.name))) sheet.changed = true;
  }
  for (const name of workbook.names()) {
    const after = change(name.formula, name.scope?.name ?? '');
    if (after === name.formula) continue;
    name.node.children = [after];
    workbook.touch();
  }
}

/** New rows take the formats of the row above, new columns those of the column to the left. */
function inheritFormats(sheet: Sheet, shift: Shift): void {
  const from = shift.at - 1;
  for (let i = shift.at; i < shift.at + shift.count; i++) {
    if (shift.axis === 'row') {
      const row = sheet.rows.get(from);
      if (row) {
        const copy = new Map(row);
        copy.delete('hidden');
        sheet.rows.set(i, copy);
      }
      for (const [column, cell] of sheet.cells.get(from) ?? []) {
        if (cell.style !== 0) sheet.edit(i, column).style = cell.style;
      }
    } else {
      for (const [row, line] of sheet.cells) {
        const style = line.get(from)?.style ?? 0;
        if (style !== 0) sheet.edit(row, i).style = style;
      }
    }
  }
}

function shiftColumns(sheet: Sheet, shift: Shift): void {
  const list = child(sheet.root, 'cols');
  if (!list) return;
  for (const col of childrenNamed(list, 'col')) {
    const span = shiftSpan(Number(attr(col, 'min')) - 1, Number(attr(col, 'max')) - 1, shift);
    if (!span) removeChild(list, col);
    else {
      setAttr(col, 'min', span.first + 1);
      setAttr(col, 'max', Math.min(span.last, 16_383) + 1);
    }
  }
  if (childrenOf(list).length === 0) removeChild(sheet.root, list);
}

/** Moves the notes of a sheet: their cells, and the anchors of their boxes. */
function shiftNotes(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  for (const { type, target, external } of workbook.files.relationships(sheet.part)) {
    const tree = external ? undefined : workbook.files.tree(target);
    if (!tree) continue;
    if (type.endsWith('/comments')) {
      const list = child(tree, 'commentList');
      if (list) shiftReferences(list, shift);
      workbook.files.touch(target);
    } else if (type.endsWith('/vmlDrawing')) {
      shiftBoxes(tree, shift);
      workbook.files.touch(target);
    }
  }
}

function shiftBoxes(tree: XmlElement, shift: Shift): void {
  for (const shape of childrenNamed(tree, 'shape')) {
    const data = child(shape, 'ClientData');
    const place = child(data, shift.axis === 'row' ? 'Row' : 'Column');
    const index = Number(place?.children[0] ?? NaN);
    if (!place || Number.isNaN(index)) continue;
    const span = shiftSpan(index, index, shift);
    if (!span) {
      removeChild(tree, shape);
      continue;
    }
    place.children = [String(span.first)];
    const anchor = child(data, 'Anchor');
    const parts = textOf(anchor).split(',').map(Number);
    if (!anchor || parts.length !== 8) continue;
    // Anchor: column, offset, row, offset, and the same for the opposite corner.
    for (const i of shift.axis === 'row' ? [2, 6] : [0, 4]) {
      parts[i] = Math.max(0, (parts[i] ?? 0) + span.first - index);
    }
    anchor.children = [parts.join(', ')];
  }
}

/** Inserts or deletes whole rows or columns of a sheet. */
export function shiftSheet(workbook: Workbook, sheet: Sheet, shift: Shift): void {
  sheet.touchCells();
  sheet.version++;
  if (shift.axis === 'row') {
    shiftKeys<Map<number, Cell>>(sheet.cells, shift);
    shiftKeys(sheet.rows, shift);
  } else {
    for (const line of sheet.cells.values()) shiftKeys(line, shift);
    shiftColumns(sheet, shift);
  }
  sheet.each({ top: 0, left: 0, bottom: Infinity, right: Infinity }, (cell) => {
    const rect = cell.array === undefined ? undefined : parseRect(cell.array);
    const moved = rect && shiftRect(rect, shift);
    if (moved) cell.array = rectAddress(moved);
  });
  shiftReferences(sheet.root, shift);
  shiftNotes(workbook, sheet, shift);
  mapFormulas(workbook, (formula, own) => shiftFormula(formula, own, sheet.name, shift));
  if (shift.count > 0 && shift.at > 0) inheritFormats(sheet, shift);
}

/** The rectangle a defined name stands for on its sheet, if it stands for one. */
export function nameTarget(
  workbook: Workbook,
  formula: string,
): { sheet: Sheet; rects: ReturnType<typeof parseRect>[] } | undefined {
  const parts = formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map(splitSheet);
  const sheet = workbook.sheetNamed(parts[0]?.sheet ?? '');
  if (!sheet || parts.some((p) => p.sheet?.toLowerCase() !== sheet.name.toLowerCase())) {
    return undefined;
  }
  const rects = parts.map((p) => parseRect(p.rest));
  return rects.every((r) => r !== undefined) ? { sheet, rects } : undefined;
}
