/** Which rows of a long sheet are drawn, and where does a sheet have to be scrolled to? */
import { indexAt, offsetsOf, scrolledTo, stretchInSight } from '../../src/page/table/inSight';

const offsets = offsetsOf([20, 0, 30, 20, 20]);

test('offsets count hidden rows as nothing', () => {
  expect(offsets).toEqual([0, 20, 20, 50, 70, 90]);
  expect(offsetsOf([])).toEqual([0]);
});

test.each([
  [0, 0],
  [19, 0],
  // The hidden row takes no room: its place is the next one's.
  [20, 2],
  [49, 2],
  [50, 3],
  [89, 4],
  [1000, 4],
])('at %d px stands row %d', (place, index) => {
  expect(indexAt(offsets, place)).toBe(index);
});

test('of 10,000 rows those in sight are drawn, and some around them', () => {
  const long = offsetsOf(Array.from({ length: 10_000 }, () => 20));
  expect(stretchInSight(long, 0, 400, 5)).toEqual({ first: 0, end: 26 });
  expect(stretchInSight(long, 100_000, 400, 5)).toEqual({ first: 4995, end: 5026 });
  expect(stretchInSight(long, 199_900, 400, 5)).toEqual({ first: 9990, end: 10_000 });
  expect(stretchInSight([0], 0, 400, 5)).toEqual({ first: 0, end: 0 });
});

test('what is in sight is not scrolled; what is not comes as near as needed', () => {
  const long = offsetsOf(Array.from({ length: 100 }, () => 20));
  expect(scrolledTo(long, 12, 200, 400, 4)).toBe(200);
  expect(scrolledTo(long, 5, 200, 400, 4)).toBe(96);
  expect(scrolledTo(long, 50, 200, 400, 4)).toBe(624);
  expect(scrolledTo(long, 0, 200, 400, 4)).toBe(0);
});
