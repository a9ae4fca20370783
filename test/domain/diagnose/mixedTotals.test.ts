/** Acts in tables of which some totals are typed and some are formulas: what follows is no evidence of its own. */
import { unitOfPlace, type Amount } from '../../../src/domain/amount';
import {
  diagnose,
  type OutsideFigure,
  type UnitDiagnosis,
} from '../../../src/domain/diagnose/diagnose';
import { followed, type KindOf } from '../../bench/diagnosis/determined';
import { isTotalLine, puyang, systemsOf, type Pair, type Table } from './pair';

const lineTotalsFollow: KindOf = ({ line, column }, table) =>
  column >= 8 && !isTotalLine(table, line) ? 'formula' : 'typed';
const totalLineFollows: KindOf = ({ line }, table) =>
  isTotalLine(table, line) ? 'formula' : 'typed';

function told(pair: Pair, kindOf: KindOf, outside: readonly OutsideFigure[] = []): UnitDiagnosis {
  const systems = systemsOf(followed(pair, kindOf), { kindOf });
  return diagnose({
    systems: systems.map((system) => ({
      ...system,
      isRequired: system.measure === 'budgeted',
      finest: 6,
    })),
    outside,
    typicalSize: { centre: 4, width: 1.8 },
  });
}

function changedIn(
  table: number,
  change: (value: Amount | null, line: number, column: number, row: Table[number]) => Amount | null,
): Pair {
  return puyang().map((each, at) =>
    at !== table
      ? each
      : (each ?? []).map((row, line) =>
          row.map((value, column) => change(value, line, column, row)),
        ),
  );
}

test('a column in another unit fails only where totals are typed, and is still an act', () => {
  const pair = changedIn(1, (value, _, column) =>
    column === 3 && value !== null ? value / unitOfPlace(8) : value,
  );
  const { events } = told(pair, lineTotalsFollow);
  expect(events.map(({ kind, table }) => [kind, table])).toEqual([['scaled', 1]]);
  expect(events[0]?.corrections).toHaveLength(7);
});

test('a line one column off is found beside a total line of formulas', () => {
  const at = 5;
  const pair = changedIn(1, (value, line, column, row) =>
    line !== at || column > 4 ? value : column === 0 ? null : (row[column - 1] ?? null),
  );
  const { events } = told(pair, totalLineFollows);
  expect(events.map(({ kind, table }) => [kind, table])).toEqual([['shifted', 1]]);
  expect(events[0]?.corrections).toHaveLength(5);
});

test('two totals that are alike are moved back from below the table, whichever is which', () => {
  // What was executed is what the final accounts say, in every line.
  const alike = puyang().map((table) =>
    (table ?? []).map((row) =>
      row.map((value, at) => (at % 4 === 3 ? (row[at - 1] ?? null) : value)),
    ),
  );
  const value = alike[1]?.[6]?.[10] ?? 0n;
  const pair = alike.map((table, at) =>
    table.map((row, line) =>
      row.map((own, column) => (at === 1 && line === 6 && column >= 10 ? null : own)),
    ),
  );
  const outside = ['first', 'second'].map((key) => ({
    key,
    table: 1,
    value,
    column: null,
    line: null,
  }));
  const { events } = told(pair, () => 'typed', outside);
  expect(events.map(({ kind }) => kind)).toEqual(['outsideTable']);
  expect(events[0]?.corrections.map(({ proposed }) => proposed)).toEqual([value, value]);
});
