/** What is said of the tables and is none of their figures is named, and not passed over; and what is told of it. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { checkedFigureMessage } from '../../../src/wording/reportText';
import { puyang } from '../forms';

function checked(text: string) {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  return checkReportText(text, unit, 'annual');
}

/** Each figure as text and verdict, or why it was not compared. */
function told(text: string): string[] {
  const { figures, unrecognised } = checked(text);
  return [...figures, ...unrecognised]
    .sort((a, b) => a.start - b.start)
    .map((one) => `${one.text} ${'verdict' in one ? one.verdict : one.reason}`);
}

test.each([
  ['购买服务涉及教育、公共安全、金融三个领域，共 12 个项目。', ['12 个 sum']],
  ['教育、公共安全购买服务预算合计 3316.96 万元。', ['3316.96 万元 sum']],
  [
    '购买服务项目中，教育 3 个、公共安全 5 个、其他 14 个。',
    ['3 个 agrees', '5 个 differs', '14 个 sum'],
  ],
  [
    '购买服务预算中城乡社区 8966.16 万元、金融 8051.18 万元，两项合计 17017.34 万元，占 59.3%。',
    ['8966.16 万元 agrees', '8051.18 万元 agrees', '17017.34 万元 sum', '59.3% sum'],
  ],
  ['8 个县区全年安排购买服务预算 40000 万元。', ['40000 万元 notCertain']],
  ['8 个县区全年安排购买服务预算 41528.12 万元。', ['41528.12 万元 agrees']],
  [
    '一季度购买服务支出 1000 万元，二季度 2000 万元，全年支出 40790.51 万元。',
    ['40790.51 万元 agrees'],
  ],
  [
    '购买服务预算中一般公共预算 35956.49 万元、基金 5571.63 万元。',
    ['35956.49 万元 agrees', '5571.63 万元 agrees'],
  ],
  ['政府购买服务占教育支出比重为 0.3%。', ['0.3% otherWhole']],
  ['政府购买服务支出占教育支出的 5%。', ['5% otherWhole']],
  ['一般公共预算支出中政府购买服务占比为 1.2%。', ['1.2% otherWhole']],
  ['全市教育支出 42 亿元，政府购买服务占 0.16%。', ['42 亿元 notCertain', '0.16% otherWhole']],
  ['购买服务预算近 4.1 亿元。', ['4.1 亿元 differs']],
  ['购买服务执行数比预算少 737.61 万元。', ['737.61 万元 agrees']],
  [
    '教育购买服务预算为 691.45 万元，执行为 693.92 万元，城乡社区分别为 8966.16 万元、1 万元。',
    ['691.45 万元 agrees', '693.92 万元 agrees', '8966.16 万元 agrees', '1 万元 differs'],
  ],
  [
    '236 个、41528.12 万元，分别是濮阳市政府购买服务的项目数和预算数。',
    ['236 个 agrees', '41528.12 万元 agrees'],
  ],
  [
    '购买服务预算 41528.12 万元，比 2018 年有所提高，实际执行 40790.51 万元。',
    ['41528.12 万元 agrees', '40790.51 万元 agrees'],
  ],
  [
    '政府购买服务：41528.12 万元（预算），40790.51 万元（执行）。',
    ['41528.12 万元 agrees', '40790.51 万元 agrees'],
  ],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  ['购买服务教育预算 9 亿元。', '表中为 0.0691 亿元：统计表1·教育·合计·预算数（K8）。'],
  ['购买服务预算 4.2 亿多元。', '表中为 4.15281 亿元：统计表1·合计行·合计栏·预算数（K24）。'],
  [
    '购买服务执行数比预算数多 737.61 万元。',
    '方向相反：文中说多（增长），表中是少（下降） 737.61 万元：统计表1·合计行·合计栏·执行数（L24）对统计表1·合计行·合计栏·预算数（K24）。',
  ],
])('what is told of %s', (text, message) => {
  expect(checked(text).figures.map((figure) => checkedFigureMessage(figure))).toEqual([message]);
});
