/** A sum of others is found, whichever they are; and few round figures are no sum by coincidence. */
import * as fc from 'fast-check';
import type { Addend, FoundSum } from '../../../src/domain/consolidate/sums';
import { findSumsInSteps } from '../../../src/domain/consolidate/sums';
import { atOnce } from '../../../src/domain/steps';
import { runs } from '../../properties/runs';
import type { CountyFigures } from '../../sets/countyFigures';
import { countyFigures } from '../../sets/countyFigures';

const findSums = (addends: readonly Addend[]): FoundSum[] => atOnce(findSumsInSteps(addends));

function rowOf({ table1, table2 }: CountyFigures): bigint[] {
  return [...table1, ...table2].flatMap((line) => line.map((figure) => figure ?? 0n));
}

/** A county whose figures are no multiples of another's. */
function county(seed: number): bigint[] {
  return rowOf(countyFigures(seed)).map((figure, at) =>
    figure === 0n ? 0n : figure + BigInt(((seed + 1) * (at + 7) * 7919) % 997),
  );
}

const sum = (rows: readonly (readonly bigint[])[]): bigint[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((so, row) => so + (row[at] ?? 0n), 0n));

function addend(figures: readonly bigint[], index: number, more: Partial<Addend> = {}): Addend {
  return {
    name: `单位${index}号`,
    workbook: `${index}.xlsx`,
    folder: `${index}/`,
    figures,
    ...more,
  };
}

test('any subset of any set, wherever its sum stands', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 30 }),
      fc.infiniteStream(fc.boolean()),
      fc.nat(),
      (count, picks, place) => {
        const rows = Array.from({ length: count }, (_, seed) => county(seed));
        const parts = rows.filter(() => picks.next().value === true);
        fc.pre(parts.length >= 2);
        const at = place % (count + 1);
        const all = [...rows.slice(0, at), sum(parts), ...rows.slice(at)];
        const indexes = parts.map((part) => all.indexOf(part));
        expect(findSums(all.map((figures, index) => addend(figures, index)))).toEqual([
          { total: at, parts: indexes },
        ]);
      },
    ),
    runs(25),
  );
});

test('a sum of sums is the sum of its parts', () => {
  const rows = Array.from({ length: 12 }, (_, seed) => county(seed));
  const districts = [sum(rows.slice(0, 3)), sum(rows.slice(3, 7))];
  const city = sum([...districts, ...rows.slice(9)]);
  const all = [city, ...districts, ...rows];
  expect(findSums(all.map((row, index) => addend(row, index)))).toEqual([
    { total: 0, parts: [3, 4, 5, 6, 7, 8, 9, 12, 13, 14] },
    { total: 1, parts: [3, 4, 5] },
    { total: 2, parts: [6, 7, 8, 9] },
  ]);
});

test.each([24, 25, 40])('%i cities beside their counties are all found', (count) => {
  const rows = Array.from({ length: 2 * count }, (_, seed) => county(seed));
  const cities = Array.from({ length: count }, (_, at) => sum(rows.slice(2 * at, 2 * at + 2)));
  const found = findSums([...rows, ...cities].map((row, index) => addend(row, index)));
  expect(found).toEqual(
    cities.map((_, at) => ({ total: 2 * count + at, parts: [2 * at, 2 * at + 1] })),
  );
});

test('a city that counts a district and one of its counties again', () => {
  const rows = Array.from({ length: 6 }, (_, seed) => county(seed));
  const district = sum(rows.slice(0, 3));
  const city = sum([district, rows[0] ?? [], rows[4] ?? []]);
  const all = [...rows, district, city];
  const found = findSums(all.map((row, index) => addend(row, index)));
  expect(found).toEqual([
    { total: 6, parts: [0, 1, 2] },
    { total: 7, parts: [0, 4, 6] },
  ]);
});

test('units with the same figures may be parts as often as there are of them', () => {
  const [a = [], b = [], c = []] = [0, 1, 2].map(county);
  const all = [a, a, b, c, sum([a, a, c])];
  expect(findSums(all.map((row, index) => addend(row, index)))).toEqual([
    { total: 4, parts: [0, 1, 3] },
  ]);
  expect(findSums([a, a, b, c, sum([a, a, a])].map((row, index) => addend(row, index)))).toEqual(
    [],
  );
});

test('one figure that is off by the smallest amount, and it is no sum', () => {
  const rows = Array.from({ length: 8 }, (_, seed) => county(seed));
  const total = sum(rows.slice(0, 4));
  const off = total.map((figure, at) => (at === 40 ? figure + 1n : figure));
  expect(findSums([...rows, off].map((row, index) => addend(row, index)))).toEqual([]);
});

test('nothing, and one other unit, are no sums', () => {
  const [a = [], b = []] = [0, 1].map(county);
  const none = a.map(() => 0n);
  expect(findSums([a, none, none, a, b].map((row, index) => addend(row, index)))).toEqual([]);
});

test('round figures of many small units are no sum by coincidence, of all others they are', () => {
  const small = (projects: number, amount: number) =>
    Array.from({ length: 216 }, (_, at) =>
      at === 0 ? BigInt(projects) : at === 1 ? BigInt(amount) * 10n ** 15n : 0n,
    );
  const other = Array.from({ length: 20 }, (_, seed) => county(seed));
  const villages = [small(1, 10), small(1, 20), small(2, 30)];
  const rows = [...villages, ...other];
  expect(findSums(rows.map((row, index) => addend(row, index)))).toEqual([]);
  expect(findSums(villages.map((row, index) => addend(row, index)))).toEqual([
    { total: 2, parts: [0, 1] },
  ]);
});

describe('more units than equations', () => {
  const rows = Array.from({ length: 260 }, (_, seed) => county(seed));
  const addends = rows.map((row, index) => addend(row, index, { folder: `${index % 5}/` }));

  test('the sum of all others', () => {
    const all = [addend(sum(rows), 999), ...addends];
    expect(findSums(all)).toEqual([{ total: 0, parts: rows.map((_, at) => at + 1) }]);
  });

  test('any sum within a folder', () => {
    const parts = [0, 5, 20, 35];
    const total = addend(sum(parts.map((at) => rows[at] ?? [])), 999, { folder: '0/' });
    expect(findSums([...addends, total])).toEqual([{ total: 260, parts }]);
  });

  test('the sum of those that a name covers', () => {
    const named = addends.map((one, at) => ({
      ...one,
      name: at >= 100 && at < 120 ? `甲市第${at}县财政局` : one.name,
    }));
    const total = addend(sum(rows.slice(100, 120)), 999, { name: '甲市财政局' });
    expect(findSums([...named, total])).toEqual([
      { total: 260, parts: rows.map((_, at) => at).slice(100, 120) },
    ]);
  });

  test('sums within folders and the sum of them all', () => {
    const cities = Array.from({ length: 5 }, (_, city) =>
      addend(sum(rows.filter((_row, at) => at % 5 === city)), 1000 + city, { folder: `${city}/` }),
    );
    const province = addend(sum(rows), 2000);
    const found = findSums([...addends, ...cities, province]);
    expect(found.map(({ total }) => total)).toEqual([260, 261, 262, 263, 264, 265]);
    expect(found.at(-1)?.parts).toEqual(rows.map((_, at) => at));
  });
});
