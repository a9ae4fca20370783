/** What is in sight of a preview, and what is said when it has been written. */
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';

afterEach(shutPanes);

test('what is chosen comes first; what cannot be written and what is not chosen is folded', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({ '统计表1!C8': "'691.45", '统计表1!K8': '', '统计表1!J5': '' });
  await pane.after(() => pane.writing.previewFill(null));
  const shown = pane.shown();
  const order = ['事务·合计·项目数（J5）', '不能写入：要相加的是文本数字（3 格）', '未选：'];
  const places = order.map((part) => shown.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const folds = pane.view
    .getAllByRole('button')
    .filter((button) => /^(不能写入|未选)：/.test(button.textContent));
  expect(folds.map(({ ariaExpanded }) => ariaExpanded)).toEqual(folds.map(() => 'false'));
  expect(folds.length).toBeGreaterThan(1);
});

test('of a single cell there is no choosing of all', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', { '统计表1!K12': '7580.924' });
  await pane.press(/^采用/);
  expect(pane.shown()).toContain('已选 1 / 1 格');
  expect(pane.shown()).not.toContain('全选');
});

test('after writing it is said how many errors are left', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', {
    '统计表1!K12': '7580.924',
    '统计表1!D20': '-318',
  });
  const [first] = pane.view.getAllByRole('button', { name: /^采用/ });
  if (first === undefined) throw new Error('There is nothing to adopt.');
  await pane.after(() => pane.user.click(first));
  await pane.press('写入 1 格');
  const left = /^有错误 (\d+)$/.exec(pane.heading())?.[1];
  expect(Number(left)).toBeGreaterThan(0);
  expect(pane.shown()).toContain(`已写入 1 格；还有 ${left ?? ''} 项不符。可以撤销。`);
});

test('where no error is left none is spoken of', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', { '统计表1!K12': '7580.924' });
  await pane.press(/^采用/);
  await pane.press('写入 1 格');
  expect(pane.shown()).toContain('已写入 1 格。可以撤销。');
});

test('after writing there is one 撤销, which goes on standing where the notice is closed', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  const undos = () => pane.view.queryAllByRole('button', { name: '撤销' });
  await pane.type({ '统计表1!J5': '' });
  await pane.after(() => pane.writing.previewFill(null));
  await pane.press('写入 1 格');
  expect(undos()).toHaveLength(1);
  expect(pane.shown()).not.toContain('最近一次写入');
  await pane.press('关闭');
  expect(undos()).toHaveLength(1);
  expect(pane.shown()).toContain('最近一次写入：填充合计，1 格');
});

test('nothing is offered to be written over a formula; one that lost its cells is put right', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', {
    '统计表1!C12': '=6092.02+1000',
    '统计表1!K20': '=#REF!+G20',
    '统计表1!D9': '70.6',
  });
  const adopted = () =>
    pane.view.getAllByRole('button', { name: /^采用/ }).map((button) => button.title);
  expect(pane.shown()).toContain('7,092.02→7,083.02 是公式，请核对所引用的数');
  expect(adopted()).toEqual([
    '采用：国土资源气象等·合计·预算数改为 4,781.5（统计表1!K20）',
    '采用：科学技术·一般公共预算·执行数改为 77.6（统计表1!D9）',
  ]);
  await pane.press('全部采用（2）');
  expect(pane.shown()).toContain('=C20+G20');
  await pane.press('写入 2 格');
  expect(pane.heading()).toBe('有错误 2');
  expect(pane.view.queryByRole('button', { name: /^采用/ })).toBeNull();
});

test('a sign that stands for blank is not called blank', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({ '统计表1!K6': '—', '统计表1!J5': '' });
  await pane.after(() => pane.writing.previewFill(null));
  expect(pane.shown()).toContain('未选：填着代替空白的符号（1 格）');
  expect(pane.shown()).not.toContain('未选：空白');
});

test('a total whose formula is no sum leads to the sum, which is written when it was seen', async () => {
  const pane = await checkedPane('puyang-2019.xlsx', {
    '统计表1!K24': '=C24+G24+1',
    '统计表1!D20': '-318',
  });
  expect(pane.shown()).toContain('41,529.1184→41,528.1184填公式 公式不是求和公式');
  // Nobody puts it in place unasked.
  expect(pane.view.queryByRole('button', { name: /^全部采用/ })).toBeNull();
  await pane.press(/^填公式：合计行·合计栏·预算数/);
  expect(pane.shown()).toContain('=C24+G24+1');
  await pane.press('写入 1 格');
  const read = await pane.workbook.readCells([{ sheet: '统计表1', cell: 'K24' }]);
  expect(read.ok && read.value[0]?.content).toBe('=SUM(K5:K23)');
  expect(pane.view.queryByRole('button', { name: /^填公式/ })).toBeNull();
});

test('totals left blank are filled from their item, as many as are blank', async () => {
  const blank = ['统计表1!J8', '统计表1!K8', '统计表1!L8', '统计表1!M8'];
  const edits = Object.fromEntries(blank.map((cell) => [cell, '']));
  const pane = await checkedPane('puyang-2019.xlsx', edits);
  await pane.press(/^填充 4 格/);
  expect(pane.view.getByRole('button', { name: '写入 4 格' })).toBeTruthy();
});
