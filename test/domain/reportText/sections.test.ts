/** Of what, and of when, does a sentence speak that does not say it? Of what its heading, or the sentence before, names. */
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { grid, officialSheet, puyang, puyangRows } from '../forms';

const whole = '2019年全市政府购买服务预算41528.12万元。\n';

/** Figures that are said to be wrong behind a sentence about the whole. */
function wrong(text: string, round: ReportingRound = 'annual', workbook = puyang()): number {
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  const { figures, unrecognised } = checkReportText(text, unit, round);
  const differing = figures.filter(({ verdict }) => verdict === 'differs').length;
  // What is not said to be wrong is named, and not passed over.
  expect([text, differing + unrecognised.length > 0]).toEqual([text, true]);
  return differing;
}

test.each([
  '（一）濮阳县。\n政府购买服务项目20个，预算3200万元，执行3100万元。',
  '二、县区情况\n濮阳县。政府购买服务项目20个，预算3200万元。',
  '（一）市教育局。政府购买服务项目6个，预算1200万元。',
  '濮阳县典型做法\n2019年政府购买服务预算3200万元，执行3100万元。',
  '濮阳县高度重视政府购买服务工作。2019年政府购买服务预算3200万元。',
  '清丰县推进改革。全年政府购买服务项目33个。',
  '市城管局积极推进。全年政府购买服务项目33个。',
  '二、典型案例\n（一）城市环卫保洁。政府购买服务预算3200万元。',
  '2019年，濮阳县高度重视，政府购买服务工作有序推进。全年政府购买服务项目33个。',
  '濮阳县高度重视政府购买服务工作。\n2019年政府购买服务预算3200万元。',
  '（一）濮阳县\n1.总体情况。政府购买服务项目20个，预算3200万元。',
  '濮阳县\n一、预算情况\n政府购买服务预算3200万元。\n二、执行情况\n政府购买服务执行3100万元。',
  '濮阳县推进改革。政府购买服务工作成效明显。全年政府购买服务预算3200万元。',
  '（一）濮阳县。政府购买服务预算3200万元。\n（二）基本情况\n政府购买服务预算3200万元。',
  '二、市直部门\n政府购买服务项目20个，预算3200万元。',
  '三、典型经验\n（一）基本情况。政府购买服务预算3200万元。',
])('under the name of a part nothing is said to be wrong: %s', (text) => {
  expect(wrong(whole + text)).toBe(0);
});

test.each([
  '（一）濮阳县。\n政府购买服务项目20个。\n二、总体情况\n政府购买服务项目21个。',
  '二、县区情况\n濮阳县。全市政府购买服务项目21个。',
  '濮阳县推进改革。全市政府购买服务工作有序推进。政府购买服务项目21个。',
  '濮阳县高度重视政府购买服务工作。\n一、政府购买服务情况\n政府购买服务项目21个。',
  '二、基本情况\n（一）濮阳县。政府购买服务项目20个。\n三、预算情况\n政府购买服务项目21个。',
  '濮阳市高度重视。政府购买服务项目21个。',
  '市财政局高度重视。政府购买服务项目21个。',
  '我市稳步推进。政府购买服务项目21个。',
])('once the whole is named again it is compared: %s', (text) => {
  expect(wrong(whole + text)).toBe(1);
});

test.each([
  ['濮阳县财政局', '濮阳县高度重视。\n一、濮阳县情况\n濮阳县推进改革。全县政府购买服务项目21个。'],
  ['濮阳县财政局', '濮阳县推进改革。政府购买服务项目21个。'],
  ['濮阳市教育局', '市教育局积极推进。政府购买服务项目21个。'],
])('the own name of %s is the whole: %s', (unit, text) => {
  expect(wrong(text, 'annual', namedWorkbook(unit))).toBe(1);
});

test.each([
  '濮阳县财政局等7个单位汇总',
  '濮阳县财政局等1,234个单位汇总',
  'Sum of 濮阳县财政局 and others (7 units)',
])(
  'of a sum, %s, any 全市 or 全县 is the whole, and the unit that it is called after a part',
  (unit) => {
    const workbook = namedWorkbook(unit);
    for (const all of ['我市', '全市', '全县', '全区']) {
      expect(wrong(`${all}政府购买服务项目21个。`, 'annual', workbook)).toBe(1);
    }
    expect(wrong('濮阳县推进改革。政府购买服务项目21个。', 'annual', workbook)).toBe(0);
    const titled =
      '濮阳市2019年政府购买服务工作总结\n一、基本情况\n濮阳市稳步推进。政府购买服务项目21个。';
    expect(wrong(titled, 'annual', workbook)).toBe(1);
  },
);

/** The pair of a unit with that name. */
function namedWorkbook(unit: string) {
  const heading = { unit, year: '（2019）', currency: '万元' };
  return {
    sheets: [
      grid('统计表1', officialSheet(1, puyangRows(1), heading)),
      grid('统计表2', officialSheet(2, puyangRows(2), heading)),
    ],
  };
}

test.each([
  '四、2020年工作打算\n安排政府购买服务项目260个，预算5亿元。',
  '四、2020年计划\n（一）预算情况\n政府购买服务项目260个。',
  '四、下一步工作\n安排政府购买服务项目260个，预算5亿元。',
  '上年工作情况\n政府购买服务项目200个，预算30000万元。',
  '回顾2018年，工作扎实。政府购买服务项目200个，预算33222.49万元。',
  '回顾2018年，工作扎实。\n政府购买服务项目200个，预算33222.49万元。',
  '2018年，全市政府购买服务工作稳步推进。全年政府购买服务项目200个。',
  '2018年全市政府购买服务项目200个。政府购买服务预算33222.49万元。',
  '一、上半年情况\n政府购买服务项目100个，预算20000万元。',
])('under another time nothing is said to be wrong: %s', (text) => {
  expect(wrong(whole + text)).toBe(0);
});

test.each([
  '一、2018年情况\n政府购买服务项目200个。\n二、2019年情况\n政府购买服务项目21个。',
  '上年工作情况\n2019年政府购买服务项目21个。',
  '回顾2018年，工作扎实。2019年稳步推进。政府购买服务项目21个。',
  '回顾2018年，工作扎实。\n一、基本情况\n政府购买服务项目21个。',
  '2018年12月，市财政局召开会议。\n政府购买服务项目21个。',
  '与2018年相比，政府购买服务工作稳步推进。政府购买服务项目21个。',
  '（2020年1月5日）\n政府购买服务项目21个。',
])('the tables’ year, named again, is compared: %s', (text) => {
  expect(wrong(whole + text)).toBe(1);
});

test('a heading of a span that does not begin in January is of another time', () => {
  expect(wrong(`${whole}一、4-6月情况\n政府购买服务执行6000万元。`, 'july')).toBe(0);
  expect(wrong(`${whole}一、1-6月情况\n政府购买服务执行6000万元。`, 'july')).toBe(1);
});
