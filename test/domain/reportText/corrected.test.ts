/** A corrected sentence is offered only where it is certain how the figure is to be written. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { correctedSentence } from '../../../src/domain/reportText/corrected';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

function corrected(text: string): (string | null)[] {
  const workbook = puyang();
  const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  if (unit === undefined) throw new Error('no return');
  const { figures } = checkReportText(text, unit, 'annual');
  return figures
    .filter(({ verdict }) => verdict !== 'agrees')
    .map((figure) => correctedSentence(figure, figures));
}

test.each([
  ['购买服务项目 263 个。', '购买服务项目 236 个。'],
  [
    '工作有序推进。购买服务预算41,258.12 万元，执行良好。',
    '购买服务预算41,528.12 万元，执行良好。',
  ],
  ['购买服务预算４１２５８．１２万元', '购买服务预算４１５２８．１２万元'],
  ['购买服务预算 4.13 亿元', '购买服务预算 4.15 亿元'],
  ['购买服务项目二百六十三个', '购买服务项目二百三十六个'],
  ['教育领域购买服务项目十个。', '教育领域购买服务项目三个。'],
  ['公共安全领域购买服务项目二十个。', '公共安全领域购买服务项目十五个。'],
  // Cut off instead of rounded.
  ['购买服务执行资金 40790.50 万元', '购买服务执行资金 40790.51 万元'],
  ['购买服务预算执行率为 89.22%', '购买服务预算执行率为 98.22%'],
])('%s becomes %s', (wrong, right) => {
  expect(corrected(wrong)).toEqual([right]);
});

test('all wrong figures of a sentence are corrected in it, and what agrees stays', () => {
  const right = '购买服务项目 236 个，预算资金 41528.12 万元，执行资金 40790.51 万元。';
  const wrong = right.replace('236', '266').replace('40790.51', '40700.51');
  expect(corrected(wrong)).toEqual([right, right]);
});

test.each([
  ['购买服务预算四亿一千二百五十八万元', 'an amount in numerals'],
  ['购买服务预算 3 亿 1528.12 万元', 'two units'],
  ['购买服务预算 30000 余万元', 'a round number'],
  ['购买服务执行资金 41528.12 万元', 'the figure of another column'],
])('%s is left to the reader: %s', (wrong) => {
  expect(corrected(wrong)).toEqual([null]);
});

test('a line broken by a narrow page is whole again', () => {
  const wrong =
    '濮阳市政府购买服务工作情况：全年累计纳入购买服务预算项\n目 263 个，预算资金 41528.12 万元。';
  expect(corrected(wrong)).toEqual([
    '濮阳市政府购买服务工作情况：全年累计纳入购买服务预算项目 236 个，预算资金 41528.12 万元。',
  ]);
});
