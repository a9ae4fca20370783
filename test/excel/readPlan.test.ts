import fc from 'fast-check';
import type { CellRange } from '../../src/domain/grid';
import {
  cellCount,
  cellsPerBatch,
  halveBatch,
  outside,
  packBlocks,
  windowFor,
  type Block,
} from '../../src/excel/reading/readPlan';

const sheet = { id: '1', name: '表', visibility: 'visible', isProtected: false } as const;
const range = fc
  .record({ top: fc.nat(200), left: fc.nat(60), rows: fc.nat(80_000), columns: fc.nat(40) })
  .map(({ top, left, rows, columns }): CellRange => ({
    top,
    left,
    bottom: top + rows,
    right: left + columns,
  }));

test('what is outside of the part read and the part itself are the used range, nothing twice', () => {
  const window = windowFor(2);
  fc.assert(
    fc.property(range, (used) => {
      const inside =
        window === null
          ? 0
          : Math.max(0, Math.min(used.bottom, window.bottom) - used.top + 1) *
            Math.max(0, Math.min(used.right, window.right) - used.left + 1);
      const parts = outside(used, window);
      const cells = parts.reduce((sum, part) => sum + cellCount(part), 0);
      expect(cells + inside).toBe(cellCount(used));
    }),
  );
});

test('the first look at a hundred sheets holds the longer form whole, at a thousand there is none', () => {
  expect(windowFor(100)).toMatchObject({ top: 0, left: 0, right: 19 });
  expect(windowFor(100)?.bottom).toBeGreaterThanOrEqual(27);
  expect(windowFor(1)?.bottom).toBe(59);
  expect(windowFor(1_000)).toBeNull();
});

test('batches hold every row once and no more cells than planned', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
      const blocks = ranges.map((one): Block => ({ sheet, range: one, depth: 'all' }));
      const batches = packBlocks(blocks);
      const count = (list: readonly Block[]) =>
        list.reduce((sum, block) => sum + cellCount(block.range), 0);
      expect(count(batches.flat())).toBe(count(blocks));
      for (const batch of batches) expect(count(batch)).toBeLessThanOrEqual(cellsPerBatch);
    }),
    { numRuns: 50 },
  );
});

test('halving ends at a single cell and loses none', () => {
  const count = (batch: readonly Block[]): number => {
    const halves = halveBatch(batch);
    return halves === null
      ? batch.reduce((sum, block) => sum + cellCount(block.range), 0)
      : count(halves[0]) + count(halves[1]);
  };
  const block = (bottom: number, right: number): Block => ({
    sheet,
    range: { top: 0, left: 0, bottom, right },
    depth: 'all',
  });
  expect(count([block(4, 6), block(0, 0), block(0, 8)])).toBe(35 + 1 + 9);
});
