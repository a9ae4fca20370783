/** What must every implementation of Calculates, and of Reads about calculation, do? */
import { cellAt, type WorkbookGrids } from '../../src/domain/grid';
import { one, opener, valueOf, type Open } from './openedWorkbook';

export function calculatesContract(open: Open): void {
  describe('Calculates', () => {
    const opened = opener(open);
    const total = ({ sheets }: WorkbookGrids) => sheets[0] && cellAt(sheets[0], 11, 10)?.value;

    test('by itself: nothing waits', async () => {
      const { port, user } = await opened();
      await user.type(one, 'C12', '7000');
      const read = valueOf(await port.readWorkbook());
      expect(read.calculation).toEqual({ mode: 'automatic', isPending: false, fullOnLoad: false });
      expect(total(read)).toBeCloseTo(7497.922, 9);
    });

    test('only when asked: what waits is told, and old until then', async () => {
      const { port, user } = await opened();
      await user.calculateManually();
      await user.type(one, 'C12', '7000');
      const old = valueOf(await port.readSheets([one]));
      expect(old.calculation).toMatchObject({ mode: 'manual', isPending: true });
      expect(total(old)).toBeCloseTo(7580.942, 9);
      valueOf(await port.calculate());
      const fresh = valueOf(await port.readSheets([one]));
      expect(fresh.calculation).toMatchObject({ mode: 'manual', isPending: false });
      expect(total(fresh)).toBeCloseTo(7497.922, 9);
    });
  });
}
