/** A sheet with our headings and lines is ours, unless its title says that it is another table. */
import { recogniseSheet } from '../../../src/domain/recognise/recogniseWorkbook';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { Grid } from '../../../src/domain/grid';
import { Sheet } from '../../properties/sheetsAsMet';

const blocks = ['一般公共预算', '政府性基金预算', '合计'];
const measures = ['项目数', '预算数', '执行数', '决算数'];

function headings(sheet: Sheet, row: number): void {
  blocks.forEach((block, at) => {
    sheet.put(row, 1 + 4 * at, block);
    measures.forEach((measure, index) => {
      sheet.put(row + 1, 1 + 4 * at + index, measure);
    });
  });
}

function line(sheet: Sheet, row: number, label: string, figure: number): void {
  sheet.put(row, 0, label);
  for (let column = 1; column <= 12; column += 1) {
    sheet.put(row, column, column > 8 ? 2 * figure : figure);
  }
}

function titled(title: string): Grid {
  const sheet = new Sheet();
  sheet.put(0, 0, title);
  headings(sheet, 2);
  line(sheet, 4, '教育', 1);
  line(sheet, 5, '交通运输', 2);
  line(sheet, 6, '合计', 3);
  return sheet.grid();
}

test.each([
  'PPP项目资金统计表',
  '部门预算项目支出表',
  '预算绩效项目资金情况表',
  '2019年度政府采购项目资金统计表',
  '一般公共预算支出决算表',
  '政府债务资金项目表（续）',
])('%j is another table, and the title is quoted', (title) => {
  const { tables, refused } = recogniseSheet(titled(title), 0, officialForms);
  expect(tables).toHaveLength(0);
  expect(refused.map(({ reason, unread }) => [reason, unread[0]?.text])).toStrictEqual([
    ['otherTable', title.replace('（', '(').replace('）', ')')],
  ]);
});

test.each([
  '政府购买服务项目资金统计表1',
  '2019年度政府购买服务项目预算支出表',
  '政府采购服务项目资金统计表',
  '项目资金统计表',
  '附表1',
  '濮阳市2019年统计表一',
  '部门预算的说明：',
])('%j is no reason to refuse', (title) => {
  expect(recogniseSheet(titled(title), 0, officialForms).tables).toHaveLength(1);
});

test('a page that ends with its own total goes on under the headings of the next page', () => {
  const sheet = new Sheet();
  headings(sheet, 0);
  line(sheet, 2, '教育', 1);
  line(sheet, 3, '外交', 2);
  line(sheet, 4, '本页合计', 3);
  headings(sheet, 5);
  line(sheet, 7, '金融', 4);
  line(sheet, 8, '其他', 5);
  line(sheet, 9, '合计', 12);
  const { tables } = recogniseSheet(sheet.grid(), 0, officialForms);
  expect(tables.map(({ lines }) => lines.map(({ label, kind }) => [label, kind]))).toStrictEqual([
    [
      ['教育', 'serviceArea'],
      ['外交', 'serviceArea'],
      ['本页合计', 'subtotal'],
      ['金融', 'serviceArea'],
      ['其他', 'serviceArea'],
      ['合计', 'total'],
    ],
  ]);
});
