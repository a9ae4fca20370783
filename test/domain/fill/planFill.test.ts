import fc from 'fast-check';
import { afterWriting, pairsOf, previewOf, writtenContent } from './filling';
import { arbitraryTable } from './arbitraryTables';
import { check, grid, officialSheet, puyang, puyangRows } from '../forms';
import { parseAmount } from '../../../src/domain/amount';
import { totalCells } from '../../../src/domain/returns/totals';
import { tablesOfReturn } from '../../../src/domain/returns/unitReturn';
import { cellAddress, parseAddress } from '../../../src/domain/grid';
import type { WorkbookGrids } from '../../../src/domain/grid';
import type { FillMode, ChangePlan } from '../../../src/domain/fill/plannedChange';

/** A plan as rows: cell, what stands there, what will, why, and whether it is preselected. */
function rows(plan: ChangePlan): unknown[] {
  return plan.changes.map(({ place, now, then, why, preselected }) => [
    place.cell,
    now.formula ?? now.value,
    writtenContent(then),
    then.value,
    why,
    preselected,
  ]);
}

const balanceRules = ['B-010', 'B-020', 'R-060'];

function failedBalances(workbook: WorkbookGrids): unknown[] {
  return check(workbook)
    .findings.filter((finding) => balanceRules.includes(finding.rule))
    .map((finding) => [finding.rule, finding.cells]);
}

/** Totals that would show an error or text. */
function totalsThatCannotBeTold(workbook: WorkbookGrids): string[] {
  return pairsOf(workbook)
    .flatMap(tablesOfReturn)
    .flatMap(totalCells)
    .filter(({ figure }) => figure.amount === null)
    .map(({ figure }) => figure.address);
}

describe('a table whose totals are typed', () => {
  test('a blank total is filled by formula, whatever stands beside it', () => {
    const plan = previewOf(puyang({ K12: undefined }), 'formulas');
    expect(rows(plan)).toContainEqual(['K12', null, '=C12+G12', '7580.942', 'blank', true]);
  });

  test('figures that are right are offered as formulas and not preselected', () => {
    const plan = previewOf(puyang(), 'formulas');
    expect(plan.changes).toHaveLength(19 * 4 + 12 + (6 * 4 + 12));
    expect(plan.changes.every(({ why, preselected }) => why === 'typed' && !preselected)).toBe(
      true,
    );
  });

  test('figures that are right are no work where figures are wanted', () => {
    expect(previewOf(puyang(), 'values').changes).toEqual([]);
  });

  test('a planned figure is exact, also with more digits than a cell keeps', () => {
    const long = { C12: 1234567890123.45, G12: 123456789.012345, K12: undefined };
    const { changes } = previewOf(puyang(long), 'values');
    const planned = changes.find(({ place }) => place.cell === 'K12')?.then;
    expect(planned?.value).toBe('1234691346912.462345');
    expect(planned?.content).toBe(parseAmount('1234691346912.462345'));
  });

  test('a figure that is not the sum is stale, and never preselected', () => {
    const plan = previewOf(puyang({ K12: 7580.924 }), 'values');
    expect(rows(plan)).toEqual([['K12', 7580.924, 7580.942, '7580.942', 'stale', false]]);
  });

  test('a text that reads as the sum becomes a figure, which changes nothing', () => {
    const text = { value: '7,580.942', numberFormat: '@' };
    const plan = previewOf(puyang({ K12: text }), 'values');
    expect(rows(plan)).toEqual([['K12', '7,580.942', 7580.942, '7580.942', 'textNumber', true]]);
    expect(plan.changes[0]?.then.numberFormat).toBe('General');
  });

  test('a total that rounding puts off is not said to be wrong, and is left unless chosen', () => {
    const amounts = [2, 3, 4, 6, 7, 8, 10, 11, 12].flatMap((column) =>
      Array.from({ length: 20 }, (_, row) => cellAddress(row + 4, column)),
    );
    const whole = Object.fromEntries(
      amounts.flatMap((address) => {
        const at = parseAddress(address);
        const value =
          at === null ? undefined : puyang().sheets[0]?.rows[at.row]?.[at.column]?.value;
        return typeof value === 'number' ? [[address, Math.round(value)]] : [];
      }),
    );
    const plan = previewOf(puyang(whole), 'formulas');
    const off = plan.changes.filter(
      ({ place, now, then }) => place.sheet === '统计表1' && now.value !== Number(then.value),
    );
    expect(off.length).toBeGreaterThan(5);
    expect(new Set(off.map(({ why, preselected }) => `${why} ${String(preselected)}`))).toEqual(
      new Set(['rounded false']),
    );
  });

  test('a total that equals the other table says so before it is made another figure', () => {
    const plan = previewOf(puyang({ C12: 7083 }), 'values');
    expect(
      plan.changes.map(({ place, contradicts }) => [
        place.cell,
        contradicts?.sheet,
        contradicts?.cell,
      ]),
    ).toEqual([
      ['K12', undefined, undefined],
      ['C24', '统计表2', 'C11'],
      ['K24', '统计表2', 'K11'],
    ]);
  });

  test('the grand total is taken from what was filled in, not from other totals', () => {
    const plan = previewOf(puyang({ K24: undefined, K12: 1, C24: 2 }), 'values');
    expect(rows(plan)).toEqual([
      ['K12', 1, 7580.942, '7580.942', 'stale', false],
      ['C24', 2, 35956.4864, '35956.4864', 'stale', false],
      ['K24', null, 41528.1184, '41528.1184', 'blank', true],
    ]);
  });
});

describe('formulas', () => {
  const pair = (table1: Parameters<typeof puyang>[0]) =>
    rows(
      previewOf(
        afterWriting(puyang(), previewOf(puyang(), 'formulas').changes, table1),
        'formulas',
      ),
    );

  test('a right formula is left alone, however it is written', () => {
    expect(pair({ K12: { formula: '=SUM(C12,G12)', value: 7580.942 } })).toEqual([]);
    expect(pair({ K24: { formula: '=C24+G24', value: 41528.1184 } })).toEqual([]);
    expect(pair({ C24: { formula: '=ROUND(SUM(C5:C23),2)', value: 35956.49 } })).toEqual([]);
  });

  test('a typed figure among formulas was typed over; the right figure is preselected', () => {
    expect(pair({ K12: 7580.942 })).toEqual([
      ['K12', 7580.942, '=C12+G12', '7580.942', 'typedOver', true],
    ]);
    expect(pair({ K12: 7580.9 })).toEqual([
      ['K12', 7580.9, '=C12+G12', '7580.942', 'typedOver', false],
    ]);
  });

  test('it is written where figures are wanted, too: a figure there would be one typed over', () => {
    const table = afterWriting(puyang(), previewOf(puyang(), 'formulas').changes, {
      K12: 7580.942,
      K13: 5,
    });
    expect(rows(previewOf(table, 'values')).map((row) => (row as unknown[]).slice(0, 3))).toEqual([
      ['K12', 7580.942, '=C12+G12'],
      ['K13', 5, '=C13+G13'],
    ]);
  });

  test('a range that misses a line is put right; preselected where the figure does not change', () => {
    // Line 23 (其他) is left out, and line 22 (粮油物资储备) is blank.
    expect(pair({ C24: { formula: '=SUM(C5:C22)', value: 35412.5664 } })).toEqual([
      ['C24', '=SUM(C5:C22)', '=SUM(C5:C23)', '35956.4864', 'wrongRange', false],
    ]);
    expect(pair({ C24: { formula: '=SUM(C5:C21,C23)', value: 35956.4864 } })).toEqual([
      ['C24', '=SUM(C5:C21,C23)', '=SUM(C5:C23)', '35956.4864', 'wrongRange', true],
    ]);
  });

  test('a lookup that gives the sum is left; one that does not is stale', () => {
    expect(pair({ C24: { formula: '=汇总!C9', value: 35956.4864 } })).toEqual([]);
    expect(pair({ C24: { formula: '=汇总!C9', value: 35956 } })).toEqual([
      ['C24', '=汇总!C9', '=SUM(C5:C23)', '35956.4864', 'stale', false],
    ]);
  });

  test('an error value is replaced; preselected where nothing but a broken reference is lost', () => {
    const error = { error: '#REF!' };
    expect(pair({ C24: { formula: '=SUM(#REF!)', value: error } })).toEqual([
      ['C24', '=SUM(#REF!)', '=SUM(C5:C23)', '35956.4864', 'error', true],
    ]);
    expect(pair({ C24: { formula: '=VLOOKUP(A1,Z:Z,1)', value: error } })).toEqual([
      ['C24', '=VLOOKUP(A1,Z:Z,1)', '=SUM(C5:C23)', '35956.4864', 'error', false],
    ]);
  });

  test('a sign for blank is added by SUM, since + would give an error', () => {
    const plan = previewOf(puyang({ G5: '—', K5: undefined }), 'formulas');
    expect(rows(plan)).toContainEqual(['K5', null, '=SUM(C5,G5)', '3275.2964', 'blank', true]);
    const error = { formula: '=C5+G5', value: { error: '#VALUE!' } };
    expect(rows(previewOf(puyang({ G5: '—', K5: error }), 'formulas'))).toContainEqual([
      'K5',
      '=C5+G5',
      '=SUM(C5,G5)',
      '3275.2964',
      'error',
      true,
    ]);
  });
});

describe('cells that cannot be filled are named', () => {
  test('a part that is text, whether or not it reads as a number', () => {
    const plan = previewOf(puyang({ C12: '7083.02', K12: undefined }), 'formulas');
    expect(plan.blocked).toContainEqual(
      expect.objectContaining({ why: 'partsText', cells: ['C12'] }),
    );
    expect(plan.changes.map(({ place }) => place.cell)).not.toContain('K12');
    // As a figure the total can be told: the rules take the text at its value.
    expect(rows(previewOf(puyang({ C12: '7083.02', K12: undefined }), 'values'))).toEqual([
      ['K12', null, 7580.942, '7580.942', 'blank', true],
    ]);
    // 元 in a 万元 table, and no total that says which of the two is meant.
    const other = puyang({ C12: '7083.02元', K12: undefined, C24: undefined, K24: undefined });
    for (const mode of ['formulas', 'values'] as const) {
      expect(previewOf(other, mode).blocked.map(({ place, why }) => [place.cell, why])).toEqual([
        ['K12', 'partsOtherUnit'],
        ['C24', 'partsOtherUnit'],
        ['K24', 'partsOtherUnit'],
      ]);
    }
    const text = previewOf(puyang({ C12: '待定', K12: undefined }), 'values');
    expect(text.blocked.map(({ place, cells }) => [place.cell, ...cells])).toContainEqual([
      'K12',
      'C12',
    ]);
  });

  test('a cell inside a merged area', () => {
    const workbook = puyang({ K12: undefined });
    const [table1, table2] = workbook.sheets;
    if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
    const merges = [{ top: 11, left: 9, bottom: 11, right: 10 }];
    const plan = previewOf({ sheets: [{ ...table1, merges }, table2] }, 'values');
    expect(plan).toMatchObject({ changes: [], blocked: [{ why: 'merged', cells: ['J12'] }] });
  });
});

test('an empty table is filled with formulas, never with zeros: those would be a nil return', () => {
  const empty = {
    sheets: [
      grid(
        '统计表2',
        officialSheet(
          2,
          puyangRows(2).map(([label = '']) => [label]),
        ),
      ),
    ],
  };
  expect(previewOf(empty, 'formulas').changes).toHaveLength(6 * 4 + 12);
  expect(previewOf(empty, 'values').changes).toEqual([]);
});

test('a total in a text or date cell gets a format in which it calculates; others keep theirs', () => {
  const inFormat = (numberFormat: string) =>
    previewOf(puyang({ K12: { value: '', numberFormat } }), 'formulas').changes.find(
      ({ place }) => place.cell === 'K12' && place.sheet === '统计表1',
    )?.then.numberFormat;
  expect(['@', 'yyyy-mm-dd', '0.00', 'General'].map(inFormat)).toEqual([
    'General',
    'General',
    null,
    null,
  ]);
});

test.each<FillMode>(['formulas', 'values'])(
  'after filling by %s no balance fails on any table, and a second filling does nothing',
  (mode) => {
    fc.assert(
      fc.property(arbitraryTable, (sheet) => {
        const before = { sheets: [sheet] };
        const plan = previewOf(before, mode);
        expect(plan.blocked).toEqual([]);
        const after = afterWriting(before, plan.changes);
        expect(failedBalances(after)).toEqual([]);
        expect(totalsThatCannotBeTold(after)).toEqual([]);
        expect(previewOf(after, mode)).toEqual({ changes: [], blocked: [] });
      }),
      { numRuns: 80 },
    );
  },
);
