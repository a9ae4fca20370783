/** What can the user do with the list of findings: filter, walk, go to the cell, copy, a thousand of them? */
import { fireEvent, within } from '@testing-library/dom';
import { read, utils, write } from '@e965/xlsx';
import { specimen } from '../../../excel/openedExcel';
import { manyPairs } from '../../../excel/workbooks';
import { checkedPane, shutPanes } from '../../realPane';
import type { RealPane } from '../../realPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const slip = { '统计表1!K12': '7580.924' };

const items = ({ view }: RealPane) => view.queryAllByRole('listitem');
const sections = ({ view }: RealPane) =>
  view.getAllByRole('heading', { level: 3 }).map((title) => title.textContent);
const choose = async (pane: RealPane, name: string, option: string) =>
  pane.after(() => pane.user.selectOptions(pane.view.getByRole('combobox', { name }), option));

describe('the list', () => {
  test('is grouped by rule, sheet or severity, errors first, and the grouping is remembered', async () => {
    const pane = await checkedPane(puyang, slip);
    expect(sections(pane)).toEqual([
      '最可能填错的地方1',
      'R-010 执行超预算13',
      'R-020 决算超执行2',
    ]);
    await pane.press('筛选');
    await choose(pane, '分组', '按工作表');
    expect(sections(pane)).toEqual(['最可能填错的地方1', '统计表110', '统计表25']);
    await choose(pane, '分组', '按严重程度');
    expect(sections(pane)).toEqual(['最可能填错的地方1', '提示15']);
    const kept = pane.kept();
    await pane.shut();
    const again = await checkedPane(puyang, {}, { kept });
    expect(sections(again)).toEqual(['提示15']);
  });

  test('is filtered by severity, sheet and rule', async () => {
    const pane = await checkedPane(puyang, slip);
    const before = items(pane).length;
    await pane.press(/^提示 \d+$/);
    expect(items(pane)).toHaveLength(before - 15);
    await pane.press(/^提示 \d+$/);
    await pane.press('筛选');
    await choose(pane, '工作表', '统计表2');
    expect(pane.view.queryByText('统计表1!D7')).toBeNull();
    expect(pane.view.getByText('统计表2!D6')).toBeTruthy();
    await choose(pane, '审核项', 'R-020 决算超执行');
    expect(items(pane).map((item) => within(item).getAllByText(/!/)[0]?.textContent)).toEqual([
      '统计表2!E9',
    ]);
    await choose(pane, '审核项', 'B-020 列合计');
    expect(pane.shown()).toContain('没有符合筛选条件的结果。');
    await pane.press('取消筛选');
    expect(items(pane)).toHaveLength(before);
  });

  test('shows cell, sentence and figures; a click goes to the cell', async () => {
    const pane = await checkedPane('puyang-2019-formulas.xlsx', { '统计表1!K12': '7580.5' });
    await pane.host.select('统计表1', 'A1');
    await pane.press(/统计表2!D6/);
    expect(pane.selection()).toBe('统计表2!D6');
    await pane.press(/合计被手工改写.*K12/);
    expect(pane.selection()).toBe('统计表1!K12');
    expect(pane.view.getByRole('button', { current: true }).textContent).toContain('K12');
  });

  test('stated, computed and difference stand under the selected finding', async () => {
    const pane = await checkedPane(puyang);
    await pane.press(/决算超执行.*统计表1!E18/);
    const terms = pane.view.getAllByRole('term').map(({ textContent }) => textContent);
    expect(terms).toEqual(['填报值', '不应超过', '差额']);
    expect(pane.view.getAllByRole('definition').map((given) => given.textContent)).toEqual([
      '611.58',
      '445.58',
      '166',
    ]);
  });

  test('what follows from a suspected cell stands beneath it, not apart', async () => {
    const pane = await checkedPane(puyang, { '统计表1!E7': '2700' });
    expect(sections(pane)).toEqual([
      '最可能填错的地方1',
      'R-010 执行超预算13',
      'R-020 决算超执行2',
    ]);
    expect(pane.view.queryByText(/E7）填报 2,700，大于执行数/)).toBeNull();
    await pane.press(/^由此引起的不符/);
    expect(pane.view.getByText(/E7）填报 2,700，大于执行数/)).toBeTruthy();
  });

  test('F8 and Shift+F8 go from cell to cell, arrows move within the list', async () => {
    const pane = await checkedPane(puyang);
    const key = (init: KeyboardEventInit) =>
      pane.after(() => {
        fireEvent.keyDown(pane.page.document.body, init);
        return Promise.resolve();
      });
    const seen: string[] = [];
    for (const shiftKey of [false, false, true]) {
      await key({ key: 'F8', shiftKey });
      seen.push(pane.selection());
    }
    expect(seen).toEqual(['统计表1!D7', '统计表1!D8', '统计表1!D7']);
    expect(pane.shown()).toContain('1 / 15');
    await key({ key: 'F8', shiftKey: true });
    expect(pane.selection()).toBe('统计表2!E9');

    const [first, second] = items(pane).map((item) => within(item).getAllByRole('button')[0]);
    first?.focus();
    await pane.user.keyboard('{ArrowDown}');
    expect(pane.page.document.activeElement).toBe(second);
    await pane.after(() => pane.user.keyboard('{Enter}'));
    expect(pane.selection()).toBe('统计表1!D8');
    await pane.user.keyboard('{End}');
    expect(pane.page.document.activeElement?.textContent).toContain('统计表2!E9');
    await pane.user.keyboard('{Home}');
    expect(pane.page.document.activeElement).toBe(first);
  });

  test('is copied as text, with suspected slips first; as filtered', async () => {
    const pane = await checkedPane(puyang, slip);
    await pane.press('复制清单');
    expect(pane.shown()).toContain('已复制 17 条');
    const copied = async () => (await pane.page.navigator.clipboard.readText()).split('\r\n');
    const lines = await copied();
    expect(lines).toHaveLength(19);
    expect(lines[0]).toBe('濮阳市财政局 · 2019 年 · 万元 · 年度报告');
    expect(lines[1]).toMatch(/^1\. \[疑似填错\] 统计表1: .*疑为 7,580\.942/);
    expect(lines[2]).toMatch(/^ {3}- \[错误 B-010 行合计\] 统计表1: /);
    expect(lines).toContainEqual(
      expect.stringMatching(/^\d+\. \[提示 R-010 执行超预算\] 统计表1: .*D7）填报 2,628.37/),
    );
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

  test('a thousand findings: only so many are in the page as are looked at', async () => {
    const pane = await checkedPane(thousand());
    const [, errors = ''] = /^有错误 ([\d,]+)$/.exec(pane.heading()) ?? [];
    expect(Number(errors.replace(',', ''))).toBeGreaterThan(1000);
    expect(items(pane)).toHaveLength(60);
    await pane.press(/^再显示 60 条（还有 [\d,]+ 条）$/);
    expect(items(pane)).toHaveLength(120);
    await pane.press('下一条（F8）');
    expect(pane.shown()).toMatch(/1 \/ 1,\d{3}/);
    const first = items(pane)[0]?.querySelector('button');
    first?.focus();
    await pane.user.keyboard('{End}');
    expect(items(pane).length).toBeGreaterThan(1000);
    expect(pane.page.document.activeElement).toBe(items(pane).at(-1)?.querySelector('button'));
  });
});

async function copiedLines(pane: RealPane): Promise<string[]> {
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

describe('F8', () => {
  test('goes through complaints that are alike, one after the other', async () => {
    const pane = await checkedPane('layouts/stacked-one-heading.xlsx', {}, { today: '2024-03-01' });
    const round = pane.view.getByRole('combobox', { name: '报送期' });
    await pane.after(() => pane.user.selectOptions(round, '7月份报送'));
    const seen = new Set<string>();
    for (let steps = 0; steps < 2; steps += 1) {
      await pane.after(() => pane.user.keyboard('{F8}'));
      seen.add(/\d+ \/ \d+/.exec(pane.shown())?.[0] ?? '');
    }
    expect([...seen]).toEqual(['1 / 2', '2 / 2']);
  });

  test('goes on from where a corrected finding stood', async () => {
    const asText = {
      '统计表1!C7': "'2625.51",
      '统计表1!C8': "'691.45",
      '统计表1!C9': "'80.6",
    };
    const pane = await checkedPane(puyang, asText);
    expect(await position(pane, 2)).toBe('2 / 18');
    expect(pane.selection()).toBe('统计表1!C8');
    await pane.type({ '统计表1!C8': '691.45' });
    await pane.until(() => {
      expect(pane.heading()).toBe('有错误 2');
    });
    expect(await position(pane, 1)).toBe('2 / 17');
    expect(pane.selection()).toBe('统计表1!C9');
  });
});

/** Presses F8 so many times; where in the list that leads. */
async function position(pane: RealPane, times: number): Promise<string> {
  for (let time = 0; time < times; time += 1) {
    await pane.after(() => pane.user.keyboard('{F8}'));
  }
  return /\d+ \/ \d+/.exec(pane.shown())?.[0] ?? '';
}
