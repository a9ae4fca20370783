import { cellAddress, parseRect } from '../../../src/workbook/address';
import type { Rect } from '../../../src/workbook/address';
import { stepBack } from '../../../src/workbench/grid/stepping';

function rect(address: string): Rect {
  const found = parseRect(address);
  if (!found) throw new Error(address);
  return found;
}

/** Row 8 and column F are hidden, B11:C12 and K20:L20 are merged. */
const ground = {
  merges: [rect('B11:C12'), rect('K20:L20')],
  shownRow: (row: number) => row !== 7,
  shownColumn: (column: number) => column !== 5,
};

function back(by: 'enter' | 'tab', from: string, selected = from): string {
  const { top, left } = rect(from);
  const place = { row: top, column: left };
  const to = stepBack(by, place, selected.split(',').map(rect), ground);
  return cellAddress(to.row, to.column);
}

test.each([
  ['enter', 'C5', 'C4'],
  ['tab', 'C5', 'B5'],
  ['enter', 'C9', 'C7'],
  ['tab', 'G5', 'E5'],
  ['enter', 'C1', 'C1'],
  ['tab', 'A5', 'A5'],
  ['enter', 'C13', 'B11'],
  ['tab', 'D12', 'B11'],
] as const)('from a single cell, Shift+%s leads from %s to %s', (by, from, to) => {
  expect(back(by, from)).toBe(to);
});

test.each([
  ['enter', 'B10'],
  ['tab', 'A11'],
] as const)('a merged area is left as one cell by Shift+%s', (by, to) => {
  expect(back(by, 'B11', 'B11:C12')).toBe(to);
});

test.each([
  ['enter', 'C6', 'C5:D6', 'C5'],
  ['enter', 'D5', 'C5:D6', 'C6'],
  ['enter', 'C5', 'C5:D6', 'D6'],
  ['tab', 'D5', 'C5:D6', 'C5'],
  ['tab', 'C6', 'C5:D6', 'D5'],
  ['tab', 'C5', 'C5:D6', 'D6'],
  ['enter', 'C9', 'C7:D9', 'C7'],
  ['tab', 'M20', 'K19:M20', 'K20'],
  ['enter', 'C5', 'C5,D7,A1:B2', 'B2'],
  ['tab', 'A1', 'C5,D7,A1:B2', 'D7'],
] as const)('Shift+%s leads from %s within %s to %s', (by, from, selected, to) => {
  expect(back(by, from, selected)).toBe(to);
});
