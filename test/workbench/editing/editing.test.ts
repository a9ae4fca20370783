/** What is entered, refused and taken back as the user types? */
import { standardTemplate } from '../../../src/domain/template/standardTemplate';
import { writeSheets } from '../../../src/files/writeSheets';
import { Editing } from '../../../src/workbench/editing/editing';
import type { BootedOffice } from '../../../src/workbench/host/boot';
import { bootOffice } from '../../../src/workbench/host/boot';
import { parseRect } from '../../../src/workbook/address';

let office: BootedOffice;
let editing: Editing;
beforeEach(async () => {
  const layouts = standardTemplate({
    forms: ['table1'],
    reportingUnit: '甲县财政局',
    fiscalYear: 2023,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect: false,
  });
  office = await bootOffice({ level: '1.13', workbook: await writeSheets(layouts) });
  editing = new Editing(office.host);
});
afterEach(() => {
  editing.dispose();
  office.dispose();
});

const entryAt = (cell: string, text: string) => {
  const { top: row, left: column } = parseRect(cell) ?? { top: -1, left: -1 };
  return { row, column, text };
};
const sheet = () => office.host.workbook.active;
const valueOf = (cell: string) => {
  const { row, column } = entryAt(cell, '');
  return sheet().cell(row, column)?.value;
};
const enter = (...entries: [string, string][]) =>
  editing.enter(
    sheet(),
    entries.map(([cell, text]) => entryAt(cell, text)),
  );

test.each([
  ['B5', '1.5'],
  ['B5', '-1'],
  ['C5', 'abc'],
  ['C5', '-0.01'],
])('%s does not take %s, and says why in the words of the form', async (cell, text) => {
  await enter([cell, '7']);
  const refusal = await enter([cell, text]);
  expect(refusal).toMatchObject({ reason: 'invalid', cell });
  expect(refusal?.says).toMatch(/：.+/);
  expect(valueOf(cell)).toBe(7);
  // What was refused is no step of its own.
  await editing.undo();
  expect(valueOf(cell)).toBeUndefined();
});

test('what fits, formulas, blanks and other cells are taken', async () => {
  expect(await enter(['B5', '3'])).toBeNull();
  expect(await enter(['C5', '12.5'])).toBeNull();
  expect(await enter(['C6', '=C5*2'])).toBeNull();
  expect(await enter(['C5', ''])).toBeNull();
  expect(await enter(['P1', 'abc'])).toBeNull();
});

test('one text into many cells is refused whole; what is pasted is not held against validation', async () => {
  expect(await enter(['P5', 'abc'], ['C5', 'abc'])).toMatchObject({
    reason: 'invalid',
    cell: 'C5',
  });
  expect(valueOf('P5')).toBeUndefined();
  expect(await enter(['P5', '说明'], ['C5', 'abc'])).toBeNull();
  expect(valueOf('C5')).toBe('abc');
});

test('marks that come and go leave undo alone; what an add-in writes into cells ends it', async () => {
  await enter(['C5', '12.5']);
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('C5');
    const mark = range.conditionalFormats.add('Custom');
    mark.custom.rule.formula = '=TRUE';
    await context.sync();
  });
  expect(editing.canUndo).toBe(true);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('C6').values = [[1]];
    await context.sync();
  });
  expect(editing.canUndo).toBe(false);
});
