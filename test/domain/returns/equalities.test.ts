/** A return's equalities: which there are, what they are called, and how far rounding reaches. */
import { formatAmount } from '../../../src/domain/amount';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { Equality } from '../../../src/domain/returns/equalities';
import { equalitiesOf } from '../../../src/domain/returns/returnEqualities';
import { roundingOf } from '../../../src/domain/returns/tolerance';
import { tablesOfReturn, viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { check, puyang } from '../forms';
import { emptied } from '../rules/specs';

function equalities(workbook: WorkbookGrids): readonly Equality[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap(equalitiesOf);
}

function countOf(all: readonly Equality[], direction: Equality['direction']): number {
  return all.filter((equality) => equality.direction === direction).length;
}

function tolerance(workbook: WorkbookGrids, id: string): string {
  const found = equalities(workbook).find((equality) => equality.id === id);
  return found === undefined ? 'none' : formatAmount(found.tolerance);
}

test('the printed pair has 27 × 4 lines, 2 × 12 columns and 12 between its tables, each once', () => {
  const all = equalities(puyang());
  expect([countOf(all, 'line'), countOf(all, 'column'), countOf(all, 'crossTable')]).toEqual([
    108, 24, 12,
  ]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(144);
});

test('lines that stand twice and lines without a known name have equalities of their own', () => {
  const all = equalities(puyang({ A6: '教育', A7: '教育', A9: '某某项', A10: '某某项', A11: '' }));
  expect(countOf(all, 'line')).toBe(108);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('amounts in different money units are in no equality between the tables; counts are', () => {
  const yuan = puyang({}, { K2: '金额：元 年份：（2019）' });
  const between = equalities(yuan).filter(({ direction }) => direction === 'crossTable');
  expect(between.map(({ total }) => total.measure)).toEqual(Array(3).fill('projectCount'));
});

test('diagnosis of a slip is not misled by the other table in another money unit', () => {
  const report = check(puyang({ K12: 7580.924 }, { K2: '金额：元 年份：（2019）' }));
  expect(report.diagnoses.map(({ measure, unique }) => [measure, unique])).toEqual([
    ['budgeted', true],
  ]);
  expect(report.diagnoses[0]?.explanations[0]?.corrections[0]?.place.cell).toBe('K12');
});

test('an empty table, or one without a total line, is compared with nothing', () => {
  expect(countOf(equalities(puyang({}, emptied(7, {}))), 'crossTable')).toBe(0);
  const headless: Changes = Object.fromEntries(
    Array.from('ABCDEFGHIJKLM', (letter) => [`${letter}24`, undefined]),
  );
  const all = equalities(puyang(headless));
  expect([countOf(all, 'crossTable'), countOf(all, 'column')]).toEqual([0, 12]);
});

describe('the tolerance', () => {
  const whole = (changes: Changes) => puyang(emptied(20, { C5: 10, G5: 2, K5: 12, ...changes }));

  test('is half a unit of the last place for every figure that is stated, the total included', () => {
    const id = 'line|table1|generalAffairs|total|budgeted';
    expect(tolerance(whole({}), id)).toBe('1.5');
    expect(tolerance(whole({ G5: undefined }), id)).toBe('1');
    expect(tolerance(whole({ D9: 0.25 }), id)).toBe('0.015');
  });

  test('leaves out a blank total', () => {
    expect(tolerance(whole({ K5: undefined }), 'line|table1|generalAffairs|total|budgeted')).toBe(
      '1',
    );
    expect(tolerance(whole({}), 'column|table1|total|generalPublic|budgeted')).toBe('0.5');
  });

  test('between tables is that of both, each by its own last place; none of a blank', () => {
    const id = 'crossTable|table1|total|generalPublic|budgeted|table2';
    const two = (changes: Changes, others: Changes) =>
      puyang(
        emptied(20, { C5: 10, C24: 10, ...changes }),
        emptied(7, { C5: 9.9, C11: 9.9, ...others }),
      );
    expect(tolerance(two({}, {}), id)).toBe('0.55');
    expect(tolerance(two({ C24: undefined }, {}), id)).toBe('0.05');
    expect(tolerance(two({}, { C11: undefined }), id)).toBe('0.5');
  });

  test('is nothing for counts, and never finer than half a 分', () => {
    expect(tolerance(puyang(), 'line|table1|education|total|projectCount')).toBe('0');
    expect(tolerance(whole({ C9: 1.23456789 }), 'line|table1|generalAffairs|total|budgeted')).toBe(
      '0.0000015',
    );
  });
});

test('two cells off as rounded sums speak of rounding, one does not', () => {
  // Two parts of 1.4 and their sum of 2.8, each rounded to whole 万元; 2.8 + 2.8 below each other.
  const rounded = emptied(20, { C5: 1, G5: 1, K5: 3, C6: 1, G6: 1, K6: 3, C24: 3, G24: 3, K24: 6 });
  const first = (workbook: WorkbookGrids) =>
    viewReturns(recogniseWorkbook(workbook).returns, workbook).flatMap(tablesOfReturn)[0];
  const roundingIn = (changes: Changes) => {
    const table = first(puyang(changes));
    if (table === undefined) throw new Error('no table');
    return roundingOf(table);
  };
  expect(roundingIn(rounded)).toMatchObject({ places: 0, isRounded: true });
  expect(roundingIn({ ...rounded, K6: 2, C24: 2, G24: 2, K24: 4 })).toMatchObject({
    isRounded: false,
  });
});
