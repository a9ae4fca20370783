/** What was done to whole lines fails alike in several measures: then no figure is accused of a slip. */
import type { Changes } from '../forms';
import { check, puyang, puyangRows } from '../forms';

const letters = 'ABCDEFGHIJKLM';

/** Cells of a sheet row of table 1, from another row of the printed table (row 5 is its first line). */
function moved(to: number, from: number, columns: string): Changes {
  const row = puyangRows(1)[from - 5] ?? [];
  return Object.fromEntries(
    Array.from(columns).map((letter) => {
      const value = row[letters.indexOf(letter)];
      return [`${letter}${to}`, value === '' ? undefined : value];
    }),
  );
}

function blanked(row: number, columns: string): Changes {
  return Object.fromEntries(Array.from(columns).map((letter) => [`${letter}${row}`, undefined]));
}

const inputs = 'BCDEFGHI';

test.each<[string, Changes]>([
  ['two lines’ inputs exchanged', { ...moved(8, 11, inputs), ...moved(11, 8, inputs) }],
  ['a line left out, the total line right', blanked(10, `${inputs}JKLM`)],
  [
    'the same, and a slip in another line of one measure',
    { ...blanked(10, `${inputs}JKLM`), E12: 53.03 },
  ],
])('%s', (_, changes) => {
  const { events, diagnoses } = check(puyang(changes));
  expect(events.filter(({ corrections }) => corrections.length > 0)).toEqual([]);
  expect(diagnoses.length).toBeGreaterThan(1);
  for (const { claim, items } of diagnoses) {
    expect(claim).toBe('unknown');
    expect(items.filter((item) => item.claim === 'culprit')).toEqual([]);
  }
});

test('a slip in one measure is found as ever beside a slip in another line of another measure', () => {
  const { diagnoses } = check(puyang({ C8: 619.45, D12: 7281.02 }));
  expect(diagnoses.map(({ claim }) => claim)).toEqual(['culprit', 'culprit']);
});

test('one wrong total in each measure of a line explains all of its measure, and is found', () => {
  const { diagnoses } = check(puyang({ J8: 13, K8: 961.45, L8: 963.92, M8: 963.92 }));
  expect(diagnoses.map(({ claim }) => claim)).toEqual(Array(4).fill('culprit'));
});

test('a text in the same line of another measure makes no act of two slips', () => {
  const { diagnoses } = check(puyang({ D8: '约693万', E8: undefined, M9: undefined }));
  const [final] = diagnoses.filter(({ measure }) => measure === 'finalAccounts');
  expect(final?.items.map(({ claim }) => claim)).toEqual(['culprit', 'culprit']);
});

test('a table in which only formulas tell is not multiplied where that breaks what holds', () => {
  // Table 2's amounts are ten times too large in its inputs; its totals are right.
  const rows = puyangRows(2);
  const changes = Object.fromEntries(
    rows.slice(0, -1).flatMap((row, at) =>
      Array.from('CDEGHI').flatMap((letter) => {
        const value = row[letters.indexOf(letter)];
        return typeof value === 'number'
          ? [[`${letter}${at + 5}`, Number((value * 10).toFixed(6))]]
          : [];
      }),
    ),
  ) as Changes;
  const { events } = check(puyang({}, changes));
  for (const { form, corrections } of events) {
    if (corrections.length > 0) expect(form).toBe('table2');
  }
});
