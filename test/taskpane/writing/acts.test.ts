/** An act over many cells is undone at one click in the real pane: previewed, written, had back. */
import { cellAddress } from '../../../src/domain/grid';
import type { MemoryPane } from '../memoryPane';
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';
import { checkedPane as checkedInExcel } from '../realPane';
import type { WorkbookPane } from '../shownPane';

afterEach(shutPanes);

/** Contents and number formats of everything that can be written, and a bit around it. */
async function cells({ workbook }: WorkbookPane): Promise<string> {
  const all = ['统计表1', '统计表2'].flatMap((sheet) =>
    Array.from({ length: 27 * 14 }, (_, at) => ({
      sheet,
      cell: cellAddress(Math.floor(at / 14), at % 14),
    })),
  );
  const read = await workbook.readCells(all);
  if (!read.ok) throw new Error(read.fault.code);
  return JSON.stringify(read.value);
}

const acts = [
  ['table2-in-yuan.xlsx', 63, '÷10000 后相符', checkedInExcel],
  ['columns-exchanged.xlsx', 14, '换回后相符', checkedPane],
  ['lines-shifted.xlsx', 16, '移回后相符', checkedPane],
  ['two-totals-below.xlsx', 4, '请移回表内', checkedPane],
] as const;

test.each(acts)('%s: %i cells at once, and back', async (specimen, count, said, checked) => {
  const pane: WorkbookPane = await checked(`causes/${specimen}`);
  const before = await cells(pane);
  expect(pane.view.getAllByRole('button', { name: /^采用/ })).toHaveLength(1);
  expect(pane.shown()).toContain(said);
  await pane.press(/^采用/);
  expect(await cells(pane)).toBe(before);
  await pane.press(`写入 ${count} 格`);
  expect(pane.heading()).toMatch(/^(有提示|通过)/);
  expect(pane.shown()).not.toContain(said);
  expect(await cells(pane)).not.toBe(before);
  await pane.press('撤销');
  expect(await cells(pane)).toBe(before);
  expect(pane.heading()).toMatch(/^有错误/);
  expect(pane.shown()).toContain(said);
});

test.each([
  ['project-missing.xlsx', '请核对两张表的项目清单'],
  ['other-budget.xlsx', '请核对资金性质'],
  ['other-draft.xlsx', '请确认以哪一稿为准'],
])('%s: nothing to adopt, but what to do next', async (specimen, said) => {
  const pane = await checkedPane(`causes/${specimen}`);
  expect(pane.shown()).toContain(said);
  expect(pane.view.queryByRole('button', { name: /^采用/ })).toBeNull();
  expect(pane.marks().filter((mark) => mark.startsWith('culprit'))).toEqual([]);
});

test('on a protected sheet nothing is written', async () => {
  const pane = await checkedPane('causes/columns-exchanged.xlsx');
  const before = await cells(pane);
  await pane.press(/^采用/);
  await pane.byHand.protect('统计表2');
  await pane.press('写入 14 格');
  expect(pane.shown()).toContain('保护');
  expect(await cells(pane)).toBe(before);
});

test('a figure changed after the preview is left as it is now, and named', async () => {
  const pane = await checkedPane('causes/two-totals-below.xlsx');
  await pane.press(/^采用/);
  await pane.type({ '统计表2!M13': '5' });
  await pane.press('写入 4 格');
  const read = await pane.workbook.readCells([{ sheet: '统计表2', cell: 'M13' }]);
  expect(read.ok && read.value[0]?.content).toBe(5);
  expect(pane.shown()).toContain('M13');
});

test('an act is one row with its title, and is chosen as a whole or not at all', async () => {
  const pane = await checkedPane('causes/table2-in-yuan.xlsx');
  const title = '金额单位疑弄错';
  expect(pane.shown()).toContain(title);
  await pane.press(/^采用/);
  const boxes = () => pane.view.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes().map(({ ariaLabel, checked }) => [ariaLabel, checked])).toEqual([
    [`${title} · 统计表2 整表金额 ÷10000 · 统计表2 · 63 格`, true],
  ]);
  expect(pane.shown()).not.toMatch(/全选|疑似填错|现为/);
  await pane.press('统计表2 · 63 格');
  const rows = pane.view.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toContain('C5: 28,376,000 → 2,837.6');
  expect(rows.filter((row) => /^[A-Z]+\d+: \S+ → \S+$/.test(row))).toHaveLength(63);
  expect(boxes()).toHaveLength(1);
  await pane.after(() => pane.user.click(pane.view.getByRole('checkbox')));
  expect(pane.view.getByRole('button', { name: '写入 0 格' })).toBeTruthy();
  await pane.after(() => pane.user.click(pane.view.getByRole('checkbox')));
  expect(pane.view.getByRole('button', { name: '写入 63 格' })).toBeTruthy();
});

test('of an act one cell of which holds a formula nothing can be chosen', async () => {
  const pane = await checkedPane('causes/table2-in-yuan.xlsx', { '统计表2!C9': '=14206800' });
  await pane.press(/^采用/);
  const box = pane.view.getByRole<HTMLInputElement>('checkbox');
  expect([box.checked, box.disabled]).toEqual([false, true]);
  expect(pane.shown()).toContain('另有 1 格不能写入；只改一部分没有意义，因此不能选');
  expect(pane.shown()).toContain('不能写入：是公式（1 格）');
  expect(pane.view.getByRole('button', { name: '写入 0 格' })).toBeTruthy();
});

/** The user protects a sheet, of which these cells stay open. */
async function protect({ byHand }: MemoryPane, sheet: string, open: readonly string[]) {
  await byHand.protect(sheet);
  for (const cells of open) await byHand.protect(sheet, cells);
}

test('of an act one cell of which is locked nothing can be chosen', async () => {
  const pane = await checkedPane('causes/columns-exchanged.xlsx');
  await protect(pane, '统计表2', ['A1:C40', 'E1:N40']);
  await pane.press(/^采用/);
  const box = pane.view.getByRole<HTMLInputElement>('checkbox');
  expect([box.checked, box.disabled]).toEqual([false, true]);
  expect(pane.shown()).toMatch(/另有 \d 格不能写入；只改一部分没有意义，因此不能选/);
  expect(pane.shown()).toMatch(/不能写入：工作表受保护（\d 格）/);
  expect(pane.view.getByRole('button', { name: '写入 0 格' })).toBeTruthy();
});

test('a slip in a locked cell is shown with the reason, and nothing to be written', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', { '统计表1!K12': '7580.924' });
  await protect(pane, '统计表1', ['A1:J40']);
  await pane.press(/^采用/);
  expect(pane.shown()).toContain('不能写入：工作表受保护（1 格）');
  expect(pane.view.queryByRole('checkbox')).toBeNull();
  expect(pane.view.getByRole('button', { name: '写入 0 格' })).toBeTruthy();
});

test('where a sheet lets nothing be written its items say so in place of a button', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({
    '统计表1!K12': '7580.924',
    '统计表1!C8': "'691.45",
    '统计表2!C8': '7677.2',
  });
  await protect(pane, '统计表1', []);
  await pane.press('一键校验');
  const buttons = () =>
    pane.view
      .getAllByRole('button', { name: /^(采用|改正|全部采用)/ })
      .map(({ textContent }) => textContent);
  expect(buttons()).toEqual(['采用']);
  expect(pane.view.getAllByText('工作表受保护')).toHaveLength(2);
  pane.workbook.sheet('统计表1').protection = null;
  await pane.press('重新校验');
  expect(buttons()).toEqual(['全部采用（3）', '改正', '采用', '采用']);
  expect(pane.view.queryByText('工作表受保护')).toBeNull();
});

test('on a protected sheet whose figures may be typed everything is offered', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({ '统计表1!K12': '7580.924' });
  await protect(pane, '统计表1', ['B5:M24']);
  await pane.press('一键校验');
  expect(pane.view.getAllByRole('button', { name: /^采用/ })).toHaveLength(1);
  expect(pane.view.queryByText('工作表受保护')).toBeNull();
});
