import type { SheetLayout } from '../../src/domain/template/layout';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { recogniseWorkbook } from '../../src/domain/recognise/recogniseWorkbook';
import { readWorkbook } from '../../src/files/readWorkbook';
import { allowedName, freeName } from '../../src/domain/sheetName';
import { changesTo } from '../ports/changes';
import { faultOf, openedExcel, specimen, spent, valueOf, type OpenedExcel } from './openedExcel';
import { parts } from './savedParts';

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(): Promise<OpenedExcel> {
  const workbook = specimen('puyang-2019.xlsx');
  excel = await openedExcel({ workbook, level: '1.13', webLimits: true });
  return excel;
}

function template(protect: boolean): SheetLayout[] {
  return standardTemplate({
    forms: ['table1', 'table2'],
    reportingUnit: '某某县财政局',
    fiscalYear: 2020,
    currencyUnit: 'tenThousandYuan',
    edition: 'form2019',
    protect,
  });
}

async function sheetNames({ workbook }: OpenedExcel): Promise<string[]> {
  return valueOf(await workbook.readWorkbook()).sheets.map(({ name }) => name);
}

describe('inserting sheets', () => {
  test('takes four batches, is recognised, and holds what was laid out', async () => {
    const opened = await open();
    const names = await sheetNames(opened);
    const layouts = template(false);
    spent(opened.host);
    const inserted = valueOf(await opened.workbook.insertSheets(layouts)).names;
    expect(spent(opened.host).batches).toBe(4);
    expect(await sheetNames(opened)).toEqual([...names, ...inserted]);

    const grids = valueOf(await opened.workbook.readSheets(inserted));
    const [unit, ...others] = recogniseWorkbook(grids).returns;
    expect([...(unit?.tables.keys() ?? [])]).toEqual(['table1', 'table2']);
    expect(others).toEqual([]);
    for (const [index, layout] of layouts.entries()) {
      for (const { row, column, content } of layout.cells) {
        const cell = grids.sheets[index]?.rows[row]?.[column];
        expect(cell?.formula ?? cell?.value).toBe(content);
      }
    }
    const saved = valueOf(await readWorkbook(await opened.host.save()));
    const merges = saved.sheets.at(-2)?.merges ?? [];
    expect(new Set(merges.map((area) => JSON.stringify(area)))).toEqual(
      new Set(layouts[0]?.merges.map((area) => JSON.stringify(area))),
    );
  });

  test('sets print, validation, diagonal, frozen panes, widths, heights and protection', async () => {
    const opened = await open();
    valueOf(await opened.workbook.insertSheets(template(true)));
    const saved = await parts(await opened.host.save());
    const xml = saved.get('xl/worksheets/sheet3.xml') ?? '';
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(xml).toMatch(/fitToPage="1"/);
    expect(xml).toMatch(/<printOptions[^>]*horizontalCentered="1"/);
    expect(xml).toMatch(/<pane[^>]*state="frozen"/);
    expect(xml).toMatch(/<sheetProtection[^>]*formatCells="0"/);
    expect(xml).not.toMatch(/<sheetProtection[^>]*(password|hashValue)/);
    expect(xml).toMatch(/<dataValidation [^>]*type="whole"[^>]*operator="greaterThanOrEqual"/);
    expect(xml).toMatch(/<dataValidation [^>]*type="decimal"/);
    expect(saved.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles/);
    expect(saved.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Area/);
    expect(saved.get('xl/styles.xml')).toMatch(/diagonalDown="1"/);
    const widths = [...xml.matchAll(/<col [^>]*\swidth="([\d.]+)"/g)].map(([, width]) => width);
    expect(Number(widths[0])).toBeCloseTo(template(true)[0]?.columnWidths.get(0) ?? 0, 0);
  });

  test('can be marked although protected, and filled in its open cells only', async () => {
    const opened = await open();
    const [name = ''] = valueOf(await opened.workbook.insertSheets(template(true))).names;
    valueOf(await opened.workbook.showMarks([{ sheet: name, cells: ['B6'], kind: 'error' }]));
    const write = { sheet: name, content: 1, numberFormat: null };
    const layout = template(true)[0];
    const formula = layout?.cells.find(({ content }) => String(content).startsWith('='));
    const open1 = layout?.validations[0]?.range;
    const address = (row: number, column: number): string =>
      `${String.fromCharCode(65 + column)}${row + 1}`;
    const locked = address(formula?.row ?? 0, formula?.column ?? 0);
    expect(
      faultOf(
        await opened.workbook.writeCells(
          await changesTo(opened.workbook, [{ ...write, cell: locked }]),
        ),
      ),
    ).toEqual({
      code: 'sheetProtected',
      sheet: name,
    });
    const input = address(open1?.top ?? 0, open1?.left ?? 0);
    valueOf(
      await opened.workbook.writeCells(
        await changesTo(opened.workbook, [{ ...write, cell: input }]),
      ),
    );
  });

  test('gives a number to a name that is taken, whatever its capitals', async () => {
    const opened = await open();
    const layouts = template(false);
    const first = valueOf(await opened.workbook.insertSheets(layouts)).names;
    const second = valueOf(await opened.workbook.insertSheets(layouts)).names;
    expect([first, second]).toEqual([
      ['统计表1 (2)', '统计表2 (2)'],
      ['统计表1 (3)', '统计表2 (3)'],
    ]);
    valueOf(await opened.workbook.deleteSheets([...first, ...second, '没有']));
    expect(await sheetNames(opened)).toHaveLength(2);
  });

  test('is refused where the structure of the workbook is protected', async () => {
    const opened = await open();
    await opened.office.Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    expect(faultOf(await opened.workbook.insertSheets(template(false)))).toEqual({
      code: 'workbookProtected',
    });
    expect(faultOf(await opened.workbook.deleteSheets(await sheetNames(opened)))).toEqual({
      code: 'workbookProtected',
    });
  });

  test.each(
    [1, 2, 3].flatMap((batch) =>
      (['GeneralException', 'AccessDenied'] as const).map((code) => ({ batch, code })),
    ),
  )('leaves nothing behind when batch $batch fails with $code', async ({ batch, code }) => {
    const opened = await open();
    const names = await sheetNames(opened);
    opened.host.failAt({ batch, code });
    const { code: told } = faultOf(await opened.workbook.insertSheets(template(true)));
    expect(told).toBe(code === 'AccessDenied' ? 'accessDenied' : 'hostError');
    expect(await sheetNames(opened)).toEqual(names);
  });

  test.each([2, 3])('is not done twice where Excel was busy at batch %i', async (batch) => {
    const opened = await open();
    const names = await sheetNames(opened);
    // Sent once more it would be done: the failure is of one batch only.
    opened.host.failAt({ batch, code: 'ActivityLimitReached' });
    expect(faultOf(await opened.workbook.insertSheets(template(true)))).toEqual({ code: 'busy' });
    expect(await sheetNames(opened)).toEqual(names);
  });

  test('leaves nothing behind when any action fails', async () => {
    const opened = await open();
    const [small] = template(true);
    if (small === undefined) throw new Error('no template');
    const names = await sheetNames(opened);
    opened.host.log.clear();
    valueOf(
      await opened.workbook.deleteSheets(
        valueOf(await opened.workbook.insertSheets([small])).names,
      ),
    );
    const { actions } = opened.host.log.totals;
    for (let action = 1; action < actions - 10; action += 7) {
      opened.host.failAt({ action, code: 'GeneralException' });
      const inserted = await opened.workbook.insertSheets([small]);
      if (inserted.ok) {
        // Only the page setup failed.
        expect([action, inserted.value.pages]).toEqual([action, 'notSetUp']);
        valueOf(await opened.workbook.deleteSheets(inserted.value.names));
      }
      expect(await sheetNames(opened)).toEqual(names);
    }
  });
});

describe('names of sheets', () => {
  test.each([
    ['统计表1', [], '统计表1'],
    ['统计表1', ['统计表1'], '统计表1 (2)'],
    ['Table', ['TABLE', 'table (2)'], 'Table (3)'],
    ['长'.repeat(31), ['长'.repeat(31)], `${'长'.repeat(27)} (2)`],
  ])('%s beside %j becomes %s', (wanted, taken, name) => {
    expect(freeName(wanted, taken)).toBe(name);
  });

  test.each([
    ['a/b:c', 'a_b_c'],
    ["'x'", 'x'],
    ['', '_'],
    ['History', '_History'],
  ])('%j is allowed as %j', (wanted, name) => {
    expect(allowedName(wanted)).toBe(name);
  });
});
