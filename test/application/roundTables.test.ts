import { previewRounding, roundInPlace, roundToNewSheets } from '../../src/application/roundTables';
import type { RoundingPreview, RoundingWish } from '../../src/application/roundTables';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { undoLast } from '../../src/application/undo';
import { settings } from '../domain/forms';
import { puyangLayouts } from '../specimens/puyangFigures';
import type { OpenWorkbook } from './fixture';
import { everyCell, openMemory, withContents } from './fixture';

const whole: RoundingWish = { pair: 1, target: { currencyUnit: 'tenThousandYuan', decimals: 0 } };
const inYuan: RoundingWish = { pair: 1, target: { currencyUnit: 'yuan', decimals: 2 } };

async function previewed({ workbook }: OpenWorkbook, wish = whole): Promise<RoundingPreview> {
  const made = await previewRounding(workbook, wish);
  if (!made.ok || made.value === null) throw new Error('no preview');
  return made.value;
}

async function errors({ workbook }: OpenWorkbook): Promise<unknown[]> {
  const read = await workbook.readWorkbook();
  if (!read.ok) throw new Error(read.fault.code);
  return checkWorkbook(read.value, settings).findings.filter(
    ({ severity }) => severity === 'error',
  );
}

const cellsOf = ({ workbook }: OpenWorkbook) =>
  everyCell(
    workbook,
    workbook.sheets.map(({ name }) => name),
  );

describe('in place', () => {
  test.each(['formulas', 'typed'] as const)(
    'every figure is what was promised, and undo brings back what stood there (totals: %s)',
    async (totals) => {
      const open = openMemory(puyangLayouts(totals));
      const before = await cellsOf(open);
      const preview = await previewed(open, inYuan);
      expect(preview.obstacles).toEqual([]);
      const done = await roundInPlace(open.workbook, open.log, preview);
      expect(done).toMatchObject({ ok: true, value: { kind: 'rounded' } });
      expect(await errors(open)).toEqual([]);
      const after = await cellsOf(open);
      const formulas = (cells: typeof before) =>
        cells.filter(({ content }) => String(content).startsWith('='));
      expect(formulas(after)).toEqual(formulas(before));
      expect(after.some(({ content }) => String(content).includes('金额：元'))).toBe(true);
      await undoLast(open.workbook, open.log);
      expect(await cellsOf(open)).toEqual(before);
    },
  );

  test('whole 万元 keep every total, with what is not the nearest told', async () => {
    const open = openMemory(puyangLayouts('formulas'));
    const preview = await previewed(open);
    expect(preview.summary).toMatchObject({ notNearest: 17 });
    await roundInPlace(open.workbook, open.log, preview);
    expect(await errors(open)).toEqual([]);
  });

  test('tables that were edited since are not written', async () => {
    const open = openMemory(puyangLayouts('typed'));
    const preview = await previewed(open);
    open.workbook.type('统计表1', 'C8', '1');
    const before = await cellsOf(open);
    const done = await roundInPlace(open.workbook, open.log, preview);
    expect(done).toEqual({ ok: true, value: { kind: 'changedSince' } });
    expect(await cellsOf(open)).toEqual(before);
    expect(open.log.latest()).toBeNull();
  });

  test('formulas that wait to be worked out are told, not taken for kept promises', async () => {
    const open = openMemory(puyangLayouts('formulas'));
    open.workbook.calculation.mode = 'manual';
    const done = await roundInPlace(open.workbook, open.log, await previewed(open));
    expect(done).toMatchObject({ ok: true, value: { kind: 'notAsPromised' } });
  });

  test('a cell that cannot be written is known before', async () => {
    const open = openMemory(puyangLayouts('typed'));
    open.workbook.protect('统计表2', 'A1');
    const { unwritable } = await previewed(open);
    expect(unwritable.length).toBeGreaterThan(0);
    expect(new Set(unwritable.map(({ sheet, why }) => `${sheet} ${why}`))).toEqual(
      new Set(['统计表2 locked']),
    );
  });

  test('a write that is interrupted can be taken back', async () => {
    const open = openMemory(puyangLayouts('typed'));
    const preview = await previewed(open, inYuan);
    const before = await cellsOf(open);
    open.workbook.interrupt({ call: 2, after: 5, fault: { code: 'hostError', hostCode: 'x' } });
    const done = await roundInPlace(open.workbook, open.log, preview);
    expect(done.ok).toBe(false);
    expect(await cellsOf(open)).not.toEqual(before);
    await undoLast(open.workbook, open.log);
    expect(await cellsOf(open)).toEqual(before);
  });
});

describe('new sheets', () => {
  test('hold what was promised; the tables that were rounded stay', async () => {
    const open = openMemory(puyangLayouts('typed'));
    const before = await cellsOf(open);
    const preview = await previewed(open);
    expect(preview.layoutObstacles).toEqual([]);
    const done = await roundToNewSheets(open.workbook, open.log, preview);
    if (!done.ok) throw new Error(done.fault.fault.code);
    expect(done.value.sheets).toHaveLength(2);
    expect(await errors(open)).toEqual([]);
    const [table1 = ''] = done.value.sheets;
    const promised = preview.figures.filter(({ figure }) => figure.table.form === 'table1');
    const read = await open.workbook.readWorkbook();
    if (!read.ok) throw new Error(read.fault.code);
    const grid = read.value.sheets.find(({ name }) => name === table1);
    for (const { figure, rounded } of promised) {
      const line = figure.table.lines.indexOf(figure.line);
      const shown = grid?.rows[4 + line]?.[figure.column]?.value;
      expect([figure.address, shown]).toEqual([figure.address, Number(rounded / 10n ** 12n)]);
    }
    await undoLast(open.workbook, open.log);
    expect(await cellsOf(open)).toEqual(before);
    expect(open.workbook.sheets).toHaveLength(2);
  });

  test('numbers of projects that do not add up are not summed anew in silence', async () => {
    const [table1, table2] = puyangLayouts('typed');
    if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
    const open = openMemory([withContents(table1, [[23, 1, 999]]), table2]);
    const { obstacles, layoutObstacles } = await previewed(open);
    expect(obstacles).toEqual([]);
    expect(layoutObstacles.map(({ kind }) => kind)).toEqual(['projectCounts']);
  });
});

test('a pair that does not balance is refused with the totals that fail', async () => {
  const [table1, table2] = puyangLayouts('typed');
  if (table1 === undefined || table2 === undefined) throw new Error('two sheets');
  const open = openMemory([withContents(table1, [[11, 10, 7000]]), table2]);
  const preview = await previewed(open);
  expect(preview.obstacles.map(({ kind }) => kind)).toEqual(['unbalanced']);
  expect(preview.changes).toEqual([]);
});

/** The specimen with the amounts of some sheets in yuan, under headings that say 万元. */
function typedInYuan(sheets: readonly string[]) {
  return puyangLayouts('typed').map((layout) =>
    sheets.includes(layout.name)
      ? {
          ...layout,
          cells: layout.cells.map((cell) => {
            const isAmount = typeof cell.content === 'number' && (cell.column - 1) % 4 !== 0;
            return isAmount ? { ...cell, content: Math.round(cell.content * 1e4) } : cell;
          }),
        }
      : layout,
  );
}

const typed = { table1: 'yuan', table2: 'yuan' } as const;
const exact = { currencyUnit: 'tenThousandYuan', decimals: 6 } as const;

describe('单位换算', () => {
  test('a whole pair typed in 元 under 万元 becomes what it should have been, and can be taken back', async () => {
    const names = puyangLayouts('typed').map(({ name }) => name);
    const open = openMemory(typedInYuan(names));
    const before = await cellsOf(open);
    const preview = await previewed(open, { pair: 1, target: exact, typed });
    expect(preview.obstacles).toEqual([]);
    expect(preview.summary).toMatchObject({ changed: 0, notNearest: 0 });
    await roundInPlace(open.workbook, open.log, preview);
    expect(await cellsOf(open)).toEqual(await cellsOf(openMemory(puyangLayouts('typed'))));
    await undoLast(open.workbook, open.log);
    expect(await cellsOf(open)).toEqual(before);
  });

  test('of one table it is what the event of the check proposes, cell by cell', async () => {
    const [, second = ''] = puyangLayouts('typed').map(({ name }) => name);
    const open = openMemory(typedInYuan([second]));
    const read = await open.workbook.readWorkbook();
    if (!read.ok) throw new Error(read.fault.code);
    const [event] = checkWorkbook(read.value, settings).events;
    expect(event).toMatchObject({ kind: 'scaled', form: 'table2', factor: '10000' });
    const wish = { pair: 1, target: exact, typed: { table2: 'yuan' } } as const;
    const { changes } = await previewed(open, wish);
    const told = changes.map(({ sheet, cell, content }) => `${sheet}!${cell} ${String(content)}`);
    const proposed = (event?.corrections ?? []).map(
      ({ place, proposed: figure }) => `${place.sheet}!${place.cell} ${String(Number(figure))}`,
    );
    expect(proposed.length).toBeGreaterThan(40);
    expect([...told].sort()).toEqual([...proposed].sort());
  });

  test('what stays unbalanced in the unit that is said is refused', async () => {
    const [, second = ''] = puyangLayouts('typed').map(({ name }) => name);
    const open = openMemory(typedInYuan([second]));
    const { obstacles } = await previewed(open, { pair: 1, target: exact, typed });
    expect(obstacles.map(({ kind }) => kind)).toContain('unbalanced');
  });

  test('a heading in another unit than the one wanted follows it', async () => {
    const names = puyangLayouts('typed').map(({ name }) => name);
    const open = openMemory(typedInYuan(names));
    const wish: RoundingWish = { pair: 1, target: { currencyUnit: 'yuan', decimals: 2 }, typed };
    await roundInPlace(open.workbook, open.log, await previewed(open, wish));
    const after = await cellsOf(open);
    expect(after.some(({ content }) => String(content).includes('金额：元'))).toBe(true);
    expect(await errors(open)).toEqual([]);
  });
});
