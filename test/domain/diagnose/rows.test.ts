/** Does trying a figure tell the same as eliminating it, and does taking back leave nothing behind? */
import { reduceSystem } from '../../../src/domain/diagnose/system';
import { amountOf, puyang, systemsOf, withCells } from './pair';

const changes = new Map(
  ['0:3:1', '0:3:9', '1:2:1', '1:6:9'].map((key) => [key, amountOf('700.45')] as const),
);

test.each([null, 2])('rounded to %s places', (places) => {
  const [, budgeted] = systemsOf(withCells(puyang(), changes), { places });
  if (budgeted === undefined) throw new Error('no system');
  const rows = reduceSystem(budgeted, false).rows.copy();
  const before = [...rows.violated].sort((a, b) => a - b);
  expect(before.length).toBeGreaterThan(3);
  const counts = new Set<number>();
  for (const row of before) {
    for (const figure of [...(rows.coefficients[row]?.keys() ?? [])]) {
      const told = rows.violatedAfter(row, figure);
      const elimination = rows.eliminate(row, figure);
      expect(told).toBe(rows.violated.size);
      counts.add(told);
      rows.takeBack(elimination);
    }
  }
  expect(counts.size).toBeGreaterThan(1);
  expect([...rows.violated].sort((a, b) => a - b)).toEqual(before);
});
