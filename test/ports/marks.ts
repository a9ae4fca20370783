/** What must every implementation of Marks do? */
import type { Mark } from '../../src/application/ports';
import { faultOf, one, opener, two, valueOf, type Open } from './openedWorkbook';

export function marksContract(open: Open): void {
  describe('Marks', () => {
    const opened = opener(open);
    const mark = (sheet: string, kind: Mark['kind'], ...cells: string[]): Mark => ({
      sheet,
      kind,
      cells,
    });

    test('cells by their strongest kind, beside rules of the user; others take their place', async () => {
      const { port, user, marks } = await opened();
      await user.addRule(one);
      valueOf(
        await port.showMarks([
          mark(one, 'warning', 'B6', 'C6', 'C7'),
          mark(one, 'error', 'C6'),
          mark(two, 'culprit', 'K12'),
        ]),
      );
      expect(marks()).toEqual([
        `error ${one}!C6`,
        `warning ${one}!B6 C7`,
        `other ${one}`,
        `culprit ${two}!K12`,
      ]);
      valueOf(await port.showMarks([mark(one, 'error', 'B6')]));
      expect(marks()).toEqual([`error ${one}!B6`, `other ${one}`]);
    });

    test('only in the sheets that are to be looked at', async () => {
      const { port, marks } = await opened();
      valueOf(await port.showMarks([mark(one, 'error', 'B6'), mark(two, 'error', 'B6')]));
      valueOf(await port.showMarks([], [two]));
      expect(marks()).toEqual([`error ${one}!B6`]);
    });

    test('come off without a trace; how many rules there were is told', async () => {
      const { port, user, marks } = await opened();
      await user.addRule(two);
      valueOf(await port.showMarks([mark(one, 'error', 'B6'), mark(one, 'warning', 'B7')]));
      expect(valueOf(await port.clearMarks())).toBe(2);
      expect(valueOf(await port.clearMarks())).toBe(0);
      expect(marks()).toEqual([`other ${two}`]);
    });

    test('are found by sheet, whoever looks, where they are saved; a rule of the user is none', async () => {
      const { port, user, marks, savesMarks } = await opened();
      await user.addRule(one);
      expect(valueOf(await port.findMarks())).toEqual({ marked: [], unreadable: [] });
      valueOf(await port.showMarks([mark(two, 'error', 'B6')]));
      const standing = marks();
      const marked = savesMarks ? [two] : [];
      expect(valueOf(await port.findMarks())).toEqual({ marked, unreadable: [] });
      expect(marks()).toEqual(standing);
      valueOf(await port.clearMarks());
      expect(valueOf(await port.findMarks())).toEqual({ marked: [], unreadable: [] });
    });

    test('protected sheets are marked where marks are only drawn; else all are named, and the others marked', async () => {
      const { port, user, marks, savesMarks } = await opened();
      await user.protect(one);
      const both = [mark(one, 'error', 'B6'), mark(two, 'error', 'B6')];
      if (!savesMarks) {
        valueOf(await port.showMarks(both));
        expect(marks()).toEqual([`error ${one}!B6`, `error ${two}!B6`]);
        expect(valueOf(await port.clearMarks())).toBe(2);
        return;
      }
      expect(faultOf(await port.showMarks(both))).toEqual({
        code: 'sheetsNotMarked',
        sheets: [one],
      });
      expect(marks()).toEqual([`error ${two}!B6`]);
      valueOf(await port.showMarks([mark(two, 'error', 'B7')]));
      expect(marks()).toEqual([`error ${two}!B7`]);
      await user.protect(two);
      const others = [mark(one, 'error', 'B6'), mark(two, 'error', 'B8')];
      expect(faultOf(await port.showMarks(others))).toEqual({
        code: 'sheetsNotMarked',
        sheets: [one, two],
      });
    });

    test('a sheet that is gone is a fault, and the others are marked', async () => {
      const { port, marks } = await opened();
      const both = [mark('没有', 'error', 'B6'), mark(two, 'error', 'B6')];
      expect(faultOf(await port.showMarks(both))).toEqual({ code: 'notThere', what: '没有' });
      expect(marks()).toEqual([`error ${two}!B6`]);
    });

    test('are no figures, and move with a sheet that is renamed', async () => {
      const { port, user, marks } = await opened();
      const before = valueOf(await port.readWorkbook());
      valueOf(await port.showMarks([mark(one, 'error', 'B6')]));
      expect(valueOf(await port.readWorkbook())).toEqual(before);
      await user.rename(one, '表一');
      expect(marks()).toEqual(['error 表一!B6']);
      expect(valueOf(await port.clearMarks())).toBe(1);
    });
  });
}
