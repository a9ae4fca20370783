/**
 * Whatever the totals of a pair hold, filling them leaves none that fails, touches no figure that people
 * fill in, says of every total that it cannot write why, and can be taken back exactly.
 */
import fc from 'fast-check';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { fillTotals, previewFill } from '../../src/application/fillTotals';
import { undoLast } from '../../src/application/undo';
import type { BlockReason, FillMode } from '../../src/domain/fill/plannedChange';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { totalCells } from '../../src/domain/returns/totals';
import { tablesOfReturn, viewReturns } from '../../src/domain/returns/unitReturn';
import type { OpenWorkbook } from '../application/fixture';
import { everyCell, openMemory, withContents } from '../application/fixture';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import { dearRuns } from './runs';

/** What a cell may hold instead of what belongs there, by what belongs there. */
const damages: Readonly<Record<string, (figure: number) => string | number | null>> = {
  blank: () => null,
  sign: () => '—',
  wrong: (figure) => figure + 12.5,
  rounded: (figure) => Math.round(figure),
  text: (figure) => String(figure),
  grouped: (figure) =>
    `${Math.floor(figure / 1000)},${String(Math.floor(figure % 1000)).padStart(3, '0')}`,
  unit: (figure) => `${figure}万元`,
  otherUnit: (figure) => `${figure}元`,
  counted: (figure) => `${figure}个`,
  words: () => '待定',
  shortSum: () => '=SUM(B5:B6)',
  broken: () => '=#REF!+1',
};

interface Damage {
  readonly sheet: 0 | 1;
  readonly row: number;
  readonly column: number;
  readonly kind: keyof typeof damages;
}

const anyDamage: fc.Arbitrary<Damage> = fc.constantFrom<0 | 1>(0, 1).chain((sheet) =>
  fc.record({
    sheet: fc.constant(sheet),
    row: fc.integer({ min: 4, max: sheet === 0 ? 23 : 10 }),
    column: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom(...Object.keys(damages)),
  }),
);

const pair = fc.record({
  totals: fc.constantFrom<'typed' | 'formulas'>('typed', 'formulas'),
  damages: fc.array(anyDamage, { maxLength: 12 }),
  /** A cell that is merged with the one to its left, and a sheet that is protected but for some cells. */
  merged: fc.option(fc.record({ row: fc.integer({ min: 4, max: 22 }) }), { nil: null }),
  locked: fc.option(fc.constantFrom('K5:K9', 'J5:M22'), { nil: null }),
  mode: fc.constantFrom<FillMode>('formulas', 'values'),
});

type Pair = typeof pair extends fc.Arbitrary<infer T> ? T : never;

/** Reasons that few drawn pairs have: blank totals of a figure in 元, and of a word. */
const rareReasons: readonly Pair[] = ['otherUnit', 'words'].map((kind) => ({
  totals: 'typed',
  damages: [
    { sheet: 0, row: 6, column: 2, kind },
    { sheet: 0, row: 6, column: 10, kind: 'blank' },
    { sheet: 0, row: 23, column: 2, kind: 'blank' },
  ],
  merged: null,
  locked: null,
  mode: 'values',
}));

function opened({ totals, damages: list, merged, locked }: Pair): OpenWorkbook {
  const figures = puyangLayouts('typed');
  const layouts = puyangLayouts(totals).map((layout, sheet) =>
    withContents(
      layout,
      list
        .filter((damage) => damage.sheet === sheet)
        .map(({ row, column, kind }) => {
          const cell = figures[sheet]?.cells.find(
            (one) => one.row === row && one.column === column,
          );
          const figure = typeof cell?.content === 'number' ? cell.content : 0;
          return [row, column, damages[kind]?.(figure) ?? null] as const;
        }),
    ),
  );
  const open = openMemory(layouts);
  if (merged !== null) {
    const row = String(merged.row + 1);
    open.workbook.merge('统计表1', `J${row}:K${row}`);
  }
  if (locked !== null) open.workbook.protect('统计表1', locked);
  return open;
}

async function gridsOf({ workbook }: OpenWorkbook) {
  const read = await workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return read.value;
}

const contents = (open: OpenWorkbook) => everyCell(open.workbook, ['统计表1', '统计表2']);
const key = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }) =>
  `${sheet}!${cell}`;
const ofTotals = ['B-010', 'B-020', 'R-060', 'F-010', 'F-020', 'F-025', 'L-070'];

test('any pair: filled, nothing fails where it was filled, and taken back nothing is left of it', async () => {
  const seen = new Set<BlockReason | 'filled'>();
  await fc.assert(
    fc.asyncProperty(pair, async (drawn) => {
      const open = opened(drawn);
      const before = await contents(open);
      const plan = await previewFill(open.workbook, { mode: drawn.mode, pair: null });
      if (!plan.ok) throw new Error(plan.fault.code);
      const { changes, blocked } = plan.value;
      for (const { why } of blocked) seen.add(why);
      if (changes.length > 0) seen.add('filled');

      const filled = await fillTotals(open.workbook, open.log, changes);
      expect(filled).toMatchObject({ ok: true, value: { changed: [] } });
      const after = await gridsOf(open);
      const views = viewReturns(recogniseWorkbook(after).returns, after);
      const totals = new Set(
        views
          .flatMap(tablesOfReturn)
          .flatMap((table) =>
            totalCells(table).map(({ figure }) =>
              key({ sheet: table.sheet, cell: figure.address }),
            ),
          ),
      );
      const written = new Set(changes.map(({ place }) => key(place)));
      expect([...written].filter((cell) => !totals.has(cell))).toEqual([]);

      // Only what was planned has changed.
      const changed = (await contents(open)).filter(
        (cell, at) => cell.content !== before[at]?.content,
      );
      expect(changed.map(key).filter((cell) => !written.has(cell))).toEqual([]);

      // A total that waits for another which could not be written fails with it, and with it only.
      const waiting = new Set(blocked.map(({ place }) => key(place)));
      const parts = (sheet: string, cells: readonly string[]) =>
        cells.some((cell) => waiting.has(key({ sheet, cell })));
      const failing = checkWorkbook(after, settings).findings.filter(
        ({ rule, sheet, cells }) =>
          ofTotals.includes(rule) && cells.some((cell) => written.has(key({ sheet, cell }))),
      );
      const unexplained = failing.filter(({ sheet, cells }) => {
        const [cell = ''] = cells;
        const equalities = views
          .flatMap(tablesOfReturn)
          .filter((table) => table.sheet === sheet)
          .flatMap(totalCells)
          .filter(({ figure }) => figure.address === cell)
          .flatMap((total) => total.equalities);
        return !equalities.some((equality) =>
          parts(
            sheet,
            equality.parts.map((part) => part.address),
          ),
        );
      });
      expect(unexplained.map(({ rule, sheet, cells }) => [rule, sheet, ...cells])).toEqual([]);

      if (changes.length === 0) return;
      await undoLast(open.workbook, open.log);
      expect(await contents(open)).toEqual(before);
    }),
    { ...dearRuns(40), examples: rareReasons.map((drawn): [Pair] => [drawn]) },
  );
  // The generator reaches every reason there is.
  expect([...seen].sort()).toEqual(
    ['filled', 'locked', 'merged', 'partsNotNumeric', 'partsOtherUnit', 'partsText'].sort(),
  );
});
