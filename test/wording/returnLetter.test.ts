/** A letter asks for each thing once, and says where and in which money. */
import { takeUnits } from '../../src/application/takeUnits';
import { LabelMap } from '../../src/domain/consolidate/labelMap';
import { officialForms } from '../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../src/domain/grid';
import { gridOfLayout } from '../../src/domain/template/layoutGrid';
import { returnLetter } from '../../src/wording/returnLetter';
import type { UnitPlan } from '../domain/consolidate/sets';
import { unitWorkbook } from '../domain/consolidate/sets';
import { settings } from '../domain/forms';
import { countyFigures, countyLayouts } from '../sets/countyFigures';

function letterFor(workbook: WorkbookGrids, language: 'zh-CN' | 'en-US' = 'zh-CN') {
  const source = { kind: 'file', file: '甲.xlsx' } as const;
  const labels = new LabelMap([], officialForms);
  const [one] = takeUnits('1', source, workbook, settings, labels).units;
  if (one === undefined) throw new Error('no unit');
  return returnLetter(one.unit, one.report.items, language);
}

const letterOf = (plan: UnitPlan, language?: 'zh-CN' | 'en-US') =>
  letterFor(unitWorkbook(plan), language);

test('what both tables lack is one thing to be put right', () => {
  expect(letterOf({ name: '' }).errors.slice(1)).toEqual([
    '1. 工作表“统计表1”、“统计表2”：没有填写填报单位。请补填。',
  ]);
  expect(letterOf({ name: '' }, 'en-US').errors[1]).toMatch(/^1\. Sheet “统计表1”, “统计表2”: /);
});

test('what is wrong with one of them names that one', () => {
  const { errors } = letterOf({ table1: { A2: '填报单位：' } });
  expect(errors.slice(1)).toHaveLength(1);
  expect(errors[1]).toMatch(/^1\. 工作表“统计表1”：/);
});

test('of a project that one table lacks every amount has its money unit', () => {
  const { table1, table2 } = countyFigures(3);
  // 30, 28 and 28 万元, in 分.
  const project = [1n, 30_000_000n, 28_000_000n, 28_000_000n];
  const more = table1.map((line, at) =>
    at === 3 ? line.map((figure, column) => (figure ?? 0n) + (project[column] ?? 0n)) : line,
  );
  const plan = { name: '甲县', figures: { table1: more, table2 }, totals: 'typed' } as const;
  const { errors } = letterFor({ sheets: countyLayouts(plan).map(gridOfLayout) });
  expect(errors.join('\n')).toContain(
    '统计表2比统计表1少 1 个项目（一般公共预算：预算数 30 万元、执行数 28 万元、决算数 28 万元）',
  );
});
