/** 报送 by the keyboard alone: is everything reached in its order, done by Enter and by Space, and is the place kept? */
import { fireEvent } from '@testing-library/dom';
import { specimen } from '../../excel/openedExcel';
import type { MemoryPane } from '../memoryPane';
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const keys = ['{Enter}', ' '] as const;

async function opened(pane: MemoryPane): Promise<MemoryPane> {
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  return pane;
}

const focused = ({ page }: MemoryPane) => page.document.activeElement;
const focusedName = (pane: MemoryPane) =>
  focused(pane)?.getAttribute('aria-label') ?? focused(pane)?.textContent ?? '';

const key = (pane: MemoryPane, pressed: string) => pane.after(() => pane.user.keyboard(pressed));

/** Goes on by Tab until what has this name is focused. */
async function tabTo(pane: MemoryPane, name: string | RegExp): Promise<void> {
  const is = (found: string) => (typeof name === 'string' ? found === name : name.test(found));
  for (let at = 0; at < 60; at += 1) {
    await pane.user.tab();
    if (is(focusedName(pane))) return;
  }
  throw new Error(`${String(name)} is not reached`);
}

/** What Tab reaches on the page from its first button on, in this order. */
async function stops(pane: MemoryPane, first: string): Promise<string[]> {
  await tabTo(pane, first);
  const found: string[] = [];
  for (let at = 0; at < 60 && focused(pane) !== pane.page.document.body; at += 1) {
    found.push(focusedName(pane));
    await pane.user.tab();
    if (focusedName(pane) === first || focused(pane)?.getAttribute('role') === 'tab') break;
  }
  return found;
}

const folds = ['与上期比较', '审核报告', '报告文字'];

test('Tab goes from the check down the parts, those unfolded with all that is in them', async () => {
  const pane = await opened(await memoryPane(puyang));
  expect(await stops(pane, '提交前检查')).toEqual(['提交前检查', ...folds]);
  await tabTo(pane, '与上期比较');
  await key(pane, '{Enter}');
  expect(focusedName(pane)).toBe('与上期比较');
  await tabTo(pane, '审核报告');
  await key(pane, ' ');
  expect(focusedName(pane)).toBe('审核报告');
  expect(await stops(pane, '提交前检查')).toEqual([
    '提交前检查',
    '与上期比较',
    '选择上期的文件…',
    '审核报告',
    '生成审核报告',
    '删除审核报告',
    folds[2],
  ]);
});

test.each(keys)(
  '提交前检查 by %p: the button keeps the focus, what was found comes after it',
  async (pressed) => {
    const pane = await opened(await memoryPane(puyang));
    await tabTo(pane, '提交前检查');
    await key(pane, pressed);
    expect(pane.heading()).toBe('还不能提交');
    expect(focusedName(pane)).toBe('重新检查');
    await pane.user.tab();
    expect(focusedName(pane)).toContain('统计表1!');
    await key(pane, pressed);
    expect(pane.view.getByRole('tab', { name: '校验' }).getAttribute('aria-selected')).toBe('true');
    expect(pane.selection()).toMatch(/^统计表1!/);
  },
);

test.each(keys)(
  'a next step by %p: once it is done its button is gone, and the focus is on the check',
  async (pressed) => {
    const pane = await opened(await checkedPane(puyang));
    await tabTo(pane, '提交前检查');
    await key(pane, pressed);
    await tabTo(pane, '清除标记');
    await key(pane, pressed);
    expect(pane.marks()).toEqual([]);
    expect(focusedName(pane)).toBe('重新检查');
  },
);

test.each(keys)(
  'the report is made and taken away by %p, and the focus stays on its button',
  async (pressed) => {
    const pane = await opened(await memoryPane(puyang));
    const names = () => pane.workbook.sheets.map(({ name }) => name);
    await tabTo(pane, '审核报告');
    await key(pane, pressed);
    await tabTo(pane, '生成审核报告');
    await key(pane, pressed);
    expect(names()).toEqual(['统计表1', '统计表2', '审核报告']);
    expect(focusedName(pane)).toBe('生成审核报告');
    await tabTo(pane, '删除审核报告');
    await key(pane, pressed);
    expect(names()).toEqual(['统计表1', '统计表2']);
    expect(focusedName(pane)).toBe('删除审核报告');
  },
);

test.each(keys)(
  'a comparison by %p: begun and ended, the focus is on the button that begins one',
  async (pressed) => {
    const pane = await opened(await memoryPane(puyang));
    await tabTo(pane, '与上期比较');
    await key(pane, pressed);
    await tabTo(pane, '选择上期的文件…');
    const input = pane.view.getByLabelText<HTMLInputElement>('选择上期的文件…', {
      selector: 'input',
    });
    let asked = 0;
    input.addEventListener('click', () => {
      asked += 1;
    });
    await key(pane, pressed);
    expect(asked).toBe(1);
    const bytes = specimen(puyang);
    const file = { name: '上期.xlsx', size: bytes.length, webkitRelativePath: '' };
    Object.defineProperty(input, 'files', {
      value: [{ ...file, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }],
    });
    await pane.after(() => Promise.resolve(fireEvent.change(input)));
    expect(pane.shown()).toContain('上期：上期.xlsx');
    const again = focusedName(pane);
    expect(again).not.toBe('选择上期的文件…');
    expect(focused(pane)?.tagName).toBe('BUTTON');
    await tabTo(pane, '不再比较');
    await key(pane, pressed);
    expect(pane.shown()).not.toContain('上期：上期.xlsx');
    expect(focusedName(pane)).toBe('选择上期的文件…');
  },
);
