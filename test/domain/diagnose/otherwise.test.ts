/** Where more figures than the fewest may be wrong, the fewest are not claimed to be. */
import { diagnose } from '../../../src/domain/diagnose/diagnose';
import { generatePair } from '../../bench/diagnosis/generator';
import { check, puyang, type Changes } from '../forms';
import {
  figureAt,
  isTotalLine,
  keyOf,
  puyang as puyangPair,
  recomputed,
  slipsOf,
  systemsOf,
  withCells,
  type Cell,
  type PairOptions,
  type Table,
} from './pair';

function claimsOf(table1: Changes, table2: Changes = {}): (string | undefined)[] {
  const { diagnoses } = check(puyang(table1, table2));
  return diagnoses.flatMap(({ items }) =>
    items.flatMap(({ claim, corrections }) =>
      claim === 'culprit' ? corrections.map(({ place }) => place.cell) : [],
    ),
  );
}

test('two lines’ amounts exchanged and one of their totals mistyped: no total is said to be the wrong one', () => {
  // Both line totals would put everything right; three figures are wrong.
  const total = { formula: '=SUM(L5:L23)', value: 40736.5084 };
  expect(claimsOf({ D8: 77.6, D9: 693.92, L8: 639.92, L24: total })).toEqual([]);
});

test('a measure that is not filled in one line is not made up for in another', () => {
  // D21, L21 are due; L8 lacks a digit. D8 and L8 would put everything right.
  const cells = claimsOf({ D21: undefined, L21: undefined, L8: 69.92 });
  expect(cells).not.toContain('D8');
  expect(cells).not.toContain('L8');
});

test('a count on the wrong line accuses no total of the line', () => {
  // B7 stands in B6; the line total of row 7 follows, so that J6 alone would put everything right.
  const follows = { formula: '=B7+F7', value: 0 };
  expect(claimsOf({ B6: 15, B7: undefined, J7: follows })).not.toContain('J6');
});

test('a slip that another balance bears out is claimed as ever beside a blank of its column', () => {
  // Nothing of 318 is in any total: D21 is due, and every other balance of its column held.
  const totals1 = { D24: 34733.1564, L24: 40472.5084 };
  const totals2 = { D10: 690.78, L10: 750.01, D11: 34733.1564, L11: 40472.5084 };
  const blank = { D21: undefined, L21: undefined };
  expect(claimsOf({ ...blank, ...totals1, D8: 639.92 }, totals2)).toEqual(['D8']);
});

test('two inputs exchanged, the total of one of the lines following: the other line’s total is not accused', () => {
  const cells = claimsOf({
    E8: 77.6,
    E9: 693.92,
    M9: { formula: '=E9+I9', value: 693.92 },
    M24: { formula: '=SUM(M5:M23)', value: 40818.1984 },
  });
  expect(cells).not.toContain('M8');
});

test('totals of two tables that agree are not both put right for what rounding leaves', () => {
  const clean = puyangPair();
  const more = clean.map((table, at) => {
    const cell = { table: at, line: (table ?? []).length - 1, column: 5 };
    return [keyOf(cell), (figureAt(clean, cell) ?? 0n) + 10n ** 12n] as const;
  });
  const said = (cells: typeof more) =>
    slipsOf(systemsOf(withCells(clean, new Map(cells)), { places: 0 }));
  // Both state one more than the funds of both add up to.
  expect(said(more)).toEqual([]);
  expect(said(more.slice(0, 1)).map(({ claim }) => claim)).toEqual(['culprit']);
});

test('measures exchanged that differ in one line, or beside a slip, are put right in neither table', () => {
  const isTyped = ({ table, line, column }: Cell, rows: Table): boolean =>
    table === 0 || (column < 8 && !isTotalLine(rows, line));
  // 决算 is 执行 in both tables, but for ten more in one line of the first; the second has a blank.
  const pair = generatePair(950_000, 'tenThousandYuan').pair.map((table, at) => {
    const rows = (table ?? []).map((row) =>
      row.map((value, column) => (column % 4 === 3 ? (row[column - 1] ?? null) : value)),
    );
    const large = (row: Table[number]) => (row[2] ?? 0n) > (at === 0 ? 20n * 10n ** 12n : 0n);
    const row = rows[rows.findIndex(large)] ?? [];
    if (at === 0) row[3] = (row[3] ?? 0n) + 10n ** 13n;
    else row[2] = null;
    return rows;
  });
  const kindOf: PairOptions['kindOf'] = (cell, rows) => (isTyped(cell, rows) ? 'typed' : 'formula');
  const systems = systemsOf(recomputed(pair), { kindOf }).map((system) => ({
    ...system,
    isRequired: true,
    finest: 6,
  }));
  const { events } = diagnose({ systems, typicalSize: { centre: 4, width: 1.8 } });
  expect(events.filter(({ corrections }) => corrections.length > 0)).toEqual([]);
});
