/** A sample of `npm run fuzz`: reading never throws, whatever bytes come in. */
import { fuzz } from './fuzz';

test('damaged files are read or refused, never thrown over', async () => {
  const { failures, outcomes, cases } = await fuzz(300, 7);
  expect(failures).toEqual([]);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(cases);
  expect(Object.keys(outcomes).length).toBeGreaterThan(2);
});
