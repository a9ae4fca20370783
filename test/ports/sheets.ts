/** What must every implementation of Sheets do? */
import { digestOfCells } from '../../src/domain/template/digest';
import { gridOfLayout } from '../../src/domain/template/layoutGrid';
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
