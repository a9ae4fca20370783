/** What must every implementation of Sheets do? */
import { digestOfCells } from '../../src/domain/template/digest';
import type { ListLayout, SheetLayout } from '../../src/domain/template/layout';
import { gridOfLayout, gridOfSheet } from '../../src/domain/template/layoutGrid';
import { standardTemplate } from '../../src/domain/template/standardTemplate';
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';

const layouts = standardTemplate({
  forms: ['table1', 'table2'],
  reportingUnit: '濮阳市财政局',
  fiscalYear: 2019,
  currencyUnit: 'tenThousandYuan',
  edition: 'form2019',
  protect: true,
});

/** More rows than are written at once. */
const paper: ListLayout = {
  name: '底稿',
  columns: [
    { title: '单位', width: 24, numberFormat: null },
    { title: '服务领域', width: 20, numberFormat: null },
    { title: '数', width: 15, numberFormat: '#,##0.00' },
    { title: '文件', width: 28, numberFormat: null },
  ],
  rows: Array.from({ length: 4500 }, (_, at) => [
    at === 0 ? '=HYPERLINK("x")' : `单位${at}`,
    '教育',
    at + 1,
    at === 0 ? '001' : `${at}.xlsx`,
  ]),
  hasFilter: true,
};

/** A sheet with one formula over the list behind it. */
const summing: SheetLayout = {
  name: '合计',
  cells: [
    { row: 0, column: 0, content: '教育' },
    { row: 0, column: 1, content: "=SUMIFS('底稿'!$C$2:$C$4501,'底稿'!$B$2:$B$4501,$A1)" },
  ],
  merges: [],
  formats: [],
  validations: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  print: {
    orientation: 'landscape',
    paper: 'A4',
    area: { top: 0, left: 0, bottom: 0, right: 1 },
    titleRows: { first: 0, last: 0 },
    fit: 'page',
    centreHorizontally: false,
  },
  freezeAt: null,
  protect: false,
};

export function sheetsContract(open: Open): void {
  describe('Sheets', () => {
    const opened = opener(open);

    test('laid out after the last one, a number added to names that are taken', async () => {
      const { port, sheetNames } = await opened();
      const { names } = valueOf(await port.insertSheets(layouts));
      expect(names).toEqual([`${one} (2)`, `${two} (2)`]);
      expect(sheetNames()).toEqual([one, two, ...names]);
      const { sheets } = valueOf(await port.readSheets(names));
      expect(sheets.map(digestOfCells)).toEqual(
        layouts.map((layout) => digestOfCells(gridOfLayout(layout))),
      );
    });

    test('one takes the place of another, with its name; where that cannot be, nothing is changed', async () => {
      const { port, user, sheetNames } = await opened();
      const [name = ''] = valueOf(await port.insertSheets([summing])).names;
      valueOf(await port.takePlace(name, one));
      expect(sheetNames()).toEqual([one, two]);
      const { sheets } = valueOf(await port.readSheets([one]));
      expect(sheets.map(({ rows }) => rows[0]?.[0]?.value)).toEqual(['教育']);
      expect(faultOf(await port.takePlace(name, two))).toEqual({ code: 'notThere', what: name });
      expect(faultOf(await port.takePlace(two, name))).toEqual({ code: 'notThere', what: name });
      await user.protectStructure();
      expect(faultOf(await port.takePlace(one, two))).toEqual({ code: 'workbookProtected' });
      expect(sheetNames()).toEqual([one, two]);
    });

    test('protected as the layout says: figures may be typed and marked, totals may not be typed', async () => {
      const { port } = await opened();
      const [name = ''] = valueOf(await port.insertSheets(layouts)).names;
      const figure = (cell: string, expected: string) => ({
        sheet: name,
        cell,
        expected,
        content: 1,
        numberFormat: { kind: 'asFigure', instead: 'General' } as const,
      });
      valueOf(await port.writeCells([figure('C6', '')]));
      valueOf(await port.showMarks([{ sheet: name, kind: 'error', cells: ['C6'] }]));
      expect(faultOf(await port.writeCells([figure('K6', '=C6+G6')]))).toEqual({
        code: 'sheetProtected',
        sheet: name,
      });
    });

    test('lists behind the sheet that adds them up: texts stay texts, the sums are there, and a filter', async () => {
      const { port, sheetNames, filters } = await opened();
      const told: [number, number][] = [];
      const sheets = [summing, paper];
      const { names } = valueOf(
        await port.insertSheets(sheets, { told: (done, of) => told.push([done, of]) }),
      );
      expect(sheetNames()).toEqual([one, two, '合计', '底稿']);
      expect(told.at(-1)).toEqual([paper.rows.length, paper.rows.length]);
      expect(told.length).toBeGreaterThan(1);
      const { sheets: read } = valueOf(await port.readSheets(names));
      expect(read.map(digestOfCells)).toEqual(
        sheets.map((sheet) => digestOfCells(gridOfSheet(sheet))),
      );
      const row = read[1]?.rows[1] ?? [];
      expect(row.map((cell) => [cell?.value, cell?.formula])).toEqual([
        ['=HYPERLINK("x")', null],
        ['教育', null],
        [1, null],
        ['001', null],
      ]);
      expect(read[0]?.rows[0]?.[1]?.value).toBe(
        paper.rows.reduce((sum, [, , figure]) => sum + Number(figure), 0),
      );
      expect(filters()).toEqual([`底稿!A1:D${paper.rows.length + 1}`]);
    });

    test('formulas refer to the list given with them, where its name is taken too', async () => {
      const { port } = await opened();
      const other = { ...paper, rows: [['甲县', '教育', 1000, '']] };
      valueOf(await port.insertSheets([summing, other]));
      const { names } = valueOf(await port.insertSheets([summing, paper]));
      expect(names).toEqual(['合计 (2)', '底稿 (2)']);
      const [sheet] = valueOf(await port.readSheets(names)).sheets;
      expect(sheet?.rows[0]?.[1]?.formula).toContain("'底稿 (2)'!");
      expect(sheet?.rows[0]?.[1]?.value).not.toBe(1000);
    });

    test('ended between two parts, nothing of it is left', async () => {
      const { port, sheetNames } = await opened();
      const ending = new AbortController();
      const told: number[] = [];
      const inserted = await port.insertSheets([summing, paper], {
        told: (done) => {
          told.push(done);
          ending.abort();
        },
        signal: ending.signal,
      });
      expect(faultOf(inserted)).toEqual({ code: 'cancelled' });
      expect(told).toHaveLength(1);
      expect(sheetNames()).toEqual([one, two]);
    });

    test('taken out again; those already gone are passed over', async () => {
      const { port, sheetNames } = await opened();
      const { names } = valueOf(await port.insertSheets(layouts));
      valueOf(await port.deleteSheets([...names, '没有']));
      expect(sheetNames()).toEqual([one, two]);
      valueOf(await port.deleteSheets(names));
    });

    test('a protected structure takes none and loses none', async () => {
      const { port, user, sheetNames } = await opened();
      await user.protectStructure();
      expect(faultOf(await port.insertSheets(layouts))).toEqual({ code: 'workbookProtected' });
      expect(faultOf(await port.deleteSheets([two]))).toEqual({ code: 'workbookProtected' });
      valueOf(await port.deleteSheets(['没有']));
      expect(sheetNames()).toEqual([one, two]);
    });

    test('the last sheet to be seen stays', async () => {
      const { port, sheetNames } = await opened();
      faultOf(await port.deleteSheets([one, two]));
      expect(sheetNames()).toHaveLength(1);
    });
  });
}
