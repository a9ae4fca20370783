// How do a worksheet's cells come out of its part and go back into it?

import type { XmlElement } from './ooxml/xml';
import {
  attr,
  child,
  childrenNamed,
  element,
  ensureChild,
  prefixOf,
  setAttr,
  textOf,
} from './ooxml/xml';
import { cellAddress, parseRect, rectAddress } from './address';
import { moveFormula } from './formulaText';
import type { SharedStrings } from './sharedStrings';
import { childrenText } from './sharedStrings';
import type { Sheet } from './sheet';
import { WORKSHEET_ORDER } from './sheet';
import type { Cell, CellValue } from './values';
import { isError } from './values';

/** Days between 1899-12-30 and the moment: Excel's serial number. */
export const serialOfDate = (milliseconds: number): number => milliseconds / 86_400_000 + 25_569;

function readValue(node: XmlElement, strings: SharedStrings): Pick<Cell, 'value' | 'shared'> {
  const text = textOf(child(node, 'v'));
  switch (attr(node, 't') ?? 'n') {
    case 's':
      return { value: strings.text(Number(text)), shared: Number(text) };
    case 'inlineStr':
      return { value: childrenText(child(node, 'is')) };
    case 'str':
      return { value: text };
    case 'b':
      return { value: text === '1' || text === 'true' };
    case 'e':
      return { value: { error: text } };
    case 'd':
      return { value: serialOfDate(Date.parse(/[zZ]$/.test(text) ? text : `${text}Z`)) };
    default:
      return { value: text === '' ? undefined : Number(text) };
  }
}

/** Reads `sheetData` into the sheet's cells and rows; shared formulas become formulas of their own. */
export function readCells(sheet: Sheet, strings: SharedStrings): void {
  const data = child(sheet.root, 'sheetData');
  if (!data) return;
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  let rowIndex = -1;
  for (const rowNode of childrenNamed(data, 'row')) {
    rowIndex = attr(rowNode, 'r') === undefined ? rowIndex + 1 : Number(attr(rowNode, 'r')) - 1;
    const attributes = new Map(rowNode.attributes);
    attributes.delete('r');
    attributes.delete('spans');
    if (attributes.size > 0) sheet.rows.set(rowIndex, attributes);
    let column = -1;
    const line = new Map<number, Cell>();
    for (const node of childrenNamed(rowNode, 'c')) {
      const place = parseRect(attr(node, 'r') ?? '');
      column = place ? place.left : column + 1;
      const value = readValue(node, strings);
      const cell: Cell = { style: Number(attr(node, 's') ?? 0), ...value };
      readFormula(cell, child(node, 'f'), { row: rowIndex, column }, masters);
      if (cell.formula !== undefined && cell.value === undefined && attr(node, 't') === 'str') {
        cell.value = '';
      }
      line.set(column, cell);
    }
    if (line.size > 0) sheet.cells.set(rowIndex, line);
  }
}

function readFormula(
  cell: Cell,
  node: XmlElement | undefined,
  at: { row: number; column: number },
  masters: Map<string, { formula: string; row: number; column: number }>,
): void {
  if (!node) return;
  const text = textOf(node);
  const kind = attr(node, 't');
  if (kind === 'shared') {
    const id = attr(node, 'si') ?? '';
    const master = masters.get(id);
    if (text !== '') masters.set(id, { formula: text, ...at });
    else if (master) {
      cell.formula = moveFormula(master.formula, at.row - master.row, at.column - master.column);
      return;
    }
  }
  if (kind === 'array') cell.array = attr(node, 'ref') ?? '';
  if (text !== '') cell.formula = text;
}

function valueNode(
  prefix: string,
  value: CellValue,
  cell: Cell,
  strings: SharedStrings,
): { type: string | undefined; node: XmlElement | undefined } {
  const v = (text: string): XmlElement => element(`${prefix}v`, {}, [text]);
  if (value === undefined) return { type: undefined, node: undefined };
  if (isError(value)) return { type: 'e', node: v(value.error) };
  if (typeof value === 'boolean') return { type: 'b', node: v(value ? '1' : '0') };
  if (typeof value === 'number') return { type: undefined, node: v(String(value)) };
  if (cell.formula !== undefined) return { type: 'str', node: v(value) };
  return { type: 's', node: v(String(strings.indexOf(value, cell.shared))) };
}

/** The sheet's part as it is to be saved; its cells as they were read when none changed. */
export function writeSheet(sheet: Sheet, strings: SharedStrings): XmlElement {
  return sheet.cellsChanged ? writeCells(sheet, strings) : sheet.root;
}

/** Writes the sheet's cells into `sheetData` and brings `dimension` up to date. */
function writeCells(sheet: Sheet, strings: SharedStrings): XmlElement {
  const prefix = prefixOf(sheet.root);
  const used = sheet.used(false);
  const dimension = child(sheet.root, 'dimension');
  if (dimension) setAttr(dimension, 'ref', used ? rectAddress(used) : 'A1');
  const indexes = new Set([...sheet.cells.keys(), ...sheet.rows.keys()]);
  const rows = [...indexes]
    .sort((a, b) => a - b)
    .map((row) => {
      const node = element(`${prefix}row`, { r: row + 1 });
      for (const [key, value] of sheet.rows.get(row) ?? []) setAttr(node, key, value);
      const line = [...(sheet.cells.get(row) ?? [])].sort((a, b) => a[0] - b[0]);
      for (const [column, cell] of line) {
        const { type, node: value } = valueNode(prefix, cell.value, cell, strings);
        const place = { r: cellAddress(row, column), s: cell.style === 0 ? undefined : cell.style };
        const c = element(`${prefix}c`, { ...place, t: type });
        if (cell.formula !== undefined) {
          const array = cell.array === undefined ? {} : { t: 'array', ref: cell.array };
          c.children.push(element(`${prefix}f`, array, [cell.formula]));
        }
        if (value) c.children.push(value);
        node.children.push(c);
      }
      return node;
    });
  const root: XmlElement = { ...sheet.root, children: [...sheet.root.children] };
  const data = ensureChild(root, 'sheetData', WORKSHEET_ORDER);
  root.children[root.children.indexOf(data)] = { ...data, children: rows };
  return root;
}
