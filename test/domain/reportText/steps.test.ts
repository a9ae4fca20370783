/** A text twice as long takes twice the steps: signs that are copied out of it are counted, and no clock is read. */
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { checkReportText } from '../../../src/domain/reportText/checkReportText';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { puyang } from '../forms';

const workbook = puyang();
const [unit] = viewReturns(recogniseWorkbook(workbook).returns, workbook);

/** So many signs are copied out of strings while a text is checked. */
function copied(text: string): number {
  if (unit === undefined) throw new Error('no return');
  let signs = 0;
  const slice = jest.spyOn(String.prototype, 'slice');
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its own string below
  const plain = String.prototype.substring;
  slice.mockImplementation(function (this: string, start = 0, end = this.length) {
    const from = start < 0 ? Math.max(0, this.length + start) : start;
    const until = end < 0 ? this.length + end : Math.min(end, this.length);
    const piece = until > from ? plain.call(this, from, until) : '';
    signs += piece.length;
    return piece;
  });
  try {
    checkReportText(text, unit, 'annual');
  } finally {
    slice.mockRestore();
  }
  return signs;
}

test.each([
  '购买服务预算 41528.12 万元。',
  '工作有序推进。',
  '（一）教育\n购买服务项目 3 个。\n',
  '（一）濮阳县\n1.基本情况。濮阳县推进改革。2018 年购买服务项目 3 个。\n',
  '濮阳县\n一、基本情况\n市教育局高度重视。\n购买服务项目 3 个。\n',
  '全年安排项目 236 个，预算 41528.12 万元；执行 40790.51 万元。',
])('many short sentences cost as much as each of them: %s', (sentence) => {
  const [once, twice] = [400, 800].map((times) => copied(sentence.repeat(times)));
  expect(twice).toBeGreaterThan(0);
  expect((twice ?? 0) / (once ?? 1)).toBeLessThan(2.2);
});
