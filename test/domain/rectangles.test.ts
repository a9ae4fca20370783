import fc from 'fast-check';
import type { CellPosition } from '../../src/domain/grid';
import { coveringRectangles } from '../../src/domain/rectangles';

const position = fc.record({ row: fc.nat(12), column: fc.nat(12) });

test('rectangles cover the cells given, each once, and no others', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 60 }), (positions) => {
      const covered = coveringRectangles(positions).flatMap(({ top, left, bottom, right }) => {
        const cells: CellPosition[] = [];
        for (let row = top; row <= bottom; row += 1) {
          for (let column = left; column <= right; column += 1) cells.push({ row, column });
        }
        return cells;
      });
      const key = ({ row, column }: CellPosition): string => `${row},${column}`;
      expect(covered.map(key).sort()).toEqual([...new Set(positions.map(key))].sort());
    }),
  );
});

test('a block is one rectangle, two blocks are two', () => {
  const block = (top: number, left: number) =>
    [0, 1, 2].flatMap((row) => [0, 1].map((column) => ({ row: top + row, column: left + column })));
  expect(coveringRectangles([...block(10, 9), ...block(3, 1)])).toEqual([
    { top: 3, left: 1, bottom: 5, right: 2 },
    { top: 10, left: 9, bottom: 12, right: 10 },
  ]);
});
