/** What must every implementation of Reads do? */
import { cellAt, parseAddress, type WorkbookGrids } from '../../src/domain/grid';
import { puyangLayouts } from '../specimens/puyangFigures';
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';

export function readsContract(open: Open): void {
  describe('Reads', () => {
    const opened = opener(open);
    const at = (workbook: WorkbookGrids, sheet: string, cell: string) => {
      const grid = workbook.sheets.find(({ name }) => name === sheet);
      const place = parseAddress(cell);
      return grid && place ? cellAt(grid, place.row, place.column) : undefined;
    };

    test('all sheets in their order, each cell with value, formula and format', async () => {
      const { port, user } = await opened();
      await user.add('底稿');
      const read = valueOf(await port.readWorkbook());
      expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        [one, 'visible'],
        [two, 'visible'],
        ['底稿', 'visible'],
      ]);
      expect(at(read, one, 'C12')).toMatchObject({ value: 7083.02, formula: null });
      expect(at(read, one, 'K12')).toMatchObject({ formula: '=C12+G12' });
      expect(at(read, one, 'K12')?.value).toBeCloseTo(7580.942, 9);
      expect(read.sheets[2]?.rows.flat().filter((cell) => cell !== undefined)).toEqual([]);
      expect(read.sheets[0]?.merges).toBeNull();
    });

    test('a formula shows what its parts come to now', async () => {
      const { port, user } = await opened();
      await user.type(one, 'C12', '7000');
      const read = valueOf(await port.readWorkbook());
      expect(at(read, one, 'K12')?.value).toBeCloseTo(7497.922, 9);
    });

    test('hidden sheets are told as such', async () => {
      const { port, user } = await opened();
      await user.hide(two);
      const read = valueOf(await port.readWorkbook());
      expect(read.sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'hidden']);
    });

    test('protected sheets are told as such, also where that has just been changed', async () => {
      const { port, user } = await opened();
      const told = async () =>
        valueOf(await port.readWorkbook()).sheets.map(({ isProtected }) => isProtected);
      expect(await told()).toEqual([false, false]);
      await user.protect(two);
      expect(await told()).toEqual([false, true]);
    });

    test('named sheets in the order of the workbook; one that is gone is left out', async () => {
      const { port } = await opened();
      const read = valueOf(await port.readSheets([two, '没有', one]));
      expect(read.sheets.map(({ name }) => name)).toEqual([one, two]);
      expect(valueOf(await port.readSheets(['没有'])).sheets).toEqual([]);
    });

    test('names that lead to another workbook, themselves or by another name; not when sheets are read again', async () => {
      const { port, user } = await opened();
      expect(valueOf(await port.readWorkbook()).names).toEqual([]);
      await user.defineName('税率', '=0.13', null);
      await user.defineName('年初数', "='[2018.xlsx]表 1'!$C$5", one);
      await user.defineName('全年', `=${one}!年初数*2`, null);
      const { names } = valueOf(await port.readWorkbook());
      const told = [...(names ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(told).toEqual([
        { name: '全年', sheet: null, isHidden: false, leads: 'outByName' },
        { name: '年初数', sheet: one, isHidden: false, leads: 'out' },
        { name: '税率', sheet: null, isHidden: false, leads: 'nowhere' },
      ]);
      expect(valueOf(await port.readSheets([one]))).not.toHaveProperty('names');
    });

    test('sheets by name, or by the text in their first cell, also where they have just come or gone', async () => {
      const { port, user } = await opened();
      const titles = ['统计表的说明', '别的'];
      expect(valueOf(await port.findSheets([], titles))).toEqual([]);
      await user.add('甲');
      await user.type('甲', 'A1', '统计表的说明');
      await user.add('乙');
      await user.type('乙', 'A1', '统计表的说明 2');
      await user.add('丙');
      await user.type('丙', 'A1', '别的');
      expect(valueOf(await port.findSheets([], titles))).toEqual(['甲', '丙']);
      expect(valueOf(await port.findSheets([two, '没有'], titles))).toEqual([two, '甲', '丙']);
      await user.remove('甲');
      await user.rename('丙', '丁');
      expect(valueOf(await port.findSheets([], titles))).toEqual(['丁']);
    });

    test('single cells exactly, in the order asked for', async () => {
      const { port, user } = await opened();
      await user.format(one, 'P40', '@');
      await user.type(one, 'P40', '007');
      await user.type(one, 'P41', "'=不是公式");
      await user.type(one, 'P42', 'true');
      const asked = [
        { sheet: two, cell: 'A1' },
        ...['P42', 'K12', 'P40', 'P41', 'C12', 'P43'].map((cell) => ({ sheet: one, cell })),
      ];
      const read = valueOf(await port.readCells(asked));
      expect(read.map(({ sheet, cell }) => ({ sheet, cell }))).toEqual(asked);
      expect(read.slice(1).map(({ content }) => content)).toEqual([
        true,
        '=C12+G12',
        '007',
        "'=不是公式",
        7083.02,
        '',
      ]);
      expect(read[3]?.numberFormat).toBe('@');
    });

    test('cells of a sheet that is gone are a fault by its name', async () => {
      const { port } = await opened(puyangLayouts('typed'));
      const asked = [
        { sheet: one, cell: 'A1' },
        { sheet: '没有', cell: 'A1' },
      ];
      expect(faultOf(await port.readCells(asked))).toEqual({ code: 'notThere', what: '没有' });
    });
  });
}
