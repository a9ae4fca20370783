/** Is a sheet drawn so that no figure is cut off, and do the keys lead over merged areas and hidden rows? */
import { directFiles } from '../../src/page/book/directFiles';
import { openBook } from '../../src/page/book/openBook';
import type { DrawnSheet } from '../../src/page/table/drawnSheet';
import { drawSheet } from '../../src/page/table/drawnSheet';
import { movedBy } from '../../src/page/table/moving';
import { Workbook } from '../../src/workbook/workbook';

/** Two rows of a heading, merged, a hidden row and column, a long figure and a long text. */
async function drawn(widths: 'file' | 'contents' = 'file'): Promise<DrawnSheet> {
  const workbook = Workbook.empty('表');
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  sheet.edit(0, 0).value = '标题';
  sheet.setMerges([{ top: 0, left: 0, bottom: 1, right: 2 }]);
  sheet.editRow(3).set('hidden', '1');
  sheet.editColumns(3, 3, (column) => column.attributes.set('hidden', '1'));
  sheet.edit(4, 1).value = 1234567890123;
  sheet.edit(4, 4).value = 1;
  sheet.edit(5, 0).value = '一个很长很长很长的行名称';
  sheet.edit(5, 1).value = 1;
  const opened = await openBook({ name: '表.xlsx', bytes: await workbook.save() }, directFiles);
  if (!opened.ok) throw new Error(opened.fault.code);
  const [view] = opened.value.sheets;
  if (view === undefined) throw new Error('no view');
  return drawSheet(view, widths);
}

test('a column is as wide as its figures need; hidden rows and columns take no room', async () => {
  const { columnWidths, rowHeights } = await drawn();
  expect(columnWidths[1]).toBeGreaterThan((columnWidths[2] ?? 0) + 10);
  expect([rowHeights[3], columnWidths[3]]).toEqual([0, 0]);
  expect(rowHeights[2]).toBeGreaterThan(0);
  // There is room to type below and beside what is in use.
  expect(rowHeights.length).toBeGreaterThan(6);
  expect(columnWidths.length).toBeGreaterThan(5);
});

test('texts widen a column only where the file tells no widths, and only where they would be cut off', async () => {
  const [byFile, byContents] = [await drawn(), await drawn('contents')];
  expect(byFile.columnWidths[0]).toBeLessThan(80);
  expect(byContents.columnWidths[0]).toBeGreaterThan(120);
  expect(byContents.columnWidths[2]).toBe(byFile.columnWidths[2]);
});

test.each([
  // Out of the merged heading, into it, and along it.
  [{ row: 0, column: 0 }, 'ArrowDown', false, { row: 2, column: 0 }],
  [{ row: 0, column: 0 }, 'ArrowRight', false, { row: 0, column: 4 }],
  [{ row: 2, column: 2 }, 'ArrowUp', false, { row: 0, column: 0 }],
  // Over what is hidden.
  [{ row: 2, column: 1 }, 'ArrowDown', false, { row: 4, column: 1 }],
  [{ row: 4, column: 4 }, 'ArrowLeft', false, { row: 4, column: 2 }],
  // At the edge it stays.
  [{ row: 4, column: 0 }, 'ArrowLeft', false, { row: 4, column: 0 }],
  [{ row: 5, column: 4 }, 'Home', false, { row: 5, column: 0 }],
  [{ row: 5, column: 4 }, 'Home', true, { row: 0, column: 0 }],
  [{ row: 9, column: 1 }, 'PageUp', false, { row: 4, column: 1 }],
])('from %j %s (with Ctrl: %s) leads to %j', async (from, key, isFar, to) => {
  expect(movedBy(await drawn(), from, { key, isFar, page: 5 })).toEqual(to);
});

test('a page down onto a hidden row goes to the row above it, a page up to the one below', async () => {
  const sheet = await drawn();
  const by = (key: string, row: number) =>
    movedBy(sheet, { row, column: 4 }, { key, isFar: false, page: 2 });
  expect([by('PageDown', 1), by('PageUp', 5)]).toEqual([
    { row: 2, column: 4 },
    { row: 4, column: 4 },
  ]);
});

test('other keys lead nowhere', async () => {
  expect(movedBy(await drawn(), { row: 0, column: 0 }, { key: 'a', isFar: false, page: 5 })).toBe(
    null,
  );
});
