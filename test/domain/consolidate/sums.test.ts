/** A sum of others is found, whichever they are; and few round figures are no sum by coincidence. */
import * as fc from 'fast-check';
import type { Addend } from '../../../src/domain/consolidate/sums/columns';
import type { SumSearch } from '../../../src/domain/consolidate/sums/findSums';
import { findSumsInSteps, mostStepsInSet } from '../../../src/domain/consolidate/sums/findSums';
import { atOnce } from '../../../src/domain/steps';
import { runs } from '../../properties/runs';
import type { CountyFigures } from '../../sets/countyFigures';
import { countyFigures } from '../../sets/countyFigures';

const search = (addends: readonly Addend[]): SumSearch => atOnce(findSumsInSteps(addends));

/** The sums beyond doubt; there are no others, and nothing is left open. */
function findSums(addends: readonly Addend[]): { total: number; parts: readonly number[] }[] {
  const { sums, unexamined } = search(addends);
  expect([sums.filter(({ sureness }) => sureness !== 'certain'), unexamined]).toEqual([[], []]);
  return sums.map(({ total, parts }) => ({ total, parts }));
}

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

test('round figures of small units are a sum or coincidence: that is left open', () => {
  const small = (projects: number, amount: number) =>
    Array.from({ length: 216 }, (_, at) =>
      at === 0 ? BigInt(projects) : at === 1 ? BigInt(amount) * 10n ** 15n : 0n,
    );
  const other = Array.from({ length: 20 }, (_, seed) => county(seed));
  const villages = [small(1, 10), small(1, 20), small(2, 30)];
  const rows = [...villages, ...other];
  for (const set of [rows, villages]) {
    const { sums, unexamined } = search(set.map((row, index) => addend(row, index)));
    expect([sums, unexamined]).toEqual([[{ total: 2, parts: [0, 1], sureness: 'unclear' }], []]);
  }
});

describe('units whose figures stand to each other as whole numbers', () => {
  const base = county(5);
  const times = (factors: readonly number[]) =>
    search(
      factors.map((factor, index) =>
        addend(
          base.map((figure) => figure * BigInt(factor)),
          index,
        ),
      ),
    );

  test('one sum is likely, and no more than that', () => {
    expect(times([1, 2, 3]).sums).toEqual([{ total: 2, parts: [0, 1], sureness: 'probable' }]);
  });

  test('many sums are an accident of the numbers', () => {
    const { sums, unexamined } = times([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(sums.map(({ sureness }) => sureness))).toEqual(new Set(['unclear']));
    expect(sums.map(({ total }) => total)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(unexamined).toEqual([]);
  });

  test('forty of which none can be the sum of two are told to be none', () => {
    const found = times(Array.from({ length: 40 }, (_, at) => 41 + at));
    expect([found.sums, found.unexamined]).toEqual([[], []]);
  });
});

test('a unit called so is a sum with less to show for it; of its own name it is only likely', () => {
  const one = (...figures: number[]) => figures.map((figure) => BigInt(figure) * 10n ** 12n);
  const rows = [one(1, 1_234, 17), one(2, 2_345, 18), one(3, 3_579, 35)];
  const called = (calling: 'own' | 'sum') =>
    search(rows.map((row, at) => addend(row, at, at === 2 ? { calling } : {}))).sums;
  expect(called('own')).toEqual([{ total: 2, parts: [0, 1], sureness: 'probable' }]);
  expect(called('sum')).toEqual([{ total: 2, parts: [0, 1], sureness: 'certain' }]);
});

test('two selections that come to the same figures leave open which it is', () => {
  const one = (...figures: number[]) => figures.map((figure) => BigInt(figure) * 10n ** 12n);
  const rows = [one(1_001), one(4_007), one(2_003), one(3_005), one(5_008)];
  const { sums } = search(rows.map((row, at) => addend(row, at)));
  expect(sums.map(({ total, sureness }) => [total, sureness])).toEqual([[4, 'unclear']]);
});

describe('a search without an end', () => {
  /** Many units with three figures each: more combinations than anybody can try. */
  const many = (count: number): bigint[][] =>
    Array.from({ length: count }, (_, seed) =>
      [7_919, 104_729, 1_299_709].map(
        (step, at) => BigInt(((seed + 3) * step * (at + 5)) % 15_485_863) + 1_000_000n,
      ),
    );

  test('is ended, and says of which units it does not know', () => {
    const even = many(60).map((row) => row.map((figure) => 2n * figure));
    const odd = sum(even.slice(0, 30)).map((figure) => figure + 1n);
    const { sums, unexamined, steps } = search([...even, odd].map((row, at) => addend(row, at)));
    expect(sums.filter(({ sureness }) => sureness === 'certain')).toEqual([]);
    expect(unexamined).toContain(60);
    expect(steps).toBeLessThanOrEqual(mostStepsInSet);
  });

  test('grows with the units as far as the set may', () => {
    const steps = [30, 60, 240].map(
      (count) => search(many(count).map((row, at) => addend(row, at))).steps,
    );
    const [few = 0, more = 0, most = 0] = steps;
    expect(few).toBeLessThan(more);
    expect(most).toBeLessThanOrEqual(mostStepsInSet + 1_000_000);
  });
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
