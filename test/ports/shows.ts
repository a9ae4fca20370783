/** What must every implementation of Shows do? */
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';

export function showsContract(open: Open): void {
  describe('Shows', () => {
    const opened = opener(open);

    test('a cell of another sheet comes to the front', async () => {
      const { port, selection } = await opened();
      valueOf(await port.goTo({ sheet: two, cell: 'K12' }));
      expect(selection()).toBe(`${two}!K12`);
    });

    test('a hidden sheet stays hidden, and is a fault', async () => {
      const { port, user, selection } = await opened();
      await user.hide(two);
      const before = selection();
      expect(faultOf(await port.goTo({ sheet: two, cell: 'K12' }))).toEqual({
        code: 'sheetHidden',
        sheet: two,
      });
      expect(selection()).toBe(before);
    });

    test('a sheet that is gone is a fault by its name', async () => {
      const { port, user } = await opened();
      await user.rename(one, '表一');
      expect(faultOf(await port.goTo({ sheet: one, cell: 'A1' }))).toEqual({
        code: 'notThere',
        what: one,
      });
    });
  });
}
