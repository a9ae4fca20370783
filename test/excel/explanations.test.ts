/** Explanations in the real office.js: what it costs, what is saved, and what other Excels may do to it. */
import type { Explanation } from '../../src/domain/submission/kept';
import { readWorkbook } from '../../src/files/readWorkbook';
import { faultOf, openedExcel, specimen, spent, valueOf, type OpenedExcel } from './openedExcel';

const explanation: Explanation = {
  unit: '濮阳市财政局·2019',
  about: 'R-010|table1|education|generalPublic|executed',
  text: '年中追加预算',
  figures: [{ id: 'table1|education|generalPublic|executed', value: '6939200' }],
};

let excel: OpenedExcel | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

async function open(workbook = specimen('puyang-2019.xlsx')): Promise<OpenedExcel> {
  excel = await openedExcel({ workbook, level: '1.13' });
  return excel;
}

test('they travel with the file: saved, read by the terminal, opened again, and gone without a trace', async () => {
  const opened = await open();
  const untouched = await opened.host.save();
  valueOf(await opened.workbook.changeExplanations(() => [explanation]));
  const saved = await opened.host.save();
  const read = await readWorkbook(saved);
  expect(read.ok && read.value.explanations).toEqual({
    kind: 'read',
    explanations: [explanation],
  });
  opened.close();
  const again = await open(saved);
  expect(valueOf(await again.workbook.readExplanations())).toEqual({
    kind: 'read',
    explanations: [explanation],
  });
  valueOf(await again.workbook.removeExplanations());
  const cleared = await readWorkbook(await again.host.save());
  expect(cleared.ok && cleared.value.explanations).toBeUndefined();
  const partsOf = (bytes: Uint8Array) =>
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/customXml\/\w+\.xml/g),
    ].length;
  expect([partsOf(untouched), partsOf(saved) > 0, partsOf(await again.host.save())]).toEqual([
    0,
    true,
    0,
  ]);
});

test('one sync to find nothing, two to read, three to change, one to see that nothing changes more', async () => {
  const { workbook, host } = await open();
  valueOf(await workbook.readExplanations());
  expect(spent(host).batches).toBe(1);
  valueOf(await workbook.changeExplanations(() => [explanation]));
  expect(spent(host).batches).toBe(2);
  valueOf(await workbook.readExplanations());
  expect(spent(host).batches).toBe(2);
  valueOf(
    await workbook.changeExplanations(([one]) => (one ? [{ ...one, text: '另行说明' }] : [])),
  );
  expect(spent(host).batches).toBe(3);
  valueOf(await workbook.changeExplanations((all) => all));
  expect(spent(host).batches).toBe(2);
  valueOf(await workbook.removeExplanations());
  expect(spent(host).batches).toBe(2);
});

test.each([1, 2])(
  'Excel says no at sync %i of a change: a fault, and all as before',
  async (batch) => {
    const { workbook, host } = await open();
    host.failAt({ batch, code: 'AccessDenied' });
    expect(faultOf(await workbook.changeExplanations(() => [explanation])).code).toBe(
      'accessDenied',
    );
    expect(valueOf(await workbook.readExplanations())).toEqual({ kind: 'read', explanations: [] });
  },
);

test('an answer that is lost while adding is not sent again: there never are two parts', async () => {
  const { workbook, host } = await open();
  host.failAt({ batch: 2, code: 'silence' });
  expect(faultOf(await workbook.changeExplanations(() => [explanation])).code).toBe('noAnswer');
  valueOf(await workbook.changeExplanations(() => [explanation]));
  expect(valueOf(await workbook.readExplanations())).toEqual({
    kind: 'read',
    explanations: [explanation],
  });
});
