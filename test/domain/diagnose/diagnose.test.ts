/** This pair with this slip → these corrections. */
import type { Amount } from '../../../src/domain/amount';
import { formatAmount, isWhole, roundToPlace } from '../../../src/domain/amount';
import { DIAGNOSIS_LIMITS, diagnose, type Diagnosis } from '../../../src/domain/diagnose/diagnose';
import {
  slipsOf,
  amountOf,
  figureAt,
  formulaTotals,
  keyOf,
  puyang,
  recomputed,
  systemsOf,
  withCells,
  type Cell,
  type Pair,
  type PairOptions,
} from './pair';

const TABLE1 = 0;
const TABLE2 = 1;
/** Lines by name, as far as these tests need them. */
const LINE = { science: 4, culture: 5, social: 6, health: 7, commerce: 13, total1: 19, total2: 6 };

function cell(table: number, line: number, column: number): Cell {
  return { table, line, column };
}

function changed(pair: Pair, changes: readonly (readonly [Cell, string])[]): Pair {
  return withCells(pair, new Map(changes.map(([at, text]) => [keyOf(at), amountOf(text)])));
}

/** "0:5:9 240→204 transposition" for every correction of an explanation. */
function lines(diagnosis: Diagnosis | undefined, at = 0): readonly string[] {
  return (diagnosis?.explanations[at]?.corrections ?? []).map(
    ({ key, stated, proposed, pattern }) =>
      `${key} ${stated === null ? 'blank' : formatAmount(stated)}→${formatAmount(proposed)} ${pattern}`,
  );
}

function diagnosePair(pair: Pair, options: PairOptions = {}): readonly Diagnosis[] {
  return slipsOf(systemsOf(pair, options));
}

describe('one wrong figure, typed totals', () => {
  test.each([
    ['transposition', cell(TABLE1, LINE.culture, 9), '240', '0:5:9 240→204 transposition'],
    ['substitution', cell(TABLE1, LINE.health, 1), '7083.82', '0:7:1 7083.82→7083.02 substitution'],
    ['omission', cell(TABLE1, LINE.health, 3), '6681.3', '0:7:3 6681.3→6681.33 omission'],
    ['insertion', cell(TABLE2, 0, 2), '139555.55', '1:0:2 139555.55→13955.55 insertion'],
    ['decimal point', cell(TABLE2, 3, 1), '677.72', '1:3:1 677.72→6777.2 decimalShift'],
    ['元 for 万元', cell(TABLE1, LINE.culture, 1), '2040000', '0:5:1 2040000→204 unitShift'],
    ['sign', cell(TABLE1, LINE.social, 6), '-281.9', '0:6:6 -281.9→281.9 signFlip'],
    ['blank total', cell(TABLE1, LINE.total1, 9), '', '0:19:9 blank→41528.1184 staleTotal'],
    [
      'stale total',
      cell(TABLE1, LINE.total1, 1),
      '35108.5864',
      '0:19:1 35108.5864→35956.4864 staleTotal',
    ],
    ['no pattern', cell(TABLE2, 4, 3), '3333.333', '1:4:3 3333.333→10494.8564 unexplained'],
    ['number in a blank cell', cell(TABLE1, 1, 1), '77', '0:1:1 77→0 unexplained'],
    ['count', cell(TABLE1, LINE.commerce, 0), '52', '0:13:0 52→25 transposition'],
  ])('%s', (_, at, stated, expected) => {
    const [diagnosis, ...others] = diagnosePair(changed(puyang(), [[at, stated]]));
    expect(others).toEqual([]);
    expect(lines(diagnosis)).toEqual([expected]);
    expect(diagnosis).toMatchObject({ minimal: true, unique: true, cut: false, tied: 1 });
    expect(diagnosis?.explains).toEqual(diagnosis?.failed);
  });

  test('a slip in a total line explains the balance of both tables', () => {
    const [diagnosis] = diagnosePair(
      changed(puyang(), [[cell(TABLE1, LINE.total1, 9), '41258.1184']]),
    );
    expect(lines(diagnosis)).toEqual(['0:19:9 41258.1184→41528.1184 transposition']);
    expect(diagnosis?.failed).toHaveLength(3);
  });
});

describe('several wrong figures', () => {
  test('two in one measure are found together', () => {
    const [diagnosis] = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.culture, 9), '240'],
        [cell(TABLE2, 3, 1), '677.72'],
      ]),
    );
    expect(lines(diagnosis)).toEqual([
      '0:5:9 240→204 transposition',
      '1:3:1 677.72→6777.2 decimalShift',
    ]);
    expect(diagnosis).toMatchObject({ minimal: true, unique: true });
  });

  test('measures are solved independently', () => {
    const diagnoses = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.culture, 9), '240'],
        [cell(TABLE1, LINE.culture, 10), '201.4'],
      ]),
    );
    expect(diagnoses.map(({ measure }) => measure)).toEqual(['budgeted', 'executed']);
    expect(diagnoses.map((diagnosis) => lines(diagnosis))).toEqual([
      ['0:5:9 240→204 transposition'],
      ['0:5:10 201.4→210.4 transposition'],
    ]);
  });

  test('two lines exchanged: each block that could be is listed, the inputs lead by their rows', () => {
    const [diagnosis] = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.science, 1), '204'],
        [cell(TABLE1, LINE.culture, 1), '80.6'],
      ]),
    );
    // The third would make an amount negative.
    expect(diagnosis?.explanations).toHaveLength(2);
    expect(diagnosis).toMatchObject({ minimal: true, unique: false, tied: 1 });
    expect(lines(diagnosis)).toEqual([
      '0:4:1 204→80.6 swappedCells',
      '0:5:1 80.6→204 swappedCells',
    ]);
  });

  test('an amount on the neighbouring line', () => {
    const [diagnosis] = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.social, 5), ''],
        [cell(TABLE1, LINE.culture, 5), '286'],
      ]),
    );
    expect(lines(diagnosis)).toEqual(['0:5:5 286→0 wrongLine', '0:6:5 blank→286 wrongLine']);
  });

  test('预算 and 执行 of one line exchanged are one exchange', () => {
    const diagnoses = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.health, 1), '7218.02'],
        [cell(TABLE1, LINE.health, 2), '7083.02'],
      ]),
    );
    expect(diagnoses.flatMap((diagnosis) => lines(diagnosis))).toEqual([
      '0:7:1 7218.02→7083.02 swappedCells',
      '0:7:2 7083.02→7218.02 swappedCells',
    ]);
  });

  test('lines exchanged in two measures are one event, put back by one correction', () => {
    const pair = puyang();
    const exchanged = [1, 2].flatMap((column) => {
      const [a, b] = [cell(TABLE1, LINE.science, column), cell(TABLE1, LINE.culture, column)];
      return [
        [keyOf(a), figureAt(pair, b)],
        [keyOf(b), figureAt(pair, a)],
      ] as const;
    });
    const { events, diagnoses } = diagnose({
      systems: systemsOf(withCells(pair, new Map(exchanged))),
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'exchanged', table: TABLE1, systems: [1, 2] });
    expect(events[0]?.corrections.map(({ key }) => key)).toEqual([
      '0:4:1',
      '0:5:1',
      '0:4:2',
      '0:5:2',
    ]);
    for (const { claim, explanations } of diagnoses) {
      expect({ claim, explanations }).toEqual({ claim: 'unknown', explanations: [] });
    }
  });
});

describe('formula totals', () => {
  const options = { kindOf: formulaTotals };

  test('a wrong input leads among the inputs of both tables; totals are no culprits', () => {
    const wrong = recomputed(changed(puyang(), [[cell(TABLE1, LINE.culture, 1), '240']]));
    const [diagnosis] = diagnosePair(wrong, options);
    expect(lines(diagnosis)).toEqual(['0:5:1 240→204 transposition']);
    // Two of the 25 inputs hold less than what is too much.
    expect(diagnosis?.explanations).toHaveLength(23);
    expect(diagnosis?.unique).toBe(false);
    const keys = diagnosis?.explanations.flatMap(({ corrections }) =>
      corrections.map(({ key }) => key),
    );
    expect(keys).not.toContain(keyOf(cell(TABLE1, LINE.total1, 1)));
  });

  test('a wrong formula is recomputed first and explains what it caused', () => {
    const wrong = changed(puyang(), [[cell(TABLE1, LINE.health, 9), '7083.02']]);
    const [diagnosis] = diagnosePair(wrong, {
      kindOf: (at, table) =>
        at.line === LINE.health && at.table === TABLE1 && at.column === 9
          ? 'wrongFormula'
          : formulaTotals(at, table),
    });
    expect(diagnosis?.explanations).toHaveLength(1);
    expect(diagnosis?.explanations[0]?.corrections).toEqual([
      expect.objectContaining({
        key: '0:7:9',
        proposed: amountOf('7580.942'),
        wrongFormula: true,
      }),
    ]);
  });

  test('a number typed over a total formula is the culprit when it is stale', () => {
    const wrong = changed(puyang(), [[cell(TABLE1, LINE.total1, 1), '35900']]);
    const [diagnosis] = diagnosePair(wrong, {
      kindOf: (at, table) =>
        at.table === TABLE1 && at.line === LINE.total1 && at.column === 1
          ? 'typed'
          : formulaTotals(at, table),
    });
    expect(lines(diagnosis)).toEqual(['0:19:1 35900→35956.4864 staleTotal']);
  });

  test('typed totals in the other table point at the table with the wrong input', () => {
    const wrong = changed(puyang(), [[cell(TABLE2, 0, 1), '14239.76']]);
    const [diagnosis] = diagnosePair(wrong, {
      kindOf: (at, table) => (at.table === TABLE1 ? formulaTotals(at, table) : 'typed'),
    });
    expect(lines(diagnosis)).toEqual(['1:0:1 14239.76→14239.67 transposition']);
    expect(diagnosis?.unique).toBe(true);
  });
});

describe('incomplete tables', () => {
  const wrong = (): Pair => changed(puyang(), [[cell(TABLE1, LINE.culture, 1), '240']]);

  test('one table only', () => {
    const [diagnosis] = diagnosePair([wrong()[0] ?? null, null]);
    expect(lines(diagnosis)).toEqual(['0:5:1 240→204 transposition']);
    expect(diagnosis?.unique).toBe(true);
  });

  test('a missing block leaves columns, in which any line may be wrong', () => {
    const [diagnosis] = diagnosePair(wrong(), { missingBlocks: [1] });
    expect(diagnosis?.explanations.map((_, at) => lines(diagnosis, at)[0])).toContain(
      '0:5:1 240→204 transposition',
    );
    expect(lines(diagnosis)).toEqual(['0:5:1 240→204 transposition']);
  });

  test('a missing line shows as a column that does not add up', () => {
    const pair = puyang().map((table, t) =>
      t === TABLE1 ? (table?.filter((_, line) => line !== LINE.culture) ?? null) : table,
    );
    const diagnoses = diagnosePair(pair);
    expect(diagnoses).toHaveLength(4);
    for (const { explanations } of diagnoses) expect(explanations.length).toBeGreaterThan(0);
  });
});

describe('rounded tables', () => {
  const wholeYuan = (): Pair =>
    puyang().map(
      (table) =>
        table?.map((row) =>
          row.map((value, column) =>
            value === null || column % 4 === 0 ? value : roundToPlace(value, 0),
          ),
        ) ?? null,
    );
  const options = { places: 0 };

  test('unavoidable differences name nobody', () => {
    expect(diagnosePair(wholeYuan(), options)).toEqual([]);
  });

  test('a slip beyond the intervals is found among rounding differences, with its range', () => {
    const wrong = changed(wholeYuan(), [[cell(TABLE1, LINE.health, 1), '7803']]);
    const [diagnosis] = diagnosePair(wrong, options);
    expect(lines(diagnosis)).toEqual(['0:7:1 7803→7083 transposition']);
    const { range } = diagnosis?.explanations[0]?.corrections[0] ?? {};
    expect(range?.low).toBeLessThanOrEqual(amountOf('7083') ?? 0n);
    expect(range?.high).toBeGreaterThanOrEqual(amountOf('7083') ?? 0n);
  });

  test('a slip inside the intervals is named where the residuals point at one cell', () => {
    const exact = puyang().map(
      (table) => table?.map((row) => row.map((value) => (value ?? 0n) * 10_000n)) ?? null,
    );
    const stated = (figureAt(exact, cell(TABLE1, LINE.health, 1)) ?? 0n) + 10n ** 12n;
    const wrong = withCells(exact, new Map([['0:7:1', stated]]));
    const [diagnosis] = diagnosePair(wrong, options);
    expect(lines(diagnosis)).toEqual(['0:7:1 70830201→70830200 substitution']);
  });
});

describe('what is never proposed', () => {
  const proposals = (diagnosis: Diagnosis | undefined): readonly Amount[] =>
    diagnosis?.explanations.flatMap(({ corrections }) =>
      corrections.map(({ proposed }) => proposed),
    ) ?? [];

  test('a negative amount', () => {
    const [diagnosis] = diagnosePair(
      changed(puyang(), [
        [cell(TABLE1, LINE.science, 1), '204'],
        [cell(TABLE1, LINE.culture, 1), '80.6'],
      ]),
    );
    expect(proposals(diagnosis).every((proposed) => proposed >= 0n)).toBe(true);
  });

  test('a part of a project', () => {
    const stated = [
      [cell(TABLE1, LINE.total1, 0), '222.5'],
      [cell(TABLE2, LINE.total2, 0), '222.5'],
    ] as const;
    const [diagnosis] = diagnosePair(changed(puyang(), stated));
    expect(proposals(diagnosis).every((proposed) => isWhole(proposed))).toBe(true);
  });

  test('nothing where a figure is due, though it would make everything hold', () => {
    const systems = systemsOf(changed(puyang(), [[cell(TABLE1, LINE.culture, 1), '']]));
    const required = systems.map((system) => ({ ...system, isRequired: system.measure !== '' }));
    // The column's total says that the line has no budget; its count says that it has projects.
    const [diagnosis] = slipsOf(required);
    expect(proposals(diagnosis)).not.toContain(0n);
  });

  test('a stray figure in a cell that should be blank is proposed blank', () => {
    const [diagnosis] = diagnosePair(changed(puyang(), [[cell(TABLE1, 1, 9), '34.7005']]));
    expect(lines(diagnosis)).toEqual(['0:1:9 34.7005→0 staleTotal']);
    expect(diagnosis?.explanations[0]?.corrections[0]).toMatchObject({ clears: true });
    expect(diagnosis?.claim).toBe('culprit');
  });
});

describe('bounds', () => {
  const scrambled = (): Pair =>
    puyang().map(
      (table, t) =>
        table?.map((row, line) =>
          row.map(
            (_, column): Amount => BigInt(((t * 7 + line) * 31 + column * 17) % 997) * 10n ** 12n,
          ),
        ) ?? null,
    );

  test('a pair that is all wrong has nothing proposed, and says that it does not know', () => {
    const diagnoses = diagnosePair(scrambled());
    expect(diagnoses).toHaveLength(4);
    for (const { claim, unique, explanations } of diagnoses) {
      expect({ claim, unique, explanations }).toEqual({
        claim: 'unknown',
        unique: false,
        explanations: [],
      });
    }
  });

  test('fewer explanations than there are is a cut', () => {
    const wrong = recomputed(changed(puyang(), [[cell(TABLE1, LINE.culture, 1), '240']]));
    const systems = systemsOf(wrong, { kindOf: formulaTotals });
    const [diagnosis] = slipsOf(systems, { ...DIAGNOSIS_LIMITS, explanations: 5 });
    expect(diagnosis?.explanations).toHaveLength(5);
    expect(diagnosis).toMatchObject({ cut: true, unique: false, claim: 'unknown' });
    expect(diagnosis?.items.filter(({ claim }) => claim === 'culprit')).toEqual([]);
  });

  test('where nothing typed can change there is no explanation', () => {
    const wrong = changed(puyang(), [[cell(TABLE1, LINE.culture, 1), '240']]);
    const [diagnosis, ...others] = diagnosePair(recomputed(wrong), { kindOf: () => 'formula' });
    expect(others).toEqual([]);
    expect(diagnosis).toMatchObject({ explanations: [], explains: [], unique: false, tied: 0 });
  });
});

test('measures whose likeliest corrections rule each other out: one gives way, not both', () => {
  // An amount stands in a blank line, and a line's two projects are missing: they could be the amount's.
  const blank = Array.from({ length: 12 }, () => null);
  const row = (...texts: readonly string[]): (Amount | null)[] => texts.map(amountOf);
  const table = [
    row('0', '9.2', '8.6', '7.5', '', '', '', '', '0', '9.2', '8.6', '7.5'),
    row('', '', '6.05', '', '', '', '', '', '0', '0', '6.05', '0'),
    blank,
    blank,
    row('11', '82.8', '73.3', '66.9', '1', '3.1', '2.1', '2.1', '12', '85.9', '75.4', '69'),
    blank,
    row('13', '92', '81.9', '74.4', '1', '3.1', '2.1', '2.1', '14', '95.1', '84', '76.5'),
  ];
  const kindOf: PairOptions['kindOf'] = ({ line, column }, { length }) =>
    column >= 8 && line < length - 1 ? 'formula' : 'typed';
  const systems = systemsOf([null, table], { kindOf });
  const { diagnoses } = diagnose({
    systems: systems.map((system) => ({ ...system, isRequired: true })),
  });
  const [count, executed] = diagnoses.map(({ explanations }) => explanations[0]?.corrections);
  expect(count).toMatchObject([{ key: '1:0:0', proposed: amountOf('2') }]);
  expect(executed).toMatchObject([{ key: '1:1:2', proposed: 0n, clears: true }]);
});

test('an honest pair has no diagnosis, with typed or formula totals, in one table or two', () => {
  expect(diagnosePair(puyang())).toEqual([]);
  expect(diagnosePair(puyang(), { kindOf: formulaTotals })).toEqual([]);
  expect(diagnosePair([puyang()[0] ?? null, null])).toEqual([]);
  expect(slipsOf([])).toEqual([]);
});

describe('what a person did', () => {
  const size = { centre: 4, width: 1.8 };

  test('a project in one table only is named, and nothing can be adopted', () => {
    const [first, second] = puyang();
    const added = withCells(
      [first ?? null, second ?? null],
      new Map([0, 1, 2, 3].map((m) => [`0:5:${m}`, 0n])),
    );
    const more = (column: number): Amount =>
      (figureAt(puyang(), cell(TABLE1, LINE.culture, column)) ?? 0n) +
      (amountOf(['1', '300', '280', '270'][column] ?? '') ?? 0n);
    const pair = recomputed(
      withCells(added, new Map([0, 1, 2, 3].map((m) => [`0:5:${m}`, more(m)]))),
    );
    const { events, diagnoses } = diagnose({ systems: systemsOf(pair), typicalSize: size });
    expect(events.map(({ kind, table, corrections }) => [kind, table, corrections])).toEqual([
      ['projectMissing', TABLE2, []],
    ]);
    expect(diagnoses.map(({ claim, explanations }) => [claim, explanations.length])).toEqual(
      diagnoses.map(() => ['unknown', 0]),
    );
  });

  test('a table typed in 元 is put back by one correction, and no cell is accused', () => {
    const pair = puyang().map((table, t) =>
      t === TABLE2
        ? (table?.map((row) =>
            row.map((value, column) =>
              value === null || column % 4 === 0 ? value : value * 10_000n,
            ),
          ) ?? null)
        : table,
    );
    const { events, diagnoses } = diagnose({ systems: systemsOf(pair), typicalSize: size });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ kind: 'scaled', table: TABLE2, scope: { power: 4 } });
    for (const { proposed, key } of events[0]?.corrections ?? []) {
      expect(proposed).toBe(
        puyang()[TABLE2]?.[Number(key.split(':')[1])]?.[Number(key.split(':')[2])],
      );
    }
    expect(diagnoses.flatMap(({ explanations }) => explanations)).toEqual([]);
  });
});
