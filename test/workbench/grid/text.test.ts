import { fitTo, readTsv, writeTsv } from '../../../src/workbench/grid/clipboard';
import { fillEntries, filledText } from '../../../src/workbench/grid/fill';
import { fitNumber, shrunkSize } from '../../../src/workbench/grid/fit';
import { isDateFormat } from '../../../src/workbench/grid/text';
import { parseRect, rectAddress } from '../../../src/workbook/address';
import { moveFormula } from '../../../src/workbook/formulaText';
import type { Rect } from '../../../src/workbook/address';
import fc from 'fast-check';

describe('the clipboard', () => {
  test('what is written is read again', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '\t', '\n', '"', ' ', '1') });
    const grid = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(grid, (rows) => {
        // A last empty line cannot be told from the end of the text.
        fc.pre(rows.at(-1)?.some((text) => text !== '') === true);
        expect(readTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });

  test.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a "b" c', [['a "b" c']]],
    ['"x\ty"\t2', [['x\ty', '2']]],
    ['1\t\t3', [['1', '', '3']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, expected) => {
    expect(readTsv(text)).toEqual(expected);
  });

  test('a selection that is a multiple is filled, any other takes what there is', () => {
    expect(fitTo([['a', 'b']], 2, 4)).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
    expect(fitTo([['a', 'b']], 1, 3)).toEqual([['a', 'b']]);
    expect(fitTo([['a'], ['b', 'c']], 1, 1)).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });
});

describe('numbers in narrow cells', () => {
  /** Every character is ten pixels wide. */
  const measure = (text: string): number => text.length * 10;

  test('lose decimals under General', () => {
    expect(fitNumber('0.333333333', 1 / 3, true, 84, measure)).toBe('0.333333');
    expect(fitNumber('1234.5678', 1234.5678, true, 64, measure)).toBe('1234.6');
    expect(fitNumber('12', 12, true, 84, measure)).toBe('12');
  });

  test('become a row of # where digits would be lost', () => {
    expect(fitNumber('12345678', 12345678, true, 50, measure)).toBe('#####');
    expect(fitNumber('1,234.50', 1234.5, false, 60, measure)).toBe('######');
    expect(fitNumber('1,234.50', 1234.5, false, 78, measure)).toBe('1,234.50');
  });

  test('text is shrunk until it fits', () => {
    expect(shrunkSize(11, 104, 90)).toBe(11);
    expect(shrunkSize(10, 54, 100)).toBe(5);
    expect(shrunkSize(10, 5, 1000)).toBe(1);
  });
});

describe('the fill handle', () => {
  const rect = (address: string): Rect => {
    const found = parseRect(address);
    if (!found) throw new Error(address);
    return found;
  };
  const sources = (...texts: string[]) =>
    texts.map((text) => ({ text, number: /^-?[0-9.]+$/.test(text) ? Number(text) : undefined }));

  test.each([
    [['7'], 3, '7'],
    [['1', '3'], 2, '5'],
    [['1', '3'], -1, '-1'],
    [['1', '2', '4'], 3, '5.33333333333'],
    [['合计'], 1, '合计'],
    [['a', '5'], 3, '5'],
  ])('%j at %d gives %s', (texts, step, expected) => {
    expect(filledText(sources(...texts), step, (f) => f)).toBe(expected);
  });

  test('formulas move, downwards and to the right', () => {
    const read = () => ({ text: '=A1+$B$1', number: undefined });
    expect(fillEntries(rect('C1'), rect('C1:C3'), read).map((e) => e.text)).toEqual([
      '=A2+$B$1',
      '=A3+$B$1',
    ]);
    const across = fillEntries(rect('C1'), rect('C1:D1'), read);
    expect(across).toEqual([{ row: 0, column: 3, text: '=B1+$B$1' }]);
    expect(moveFormula('A1', 0, 1)).toBe('B1');
  });

  test('only new cells are entered', () => {
    const entries = fillEntries(rect('B3:C4'), rect('B1:C4'), () => ({
      text: 'x',
      number: undefined,
    }));
    const cells = entries.map(({ row, column }) =>
      rectAddress({ top: row, bottom: row, left: column, right: column }),
    );
    expect(cells.sort()).toEqual(['B1', 'B2', 'C1', 'C2']);
  });
});

test.each([
  ['yyyy/m/d', true],
  ['h:mm', true],
  ['[h]:mm', true],
  ['General', false],
  ['#,##0.00', false],
  ['0"年"', false],
  ['[Red]0.00', false],
  ['_ * #,##0_ ;_ @_ ', false],
])('%s shows dates: %s', (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});
