/** What can the user do with the list of findings: filter, walk, go to the cell, copy, a thousand of them? */
import { fireEvent } from '@testing-library/dom';
import { read, utils, write } from '@e965/xlsx';
import { specimen } from '../../../excel/openedExcel';
import { manyPairs } from '../../../excel/workbooks';
import { lastReport } from '../../../../src/taskpane/state/paneState';
import { checkedPane, shutPanes } from '../../memoryPane';
import type { MemoryPane } from '../../memoryPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const slip = { '统计表1!K12': '7580.924' };

/** The items, each by what its button says. */
const titles = ({ view }: MemoryPane) =>
  [...view.getByRole('region', { name: '审核结果' }).querySelectorAll('[data-entry]')].map(
    ({ textContent }) => textContent,
  );
const choose = async (pane: MemoryPane, name: string, option: string) =>
  pane.after(() => pane.user.selectOptions(pane.view.getByRole('combobox', { name }), option));
const key = (pane: MemoryPane, init: KeyboardEventInit) =>
  pane.after(() => {
    fireEvent.keyDown(pane.page.document.body, init);
    return Promise.resolve();
  });

describe('the list', () => {
  test('tells what is not read as meant first, what explains others, then what is alike together, errors before warnings', async () => {
    const pane = await checkedPane(puyang, { ...slip, '统计表1!C8': "'691.45" });
    expect(titles(pane)).toEqual([
      '教育·一般公共预算·预算数统计表1!C8',
      '医疗卫生与计划生育·合计·预算数统计表1!K12',
      '执行超预算 13 处统计表1!D7 等 13 格',
      '决算超执行 2 处统计表1!E18 等 2 格',
    ]);
  });

  test('says on the card why a right formula does not show what it should, and what to do', async () => {
    const { view } = await checkedPane('causes/not-recalculated.xlsx', {});
    const list = view.getByRole('region', { name: '审核结果' });
    expect(list.textContent).toContain('公式未重算，请按 F9');
  });

  test('is filtered by severity, sheet and rule', async () => {
    const pane = await checkedPane(puyang, slip);
    const before = titles(pane);
    await pane.press('筛选');
    await pane.press(/^提示 \d+$/);
    expect(titles(pane)).toEqual(before.slice(0, 1));
    await pane.press(/^提示 \d+$/);
    await choose(pane, '工作表', '统计表2');
    expect(titles(pane)).toEqual([
      '执行超预算 4 处统计表2!D6 等 4 格',
      expect.stringMatching(/^.*·决算数统计表2!E9$/),
    ]);
    await choose(pane, '审核项', 'R-020 决算超执行');
    expect(titles(pane)).toHaveLength(1);
    await choose(pane, '审核项', 'B-020 列合计');
    expect(pane.shown()).toContain('没有符合筛选条件的结果。');
    await pane.press('取消筛选');
    expect(titles(pane)).toEqual(before);
  });

  test('what is alike has a line for each place, with its figures; a click goes to the cell', async () => {
    const pane = await checkedPane(puyang);
    expect(pane.view.queryByRole('term')).toBeNull();
    await pane.press('2 处，最大相差 166 万元');
    const line = pane.view.getByTitle(/E18）填报 611.58，大于执行数/).closest('li');
    expect(line?.textContent).toMatch(/统计表1!E18填报611\.58不应超过445\.58多166$/);
    const terms = pane.view.getAllByRole('term').map(({ textContent }) => textContent);
    expect(terms.slice(0, 3)).toEqual(['填报', '不应超过', '多']);
    await pane.press('统计表1!E18');
    expect(pane.selection()).toBe('统计表1!E18');
  });

  test('a finding by itself stands with its figures, its sentence once it is selected', async () => {
    const pane = await checkedPane('puyang-2019-formulas.xlsx', { '统计表1!K12': '7580.942' });
    const finding = pane.view.getAllByRole('button', { name: /统计表1!K12$/ }).pop();
    if (finding === undefined) throw new Error('K12 is not listed');
    await pane.after(() => pane.user.click(finding));
    expect(pane.selection()).toBe('统计表1!K12');
    const current = pane.view.getByRole('button', { current: true });
    expect(current.textContent).toContain('K12');
    expect(current.closest('li')?.textContent).toContain('合计被手工改写：');
  });

  test('a total that is wrong and typed over is one item, which puts its formula back', async () => {
    const pane = await checkedPane('puyang-2019-formulas.xlsx', { '统计表1!K12': '7580.5' });
    expect(pane.view.getAllByRole('button', { name: /统计表1!K12$/ })).toHaveLength(1);
    expect(pane.shown()).toContain('恢复公式 =C12+G12');
    await pane.press(/^采用/);
    expect(pane.shown()).toContain('=C12+G12');
  });

  test('what follows from a suspected cell stands beneath it, not apart', async () => {
    const pane = await checkedPane(puyang, { '统计表1!E7': '2700' });
    expect(titles(pane)).toEqual([
      expect.stringMatching(/^.*统计表1!E7$/),
      '执行超预算 13 处统计表1!D7 等 13 格',
      '决算超执行 2 处统计表1!E18 等 2 格',
    ]);
    expect(pane.view.queryByTitle(/E7）填报 2,700，大于执行数/)).toBeNull();
    await pane.press(/^解决 \d+ 项不符/);
    expect(pane.view.getAllByTitle(/E7）填报 2,700，大于执行数/)).not.toEqual([]);
  });

  test('F8 and Shift+F8 visit every cell of every item, arrows move among the items', async () => {
    const pane = await checkedPane(puyang);
    const seen: string[] = [];
    for (let step = 0; step < 15; step += 1) {
      await key(pane, { key: 'F8' });
      seen.push(pane.selection());
    }
    const sheet1 = ['D7', 'D8', 'D10', 'D12', 'D14', 'H14', 'D17', 'D23', 'H23'];
    const sheet2 = ['D6', 'H6', 'D10', 'H10'];
    expect(new Set(seen.slice(0, 13))).toEqual(
      new Set([
        ...sheet1.map((cell) => `统计表1!${cell}`),
        ...sheet2.map((cell) => `统计表2!${cell}`),
      ]),
    );
    expect(seen.slice(13)).toEqual(['统计表1!E18', '统计表2!E9']);
    expect(pane.shown()).toContain('2 / 2 · 第 2/2 格');
    await key(pane, { key: 'F8' });
    expect(pane.selection()).toBe('统计表1!D7');
    expect(pane.shown()).toContain('1 / 2 · 第 1/13 格');
    await key(pane, { key: 'F8', shiftKey: true });
    expect(pane.selection()).toBe('统计表2!E9');

    const [first, second] = [
      pane.view.getByRole('button', { name: /^执行超预算/ }),
      pane.view.getByRole('button', { name: /^决算超执行/ }),
    ];
    first.focus();
    await pane.user.keyboard('{ArrowDown}');
    expect(pane.page.document.activeElement).toBe(second);
    await pane.after(() => pane.user.keyboard('{Enter}'));
    expect(pane.selection()).toBe('统计表1!E18');
    await pane.user.keyboard('{Home}');
    expect(pane.page.document.activeElement).toBe(first);
    await pane.user.keyboard('{End}');
    expect(pane.page.document.activeElement).toBe(second);
  });

  test('is copied as text, with suspected slips first; as filtered', async () => {
    const pane = await checkedPane(puyang, slip);
    await pane.press('复制清单');
    expect(pane.shown()).toContain('已复制错误和提示共 17 项');
    const copied = async () => (await pane.page.navigator.clipboard.readText()).split('\r\n');
    const lines = await copied();
    expect(lines).toHaveLength(19);
    expect(lines[0]).toBe('濮阳市财政局 · 2019 年 · 万元 · 年度报告');
    expect(lines[1]).toMatch(/^1\. \[疑似填错\] 统计表1: .*疑为 7,580\.942/);
    expect(lines[2]).toMatch(/^ {3}- \[错误 B-010 行合计\] 统计表1: /);
    expect(lines).toContainEqual(
      expect.stringMatching(/^\d+\. \[提示 R-010 执行超预算\] 统计表1: .*D7）填报 2,628.37/),
    );
    await pane.press('筛选');
    await pane.press(/^提示 \d+$/);
    await pane.press('复制清单');
    expect(await copied()).toHaveLength(4);
  });

  test('is copied unit by unit, with what ties and what was not checked', async () => {
    const pane = await checkedPane(manyPairs(3), { '单位1表1!C12': '1', '单位3表1!C12': '1' });
    const units = await copiedLines(pane);
    const titles = units.filter((line) => line.endsWith(' · 年度报告'));
    expect(titles).toHaveLength(3);
    const numbers = units.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)));
    await pane.shut();

    const tied = await checkedPane('puyang-2019-formulas.xlsx', { '统计表1!E18': '611.85' });
    const lines = await copiedLines(tied);
    expect(lines).toContainEqual(expect.stringMatching(/^1\. \[几种可能\] .*有 2 种可能/));
    expect(lines.filter((line) => /^ {3}可能：.*疑为/.test(line))).toHaveLength(2);
    await tied.shut();

    const refused = await checkedPane(puyang, { '统计表2!F3': '其他资金' });
    expect((await copiedLines(refused)).at(-1)).toMatch(
      /^\[未审核\] “统计表2”（A3）像是统计表，但列标题 F3“其他资金” 无法识别，因此找不到：政府性基金预算/,
    );
  });

  test('stands as text to be copied by hand where the page may not use the clipboard', async () => {
    const pane = await checkedPane(puyang);
    Object.defineProperty(pane.page.navigator, 'clipboard', { value: undefined });
    await pane.press('复制清单');
    const text = pane.view.getByRole<HTMLTextAreaElement>('textbox', { name: /按 Ctrl\+C 复制/ });
    expect(text.value.split('\n')).toHaveLength(16);
  });

  test('a thousand findings: only so many lines are in the page as are looked at', async () => {
    const pane = await checkedPane(thousand());
    const [, errors = ''] = /^有错误 ([\d,]+)$/.exec(pane.heading()) ?? [];
    expect(Number(errors.replace(',', ''))).toBeGreaterThan(1000);
    await pane.press(/^甲县财政局/);
    const lines = () => pane.view.getAllByRole('listitem').length;
    const folded = lines();
    await pane.press(/^22\d 处/);
    expect(lines() - folded).toBe(60);
    await pane.press(/^再显示 60 条（还有 \d+ 条）$/);
    expect(lines() - folded).toBe(120);
  });
});

async function copiedLines(pane: MemoryPane): Promise<string[]> {
  await pane.press('复制清单');
  return (await pane.page.navigator.clipboard.readText()).split('\r\n');
}

/** Six units' pairs with every figure stored as text. */
function thousand(): Uint8Array {
  const book = utils.book_new();
  for (const copy of ['县', '区']) {
    const source = read(specimen('pairs/three.xlsx'), { type: 'array', cellNF: true });
    for (const [name, sheet] of Object.entries(source.Sheets)) {
      for (const cell of Object.values(sheet)) storeAsText(cell as StoredCell, copy);
      utils.book_append_sheet(book, sheet, `${copy}${name}`);
    }
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

interface StoredCell {
  t?: string;
  v?: string | number | boolean;
  f?: string;
  w?: string;
}

function storeAsText(cell: StoredCell, copy: string): void {
  if (cell.v === undefined) return;
  cell.t = 's';
  cell.v = String(cell.v).replace('县', copy);
  delete cell.f;
  delete cell.w;
}

describe('全部采用', () => {
  test('shows all that is certain in one preview, writes it at once, and is undone at once', async () => {
    const slips = {
      '统计表1!K12': '7580.924',
      '统计表1!D20': '-318',
      '统计表2!C8': '7677.2',
    };
    const pane = await checkedPane(puyang, slips);
    const before = titles(pane);
    const wrong = pane.heading();
    await pane.press('全部采用（3）');
    expect(pane.view.getAllByRole('checkbox', { checked: true })).toHaveLength(3);
    expect(pane.view.queryAllByRole('checkbox', { checked: false })).toEqual([]);
    await pane.press('写入 3 格');
    expect(pane.heading()).toBe('有提示 15');
    expect(pane.view.queryByRole('button', { name: /^全部采用/ })).toBeNull();
    await pane.after(() => pane.writing.undo());
    expect(pane.heading()).toBe(wrong);
    expect(titles(pane)).toEqual(before);
  });

  test('has figures held as text beside slips; no other button speaks of all', async () => {
    const pane = await checkedPane(puyang, {
      '统计表1!K12': '7580.924',
      '统计表1!C8': "'691.45",
      '统计表1!D14': "'5,722.37",
    });
    const words = () => pane.view.getAllByRole('button').map(({ textContent }) => textContent);
    expect(words()).toContain('改正 2 处');
    expect(words().filter((word) => word.startsWith('全部'))).toEqual(['全部采用（2）']);
    expect(pane.shown()).not.toContain('逐处改正');
    await pane.press('全部采用（2）');
    expect(pane.view.getAllByRole('checkbox', { checked: true })).toHaveLength(3);
    await pane.press('写入 3 格');
    expect(pane.heading()).toBe('有提示 15');
  });

  test('of several units names each in its rows', async () => {
    const pane = await checkedPane(manyPairs(3), {
      '单位1表1!K12': '7580.924',
      '单位3表1!K12': '7580.924',
    });
    await pane.press('全部采用（2）');
    const rows = pane.view.getAllByRole('checkbox').map(({ ariaLabel }) => ariaLabel);
    expect(rows).toEqual([
      expect.stringMatching(/^濮阳市财政局（第 1 套） · 单位1表1 · .*（K12）$/),
      expect.stringMatching(/^濮阳市财政局（第 3 套） · 单位3表1 · .*（K12）$/),
    ]);
    expect(pane.shown()).toContain('濮阳市财政局（第 3 套） · 单位3表1');
  });

  test('is not offered for one', async () => {
    const pane = await checkedPane(puyang, slip);
    expect(pane.view.getAllByRole('button', { name: /^采用/ })).toHaveLength(1);
    expect(pane.view.queryByRole('button', { name: /^全部采用/ })).toBeNull();
  });
});

describe('several units', () => {
  test('are listed by need, found by name, opened and left again with the focus where it was', async () => {
    const pane = await checkedPane(manyPairs(3), {
      '单位3表1!C12': '1',
      '单位2表2!D6': '1',
      '单位2表1!C12': '1',
    });
    const all = titles(pane);
    expect(all).toHaveLength(3);
    expect(all[0]).toMatch(/第 2 套.*有错误 \d+/);
    expect(all[1]).toMatch(/第 3 套.*有错误 \d+/);
    expect(all[2]).toMatch(/第 1 套.*有提示 15$/);

    await pane.user.click(pane.view.getByRole('checkbox', { name: '只看有错误的' }));
    expect(titles(pane)).toEqual(all.slice(0, 2));
    await pane.after(() =>
      pane.user.type(pane.view.getByRole('searchbox', { name: '按名称查找单位' }), '第３套'),
    );
    expect(titles(pane)).toEqual([all[1]]);

    await pane.press(/第 3 套/);
    expect(titles(pane)).not.toEqual([all[1]]);
    expect(
      pane.view.getByRole('button', { name: '濮阳市财政局（第 3 套） · 2019 年 · 万元' }),
    ).toBeTruthy();
    await pane.press('返回单位列表');
    expect(titles(pane)).toEqual([all[1]]);
    expect(pane.page.document.activeElement?.textContent).toBe(all[1]);
  });

  test('within one its own verdict and counts stand, and its sheet is in front', async () => {
    const pane = await checkedPane(manyPairs(2), { '单位2表1!C12': '1' });
    const { view } = pane;
    const whole = pane.heading();
    expect(whole).toMatch(/^有错误 \d+$/);
    expect(view.getByText('提示 30')).toBeTruthy();

    await pane.press(/第 1 套/);
    expect(pane.heading()).toBe('有提示 15');
    expect(view.queryByText(/^(错误|提示) \d/)).toBeNull();
    expect(view.getByRole('region', { name: '有提示 15' })).toBeTruthy();
    expect(pane.selection()).toBe('单位1表1!A3');

    await pane.press('返回单位列表');
    expect(pane.heading()).toBe(whole);
    await pane.press(/第 2 套/);
    expect(pane.heading()).toBe(whole);
    expect(view.getByText('提示 15')).toBeTruthy();
    expect(pane.selection()).toBe('单位2表1!A3');
  });

  test('their tables are named within each of them, not all at once', async () => {
    const pane = await checkedPane(manyPairs(2));
    expect(pane.view.getByText('2 个单位').closest('button')).toBeNull();
    expect(pane.shown()).not.toMatch(/[A-Z]+\d+:[A-Z]+\d+/);
    await pane.press(/第 2 套/);
    await pane.press('濮阳市财政局（第 2 套） · 2019 年 · 万元');
    expect(pane.shown()).toContain('已识别 2 张表');
    expect(pane.shown()).toContain('单位2表1!A3:M24');
    expect(pane.shown()).not.toContain('单位1表1!');
  });

  test('one whose sheet cannot be shown is opened all the same, without a notice', async () => {
    const pane = await checkedPane(manyPairs(2), { '单位2表1!C12': '1' });
    const goTo = jest
      .spyOn(pane.control.ports.workbook, 'goTo')
      .mockResolvedValue({ ok: false, fault: { code: 'cellEditing' } });
    await pane.press(/第 1 套/);
    expect(goTo).toHaveBeenCalledWith({ sheet: '单位1表1', cell: 'A3' });
    expect(pane.heading()).toBe('有提示 15');
    expect(pane.control.store.get().notice).toBeNull();
  });

  test('F8 goes from the last cell of one to the first of the next', async () => {
    const pane = await checkedPane(manyPairs(2), { '单位2表1!C12': '1' });
    await key(pane, { key: 'F8' });
    expect(pane.selection()).toBe('单位2表1!C12');
    await key(pane, { key: 'F8', shiftKey: true });
    expect(pane.selection()).toMatch(/^单位1表/);
    await key(pane, { key: 'F8' });
    expect(pane.selection()).toBe('单位2表1!C12');
  });
});

describe('F8', () => {
  test('takes the keyboard along among the items, and leaves it where it is elsewhere', async () => {
    const pane = await checkedPane(puyang);
    const [first, second] = [
      pane.view.getByRole('button', { name: /^执行超预算/ }),
      pane.view.getByRole('button', { name: /^决算超执行/ }),
    ];
    first.focus();
    await key(pane, { key: 'F8', ctrlKey: true });
    await key(pane, { key: 'F8', ctrlKey: true });
    expect(second.getAttribute('aria-current')).toBe('true');
    expect(pane.page.document.activeElement).toBe(second);
    const again = pane.view.getByRole('button', { name: '重新校验' });
    again.focus();
    await key(pane, { key: 'F8', ctrlKey: true });
    expect(first.getAttribute('aria-current')).toBe('true');
    expect(pane.page.document.activeElement).toBe(again);
  });

  test('with Ctrl goes from item to item, however many cells an item has', async () => {
    const pane = await checkedPane('causes/table2-in-yuan.xlsx');
    const ctrl = async (shiftKey = false) => {
      await key(pane, { key: 'F8', ctrlKey: true, shiftKey });
      return pane.selection();
    };
    const items = titles(pane).length;
    expect(items).toBeGreaterThan(1);
    await key(pane, { key: 'F8' });
    await key(pane, { key: 'F8' });
    expect(pane.shown()).toContain(`1 / ${items} · 第 2/63 格`);
    const second = await ctrl();
    expect(pane.shown()).toContain(`2 / ${items}`);
    await ctrl(true);
    expect(pane.shown()).toContain(`1 / ${items} · 第 1/63 格`);
    expect(await ctrl()).toBe(second);
    // On from the last to the first.
    for (let step = 1; step < items; step += 1) await ctrl();
    expect(pane.shown()).toContain(`1 / ${items} · 第 1/63 格`);
    await pane.after(async () => {
      await pane.user.keyboard('{Control>}');
      await pane.user.click(pane.view.getByRole('button', { name: /^下一格/ }));
      await pane.user.keyboard('{/Control}');
    });
    expect(pane.selection()).toBe(second);
  });

  test('visits every cell of a large act, and goes on after the last', async () => {
    const pane = await checkedPane('causes/table2-in-yuan.xlsx');
    const visited: string[] = [];
    for (let cell = 1; cell <= 63; cell += 1) {
      await key(pane, { key: 'F8' });
      visited.push(pane.selection());
      expect(pane.shown()).toContain(` · 第 ${cell}/63 格`);
    }
    const { check } = pane.control.store.get();
    const act = lastReport(check)?.units[0]?.items.find((item) => item.kind === 'event');
    expect(visited).toEqual(
      act?.correction?.corrections.map(({ place: { sheet, cell } }) => `${sheet}!${cell}`),
    );
    expect(new Set(visited).size).toBe(63);
    await key(pane, { key: 'F8' });
    expect(pane.shown()).toMatch(/2 \/ \d+/);
  });

  test('visits a cell once that two complaints are about', async () => {
    const pane = await checkedPane('layouts/stacked-one-heading.xlsx', {}, { today: '2024-03-01' });
    await choose(pane, '报送期', '7月份报送');
    expect(titles(pane)).toEqual(['年份可疑 2 处购买服务!K2']);
    expect([await position(pane, 1), await position(pane, 1)]).toEqual(['1 / 1', '1 / 1']);
    expect(pane.selection()).toBe('购买服务!K2');
  });

  test('goes on from where a corrected finding stood', async () => {
    const asText = {
      '统计表1!C7': "'2625.51",
      '统计表1!C8': "'691.45",
      '统计表1!C9': "'80.6",
    };
    const pane = await checkedPane(puyang, asText);
    expect(await position(pane, 2)).toBe('1 / 3 · 第 2/3 格');
    expect(pane.selection()).toBe('统计表1!C8');
    await pane.type({ '统计表1!C8': '691.45' });
    await pane.until(() => {
      expect(pane.heading()).toBe('有错误 2');
    });
    expect(await position(pane, 1)).toBe('1 / 3 · 第 2/2 格');
    expect(pane.selection()).toBe('统计表1!C9');
  });
});

/** Presses F8 so many times; where in the list that leads. */
async function position(pane: MemoryPane, times: number): Promise<string> {
  for (let time = 0; time < times; time += 1) await key(pane, { key: 'F8' });
  return pane.view.getByText(/^\d+ \/ \d+( · 第 \d+\/\d+ 格)?$/).textContent;
}
