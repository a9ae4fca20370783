/** The overview in the pane: folded, then every figure readable, and each name leads to its cell. */
import { within } from '@testing-library/dom';
import { checkedPane, shutPanes } from '../memoryPane';
import type { MemoryPane } from '../memoryPane';

afterEach(shutPanes);

async function unfolded(edits: Readonly<Record<string, string>> = {}): Promise<MemoryPane> {
  const pane = await checkedPane('puyang-2019.xlsx', edits);
  await pane.press('看一眼');
  return pane;
}

/** The rows of the table with this title, as screen readers read them. */
function rows(pane: MemoryPane, title: RegExp): string[][] {
  const table = pane.view.getByRole('table', { name: title });
  return within(table)
    .getAllByRole('row')
    .map((row) => {
      const cells = [...row.querySelectorAll('th, td')].filter((cell) => !cell.ariaHidden);
      return cells.map((cell) => {
        const read = cell.cloneNode(true) as HTMLElement;
        for (const hidden of read.querySelectorAll('[aria-hidden]')) hidden.remove();
        return read.textContent;
      });
    });
}

test('it is folded, and shows both budgets and the lines by their budget', async () => {
  const pane = await checkedPane('puyang-2019.xlsx');
  expect(pane.view.queryByRole('table')).toBeNull();
  await pane.press('看一眼');
  expect(pane.shown()).toContain('236 个 · 预算 41,528.12 万元 · 执行 40,790.51 (98.22%)');
  expect(rows(pane, /两本预算/)).toEqual([
    ['名称', '占预算合计', '项目数', '预算数', '执行数', '执行率'],
    ['一般公共预算', '86.58%', '222 个', '35,956.49', '35,051.16', '(97.48%)'],
    ['政府性基金预算', '13.42%', '14 个', '5,571.63', '5,739.35', '(103.01%)'],
  ]);
  expect(pane.shown()).toContain('不往工作簿里放图表');
  const kinds = rows(pane, /按服务种类/);
  expect(kinds.slice(1).map(([name]) => name)).toEqual([
    '基本公共服务',
    '政府履职所需辅助性事项',
    '技术性服务',
    '社会管理性服务',
    '其他适宜由社会力量承担的服务事项',
    '行业管理与协调性服务',
  ]);
});

test('bars are as long as their amounts', async () => {
  const pane = await unfolded();
  const table = pane.view.getByRole('table', { name: /按服务种类/ });
  const widths = [...table.querySelectorAll<HTMLElement>('[data-bar]')].map((bar) =>
    Math.round(Number.parseFloat(bar.style.width)),
  );
  expect(widths.slice(0, 4)).toEqual([100, 99, 57, 53]);
});

test('each group says what its longest bar stands for', async () => {
  const pane = await unfolded();
  const scales = ['两本预算', /按服务领域/, /按服务种类/].map((name) => {
    const caption = pane.view.getByRole('table', { name }).querySelector('caption');
    return caption?.querySelector('[aria-hidden]')?.textContent;
  });
  expect(scales).toEqual([
    '整条＝合计 41,528.12',
    '整条＝最大一项 9,370',
    '整条＝最大一项 19,321.76',
  ]);
});

test('nothing has no bar, the least amount has one, and a negative one is said to be so', async () => {
  const pane = await unfolded({
    '统计表1!K8': '-5',
    '统计表1!L8': '0',
    '统计表1!K9': '0.14',
    '统计表1!L9': '-0.14',
  });
  const row = (name: string) => {
    const table = pane.view.getByRole('table', { name: /按服务领域/ });
    const found = within(table).getByRole('rowheader', { name }).closest('tr');
    const bars = [...(found?.querySelectorAll('[data-bar]') ?? [])];
    return [...bars.map((bar) => bar.getAttribute('data-bar')), found?.textContent];
  };
  expect(row('教育')).toEqual([expect.stringContaining('预算 -5（负数）执行 0')]);
  expect(row('科学技术')).toEqual([
    'budgeted',
    expect.stringContaining('预算 0.14执行 -0.14（负数）'),
  ]);
});

test('a name leads to the cell of its budget', async () => {
  const pane = await unfolded();
  await pane.press('技术性服务');
  expect(pane.selection()).toBe('统计表2!K8');
});

test('what cannot be told, and what does not add up, is said', async () => {
  const pane = await unfolded({ '统计表1!K8': '约七百', '统计表2!K11': '40000' });
  expect(
    rows(pane, /按服务领域/)
      .at(-1)
      ?.slice(0, 4),
  ).toEqual(['教育', '—', '3 个', '—']);
  expect(pane.shown()).toContain('有预算数读不出或合计空白，占比不全；以校验结果为准。');
  expect(pane.shown()).toContain('各部分的预算数之和与合计行不符，占比之和不是 100%');
});
