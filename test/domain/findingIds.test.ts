/** A finding is the same finding wherever its figure stands and whatever else is found. */
import type { CheckReport } from '../../src/application/checkWorkbook';
import { FindingIds } from '../../src/domain/findingIds';
import type { WorkbookGrids } from '../../src/domain/grid';
import type { Changes } from './forms';
import { changed, check, grid, officialSheet, puyang, puyangRows } from './forms';

const slip: Changes = { K12: 7580.924, C8: '412.5', B9: -1 };

/** Ids by what the findings are about; positions left out. */
function idsOf({ findings, diagnoses }: CheckReport): string[] {
  return [...findings.map(({ id }) => id), ...diagnoses.map(({ id }) => id)].sort();
}

function expectUnique(report: CheckReport): void {
  const ids = idsOf(report);
  expect(new Set(ids).size).toBe(ids.length);
}

/** The city's pair, all of it some rows and columns further, in sheets of other names, in other order. */
function elsewhere(workbook: WorkbookGrids, rows: number, columns: number): WorkbookGrids {
  return {
    sheets: [...workbook.sheets].reverse().map((sheet) => ({
      ...sheet,
      name: `另存 ${sheet.name}`,
      rows: [
        ...Array.from({ length: rows }, () => undefined),
        ...sheet.rows.map((row) => [
          ...Array.from({ length: columns }, () => undefined),
          ...(row ?? []),
        ]),
      ],
    })),
  };
}

test('an id says unit, year, rule, form, line, block, measure and aspect', () => {
  const ids = check(puyang(slip)).findings.map(({ id }) => id);
  expect(ids).toContain('濮阳市财政局·2019|B-010|line|table1|health|total|budgeted');
  expect(ids).toContain(
    '濮阳市财政局·2019|L-050|table1|education|generalPublic|budgeted|textNumber',
  );
  expect(ids).toContain(
    '濮阳市财政局·2019|R-020|table2|governmentSupport|generalPublic|finalAccounts',
  );
});

test('what is said twice of one thing is counted', () => {
  const ids = new FindingIds('甲县·2019');
  const detail = { kind: 'emptyTable', form: 'table1' } as const;
  const draft = { sheet: '表', cells: [], detail };
  expect([ids.next('C-050', draft), ids.next('C-050', draft)]).toEqual([
    '甲县·2019|C-050|table1',
    '甲县·2019|C-050|table1#2',
  ]);
});

test('it is the same where the tables stand elsewhere', () => {
  expect(idsOf(check(elsewhere(puyang(slip), 3, 2)))).toEqual(idsOf(check(puyang(slip))));
});

test('it stays when other findings come and go', () => {
  const before = check(puyang(slip)).findings;
  const after = check(puyang({ ...slip, D20: '无', A6: '外交类' })).findings;
  const kept = before.filter(({ rule }) => rule !== 'L-065');
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
});

test('two units that state the same, lines that stand twice, and one heading over two tables are told apart', () => {
  const sheet = (name: string, table: 1 | 2, changes: Changes = {}) =>
    grid(name, changed(officialSheet(table, puyangRows(table)), changes));
  const twice: Changes = {
    A6: '教育',
    A7: '教育',
    A9: '某某项',
    A10: '某某项',
    K12: 1,
    A2: undefined,
  };
  const workbook: WorkbookGrids = {
    sheets: [
      sheet('甲1', 1, twice),
      sheet('甲2', 2, { A5: '技术性服务', A6: '技术性服务', A2: undefined }),
      sheet('乙1', 1, twice),
      sheet('乙2', 2, { A2: undefined }),
    ],
  };
  const report = check(workbook);
  expect(report.recognition.returns.map(({ id }) => id)).toEqual(['·2019', '·2019#2']);
  expect(report.findings.length).toBeGreaterThan(20);
  expectUnique(report);
});
