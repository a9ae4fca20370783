/** Totals below a table whose first line is blank: all of it may stand one line low, and no balance tells. */
import type { Changes } from '../forms';
import { check, puyang, puyangRows } from '../forms';

const columns = 'BCDEFGHIJKLM';
const letters = 'ABCDEFGHIJKLM';

/** Every figure of some rows one row lower; rows are the sheet's, the last the totals'. */
function lowered(table: 1 | 2, blank: readonly number[], from = 5): Changes {
  const rows = puyangRows(table).map((row, at) =>
    blank.includes(at + 5) ? row.map((cell, column) => (column === 0 ? cell : '')) : row,
  );
  const changes: Record<string, Changes[string]> = {};
  rows.forEach((row, at) => {
    const sheetRow = at + 5;
    for (const letter of columns) {
      const value = row[letters.indexOf(letter)];
      const own = sheetRow < from ? value : at === 0 ? '' : rows[at - 1]?.[letters.indexOf(letter)];
      const isTopOfRun = sheetRow === from;
      const content = isTopOfRun ? '' : own;
      changes[`${letter}${sheetRow}`] = content === '' ? undefined : content;
      if (at === rows.length - 1) {
        changes[`${letter}${sheetRow + 1}`] = value === '' ? undefined : value;
      }
    }
  });
  return changes;
}

function offered(first: Changes, second: Changes = {}) {
  const { events, diagnoses } = check(puyang(first, second));
  return {
    named: events.map(({ kind }) => kind),
    corrections: events.flatMap((event) => event.corrections).length,
    claims: diagnoses.flatMap(({ claim, items }) => [claim, ...items.map((item) => item.claim)]),
  };
}

const last1 = puyangRows(1).length + 4;
const totalsOnly = (blank: readonly number[]): Changes => lowered(1, blank, last1);

test('totals alone below the table are moved back where the first line is used', () => {
  const { named, corrections } = offered(totalsOnly([]));
  expect(named).toEqual(['outsideTable']);
  expect(corrections).toBeGreaterThan(0);
});

test('nothing is offered where the table as a whole may stand one line low, its last line blank', () => {
  const { named, corrections, claims } = offered(lowered(1, [last1 - 1]));
  expect({ named, corrections }).toEqual({ named: [], corrections: 0 });
  expect(claims).not.toContain('culprit');
});

test('nor is a project said to be missing where Table 2 stands one line low', () => {
  const { named, claims } = offered({}, { ...lowered(2, []), A12: undefined });
  expect(named).toEqual([]);
  expect(claims).not.toContain('culprit');
});
