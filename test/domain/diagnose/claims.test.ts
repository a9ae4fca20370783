/** What the balances leave open is not claimed because one of several values looks a little likelier. */
import { diagnose } from '../../../src/domain/diagnose/diagnose';
import { generatePair } from '../../bench/diagnosis/generator';
import { changed, check, grid, officialSheet, puyangRows } from '../forms';
import type { Changes, Content } from '../forms';
import {
  amountOf,
  formulaTotals,
  isTotalLine,
  keyOf,
  recomputed,
  slipsOf,
  systemsOf,
  withCells,
} from './pair';

const letters = Array.from('BCDEFGHIJKLM');

/** Formulas of line totals, of the total line, or of both; with what they come to. */
function withFormulas(
  cells: Record<string, Content>,
  lines: number,
  which: { readonly lineTotals?: boolean; readonly totalLine?: boolean },
): Record<string, Content> {
  const all = { ...cells };
  const last = lines + 5;
  const numberAt = (cell: string): number => {
    const content = all[cell];
    const value =
      typeof content === 'object' && content !== null && 'value' in content
        ? content.value
        : content;
    return typeof value === 'number' ? value : 0;
  };
  const put = (cell: string, formula: string, value: number): void => {
    all[cell] = { formula, value: Number(value.toFixed(6)) };
  };
  const rows = Array.from({ length: lines }, (_, at) => at + 5);
  if (which.lineTotals === true) {
    for (const row of rows) {
      letters.slice(8).forEach((letter, at) => {
        const [one, other] = [`${letters[at] ?? ''}${row}`, `${letters[at + 4] ?? ''}${row}`];
        put(`${letter}${row}`, `=${one}+${other}`, numberAt(one) + numberAt(other));
      });
    }
  }
  for (const [at, letter] of letters.entries()) {
    const isSummed = which.totalLine === true || (which.lineTotals === true && at >= 8);
    if (!isSummed) continue;
    const sum = rows.reduce((total, row) => total + numberAt(`${letter}${row}`), 0);
    put(`${letter}${last}`, `=SUM(${letter}5:${letter}${last - 1})`, sum);
  }
  return all;
}

type Formulas = Parameters<typeof withFormulas>[2];

/** The city's pair with changes, then formulas. */
function pair(changes: readonly [Changes, Changes], formulas: readonly [Formulas, Formulas]) {
  return {
    sheets: ([1, 2] as const).map((table) => {
      const rows = puyangRows(table);
      const cells = changed(officialSheet(table, rows), changes[table - 1] ?? {});
      const own = withFormulas(cells, rows.length - 1, formulas[table - 1] ?? {});
      return grid(`统计表${table}`, own);
    }),
  };
}

const lineTotals: Formulas = { lineTotals: true };

/** Cells of Table 2 claimed, with what is proposed. */
function claimed(table2: Changes, formulas: Formulas = lineTotals): string[] {
  const { diagnoses } = check(pair([{}, table2], [{}, formulas]));
  return diagnoses.flatMap(({ items }) =>
    items.flatMap(({ claim, corrections }) =>
      claim === 'culprit'
        ? corrections.map(({ place, proposed }) => `${place.cell}=${proposed ?? ''}`)
        : [],
    ),
  );
}

describe('where line totals follow, a column that is off', () => {
  test('accuses no line for a value that shows no slip', () => {
    expect(claimed({ D6: 3391.4 })).toEqual([]);
  });

  test('accuses the one whose digits were exchanged', () => {
    expect(claimed({ D9: 10382.8564 })).toEqual(['D9=10328.8564']);
  });

  test('accuses no count that differs by a few', () => {
    // B8 would be 84 instead of 88, with fewer projects for its money.
    expect(claimed({ B6: 10 })).toEqual([]);
  });

  test('fills no blank beside a figure that may be its own, typed a line higher over another', () => {
    // G9 is no line's: 公共服务 and 管理服务 have funds; H6 is typed over by what stands in G7's line.
    const moved = { G6: 181.5, H6: 181.5, I6: 181.5, G8: undefined };
    expect(claimed(moved).filter((cell) => cell.startsWith('G8'))).toEqual([]);
  });
});

test('what is exact is meant where no balance shows rounding', () => {
  // Amounts to the 分 that add up: 9,975.71 typed without its decimals is not meant to be 9,975.70.
  const { pair: right } = generatePair(4, 'tenThousandYuan');
  const cell = { table: 1, line: 4, column: 2 };
  const wrong = recomputed(withCells(right, new Map([[keyOf(cell), amountOf('9975')]])));
  const [diagnosis] = slipsOf(systemsOf(wrong, { kindOf: formulaTotals, places: 2 }));
  const own = diagnosis?.explanations.flatMap(({ corrections }) =>
    corrections.filter(({ key }) => key === keyOf(cell)),
  );
  expect(own?.map(({ proposed, range }) => [proposed, range])).toEqual([
    [amountOf('9975.71'), null],
  ]);
});

test('a line’s total that is what another line adds up to is right where both lines’ inputs changed places', () => {
  const rows = puyangRows(2);
  const [fifth = [], sixth = []] = [rows[4], rows[5]];
  const exchanged = Object.fromEntries(
    letters.slice(0, 8).flatMap((letter, at): [string, Content | undefined][] => [
      [`${letter}9`, sixth[at + 1] === '' ? undefined : sixth[at + 1]],
      [`${letter}10`, fifth[at + 1] === '' ? undefined : fifth[at + 1]],
    ]),
  );
  const follows = Object.fromEntries(
    ['J', 'K', 'L', 'M'].map((letter, at) => [
      `${letter}10`,
      {
        formula: `=${letters[at] ?? ''}10+${letters[at + 4] ?? ''}10`,
        value: Number(fifth[at + 9]),
      },
    ]),
  );
  const cells = claimed({ ...exchanged, ...follows }, {});
  expect(cells.filter((cell) => /^[JKLM]9=/.test(cell))).toEqual([]);
});

test('a run that was typed over a count is put back with the count', () => {
  const shifted = { B9: 10947.6264, C9: 10328.8564, D9: 10494.8564, E9: undefined };
  const { events } = check(pair([{}, shifted], [{}, {}]));
  expect(events.map(({ kind, form }) => [kind, form])).toEqual([['shifted', 'table2']]);
  expect(
    events[0]?.corrections.map(({ place, proposed }) => `${place.cell}=${proposed ?? ''}`).sort(),
  ).toEqual(['B9=53', 'C9=10947.6264', 'D9=10328.8564', 'E9=10494.8564']);
});

test.each([6, 9, 16])(
  'formulas change places with nothing: totals typed among the funds are no exchange (%i)',
  (seed) => {
    const { pair: right } = generatePair(seed, 'tenThousandYuan');
    const wrong = right.map((table, at) =>
      (table ?? []).map((row, line) =>
        at === 1 || isTotalLine(table ?? [], line)
          ? row
          : row.map((value, column) =>
              column >= 4 && column < 8 ? (row[column + 4] ?? null) : value,
            ),
      ),
    );
    const systems = systemsOf(recomputed(wrong), { kindOf: formulaTotals });
    const unit = systems.map((system) => ({ ...system, isRequired: true, finest: 6 }));
    const { events } = diagnose({ systems: unit, typicalSize: { centre: 4, width: 1.8 } });
    expect(events.filter(({ corrections }) => corrections.length > 0)).toEqual([]);
  },
);

test('nothing is cleared where the line’s total would be due all the same', () => {
  const claims = (changes: Changes): string[] =>
    check(pair([changes, {}], [{}, {}])).diagnoses.map(({ claim }) => claim);
  expect(claims({ D6: 34.7005, L6: undefined })).toEqual(['culprit']);
  // Nothing beside it, typed as 0, asks for the line's total.
  expect(claims({ D6: 34.7005, H6: 0, L6: undefined })).not.toContain('culprit');
});
