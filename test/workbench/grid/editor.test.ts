/** @jest-environment jsdom */
import { CellEditor } from '../../../src/workbench/grid/editor';
import type { EditorWishes } from '../../../src/workbench/grid/editor';
import { completedEntry } from '../../../src/workbench/grid/entering';
import { pointedRect, wantsAddress } from '../../../src/workbench/grid/pointing';
import { parseRect, rectAddress } from '../../../src/workbook/address';
import type { Rect } from '../../../src/workbook/address';
import { Sheet } from '../../../src/workbook/sheet';

test.each([
  ['=SUM(C5', '=SUM(C5)'],
  ['=SUM(C5,MAX(D5:D7', '=SUM(C5,MAX(D5:D7))'],
  ['=IF(A1="(",1', '=IF(A1="(",1)'],
  ["=SUM('甲(1)'!C5", "=SUM('甲(1)'!C5)"],
  ['=NOW(', '=NOW()'],
  ['=C5+1', '=C5+1'],
  ['(C5', '(C5'],
  ['=', '='],
  ['=C5+', undefined],
  ['=SUM(C5+', undefined],
  ['=(', undefined],
  ['=C5)', undefined],
  ['=LEN("a', undefined],
])('%s is entered as %s', (typed, entered) => {
  expect(completedEntry(typed, 'General')).toBe(entered);
});

test('text stays text, whatever it looks like', () => {
  expect(completedEntry('=SUM(C5', '@')).toBe('=SUM(C5');
});

describe('an edit', () => {
  // The editor only passes it on.
  const sheet = Object.create(Sheet.prototype) as Sheet;
  const cell = { sheet, place: { row: 7, column: 15 }, text: '', font: '' };
  let did: string[];
  let editor: CellEditor;
  const wishes: EditorWishes = {
    cell: () => cell,
    box: () => undefined,
    entry: (_, text) => completedEntry(text, 'General'),
    commit: (_, text, everywhere) => did.push(everywhere ? `${text} everywhere` : text),
    then: ({ kind }) => did.push(kind),
    key: () => false,
    typed: () => undefined,
  };
  const host = { enterCellEdit: () => undefined, leaveCellEdit: () => undefined };
  const type = (text: string): void => {
    editor.element.value = text;
    editor.element.dispatchEvent(new Event('input'));
  };
  const press = (key: string, ctrlKey = false): void => {
    editor.element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey }));
  };
  beforeEach(() => {
    did = [];
    editor = new CellEditor(host, wishes, '当前单元格');
  });

  test('of a formula that cannot be read goes on with what was typed', () => {
    type('=SUM(C5+');
    press('Enter');
    press('Enter', true);
    expect(editor.commit()).toBe(false);
    expect(editor.editing).toBe(true);
    expect(editor.element.value).toBe('=SUM(C5+');
    expect(did).toEqual([]);
    type('=SUM(C5+1');
    press('Enter');
    expect(editor.editing).toBe(false);
    expect(did).toEqual(['=SUM(C5+1)', 'step']);
  });

  test('can be given up', () => {
    type('=C5+');
    press('Enter');
    press('Escape');
    expect(editor.editing).toBe(false);
    expect(did).toEqual([]);
  });

  test('takes the address of the cells that are clicked, the last one instead of the one before', () => {
    type('=SUM(');
    expect(editor.point(sheet, 'C5')).toBe(true);
    expect(editor.point(sheet, 'C5:C7')).toBe(true);
    expect(editor.element.value).toBe('=SUM(C5:C7');
    expect(editor.element.selectionStart).toBe(10);
    type('=SUM(C5:C7,)');
    editor.element.setSelectionRange(11, 11);
    expect(editor.point(sheet, 'D6')).toBe(true);
    expect(editor.element.value).toBe('=SUM(C5:C7,D6)');
    type('=SUM(C5:C7,D6)');
    expect(editor.point(sheet, 'E5')).toBe(false);
    const other = Object.create(Sheet.prototype) as Sheet;
    type('=');
    expect(editor.point(other, 'E5')).toBe(false);
    type('7+');
    expect(editor.point(sheet, 'E5')).toBe(false);
  });
});

test.each([
  ['=', true],
  ['=C5+', true],
  ['=C5 * ', true],
  ['=IF(C5>=', true],
  ['=SUM(C5,', true],
  ['=LEN("a+")&', true],
  ['=C5', false],
  ['=SUM(C5)', false],
  ['="a+', false],
  ["='甲+", false],
  ['C5+', false],
  ['', false],
])('%s wants an address: %s', (text, wants) => {
  expect(wantsAddress(text, text.length)).toBe(wants);
});

test('merged areas are pointed at as a whole, a single one by its first cell', () => {
  const merges = ['B2:C3', 'C5:D5'].flatMap((address) => parseRect(address) ?? []);
  const pointed = (from: string, to: string): string => {
    const [a, b] = [parseRect(from), parseRect(to)];
    if (!a || !b) throw new Error(`${from}, ${to}`);
    const place = ({ top, left }: Rect) => ({ row: top, column: left });
    return rectAddress(pointedRect(place(a), place(b), merges));
  };
  expect(pointed('E7', 'E7')).toBe('E7');
  expect(pointed('E7', 'D9')).toBe('D7:E9');
  expect(pointed('C3', 'B2')).toBe('B2');
  expect(pointed('C3', 'C5')).toBe('B2:D5');
});
