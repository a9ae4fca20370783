/** A column in another unit is put right to the last place of its cells, also below what a figure of its unit shows. */
import { check, grid, officialSheet, puyangRows } from '../forms';

/** The pair in 元, 17 分 more in the first line of each table; table 1's column C stays in 万元. */
function inYuan() {
  const sheets = ([1, 2] as const).map((table) => {
    const rows = puyangRows(table);
    const changed = rows.map((row, line) =>
      row.map((value, at) => {
        if (typeof value !== 'number' || at % 4 === 1) return value;
        const isMore = (line === 0 || line === rows.length - 1) && (at === 2 || at === 10);
        const yuan = Math.round(value * 10_000) + (isMore ? 0.17 : 0);
        return table === 1 && at === 2 ? Number((yuan / 10_000).toFixed(6)) : yuan;
      }),
    );
    const heading = { unit: '濮阳市财政局', year: '（2019）', currency: '元' };
    return grid(`统计表${table}`, officialSheet(table, changed, heading));
  });
  return { sheets };
}

test('what lies below a figure’s places is not lost when its column is multiplied', () => {
  const [event, ...others] = check(inYuan()).events;
  expect(others).toEqual([]);
  expect([event?.kind, event?.form, event?.factor]).toEqual(['scaled', 'table1', '0.0001']);
  const first = event?.corrections.find(({ place }) => place.cell === 'C5');
  expect([first?.stated, first?.proposed]).toEqual(['3275.2964', '32752964.17']);
  expect(event?.corrections.length).toBe(18);
});
