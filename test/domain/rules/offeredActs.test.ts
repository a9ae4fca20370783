/** What may be offered of an act over many cells: no factor that may be the other table's, nothing that loses a figure. */
import { formatAmount } from '../../../src/domain/amount';
import { generatePair } from '../../bench/diagnosis/generator';
import { check, puyang, puyangRows } from '../forms';
import type { Changes } from '../forms';

type Row = (number | null)[];

const letters = 'BCDEFGHIJKLM';

/** Figures by line, the total line last, and column. */
const figuresOf = (table: 1 | 2): Row[] =>
  puyangRows(table).map((row) =>
    row.slice(1).map((value) => (value === '' ? null : Number(value))),
  );

/** The cells of a table whose totals are formulas, but for some that are typed as they stand in the rows. */
function cellsOf(rows: readonly Row[], typed: readonly string[] = []): Changes {
  const last = rows.length - 1;
  const shown = rows.map((row) => [...row]);
  const cells: Record<string, Changes[string]> = {};
  const put = (line: number, at: number, formula: string, value: number) => {
    const cell = `${letters[at] ?? ''}${line + 5}`;
    if (typed.includes(cell)) return;
    const rounded = Number(value.toFixed(9));
    cells[cell] = { formula, value: rounded };
    (shown[line] ?? [])[at] = rounded;
  };
  rows.forEach((row, line) => {
    row.forEach((value, at) => {
      cells[`${letters[at] ?? ''}${line + 5}`] = value ?? undefined;
    });
    if (line === last) return;
    for (const [at, column] of Array.from('BCDE').entries()) {
      const formula = `=${column}${line + 5}+${letters[at + 4] ?? ''}${line + 5}`;
      put(line, at + 8, formula, (row[at] ?? 0) + (row[at + 4] ?? 0));
    }
  });
  for (const [at, column] of Array.from(letters).entries()) {
    const sum = shown.slice(0, last).reduce((all, row) => all + (row[at] ?? 0), 0);
    put(last, at, `=SUM(${column}5:${column}${last + 4})`, sum);
  }
  return cells;
}

/** A generated pair's figures in 万元. */
const generated = (seed: number): Row[][] =>
  generatePair(seed, 'tenThousandYuan').pair.map((table) =>
    (table ?? []).map((row) =>
      row.map((value) => (value === null ? null : Number(formatAmount(value)))),
    ),
  );

// What projects cost tells, or that both tables would have to be in another unit.
test.each([1, 4, 14])(
  'a factor that makes projects cost a few yuan is not offered (pair %i)',
  (seed) => {
    const [table1 = [], table2 = []] = generated(seed);
    // Table 2 in 亿元, but for the budget under 一般公共预算, which is in 元.
    const rows = table2.map((row) =>
      row.map((value, at) => {
        if (value === null || at % 4 === 0) return value;
        return Number((at === 1 ? value * 1e4 : value / 1e4).toFixed(9));
      }),
    );
    const { events } = check(puyang(cellsOf(table1), cellsOf(rows)));
    const offered = events.flatMap(({ corrections }) =>
      corrections.map(({ place }) => place.sheet),
    );
    expect(offered).not.toContain('统计表1');
    expect(events.filter(({ kind, form }) => kind === 'scaled' && form === 'table1')).toEqual([]);
  },
);

test('a run is not offered to be moved back where that would lose a figure', () => {
  // 一般事务 stands one line too low and one column too far right; K5, which is typed, is still right.
  const rows = figuresOf(1);
  const [first = [], second = []] = rows;
  second.splice(1, 4, ...first.slice(0, 4));
  first.splice(0, 4, null, null, null, null);
  const { events } = check(puyang(cellsOf(rows, ['K5', 'J6', 'M6', 'B24', 'G24', 'L24'])));
  expect(events.map(({ kind, corrections }) => [kind, corrections.length])).toEqual([
    ['shifted', 0],
  ]);
});
