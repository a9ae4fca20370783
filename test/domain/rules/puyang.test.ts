/** The real city's pair: clean of errors, and every digit that goes wrong is found where it stands. */
import { cellAddress } from '../../../src/domain/grid';
import { check, puyang, puyangRows } from '../forms';

const executedOverBudget = ['D7', 'D8', 'D10', 'D12', 'D14', 'H14', 'D17', 'D23', 'H23'];

test('no error; exactly the known warnings', () => {
  const report = check(puyang());
  const rows = report.findings.map((finding) => [finding.rule, finding.sheet, finding.cells[0]]);
  expect(rows).toEqual([
    ...executedOverBudget.map((cell) => ['R-010', '统计表1', cell]),
    ...['D6', 'H6', 'D10', 'H10'].map((cell) => ['R-010', '统计表2', cell]),
    ['R-020', '统计表1', 'E18'],
    ['R-020', '统计表2', 'E9'],
  ]);
  expect(report.diagnoses).toEqual([]);
  expect(report.checks.run).toBeGreaterThan(2000);
  expect(report.checks.undetermined).toBe(0);
  expect(report.checks.satisfied + report.checks.violated).toBe(report.checks.run);
});

test('accounts that exceed by the same 166.00 in both tables are said to be one project', () => {
  const twins = check(puyang())
    .findings.filter((finding) => finding.rule === 'R-020')
    .map(({ detail }) => detail.kind === 'comparison' && [detail.twin?.cell, detail.excess]);
  expect(twins).toEqual([
    ['E9', '166'],
    ['E18', '166'],
  ]);
});

/** The equalities that a figure stands in, as the rows that must fail when it alone is changed. */
function expectedFailures(table: 1 | 2, line: number, column: number): string[] {
  const sheet = `统计表${table}`;
  const lines = puyangRows(table).length;
  const isTotalLine = line === lines - 1;
  const totalColumn = 9 + ((column - 1) % 4);
  const failures = [`B-010 ${sheet} ${cellAddress(line + 4, totalColumn)}`];
  failures.push(`B-020 ${sheet} ${cellAddress(lines + 3, column)}`);
  if (isTotalLine) failures.push(`X-010 统计表1 ${cellAddress(23, column)}`);
  return failures.sort();
}

describe.each([1, 2] as const)('one digit changed anywhere in table %i', (table) => {
  const rows = puyangRows(table);
  const cases = rows.flatMap((row, line) =>
    row.slice(1).map((value, at) => ({ line, column: at + 1, value })),
  );

  test('the right rules fail at the right cells, and diagnosis names the cell and its value', () => {
    for (const { line, column, value } of cases) {
      const wrong = changeDigit(value);
      const address = cellAddress(line + 4, column);
      const changes = { [address]: wrong };
      const report = check(table === 1 ? puyang(changes) : puyang({}, changes), { strict: true });
      const failures = report.findings
        .filter((finding) => /^[BX]/.test(finding.rule))
        .map((finding) => `${finding.rule} ${finding.sheet} ${finding.cells.join(' ')}`)
        .sort();
      expect([address, failures]).toEqual([address, expectedFailures(table, line, column)]);
      const [diagnosis] = report.diagnoses;
      expect(report.diagnoses).toHaveLength(1);
      expect(diagnosis?.unique).toBe(true);
      const [correction] = diagnosis?.explanations[0]?.corrections ?? [];
      expect([
        correction?.place.sheet,
        correction?.place.cell,
        Number(correction?.proposed),
      ]).toEqual([`统计表${table}`, address, value === '' ? 0 : value]);
    }
  });
});

/** The last digit that is not zero goes up or down by one; a blank becomes 7. */
function changeDigit(value: string | number | undefined): number {
  if (value === undefined || value === '') return 7;
  const text = String(value);
  const at = text.search(/\d(?=\D*$)/);
  const digit = Number(text[at]);
  return Number(text.slice(0, at) + String(digit === 9 ? 8 : digit + 1) + text.slice(at + 1));
}
