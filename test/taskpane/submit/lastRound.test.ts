/** 与上期比较 in the pane: a file or other sheets are set beside, what stands out is listed, and it goes with one click. */
import { submissionOf } from '../../../src/taskpane/submit/useSubmission';
import { lastReport } from '../../../src/taskpane/state/paneState';
import { cellAddress } from '../../../src/domain/grid';
import { writeSheets } from '../../../src/files/writeSheets';
import { puyangLayouts } from '../../specimens/puyangFigures';
import type { MemoryPane } from '../memoryPane';
import { memoryPane, shutPanes } from '../memoryPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';

/** July's tables, in which the budget for 教育 was another. */
const july = ofYear(2019, { C8: 700, K8: 700 });

async function opened(workbook: string | Uint8Array = puyang): Promise<MemoryPane> {
  const pane = await memoryPane(workbook);
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press('与上期比较');
  return pane;
}

function beside(pane: MemoryPane, name: string, bytes: Uint8Array): Promise<void> {
  const submit = submissionOf(pane.control, pane.writing);
  return pane.after(() =>
    submit.compareWithFile({ name, size: bytes.length, bytes: () => Promise.resolve(bytes) }),
  );
}

const rules = ({ control }: MemoryPane) =>
  (lastReport(control.store.get().check)?.units ?? [])
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule.startsWith('Y-'))
    .map(({ rule, cells }) => `${rule} ${cells.join()}`);

const rows = ({ view }: MemoryPane) => view.queryAllByRole('row').map((row) => row.textContent);

test('of the same round nothing can be compared, and that is said; of July what must be equal is', async () => {
  const pane = await opened();
  await beside(pane, '七月.xlsx', await july);
  expect(pane.shown()).toContain('上期：七月.xlsx');
  expect(pane.shown()).toContain('没有与上期比较');
  expect(pane.shown()).not.toContain('--previous-round');

  await pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '上期的报送期' }), 'july'),
  );
  expect(rules(pane)).toEqual(['Y-010 C8']);
  expect(rows(pane)).toEqual([
    '指标上期本期增减增减率',
    '教育·一般公共预算 待核对 填写说明',
    '预算数700691.45-8.55-1.2%',
  ]);
});

test('what stands out leads to its item on 校验, and all of it goes with one click', async () => {
  const pane = await opened();
  await beside(pane, '七月.xlsx', await july);
  await pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '上期的报送期' }), 'july'),
  );
  await pane.press('教育·一般公共预算·预算数');
  expect(pane.selection()).toBe('统计表1!C8');
  expect(pane.view.getByRole('button', { current: true }).textContent).toContain('教育');

  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press('与上期比较');
  await pane.press('不再比较');
  expect(rules(pane)).toEqual([]);
  expect(rows(pane)).toEqual([]);
});

test('what stands out is explained from its line', async () => {
  const pane = await opened();
  await beside(pane, '七月.xlsx', await july);
  await pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '上期的报送期' }), 'july'),
  );
  await pane.press('填写说明：教育·一般公共预算·预算数');
  expect(pane.selection()).toBe('统计表1!C8');
  const words = pane.view.getByRole('textbox', { name: '审核说明' });
  await pane.after(() => pane.user.type(words, '年中调减预算'));
  await pane.press('保存');
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press('与上期比较');
  expect(rows(pane)[1]).toBe('教育·一般公共预算 已说明');
});

test('after an edit the comparison is made anew', async () => {
  const pane = await opened();
  await beside(pane, '七月.xlsx', await july);
  await pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '上期的报送期' }), 'july'),
  );
  await pane.type({ '统计表1!C8': '700' });
  await pane.pass(5_000);
  expect(rules(pane)).toEqual([]);
});

test('a return that was not compared stands in the way of submitting', async () => {
  const bytes = await ofYear(2019);
  const pane = await opened();
  await beside(pane, '上期.xlsx', bytes);
  await pane.press('提交前检查');
  const titles = pane.view.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
  expect(titles).toContain('有审核未能进行');
});

test('tables of an earlier year in the same workbook: the others are compared with them, they with nothing', async () => {
  const now = puyangLayouts('typed');
  const before = now.map((layout) => ({
    ...layout,
    name: `${layout.name}上年`,
    cells: layout.cells.map((cell) =>
      typeof cell.content === 'string'
        ? { ...cell, content: cell.content.replaceAll('2019', '2018') }
        : cell,
    ),
  }));
  const pane = await memoryPane(await writeSheets([...now, ...before]));
  await pane.after(() => pane.control.check());
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press('与上期比较');
  await pane.press('以本工作簿 2018 年的表为上期');
  const report = lastReport(pane.control.store.get().check);
  expect(report?.units).toHaveLength(2);
  expect(report?.notCompared).toEqual([]);
  // Every figure is as it was: nothing stands out.
  expect(rules(pane)).toEqual([]);
  await pane.type({ '统计表1!C8': '6914.5', '统计表1!K8': '6914.5' });
  await pane.pass(5_000);
  expect(rules(pane)).toContain('Y-020 C8');
});

/** The specimen's tables as of a year, with other contents by Table 1's cells; null for a blank. */
function ofYear(
  year: number,
  changes: Readonly<Record<string, number | null>> = {},
): Promise<Uint8Array> {
  const layouts = puyangLayouts('typed').map((layout, at) => ({
    ...layout,
    cells: layout.cells.flatMap((cell) => {
      const change = at === 0 ? changes[cellAddress(cell.row, cell.column)] : undefined;
      if (change === null) return [];
      const { content } = cell;
      const dated =
        typeof content === 'string' ? content.replaceAll('2019', String(year)) : content;
      return [{ ...cell, content: change ?? dated }];
    }),
  }));
  return writeSheets(layouts);
}

test('what begins is shown with the others, and asks for words only where it is large', async () => {
  const last = await ofYear(2018, { C8: null, C19: null });
  const pane = await opened(await ofYear(2019));
  await beside(pane, '上年.xlsx', last);
  expect(rules(pane)).toEqual(['Y-025 C8', 'Y-020 C19']);
  expect(rows(pane)).toEqual([
    '指标上期本期增减增减率',
    '教育·一般公共预算 新增',
    '预算数未填691.45691.45—',
    '金融·一般公共预算 新增 待核对 填写说明',
    '预算数未填8,051.188,051.18—',
  ]);
});

test('a column in another unit is told above the table, and explained from there', async () => {
  const rows = Array.from({ length: 19 }, (_, at) => at + 5).filter((row) => row !== 6);
  const last = await ofYear(
    2018,
    Object.fromEntries(rows.map((row) => [`C${row}`, row * 100_000_000])),
  );
  const pane = await opened(await ofYear(2019));
  await beside(pane, '上年.xlsx', last);
  expect(rules(pane).filter((rule) => rule.startsWith('Y-030'))).toHaveLength(1);
  expect(pane.shown()).toContain('统计表1一般公共预算的预算数普遍约为上期（2018 年）的');
  await pane.press('填写说明：两期数量级不同');
  const words = pane.view.getByRole('textbox', { name: '审核说明' });
  await pane.after(() => pane.user.type(words, '上期按元填报'));
  await pane.press('保存');
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press('与上期比较');
  expect(pane.shown()).toMatch(/小数点错了.*已说明/);
  expect(pane.view.queryByRole('button', { name: '填写说明：两期数量级不同' })).toBeNull();
});

test('a file that is none is said, and nothing is compared', async () => {
  const pane = await opened();
  await beside(pane, '说明.xlsx', new TextEncoder().encode('no workbook'));
  expect(pane.view.getByRole('alert').textContent).toContain('上期的“说明.xlsx”未能读取：');
  expect(rules(pane)).toEqual([]);
  // With another file it is settled.
  await beside(pane, '七月.xlsx', await july);
  expect(pane.view.queryByRole('alert')?.textContent ?? '').not.toContain('未能读取');
  expect(pane.shown()).toContain('上期：七月.xlsx');
});

test('marks that could not be put are told until a comparison has put them', async () => {
  const pane = await memoryPane(puyang, { preferences: { liveMarks: 'on' } });
  await pane.press('一键校验');
  const compare = () =>
    pane.after(() => submissionOf(pane.control, pane.writing).compareWithYear(2018));
  // The workbook is read; then the marks are put.
  pane.workbook.interrupt({ call: 2, after: 0, fault: { code: 'cellEditing' } });
  await compare();
  expect(pane.control.store.get().notice).toMatchObject({ kind: 'failed', task: 'mark' });
  await compare();
  expect(pane.control.store.get().notice).toBeNull();
});
