/** What a report says has grown or fallen is held against last year's tables; without them that is said. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import type { UnitReturn } from '../../../src/domain/returns/unitReturn';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { puyang } from '../forms';

function city(changes: Changes = {}): UnitReturn {
  const workbook = puyang(changes);
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return unit;
}

/** 200 projects, a budget of 40,000, execution of 41,000 (万元) the year before. */
const lastYear = city({
  J24: 200,
  K24: 40_000,
  L24: 41_000,
  K8: 600,
  K2: '金额：万元 年份：（2018）',
});

function told(
  text: string,
  before: UnitReturn | null = lastYear,
  round: ReportingRound = 'annual',
) {
  const { figures, unrecognised } = checkReportText(text, city(), round, before);
  return [
    ...figures
      .filter(({ reading }) => reading.kind === 'growth' || reading.kind === 'difference')
      .map(
        ({ text: figure, reading, figures: cells, verdict, table }) =>
          `${figure} ${reading.kind} ${cells.map(({ address }) => address).join('/')} ${verdict} ${table}`,
      ),
    ...unrecognised.map(({ text: figure, reason }) => `${figure} ${reason}`),
  ];
}

test.each([
  [
    '购买服务预算 41528.12 万元，比上年增加 1528.12 万元。',
    '1528.12 万元 difference K24/K24 agrees 1528.12',
  ],
  ['购买服务预算 41528.12 万元，增长 3.82%。', '3.82% growth K24/K24 agrees 3.82'],
  ['购买服务预算 41528.12 万元，增长 3.28%。', '3.28% growth K24/K24 differs 3.82'],
  ['购买服务项目 236 个，较上年增加 36 个。', '36 个 difference J24/J24 agrees 36'],
  ['购买服务项目 236 个，同比增长 18%。', '18% growth J24/J24 agrees 18'],
  ['购买服务执行资金 40790.51 万元，同比下降 0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  ['购买服务执行资金 40790.51 万元，同比-0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  // The sign counts behind 增长, however it is written.
  ['购买服务执行资金 40790.51 万元，同比增长-0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  ['购买服务执行资金 40790.51 万元，同比增速为－0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  ['购买服务执行资金 40790.51 万元，同比增长−0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  ['购买服务执行资金 40790.51 万元，同比增长负0.51%。', '0.51% growth L24/L24 agrees 0.51'],
  ['购买服务预算 41528.12 万元，同比增长-3.82%。', '3.82% growth K24/K24 differs -3.82'],
  [
    '购买服务预算 41528.12 万元，比上年增加-1528.12 万元。',
    '1528.12 万元 difference K24/K24 differs -1528.12',
  ],
  // Fallen, and said to have grown.
  ['购买服务执行资金 40790.51 万元，同比增长 0.51%。', '0.51% growth L24/L24 differs -0.51'],
  [
    '购买服务教育预算 691.45 万元，比上年增加 91.45 万元。',
    '91.45 万元 difference K8/K8 agrees 91.45',
  ],
  ['2019 年购买服务预算 41528.12 万元，比 2018 年增长 3.82%。', '3.82% growth K24/K24 agrees 3.82'],
  ['购买服务预算比上年增长约 4%。', '4% growth K24/K24 agrees 4'],
])('%s', (text, expected) => {
  expect(told(text)).toEqual([expected]);
});

test('without last year’s tables it is named as not compared, and so is what covers another span', () => {
  const text = '购买服务预算 41528.12 万元，比上年增长 3.82%。';
  expect(told(text, null)).toEqual(['3.82% noLastYear']);
  const executed = '今年上半年购买服务执行资金 40790.51 万元，比上年下降 0.51%。';
  expect(told(executed, lastYear, 'july')).toEqual(['0.51% noLastYear']);
});

test.each([
  ['购买服务预算、执行分别比上年增长 25% 和下降 9.09%。', ['25% comparison', '9.09% comparison']],
  ['购买服务预算数、执行数同比分别增长 25%、33.33%。', ['25% comparison', '33.33% comparison']],
  ['购买服务预算 41528.12 万元，同口径增长 5%。', ['5% notCertain']],
  ['剔除一次性因素后，购买服务预算比上年增长 5%。', ['5% notCertain']],
])('of whose growth it is, or by which way of counting, is not certain: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  '购买服务预算 41528.12 万元，环比增长 3.82%。',
  '购买服务预算 41528.12 万元，比 2015 年增长 3.82%。',
  '购买服务预算 41528.12 万元，成本下降 3.82%。',
  '通过购买服务节约资金 300 万元，节约率 3.82%。',
  '购买服务预算执行率比上年提高 3.82 个百分点。',
  '全市一般公共预算收入增长 3.82%。',
  '购买服务新增项目 36 个。',
  '购买服务预算比年初增加 36 万元。',
  '购买服务项目较计划减少 36 个。',
])('left alone: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test('what follows a comparison with last year is of this year again', () => {
  const text = '2019 年购买服务预算 41528.12 万元，比 2018 年增长 3.82%，执行 40790.51 万元。';
  const { figures } = checkReportText(text, city(), 'annual', lastYear);
  expect(figures.map(({ figures: cells }) => cells[0]?.address)).toEqual(['K24', 'K24', 'L24']);
});
