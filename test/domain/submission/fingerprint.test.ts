/** The fingerprint, worked out again from docs/fingerprint.md alone: from the cells, with another SHA-256. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Grid, WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import {
  fingerprintOf,
  fingerprintText,
  printedFingerprint,
} from '../../../src/domain/submission/fingerprint';
import { sha256 } from '../../../src/domain/submission/sha256';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { puyang } from '../forms';

test('the digest is SHA-256', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

/** The rule by itself, for the city's tables as they are printed: labels in A, figures in B to M from row 5. */
function byTheRule({ sheets }: WorkbookGrids): string {
  const lines = ['purchase-services-statistics figures 1'];
  for (const [index, sheet] of sheets.entries()) {
    lines.push([`table${index + 1}`, '濮阳市财政局', '2019', 'tenThousandYuan'].join('\t'));
    const count = index === 0 ? 20 : 7;
    for (let row = 4; row < 4 + count; row += 1) {
      const cells = Array.from({ length: 13 }, (_, column) => shownIn(sheet, row, column));
      const [label = '', ...figures] = cells;
      lines.push(
        [
          String(label).replace(/\s+/g, ' ').trim(),
          ...figures.map((value, at) => {
            if (typeof value !== 'number') return value === '' ? '' : `"${value}"`;
            const shown = Number(Number(value.toPrecision(15)).toFixed(at % 4 === 0 ? 12 : 8));
            return String(shown);
          }),
        ].join('\t'),
      );
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

function shownIn({ rows }: Grid, row: number, column: number): string | number {
  const value = rows[row]?.[column]?.value ?? '';
  return typeof value === 'number' || typeof value === 'string' ? value : '?';
}

function returnOf(workbook: WorkbookGrids) {
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return unit;
}

test.each(['puyang-2019.xlsx', 'puyang-2019-formulas.xlsx', 'puyang-2019-libreoffice.xlsx'])(
  '%s: the same from the rule',
  async (name) => {
    const read = await readWorkbook(readFileSync(join(__dirname, '../../specimens', name)));
    if (!read.ok) throw new Error(read.fault.code);
    const expected = createHash('sha256').update(byTheRule(read.value), 'utf8').digest('hex');
    expect(fingerprintText(returnOf(read.value))).toBe(byTheRule(read.value));
    expect(fingerprintOf(returnOf(read.value))).toBe(expected);
  },
);

test('what is no number, blank, negative, text or float noise is written by the rule', () => {
  const workbook = puyang({
    B5: '待定',
    C5: '3275.2964',
    D5: -0.5,
    E5: '—',
    F5: { error: '#REF!' },
    G5: 0.1 + 0.2,
    H5: 1e-9,
    I5: '',
  });
  const [, , line = ''] = fingerprintText(returnOf(workbook)).split('\n');
  expect(line.split('\t').slice(0, 9)).toEqual([
    '一般事务',
    '"待定"',
    '3275.2964',
    '-0.5',
    '',
    '"#REF!"',
    '0.3',
    '0',
    '',
  ]);
});

test('any changed figure changes it; another place does not', () => {
  const own = fingerprintOf(returnOf(puyang()));
  expect(fingerprintOf(returnOf(puyang({ D8: 693.93 })))).not.toBe(own);
  expect(fingerprintOf(returnOf(puyang({}, { E9: 10494.8565 })))).not.toBe(own);
  const moved = puyang().sheets.map((sheet) => ({
    ...sheet,
    name: `另存${sheet.name}`,
    rows: [undefined, ...sheet.rows.map((row) => [undefined, ...(row ?? [])])],
  }));
  expect(fingerprintOf(returnOf({ sheets: moved }))).toBe(own);
});

test('it is printed in fours', () => {
  expect(printedFingerprint('0123456789abcdef'.repeat(4))).toBe('0123 4567 89AB CDEF');
});

test('a formula counts by its stored result, even where it should give another', () => {
  const workbook = puyang({
    J5: { formula: '=B5+F5', value: 33 },
    J8: { formula: '=B8+F8', value: null },
  });
  const lines = fingerprintText(returnOf(workbook)).split('\n');
  expect([lines[2]?.split('\t')[9], lines[5]?.split('\t')[9]]).toEqual(['33', '']);
});
