/** Does 撤销 find what was written when the workbook has been saved under another name since? */
import { checkedPane, realPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

const slip = { '统计表1!K12': '7580.924' };
const before = 'D:\\报表\\草稿.xlsx';
const after = 'D:\\报表\\上报.xlsx';

const openedAt = (documentUrl: string | null) =>
  checkedPane('puyang-2019.xlsx', slip, { documentUrl });
async function figure({ workbook }: RealPane): Promise<unknown> {
  const read = await workbook.readCells([{ sheet: '统计表1', cell: 'K12' }]);
  return read.ok ? read.value[0]?.content : read.fault;
}

async function adopt(pane: RealPane): Promise<void> {
  await pane.press(/^采用/);
  await pane.press('写入 1 格');
  expect(await figure(pane)).toBe(7580.942);
}

/** The workbook as it stands, opened another day from an address, with what this machine has kept. */
async function reopened(pane: RealPane, documentUrl: string): Promise<RealPane> {
  const kept = pane.kept();
  const saved = await pane.host.save();
  await pane.shut();
  const again = await realPane(saved, { documentUrl, kept });
  await again.after(() => again.user.click(again.view.getByRole('tab', { name: '填报' })));
  return again;
}

test('what was written under the new name is found on another day, under that name only', async () => {
  const pane = await openedAt(before);
  pane.host.documentUrl = after;
  await adopt(pane);
  const old = await reopened(pane, before);
  expect(old.shown()).not.toContain('最近一次写入');
  await old.after(() => old.writing.undo());
  expect(old.text()).toContain('没有可以撤销的写入。');
  const again = await reopened(old, after);
  expect(again.shown()).toContain('最近一次写入：改正，1 格');
  await again.press('撤销');
  expect(await figure(again)).toBe(7580.924);
});

test.each([before, null])('what was written at %s is undone after saving', async (documentUrl) => {
  const pane = await openedAt(documentUrl);
  await adopt(pane);
  pane.host.documentUrl = after;
  await pane.press('撤销');
  expect(await figure(pane)).toBe(7580.924);
  await pane.after(() => pane.writing.undo());
  expect(pane.text()).toContain('没有可以撤销的写入。');
});

test('what was written before and after the first saving is found on another day', async () => {
  const pane = await openedAt(null);
  await adopt(pane);
  pane.host.documentUrl = after;
  await pane.type({ '统计表1!K12': '7580.924' });
  await pane.until(() => {
    expect(pane.heading()).toBe('有错误 2');
  });
  await adopt(pane);
  const again = await reopened(pane, after);
  for (let record = 1; record <= 2; record += 1) {
    await again.after(() => again.writing.undo());
    expect(await figure(again)).toBe(7580.924);
    await again.type({ '统计表1!K12': '7580.942' });
  }
  await again.after(() => again.writing.undo());
  expect(again.text()).toContain('没有可以撤销的写入。');
});
