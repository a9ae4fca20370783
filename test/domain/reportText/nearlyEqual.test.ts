/** What is told of a figure that is not certain, and all but the one that its words name. */
import { checked } from './told';

/** What is told of the one figure of a text, or why it was not compared. */
function told(text: string): string {
  const { figures, unrecognised } = checked(text);
  const [one, ...others] = [...figures, ...unrecognised];
  if (one === undefined || others.length > 0) throw new Error('not one figure');
  if ('reason' in one) return one.reason;
  return one.doubt === null ? one.verdict : `${one.verdict} ${one.doubt.kind}`;
}

test.each([
  // 40790.51 万元, cut off.
  ['据鹭洲数据，购买服务支出 4.0790 亿元。', 'doubtful cutOff'],
  ['据鹭洲数据，购买服务支出 4.07 亿元。', 'notCertain'],
  // 41528.12 万元, to the last 万元.
  ['据鹭洲数据，购买服务预算 41528.72 万元。', 'differs'],
  ['据鹭洲数据，购买服务预算 415287200 元。', 'differs'],
  ['据鹭洲数据，购买服务预算 41527.13 万元。', 'differs'],
  ['据鹭洲数据，购买服务预算 41529.12 万元。', 'notCertain'],
  ['据鹭洲数据，购买服务预算 41527.12 万元。', 'notCertain'],
  ['据鹭洲数据，购买服务预算约 41528.72 万元。', 'notCertain'],
  // 691.45 万元: of so little a part may be all but so little.
  ['鹭洲教育购买服务预算 691.95 万元。', 'notCertain'],
  // 40790.51 万元, another column's: 资金鹭洲 may be its name.
  ['据鹭洲数据，购买服务预算 40790.51 万元。', 'notCertain'],
])('%s', (text, verdict) => {
  expect(told(text)).toBe(verdict);
});
