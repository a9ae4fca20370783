/** What is there to tell, each thing once: events, slips, choices, and what follows from them? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { marksOf } from '../../../src/application/marks';
import type { ReportItem } from '../../../src/application/report/reportItem';
import { reportOf } from '../../../src/application/report/report';
import type { WorkbookReport } from '../../../src/application/report/report';
import { planCellCorrections } from '../../../src/domain/fill/planCorrections';
import type { Grid } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { reportText } from '../../../src/wording/terminal';
import { writtenContent } from '../../domain/fill/filling';
import { puyangPair } from '../../taskpane/puyang';

const figures = ['1', '2'].map((table) =>
  readFileSync(join(__dirname, `../../specimens/figures/puyang-2019-table${table}.tsv`), 'utf8'),
);
const pair = (edits: Readonly<Record<string, number | string | null>> = {}) =>
  puyangPair([figures[0] ?? '', figures[1] ?? ''], undefined, edits);

const settings = {
  round: 'annual',
  strict: false,
  lowestExecutionRate: null,
  today: { year: 2020, month: 3, day: 1 },
} as const;

const check = (sheets: readonly Grid[]) => reportOf(checkWorkbook({ sheets }, settings));
const itemsOf = ({ units }: WorkbookReport) => units.flatMap(({ items }) => items);
const causes = (report: WorkbookReport): readonly ReportItem[] =>
  itemsOf(report).filter(({ kind }) => kind !== 'finding' && kind !== 'alike');

/** All amounts of a sheet as if typed in 元. */
function inYuan(grid: Grid | undefined): Grid[] {
  if (grid === undefined) return [];
  const rows = grid.rows.map((row, at) =>
    at < 4
      ? row
      : row?.map((cell, column) =>
          cell !== undefined && typeof cell.value === 'number' && column % 4 !== 1 && column > 0
            ? { ...cell, value: Math.round(cell.value * 10_000) }
            : cell,
        ),
  );
  return [{ ...grid, rows }];
}

test('each finding is told exactly once', () => {
  const report = check(pair({ '统计表1!K12': 7580.924, '统计表1!C8': '691.45', '统计表2!D20': 3 }));
  const told = itemsOf(report).flatMap((item) => item.findings.map(({ id }) => id));
  const found = report.units.flatMap((unit) => unit.findings.map(({ id }) => id));
  expect([...told].sort()).toEqual([...found].sort());
});

test('a table in 元 is one item with one correction, which leaves nothing of it', () => {
  const [first, second] = pair();
  const sheets = [...(first === undefined ? [] : [first]), ...inYuan(second)];
  const report = check(sheets);
  const [item, ...others] = causes(report);
  expect(others).toEqual([]);
  if (item?.kind !== 'event') throw new Error('no event');
  expect([item.event.kind, item.event.form, item.event.factor]).toEqual([
    'scaled',
    'table2',
    '10000',
  ]);
  const returns = viewReturns(recogniseWorkbook({ sheets }).returns, { sheets });
  const plan = planCellCorrections(item.correction?.corrections ?? [], returns);
  expect(plan.writes).toHaveLength(item.event.corrections.length);
  const put = Object.fromEntries(
    plan.writes.map(({ place, then }) => [`${place.sheet}!${place.cell}`, writtenContent(then)]),
  );
  expect(causes(check(pair(put)))).toEqual([]);
});

test('a project in one table only offers nothing to adopt and says what to do', () => {
  // One project more in Table 1, its totals done.
  const more: Record<string, number> = {};
  const [grid] = pair();
  const add = (cell: string, by: number) => {
    const column = cell.charCodeAt(0) - 65;
    const value = grid?.rows[Number(cell.slice(1)) - 1]?.[column]?.value;
    more[`统计表1!${cell}`] = Number(((typeof value === 'number' ? value : 0) + by).toFixed(4));
  };
  for (const row of ['8', '24']) {
    for (const [columns, by] of [
      ['BJ', 1],
      ['CK', 300],
      ['DL', 280],
      ['EM', 280],
    ] as const) {
      for (const column of columns) add(column + row, by);
    }
  }
  const report = check(pair(more));
  const [item, ...others] = causes(report);
  if (item?.kind !== 'event') throw new Error('no event');
  expect([item.event.kind, item.correction, others]).toEqual(['projectMissing', null, []]);
  expect(marksOf(report).filter(({ kind }) => kind === 'culprit')).toEqual([]);
  expect(reportText('表.xlsx', report)).toMatch(/\[疑似成因\] .*请核对两张表的项目清单/);
});

test('two independent slips in one measure are two items', () => {
  const report = check(pair({ '统计表1!K12': 7580.924, '统计表2!C8': 7677.2 }));
  expect(causes(report).map(({ kind }) => kind)).toEqual(['slip', 'slip']);
});
