/** What must every implementation of Listens do? */
import type { WorkbookChange } from '../../src/application/ports';
import type { OpenedWorkbook } from './openedWorkbook';
import { one, opener, two, valueOf, type Open } from './openedWorkbook';
import { changesTo } from './changes';

export function listensContract(open: Open): void {
  describe('Listens', () => {
    const opened = opener(open);
    const listen = async ({ port }: OpenedWorkbook) => {
      valueOf(await port.readWorkbook());
      const heard: WorkbookChange[] = [];
      const stop = valueOf(await port.onChange((change) => heard.push(change)));
      return { heard, stop };
    };
    const structure = { sheet: null, address: null, kind: 'structure' } as const;

    test('an edit, whether it is a figure, and what is calculated from it', async () => {
      const workbook = await opened();
      const { heard } = await listen(workbook);
      await workbook.user.type(one, 'C12', '7000');
      await workbook.user.type(two, 'P40', '说明');
      await workbook.settled();
      expect(heard).toContainEqual({ sheet: one, address: 'C12', kind: 'edited', isFigure: true });
      expect(heard).toContainEqual({ sheet: one, address: null, kind: 'calculated' });
      expect(heard).toContainEqual({ sheet: two, address: 'P40', kind: 'edited', isFigure: false });
    });

    test('another format', async () => {
      const workbook = await opened();
      const { heard } = await listen(workbook);
      await workbook.user.format(one, 'C12', 'yyyy-mm-dd');
      await workbook.settled();
      expect(heard).toEqual([{ sheet: one, address: 'C12', kind: 'formatted' }]);
    });

    test('sheets added, renamed and removed', async () => {
      const workbook = await opened();
      const { heard } = await listen(workbook);
      await workbook.user.add('底稿');
      await workbook.settled();
      expect(heard.splice(0)).toContainEqual(structure);
      await workbook.user.rename('底稿', '草稿');
      await workbook.settled();
      expect(heard.splice(0)).toContainEqual(structure);
      await workbook.user.remove('草稿');
      await workbook.settled();
      expect(heard).toContainEqual(structure);
    });

    test('nothing of what the product does itself', async () => {
      const workbook = await opened();
      const { port } = workbook;
      const { heard } = await listen(workbook);
      const wanted = [{ sheet: one, cell: 'C12', content: 7000, numberFormat: null }];
      valueOf(await port.writeCells(await changesTo(port, wanted)));
      valueOf(await port.showMarks([{ sheet: one, cells: ['C12'], kind: 'error' }]));
      valueOf(await port.clearMarks());
      valueOf(await port.deleteSheets([two]));
      await workbook.settled();
      expect(heard).toEqual([]);
    });

    test('nothing more once the subscription has ended', async () => {
      const workbook = await opened();
      const { heard, stop } = await listen(workbook);
      await stop();
      await workbook.user.type(one, 'C12', '7000');
      await workbook.settled();
      expect(heard).toEqual([]);
    });
  });
}
