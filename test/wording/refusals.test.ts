/** Are the headings that a refused sheet lacks named in the reader's language? */
import { refusalMessage } from '../../src/wording/refusals';
import type { RefusedSheet } from '../../src/domain/recognise/table';

const refused: RefusedSheet = {
  sheet: '统计表2',
  reason: 'missingHeading',
  position: { row: 2, column: 0 },
  missing: ['政府性基金预算', '合计·项目数', '决算数'],
  unread: [],
};

test('the official names in Chinese', () => {
  expect(refusalMessage(refused, 'zh-CN')).toContain(
    '表头缺少：政府性基金预算、合计·项目数、决算数',
  );
});

test('their names in English', () => {
  expect(refusalMessage(refused, 'en-US')).toContain(
    'missing: government-managed fund budget, total · project count, final accounts.',
  );
});
