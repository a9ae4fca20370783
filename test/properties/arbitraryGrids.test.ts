/** Whatever stands in the cells, a check ends with a report that adds up and can be read. */
import * as fc from 'fast-check';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { checkedFile } from '../../src/cli/jsonReport';
import { reportOf } from '../../src/application/report/makeReport';
import { reportText } from '../../src/wording/terminal';
import type { Cell, CellValue, Grid } from '../../src/domain/grid';
import { reportingRounds } from '../../src/domain/forms/rounds';
import { settings } from '../domain/forms';
import { layOut, layouts } from './layouts';
import { lineLabels, projects, tablesOf, writings, written } from './pairs';
import { runs } from './runs';

const ourWords = [
  '一般公共预算',
  '政府性基金预算',
  '合计',
  '项目数',
  '预算数',
  '执行数',
  '决算数',
  '一般公共预算项目数',
  '政府购买服务项目资金统计表1',
  '政府购买服务项目资金统计表2',
  '填报单位：',
  '填报单位：甲县财政局　金额：万元　年份：（2019）',
  '金额：',
  '万元',
  '年份：二〇一九年',
  '其中：学前教育',
  '注：',
  '栏次',
  '—',
  '１，２３４.５０万元',
  '__proto__',
  'constructor',
  '=HYPERLINK("x","教育")',
  ...lineLabels[0].slice(0, 6),
  ...lineLabels[1].slice(0, 3),
];

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ourWords) },
  { weight: 3, arbitrary: fc.integer({ min: -5, max: 3000 }) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom<CellValue>(true, null, { error: '#REF!' }, '') },
);

const formula = fc.option(
  fc.constantFrom(
    '=SUM(B5:B23)',
    '=B5+F5',
    '=SUM(A1:XFD1048576)',
    "='[1]表'!A1",
    '=IF(A1="","",A1)',
    '=((((',
    '=A1',
    '=B2+C3-SUM(B2:C3,)',
  ),
  { freq: 6 },
);

const cell: fc.Arbitrary<Cell> = fc.record({
  value,
  formula,
  numberFormat: fc.constantFrom('General', '0.00', 'yyyy-mm-dd', '0.0,,"x"', '@', '[红色'),
});

const row = fc.sparseArray(cell, { maxLength: 20, maxNumElements: 16 });

const grid: fc.Arbitrary<Omit<Grid, 'name'>> = fc.record({
  visibility: fc.constantFrom<Grid['visibility']>('visible', 'hidden'),
  rows: fc.array(row, { maxLength: 30 }),
  merges: fc.constant(null),
  hiddenRows: fc.constantFrom(new Set<number>(), new Set([3, 7])),
  hiddenColumns: fc.constantFrom(new Set<number>(), new Set([2])),
});

const asked = fc.record({
  round: fc.constantFrom(...reportingRounds),
  strict: fc.boolean(),
  lowestExecutionRate: fc.constantFrom(null, 80),
});

/** A table of ours with cells of any content dropped into it. */
const damaged = fc
  .record({
    list: projects,
    writing: writings,
    layout: layouts(),
    form: fc.constantFrom<1 | 2>(1, 2),
    drops: fc.array(
      fc.record({ at: fc.nat(40), column: fc.nat(18), cell: fc.option(cell, { nil: undefined }) }),
      { maxLength: 12 },
    ),
  })
  .map(({ list, writing, layout, form, drops }): Omit<Grid, 'name'> => {
    const heading = { unit: '甲县财政局', year: 2019, currency: writing.unit };
    const table = written(tablesOf(list, writing.empty)[form === 1 ? 0 : 1], writing);
    const whole = layOut(form, table, layout, heading, '');
    const rows = whole.grid.rows.map((cells) => (cells === undefined ? undefined : [...cells]));
    for (const drop of drops) {
      const cells = (rows[drop.at] ??= []);
      cells[drop.column] = drop.cell;
    }
    return { ...whole.grid, rows };
  });

function endsWell(grids: readonly Omit<Grid, 'name'>[], differing: Partial<typeof settings>): void {
  const workbook = { sheets: grids.map((entry, at) => ({ ...entry, name: `表${at}` })) };
  const check = () => reportOf(checkWorkbook(workbook, { ...settings, ...differing }));
  const report = check();
  const { checks } = report;
  expect(checks.satisfied + checks.violated + checks.undetermined).toBe(checks.run);
  const json = JSON.stringify(checkedFile('表.xlsx', report, null));
  expect(JSON.stringify(checkedFile('表.xlsx', check(), null))).toBe(json);
  expect(json).not.toMatch(/undefined|NaN|Infinity|\[object/);
  expect(reportText('表.xlsx', report)).not.toMatch(/undefined|NaN|\[object/);
}

test('words of ours scattered among any cells', () => {
  fc.assert(
    fc.property(fc.array(grid, { minLength: 1, maxLength: 3 }), asked, endsWell),
    runs(150),
  );
});

test('tables of ours with anything dropped into them', () => {
  fc.assert(
    fc.property(fc.array(damaged, { minLength: 1, maxLength: 2 }), asked, endsWell),
    runs(60),
  );
});
