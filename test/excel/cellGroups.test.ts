/** Cells asked for together never outgrow one answer. */
import { rangeBatches } from '../../src/excel/cells/cellGroups';

const block = (sheet: string, rows: number) =>
  Array.from({ length: rows * 10 }, (_, index) => ({
    sheet,
    cell: `${'ABCDEFGHIJ'[index % 10] ?? ''}${Math.floor(index / 10) + 1}`,
  }));

/** Cells of each batch. */
function sizes(...cells: Parameters<typeof rangeBatches>[0][]): number[] {
  return rangeBatches(cells.flat()).map((batch) =>
    batch.reduce(
      (sum, { range: { top, left, bottom, right } }) =>
        sum + (bottom - top + 1) * (right - left + 1),
      0,
    ),
  );
}

test('ranges share a batch up to 15,000 cells', () => {
  expect(sizes(block('甲', 600), block('乙', 900))).toEqual([15_000]);
  expect(sizes(block('甲', 600), block('乙', 600), block('丙', 600))).toEqual([12_000, 6_000]);
});

test('a range that is larger is asked for piece by piece', () => {
  expect(sizes(block('甲', 3_100))).toEqual([15_000, 15_000, 1_000]);
});
