/** What is named between the tables agrees with what their totals differ by, and with how projects are. */
import { diagnose } from '../../../src/domain/diagnose/diagnose';
import {
  amountOf,
  figureAt,
  formulaTotals,
  keyOf,
  puyang,
  recomputed,
  systemsOf,
  withCells,
  type Pair,
} from './pair';

/** Table 1 with so much more in a line, in both source blocks: count, budgeted, executed, final accounts. */
function withMore(first: readonly string[], second: readonly string[]): Pair {
  const pair = recomputed(puyang());
  const cells = [...first, ...second].map((text, column) => {
    const cell = { table: 0, line: 5, column };
    return [keyOf(cell), (figureAt(pair, cell) ?? 0n) + (amountOf(text) ?? 0n)] as const;
  });
  return recomputed(withCells(pair, new Map(cells)));
}

function named(pair: Pair): readonly string[] {
  const systems = systemsOf(pair, { kindOf: formulaTotals });
  return diagnose({ systems }).events.map(({ kind }) => kind);
}

test('projects of both budgets are named as missing where they can be projects', () => {
  const pair = withMore(['1', '181.66', '170.4', '168.58'], ['1', '98.79', '90.48', '83.83']);
  expect(named(pair)).toEqual(['projectMissing', 'projectMissing']);
});

test('neither is where more is executed than budgeted, and the final accounts are still more', () => {
  const pair = withMore(['1', '181.66', '219.4', '314.58'], ['1', '298.79', '260.48', '243.83']);
  expect(named(pair)).not.toContain('projectMissing');
});

test('an emptied line whose total is left is no money in another budget', () => {
  const pair = recomputed(puyang());
  const line = 0;
  const columns = [0, 1, 2, 3, 4, 5, 6, 7];
  const emptied = withCells(
    pair,
    new Map(columns.map((column) => [keyOf({ table: 1, line, column }), null])),
  );
  // Columns follow, lines are typed.
  const totals = recomputed(emptied)[1]?.at(-1) ?? [];
  const wrong = withCells(
    emptied,
    new Map(
      columns.map((column) => [keyOf({ table: 1, line: 6, column }), totals[column] ?? null]),
    ),
  );
  expect(named(wrong)).not.toContain('otherBudget');
});
