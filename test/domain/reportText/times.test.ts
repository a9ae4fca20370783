/** Of when does a sentence speak, and are the tables of that time? */
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

/** What is said to be wrong. */
function wrong(text: string, round: ReportingRound): string[] {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return checkReportText(text, unit, round).figures.map(
    ({ text: figure, verdict }) => `${figure} ${verdict}`,
  );
}

test.each([
  ['july', '4-6月'],
  ['july', '4-6 月份'],
  ['july', '2019 年 4 月至 6 月'],
  ['july', '2019年4月1日至2019年6月30日'],
  ['july', '1月1日至6月15日'],
  ['july', '去年7月至今年6月底，'],
  ['annual', '4-12月'],
  ['annual', '10月到12月底'],
  ['annual', '1-6月'],
] as const)('in the %s round %s is not of the tables', (round, span) => {
  expect(wrong(`${span}政府购买服务执行 6000 万元。`, round)).toEqual([]);
});

test.each([
  ['july', '1-6月'],
  ['july', '1-6月份'],
  ['july', '2019 年 1 月至 6 月'],
  ['july', '1月1日至6月30日'],
  ['july', '截至6月底'],
  ['annual', '1—12月'],
  ['annual', '2019年1月1日至2019年12月31日，'],
] as const)('in the %s round %s is of the tables', (round, span) => {
  expect(wrong(`${span}政府购买服务执行 6000 万元。`, round)).toEqual(['6000 万元 differs']);
});

test('in January 上年 is the tables’ year, or the one before it', () => {
  expect(wrong('上年政府购买服务预算 30000 万元，执行率 96.8%。', 'january')).toEqual([]);
  expect(wrong('上年政府购买服务预算 41528.12 万元。', 'january')).toEqual([
    '41528.12 万元 agrees',
  ]);
});
