import { CheckMemory } from '../../src/application/checkMemory';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { Grid, WorkbookGrids } from '../../src/domain/grid';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import type { Changes } from '../domain/forms';
import { changed, grid, officialSheet, puyangRows, settings } from '../domain/forms';
import { difference } from '../difference';

const units = ['甲县', '乙县', '丙县'];

/** One of a unit's two tables, with a wrong figure of its own. */
function sheet(unit: string, form: 1 | 2, changes: Changes = {}): Grid {
  const wrong = form === 1 ? { C7: 100 + units.indexOf(unit) } : {};
  const cells = { A2: `填报单位：${unit}财政局`, ...wrong, ...changes };
  return grid(`${unit}${form}`, changed(officialSheet(form, puyangRows(form)), cells));
}

function workbook(): WorkbookGrids {
  return { sheets: units.flatMap((unit) => [sheet(unit, 1), sheet(unit, 2)]) };
}

function withSheet({ sheets }: WorkbookGrids, fresh: Grid): WorkbookGrids {
  return { sheets: sheets.map((one) => (one.name === fresh.name ? fresh : one)) };
}

/** Checks with what is remembered; the report must be the one of a check that remembers nothing. */
function check(book: WorkbookGrids, memory: CheckMemory, differing = {}) {
  const report = checkWorkbook(book, { ...settings, ...differing }, memory);
  const fresh = checkWorkbook(book, { ...settings, ...differing });
  expect(difference(report, fresh)).toBeNull();
  return report;
}

test('after an edit the report is the one of a check of everything', () => {
  const memory = new CheckMemory();
  const before = workbook();
  const first = check(before, memory);
  expect(new Set(first.findings.map(({ pair }) => pair))).toEqual(new Set([1, 2, 3]));
  expect(first.diagnoses.length).toBeGreaterThanOrEqual(3);

  const edited = withSheet(before, sheet('乙县', 1, { C7: 2625.51 }));
  const second = check(edited, memory);
  expect(second.findings.length).toBeLessThan(first.findings.length);
  const known = new Set(first.findings.map(({ id }) => id));
  expect(second.findings.filter(({ id }) => !known.has(id))).toEqual([]);
  check(before, memory);
});

test('and after a sheet was taken away, put in front, or handed to another unit', () => {
  const memory = new CheckMemory();
  const { sheets } = workbook();
  check({ sheets }, memory);
  check({ sheets: sheets.slice(2) }, memory);
  check({ sheets: sheets.filter(({ name }) => name !== '甲县2') }, memory);
  check({ sheets: [...sheets].reverse() }, memory);
  const other = sheet('甲县', 1, { A2: '填报单位：丁县财政局' });
  check(withSheet({ sheets }, other), memory);
});

test('and under other settings', () => {
  const memory = new CheckMemory();
  const book = workbook();
  const annual = check(book, memory);
  expect(check(book, memory, { strict: true, round: 'july' })).not.toEqual(annual);
  expect(check(book, memory)).toEqual(annual);
});

test('only the units whose tables were read again are checked again', () => {
  const memory = new CheckMemory();
  const before = workbook();
  const outcomes = (book: WorkbookGrids) =>
    recogniseWorkbook(book, memory.recognise).returns.map((pair) =>
      memory.check(pair, book, settings),
    );
  const first = outcomes(before);
  const second = outcomes(withSheet(before, sheet('乙县', 2)));
  expect(second.map((outcome, at) => outcome === first[at])).toEqual([true, false, true]);
});

test('a formula without a value is worked out anew from the other sheets', () => {
  const memory = new CheckMemory();
  const uncalculated = { value: null, formula: '=底稿!A1' } as const;
  const source = (amount: number) => grid('底稿', { A1: amount });
  const tables = [sheet('甲县', 1, { C7: uncalculated }), sheet('甲县', 2)];
  const right = check({ sheets: [...tables, source(2625.51)] }, memory);
  const wrong = check({ sheets: [...tables, source(1)] }, memory);
  expect(wrong.findings).not.toEqual(right.findings);
});

test('and after an edit in a sheet from which the tables take their figures', () => {
  const memory = new CheckMemory();
  const linked = changed(officialSheet(1, puyangRows(1)), {});
  const table = grid('统计表1', linked);
  const rows = table.rows.map((row) => [...(row ?? [])]);
  const c7 = rows[6]?.[2];
  if (c7 === undefined) throw new Error('C7 is blank');
  rows[6]?.splice(2, 1, { ...c7, formula: '=底稿!A1' });
  const one = { ...table, rows };
  const other = grid('统计表2', officialSheet(2, puyangRows(2)));
  const source = (figure: number) => grid('底稿', { A1: figure });
  const right = Number(c7.value);
  const results = (figure: number) =>
    check({ sheets: [one, other, source(figure)] }, memory).findings.filter(
      ({ detail }) => detail.kind === 'formulaResult',
    );
  expect(results(right)).toEqual([]);
  expect(results(right + 1)).toHaveLength(1);
  expect(results(right)).toEqual([]);
});

test('while formulas wait to be worked out, no figure is accused', () => {
  const wrong = grid('统计表1', changed(officialSheet(1, puyangRows(1)), { C7: 100 }));
  const rows = wrong.rows.map((row) => [...(row ?? [])]);
  const total = rows[23]?.[2];
  if (total === undefined) throw new Error('C24 is blank');
  rows[23]?.splice(2, 1, { ...total, formula: '=SUM(OFFSET(C5,0,0,19,1))' });
  const other = grid('统计表2', officialSheet(2, puyangRows(2)));
  const sheets = [{ ...wrong, rows }, other];
  const reportOf = (isPending: boolean) =>
    checkWorkbook(
      { sheets, calculation: { mode: 'automatic', isPending, fullOnLoad: false } },
      settings,
    );
  expect(reportOf(false).diagnoses).not.toEqual([]);
  const pending = reportOf(true);
  expect([pending.calculation, pending.diagnoses, pending.events]).toEqual(['pending', [], []]);
  expect(pending.findings.length).toBeGreaterThan(0);
});
