/** 舍位平衡 in the real pane: looked at first, then written where the user wants it. */
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';
import type { MemoryPane } from '../memoryPane';

afterEach(shutPanes);

async function opened(edits: Readonly<Record<string, string>> = {}): Promise<MemoryPane> {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type(edits);
  await pane.after(() => {
    pane.control.store.send({ type: 'pageOpened', page: 'rounding' });
    return Promise.resolve();
  });
  await pane.after(() => pane.user.selectOptions(pane.view.getByLabelText('小数位数'), '0'));
  await pane.press('预览');
  return pane;
}

const turnTo = (pane: MemoryPane, name: string): Promise<void> =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));

test('every figure that is not the nearest is listed, and leads to its cell', async () => {
  const pane = await opened();
  expect(pane.shown()).toContain('为使合计相符而未按四舍五入取舍的 17 个数');
  const [first] = pane.view.getAllByRole('button', { name: /^统计表\d![A-Z]+\d+ · / });
  const [, cell = ''] = /^(统计表\d![A-Z]+\d+) · /.exec(first?.textContent ?? '') ?? [];
  await pane.after(() => pane.user.click(first as HTMLElement));
  expect(pane.selection()).toBe(cell);
});

test('written in place every total holds, and it can be taken back', async () => {
  const pane = await opened();
  await pane.press('写在原表上');
  expect(pane.shown()).toMatch(/已舍位，写入 \d+ 格，合计全部相符。可以撤销。/);
  await turnTo(pane, '校验');
  await pane.press('一键校验');
  expect(pane.heading()).toMatch(/^有提示 /);
  await turnTo(pane, '填报');
  await pane.press('撤销');
  expect(pane.shown()).toContain('已恢复 171 格。');
});

test('new sheets are inserted, and the tables stay as they are', async () => {
  const pane = await opened();
  await pane.press('写到新表');
  expect(pane.shown()).toContain('已插入“统计表1 (2)”、“统计表2 (2)”。可以撤销。');
});

test('another choice takes the preview away: what may be written is what is chosen', async () => {
  const pane = await opened();
  await pane.after(() => pane.user.selectOptions(pane.view.getByLabelText('小数位数'), '1'));
  expect(pane.view.queryByRole('button', { name: '写在原表上' })).toBeNull();
  await pane.press('预览');
  expect(pane.shown()).toContain('舍位为万元，保留 1 位小数');
});

test('no more decimals are offered than a fen has', async () => {
  const pane = await opened();
  const decimals = pane.view.getByLabelText('小数位数');
  await pane.after(() => pane.user.selectOptions(decimals, '6'));
  await pane.after(() => pane.user.selectOptions(pane.view.getByLabelText('金额单位'), 'yuan'));
  expect(decimals).toHaveProperty('value', '2');
  expect([...decimals.querySelectorAll('option')].map(({ value }) => value)).toEqual([
    ...['0', '1', '2'],
  ]);
});

test('what does not balance is refused, and leads to the total that fails', async () => {
  const pane = await opened({ '统计表1!K12': '7580.924' });
  expect(pane.shown()).toContain('现在不能舍位');
  await pane.press(/与应有的合计不符/);
  expect(pane.selection()).toBe('统计表1!K12');
  expect(pane.view.queryByRole('button', { name: '写在原表上' })).toBeNull();
});

test('beside a sheet that was not adopted nothing is rounded; it is named as the check names it', async () => {
  const pane = await memoryPane('layouts/no-total-block.xlsx');
  await pane.after(() => {
    pane.control.store.send({ type: 'pageOpened', page: 'rounding' });
    return Promise.resolve();
  });
  await pane.press('预览');
  expect(pane.shown()).toContain('现在不能舍位');
  expect(pane.shown()).toContain('改正后再舍位；不是要报的统计表，请移到别的工作簿。');
  await pane.press(/“统计表1”（A3）像是统计表，但表头缺少：合计/);
  expect(pane.selection()).toBe('统计表1!A3');
  for (const name of ['写到新表', '写在原表上'])
    expect(pane.view.queryByRole('button', { name })).toBeNull();
});

test('a difference of rounding that is taken away is told before it is written', async () => {
  const pane = await opened({ '统计表1!K24': '41528.1185' });
  expect(pane.shown()).toMatch(
    /原表有 1 处合计与分项有舍入差，已一并取平：“统计表1”[^。]*（K24）填报/,
  );
});

test('formulas that would become values are told with their cells before they are written', async () => {
  const pane = await opened({ '统计表1!K24': '=统计表2!K11*1' });
  expect(pane.shown()).toContain('有 1 个公式不是表内合计公式，改为数值：统计表1!K24。');
});

test('after an edit nothing is written, and the preview is made anew', async () => {
  const pane = await opened();
  await pane.type({ '统计表1!C8': '700' });
  await pane.press('写在原表上');
  expect(pane.shown()).toContain('预览之后表内有改动，没有写入');
  expect(pane.shown()).toContain('现在不能舍位');
});

test('a table typed in 元 is converted from the item that says so, and checked again', async () => {
  const pane = await checkedPane('causes/table2-in-yuan.xlsx');
  await pane.press('单位换算…');
  expect(pane.shown()).toContain('单位换算：统计表2按“元”填报，换算后再舍位。');
  expect(pane.shown()).toContain('舍位为万元，保留 6 位小数');
  expect(pane.view.getByLabelText('实际按什么单位填的')).toHaveProperty('value', 'yuan');
  expect(pane.view.getByLabelText('哪张表')).toHaveProperty('value', 'table2');
  await pane.press('写在原表上');
  expect(pane.shown()).toMatch(/已舍位，写入 \d+ 格，合计全部相符。可以撤销。/);
  await turnTo(pane, '校验');
  expect(pane.heading()).toMatch(/^有提示 /);
  expect(pane.view.queryByRole('button', { name: '单位换算…' })).toBeNull();
});

test('both tables typed in 元 under 万元 are converted from the doubt about their unit', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  // Ten thousand times too much is nothing that any total tells.
  await pane.after(() => {
    pane.control.store.send({ type: 'pageOpened', page: 'rounding' });
    return Promise.resolve();
  });
  await pane.after(() => pane.user.selectOptions(pane.view.getByLabelText('金额单位'), 'yuan'));
  await pane.press('预览');
  await pane.press('写在原表上');
  await pane.type({
    '统计表1!H2': '金额：万元 年份：（2019）',
    '统计表2!H2': '金额：万元 年份：（2019）',
  });
  await turnTo(pane, '校验');
  await pane.press('一键校验');
  await pane.press('单位换算…');
  expect(pane.shown()).toContain('单位换算：统计表1按“元”填报、统计表2按“元”填报，换算后再舍位。');
  await pane.press('写在原表上');
  await turnTo(pane, '校验');
  expect(pane.heading()).toMatch(/^有提示 /);
});
