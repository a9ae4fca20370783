/** A word that is not known stands in front of a figure that is equal: what follows is certain then, and otherwise is not. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

/** Each figure as text and verdict, or why it was not compared. */
function told(text: string): string[] {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  const { figures, unrecognised } = checkReportText(text, unit, 'annual');
  return [...figures, ...unrecognised]
    .sort((a, b) => a.start - b.start)
    .map((one) => `${one.text} ${'verdict' in one ? one.verdict : one.reason}`);
}

test.each([
  // Behind the equal one.
  [
    '据鹭洲数据，购买服务预算 41528.12 万元，实际执行 40970.51 万元。',
    ['41528.12 万元 agrees', '40970.51 万元 differs'],
  ],
  ['鹭洲购买服务项目 236 个，预算 41582.12 万元。', ['236 个 agrees', '41582.12 万元 differs']],
  // In front of it.
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，实际执行 40790.51 万元。',
    ['41582.12 万元 differs', '40790.51 万元 agrees'],
  ],
  [
    '购买服务项目 263 个已鹭洲，预算 41528.12 万元。',
    ['263 个 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，执行率 98.22%。',
    ['41582.12 万元 differs', '98.22% agrees'],
  ],
  // What is not certain stands between.
  [
    '购买服务预算 41528.12 万元，鹭洲执行 40970.51 万元。',
    ['41528.12 万元 agrees', '40970.51 万元 notCertain'],
  ],
  // None of them is equal, or only one of few digits.
  [
    '据鹭洲数据，购买服务预算 41582.12 万元，实际执行 40970.51 万元。',
    ['41582.12 万元 notCertain', '40970.51 万元 notCertain'],
  ],
  ['鹭洲教育购买服务项目 3 个，预算 619.45 万元。', ['3 个 agrees', '619.45 万元 notCertain']],
  // The equal one is named anew, and says nothing of what stands in front.
  [
    '鹭洲购买服务预算 3000 万元，全市购买服务预算 41528.12 万元。',
    ['3000 万元 notCertain', '41528.12 万元 agrees'],
  ],
  [
    '鹭洲购买服务预算 3000 万元，其中教育 691.45 万元。',
    ['3000 万元 notCertain', '691.45 万元 agrees'],
  ],
  // A stage that what follows may have left.
  [
    '审核通过的购买服务项目 200 个，预算 41528.12 万元。',
    ['200 个 notCertain', '41528.12 万元 agrees'],
  ],
  // What the sentence in front speaks of says more than an equal figure.
  [
    '养老服务供给不断优化。购买服务预算 41528.12 万元，执行 2074.73 万元。',
    ['41528.12 万元 agrees', '2074.73 万元 notCertain'],
  ],
])('%s', (text, verdicts) => {
  expect(told(text)).toEqual(verdicts);
});
