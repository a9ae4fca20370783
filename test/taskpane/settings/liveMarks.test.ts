/** Do marks stay while figures are edited, unless the user has asked for marks that follow? */
import { checkedPane, realPane, shutPanes } from '../realPane';
import type { Edits, RealPane } from '../realPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const setting = '改数时标记随之更新';
const wrong = { '统计表1!K12': '7580.924' };
const right = { '统计表1!K12': '7580.942' };
const warnings = [
  'warning 统计表1!D7:D8 D10 D12 D14 H14 D17 E18 D23 H23',
  'warning 统计表2!D6 H6 E9 D10 H10',
];
const withErrors = ['culprit 统计表1!K12', 'error 统计表1!K24', ...warnings];
const outdated = '2 格的标记待重新校验更新：统计表1!K24、K12';

const openTab = (pane: RealPane, name: string) =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));
const isOn = ({ view }: RealPane) =>
  view.getByRole<HTMLInputElement>('switch', { name: setting }).checked;

/** Flips the setting, and goes back to the list. */
async function flip(pane: RealPane): Promise<void> {
  await openTab(pane, '设置');
  await pane.after(() => pane.user.click(pane.view.getByRole('switch', { name: setting })));
  await openTab(pane, '校验');
}

/** Types, and waits until the list and, if they follow, the marks are those of what was typed. */
async function edit(pane: RealPane, edits: Edits, heading: string): Promise<void> {
  await pane.type(edits);
  await pane.until(() => {
    expect(pane.heading()).toBe(heading);
  });
  await pane.after(() => Promise.resolve());
}

/** How many batches named conditional formats since the log was cleared. */
const looks = ({ host }: RealPane) =>
  host.log.batches.filter((batch) =>
    host.log.describe(batch).some((line) => line.includes('ConditionalFormats')),
  ).length;

test('off by default: an edit leaves the marks alone, the list names those out of date', async () => {
  const pane = await checkedPane(puyang, wrong);
  await openTab(pane, '设置');
  expect(isOn(pane)).toBe(false);
  expect(pane.shown()).toContain('Excel 2021、2024 的撤销（Ctrl+Z）记录随之清空');
  await openTab(pane, '校验');
  expect(pane.marks()).toEqual(withErrors);
  pane.host.log.clear();
  await edit(pane, right, '有提示 15');
  expect(pane.shown()).toContain(outdated);
  expect(pane.marks()).toEqual(withErrors);
  await edit(pane, wrong, '有错误 2');
  expect(pane.shown()).not.toContain('标记已过时');
  expect(looks(pane)).toBe(0);
});

test('on: what is out of date is marked anew at once, and marks follow from then on', async () => {
  const pane = await checkedPane(puyang, wrong);
  await edit(pane, right, '有提示 15');
  await flip(pane);
  expect(pane.marks()).toEqual(warnings);
  expect(pane.shown()).not.toContain('标记已过时');
  await edit(pane, wrong, '有错误 2');
  expect(pane.marks()).toEqual(withErrors);
  await edit(pane, right, '有提示 15');
  expect(pane.marks()).toEqual(warnings);
  expect(pane.shown()).not.toContain('标记已过时');
});

test('on, it is remembered on this machine; off again, marks stay', async () => {
  const pane = await realPane(puyang);
  await flip(pane);
  expect(pane.marks()).toEqual([]);
  const kept = pane.kept();
  await pane.shut();
  const again = await checkedPane(puyang, {}, { kept });
  await edit(again, wrong, '有错误 2');
  expect(again.marks()).toEqual(withErrors);
  await flip(again);
  await edit(again, right, '有提示 15');
  expect(again.marks()).toEqual(withErrors);
  expect(again.shown()).toContain(outdated);
});

test('on, marks that were cleared do not come back with an edit but with the next check', async () => {
  const pane = await checkedPane(puyang);
  await flip(pane);
  await pane.after(() => pane.control.clearMarks());
  await edit(pane, wrong, '有错误 2');
  expect(pane.marks()).toEqual([]);
  await pane.press('重新校验');
  expect(pane.marks()).toEqual(withErrors);
});

test('on, another format alone makes no marks: Excel may tell the undoing of marks as one', async () => {
  const pane = await checkedPane(puyang);
  await flip(pane);
  pane.host.log.clear();
  await pane.office.Excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem('统计表1').getRange('C8').numberFormat = [['yyyy-mm-dd']];
    await workbook.context.sync();
  });
  await pane.until(() => {
    expect(pane.shown()).toContain('C8）是日期格式');
  });
  await pane.after(() => Promise.resolve());
  expect(pane.marks()).toEqual(warnings);
  expect(looks(pane)).toBe(0);
});
