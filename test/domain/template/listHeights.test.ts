import { listRowHeights } from '../../../src/domain/template/listHeights';
import type { ListLayout } from '../../../src/domain/template/layout';

const list = (rows: ListLayout['rows'], title = '单位'): ListLayout => ({
  name: '汇总说明',
  columns: [
    { title, width: 11, numberFormat: null },
    { title: '数', width: 5, numberFormat: '0.00' },
  ],
  rows,
  hasFilter: false,
});

describe('heights of a list’s rows', () => {
  test('one line needs nothing of its own; numbers never wrap', () => {
    expect(
      listRowHeights(
        list([
          ['甲县财政局', 123456789.5],
          ['abcdefghij', 1],
        ]),
      ).size,
    ).toBe(0);
  });

  test('a text wider than its column has as many lines as it needs, the heading too', () => {
    const heights = listRowHeights(
      list(
        [
          ['甲县', 1],
          ['某某市甲县财政局', null],
          ['甲\n乙\n丙', 2],
        ],
        '一般公共预算 项目数',
      ),
    );
    expect([...heights]).toEqual([
      [0, 30],
      [2, 30],
      [3, 45],
    ]);
  });

  test('no row is higher than Excel makes one', () => {
    expect(listRowHeights(list([['政'.repeat(10_000), 1]])).get(1)).toBe(409);
  });
});
