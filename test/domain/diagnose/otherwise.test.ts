/** Where more figures than the fewest may be wrong, the fewest are not claimed to be. */
import type { Changes } from '../forms';
import { check, puyang } from '../forms';

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
