/** A total line in another unit is one line: what it adds up, and the other table, stay as they are. */
import type { Changes } from '../forms';
import { check, puyang, puyangRows } from '../forms';

const amounts = 'CDEGHIKLM';
const letters = 'ABCDEFGHIJKLM';

/** The amounts of some printed lines times a factor; the last line is the total. */
function times(table: 1 | 2, factor: number, isIn: (line: number, last: number) => boolean) {
  const rows = puyangRows(table);
  const changes: Changes = Object.fromEntries(
    rows.flatMap((row, line) =>
      Array.from(isIn(line, rows.length - 1) ? amounts : '').flatMap((letter) => {
        const value = row[letters.indexOf(letter)];
        return typeof value === 'number'
          ? [[`${letter}${line + 5}`, Number((value * factor).toFixed(8))] as const]
          : [];
      }),
    ),
  );
  return changes;
}

const isTotal = (line: number, last: number): boolean => line === last;
const isAbove = (line: number, last: number): boolean => line < last;
const total1 = puyangRows(1).length + 4;
const total2 = puyangRows(2).length + 4;

test.each<[string, Changes, Changes, string, number]>([
  ['of Table 1 in 元', times(1, 1e4, isTotal), {}, '统计表1', total1],
  ['of Table 2 in 元', {}, times(2, 1e4, isTotal), '统计表2', total2],
  ['of Table 1 in 千元', times(1, 10, isTotal), {}, '统计表1', total1],
  ['of Table 1 in 亿元', times(1, 1e-4, isTotal), {}, '统计表1', total1],
  [
    'of Table 1 in 元, and a digit elsewhere',
    times(1, 1e4, isTotal),
    { C6: 9999 },
    '统计表1',
    total1,
  ],
])('the total line %s is put right, and nothing else', (_, first, second, sheet, row) => {
  const { events } = check(puyang(first, second));
  expect(events.map(({ kind }) => kind)).toEqual(['scaled']);
  const cells = events.flatMap(({ corrections }) => corrections.map(({ place }) => place));
  expect(cells.map(({ cell }) => cell).sort()).toEqual(
    Array.from(amounts, (letter) => `${letter}${row}`),
  );
  expect(new Set(cells.map((place) => place.sheet))).toEqual(new Set([sheet]));
});

test('a line is not put right to more places than the other figures have', () => {
  // The total line in 元 to the 分, of figures that the tables round to four places of 万元.
  const first = Object.fromEntries(
    Object.entries(times(1, 1e4, isTotal)).map(([cell, value]) => [cell, Number(value) + 0.37]),
  ) as Changes;
  const { events } = check(puyang(first));
  expect(events.flatMap(({ corrections }) => corrections)).toEqual([]);
});

test.each<[string, (line: number, last: number) => boolean]>([
  ['total lines', isTotal],
  ['lines above the total', isAbove],
])('nothing is offered where both tables’ %s are in another unit', (_, isIn) => {
  const { events, diagnoses } = check(puyang(times(1, 1e4, isIn), times(2, 1e4, isIn)));
  expect(events.flatMap(({ corrections }) => corrections)).toEqual([]);
  const items = diagnoses.flatMap((each) => each.items);
  expect(items.filter(({ claim }) => claim === 'culprit')).toEqual([]);
});
