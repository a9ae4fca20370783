/** 提交前检查 in the pane: is everything in the way told with its next step, and 可以提交 said only when nothing is? */
import { writeExplanations } from '../../../src/application/explain';
import { canBeExplained } from '../../../src/domain/submission/explainable';
import { success } from '../../../src/domain/result';
import { findingsOf } from '../../../src/application/report/report';
import { lastReport } from '../../../src/taskpane/state/paneState';
import type { MemoryPane } from '../memoryPane';
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';
import { realPane } from '../realPane';
import type { WorkbookPane } from '../shownPane';
import { valueOf } from '../../ports/openedWorkbook';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const button = '提交前检查';

async function opened<Pane extends WorkbookPane>(pane: Pane): Promise<Pane> {
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  return pane;
}

/** Titles of what stands in the way. */
const obstacles = ({ view }: WorkbookPane) =>
  view.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

/** Every warning of the last check is explained, as by the user. */
async function explainAll(pane: WorkbookPane): Promise<void> {
  const { control, writing } = pane;
  const report = lastReport(control.store.get().check);
  const { lastCheck } = control;
  if (report === null || lastCheck === null) throw new Error('nothing was checked');
  const answers = findingsOf(report)
    .filter(canBeExplained)
    .map((finding) => ({ finding, text: '据实结算' }));
  const kept = writeExplanations(pane.workbook, writing.log, lastCheck, report.explained, answers);
  await pane.after(async () => valueOf(await kept));
}

/** Moves 决算数 of 一般公共预算 from line 18 to line 10 of 统计表1, with their totals. */
async function move(pane: MemoryPane, by: number): Promise<void> {
  const signs = { E10: 1, M10: 1, E18: -1, M18: -1 } as const;
  const cells = Object.keys(signs).map((cell) => ({ sheet: '统计表1', cell }));
  const read = valueOf(await pane.clock.during(pane.workbook.readCells(cells)));
  for (const [at, sign] of Object.values(signs).entries()) {
    const value = (Number(read[at]?.content) + sign * by).toFixed(4);
    await pane.type({ [`统计表1!${cells[at]?.cell ?? ''}`]: value });
  }
}

test('what stands in the way is told, and 可以提交 once it is explained and saved', async () => {
  const pane = await opened(await memoryPane(puyang));
  expect(pane.heading()).toBe('提交前检查');
  await pane.press(button);
  expect(pane.heading()).toBe('还不能提交');
  expect(obstacles(pane)).toEqual(['待填审核说明']);
  expect(pane.shown()).toContain('有 15 项提示没有审核说明。');

  await explainAll(pane);
  await pane.press('重新检查');
  expect(obstacles(pane)).toEqual(['尚未保存']);
  expect(pane.shown()).toContain('按 Ctrl+S 保存');

  await pane.byHand.save();
  await pane.press('重新检查');
  expect(pane.heading()).toBe('可以提交');
  expect(obstacles(pane)).toEqual([]);
  expect(pane.shown()).toContain('09:00 检查');
  expect(pane.shown()).toContain('已说明提示 15 项');
});

test('可以提交 is not said any more once a figure is edited, and a changed figure is to be confirmed again', async () => {
  const pane = await opened(await memoryPane(puyang));
  await pane.press(button);
  await explainAll(pane);
  await pane.byHand.save();
  await pane.press('重新检查');
  expect(pane.heading()).toBe('可以提交');

  // From one line to another, so that every total stays.
  await move(pane, 0.01);
  await pane.pass(5_000);
  expect(pane.heading()).toBe('需重新检查');
  expect(pane.shown()).toContain('检查之后有改动');
  await pane.press('重新检查');
  expect(obstacles(pane)).toEqual(['审核说明需重新确认', '尚未保存']);
});

test('marks are told, come off at one click, and what was done is looked at again', async () => {
  const pane = await opened(await checkedPane(puyang));
  await pane.press(button);
  expect(obstacles(pane)).toEqual(['待填审核说明', '校验标记未清除', '尚未保存']);
  await pane.press('清除标记');
  expect(pane.marks()).toEqual([]);
  expect(obstacles(pane)).toEqual(['待填审核说明', '尚未保存']);
});

test('marks that come back after 可以提交 was said take it away', async () => {
  const pane = await opened(await memoryPane(puyang));
  await pane.press(button);
  await explainAll(pane);
  await pane.byHand.save();
  await pane.press('重新检查');
  expect(pane.heading()).toBe('可以提交');
  await pane.after(() => pane.control.setMarks('on'));
  expect(pane.heading()).toBe('需重新检查');
});

test('a click leads to the item on 校验 and to its cell', async () => {
  const pane = await opened(await memoryPane(puyang));
  await pane.type({ '统计表1!K12': '7580.924' });
  await pane.press(button);
  expect(obstacles(pane)).toEqual(['错误', '待填审核说明', '尚未保存']);
  const [first] = pane.view.getAllByRole('button', { name: /统计表1!K/ });
  if (first === undefined) throw new Error('no item');
  await pane.after(() => pane.user.click(first));
  expect(pane.view.getByRole('tab', { name: '校验' }).getAttribute('aria-selected')).toBe('true');
  expect(pane.view.getAllByRole('button', { current: true })).toHaveLength(1);
  expect(pane.selection()).toMatch(/^统计表1!K/);
});

test('formulas that wait to be worked out: 重算 is the next step', async () => {
  const pane = await opened(await memoryPane('puyang-2019-formulas.xlsx'));
  await pane.byHand.calculateManually();
  await pane.type({ '统计表1!C5': '1' });
  await pane.press(button);
  expect(obstacles(pane)).toContain('尚未重算');
  await pane.press('重算');
  expect(obstacles(pane)).not.toContain('尚未重算');
});

test('a workbook without a table is never ready; a template is offered', async () => {
  const pane = await opened(await memoryPane('foreign/other-statistics-only.xlsx'));
  await pane.press(button);
  expect(pane.heading()).toBe('还不能提交');
  expect(obstacles(pane)).toEqual(['有审核未能进行']);
  await pane.press('插入标准模板');
  expect(pane.heading()).toBe('插入标准模板');
});

test('takes five batches the first time and three after: figures with explanations, marks, whether it is saved', async () => {
  const pane = await opened(await realPane(puyang));
  pane.host.log.clear();
  await pane.press(button);
  const first = pane.host.log.totals.batches;
  pane.host.log.clear();
  await pane.press('重新检查');
  expect({ first, again: pane.host.log.totals.batches }).toEqual({ first: 5, again: 3 });
});

test('where rules cannot be read one of them may be a mark, and nothing is ready', async () => {
  const pane = await opened(await memoryPane(puyang));
  const unreadable = ['统计表2'];
  pane.workbook.findMarks = () => Promise.resolve(success({ marked: [], unreadable }));
  await pane.press(button);
  expect(obstacles(pane)).toEqual(['有审核未能进行', '待填审核说明']);
});

test('where Excel does not answer nothing is ready, and that is said', async () => {
  const pane = await opened(await memoryPane(puyang));
  await pane.press(button);
  await explainAll(pane);
  await pane.byHand.save();
  await pane.press('重新检查');
  expect(pane.heading()).toBe('可以提交');
  // Behind the figures and the marks: whether all is saved.
  const fault = { code: 'hostError', hostCode: 'GeneralException' } as const;
  pane.workbook.interrupt({ call: 3, after: 0, fault });
  await pane.press('重新检查');
  expect(pane.heading()).toBe('需重新检查');
  expect(pane.shown()).toContain('提交前检查未能完成');
});
