/** A number that is how much one figure is more or less than another is held against their difference. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

function told(text: string): string[] {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  const { figures, unrecognised } = checkReportText(text, unit, 'annual');
  return [
    ...figures.map(
      ({ text: figure, figures: cells, verdict, table }) =>
        `${figure} ${cells.map(({ address }) => address).join('-')} ${verdict} ${table}`,
    ),
    ...unrecognised.map(({ text: figure, reason }) => `${figure} ${reason}`),
  ];
}

test.each([
  ['政府购买服务执行数比预算数少 737.61 万元。', ['737.61 万元 L24-K24 agrees 737.61']],
  ['政府购买服务执行数较预算数少 737.61 万元。', ['737.61 万元 L24-K24 agrees 737.61']],
  ['政府购买服务预算执行数低于预算数 737.61 万元。', ['737.61 万元 L24-K24 agrees 737.61']],
  ['政府购买服务执行数小于预算数 737.61 万元。', ['737.61 万元 L24-K24 agrees 737.61']],
  ['政府购买服务决算支出较预算数减少 1326.24 万元。', ['1326.24 万元 M24-K24 agrees 1326.24']],
  [
    '政府购买服务执行数比预算数少 737.61 万元，决算数比执行数少 588.63 万元。',
    ['737.61 万元 L24-K24 agrees 737.61', '588.63 万元 M24-L24 agrees 588.63'],
  ],
  [
    '一般公共预算安排政府购买服务执行数比预算数少 905.33 万元。',
    ['905.33 万元 D24-C24 agrees 905.33'],
  ],
  ['政府购买服务基金预算执行数比预算数多 167.72 万元。', ['167.72 万元 H24-G24 agrees 167.72']],
  ['教育政府购买服务执行数高于预算数 2.47 万元。', ['2.47 万元 L8-K8 agrees 2.47']],
  ['教育政府购买服务执行数大于预算数 2.47 万元。', ['2.47 万元 L8-K8 agrees 2.47']],
  ['教育政府购买服务执行数超过预算数 2.47 万元。', ['2.47 万元 L8-K8 agrees 2.47']],
  ['教育政府购买服务执行超预算数 2.47 万元。', ['2.47 万元 L8-K8 agrees 2.47']],
  ['教育政府购买服务实际执行数多于预算数 2.47 万元。', ['2.47 万元 L8-K8 agrees 2.47']],
  ['公共安全政府购买服务执行数超预算 2.86 万元。', ['2.86 万元 L7-K7 agrees 2.86']],
  ['政府购买服务城乡社区预算数比金融多 914.98 万元。', ['914.98 万元 K14-K19 agrees 914.98']],
  [
    '政府购买服务预算数为 41528.12 万元，比一般公共预算的预算数多 5571.63 万元。',
    ['41528.12 万元 K24 agrees 41528.12', '5571.63 万元 K24-C24 agrees 5571.63'],
  ],
  [
    '公共安全政府购买服务执行 2628.37 万元，超出预算 2.86 万元。',
    ['2628.37 万元 L7 agrees 2628.37', '2.86 万元 L7-K7 agrees 2.86'],
  ],
  // The second figure itself, in apposition.
  ['政府购买服务执行数比预算数 41528.12 万元略少。', ['41528.12 万元 K24 agrees 41528.12']],
  ['政府购买服务执行数低于预算数 41528.12 万元。', ['41528.12 万元 K24 agrees 41528.12']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['政府购买服务执行数比预算数少 773.61 万元。', ['773.61 万元 L24-K24 differs 737.61']],
  ['政府购买服务执行数比预算数多 737.61 万元。', ['737.61 万元 L24-K24 differs -737.61']],
  ['政府购买服务城乡社区预算数比金融多 941.98 万元。', ['941.98 万元 K14-K19 differs 914.98']],
])('another difference than the tables’ differs: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  // Of what stage?
  ['政府购买服务项目数比预算批复时多 6 个。', ['6 个 comparison']],
  ['政府购买服务执行数比预算数低 1.8%。', ['1.8% comparison']],
  ['政府购买服务教育、金融预算数比城乡社区多 5 万元。', ['5 万元 comparison']],
  ['政府购买服务预算比年初预算增加 500 万元。', ['500 万元 comparison']],
  ['政府购买服务城乡社区预算数比金融多支出 5 万元。', ['5 万元 comparison']],
  ['政府购买服务城乡社区预算数比金融多执行 5 万元。', ['5 万元 comparison']],
  // A growth of the difference, and a part of it.
  [
    '政府购买服务预算 41528.12 万元，决算数较执行数减少 588.63 万元，下降 1.4%。',
    ['41528.12 万元 K24 agrees 41528.12', '588.63 万元 M24-L24 agrees 588.63', '1.4% noLastYear'],
  ],
  [
    '政府购买服务预算 41528.12 万元，执行数比预算数少 737.61 万元，其中教育 2.47 万元。',
    [
      '41528.12 万元 K24 agrees 41528.12',
      '737.61 万元 L24-K24 agrees 737.61',
      '2.47 万元 notCertain',
    ],
  ],
])('what is not certain to be of two figures is not compared: %s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('what follows a comparison is of the first, not of what it was held against', () => {
  expect(told('政府购买服务城乡社区预算数比金融多 914.98 万元，执行数 9370 万元。')).toEqual([
    '914.98 万元 K14-K19 agrees 914.98',
    '9370 万元 L14 agrees 9370',
  ]);
});
