/** Two acts on one pair: each is told from the other, and neither is blamed on the wrong table. */
import type { Amount } from '../../../src/domain/amount';
import { diagnose, type UnitDiagnosis } from '../../../src/domain/diagnose/diagnose';
import { generatePair } from '../../bench/diagnosis/generator';
import { check, puyang, puyangRows } from '../forms';
import {
  formulaTotals,
  isTotalLine,
  keyOf,
  recomputed,
  systemsOf,
  type Pair,
  type PairOptions,
} from './pair';

type Grid = (Amount | null)[][];

function clean(seed: number): Pair {
  return generatePair(960_000 + seed, 'tenThousandYuan').pair;
}

/** The pair with one table as `act` leaves it. */
function acted(pair: Pair, at: number, act: (grid: Grid) => void): Pair {
  return pair.map((table, index) => {
    if (index !== at || table === null) return table;
    const grid = table.map((row) => [...row]);
    act(grid);
    return grid;
  });
}

/** Multiplies some columns, totals too. */
function times(factor: bigint, columns: (column: number) => boolean): (grid: Grid) => void {
  return (grid) => {
    for (const row of grid) {
      row.forEach((value, column) => {
        if (value !== null && columns(column)) row[column] = value * factor;
      });
    }
  };
}

const isAmount = (column: number): boolean => column % 4 !== 0;

/** Two columns exchanged in all lines. */
function exchange(a: number, b: number): (grid: Grid) => void {
  return (grid) => {
    for (const row of grid) [row[a], row[b]] = [row[b] ?? null, row[a] ?? null];
  };
}

function diagnosed(pair: Pair, options: PairOptions = {}): UnitDiagnosis {
  const systems = systemsOf(pair, options).map((system) => ({
    ...system,
    isRequired: system.measure === 'budgeted',
    finest: 6,
  }));
  return diagnose({ systems, typicalSize: { centre: 4, width: 1.8 } });
}

/** The first used input of a column. */
function usedIn(pair: Pair, table: number, column: number): number {
  const rows = pair[table] ?? [];
  return rows.findIndex((row, line) => !isTotalLine(rows, line) && (row[column] ?? 0n) > 0n);
}

const seeds = [0, 1, 2, 3, 4, 5];

test('a sign lost within a table in another unit leaves the table named, and the cell its own value', () => {
  for (const seed of seeds) {
    const truth = clean(seed);
    const at = seed % 2;
    const line = usedIn(truth, at, 1);
    const wrong = acted(truth, at, (grid) => {
      times(10_000n, isAmount)(grid);
      const row = grid[line] ?? [];
      row[1] = -(row[1] ?? 0n);
    });
    const { events, diagnoses } = diagnosed(wrong);
    expect(events.map(({ kind, table }) => [kind, table])).toEqual([['scaled', at]]);
    const key = keyOf({ table: at, line, column: 1 });
    expect(events[0]?.corrections.some((each) => each.key === key)).toBe(false);
    const corrections = diagnoses.flatMap(({ explanations }) => explanations[0]?.corrections ?? []);
    expect(corrections.map((each) => [each.key, each.proposed, each.pattern])).toEqual([
      [key, truth[at]?.[line]?.[1], 'signFlip'],
    ]);
  }
});

test('columns exchanged in a table in another unit: its own unit, not the other table’s', () => {
  for (const seed of seeds) {
    const at = seed % 2;
    const wrong = acted(clean(seed), at, (grid) => {
      times(10_000n, isAmount)(grid);
      exchange(1, 2)(grid);
    });
    const { events } = diagnosed(wrong);
    for (const { kind, table, corrections } of events) {
      if (kind === 'scaled' && corrections.length > 0) expect([seed, table]).toEqual([seed, at]);
    }
    expect(events.map(({ kind }) => kind)).toContain('scaled');
    // The same cell is never offered twice.
    const keys = events.flatMap(({ corrections }) => corrections.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('a block in another unit and a project missing in the other block, formula totals', () => {
  const told = seeds.flatMap((seed) => {
    const truth = clean(seed);
    const line = usedIn(truth, 0, 4);
    if (line < 0) return [];
    const wrong = acted(
      acted(
        truth,
        1,
        times(10_000n, (column) => column < 4 && isAmount(column)),
      ),
      0,
      (grid) => {
        const row = grid[line] ?? [];
        for (let column = 4; column < 8; column += 1) row[column] = null;
      },
    );
    const { events } = diagnosed(recomputed(wrong), { kindOf: formulaTotals });
    return events.flatMap(({ kind, table }) => (kind === 'scaled' ? [table] : []));
  });
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(new Set(told)).toEqual(new Set([1]));
});

test('measures exchanged and a slip beside, formula totals: an exchange, and no other draft', () => {
  let named = 0;
  for (const seed of seeds) {
    const truth = clean(seed);
    const at = seed % 2;
    const wrong = acted(truth, at, (grid) => {
      exchange(1, 2)(grid);
      exchange(5, 6)(grid);
      const row = grid[usedIn(truth, at, 1)] ?? [];
      row[1] = (row[1] ?? 0n) * 10n;
    });
    const { events } = diagnosed(recomputed(wrong), { kindOf: formulaTotals });
    named += events.filter(({ kind }) => kind === 'exchanged').length;
    expect(events.filter(({ kind }) => kind === 'differentDraft')).toEqual([]);
  }
  expect(named).toBeGreaterThanOrEqual(5);
});

test('amounts ten times the other table’s are no other draft, a project missing besides', () => {
  for (const seed of seeds) {
    const truth = clean(seed);
    const wrong = acted(truth, 0, (grid) => {
      times(10n, isAmount)(grid);
      const row = grid[usedIn(truth, 0, 0)] ?? [];
      for (let column = 0; column < 4; column += 1) row[column] = null;
    });
    const { events } = diagnosed(recomputed(wrong), { kindOf: formulaTotals });
    const kinds = events.map(({ kind }) => kind);
    // A line of sixty projects is left out of one: once the unit is told, another date may be.
    const isLarge = (truth[0]?.[usedIn(truth, 0, 0)]?.[0] ?? 0n) > 20n * 10n ** 12n;
    expect([seed, kinds.includes('differentDraft')]).toEqual([seed, isLarge]);
    if (isLarge) expect(kinds).toContain('scaled');
  }
});

test('blocks exchanged in a rounded table: what comes into blanks is rounded as well', () => {
  let offered = 0;
  for (const seed of seeds) {
    const at = seed % 2;
    // No funds at all; inputs in whole units, their totals rounded by themselves.
    const noFunds = [0, 1].reduce(
      (pair, table) =>
        acted(pair, table, (grid) => {
          for (const row of grid) for (let column = 4; column < 8; column += 1) row[column] = null;
        }),
      clean(seed),
    );
    const rounded = acted(recomputed(noFunds), at, (grid) => {
      for (const row of grid) {
        row.forEach((value, column) => {
          const unit = 10n ** 12n;
          if (value !== null && isAmount(column)) row[column] = ((value + unit / 2n) / unit) * unit;
        });
      }
    });
    const wrong = acted(rounded, at, (grid) => {
      for (let measure = 0; measure < 4; measure += 1) exchange(measure, 4 + measure)(grid);
    });
    const { events } = diagnosed(wrong, { places: 0 });
    for (const { kind, table, corrections } of events) {
      if (corrections.length === 0) continue;
      offered += 1;
      expect([seed, kind, table]).toEqual([seed, 'exchanged', at]);
    }
  }
  expect(offered).toBeGreaterThanOrEqual(3);
});

test('columns exchanged in the totals only: what they add up agrees with the other table, and is right', () => {
  for (const seed of seeds) {
    const truth = clean(seed);
    const at = seed % 2;
    const { events } = diagnosed(acted(truth, at, exchange(9, 10)));
    const [event] = events;
    expect([seed, event?.kind, event?.table]).toEqual([seed, 'exchanged', at]);
    for (const { key, proposed } of event?.corrections ?? []) {
      const [table = 0, line = 0, column = 0] = key.split(':').map(Number);
      expect([key, truth[table]?.[line]?.[column] ?? 0n]).toEqual([key, proposed ?? 0n]);
    }
    expect(event?.corrections.length).toBeGreaterThan(0);
  }
});

test('of two blanks in one column only the sum is known where line totals follow: none is filled', () => {
  const blank = [6, 10];
  const follows = Object.fromEntries(
    puyangRows(2)
      .slice(0, -1)
      .map((row, at) => {
        const [executed, fund] = [Number(row[3] ?? 0), Number(row[7] ?? 0)];
        const value = (blank.includes(at + 5) ? 0 : executed) + fund;
        return [`L${at + 5}`, { formula: `D${at + 5}+H${at + 5}`, value }] as const;
      }),
  );
  const told = (...rows: readonly number[]) => {
    const blanked = Object.fromEntries(rows.map((row) => [`D${row}`, undefined]));
    const { diagnoses } = check(puyang({}, { ...follows, ...blanked }));
    const [executed] = diagnoses.filter(({ measure }) => measure === 'executed');
    return executed?.items.map(({ claim }) => claim);
  };
  expect(told(6, 10)).not.toContain('culprit');
});

test.each([
  ['the same table', 0],
  ['the other table', 1],
])(
  'a table in another unit is named and put right though blocks are exchanged in %s',
  (_, other) => {
    for (const seed of seeds) {
      const truth = clean(seed);
      const table = seed % 2;
      const blocks = acted(truth, (table + other) % 2, (grid) => {
        for (let measure = 0; measure < 4; measure += 1) exchange(measure, measure + 4)(grid);
      });
      if (blocks[0]?.at(-1)?.[0] === blocks[1]?.at(-1)?.[0]) continue;
      const { events } = diagnosed(acted(blocks, table, times(10_000n, isAmount)));
      const scaled = events.filter(({ kind }) => kind === 'scaled');
      expect([seed, scaled.map((event) => event.table)]).toEqual([seed, [table]]);
      expect(scaled.every(({ corrections }) => corrections.length > 0)).toBe(true);
      expect(events.map(({ kind }) => kind)).not.toContain('projectMissing');
    }
  },
);
