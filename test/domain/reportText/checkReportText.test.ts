/** Figures in a report's text: found by what their sentence says, never by their value. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportingRound } from '../../../src/domain/forms/rounds';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import type { Changes } from '../forms';
import { puyang } from '../forms';

function checked(text: string, round: ReportingRound = 'annual', changes: Changes = {}) {
  const workbook = puyang(changes);
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return checkReportText(text, unit, round);
}

/** Each figure as text, cells and verdict. */
function told(text: string, round?: ReportingRound, changes?: Changes): string[] {
  return checked(text, round, changes).figures.map(
    ({ text: figure, figures, verdict }) =>
      `${figure} ${figures.map(({ address, table }) => `${table.form === 'table1' ? '' : '2!'}${address}`).join('/')} ${verdict}`,
  );
}

const report = readFileSync(
  join(__dirname, '../../specimens/figures/puyang-2019-report.txt'),
  'utf8',
);

test.each([
  '未按期完成的购买服务项目 70 个，涉及资金 41528.12 万元。',
  '按期完成的购买服务项目 70 个，涉及资金 41528.12 万元。',
  '已支付的购买服务项目 70 个。',
])('a part of the projects is not all of them: %s', (text) => {
  expect(checked(text)).toEqual({ figures: [], unrecognised: [] });
});

test('in the city’s own report four figures are the tables’, all agree, and nothing else is said', () => {
  const { figures, unrecognised } = checked(report);
  expect(told(report)).toEqual([
    '236 个 J24 agrees',
    '41528.12 万元 K24 agrees',
    '40790.51 万元 L24 agrees',
    '40201.88 万元 M24 agrees',
  ]);
  expect(unrecognised).toEqual([]);
  for (const { text, start, end } of figures) expect(report.slice(start, end)).toBe(text);
});

test.each([
  ['236 个', '263 个'],
  ['41528.12', '41528.21'],
  ['40790.51', '40970.51'],
  ['40201.88', '4020.188'],
])('%s changed into %s: that one differs, and no other', (right, wrong) => {
  const verdicts = checked(report.replace(right, wrong)).figures.map(({ verdict }) => verdict);
  expect(verdicts.filter((verdict) => verdict === 'differs')).toHaveLength(1);
  expect(verdicts.filter((verdict) => verdict === 'agrees')).toHaveLength(3);
});

test.each([
  ['购买服务预算四亿一千五百二十八万元', '四亿一千五百二十八万元 K24 agrees'],
  ['购买服务项目二百三十六个', '二百三十六个 J24 agrees'],
  ['购买服务预算 41,528.12 万元', '41,528.12 万元 K24 agrees'],
  ['购买服务预算４１５２８．１２万元', '４１５２８．１２万元 K24 agrees'],
  ['购买服务预算415281184元', '415281184元 K24 agrees'],
  ['购买服务预算 415281.18 千元', '415281.18 千元 K24 agrees'],
  ['购买服务预算 4.15 亿元', '4.15 亿元 K24 agrees'],
  ['购买服务预算4亿1528.12万元', '4亿1528.12万元 K24 agrees'],
  ['购买服务预算 41528.12 万，', '41528.12 万 K24 agrees'],
  ['购买服务预算 41528 万元', '41528 万元 K24 agrees'],
  ['购买服务预算 41528.118 万元', '41528.118 万元 K24 agrees'],
  ['购买服务预算 41528.119 万元', '41528.119 万元 K24 differs'],
  ['购买服务执行 40790.50 万元', '40790.50 万元 L24 doubtful'],
  ['购买服务预算 4 万余元', '4 万余元 K24 doubtful'],
  ['购买服务预算 41000 余万元', '41000 余万元 K24 agrees'],
  ['购买服务预算 42000 余万元', '42000 余万元 K24 differs'],
  ['购买服务预算近 42000 万元', '42000 万元 K24 agrees'],
  ['购买服务预算近 40000 万元', '40000 万元 K24 differs'],
  ['购买服务预算超过 4 亿元', '4 亿元 K24 agrees'],
  ['购买服务预算约 4.2 亿元', '4.2 亿元 K24 agrees'],
  ['购买服务预算约 4.5 亿元', '4.5 亿元 K24 differs'],
  ['购买服务预算 40790.51 万元', '40790.51 万元 K24 doubtful'],
])('%s: %s', (text, expected) => {
  expect(told(text)).toEqual([expected]);
});

test.each([
  ['购买服务支出完成预算的 98.22%。', ['98.22% L24/K24 agrees']],
  [
    '购买服务决算 40201.88 万元，占预算的 96.81%。',
    ['40201.88 万元 M24 agrees', '96.81% M24/K24 agrees'],
  ],
  [
    '购买服务预算中，教育占 1.67%，公共安全占 6.33%。',
    ['1.67% K8/K24 agrees', '6.33% K7/K24 differs'],
  ],
  [
    '医疗卫生和计划生育购买服务项目 12 个，预算 7580.94 万元（其中政府性基金 497.92 万元），执行 7715.94 万元。',
    [
      '12 个 J12 agrees',
      '7580.94 万元 K12 agrees',
      '497.92 万元 G12 agrees',
      '7715.94 万元 L12 agrees',
    ],
  ],
  [
    '卫生健康、文化旅游体育与传媒购买服务执行数分别为 7715.94 万元和 210.41 万元。',
    ['7715.94 万元 L12 agrees', '210.41 万元 L10 differs'],
  ],
  ['政府购买服务（政府性基金预算）执行 5739.35 万元。', ['5739.35 万元 H24 agrees']],
  [
    '教育、公共安全三个领域购买服务预算分别为 691.45 万元、2625.51 万元。',
    ['691.45 万元 K8 agrees', '2625.51 万元 K7 agrees'],
  ],
  ['购买服务项目由上年的 200 个增加到 236 个。', ['236 个 J24 agrees']],
  ['购买服务按种类看，技术性服务预算 6958.70 万元。', ['6958.70 万元 2!K8 agrees']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  '推进购买服务项目实施，建立制度 5 个。',
  '全市一般公共预算支出完成 35051.16 万元，增长 8.1%。',
  '政府购买服务预算 2020 年计划安排 50000 万元。',
  '2018 年购买服务预算 38000 万元，比上年增加 41528.12 万元，增长 9.3%。',
  '台前县购买服务预算 200 余万元，教育局购买服务支出 693.92 万元。',
  '其中市本级购买服务项目 100 个，预算 20000 万元。',
  '购买居家养老服务 41528.12 万元。',
  '购买服务预算安排环卫保洁经费 300 万元。',
  '购买服务预算绩效目标覆盖率 100%，完成 12 次培训。',
  '十三五期间购买服务支出 12 亿元，第三季度购买服务支出 9000 万元。',
  '“智慧养老”购买服务项目总预算 300 万元，垃圾处理项目采取购买服务方式，支出 200 万元。',
  '下一步，拟将购买服务预算提高到 6 亿元，项目增加到 300 个。',
  '购买服务预算超千万元的领域有 12 个，超过 5000 万元的单位有 3 家。',
  '去年购买服务预算达到 38000 万元。',
  '购买服务工作取得 200-300 万元的成效，第 3 个项目。',
])('%s: nothing of it is the tables’', (text) => {
  const { figures, unrecognised } = checked(text);
  expect([...figures, ...unrecognised].map((figure) => figure.text)).toEqual([]);
});

test('in July the final accounts are last year’s, and half a year is this year’s', () => {
  const text =
    '2019 年购买服务预算 41528.12 万元，上半年执行 40790.51 万元；2018 年决算 40201.88 万元。';
  expect(told(text, 'july')).toHaveLength(3);
  expect(told(text, 'annual')).toEqual(['41528.12 万元 K24 agrees']);
  expect(told('去年购买服务预算 41528.12 万元。', 'january')).toEqual(['41528.12 万元 K24 agrees']);
  expect(told('去年购买服务预算 41528.12 万元。', 'july')).toEqual([]);
});

test('what cannot be bound or read is said to be not recognised, and is not judged', () => {
  const reasons = (text: string, changes?: Changes) => {
    const { figures, unrecognised } = checked(text, 'annual', changes);
    return [...figures.map(({ verdict }) => verdict), ...unrecognised.map(({ reason }) => reason)];
  };
  expect(reasons('购买服务预算、执行、决算分别为 1 万元、2 万元。')).toEqual(['unequalList']);
  expect(reasons('购买服务资金投向教育 111.11 万元。')).toEqual(['noColumn']);
  expect(reasons('购买服务资金投向教育 691.45 万元。')).toEqual(['agrees']);
  expect(reasons('购买服务外交预算 3 万元。')).toEqual(['differs']);
  expect(reasons('教育购买服务预算 691.45 万元。', { K8: '约七百' })).toEqual(['unclear']);
  expect(reasons('教育购买服务预算 691.45 万元。', { K8: undefined })).toEqual(['noFigure']);
  expect(reasons('教育购买服务预算 691.45 万元。', { K2: '年份：（2019）' })).toEqual(['unclear']);
});

test('lines broken by a narrow page are one sentence; rows of a printed table are none', () => {
  const broken = '在省财政厅的正确指导下，我市牢牢把握要求，政府购买服务预算\n资金 41528.12 万元。';
  expect(told(broken)).toEqual(['41528.12 万元 K24 agrees']);
  expect(told('统计表1\n教育\t3 个\t691.45\n合计\t236\t41528.12')).toEqual([]);
});

test.each([
  ['digits', '购买服务预算 ' + '9'.repeat(200_000) + ' 万元'],
  ['numbers without a stop', '购买服务预算' + '1 万元'.repeat(40_000)],
  ['words without a number', '教育、购买服务预算'.repeat(40_000)],
  ['brackets', '购买服务预算' + '('.repeat(100_000) + '41528.12 万元'],
])('a text of endless %s is read in time that grows with its length', (_, text) => {
  expect(checked(text).figures.length).toBeLessThan(2);
});

/** Of what is not compared: the figure, why, and what the tables have where it may be of. */
function left(text: string): string[] {
  return checked(text).unrecognised.map(
    ({ text: figure, reason, candidates }) =>
      `${figure} ${reason} ${candidates.map(({ table }) => table).join('/')}`,
  );
}

test.each([
  ['面向老年人的购买服务预算 300 万元', '300 万元 notCertain 41528'],
  ['购买服务预算 41528.12 万元，其中养老预算 3000 万元', '3000 万元 notCertain 41528'],
  ['购买服务合同金额 32399 万元，已支付 34710 万元', '34710 万元 notCertain 40791'],
  ['四十六个项目因故未实施，涉及购买服务预算 4621 万元', '4621 万元 notCertain 41528'],
  ['全市公共安全支出 12.3 亿元，其中购买服务 2628.37 万元', '12.3 亿元 notCertain 0.3'],
  ['教育购买服务支出占一般公共预算支出的比重为 1.60%', '1.60% notCertain 1.98'],
  ['购买服务预算 41528.12 万元，调整预算 42000 万元', '42000 万元 notCertain 41528'],
  ['一般公共服务购买服务预算 3275.3 万元，一般公共服务支出 5.2 亿元', '5.2 亿元 noColumn 0.3/0.3'],
  ['全市政府购买服务项目实施完成 230 个', '230 个 notCertain 236'],
  ['购买服务预算 41528.12 万元，其中当年预算 40000 万元', '40000 万元 notCertain 41528'],
  ['购买服务教育项目 3 个；预算 300 万元', '300 万元 notCertain 691/41528'],
  [
    '购买服务年初预算 39528.12 万元，年中追加 2000 万元，预算数 41528.12 万元',
    '39528.12 万元 notCertain 41528.12',
  ],
  [
    '购买服务年初预算数 39528.12 万元，调整后预算数 41528.12 万元',
    '39528.12 万元 notCertain 41528.12',
  ],
  ['购买服务预算由财政安排 38000 万元，单位自筹 3528.12 万元', '38000 万元 notCertain 41528'],
  ['购买服务执行数中，已支付 38000 万元，未支付 2790.51 万元', '38000 万元 notCertain 40791'],
  ['农林水购买服务决算率 100%', '100% notCertain 95'],
])('what a sentence leaves open is named with what it may be of: %s', (text, expected) => {
  expect(told(text).filter((one) => !one.endsWith('agrees'))).toEqual([]);
  expect(left(text)).toEqual([expected]);
});

test.each([
  '购买服务支出占一般公共预算支出的比重为 71.60%。',
  '50 万元以上的购买服务项目 122 个，预算 3000 万元。',
  '购买服务资金支付率低于 50% 的项目有 190 个。',
  '购买服务中 100 万元以上项目 45 个。',
  '政府购买服务项目中，预算 100 万元以上的 58 个，50 万元以下的 120 个。',
  '政府购买服务预算超过 500 万元的 10 个。',
  '改革以来，累计实施购买服务项目 183 个，累计投入 62714.73 万元。',
  '全省购买服务预算 50000 万元，全县购买服务项目 3 个。',
  '重点购买服务项目 56 个，资金 347.89 万元。',
])('other figures are left alone: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['购买服务项目数、预算数、执行数依次为 236 个、41528.12 万元、40790.51 万元。', 'J24 K24 L24'],
  ['购买服务预算 35956.49 万元，其余 5571.63 万元为政府性基金。', 'K24 G24'],
  ['以教育为例，购买服务项目 3 个，预算 691.45 万元。', 'J8 K8'],
  ['全年编报政府购买服务预算 41528.12 万元，支付进度 98.22%。', 'K24 L24/K24'],
  ['购买服务预算 41528.12 万元，执行了 41528.12 万元的预算。', 'K24 K24'],
])('is read: %s', (text, cells) => {
  const found = checked(text).figures.map(({ figures }) =>
    figures.map(({ address }) => address).join('/'),
  );
  expect(found.join(' ')).toBe(cells);
});

/** Figures that are named and not compared. */
const notCompared = (text: string): string[] =>
  checked(text).unrecognised.map(({ text: figure, reason }) => `${figure} ${reason}`);

test('a sum of several lines that were named is not passed over', () => {
  const text = '购买服务预算中，城乡社区 8966.16 万元、金融 8051.18 万元，两项合计 17071.34 万元。';
  expect(notCompared(text)).toEqual(['17071.34 万元 sum']);
});

test.each([
  ['教育和公共安全两个领域购买服务预算合计 3316.96 万元，占总量的 7.99%。', []],
  ['教育等 17 个领域购买服务预算 41000 万元。', []],
  [
    '购买服务支出中教育 693.92 万元、城乡社区 9370 万元，两项合计 10063.92 万元，占 24.67%。',
    ['693.92 万元 L8 agrees', '9370 万元 L14 agrees'],
  ],
  [
    '购买服务预算中，一般公共预算 35956.49 万元，政府性基金 5571.63 万元，两项合计 41582.12 万元。',
    ['35956.49 万元 C24 agrees', '5571.63 万元 G24 agrees', '41582.12 万元 K24 differs'],
  ],
])('a sum of lines is no figure of the tables, of both budgets it is: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  [
    '按决算数计算，购买服务支出总额 40201.88 万元，其中一般公共预算 34462.53 万元。',
    ['40201.88 万元 M24 agrees', '34462.53 万元 E24 agrees'],
  ],
  [
    '购买服务项目中，由一般公共预算安排的 222 个，由政府性基金安排的 14 个。',
    ['222 个 B24 agrees', '14 个 F24 agrees'],
  ],
  ['购买服务预算比年初增加 500 万元，达到 41528.12 万元。', ['41528.12 万元 K24 agrees']],
  [
    '技术性服务 98 个，购买服务预算 6958.70 万元。',
    ['98 个 2!J8 differs', '6958.70 万元 2!K8 agrees'],
  ],
  ['购买服务决算率 96.81%。', ['96.81% M24/K24 agrees']],
  ['购买服务执行率超过 95%，达到 89.22%。', ['95% L24/K24 agrees', '89.22% L24/K24 differs']],
  [
    '购买服务预算增加至 41528.12 万元，项目增至 236 个。',
    ['41528.12 万元 K24 agrees', '236 个 J24 agrees'],
  ],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('a heading names whose figures its sentences tell; the whole may be meant as well', () => {
  const text =
    '（一）一般公共预算。购买服务项目 222 个，安排 35956.49 万元。（二）政府性基金预算。购买服务项目 41 个。\n（三）执行情况\n购买服务项目 236 个。';
  expect(told(text)).toEqual([
    '222 个 B24 agrees',
    '35956.49 万元 C24 agrees',
    '41 个 F24 differs',
    '236 个 J24 agrees',
  ]);
});

test('a sentence that does not say that it is of the tables is, where two of its figures bear that out', () => {
  const text = '全年共安排项目 236 个，预算 41582.12 万元，执行 40790.51 万元。';
  expect(told(text)).toEqual(['236 个 J24 agrees', '40790.51 万元 L24 agrees']);
  expect(notCompared(text)).toEqual(['41582.12 万元 notCertain']);
  expect(checked('全年共安排项目 12 个，预算 300 万元，执行 40790.51 万元。')).toEqual({
    figures: [],
    unrecognised: [],
  });
});

test.each([
  ['我局负责的政府购买服务项目共 12 个。', ['12 个 notCertain']],
  ['全市政府购买服务 240 项。', ['240 项 noColumn']],
])('what may be of the tables is named and not said to be wrong: %s', (text, expected) => {
  expect(told(text)).toEqual([]);
  expect(notCompared(text)).toEqual(expected);
});

test.each([
  '购买服务预算 300—500 万元的项目由各单位自行组织。',
  '购买服务预算规模 300 万元至 500 万元。',
])('a range is no figure: %s', (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ['除教育外，其他领域购买服务预算 40836.67 万元。', []],
  ['其他领域购买服务预算 563.36 万元。', ['563.36 万元 K23 agrees']],
  ['审计发现，12 个单位购买服务未编预算，涉及资金 6367.91 万元。', []],
  [
    '购买服务支出规模达到 40790.51 万元，为年度预算 41528.12 万元的 98.22%。',
    ['40790.51 万元 L24 agrees', '41528.12 万元 K24 agrees', '98.22% L24/K24 agrees'],
  ],
  [
    '购买服务预算的 86.58% 由一般公共预算安排，13.24% 由政府性基金预算安排。',
    ['86.58% C24/K24 agrees', '13.24% G24/K24 differs'],
  ],
  [
    '购买服务政府性基金预算执行率 103.01%，综合执行率 98.22%。',
    ['103.01% H24/G24 agrees', '98.22% L24/K24 agrees'],
  ],
  [
    '教育购买服务预算 691.45 万元，总预算 41528.12 万元。',
    ['691.45 万元 K8 agrees', '41528.12 万元 K24 agrees'],
  ],
  [
    '【数据】政府购买服务项目：236 个；预算：41528.12 万元。',
    ['236 个 J24 agrees', '41528.12 万元 K24 agrees'],
  ],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('a sample’s name in a title is not the unit’s own', () => {
  const text = (own: string) => `${own}购买服务情况报告\n\n${own}购买服务项目预算 41628.12 万元。`;
  expect(told(text('濮阳市'))).toEqual(['41628.12 万元 K24 differs']);
  const { figures, unrecognised } = checked(text('XX市'));
  expect([figures, unrecognised.map(({ reason }) => reason)]).toEqual([[], ['notCertain']]);
});
