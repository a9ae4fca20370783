/**
 * What does the user see in the pane, and what do clicks, keys and edits do?
 * @jest-environment jsdom
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { startPane } from '../../src/taskpane/startPane';
import type { Grid } from '../../src/domain/grid';
import { memoryPorts } from './memoryPorts';
import type { Memory, MemoryOptions } from './memoryPorts';
import { puyangPair, shown } from './puyang';

const figure = (name: string) =>
  readFileSync(join(__dirname, '../specimens/figures', name), 'utf8');
const figures = [figure('puyang-2019-table1.tsv'), figure('puyang-2019-table2.tsv')] as const;

// Nothing in the pane is hidden but folded parts, which are not rendered: asking again is only slow.
configure({ defaultHidden: true });

type Edits = Readonly<Record<string, number | string | null>>;

interface Opened extends Memory {
  readonly settle: () => Promise<void>;
}

function open(sheets: readonly Grid[], options: MemoryOptions = {}): Opened {
  const memory = memoryPorts({ sheets }, options);
  const { control, element } = startPane(memory.ports, () => new Date('2020-03-01T09:00:00'));
  render(element);
  const settle = () => act(async () => control.settled());
  return Object.assign(memory, { settle });
}

const pair = (edits: Edits = {}) => puyangPair(figures, undefined, edits);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

/** The same pair with formulas in every total, not calculated yet. */
function withFormulaTotals(sheets: readonly Grid[]): Grid[] {
  return sheets.map((grid) => {
    const total = grid.rows.findIndex((row) => row?.[0]?.value === '合计');
    const rows = grid.rows.map((row, at) =>
      row?.map((cell, column) => {
        if (at < 4 || at > total || column < 1 || (column < 9 && at < total)) return cell;
        const letter = (index: number) => String.fromCharCode(65 + index);
        const formula =
          at === total
            ? `=SUM(${letter(column)}5:${letter(column)}${total})`
            : `=${letter(column - 8)}${at + 1}+${letter(column - 4)}${at + 1}`;
        return { value: null, formula, numberFormat: 'General' };
      }),
    );
    return { ...grid, rows };
  });
}

async function openChecked(edits: Edits = {}, options: MemoryOptions = {}): Promise<Opened> {
  const opened = open(pair(edits), options);
  press(options.language === 'en-US' ? 'Check now' : '一键校验');
  await opened.settle();
  await screen.findByRole('region', {
    name: options.language === 'en-US' ? 'Findings' : '审核结果',
  });
  return opened;
}

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('first run', () => {
  test('explains itself with one command; afterwards it is not shown again', async () => {
    const first = open(pair());
    expect(heading()).toBe('政府购买服务统计表，一键校验');
    expect(screen.getAllByRole('button')).toHaveLength(1);
    press('一键校验');
    await first.settle();
    cleanup();
    open(pair(), { kept: Object.fromEntries(first.local) });
    expect(heading()).toBe('未校验');
  });
});

describe('one click', () => {
  test('tells the verdict, which sheets were taken for which form, unit and year', async () => {
    await openChecked();
    expect(heading()).toBe('有提示 15');
    expect(screen.getByText('濮阳市财政局 · 2019 年 · 万元')).toBeTruthy();
    expect(screen.getByRole('button', { name: '统计表1!A3:M24' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '统计表2!A3:M11' })).toBeTruthy();
  });

  test('one slip is one item: the cell, its likely value, and what it caused beneath', async () => {
    const { visited } = await openChecked({ '统计表1!K12': 7580.924 });
    expect(heading()).toBe('有错误 2');
    const slip = screen.getByRole('button', { name: /疑似填错/ });
    expect(slip.textContent).toContain('填报 7,580.924，疑为 7,580.942（两位数字颠倒）');
    expect(screen.queryByText(/按行应为/)).toBeNull();
    press('由此引起的不符（2）');
    expect(screen.getByText(/K12）填报 7,580.924，按行应为 7,580.942/)).toBeTruthy();
    press('定位到 统计表1!K12');
    await screen.findByText('审核结果');
    expect(visited).toEqual(['统计表1!K12']);
  });

  test('marks errors, warnings and the culprit in place; figures stay as they are', async () => {
    const opened = await openChecked({ '统计表1!K12': 7580.924 });
    expect(opened.marks).toContainEqual({ sheet: '统计表1', cells: ['K12'], kind: 'culprit' });
    expect(shown(opened.workbook, '统计表1', 'K12')).toBe(7580.924);
  });

  test('explanations that tie stand side by side, none is offered first and none is marked', async () => {
    const opened = open(withFormulaTotals(pair({ '统计表1!E18': 611.85 })));
    press('一键校验');
    await opened.settle();
    await screen.findByRole('region', { name: '审核结果' });
    const item = screen.getByRole('button', { name: /可能性相当，请对照原始资料判断/ });
    expect(item.textContent).not.toContain('疑为');
    expect(screen.getByText(/E18）填报 611.85，疑为 611.58（两位数字颠倒）/)).toBeTruthy();
    expect(screen.getByText(/E5）填报 13,398.36，疑为 13,398.63（两位数字颠倒）/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: '采用' })).toHaveLength(2);
    expect(opened.marks.filter(({ kind }) => kind === 'culprit')).toEqual([]);
    expect(opened.marks.some(({ kind }) => kind === 'error')).toBe(true);
  });

  test('says why a sheet that looks like one of ours was not taken', async () => {
    await openChecked({ '统计表2!F3': '其他资金' });
    expect(heading()).toBe('有错误 1');
    expect(screen.getByText(/“统计表2”（A3）像是统计表，但表头缺少：政府性基金预算/)).toBeTruthy();
  });

  test('speaks English where Excel does', async () => {
    await openChecked({ '统计表1!K12': 7580.924 }, { language: 'en-US' });
    expect(heading()).toBe('2 errors');
    expect(screen.getByRole('button', { name: /probably 7,580.942/ })).toBeTruthy();
  });
});

describe('never 通过', () => {
  test.each([
    ['cellEditing', /请按回车/],
    ['busy', /Excel 正忙/],
    ['noAnswer', /没有响应/],
  ] as const)(
    'when Excel answers %s: a sentence, and a second try succeeds',
    async (code, text) => {
      const opened = open(pair(), { kept: { acquainted: 'true' } });
      opened.fault = { code };
      press('一键校验');
      await opened.settle();
      expect(heading()).toBe('未能校验');
      expect(screen.getByText(text)).toBeTruthy();
      opened.fault = null;
      press('重试');
      await opened.settle();
      expect(heading()).toBe('有提示 15');
    },
  );

  test('when nothing is recognised', async () => {
    const opened = open([], { kept: { acquainted: 'true' } });
    press('一键校验');
    await opened.settle();
    expect(heading()).toBe('未能校验');
    expect(screen.getByText(/没有找到《政府购买服务项目资金统计表1》/)).toBeTruthy();
  });

  test('when figures were edited while checking is switched off', async () => {
    const opened = await openChecked();
    fireEvent.click(screen.getByRole('switch', { name: '改后自动审核' }));
    await opened.settle();
    act(() => {
      opened.edit('统计表1', 'K12', 1);
    });
    expect(heading()).toBe('数据已改动');
    expect(opened.reads).toEqual(['workbook']);
  });
});

describe('the list', () => {
  test('is filtered by severity, sheet and rule', async () => {
    await openChecked({ '统计表1!K12': 7580.924 });
    const count = () => screen.getAllByRole('listitem').length;
    const before = count();
    press(/^提示 \d+$/);
    expect(count()).toBe(before - 15);
    press(/^提示 \d+$/);
    press('筛选');
    fireEvent.change(screen.getByRole('combobox', { name: '工作表' }), {
      target: { value: '统计表2' },
    });
    expect(screen.queryByText('统计表1!D7')).toBeNull();
    fireEvent.change(screen.getByRole('combobox', { name: '审核项' }), {
      target: { value: 'B-020' },
    });
    expect(screen.getByText('没有符合筛选条件的结果。')).toBeTruthy();
    press('取消筛选');
    expect(count()).toBe(before);
  });

  test('F8 and Shift+F8 go from cell to cell, arrows move within the list', async () => {
    const opened = await openChecked();
    fireEvent.keyDown(document.body, { key: 'F8' });
    await opened.settle();
    fireEvent.keyDown(document.body, { key: 'F8' });
    await opened.settle();
    fireEvent.keyDown(document.body, { key: 'F8', shiftKey: true });
    await opened.settle();
    expect(opened.visited).toEqual(['统计表1!D7', '统计表1!D8', '统计表1!D7']);
    const [first, second] = screen
      .getAllByRole('listitem')
      .map((item) => within(item).getAllByRole('button')[0]);
    act(() => first?.focus());
    fireEvent.keyDown(first ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
  });

  test('is copied as text, with suspected slips first', async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: (text: string) => (copied.push(text), Promise.resolve()) },
    });
    const opened = await openChecked({ '统计表1!K12': 7580.924 });
    press('复制清单');
    await opened.settle();
    await screen.findAllByText(/已复制 17 条/);
    const lines = copied.join('').split('\r\n');
    expect(lines).toHaveLength(18);
    expect(lines[0]).toContain('疑为 7,580.942');
  });

  test('a thousand findings: only so many are in the page as are looked at', async () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      puyangPair(figures, { unit: `单位${index}`, sheets: [`甲${index}`, `乙${index}`] }),
    ).flat();
    const opened = open(many, { kept: { acquainted: 'true' } });
    press('一键校验');
    await opened.settle();
    await screen.findByRole('region', { name: '审核结果' });
    expect(heading()).toBe('有提示 750');
    expect(screen.getAllByRole('listitem')).toHaveLength(60);
    press('再显示 60 条（还有 690 条）');
    expect(screen.getAllByRole('listitem')).toHaveLength(120);
  });
});

describe('while editing', () => {
  const edit = async (opened: Opened, cell: string, value: number, after?: () => Promise<void>) => {
    jest.useFakeTimers({ advanceTimers: true });
    act(() => {
      opened.edit('统计表1', cell, value);
    });
    await act(() => jest.advanceTimersByTimeAsync(320));
    await opened.settle();
    await after?.();
    jest.useRealTimers();
  };

  test('the pair is checked again, only its sheets are read, focus and selection stay', async () => {
    const opened = await openChecked({ '统计表1!K12': 7580.924 });
    const third = screen.getAllByRole('button', { name: /执行超预算/ })[2];
    act(() => third?.focus());
    await edit(opened, 'K12', 7580.942);
    expect(heading()).toBe('有提示 15');
    expect(screen.queryByText(/疑为/)).toBeNull();
    expect(opened.marks.some(({ kind }) => kind === 'culprit' || kind === 'error')).toBe(false);
    expect(opened.reads).toEqual(['workbook', '统计表1 统计表2']);
    expect(document.activeElement).toBe(third);
    await edit(opened, 'K12', 1);
    expect(heading()).toMatch(/^有错误/);
  });

  test('a cell that is still being edited is waited for, and the verdict says so', async () => {
    const opened = await openChecked();
    opened.fault = { code: 'cellEditing' };
    await edit(opened, 'K12', 1, async () => {
      expect(heading()).toBe('数据已改动');
      expect(screen.getByText(/按回车（Enter）后自动重新审核/)).toBeTruthy();
      opened.fault = null;
      await act(() => jest.advanceTimersByTimeAsync(800));
      await opened.settle();
      expect(heading()).toMatch(/^有错误/);
    });
  });

  test('a failure is told, and the verdict is withdrawn', async () => {
    const opened = await openChecked();
    opened.fault = { code: 'notThere', what: '统计表2' };
    await edit(opened, 'K12', 1);
    expect(heading()).toBe('未能校验');
    expect(screen.getByText(/“统计表2”已不在工作簿中/)).toBeTruthy();
  });
});

describe('choices', () => {
  test('are remembered: the round in the workbook, switches on this machine', async () => {
    const opened = await openChecked();
    fireEvent.change(screen.getByRole('combobox', { name: '报送期' }), {
      target: { value: 'january' },
    });
    await opened.settle();
    fireEvent.click(screen.getByRole('switch', { name: '表内标记' }));
    await opened.settle();
    expect(opened.document.get('reportingRound')).toBe('"january"');
    expect(opened.marks).toEqual([]);
    cleanup();
    open(pair(), { kept: Object.fromEntries(opened.local) });
    press('一键校验');
    const marks = await screen.findByRole('switch', { name: '表内标记' });
    expect((marks as HTMLInputElement).checked).toBe(false);
  });

  test('everything kept in the workbook comes off in one click', async () => {
    const opened = await openChecked();
    fireEvent.change(screen.getByRole('combobox', { name: '报送期' }), {
      target: { value: 'july' },
    });
    await opened.settle();
    fireEvent.click(screen.getByRole('tab', { name: '设置' }));
    fireEvent.click(await screen.findByRole('button', { name: '清除标记和报送期' }));
    await opened.settle();
    expect(opened.marks).toEqual([]);
    expect([...opened.document]).toEqual([]);
  });
});

describe('writing', () => {
  test('adopting a proposal: preview, write, checked again, undone', async () => {
    const opened = await openChecked({ '统计表1!K12': 7580.924 });
    press('采用');
    await opened.settle();
    expect(shown(opened.workbook, '统计表1', 'K12')).toBe(7580.924);
    fireEvent.click(await screen.findByRole('button', { name: '写入 1 格' }));
    await opened.settle();
    expect(shown(opened.workbook, '统计表1', 'K12')).toBe(7580.942);
    expect(heading()).toBe('有提示 15');
    press('撤销');
    await opened.settle();
    expect(shown(opened.workbook, '统计表1', 'K12')).toBe(7580.924);
    expect(heading()).toBe('有错误 2');
  });

  test('filling: blank totals are preselected, typed ones are not, nothing is written on cancel', async () => {
    const opened = open(pair({ '统计表1!K5': null }));
    fireEvent.click(screen.getByRole('tab', { name: '填充' }));
    fireEvent.click(await screen.findByRole('button', { name: '预览' }));
    await opened.settle();
    await screen.findByRole('button', { name: '写入 1 格' });
    const chosen = screen
      .getAllByRole('checkbox')
      .filter((box) => (box as HTMLInputElement).checked);
    expect(chosen.map((box) => box.getAttribute('aria-label'))).toEqual([
      '统计表1 · 一般事务·合计·预算数（K5）',
    ]);
    press('取消');
    expect(shown(opened.workbook, '统计表1', 'K5')).toBeNull();
  });
});
