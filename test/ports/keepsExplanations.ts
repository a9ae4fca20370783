/** What must every implementation of KeepsExplanations do? */
import { explanationXml } from '../../src/domain/submission/explanationPart';
import type { Explanation } from '../../src/domain/submission/kept';
import { faultOf, one, opener, valueOf, type Open } from './openedWorkbook';

const explanation = (about: string, text = '据实结算'): Explanation => ({
  unit: '甲县财政局·2024',
  about,
  text,
  figures: [{ id: about, value: '1.5' }],
});
const first = explanation('R-010|table1|education|generalPublic|executed', '“年中”追加\n<预算>');
const second = explanation('R-020|table1|education|generalPublic|finalAccounts');
const foreign = '<other xmlns="urn:other"><explanations version="1"/></other>';
const tooLong = `<explanations xmlns="urn:purchase-services-statistics:explanations" version="1">${' '.repeat(4_000_000)}</explanations>`;
const xmlOf = (...list: readonly Explanation[]) => explanationXml(list) ?? '';

export function keepsExplanationsContract(open: Open): void {
  describe('KeepsExplanations', () => {
    const opened = opener(open);

    test('nothing is kept at first, and nothing left where nothing is kept', async () => {
      const { port, customXml } = await opened();
      expect(valueOf(await port.readExplanations())).toEqual({ kind: 'read', explanations: [] });
      expect(valueOf(await port.changeExplanations((all) => all))).toEqual({
        before: [],
        after: [],
      });
      expect(valueOf(await port.removeExplanations())).toBe(0);
      expect(customXml()).toEqual([]);
    });

    test('what is kept is read again, in one part beside those of other programs', async () => {
      const { port, user, customXml } = await opened();
      await user.addCustomXml(foreign);
      const changed = valueOf(await port.changeExplanations(() => [first]));
      expect(changed).toEqual({ before: [], after: [first] });
      expect(valueOf(await port.changeExplanations((all) => [...all, second]))).toEqual({
        before: [first],
        after: [first, second],
      });
      expect(valueOf(await port.readExplanations())).toEqual({
        kind: 'read',
        explanations: [first, second],
      });
      expect(customXml()).toHaveLength(2);
      expect(customXml()).toContain(foreign);
    });

    test('they come with the whole workbook, and with no single sheet', async () => {
      const { port, user } = await opened();
      expect(valueOf(await port.readWorkbook()).explanations).toBeUndefined();
      valueOf(await port.changeExplanations(() => [first]));
      const read = { kind: 'read', explanations: [first] };
      expect(valueOf(await port.readWorkbook()).explanations).toEqual(read);
      expect(valueOf(await port.readSheets([one])).explanations).toBeUndefined();
      await user.addCustomXml(xmlOf(second));
      expect(valueOf(await port.readWorkbook()).explanations).toMatchObject({
        why: 'severalParts',
      });
    });

    test('with the last one the part goes', async () => {
      const { port, user, customXml } = await opened();
      await user.addCustomXml(foreign);
      valueOf(await port.changeExplanations(() => [first]));
      valueOf(await port.changeExplanations(() => []));
      expect(customXml()).toEqual([foreign]);
    });

    test.each([
      ['damaged', [xmlOf(first).replace('<text>', '<text/><text>')]],
      ['newerVersion', [xmlOf(first).replace('version="1"', 'version="2"')]],
      ['severalParts', [xmlOf(first), xmlOf(second)]],
      ['tooLarge', [tooLong]],
      ['damaged', [xmlOf(first).replace('"urn:', '"&#x75;rn:').replace('<text>', '<text/><text>')]],
    ] as const)('%s: told, and left untouched', async (why, parts) => {
      const { port, user, customXml } = await opened();
      for (const part of parts) await user.addCustomXml(part);
      expect(valueOf(await port.readExplanations())).toEqual({ kind: 'unreadable', why });
      const change = jest.fn(() => [second]);
      expect(valueOf(await port.changeExplanations(change))).toBe(why);
      expect(change).not.toHaveBeenCalled();
      expect(customXml()).toEqual(parts);
    });

    test('what would be longer than is read again is not written', async () => {
      const { port, customXml } = await opened();
      valueOf(await port.changeExplanations(() => [first]));
      const kept = customXml();
      const many = Array.from({ length: 4100 }, (_, at) => ({
        ...first,
        about: `${first.about}|${at}`,
        text: '说'.repeat(1000),
      }));
      expect(faultOf(await port.changeExplanations(() => many))).toEqual({
        code: 'explanationsTooLong',
      });
      expect(customXml()).toEqual(kept);
    });

    test('a namespace written with references is ours', async () => {
      const { port, user } = await opened();
      await user.addCustomXml(xmlOf(first).replace('"urn:', '"&#x75;rn:'));
      expect(valueOf(await port.readExplanations())).toEqual({
        kind: 'read',
        explanations: [first],
      });
    });

    test('all of ours is taken away, readable or not, and nothing else', async () => {
      const { port, user, customXml } = await opened();
      for (const part of [xmlOf(first), foreign, xmlOf(second).replace('"1"', '"7"')]) {
        await user.addCustomXml(part);
      }
      expect(valueOf(await port.removeExplanations())).toBe(2);
      expect(customXml()).toEqual([foreign]);
      expect(valueOf(await port.readExplanations())).toEqual({ kind: 'read', explanations: [] });
    });

    test('two changes at once lose nothing', async () => {
      const { port } = await opened();
      await Promise.all([
        port.changeExplanations((all) => [...all, first]),
        port.changeExplanations((all) => [...all, second]),
      ]);
      expect(valueOf(await port.readExplanations())).toMatchObject({
        explanations: [first, second],
      });
    });
  });
}
