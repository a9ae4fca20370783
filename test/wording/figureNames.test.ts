/** How is a figure called where the names of line and block are the same, in each language? */
import type { FigurePlace } from '../../src/domain/finding';
import { lineName, placeName } from '../../src/wording/terms';

const place = (line: string, block: FigurePlace['block']): FigurePlace => ({
  id: '',
  sheet: '统计表1',
  cell: 'K24',
  form: 'table1',
  line,
  block,
  measure: 'budgeted',
  unit: 'tenThousandYuan',
});

test.each([
  ['合计', 'total', '合计行·合计栏·预算数（K24）', 'total line · both budgets · budgeted (K24)'],
  [
    '合计',
    'generalPublic',
    '合计·一般公共预算·预算数（K24）',
    'total · general public budget · budgeted (K24)',
  ],
  [
    '合　计',
    'governmentManagedFund',
    '合　计·政府性基金预算·预算数（K24）',
    'total · government-managed fund budget · budgeted (K24)',
  ],
  ['教育', 'total', '教育·合计·预算数（K24）', '教育 · total · budgeted (K24)'],
  ['', 'total', '（无名称的行）·合计·预算数（K24）', '(unnamed line) · total · budgeted (K24)'],
] as const)('“%s”, %s', (line, block, chinese, english) => {
  expect(placeName(place(line, block), 'zh-CN')).toBe(chinese);
  expect(placeName(place(line, block), 'en-US')).toBe(english);
});

test('the line of totals alone', () => {
  expect(lineName(place('总计', 'total'), 'en-US')).toBe('total line · both budgets');
});
