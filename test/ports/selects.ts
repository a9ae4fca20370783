/** What must every implementation of Selects do? */
import type { CellReference } from '../../src/application/cellContent';
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';

export function selectsContract(open: Open): void {
  describe('Selects', () => {
    const opened = opener(open);

    test('tells the active cell, and each one that the user and we select, until it is ended', async () => {
      const { port, user, settled } = await opened();
      const told: CellReference[] = [];
      await user.select(one, 'B6:D9');
      const end = valueOf(await port.onSelect((place) => told.push(place)));
      await settled();
      expect(told.splice(0)).toEqual([{ sheet: one, cell: 'B6' }]);
      await user.select(one, 'C7:D9');
      await settled();
      expect(told.splice(0)).toEqual([{ sheet: one, cell: 'C7' }]);
      valueOf(await port.goTo({ sheet: two, cell: 'D8' }));
      await settled();
      expect(told.at(-1)).toEqual({ sheet: two, cell: 'D8' });
      await user.select(two, 'E8,G10:G11');
      await settled();
      expect(told.at(-1)).toEqual({ sheet: two, cell: 'E8' });
      await end();
      told.length = 0;
      await user.select(one, 'C8');
      await settled();
      expect(told).toEqual([]);
    });

    test('reads the texts of the selected cells row by row, blank ones left out', async () => {
      const { port, user } = await opened();
      await user.type(two, 'A20', '甲县财政局');
      await user.type(two, 'B20', '乙县财政局');
      await user.type(two, 'A22', '丙县财政局');
      await user.select(two, 'A20:C30');
      expect(valueOf(await port.readSelection())).toEqual([
        '甲县财政局',
        '乙县财政局',
        '丙县财政局',
      ]);
      await user.select(two, 'B20:B21,A22');
      expect(valueOf(await port.readSelection())).toEqual(['乙县财政局', '丙县财政局']);
      await user.select(two, 'H40:J50');
      expect(valueOf(await port.readSelection())).toEqual([]);
    });

    test('of whole columns those in use; more than 20,000 cells are a fault', async () => {
      const { port, user } = await opened();
      await user.type(two, 'P2', '甲县财政局');
      await user.type(two, 'P5', '乙县财政局');
      await user.select(two, 'P1:P1048576');
      expect(valueOf(await port.readSelection())).toEqual(['甲县财政局', '乙县财政局']);
      await user.type(two, 'P30001', '丙县财政局');
      await user.select(two, 'P1:P30001');
      expect(faultOf(await port.readSelection())).toEqual({ code: 'tooMuchData', sheet: null });
    });
  });
}
