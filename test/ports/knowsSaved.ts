/** What must every implementation of KnowsSaved do? */
import { one, opener, two, valueOf, type Open } from './openedWorkbook';

export function knowsSavedContract(open: Open): void {
  describe('KnowsSaved', () => {
    const opened = opener(open);

    test('a workbook as it was opened is saved, also after it was read, gone through and looked over', async () => {
      const { port, user } = await opened();
      valueOf(await port.readWorkbook());
      valueOf(await port.goTo({ sheet: two, cell: 'B6' }));
      valueOf(await port.readExplanations());
      valueOf(await port.findMarks());
      valueOf(await port.clearMarks());
      await user.select(one, 'A1:B3');
      expect(valueOf(await port.isSaved())).toBe(true);
    });

    test('whatever the user changes is not, until the file is saved', async () => {
      const { port, user } = await opened();
      await user.type(one, 'C12', '7000');
      expect(valueOf(await port.isSaved())).toBe(false);
      await user.save();
      expect(valueOf(await port.isSaved())).toBe(true);
      await user.rename(two, '表二');
      expect(valueOf(await port.isSaved())).toBe(false);
    });

    test('nor is what we change: marks where they are saved, explanations, sheets', async () => {
      const { port, user, savesMarks } = await opened();
      valueOf(await port.showMarks([{ sheet: one, cells: ['B6'], kind: 'error' }]));
      expect(valueOf(await port.isSaved())).toBe(!savesMarks);
      await user.save();
      valueOf(await port.clearMarks());
      expect(valueOf(await port.isSaved())).toBe(!savesMarks);
      await user.save();
      const explanation = { unit: '甲|2019', about: 'R-020|x', text: '据实结算', figures: [] };
      valueOf(await port.changeExplanations(() => [explanation]));
      expect(valueOf(await port.isSaved())).toBe(false);
      await user.save();
      valueOf(await port.removeExplanations());
      expect(valueOf(await port.isSaved())).toBe(false);
    });
  });
}
