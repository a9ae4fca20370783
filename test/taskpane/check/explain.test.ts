/** 审核说明 in the pane: written beside an item, kept in the workbook, confirmed, removed and taken back. */
import { within } from '@testing-library/dom';
import type { StoredExplanations } from '../../../src/domain/submission/kept';
import { specimen } from '../../excel/openedExcel';
import { valueOf } from '../../ports/openedWorkbook';
import { withCustomXml } from '../../submission';
import { checkedPane, shutPanes } from '../memoryPane';
import { checkedPane as checkedInExcel } from '../realPane';
import type { WorkbookPane } from '../shownPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const overBudget = /^填写说明：执行超预算/;
const overExecuted = /^填写说明：决算超执行/;

async function kept({ workbook, clock }: WorkbookPane): Promise<StoredExplanations> {
  return valueOf(await clock.during(workbook.readExplanations()));
}

async function texts(pane: WorkbookPane): Promise<string[]> {
  const stored = await kept(pane);
  return stored.kind === 'read' ? stored.explanations.map(({ text }) => text) : [stored.why];
}

/** The entry of the list that tells of a rule. */
function entry({ view }: WorkbookPane, title: RegExp): HTMLElement {
  const item = view.getByRole('button', { name: title }).closest('li');
  if (item === null) throw new Error('no entry');
  return item;
}
const about = (pane: WorkbookPane, title: RegExp) => entry(pane, title).textContent;

async function write(pane: WorkbookPane, button: RegExp, text: string): Promise<void> {
  await pane.press(button);
  await pane.after(() =>
    pane.user.type(pane.view.getByRole('textbox', { name: '审核说明' }), text),
  );
}

/** Takes one of several findings out, or in again. */
const tick = (pane: WorkbookPane, name: RegExp) =>
  pane.after(() => pane.user.click(pane.view.getByRole('checkbox', { name })));

test('all of a kind at once: a usual reason is completed, saved, counted, and taken back', async () => {
  const pane = await checkedPane(puyang);
  expect(pane.heading()).toBe('有提示 15');
  await pane.press(overBudget);
  await pane.press('年中追加预算');
  const box = pane.view.getByRole<HTMLTextAreaElement>('textbox', { name: '审核说明' });
  await pane.after(() => pane.user.type(box, '（财预〔2019〕12号）'));
  await pane.press('保存（13 处）');
  expect(await texts(pane)).toEqual(Array(13).fill('年中追加预算（财预〔2019〕12号）'));
  expect(pane.shown()).toContain('已保存 13 处审核说明，随工作簿保存。');
  expect(about(pane, /^执行超预算/)).toContain('已说明 13 处：年中追加预算（财预〔2019〕12号）');
  expect(pane.view.queryByRole('button', { name: overBudget })).toBeNull();
  expect(pane.shown()).toContain('已说明 13');
  expect(pane.heading()).toBe('有提示 15');
  await pane.press('撤销');
  expect(await texts(pane)).toEqual([]);
  expect(pane.shown()).toContain('已撤回 13 条审核说明。');
  expect(pane.view.getByRole('button', { name: overBudget })).toBeTruthy();
});

test('a text that is longer than can be kept is said to be cut before it is saved', async () => {
  const pane = await checkedPane(puyang);
  await pane.press(overBudget);
  const box = pane.view.getByRole<HTMLTextAreaElement>('textbox', { name: '审核说明' });
  const paste = (text: string) =>
    pane.after(async () => {
      await pane.user.click(box);
      await pane.user.paste(text);
    });
  await paste('长'.repeat(999));
  expect(pane.shown()).not.toContain('已满');
  await paste('文号');
  expect(pane.shown()).toContain('已满 1,000 字，超出的没有收入。');
  expect(box.value).toHaveLength(1000);
  await pane.press('保存（13 处）');
  expect(new Set(await texts(pane))).toEqual(new Set([`${'长'.repeat(999)}文`]));
});

test('only some of a kind; the rest by another reason; then all are explained', async () => {
  const pane = await checkedPane(puyang);
  await write(pane, overBudget, '追加');
  await pane.press(/^用于 13 处/);
  await tick(pane, /统计表1!D7$/);
  await tick(pane, /统计表2!D6$/);
  await pane.press('保存（11 处）');
  expect(about(pane, /^执行超预算/)).toContain('已说明 11 处：追加');
  await write(pane, /^填写说明（还有 2 处）：执行超预算/, '上级专项');
  await pane.press('保存（2 处）');
  expect(about(pane, /^执行超预算/)).toContain('已说明 2 处：上级专项');
  await write(pane, overExecuted, '据实结算');
  await pane.press('保存（2 处）');
  expect(pane.heading()).toBe('提示均已说明 15');
  await pane.press(/^修改：已说明 2 处：上级专项/);
  await pane.press('上级专项资金');
  await pane.press('保存（2 处）');
  expect(about(pane, /^执行超预算/)).toContain('已说明 2 处：上级专项；上级专项资金');
  await pane.press(/^删除：已说明 11 处/);
  expect(pane.heading()).toBe('有提示 15');
  expect((await texts(pane)).length).toBe(4);
});

test('one figure changes: to be confirmed again exactly there; confirmed, it holds', async () => {
  const pane = await checkedPane(puyang);
  await write(pane, overBudget, '追加');
  await pane.press('保存（13 处）');
  // 执行数 of one line, in its block and in the total of both.
  await pane.type({ '统计表2!D6': '6000' });
  await pane.until(() => {
    expect(about(pane, /^执行超预算/)).toContain('需重新确认（数字已改，原说明）：追加');
  });
  // What was said of, and what stands there now.
  expect(about(pane, /^执行超预算/)).toContain('一般公共预算·执行数 3,004.73 → 6,000 万元');
  expect(about(pane, /^执行超预算/)).toContain('已说明 12 处：追加');
  expect(pane.shown()).toContain('需重新确认 1 · 已说明 12');
  await pane.press(/^13 处/);
  const rows = within(entry(pane, /^执行超预算/)).getAllByRole('listitem');
  const outdated = rows.filter(({ textContent }) => textContent.includes('需重新确认'));
  expect(outdated.map(({ textContent }) => /统计表\d![A-Z]\d+/.exec(textContent)?.[0])).toEqual([
    '统计表2!D6',
  ]);
  await pane.press(/^确认：需重新确认/);
  expect(about(pane, /^执行超预算/)).toContain('已说明 13 处：追加');
  expect(pane.shown()).toContain('已确认 1 处审核说明');
});

test('they stay with their findings: rows above, saving, another pane', async () => {
  const pane = await checkedInExcel(puyang);
  await write(pane, overExecuted, '据实结算');
  await pane.press('保存（2 处）');
  await pane.office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('统计表1').getRange('1:3').insert('Down');
    await context.sync();
  });
  await pane.until(() => {
    expect(about(pane, /^决算超执行/)).toContain('E21');
  });
  expect(about(pane, /^决算超执行/)).toContain('已说明 2 处：据实结算');
  const saved = await pane.host.save();
  await pane.shut();
  const again = await checkedInExcel(saved);
  expect(about(again, /^决算超执行/)).toContain('已说明 2 处：据实结算');
});

test('errors have no such button; what is gone is listed until it is removed', async () => {
  const pane = await checkedPane(puyang, { '统计表1!K12': '7580.924' });
  const buttons = pane.view.getAllByRole('button', { name: /^填写说明/ });
  expect(buttons.map((one) => one.getAttribute('aria-label'))).toEqual([
    '填写说明：执行超预算 13 处',
    '填写说明：决算超执行 2 处',
  ]);
  await write(pane, overExecuted, '据实结算');
  await pane.press('保存（2 处）');
  await pane.type({ '统计表1!E18': '0' });
  await pane.until(() => {
    expect(pane.shown()).toContain('无对应的审核说明（1）');
  });
  await pane.press('无对应的审核说明（1）');
  expect(pane.shown()).toMatch(/决算超执行·统计表1·.+·一般公共预算·决算数：据实结算/);
  await pane.press(/^删除：决算超执行/);
  expect(pane.shown()).not.toContain('无对应');
  expect((await texts(pane)).length).toBe(1);
});

test('what cannot be read is said once, and no button offers to write', async () => {
  const damaged =
    '<explanations xmlns="urn:purchase-services-statistics:explanations" version="1"><odd/></explanations>';
  const pane = await checkedInExcel(await withCustomXml(specimen(puyang), damaged));
  expect(pane.shown().split('工作簿中保存的审核说明已损坏').length).toBe(2);
  expect(pane.view.queryByRole('button', { name: /^填写说明/ })).toBeNull();
  expect(await kept(pane)).toEqual({ kind: 'unreadable', why: 'damaged' });
});

test('by keys: the words are focused, Escape leaves them, Ctrl+Enter saves, the focus stays in the item', async () => {
  const pane = await checkedPane(puyang);
  const focused = () => pane.page.document.activeElement;
  await pane.press(overExecuted);
  expect(focused()?.tagName).toBe('TEXTAREA');
  await pane.after(() => pane.user.keyboard('据实{Escape}'));
  expect(focused()?.textContent).toContain('决算超执行');
  expect(pane.view.queryByRole('textbox')).toBeNull();
  await pane.press(overExecuted);
  await pane.after(() => pane.user.keyboard('据实{Control>}{Enter}{/Control}'));
  expect(await texts(pane)).toEqual(['据实', '据实']);
  expect(focused()?.textContent).toContain('决算超执行');
});

test('words that are being written outlive a check and a look at another page', async () => {
  const pane = await checkedPane(puyang);
  await write(pane, overExecuted, '据实');
  const openTab = (name: string) =>
    pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));
  await openTab('设置');
  await openTab('校验');
  await pane.press('重新校验');
  expect(pane.view.getByRole<HTMLTextAreaElement>('textbox').value).toBe('据实');
  await pane.press('保存（2 处）');
  expect(await texts(pane)).toEqual(['据实', '据实']);
});

test('the copied list tells them', async () => {
  const pane = await checkedPane(puyang);
  await write(pane, overExecuted, '据实');
  await pane.press('保存（2 处）');
  await pane.press('复制清单');
  const box = pane.view.queryByRole<HTMLTextAreaElement>('textbox');
  const copied = box?.value ?? (await pane.page.navigator.clipboard.readText());
  expect(copied.split('已说明：据实').length).toBe(3);
});
