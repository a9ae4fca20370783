/** What does the user see in the pane at the first run, after one click, and when something is in the way? */
import { DARK_THEME } from '../../../src/workbench/host/desktop';
import { writeSheets } from '../../../src/files/writeSheets';
import { layoutOfGrid } from '../../application/fixture';
import { unitWorkbook } from '../../domain/consolidate/sets';
import { checkedPane, memoryPane, shutPanes } from '../memoryPane';
import { checkedPane as checkedInExcel, realPane } from '../realPane';
import type { RealPane } from '../realPane';

afterEach(shutPanes);

/** Without a finding; of 2023. */
const clean = 'clean/openpyxl.xlsx';
const today = '2024-03-01';
const puyang = 'puyang-2019.xlsx';
/** Two digits of one figure in the total block, the wrong way round: 7580.942. */
const slip = { '统计表1!K12': '7580.924' };

/** office.js asks Excel for its theme every five seconds at most. */
function passSixSeconds({ page }: RealPane): void {
  const { prototype } = Reflect.get(page, 'Date') as DateConstructor;
  Object.defineProperty(prototype, 'getTime', {
    value(this: Date) {
      return this.valueOf() + 6000;
    },
  });
}

describe('first run', () => {
  test('explains itself with one command; afterwards it is not shown again', async () => {
    const first = await memoryPane(puyang);
    expect(first.heading()).toBe('政府购买服务统计表，一键校验');
    expect(first.view.getAllByRole('button')).toHaveLength(1);
    await first.press('一键校验');
    const kept = first.kept();
    await first.shut();
    const again = await memoryPane(puyang, { kept });
    expect(again.heading()).toBe('未校验');
    expect(again.view.getByText('工作簿尚未校验。')).toBeTruthy();
  });
});

describe('one click', () => {
  test('tells the verdict, which sheets were taken for which form, unit and year', async () => {
    const opened = await checkedPane(puyang);
    expect(opened.heading()).toBe('有提示 15');
    // All is well: the tables are named on demand.
    expect(opened.view.queryByText('统计表2!A3:M11')).toBeNull();
    await opened.press('濮阳市财政局 · 2019 年 · 万元');
    await opened.press('统计表2!A3:M11');
    expect(opened.selection()).toBe('统计表2!A3');
    await opened.press('统计表1!A3:M24');
    expect(opened.selection()).toBe('统计表1!A3');
  });

  test('通过 says how many checks it rests on, and nothing is marked', async () => {
    const opened = await checkedPane(clean, {}, { today });
    expect(opened.heading()).toBe('通过');
    expect(opened.shown()).toMatch(/\d+ 项审核全部相符/);
    expect(opened.marks()).toEqual([]);
    expect(opened.view.queryByRole('region', { name: '审核结果' })).toBeNull();
  });

  test('one slip is one item: the cell, its likely value, and what it caused beneath', async () => {
    const opened = await checkedPane(puyang, slip);
    const { view } = opened;
    expect(opened.heading()).toBe('有错误 2');
    const [first] = view.getAllByRole('listitem');
    if (first === undefined) throw new Error('nothing is listed');
    expect(first.textContent).toMatch(
      /^医疗卫生与计划生育·合计·预算数统计表1!K127,580\.924→7,580\.942采用 两位数字颠倒/,
    );
    // What changes is picked out by more than its colour.
    const changed = [...first.querySelectorAll('u')].map(({ textContent }) => textContent);
    expect(changed).toEqual(['24', '42']);
    const head = view.getByRole('button', { name: /统计表1!K12$/ });
    const sentence = opened.page.document.getElementById(
      head.getAttribute('aria-describedby') ?? '',
    );
    expect(sentence?.textContent).toMatch(
      /^疑似填错：.*填报 7,580\.924，疑为 7,580\.942（两位数字颠倒）/,
    );
    expect(view.queryByText(/按行应为/)).toBeNull();
    await opened.press('解决 2 项不符');
    expect(view.getByTitle(/^.*K12）填报 7,580.924，按行应为 7,580.942/)).toBeTruthy();
    await opened.after(() => opened.user.click(head));
    expect(opened.selection()).toBe('统计表1!K12');
  });

  test('marks errors, warnings and the culprit in place; figures stay as they are', async () => {
    const opened = await checkedPane(puyang, slip);
    expect(opened.marks()).toEqual([
      'culprit 统计表1!K12',
      'error 统计表1!K24',
      'warning 统计表1!D7:D8 D10 D12 D14 H14 D17 E18 D23 H23',
      'warning 统计表2!D6 H6 E9 D10 H10',
    ]);
    const read = await opened.workbook.readCells([{ sheet: '统计表1', cell: 'K12' }]);
    expect(read.ok && read.value[0]?.content).toBe(7580.924);
  });

  test('explanations that tie stand side by side, none is offered first and none is marked', async () => {
    const opened = await checkedPane('puyang-2019-formulas.xlsx', { '统计表1!E18': '611.85' });
    const { view } = opened;
    const item = view.getByRole('button', { name: /^决算数合计不符，2 种可能/ });
    expect(item.textContent).not.toContain('→');
    expect(view.getByText(/可能性相当，请对照原始资料判断/)).toBeTruthy();
    const ways = view.getAllByTitle(/疑为/);
    expect(ways.map(({ title }) => title)).toEqual([
      expect.stringMatching(/E18）填报 611.85，疑为 611.58（两位数字颠倒）/),
      expect.stringMatching(/E5）填报 13,398.36，疑为 13,398.63（两位数字颠倒）/),
    ]);
    expect(view.getAllByRole('button', { name: /^采用/ })).toHaveLength(2);
    expect(opened.marks().filter((mark) => mark.startsWith('culprit'))).toEqual([]);
    expect(opened.marks().some((mark) => mark.startsWith('error'))).toBe(true);
  });

  test('says of each table whose it is, where the two do not agree', async () => {
    const opened = await checkedPane(puyang, {
      '统计表2!A2': '填报单位：安阳市财政局',
      '统计表2!H2': '金额：元　年份：（2018）',
    });
    const shown = opened.shown();
    expect(shown).toContain('濮阳市财政局 · 2019 年 · 万元统计表1统计表1!A3:M24');
    expect(shown).toContain('安阳市财政局 · 2018 年 · 元统计表2统计表2!A3:M11');
  });

  test('names what stands in a suspected cell that holds no number', async () => {
    const opened = await checkedPane(puyang, { '统计表1!C8': '—' });
    expect(opened.shown()).toMatch(/C8）填的是“—”，疑为 691\.45；/);
    await opened.type({ '统计表1!C8': '' });
    await opened.until(() => {
      expect(opened.shown()).toMatch(/C8）未填，疑为 691\.45；/);
    });
  });

  test('says why a sheet that looks like one of ours was not taken, and leads there', async () => {
    const opened = await checkedPane(puyang, { '统计表2!F3': '其他资金' });
    expect(opened.heading()).toBe('有错误 1');
    // Once to be seen, and aloud.
    expect(opened.view.getAllByText('未审核 1 处')).toHaveLength(1);
    expect(opened.announced()).toContain('未审核 1 处');
    await opened.press(
      /“统计表2”（A3）像是统计表，但列标题 F3“其他资金” 无法识别，因此找不到：政府性基金预算/,
    );
    expect(opened.selection()).toBe('统计表2!A3');
  });

  test('通过 never stands without what was not checked', async () => {
    const opened = await checkedPane('foreign/unknown-lines.xlsx', {}, { today: '2024-03-01' });
    expect(opened.heading()).toBe('通过');
    const verdict = opened.view.getByRole('region', { name: '通过' });
    expect(verdict.textContent).toContain('未审核 1 处');
    expect(opened.announced()).toMatch(/通过.*未审核 1 处/);
  });

  test('speaks English where Excel does', async () => {
    const opened = await checkedPane(puyang, slip, { language: 'en-US' });
    expect(opened.heading()).toBe('2 errors');
    expect(opened.view.getByRole('main').lang).toBe('en-US');
    expect(opened.view.getByText(/^Suspected: .*probably 7,580.942/)).toBeTruthy();
    expect(opened.view.getByRole('region', { name: 'Findings' })).toBeTruthy();
  });

  test('is light or dark as Excel is, also when Excel changes while the pane is open', async () => {
    const opened = await checkedInExcel(puyang);
    // The colours are set on the element around the pane.
    const around = opened.view.getByRole('main').parentElement;
    if (around === null) throw new Error('the pane has no colours');
    const paper = () =>
      opened.page.getComputedStyle(around).getPropertyValue('--colorNeutralBackground1');
    expect(paper()).toBe('#ffffff');
    opened.office.desktop.setTheme(DARK_THEME);
    passSixSeconds(opened);
    opened.page.dispatchEvent(new Event('focus'));
    await opened.until(() => {
      expect(paper()).toBe('#292929');
    });
    expect(opened.heading()).toBe('有提示 15');
  });
});

describe('never 通过', () => {
  test('while a cell is being edited: press Enter, and a second try succeeds', async () => {
    const opened = await realPane(clean, { today });
    opened.host.enterCellEdit();
    await opened.press('一键校验');
    expect(opened.heading()).toBe('未能校验');
    expect(opened.shown()).toMatch(/请按回车（Enter）结束编辑后重试/);
    expect(opened.announced()).toMatch(/未能校验.*请按回车（Enter）结束编辑后重试/);
    opened.host.leaveCellEdit();
    await opened.press('重试');
    expect(opened.heading()).toBe('通过');
  });

  test('when Excel is busy', async () => {
    const opened = await realPane(clean, { today });
    // Reading is tried twice; in between edits are listened to.
    for (const batch of [1, 3]) opened.host.failAt({ batch, code: 'ActivityLimitReached' });
    await opened.press('一键校验');
    expect(opened.heading()).toBe('未能校验');
    expect(opened.shown()).toMatch(/Excel 正忙.*请稍候重试/);
    await opened.press('重试');
    expect(opened.heading()).toBe('通过');
  });

  test('when Excel does not answer', async () => {
    const opened = await realPane(clean, { today });
    opened.host.failAt({ batch: 1, code: 'silence' });
    await opened.press('一键校验');
    expect(opened.heading()).toBe('未能校验');
    expect(opened.shown()).toMatch(/没有响应.*重试/);
    await opened.press('重试');
    expect(opened.heading()).toBe('通过');
  });

  test('when a request or an answer is too large', async () => {
    const opened = await realPane(clean, { today });
    for (const batch of [1, 2, 3]) {
      opened.host.failAt({ batch, code: 'ResponsePayloadSizeLimitExceeded' });
    }
    await opened.press('一键校验');
    expect(opened.heading()).toBe('未能校验');
    expect(opened.shown()).toMatch(/数据量超过了.*请把统计表另存到单独的工作簿后再试/);
  });

  test('when nothing is recognised', async () => {
    const opened = await checkedPane('foreign/other-statistics-only.xlsx');
    expect(opened.heading()).toBe('未能校验');
    expect(opened.shown()).toMatch(/没有找到《政府购买服务项目资金统计表1》.*请确认/);
    expect(opened.announced()).toMatch(/未能校验.*没有找到《政府购买服务项目资金统计表1》.*请确认/);
    expect(opened.marks()).toEqual([]);
    await opened.press('插入标准模板');
    expect(opened.heading()).toBe('插入标准模板');
  });
});

describe('what is in the way of marks and of going to a cell', () => {
  test('a protected sheet: the findings stand, and it is said how they can be marked', async () => {
    const opened = await realPane(puyang);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表1').protection.protect();
      await context.sync();
    });
    await opened.press('一键校验');
    expect(opened.heading()).toBe('有提示 15');
    expect(opened.shown()).toMatch(
      /受保护，没有标记：“统计表1”。审核结果不受影响；要标记，请先在“审阅”中撤消工作表保护，再重新校验。/,
    );
    expect(opened.marks()).toEqual(['warning 统计表2!D6 H6 E9 D10 H10']);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表1').protection.unprotect();
      await context.sync();
    });
    await opened.press('重新校验');
    expect(opened.marks()).toHaveLength(2);
    expect(opened.shown()).not.toContain('受保护');
  });

  test('a sheet deleted meanwhile: a click on its finding says so, and what to do', async () => {
    const opened = await checkedInExcel(puyang);
    await opened.after(() => opened.control.setLive('off'));
    await opened.press(/^13 处/);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表2').delete();
      await context.sync();
    });
    await opened.press(/统计表2!D6/);
    expect(opened.announced()).toContain('未能定位到单元格。');
    expect(opened.shown()).toMatch(/“统计表2”已不在工作簿中.*请重新校验/);
    await opened.press('重新校验');
    expect(opened.heading()).toBe('有错误 1');
    expect(opened.view.getByText('缺统计表2')).toBeTruthy();
  });

  test('a hidden sheet is left hidden', async () => {
    const opened = await checkedInExcel(puyang);
    await opened.press(/^13 处/);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表2').visibility = 'Hidden';
      await context.sync();
    });
    await opened.press(/统计表2!D6/);
    expect(opened.shown()).toMatch(/“统计表2”已隐藏，无法定位。请先取消隐藏/);
    await opened.office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('统计表2').visibility = 'Visible';
      await context.sync();
    });
    await opened.press(/统计表2!D6/);
    expect(opened.selection()).toBe('统计表2!D6');
    expect(opened.shown()).not.toContain('已隐藏');
  });
});

test('one unit that stands twice for a year is told with both places, whichever of them is looked at', async () => {
  const sheets = [1, 2].flatMap((copy) =>
    unitWorkbook({ name: '甲县财政局' }).sheets.map((sheet) =>
      layoutOfGrid({ ...sheet, name: copy === 1 ? sheet.name : `${sheet.name}旧` }),
    ),
  );
  const pane = await checkedPane(await writeSheets(sheets));
  const told =
    '“甲县财政局”2019 年的表有 2 套：第 1 套（“统计表1”、“统计表2”）、第 2 套（“统计表1旧”、“统计表2旧”）。';
  expect(pane.shown()).toContain(told);
  const [row] = pane.view.getAllByRole('button', { name: /^甲县财政局.*第 2 套/ });
  if (row === undefined) throw new Error('no row');
  await pane.after(() => pane.user.click(row));
  expect(pane.shown()).toContain(told);
});
