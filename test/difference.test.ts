/** Does the comparison of the tests find whatever differs, and nothing else? */
import { difference } from './difference';

test.each<[string, () => unknown, unknown, string]>([
  ['a figure', () => ({ a: [1n, 2n] }), { a: [1n, 3n] }, '.a.1: 2, 3'],
  ['a name', () => ({ a: 1 }), { b: 1 }, ': name: a, b'],
  ['a missing entry', () => ({ a: 1 }), { a: 1, b: undefined }, ': 1, 2 entries'],
  ['a set', () => new Set(['a']), new Set(['b']), ': name: a, b'],
  ['a map', () => new Map([['a', { b: null }]]), new Map([['a', { b: 0 }]]), '.a.b: null, 0'],
  ['a kind', () => new Map(), new Set(), ': of two kinds'],
  ['a text for its number', () => ({ a: '1' }), { a: 1 }, '.a: 1, 1'],
])('%s', (_, one, other, where) => {
  expect(difference(one(), other)).toBe(where);
  expect(difference(one(), one())).toBeNull();
});

test('what is met by many ways is compared once', () => {
  const make = (leaf: number) => {
    let value: unknown = leaf;
    // Met by 2 to the power of 200 ways.
    for (let depth = 0; depth < 200; depth += 1) value = [value, value];
    return value;
  };
  expect(difference(make(1), make(1))).toBeNull();
  expect(difference(make(1), make(2))).toMatch(/: 1, 2$/);
});
