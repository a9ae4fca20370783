/** Questions, small tables, names behind and what else reports have: bound to their cells, right or wrong. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

/** Each figure as text, cell and verdict; what is listed as not compared as its text alone. */
function told(text: string): string[] {
  const workbook = puyang({});
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  const { figures, unrecognised } = checkReportText(text, unit, 'annual');
  return [
    ...figures.map(
      (one) =>
        `${one.text} ${one.figures.map(({ address, table }) => `${table.form === 'table1' ? '' : '2!'}${address}`).join('/')} ${one.verdict}`,
    ),
    ...unrecognised.map((one) => `${one.text} not compared`),
  ];
}

test.each<[string, string[]]>([
  ['购买服务执行资金 ￥40790.61 万元。', ['40790.61 万元 L24 differs']],
  [
    '购买服务预算四点一五亿元，执行四万零七百九十点六一万元，执行率百分之九十八点二二。',
    [
      '四点一五亿元 K24 agrees',
      '四万零七百九十点六一万元 L24 differs',
      '百分之九十八点二二 L24/K24 agrees',
    ],
  ],
  [
    '购买服务一般公共预算数 35956.49 万元、执行数 35051.16 万元，政府性基金预算数 5571.36 万元。',
    ['35956.49 万元 C24 agrees', '35051.16 万元 D24 agrees', '5571.36 万元 G24 differs'],
  ],
  [
    '购买服务预算 41528.12 万元，执行 40790.51 万元。按资金来源分：一般公共预算 35965.49 万元，执行 35051.16 万元。',
    [
      '41528.12 万元 K24 agrees',
      '40790.51 万元 L24 agrees',
      '35965.49 万元 C24 differs',
      '35051.16 万元 D24 agrees',
    ],
  ],
  [
    '全市购买服务项目 3 个属于教育，预算资金 619.45 万元。',
    ['3 个 J8 agrees', '619.45 万元 K8 differs'],
  ],
  [
    '政府购买服务涉及教育、公共安全等领域，预算分别为 691.45 万元、2652.51 万元。',
    ['691.45 万元 K8 agrees', '2652.51 万元 K7 differs'],
  ],
  ['全年累计执行政府购买服务预算 40790.61 万元。', ['40790.61 万元 L24 differs']],
  ['全市（含县区）政府购买服务预算 41528.21 万元。', ['41528.21 万元 K24 differs']],
  ['市本级及各县区政府购买服务预算 41528.21 万元。', ['41528.21 万元 K24 differs']],
  [
    '教育领域购买服务执行 693.92 万元，占该领域预算的 100.63%。',
    ['693.92 万元 L8 agrees', '100.63% L8/K8 differs'],
  ],
  [
    '公共安全购买服务 15 个，2625.51 万元预算执行 2628.73 万元。',
    ['15 个 J7 agrees', '2625.51 万元 K7 agrees', '2628.73 万元 L7 differs'],
  ],
  [
    '购买服务执行情况：一般公共预算 35051.16 万元，政府性基金预算 5739.35 万元，执行数共 40790.51 万元。',
    ['35051.16 万元 D24 agrees', '5739.35 万元 H24 agrees', '40790.51 万元 not compared'],
  ],
  ['政府购买服务涉及领域 17 个，出台制度 12 项。', []],
  ['教育、公共安全购买服务预算共 691.45 万元、2625.51 万元。', ['691.45 万元 not compared']],
  // A share of the fund's own budget, or of what was spent, is neither told to be wrong.
  [
    '政府性基金预算购买服务预算 5571.63 万元，执行 5739.35 万元，占购买服务总预算的 13.42%。',
    ['5571.63 万元 G24 agrees', '5739.35 万元 H24 agrees', '13.42% G24/K24 agrees'],
  ],
  [
    '问：购买服务花了多少钱？答：预算 41528.12 万元，实际支出 40970.51 万元。',
    ['41528.12 万元 K24 agrees', '40970.51 万元 L24 differs'],
  ],
  ['购买服务预算有多少？41528.21 万元。', ['41528.21 万元 K24 differs']],
  [
    '领域 | 项目数 | 预算数\n教育 | 3 个 | 691.45 万元\n公共安全 | 15 个 | 2652.51 万元\n以上为购买服务统计表1数据。',
    ['3 个 J8 agrees', '691.45 万元 K8 agrees', '15 个 J7 agrees', '2652.51 万元 K7 differs'],
  ],
  [
    '领域\t项目数\t预算数\n教育\t3 个\t691.45 万元\n公共安全\t15 个\t2652.51 万元\n以上为购买服务统计表1数据。',
    ['3 个 J8 agrees', '691.45 万元 K8 agrees', '15 个 J7 agrees', '2652.51 万元 K7 differs'],
  ],
  [
    '教育购买服务预算 691.45 万元，公共安全购买服务预算 2625.51 万元，前者执行 693.92 万元，后者执行 2628.73 万元。',
    [
      '691.45 万元 K8 agrees',
      '2625.51 万元 K7 agrees',
      '693.92 万元 L8 agrees',
      '2628.73 万元 L7 differs',
    ],
  ],
  [
    '除政府性基金预算 5571.63 万元外，其余均来自一般公共预算购买服务。',
    ['5571.63 万元 G24 agrees'],
  ],
  [
    '41528.12 万元，这是今年购买服务的预算数；263 个，这是购买服务项目数。',
    ['41528.12 万元 K24 agrees', '263 个 J24 differs'],
  ],
  ['98.22% 的购买服务执行率来之不易。', ['98.22% L24/K24 agrees']],
  ['购买服务预算（肆亿壹仟伍佰贰拾捌万元）已下达。', ['肆亿壹仟伍佰贰拾捌万元 K24 agrees']],
  [
    '教育、公共安全两领域购买服务预算分别为 691.45 万元和 2625.51 万元，占购买服务预算总额的 1.67% 和 6.23%。',
    [
      '691.45 万元 K8 agrees',
      '2625.51 万元 K7 agrees',
      '1.67% K8/K24 agrees',
      '6.23% K7/K24 differs',
    ],
  ],
  [
    '在教育领域，购买服务项目 3 个，预算 691.45 万元，执行 639.92 万元。',
    ['3 个 J8 agrees', '691.45 万元 K8 agrees', '639.92 万元 L8 differs'],
  ],
  [
    '以上预算：教育 691.45 万元，公共安全 2652.51 万元，均为购买服务预算数。',
    ['691.45 万元 K8 agrees', '2652.51 万元 K7 differs'],
  ],
  [
    '技术性服务、社会管理性服务购买服务预算分别为 6958.70 万元和 3176.67 万元。',
    ['6958.70 万元 2!K8 agrees', '3176.67 万元 2!K6 differs'],
  ],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  '新增购买服务项目 12 个，预算 300.5 万元。',
  '执行率同比提高 3.5 个百分点。',
  '购买服务预算是去年的 1.25 倍。',
  '购买服务支出同比负增长，四分之一的项目提前完成。',
])('none of the tables’: %s', (text) => {
  expect(told(text)).toEqual([]);
});
