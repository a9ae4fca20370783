/** Totals that count a 小计 line as well: that is the cause, and nothing is made of it beside. */
import { grid, officialSheet, puyangRows } from '../forms';
import { check } from '../forms';

/** Table 1 with a 小计 of its first three used lines behind them, and totals that count it twice or once. */
function withSubtotal(isCounted: boolean) {
  const rows = puyangRows(1);
  const summed = rows.slice(0, 4);
  const subtotal = ['小计'].concat(
    Array.from({ length: 12 }, (_, at) => {
      const sum = summed.reduce((all, row) => all + Number(row[at + 1] ?? 0), 0);
      return sum === 0 ? '' : String(Number(sum.toFixed(6)));
    }),
  );
  const line = subtotal.map((text, at) => (at === 0 || text === '' ? text : Number(text)));
  const total = (rows.at(-1) ?? []).map((value, at) =>
    at === 0 || !isCounted || value === ''
      ? value
      : Number((Number(value) + Number(line[at] ?? 0)).toFixed(6)),
  );
  const all = [...rows.slice(0, 4), line, ...rows.slice(4, -1), total];
  return {
    sheets: [
      grid('统计表1', officialSheet(1, all)),
      grid('统计表2', officialSheet(2, puyangRows(2))),
    ],
  };
}

test('totals that count the 小计 line accuse no figure, and no project is missing', () => {
  const { findings, events, diagnoses } = check(withSubtotal(true));
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['C-030', 'B-020', 'X-010']),
  );
  expect(events).toEqual([]);
  expect(diagnoses.map(({ claim }) => claim)).toEqual(diagnoses.map(() => 'unknown'));
});

test('totals that leave the 小计 line out are as good as any', () => {
  const { findings } = check(withSubtotal(false));
  expect(findings.filter(({ rule }) => rule === 'B-020' || rule === 'X-010')).toEqual([]);
});
