/** Which choices does the pane remember, what does it leave in the workbook, and what does it write? */
import { within } from '@testing-library/dom';
import type { MemoryPane, MemoryPaneOptions } from '../memoryPane';
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';
import { checkedPane as checkedInExcel, realPane } from '../realPane';
import type { WorkbookPane } from '../shownPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const slip = { '统计表1!K12': '7580.924' };
const warnings = [
  'warning 统计表1!D7:D8 D10 D12 D14 H14 D17 E18 D23 H23',
  'warning 统计表2!D6 H6 E9 D10 H10',
];

/** Flips a switch of 设置 and goes back to 校验; what was shown before going back. */
async function flip(pane: WorkbookPane, name: string): Promise<string> {
  await openTab(pane, '设置');
  await pane.after(() => pane.user.click(pane.view.getByRole('switch', { name })));
  const shown = pane.shown();
  await openTab(pane, '校验');
  return shown;
}
async function isOn(pane: WorkbookPane, name: string): Promise<boolean> {
  await openTab(pane, '设置');
  const { checked } = pane.view.getByRole<HTMLInputElement>('switch', { name });
  await openTab(pane, '校验');
  return checked;
}
const chooseRound = (pane: WorkbookPane, option: string) =>
  pane.after(() =>
    pane.user.selectOptions(pane.view.getByRole('combobox', { name: '报送期' }), option),
  );
const openTab = (pane: WorkbookPane, name: string) =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name })));
async function content({ workbook }: WorkbookPane, sheet: string, cell: string): Promise<unknown> {
  const read = await workbook.readCells([{ sheet, cell }]);
  return read.ok ? read.value[0]?.content : read.fault;
}

/** Shuts the pane, and opens another one beside the workbook as it is by then. */
async function reopened(pane: MemoryPane, options: MemoryPaneOptions = {}): Promise<MemoryPane> {
  await pane.shut();
  return memoryPane(puyang, { ...options, open: pane.workbook });
}

describe('the reporting round', () => {
  const inTheYear = ['执行超预算 13 处', '决算超执行 2 处'];
  // In July the final accounts are last year's and the tables this year's.
  const inJuly = ['执行超预算 13 处', '年份可疑 2 处'];
  const rules = ({ view }: WorkbookPane) =>
    view.getAllByRole('button', { name: / 处/ }).flatMap(({ textContent }) => {
      const [, title] = /^(.* \d+ 处)统计表/.exec(textContent) ?? [];
      return title === undefined ? [] : [title];
    });

  test('changes what is asked of the figures at once, and travels in the workbook', async () => {
    const pane = await checkedInExcel(puyang);
    expect(rules(pane)).toEqual(inTheYear);
    await chooseRound(pane, '7月份报送');
    expect(rules(pane)).toEqual(inJuly);
    const saved = await pane.host.save();
    await pane.shut();
    const again = await checkedInExcel(saved);
    const round = again.view.getByRole<HTMLSelectElement>('combobox', { name: '报送期' });
    expect(round.selectedOptions[0]?.textContent).toBe('7月份报送');
    expect(rules(again)).toEqual(inJuly);
  });

  test('chosen before the first check, it is the round of that check', async () => {
    const pane = await memoryPane(puyang);
    await chooseRound(pane, '7月份报送');
    await pane.press('一键校验');
    expect(rules(pane)).toEqual(inJuly);
    await chooseRound(pane, '年度报告');
    expect(rules(pane)).toEqual(inTheYear);
  });
});

describe('a workbook that cannot keep the round', () => {
  test('is told; the figures are checked under it all the same, and the next try keeps it', async () => {
    const pane = await checkedInExcel(puyang);
    const keep = pane.host.writeDocumentSettings.bind(pane.host);
    pane.host.writeDocumentSettings = () => {
      throw new Error('read-only');
    };
    await chooseRound(pane, '7月份报送');
    expect(pane.shown()).toContain('报送期未能存入工作簿，本次仍按所选报送期审核。');
    expect(pane.shown()).toContain('年份可疑');
    expect(pane.host.readDocumentSettings().size).toBe(0);
    pane.host.writeDocumentSettings = keep;
    await chooseRound(pane, '年度报告');
    await chooseRound(pane, '7月份报送');
    expect(pane.documentSettings.read('reportingRound')).toBe('"july"');
    expect(pane.host.readDocumentSettings().size).toBe(1);
    expect(pane.shown()).not.toContain('未能存入');
  });
});

describe('marks', () => {
  test('go off at one switch and on again, and it is said', async () => {
    const pane = await checkedPane(puyang);
    expect(pane.marks()).toEqual(warnings);
    const shown = await flip(pane, '表内标记');
    expect(pane.marks()).toEqual([]);
    expect(shown).toContain('标记已全部清除，格式恢复原样。');
    await pane.press('重新校验');
    expect(pane.marks()).toEqual([]);
    await flip(pane, '表内标记');
    expect(pane.marks()).toEqual(warnings);
  });

  test('survive saving and reopening, are not doubled by the next check, and still come off', async () => {
    const pane = await checkedInExcel(puyang);
    const kept = pane.kept();
    const saved = await pane.host.save();
    await pane.shut();
    const again = await realPane(saved, { kept });
    expect(again.marks()).toEqual(warnings);
    await again.press('一键校验');
    expect(again.marks()).toEqual(warnings);
    await flip(again, '表内标记');
    expect(again.marks()).toEqual([]);
    const cleared = await again.host.save();
    await again.shut();
    expect((await realPane(cleared)).marks()).toEqual([]);
  });

  test('of an earlier day come off without a check', async () => {
    const pane = await checkedPane(puyang);
    const again = await reopened(pane);
    await openTab(again, '设置');
    await again.press('清除表内标记');
    expect(again.marks()).toEqual([]);
  });

  test('of an earlier day come off at the switch before anything is checked', async () => {
    const pane = await checkedPane(puyang);
    const again = await reopened(pane, { kept: pane.kept() });
    expect(again.heading()).toBe('未校验');
    const shown = await flip(again, '表内标记');
    expect(again.marks()).toEqual([]);
    expect(shown).toContain('标记已全部清除');
    expect(again.heading()).toBe('未校验');
  });

  test('of an earlier day do not outlast a check that is to leave no marks', async () => {
    const pane = await checkedPane(puyang);
    const kept = { ...pane.kept(), preferences: JSON.stringify({ marks: 'off' }) };
    const again = await reopened(pane, { kept });
    expect(again.marks()).toEqual(warnings);
    await again.press('一键校验');
    expect(again.heading()).toBe('有提示 15');
    expect(again.marks()).toEqual([]);
  });

  test('taken off by the ribbon, the switch says so, and one click brings them back', async () => {
    const pane = await checkedPane(puyang);
    await pane.after(() => pane.control.clearMarks());
    expect([await isOn(pane, '表内标记'), pane.marks()]).toEqual([false, []]);
    await flip(pane, '表内标记');
    expect([await isOn(pane, '表内标记'), pane.marks()]).toEqual([true, warnings]);
    await pane.after(() => pane.control.clearMarks());
    await pane.press('重新校验');
    expect([await isOn(pane, '表内标记'), pane.marks()]).toEqual([true, warnings]);
  });

  test('wiped off by hand come back with whatever is asked for', async () => {
    const pane = await checkedPane(puyang);
    const wipe = () => {
      pane.workbook.sheet('统计表2').marks = [];
    };
    wipe();
    expect(pane.marks()).toEqual(warnings.slice(0, 1));
    await pane.press('重新校验');
    expect(pane.marks()).toEqual(warnings);
    wipe();
    await pane.after(() => pane.control.setMarks('on'));
    expect(pane.marks()).toEqual(warnings);
  });

  test('switched on over a list that is old, they are those of a new check', async () => {
    const pane = await checkedInExcel(puyang);
    await flip(pane, '改后自动审核');
    await pane.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表1').getRange('1:3').insert('Down');
      await context.sync();
    });
    await pane.until(() => {
      expect(pane.heading()).toBe('数据已改动');
    });
    await flip(pane, '表内标记');
    await flip(pane, '表内标记');
    expect(pane.heading()).toBe('有提示 15');
    expect(pane.marks()[0]).toBe('warning 统计表1!D10:D11 D13 D15 D17 H17 D20 E21 D26 H26');
  });

  test('switched off, they stay off on this machine', async () => {
    const pane = await checkedPane(puyang);
    await flip(pane, '表内标记');
    const kept = pane.kept();
    await pane.shut();
    const again = await checkedPane(puyang, {}, { kept });
    expect(await isOn(again, '表内标记')).toBe(false);
    expect(again.marks()).toEqual([]);
  });
});

describe('checking while editing', () => {
  test('switched off, an edit withdraws the verdict; on, it catches up; remembered', async () => {
    const pane = await checkedPane(puyang);
    await flip(pane, '改后自动审核');
    pane.workbook.calls.length = 0;
    await pane.type({ '统计表1!K12': '1' });
    await pane.until(() => {
      expect(pane.heading()).toBe('数据已改动');
    });
    expect(pane.shown()).toContain('上次校验之后有改动，请重新校验。');
    // No figure is read.
    await pane.pass(600);
    expect(pane.workbook.calls).toEqual([]);
    expect(pane.heading()).toBe('数据已改动');

    await flip(pane, '改后自动审核');
    expect(pane.heading()).toMatch(/^有错误/);

    await flip(pane, '改后自动审核');
    const kept = pane.kept();
    await pane.shut();
    const again = await checkedPane(puyang, {}, { kept });
    expect(await isOn(again, '改后自动审核')).toBe(false);
  });
});

describe('writing', () => {
  test('adopting a proposal: preview, write, checked again, undone', async () => {
    const pane = await checkedPane(puyang, slip);
    await pane.press(/^采用/);
    expect(await content(pane, '统计表1', 'K12')).toBe(7580.924);
    await pane.press('写入 1 格');
    expect(await content(pane, '统计表1', 'K12')).toBe(7580.942);
    expect(pane.heading()).toBe('有提示 15');
    // Ctrl+Z would take back the figure, not marks.
    expect(pane.marks()).toContain('culprit 统计表1!K12');
    expect(pane.shown()).toContain('标记待重新校验更新');
    await pane.press('撤销');
    expect(await content(pane, '统计表1', 'K12')).toBe(7580.924);
    expect(pane.heading()).toBe('有错误 2');
    // It is taken back once.
    await openTab(pane, '填报');
    expect(pane.shown()).not.toContain('撤销');
    expect(pane.control.store.get().undo).toBeNull();
  });

  test('adopting from a list that is old writes nothing, but checks again', async () => {
    const pane = await checkedInExcel(puyang, slip);
    await flip(pane, '改后自动审核');
    // The suspected cell's line stands one row lower, another one where it stood.
    await pane.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表1').getRange('5:5').insert('Down');
      await context.sync();
    });
    await pane.until(() => {
      expect(pane.heading()).toBe('数据已改动');
    });
    await pane.press(/^采用/);
    expect(pane.shown()).toContain('校验之后表内有改动，已重新校验。请按新的结果改正。');
    expect(pane.view.queryByRole('button', { name: /^写入/ })).toBeNull();
    expect(pane.heading()).toMatch(/^有错误/);
    await pane.press(/^采用/);
    await pane.press('写入 1 格');
    expect(await content(pane, '统计表1', 'K13')).toBe(7580.942);
    expect(await content(pane, '统计表1', 'K12')).toBe(1401.08);
  });

  test('filling: blank totals are preselected, typed ones are not, nothing is written on cancel', async () => {
    const pane = await memoryPane(puyang);
    await pane.type({ '统计表1!K5': '' });
    await openTab(pane, '填报');
    await pane.press('预览');
    expect(pane.view.getByRole('button', { name: '写入 1 格' })).toBeTruthy();
    const boxes = within(pane.container).getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.filter((box) => box.checked).map((box) => box.ariaLabel)).toEqual([
      '统计表1 · 一般事务·合计·预算数（K5）',
    ]);
    await pane.press('取消');
    expect(await content(pane, '统计表1', 'K5')).toBe('');
  });
});

test('the button that writes comes before the list of cells with the tab key', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  await pane.type({ '统计表1!J5': '' });
  await pane.after(() => pane.writing.previewFill(null));
  pane.view.getByRole('button', { name: '全不选' }).focus();
  await pane.user.tab();
  expect(pane.page.document.activeElement?.textContent).toMatch(/^写入 \d+ 格$/);
  await pane.after(() => pane.user.keyboard('{Enter}'));
  expect(pane.shown()).toContain('已写入');
});
