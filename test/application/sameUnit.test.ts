/** Two pairs of one unit and year in a workbook do not pass silently. */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { insertConsolidation } from '../../src/application/consolidation/insertConsolidation';
import { consolidate } from '../../src/domain/consolidate/consolidate';
import { reportOf } from '../../src/application/report/makeReport';
import type { WorkbookGrids } from '../../src/domain/grid';
import { checkedFile } from '../../src/cli/jsonReport';
import { reportText } from '../../src/wording/terminal';
import type { UnitPlan } from '../domain/consolidate/sets';
import { unitWorkbook } from '../domain/consolidate/sets';
import { settings } from '../domain/forms';
import { givenFiles, judgedGiven } from './consolidation/given';
import { openMemory } from './fixture';

/** Units' sheets in one workbook, each set of them with an ending of its own. */
function together(...plans: readonly UnitPlan[]): WorkbookGrids {
  const sheets = plans.flatMap((plan, at) =>
    unitWorkbook(plan).sheets.map((sheet) => ({
      ...sheet,
      name: at === 0 ? sheet.name : `${sheet.name} (${at + 1})`,
    })),
  );
  return { sheets };
}

const sameUnit = (workbook: WorkbookGrids) => checkWorkbook(workbook, settings).sameUnit;

test('both are named, in the terminal and in its JSON', () => {
  const workbook = together(
    { name: '甲县财政局' },
    { name: '乙县财政局' },
    { name: ' 甲县财政局（公章）', times: 2 },
  );
  const report = reportOf(checkWorkbook(workbook, settings));
  const pairs = [1, 3];
  const message =
    '“甲县财政局”2019 年的表有 2 套：第 1 套（“统计表1”、“统计表2”）、第 3 套（“统计表1 (3)”、“统计表2 (3)”）。请核对是否留有旧稿，只应报送一套；分属不同报送期的除外。';
  expect(report.sameUnit).toEqual([pairs]);
  expect(reportText('甲.xlsx', report)).toContain(message);
  expect(checkedFile('甲.xlsx', report, null).sameUnit).toEqual([{ pairs, message }]);
});

test('another name, another year, no name and two halves are not the same unit twice', () => {
  expect(sameUnit(together({ name: '甲县' }, { name: '乙县' }))).toEqual([]);
  expect(sameUnit(together({ name: '甲县' }, { name: '甲县', year: '（2018）' }))).toEqual([]);
  expect(sameUnit(together({ name: '' }, { name: '' }))).toEqual([]);
  expect(sameUnit(together({ name: '甲县', tables: [1] }, { name: '乙县' }))).toEqual([]);
});

test('a result that we have written is no second pair of the unit that it is called after', async () => {
  const open = openMemory([]);
  const set = judgedGiven(givenFiles([{ name: '甲县' }, { name: '乙县', times: 3 }]));
  const result = consolidate(set.judgement, '某市财政局');
  if (result === null) throw new Error('nothing counts');
  const notes = { name: '汇总说明', columns: [], rows: [], hasFilter: false };
  await insertConsolidation(open.workbook, open.log, { result, inputs: 'formulas', notes });
  const read = await open.workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  const own = together({ name: '某市财政局' }).sheets.map((sheet) => ({
    ...sheet,
    name: `本级${sheet.name}`,
  }));
  expect(sameUnit({ ...read.value, sheets: [...read.value.sheets, ...own] })).toEqual([]);
});
