/** Columns exchanged in one table: named where the equalities tell, offered only where the table is known. */
import { diagnose, type UnitDiagnosis } from '../../../src/domain/diagnose/diagnose';
import { generatePair } from '../../bench/diagnosis/generator';
import {
  formulaTotals,
  isTotalLine,
  keyOf,
  puyang,
  recomputed,
  systemsOf,
  withCells,
  type Pair,
  type PairOptions,
} from './pair';

function clean(seed: number): Pair {
  return generatePair(950_000 + seed, 'tenThousandYuan').pair;
}

/** Two measures of both source blocks, or of the first, exchanged in one table. */
function exchangedIn(
  pair: Pair,
  at: number,
  [first, second]: readonly [number, number],
  blocks: readonly number[],
): Pair {
  return pair.map((table, index) =>
    index !== at || table === null
      ? table
      : table.map((row, line) =>
          isTotalLine(table, line)
            ? row
            : row.map((value, column) => {
                if (!blocks.includes(Math.floor(column / 4))) return value;
                const own = column % 4;
                const other = own === first ? second : own === second ? first : own;
                return row[column - own + other] ?? null;
              }),
        ),
  );
}

function diagnosed(pair: Pair, options: PairOptions): UnitDiagnosis {
  const systems = systemsOf(pair, options).map((system) => ({
    ...system,
    isRequired: system.measure === 'budgeted',
    finest: 6,
  }));
  return diagnose({ systems, typicalSize: { centre: 4, width: 1.8 } });
}

/** Cells that are offered with another value than the right one. */
function wrongOffers({ events, diagnoses }: UnitDiagnosis, truth: Pair): string[] {
  const right = new Map(
    truth.flatMap((table, t) =>
      (table ?? []).flatMap((row, line) =>
        row.map((value, column) => [keyOf({ table: t, line, column }), value ?? 0n] as const),
      ),
    ),
  );
  const slips = diagnoses.flatMap(({ items, explanations }) =>
    items.flatMap(({ claim, corrections }) =>
      claim === 'culprit'
        ? corrections.flatMap((at) => explanations[0]?.corrections[at] ?? [])
        : [],
    ),
  );
  return [...events.flatMap(({ corrections }) => corrections), ...slips]
    .filter(({ key, proposed }) => right.get(key) !== (proposed ?? 0n))
    .map(({ key }) => key);
}

test('in the lines of a table whose line totals follow, the total line right', () => {
  const named: unknown[] = [];
  for (let seed = 0; seed < 8; seed += 1) {
    const truth = clean(seed);
    const wrong = exchangedIn(truth, seed % 2, [2, 3], [0]);
    const rows = recomputed(wrong).map((table, index) =>
      (table ?? []).map((row, line) =>
        isTotalLine(table ?? [], line) ? (truth[index]?.[line] ?? row) : row,
      ),
    );
    const told = diagnosed(rows, {
      kindOf: ({ line, column }, table) =>
        column >= 8 && !isTotalLine(table, line) ? 'formula' : 'typed',
    });
    expect(wrongOffers(told, truth)).toEqual([]);
    named.push(...told.events.map(({ kind, table }) => [kind, table === seed % 2]));
  }
  expect(named.length).toBeGreaterThanOrEqual(6);
  expect(named).toEqual(named.map(() => ['exchanged', true]));
});

test('which table it was is never guessed where only the tables disagree', () => {
  let [named, offered] = [0, 0];
  for (const [seed, measures] of [
    ...[71, 93, 114, 159].map((each) => [each, [1, 3]] as const),
    ...Array.from({ length: 20 }, (_, each) => [each, [1, 2]] as const),
    ...Array.from({ length: 20 }, (_, each) => [each, [2, 3]] as const),
  ]) {
    const truth = clean(seed);
    const wrong = recomputed(exchangedIn(truth, seed % 2, measures, [0, 1]));
    const told = diagnosed(wrong, { kindOf: formulaTotals });
    const exchanges = told.events.filter(({ kind }) => kind === 'exchanged');
    named += exchanges.length;
    offered += exchanges.filter(({ corrections }) => corrections.length > 0).length;
    expect([seed, wrongOffers(told, truth)]).toEqual([seed, []]);
  }
  expect([named >= 35, offered >= 22]).toEqual([true, true]);
});

test('two cells of one line exchanged, formula totals: no column of the other table is put right instead', () => {
  // The only line of its table and block in which the two measures differ; in the other table three do.
  const truth = generatePair(800_360, 'tenThousandYuan').pair;
  const [first, second] = [6, 7].map((column) => keyOf({ table: 1, line: 2, column }));
  const wrong = withCells(
    truth,
    new Map([
      [first ?? '', truth[1]?.[2]?.[7] ?? null],
      [second ?? '', truth[1]?.[2]?.[6] ?? null],
    ]),
  );
  const told = diagnosed(recomputed(wrong), { kindOf: formulaTotals });
  expect(wrongOffers(told, truth)).toEqual([]);
  expect(told.events.map(({ kind, table }) => [kind, table])).toEqual([['exchanged', null]]);
});

test('blocks exchanged where a sign was lost besides, formula totals: the other table is not put right instead', () => {
  for (const [table, other] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const truth = puyang();
    const wrong = truth.map((own, index) =>
      index !== table
        ? own
        : (own ?? []).map((row, line) =>
            row.map((_, column) => {
              const value = row[column < 4 ? column + 4 : column < 8 ? column - 4 : column] ?? null;
              return line === 3 && column === 6 ? -(value ?? 0n) : value;
            }),
          ),
    );
    const { events } = diagnosed(recomputed(wrong), { kindOf: formulaTotals });
    const offered = events.filter(({ corrections }) => corrections.length > 0);
    expect(offered.filter((event) => event.table === other)).toEqual([]);
    expect(events.map(({ kind }) => kind)).toContain('exchanged');
  }
});

test.each([0, 1])(
  'measures exchanged beside a column in another unit: table %d is not put right instead of the other',
  (table) => {
    // Figures of which the two measures are about equally often the larger.
    const truth = clean(22);
    const wrong = truth.map((own, index) =>
      index === table
        ? own
        : (own ?? []).map((row) =>
            row.map((_, column) => {
              const from = [0, 1, 3, 2][column % 4] ?? 0;
              const value = row[column - (column % 4) + from] ?? null;
              return column === 3 && value !== null ? value * 1000n : value;
            }),
          ),
    );
    const { events } = diagnosed(wrong, {});
    const offered = events.filter(({ corrections }) => corrections.length > 0);
    expect(offered.map((event) => event.table)).not.toContain(table);
    expect(events.map(({ kind }) => kind)).toContain('exchanged');
  },
);
