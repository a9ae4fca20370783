/** What is there to tell, each thing once: events, slips, choices, and what follows from them? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { marksOf } from '../../../src/application/marks';
import type { ReportItem } from '../../../src/application/report/reportItem';
import { listedItems } from '../../../src/application/report/listedItems';
import { reportOf } from '../../../src/application/report/makeReport';
import type { WorkbookReport } from '../../../src/application/report/report';
import { planCellCorrections } from '../../../src/domain/fill/planCorrections';
import type { Grid } from '../../../src/domain/grid';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { findingName, itemMessage, itemTitle } from '../../../src/wording/items';
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
  expect(plan.changes).toHaveLength(item.event.corrections.length);
  const put = Object.fromEntries(
    plan.changes.map(({ place, then }) => [`${place.sheet}!${place.cell}`, writtenContent(then)]),
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

test('a total line left blank is one item that says so, not a choice of one', () => {
  const blank = Array.from('BCDEFGHIJKLM').map((column) => [`统计表1!${column}24`, null] as const);
  const report = check(pair(Object.fromEntries(blank)));
  expect(causes(report)).toEqual([]);
  const [item] = listedItems(itemsOf(report), { hidden: [], sheet: null, rule: null });
  if (item === undefined) throw new Error('nothing is listed');
  expect(itemTitle(item, 'zh-CN')).toBe('合计未填 12 格');
  expect(itemMessage(item, 'zh-CN')).toMatch(/^合计有 12 格未填.*请填充合计。$/);
  expect(item.findings.map(({ rule }) => rule)).toEqual([
    ...Array.from(blank, () => 'B-020'),
    ...Array.from(blank, () => 'X-010'),
  ]);
});

test('a sum that lacks exactly a blank total stands with it; one that is off otherwise does not', () => {
  const told = (edits: Readonly<Record<string, number | null>>) =>
    listedItems(itemsOf(check(pair(edits))), { hidden: [], sheet: null, rule: null })
      .filter(({ severity }) => severity === 'error')
      .map((item) => [itemTitle(item, 'zh-CN'), item.findings.length]);
  const blocks = { '统计表1!J8': null, '统计表1!K8': null, '统计表1!L8': null, '统计表1!M8': null };
  expect(told(blocks)).toEqual([['合计未填 4 格', 8]]);
  expect(told({ ...blocks, '统计表1!J24': 1 })).not.toContainEqual(['合计未填 4 格', 8]);
});

test('a slip counts in its sentence what is listed with it', () => {
  const [item] = causes(check(pair({ '统计表1!E7': 2700 })));
  if (item?.kind !== 'slip') throw new Error('no slip');
  expect(item.findings.length).toBeGreaterThan(item.explanation.findings.length);
  expect(itemMessage(item, 'zh-CN')).toContain(`（解决 ${item.findings.length} 项不符）`);
});

test('a column kept as text beneath a sum is one item that says what to do', () => {
  const cells = Object.fromEntries(
    [5, 7, 8, 9, 10].map((row) => [`统计表1!C${row}`, `${row * 10}.5`]),
  );
  const items = itemsOf(check(pair(cells))).filter(({ findings }) =>
    findings.some(({ rule }) => rule === 'L-050'),
  );
  expect(items.map(({ kind, findings }) => [kind, findings.length])).toEqual([['alike', 5]]);
  expect(itemMessage(items[0] as ReportItem, 'zh-CN')).toBe(
    '共 5 处数字是文本格式，Excel 求和时不会计入。请转换为数字。',
  );
  expect(itemMessage(items[0] as ReportItem, 'en-US')).toContain('5 numbers are kept as text');
});

test('fields above the tables are named by what is wrong with them', () => {
  const report = check(pair({ '统计表1!A2': '填报单位：', '统计表2!A2': '填报单位：' }));
  const items = listedItems(itemsOf(report), { hidden: [], sheet: null, rule: 'C-020' });
  expect(items.map((item) => itemTitle(item, 'zh-CN'))).toEqual(['表头未填：填报单位']);
  expect(items[0]?.findings.map((finding) => findingName(finding, 'zh-CN'))).toEqual([
    '统计表1·填报单位',
    '统计表2·填报单位',
  ]);
});

test('what keeps figures from being read stands before what explains failed totals', () => {
  const report = check(pair({ '统计表1!A19': '金融类', '统计表1!K12': 7580.924 }));
  const leading = (items: readonly ReportItem[]) =>
    items
      .slice(
        0,
        items.findIndex(({ kind }) => kind === 'slip'),
      )
      .flatMap(({ findings }) => findings.map(({ rule }) => rule));
  const listed = listedItems(itemsOf(report), { hidden: [], sheet: null, rule: null });
  expect(leading(itemsOf(report))).toEqual(['C-030', 'C-030']);
  expect(leading(listed)).toEqual(['C-030', 'C-030']);
});
