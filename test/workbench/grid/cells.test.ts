import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Copying } from '../../../src/workbench/grid/copying';
import { repeated } from '../../../src/workbench/grid/entering';
import { notesOf } from '../../../src/workbench/grid/notes';
import { placeNamed } from '../../../src/workbench/grid/places';
import {
  GridStyles,
  pixelsOfWidth,
  shapeOf,
  sheetData,
} from '../../../src/workbench/grid/snapshot';
import { barText, editText } from '../../../src/workbench/grid/text';
import { Host } from '../../../src/workbench/host/host';
import { parseRect, rectAddress } from '../../../src/workbook/address';
import type { Rect } from '../../../src/workbook/address';
import { hideRows } from '../../../src/workbench/host/objects/hidden';
import { setAttr } from '../../../src/workbook/ooxml/xml';
import { loadUniverBundle } from '../../../src/workbench/host/recalc/node-bundle';
import { createUniverEngine } from '../../../src/workbench/host/recalc/univer-engine';

const root = join(__dirname, '..', '..', '..');
const puyang = readFileSync(join(root, 'test/specimens/puyang-2019.xlsx'));
const bundle = loadUniverBundle(root);
let host: Host;

beforeEach(async () => {
  host = await Host.open({ engine: createUniverEngine(bundle), workbook: puyang });
});
afterEach(() => {
  host.dispose();
});

function rect(address: string): Rect {
  const found = parseRect(address);
  if (!found) throw new Error(address);
  return found;
}
const at = (address: string) => {
  const { top, left } = rect(address);
  return host.workbook.active.cell(top, left);
};

describe('a real sheet in the terms of the grid', () => {
  const data = () => sheetData(host.workbook.active, 's', new GridStyles(host.workbook.styles));

  test('has its merged headings, frozen panes, widths and heights', () => {
    const { mergeData, freeze, columnData, rowData, showGridlines } = data();
    expect(mergeData).toContainEqual({ startRow: 0, endRow: 0, startColumn: 0, endColumn: 12 });
    expect(freeze).toEqual({ xSplit: 1, ySplit: 4, startRow: 4, startColumn: 1 });
    expect(columnData[0]?.w).toBe(pixelsOfWidth(host.workbook.active.columnWidth(0)));
    expect(rowData[0]).toMatchObject({ ia: 0 });
    expect(showGridlines).toBe(1);
  });

  test('has values, not texts, and styles by name', () => {
    const styles = new GridStyles(host.workbook.styles);
    const { cellData } = sheetData(host.workbook.active, 's', styles);
    expect(cellData[4]?.[2]).toMatchObject({ v: 3275.2964, t: 2 });
    expect(cellData[0]?.[0]).toMatchObject({ v: '政府购买服务项目资金统计表1', t: 1 });
    const heading = styles.all[cellData[2]?.[0]?.s ?? ''];
    expect(heading?.bd?.tl_br).toBeDefined();
  });

  test('has another shape after rows are hidden, and the same after a value changes', async () => {
    const sheet = host.workbook.active;
    const before = shapeOf(sheet);
    await host.type(sheet.name, 'C6', '1');
    expect(shapeOf(sheet)).toBe(before);
    await host.asUser((session) => {
      hideRows({ sheet, rect: rect('9:10') }, true, session);
    });
    expect(shapeOf(sheet)).not.toBe(before);
    expect(data().rowData[8]).toMatchObject({ hd: 1 });
  });

  test('has no notes', () => {
    expect(notesOf(host.workbook, host.workbook.active).size).toBe(0);
  });
});

test.each([
  ['12', '12'],
  ['1,234.5', '1234.5'],
  ['50%', '50%'],
  ['2019-12-31', '2019/12/31'],
  ['=1+2', '=1+2'],
  ['TRUE', 'TRUE'],
  ['#N/A', '#N/A'],
  ["'007", "'007"],
  ['文字', '文字'],
  ['', ''],
])('%s, once entered, is edited as %s', async (typed, edited) => {
  await host.type(host.workbook.active.name, 'P30', typed);
  expect(editText(host.session, at('P30'))).toBe(edited);
});

test('what is edited and entered unchanged stays what it was', async () => {
  const sheet = host.workbook.active;
  for (const typed of ['1,234.5', '12.5%', '2019-12-31', "'007", '=SUM(B5:B6)']) {
    await host.type(sheet.name, 'P30', typed);
    const before = { ...at('P30') };
    await host.type(sheet.name, 'P30', editText(host.session, at('P30')));
    expect({ ...at('P30') }).toEqual(before);
  }
});

test('a protected sheet can hide its formulas', async () => {
  const sheet = host.workbook.active;
  await host.type(sheet.name, 'P30', '=1+2');
  const cell = at('P30');
  const protection = { part: 'protection', key: 'hidden', value: true } as const;
  if (cell) cell.style = host.workbook.styles.restyle(cell.style, protection);
  expect(barText(host.session, sheet, cell)).toBe('=1+2');
  setAttr(sheet.editSection('sheetProtection'), 'sheet', true);
  expect(barText(host.session, sheet, cell)).toBe('');
});

describe('entered into all that is selected', () => {
  const active = { row: 8, column: 15 };
  test('a formula moves along, outside of what is used, too', () => {
    const sheet = host.workbook.active;
    expect(repeated(sheet, active, '=C9', [rect('P9:Q10'), rect('T3')])).toEqual([
      { row: 8, column: 15, text: '=C9' },
      { row: 8, column: 16, text: '=D9' },
      { row: 9, column: 15, text: '=C10' },
      { row: 9, column: 16, text: '=D10' },
      { row: 2, column: 19, text: '=G3' },
    ]);
  });

  test('whole rows and columns end with what is used, and too much is refused', () => {
    const sheet = host.workbook.active;
    const used = sheet.used(false);
    expect(repeated(sheet, active, '1', [rect('30:31')])).toHaveLength(
      2 * ((used?.right ?? 0) + 2),
    );
    expect(repeated(sheet, active, '1', [rect('P:Q')])).toHaveLength(2 * ((used?.bottom ?? 0) + 2));
    expect(repeated(sheet, active, '1', [rect('A1:B60000'), rect('C1:D60000')])).toBeUndefined();
  });
});

describe('copying', () => {
  test('shown texts go to the clipboard, values and moved formulas come back', async () => {
    const sheet = host.workbook.active;
    await host.type(sheet.name, 'P5', '=C5*2');
    const copying = new Copying(host.session);
    const tsv = copying.copy(sheet, rect('P5'), false);
    expect(tsv).toBe('6550.5928');
    expect(copying.paste(sheet, rect('Q6:Q7'), tsv ?? '')?.entries).toEqual([
      { row: 5, column: 16, text: '=D6*2' },
      { row: 6, column: 16, text: '=D7*2' },
    ]);
    expect(copying.copy(sheet, rect('C6:C7'), false)).toBe('\r\n2,625.51');
    const paste = copying.paste(sheet, rect('R1'), '\r\n2,625.51');
    expect(paste?.entries.map((e) => e.text)).toEqual(['', '2625.51']);
    expect(paste && rectAddress(paste.rect)).toBe('R1:R2');
  });

  test('one cell fills all that is selected, outside of what is used, too', () => {
    const sheet = host.workbook.active;
    const copying = new Copying(host.session);
    const tsv = copying.copy(sheet, rect('C6'), false) ?? '';
    const paste = copying.paste(sheet, rect('R15:S17'), tsv);
    expect(paste?.entries).toHaveLength(6);
    expect(paste && rectAddress(paste.rect)).toBe('R15:S17');
    const bottom = (sheet.used(false)?.bottom ?? 0) + 1;
    const columns = copying.paste(sheet, rect('R:S'), tsv);
    expect(columns?.rect).toEqual({ top: 0, left: 17, bottom, right: 18 });
    expect(copying.paste(sheet, rect('P1:Z50000'), tsv)).toBeUndefined();
  });

  test('what is cut leaves its cells once it is pasted, and only once', () => {
    const sheet = host.workbook.active;
    const copying = new Copying(host.session);
    const tsv = copying.copy(sheet, rect('C7:D7'), true) ?? '';
    expect(copying.paste(sheet, rect('D7'), tsv)?.entries).toEqual([
      { row: 6, column: 2, text: '' },
      { row: 6, column: 3, text: '2625.51' },
      { row: 6, column: 4, text: '2628.37' },
    ]);
    const again = copying.paste(sheet, rect('D9'), tsv)?.entries.map((e) => e.text);
    expect(again).toEqual(['2,625.51', '2,628.37']);
  });

  test('cut to another sheet, the cells left are entered there', () => {
    const [first, second] = host.workbook.sheets;
    if (!first || !second) throw new Error('two sheets are wanted');
    const copying = new Copying(host.session);
    const tsv = copying.copy(first, rect('C7'), true) ?? '';
    const paste = copying.paste(second, rect('P5'), tsv);
    expect(paste?.elsewhere).toEqual({ sheet: first, entries: [{ row: 6, column: 2, text: '' }] });
  });
});

describe('the name box', () => {
  const found = (text: string): string | undefined => {
    const place = placeNamed(host.workbook, host.workbook.active, text);
    return place && `${place.sheet.name}!${place.rects.map(rectAddress).join()}`;
  };
  beforeEach(() => {
    host.workbook.setName('合计行', '统计表2!$B$11:$M$11', undefined);
  });
  test.each([
    [' c8 ', '统计表1!C8'],
    ['统计表2!D9:E10', '统计表2!D9:E10'],
    ['3:4', '统计表1!3:4'],
    ['合计行', '统计表2!B11:M11'],
    ['没有', undefined],
    ['没有!A1', undefined],
    ['XFE1', undefined],
  ])('%s', (text, expected) => {
    expect(found(text)).toBe(expected);
  });
  test('does not lead to a hidden sheet', () => {
    const second = host.workbook.sheetNamed('统计表2');
    if (second) host.workbook.setVisibility(second, 'hidden');
    expect(found('合计行')).toBeUndefined();
  });
});
