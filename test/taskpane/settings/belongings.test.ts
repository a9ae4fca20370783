/** 设置 lists what the add-in has left in the workbook, and takes each or all away. */
import { within } from '@testing-library/dom';
import type { Explanation } from '../../../src/domain/submission/kept';
import { withCustomXml, withExplanationsKept } from '../../submission';
import { specimen } from '../../excel/openedExcel';
import { checkedPane, realPane, shutPanes } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

const explanation: Explanation = {
  unit: '濮阳市财政局·2019',
  about: 'R-020|table1|urbanCommunity|generalPublic|finalAccounts',
  text: '跨年度结转',
  figures: [],
};
const namespace = 'urn:purchase-services-statistics:explanations';

const openTab = (pane: RealPane, name: string) =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));

/** What is listed, one entry a line. */
function listed({ view }: RealPane): string[] {
  return within(view.getByRole('list'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replace(/清除$/, ''));
}

async function chooseJuly(pane: RealPane): Promise<void> {
  const round = pane.view.getByRole('combobox', { name: '报送期' });
  await pane.after(() => pane.user.selectOptions(round, '7月份报送'));
}

test('nothing is there at first', async () => {
  const pane = await realPane('puyang-2019.xlsx');
  await openTab(pane, '设置');
  expect(pane.shown()).toContain('这个工作簿里没有本加载项留下的内容。');
  expect(pane.view.queryByRole('list')).toBeNull();
});

test('each is listed and comes off by itself; explanations can be had back', async () => {
  const kept = await withExplanationsKept(specimen('puyang-2019.xlsx'), [explanation]);
  const pane = await checkedPane(kept);
  await chooseJuly(pane);
  await openTab(pane, '设置');
  expect(listed(pane)).toEqual([
    '表内标记：统计表1、统计表2',
    '审核说明：1 条',
    '报送期：7月份报送',
  ]);
  await pane.press('清除表内标记');
  expect(pane.marks()).toEqual([]);
  expect(listed(pane)).toEqual(['审核说明：1 条', '报送期：7月份报送']);
  await pane.press('清除报送期');
  expect([...pane.host.readDocumentSettings()]).toEqual([]);
  expect(pane.view.queryByRole('button', { name: '全部清除' })).toBeNull();
  await pane.press('清除审核说明');
  expect(pane.shown()).toContain('已清除审核说明，工作簿里不再有本加载项的内容。');
  expect(pane.shown()).toContain('这个工作簿里没有本加载项留下的内容。');
  await pane.press('撤销');
  expect(listed(pane)).toEqual(['审核说明：1 条']);
});

test('everything comes off in one click, and the file is as it was', async () => {
  const pane = await checkedPane('puyang-2019.xlsx');
  await chooseJuly(pane);
  await openTab(pane, '设置');
  await pane.press('全部清除');
  expect(pane.shown()).toContain('工作簿里不再有本加载项的内容。');
  expect(pane.marks()).toEqual([]);
  expect([...pane.host.readDocumentSettings()]).toEqual([]);
});

test('explanations that cannot be read are asked for once more, and then gone', async () => {
  const damaged = `<explanations xmlns="${namespace}" version="1"><odd/></explanations>`;
  const pane = await realPane(await withCustomXml(specimen('puyang-2019.xlsx'), damaged));
  await openTab(pane, '设置');
  expect(listed(pane)).toEqual([
    '审核说明：工作簿中保存的审核说明已损坏，无法读取，原样保留，均未计入。',
  ]);
  await pane.press('清除审核说明');
  expect(pane.shown()).toContain('清除后不能恢复。');
  await pane.press('不清除');
  expect(listed(pane)).toHaveLength(1);
  await pane.press('清除审核说明');
  await pane.press('确认清除');
  expect(pane.shown()).toContain('这个工作簿里没有本加载项留下的内容。');
  expect(pane.view.queryByRole('button', { name: '撤销' })).toBeNull();
});

test('what cannot be looked at is said to be so, and the rest is listed', async () => {
  const pane = await realPane('puyang-2019.xlsx');
  await chooseJuly(pane);
  pane.host.failAt({ batch: 1, code: 'AccessDenied' });
  await openTab(pane, '设置');
  expect(listed(pane)[0]).toMatch(/^表内标记：未能查看。/);
  expect(listed(pane)[1]).toBe('报送期：7月份报送');
});
