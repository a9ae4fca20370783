import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fireEvent, within } from '@testing-library/dom';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import type { ConsolidateControl } from '../../../src/taskpane/consolidate/ConsolidateControl';
import { consolidationOf } from '../../../src/taskpane/consolidate/useConsolidation';
import type { ChosenFile } from '../../../src/taskpane/consolidate/GivenUnits';
import type { CurrencyUnit } from '../../../src/domain/forms/terms';
import { countyFigures, countyLayouts } from '../../sets/countyFigures';
import { validated } from '../../validated';
import type { UnitPlan } from '../../domain/consolidate/sets';
import { unitWorkbook } from '../../domain/consolidate/sets';
import { layoutOfGrid } from '../../application/fixture';
import type { MemoryPaneOptions, MemoryPane } from '../memoryPane';
import { memoryPane, shutPanes } from '../memoryPane';
import { realPane } from '../realPane';
import type { WorkbookPane } from '../shownPane';
import { broken, fileOf, listed, twelve } from './twelveFiles';

afterEach(shutPanes);

interface Opened<P extends WorkbookPane = WorkbookPane> {
  readonly pane: P;
  readonly consolidate: ConsolidateControl;
}

const opened = async (options: MemoryPaneOptions = {}): Promise<Opened<MemoryPane>> =>
  openedIn(await memoryPane('puyang-2019.xlsx', options));

async function openedIn<P extends WorkbookPane>(pane: P): Promise<Opened<P>> {
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '汇总' })));
  return { pane, consolidate: consolidationOf({ ...pane, language: 'zh-CN' }) };
}

const give = ({ pane, consolidate }: Opened, files = twelve()) =>
  pane.after(() => consolidate.addFiles(files));

/** The card with this title. */
function card({ pane }: Opened, title: RegExp): HTMLElement {
  const heading = pane.view.getByRole('heading', { level: 2, name: title });
  const found = heading.closest('li');
  if (found === null) throw new Error(`${String(title)} has no card`);
  return found;
}

test('twelve files: what is wrong is told with its choice, and each choice changes what counts', async () => {
  const open = await opened();
  const { pane } = open;
  await give(open, [...twelve(), broken]);
  expect(pane.heading()).toBe('尚不完整');
  expect(pane.shown()).toContain('计入 4 / 12 个单位');
  expect(pane.shown()).toContain('1 个文件未能读取');
  expect(card(open, /^1 个文件未能读取/).textContent).toContain('丑县（扫描件）.xlsx');
  expect(card(open, /^重复汇总/).textContent).toContain('“某市财政局”的各数正好是');

  // Which of two versions.
  const later = within(card(open, /^单位重复/)).getByRole('radio', { name: /修改稿/ });
  await pane.after(() => pane.user.click(later));
  expect(pane.shown()).toContain('计入 5 / 12 个单位');

  // Which line a label belongs to; remembered for another time.
  const meaning = within(card(open, /^自定科目/)).getByRole('combobox');
  await pane.after(() => pane.user.selectOptions(meaning, '其他'));
  expect(pane.shown()).toContain('计入 6 / 12 个单位');
  expect(JSON.stringify(pane.kept())).toContain('其他');

  // In spite of errors.
  const wrong = within(card(open, /个单位的表有错误/)).getByRole('button', {
    name: '仍计入：丁县财政局',
  });
  await pane.after(() => pane.user.click(wrong));
  expect(pane.shown()).toContain('计入 7 / 12 个单位');
  expect(card(open, /按您的选择仍计入/).textContent).toContain('丁县财政局');
  expect(pane.heading()).toBe('尚不完整');

  // A file that was given by mistake is taken out.
  await pane.press('移出：丑县（扫描件）.xlsx');
  expect(pane.shown()).not.toContain('文件未能读取');
});

test('a sum of others has a choice: it counts, or does not, and the page says what was chosen', async () => {
  const open = await opened();
  const { pane } = open;
  await give(open, [...twelve()]);
  const sum = () => within(card(open, /^重复汇总/)).getByRole('radiogroup');
  expect(sum().getAttribute('aria-label')).toBe('“某市财政局”是否计入');
  await pane.after(() => pane.user.click(within(sum()).getByRole('radio', { name: '计入' })));
  expect(pane.shown()).toContain('计入 5 / 12 个单位');
  await pane.press(/^说明/);
  expect(card(open, /^重复汇总/).textContent).toContain('按您的选择仍计入');
  await pane.after(() => pane.user.click(within(sum()).getByRole('radio', { name: '不计入' })));
  expect(pane.shown()).toContain('计入 4 / 12 个单位');

  // Versions may be no versions of one unit.
  const several = within(card(open, /^单位重复/)).getByRole('radio', { name: /都计入/ });
  await pane.after(() => pane.user.click(several));
  expect(pane.shown()).toContain('计入 6 / 12 个单位');
});

test('a label that was mapped before is known at once', async () => {
  const first = await opened();
  await give(first, twelve('05'));
  const label = first.consolidate.store.get().judged?.units[0]?.unit.ownCheck.unknownLabels[0];
  expect(label).toBeDefined();
  await first.pane.after(() => first.consolidate.mapLabel(label?.label ?? '', '其他'));
  const kept = first.pane.kept();
  await shutPanes();

  const second = await opened({ kept });
  await give(second, twelve('05'));
  expect(second.pane.heading()).toBe('已全部计入');
  expect(second.pane.shown()).toContain('已记住的自定科目（1）');
  await second.pane.press(/^取消：/);
  expect(second.pane.heading()).toBe('没有可汇总的单位');
});

test('without a list it is said that nobody can tell who is missing; with one, who is', async () => {
  const open = await opened();
  const { pane } = open;
  await give(open, twelve('01', '02', '03'));
  expect(pane.heading()).toBe('已全部计入');
  expect(pane.shown()).toContain('没有名单，不能判断有无漏报');
  await pane.press('应报单位名单');
  await pane.user.click(pane.view.getByRole('textbox', { name: '每行一个单位' }));
  const numbered = listed.split(/\r?\n/).map((name, at) => `${at + 1}. ${name}`);
  await pane.after(() => pane.user.paste(['应报单位名单', ...numbered].join('\n')));
  expect(pane.shown()).toContain('认出 11 个单位；不作为单位的行：“应报单位名单”');
  await pane.press('按名单核对');
  expect(pane.heading()).toBe('尚不完整');
  expect(pane.shown()).toContain('8 个单位未报');
  expect(card(open, /^应报未报/).textContent).toContain('子县财政局');
});

test('the list is taken from the selected cells', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  await give(open, twelve('01'));
  await pane.after(() => pane.workbook.goTo({ sheet: '统计表1', cell: 'A8' }));
  await pane.after(() => consolidate.expectSelection());
  expect(consolidate.store.get().decisions.expectedUnits).toEqual(['教育']);
  expect(pane.heading()).toBe('尚不完整');
});

test('a unit leads to the items of its own check, which cannot be put right from here, and to its letter', async () => {
  const open = await opened();
  const { pane } = open;
  await give(open, twelve('04'));
  const [row] = pane.view.getAllByRole('button', { name: /丁县财政局/ });
  if (row === undefined) throw new Error('no row');
  await pane.after(() => pane.user.click(row));
  expect(pane.heading()).toBe('丁县财政局');
  expect(pane.shown()).toContain('未计入：有错误');
  await pane.until(() => {
    expect(pane.shown()).toContain('两位数字颠倒');
  });
  expect(pane.view.queryByRole('button', { name: /采用|改正/ })).toBeNull();
  await pane.press('复制退回意见');
  await pane.until(() => {
    expect(pane.shown()).toContain('已复制给“丁县财政局”的退回意见。');
  });
  const letter = await pane.page.navigator.clipboard.readText();
  expect(letter).toContain('丁县财政局：');
  expect(letter).toContain('一、须改正的问题');
  await pane.press('返回各单位');
  expect(pane.heading()).toBe('没有可汇总的单位');
});

test('all letters are handed over as one workbook, a sheet for each unit', async () => {
  const open = await opened();
  await give(open);
  await open.pane.press(/^保存退回意见/);
  const [saved] = open.pane.saves.saved;
  expect(saved?.name).toBe('退回意见.xlsx');
  expect(saved?.lists.map(({ name }) => name)).toContain('丁县财政局');
  expect(validated(await writeSheets([], saved?.lists ?? []))).toEqual({ ok: true, errors: [] });
  open.pane.saves.isRefused = true;
  await open.pane.press(/^保存退回意见/);
  expect(open.pane.shown()).toContain('请改用复制');
});

/** A unit's file. */
const planned = async (plan: UnitPlan): Promise<ChosenFile> =>
  fileOf(`${plan.name ?? ''}.xlsx`, await writeSheets(unitWorkbook(plan).sheets.map(layoutOfGrid)));

/** Says of each unit in a card whether it counts. */
async function say(open: Opened, title: RegExp, unit: RegExp, word: string): Promise<void> {
  const group = within(card(open, title)).getByRole('radiogroup', { name: unit });
  await open.pane.after(() =>
    open.pane.user.click(within(group).getByRole('radio', { name: word })),
  );
}

test('the same figures under like names are asked about, until of one, or of both, it is said what counts', async () => {
  const open = await opened();
  const { pane } = open;
  const plans = [{ name: '乙县' }, { name: '乙县财政局' }, { name: '丙县', times: 3 }];
  await give(open, await Promise.all(plans.map(planned)));
  expect(pane.shown()).toContain('计入 3 / 3 个单位');
  expect(card(open, /^数据雷同/).textContent).toContain(
    '“乙县”、“乙县财政局”的各数完全相同，名称也相近，可能是同一个单位报了两份。',
  );
  expect(card(open, /^数据雷同/).textContent).toContain('暂都计入，请逐个选择是否计入。');
  await say(open, /^数据雷同/, /^乙县财政局$/, '不计入');
  expect(pane.shown()).toContain('计入 2 / 3 个单位');
  expect(card(open, /^数据雷同/).textContent).toContain('第 2 个按您的选择没有计入。');
  await say(open, /^数据雷同/, /^乙县财政局$/, '计入');
  expect(card(open, /^数据雷同/).textContent).toContain('暂都计入');
  await say(open, /^数据雷同/, /^乙县$/, '计入');
  expect(card(open, /^数据雷同/).textContent).not.toContain('暂都计入');
  expect(pane.shown()).toContain('计入 3 / 3 个单位');
});

test('a result that lacks units says which, leads to them, and counts as it is only where that is said', async () => {
  const open = await opened();
  const { pane } = open;
  const notes = [
    ['计入的单位', '1'],
    ['甲乡', '甲乡.xlsx'],
    ['没有计入的单位', '1'],
    ['丙乡', '缺一张表，请补报；丙乡.xlsx'],
  ] as const;
  const plans = [
    { name: '东区财政局', notes },
    { name: '西区', times: 3 },
  ];
  await give(open, await Promise.all(plans.map(planned)));
  const lacking = () => card(open, /^下级汇总不全/);
  expect(lacking().textContent).toContain('丙乡：缺一张表，请补报');
  await pane.after(() =>
    pane.user.click(within(lacking()).getByRole('button', { name: '仍计入：东区财政局' })),
  );
  expect(lacking().textContent).toContain('按您的选择照此计入。');
  await pane.after(() =>
    pane.user.click(within(lacking()).getByRole('button', { name: /^取消：/ })),
  );
  expect(lacking().textContent).not.toContain('按您的选择');
  await pane.after(() =>
    pane.user.click(within(lacking()).getByRole('button', { name: '东区财政局' })),
  );
  expect(pane.heading()).toBe('东区财政局');
});

/** A county's file that does not say, or only this, in which money its figures are. */
async function silentFile(
  name: string,
  seed: number,
  currency: CurrencyUnit,
  says = '',
): Promise<ChosenFile> {
  const layouts = countyLayouts({ name, figures: countyFigures(seed), currency, totals: 'typed' });
  const silent = layouts.map((layout) => ({
    ...layout,
    cells: layout.cells.map((cell) =>
      typeof cell.content === 'string'
        ? { ...cell, content: cell.content.replace(/金额：\S+/, says) }
        : cell,
    ),
  }));
  return fileOf(`${name}.xlsx`, await writeSheets(silent));
}

test('units that do not say their money unit are asked about one by one or together; a corrected file is no such unit', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  await give(open, [
    ...twelve('01', '03'),
    await silentFile('卯县', 5, 'yuan'),
    await silentFile('辰县', 7, 'tenThousandYuan'),
  ]);
  expect(pane.shown()).toContain('计入 2 / 4 个单位');
  const unstated = () => card(open, /^金额单位未填/);
  expect(unstated().textContent).toContain('“卯县”、“辰县”的表没有写明金额单位');
  const choose = async (name: string, as: string) => {
    const select = within(unstated()).getByRole('combobox', { name });
    await pane.after(() => pane.user.selectOptions(select, as));
  };
  await choose('卯县', '按元计入');
  expect(pane.shown()).toContain('计入 3 / 4 个单位');
  await choose('辰县', '按万元计入');
  expect(pane.heading()).toBe('已全部计入');
  const unit = (at: number) => consolidate.store.get().judged?.units[at]?.unit;
  expect([unit(2)?.chosenCurrency, unit(3)?.chosenCurrency]).toEqual(['yuan', 'tenThousandYuan']);
  expect(pane.shown()).toContain('说明（');
  await pane.press(/^说明（/);
  expect(unstated().textContent).toContain('按您的选择以');

  // A file that says it itself takes the choice back with it.
  const said = countyLayouts({ name: '卯县', figures: countyFigures(5), currency: 'yuan' });
  const corrected = fileOf('卯县（更正）.xlsx', await writeSheets(said));
  const before = unit(2);
  if (before === undefined) throw new Error('no unit');
  await pane.after(() => consolidate.replaceFile(before, corrected));
  expect(unit(2)).toMatchObject({ currencyUnit: 'yuan', chosenCurrency: null });
  expect([...consolidate.store.get().decisions.currencies.values()]).toEqual(['tenThousandYuan']);
});

test('what is chosen of all together is of those alone that state nothing', async () => {
  const open = await opened();
  await give(open, [
    await silentFile('卯县', 5, 'yuan'),
    await silentFile('辰县', 7, 'yuan'),
    await silentFile('巳县', 9, 'yuan', '金额：百元'),
  ]);
  const unstated = card(open, /^金额单位未填/);
  const together = within(unstated).getByRole('combobox', { name: '没有写明的 2 个单位' });
  await open.pane.after(() => open.pane.user.selectOptions(together, '按元计入'));
  const units = open.consolidate.store.get().judged?.units ?? [];
  expect(units.map(({ unit }) => unit.chosenCurrency)).toEqual(['yuan', 'yuan', null]);
});

test('ended halfway, what was read stays, what was not is told and read when asked for', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  const [first, second] = twelve('01', '02');
  if (first === undefined || second === undefined) throw new Error('two files');
  let times = 0;
  const stopping = {
    ...fileOf('停.xlsx', new Uint8Array()),
    bytes: () => {
      times += 1;
      if (times === 1) consolidate.stop();
      return second.bytes();
    },
  };
  await give(open, [first, stopping, broken]);
  expect(pane.heading()).toBe('尚不完整');
  expect(pane.shown()).toContain('计入 1 / 1 个单位 · 2 个文件还没有读取');
  await pane.press('继续读取');
  await pane.until(() => {
    expect(pane.shown()).toContain('计入 2 / 2 个单位 · 1 个文件未能读取');
  });
});

test('the sum is shown, written beside the workbook’s own tables with what it is made of, and undone', async () => {
  const open = await opened();
  const { pane } = open;
  await give(open, twelve('01', '02', '04'));
  await pane.press('预览汇总结果');
  expect(pane.heading()).toBe('汇总结果预览');
  expect(pane.shown()).toContain('这份汇总不完整：未计入 1 个单位');
  await pane.user.click(pane.view.getByRole('textbox', { name: '汇总单位' }));
  await pane.after(() => pane.user.paste('某市财政局'));
  await pane.press('写入新工作表（不完整）');
  const names = () => pane.workbook.sheets.map(({ name }) => name);
  const result = ['统计表1 (2)', '统计表2 (2)', '汇总底稿1 (2)', '汇总底稿2 (2)', '汇总说明 (2)'];
  expect(names().slice(-5)).toEqual(result);
  expect(pane.selection()).toBe('统计表1 (2)!A1');
  expect(pane.shown()).toContain('可以撤销');
  const read = await pane.workbook.readSheets(['统计表1 (2)', '汇总说明 (2)']);
  if (!read.ok) throw new Error(read.fault.code);
  const texts = JSON.stringify(read.value.sheets.map(({ rows }) => rows));
  expect(texts).toContain('某市财政局');
  expect(texts).toContain('汇总底稿1 (2)');
  expect(texts).toContain('丁县财政局');
  expect(texts).not.toContain('--map');

  // A figure of it tells whose it is.
  await pane.after(() => pane.workbook.goTo({ sheet: '统计表1 (2)', cell: 'C8' }));
  await pane.until(() => {
    const traced = pane.view.getByRole('region', { name: '追查汇总数' });
    expect(traced.textContent).toMatch(/2 个单位.*(?:甲|乙)县财政局.*%.*01 甲县财政局\.xlsx/);
  });
  // It can be undone when the notice is gone, too.
  await pane.after(() => {
    pane.control.store.send({ type: 'noticeClosed' });
    return Promise.resolve();
  });
  await pane.press('撤销');
  expect(names()).not.toEqual(expect.arrayContaining(result));
});

test('this workbook’s units are read again before their sum is shown', async () => {
  const open = await opened();
  const { pane } = open;
  await pane.press('汇总本工作簿的各单位');
  expect(pane.shown()).toContain('计入 1 / 1 个单位');
  await pane.type({ '统计表1!K24': '1' });
  await pane.press('预览汇总结果');
  expect(pane.heading()).toBe('没有可汇总的单位');
  expect(card(open, /个单位的表有错误/).textContent).toContain('濮阳市财政局');
});

test('what was edited between preview and writing is noticed: nothing wrong is written', async () => {
  const open = await opened();
  const { pane } = open;
  await pane.press('汇总本工作簿的各单位');
  await pane.press('预览汇总结果');
  // A figure and the totals that hold it, so that the unit still counts.
  await pane.type({ '统计表1!C8': '0', '统计表1!K8': '1', '统计表1!C24': '0' });
  const names = () => pane.workbook.sheets.map(({ name }) => name);
  const before = names();
  await pane.press(/^写入新工作表/);
  expect(names()).toEqual(before);
  expect(pane.shown()).toContain('本工作簿的表在预览后有改动，没有写入。');
  expect(pane.heading()).toBe('没有可汇总的单位');

  await pane.type({ '统计表1!C8': '1' });
  await give(open, twelve('01'));
  await pane.press('预览汇总结果');
  await pane.press(/^写入新工作表/);
  expect(names()).toContain('统计表1 (2)');
});

test('a corrected file changes a result that was written, once its differences were seen, and comes back', async () => {
  const open = await openedIn(await realPane('puyang-2019.xlsx'));
  const { pane, consolidate } = open;
  await give(open, twelve('01', '08'));
  await pane.press('预览汇总结果');
  await pane.press('写入新工作表');
  const [other] = twelve('09');
  if (other === undefined) throw new Error('no file');
  await pane.after(() => consolidate.planReplacement(other));
  expect(pane.heading()).toBe('更换汇总结果中的一个单位');
  expect(pane.shown()).toContain('辛县财政局：08 辛县财政局.xlsx → 09 辛县财政局（修改稿）.xlsx');
  const files = async () => {
    const read = await pane.workbook.readSheets(['汇总底稿1 (2)']);
    return read.ok ? JSON.stringify(read.value.sheets[0]?.rows).includes('修改稿') : null;
  };
  expect(await files()).toBe(false);
  await pane.press(/^写入 \d+ 格$/);
  expect(pane.shown()).toContain('已更换，写入');
  expect(await files()).toBe(true);
  expect(validated(await pane.host.save())).toEqual({ ok: true, errors: [] });
  await pane.press('撤销');
  expect(await files()).toBe(false);

  // One that the result does not have.
  const [foreign] = twelve('02');
  if (foreign === undefined) throw new Error('no file');
  await pane.after(() => consolidate.planReplacement(foreign));
  expect(pane.heading()).not.toBe('更换汇总结果中的一个单位');
  expect(consolidate.store.get().remark).toEqual({ kind: 'notReplaced', why: 'unitNotThere' });
});

/** Opens the page of a unit. */
async function openUnit({ pane }: Opened, name: RegExp): Promise<void> {
  const [row] = pane.view.getAllByRole('button', { name });
  if (row === undefined) throw new Error('no row');
  await pane.after(() => pane.user.click(row));
}

test('on its page a unit gets its corrected file before the sum is made, and nobody else’s', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  await give(open, twelve('01', '08'));
  await pane.after(() => {
    const id = consolidate.store.get().judged?.units[1]?.unit.id ?? '';
    consolidate.include([id], true);
    return Promise.resolve();
  });
  await openUnit(open, /辛县财政局/);
  const [corrected, foreign, city] = [twelve('09')[0], twelve('02')[0], twelve('01')[0]];
  if (corrected === undefined || foreign === undefined || city === undefined)
    throw new Error('files');
  const unit = () => consolidate.store.get().judged?.units[1]?.unit;
  const before = unit();
  if (before === undefined) throw new Error('no unit');

  await pane.after(() => consolidate.replaceFile(before, foreign));
  expect(pane.shown()).toContain('没有更换。所选文件是“乙县财政局”的，不是“辛县财政局”的');
  await pane.after(() => consolidate.replaceFile(before, broken));
  expect(pane.shown()).toMatch(/没有更换。.*不是/);
  expect(unit()).toBe(before);

  await pane.after(() => consolidate.replaceFile(before, corrected));
  expect(pane.heading()).toBe('辛县财政局');
  expect(pane.shown()).toContain('已更换为“09 辛县财政局（修改稿）.xlsx”');
  expect(unit()?.source).toEqual({ kind: 'file', file: '09 辛县财政局（修改稿）.xlsx' });
  expect(unit()?.tables.get('table1')).not.toEqual(before.tables.get('table1'));
  // What was said of the other file is said of this one only when it is said again.
  expect(consolidate.store.get().decisions.includeErrors).toEqual(new Set());
  await pane.press('返回各单位');
  expect(pane.shown()).toContain('计入 2 / 2 个单位');
  expect(pane.view.getByRole('button', { name: '2 个文件' })).toBeTruthy();
});

test('of a file with several units one is replaced, the others stay', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../../sets/twelve.xlsx')));
  await give(open, [fileOf('各县.xlsx', bytes)]);
  const units = () => consolidate.store.get().judged?.units ?? [];
  const count = units().length;
  expect(count).toBeGreaterThan(8);
  const jia = units().find(({ unit }) => unit.name === '甲县财政局')?.unit;
  const [file] = twelve('01');
  if (jia === undefined || file === undefined) throw new Error('甲县');
  await pane.after(() => consolidate.replaceFile(jia, file));
  expect(units()).toHaveLength(count);
  const from = units().flatMap(({ unit: { name, source } }) =>
    name === '甲县财政局' && source.kind === 'file' ? [source.file] : [],
  );
  expect(from).toEqual(['01 甲县财政局.xlsx']);
  expect(pane.heading()).toBe('甲县财政局');
});

test('sheets of this workbook and files are added up together; a unit is taken out, said, and put back', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  await give(open, twelve('01', '02'));
  await pane.press('汇总本工作簿的各单位');
  expect(pane.shown()).toContain('计入 3 / 3 个单位');
  await openUnit(open, /濮阳市财政局/);
  await pane.press('移出这个单位');
  expect(pane.shown()).toContain('计入 2 / 2 个单位 · 已移出 1 个单位');
  // Also where the workbook is read again, after a sheet was added before it.
  await pane.press('重新读取本工作簿');
  expect(pane.shown()).toContain('计入 2 / 2 个单位 · 已移出 1 个单位');
  await pane.press('预览汇总结果');
  await pane.press(/^写入新工作表/);
  const read = await pane.workbook.readSheets(['汇总说明 (2)']);
  const notes = read.ok ? JSON.stringify(read.value.sheets[0]?.rows) : '';
  expect(notes).toContain('按选择移出的单位');
  expect(notes).toContain('濮阳市财政局 · 本工作簿');
  await pane.press('2 个文件 · 本工作簿 1 个单位 · 已移出 1 个单位');
  await pane.press('放回：濮阳市财政局');
  expect(consolidate.store.get().judged?.units).toHaveLength(3);
});

/** What a browser tells of a folder that is dropped: what is in it in parts. */
function droppedFolder(path: string, within: readonly object[], isReadable = true) {
  const left = [...within];
  const createReader = () => ({
    readEntries: (told: (some: object[]) => void, failed: (error: Error) => void) => {
      if (isReadable) told(left.splice(0, 2));
      else failed(new Error('not allowed'));
    },
  });
  return { isDirectory: true, isFile: false, fullPath: path, createReader };
}

test('folders and files are dropped together; a folder that cannot be read is told', async () => {
  const open = await opened();
  const { pane } = open;
  const [jia, yi, bing] = await Promise.all(twelve('01', '02', '03').map((one) => one.bytes()));
  const entry = (path: string, bytes: Uint8Array | undefined) => ({
    isDirectory: false,
    isFile: true,
    fullPath: path,
    file: (told: (file: object) => void) => {
      const arrayBuffer = () => Promise.resolve(new Uint8Array(bytes ?? []).buffer);
      told({ name: path.split('/').at(-1), webkitRelativePath: '', size: 9, arrayBuffer });
    },
  });
  const folder = droppedFolder('/上报', [
    entry('/上报/说明.docx', undefined),
    entry('/上报/~$甲县.xlsx', undefined),
    entry('/上报/甲县.xlsx', jia),
    droppedFolder('/上报/东片', [entry('/上报/东片/乙县.xlsx', yi)]),
    droppedFolder('/上报/西片', [], false),
  ]);
  const dropped = [folder, entry('/丙县.xlsx', bing)];
  const items = dropped.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }));
  const page = pane.view.getByRole('button', { name: '选择文件…' });
  const drop = (place: HTMLElement, given: readonly object[]) =>
    pane.after(() => {
      fireEvent.drop(place, { dataTransfer: { items: given, files: [] } });
      return Promise.resolve();
    });
  await drop(page, items);
  await pane.until(() => {
    expect(pane.shown()).toContain('计入 3 / 3 个单位 · 1 个文件未能读取');
  });
  expect(open.consolidate.store.get().given.files.map(({ name }) => name)).toEqual([
    '丙县.xlsx',
    '上报/西片',
    '上报/东片/乙县.xlsx',
    '上报/甲县.xlsx',
  ]);

  const empty = droppedFolder('/空', [entry('/空/说明.docx', undefined)]);
  const only = [{ kind: 'file', webkitGetAsEntry: () => empty }];
  await drop(pane.view.getByRole('heading', { level: 1 }), only);
  await pane.until(() => {
    expect(pane.shown()).toContain('这个文件夹里没有工作簿');
  });
});

test('files that are given while others are read wait their turn', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  const [first, second, third] = twelve('01', '02', '03');
  if (first === undefined || second === undefined || third === undefined) throw new Error('files');
  let times = 0;
  const meanwhile = {
    ...second,
    bytes: () => {
      times += 1;
      if (times === 1) void consolidate.addFiles([third, broken]);
      return second.bytes();
    },
  };
  await give(open, [first, meanwhile]);
  await pane.until(() => {
    expect(pane.shown()).toContain('计入 3 / 3 个单位 · 1 个文件未能读取');
  });

  // Ended while some wait: they are told as not read, and read when asked for.
  const stopping = {
    ...fileOf('停.xlsx', new Uint8Array()),
    bytes: () => {
      void consolidate.addFiles(twelve('04'));
      consolidate.stop();
      return Promise.resolve(new Uint8Array());
    },
  };
  await give(open, [stopping]);
  await pane.until(() => {
    expect(pane.shown()).toContain('2 个文件还没有读取');
  });
});

test('a folder is chosen where the browser can; what programs leave beside workbooks is passed over', async () => {
  const open = await opened();
  const { pane } = open;
  expect(pane.view.queryByRole('button', { name: '选择文件夹…' })).toBeNull();

  const { prototype } = (pane.page as unknown as typeof globalThis).HTMLInputElement;
  Object.defineProperty(prototype, 'webkitdirectory', { value: false, configurable: true });
  try {
    await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '校验' })));
    await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '汇总' })));
    const input = pane.view.getByLabelText<HTMLInputElement>('选择文件夹…', { selector: 'input' });
    expect(input.hasAttribute('webkitdirectory')).toBe(true);
    const { File: PageFile } = pane.page as unknown as typeof globalThis;
    const below = (path: string, bytes: Uint8Array<ArrayBuffer>) => {
      const file = new PageFile([bytes], path.split('/').at(-1) ?? '');
      Object.defineProperty(file, 'webkitRelativePath', { value: path });
      Object.defineProperty(file, 'arrayBuffer', { value: () => Promise.resolve(bytes.buffer) });
      return file;
    };
    const note = new Uint8Array([1]);
    await pane.after(() => pane.user.upload(input, [below('上报/说明.docx', note)]));
    expect(pane.shown()).toContain('这个文件夹里没有工作簿');

    const [jia, yi] = await Promise.all(twelve('01', '02').map((file) => file.bytes()));
    if (jia === undefined || yi === undefined) throw new Error('files');
    const files = [
      below('上报/说明.docx', note),
      below('上报/东片/乙县.xlsx', new Uint8Array(yi)),
      below('上报/东片/~$乙县.xlsx', note),
      below('上报/.旧/丙县.xlsx', note),
      below('上报/甲县.xlsx', new Uint8Array(jia)),
    ];
    await pane.after(() => pane.user.upload(input, files));
    await pane.until(() => {
      expect(pane.shown()).toContain('计入 2 / 2 个单位');
    });
    expect(open.consolidate.store.get().given.files.map(({ name }) => name)).toEqual([
      '上报/东片/乙县.xlsx',
      '上报/甲县.xlsx',
    ]);
    expect(pane.shown()).toContain('未读取的其他文件 2 个：上报/.旧/、上报/说明.docx。');
  } finally {
    Reflect.deleteProperty(prototype, 'webkitdirectory');
  }
});

test('a line that the result does not print is taken with one click, beside the result that stands there', async () => {
  const open = await opened();
  const { pane, consolidate } = open;
  await give(open, twelve('01', '02'));
  await pane.press('预览汇总结果');
  await pane.press(/^写入新工作表/);
  const [jia] = await Promise.all(twelve('01').map((file) => file.bytes()));
  const read = await readWorkbook(jia ?? new Uint8Array());
  if (!read.ok) throw new Error(read.fault.code);
  const layouts = read.value.sheets.map(layoutOfGrid).map((layout, at) => ({
    ...layout,
    cells: layout.cells.map((cell) =>
      at === 0 && cell.content === '教育' ? { ...cell, content: '灾害防治及应急管理' } : cell,
    ),
  }));
  const file = fileOf('甲县（新科目）.xlsx', await writeSheets(layouts));
  await pane.after(() => consolidate.planReplacement(file));
  expect(pane.shown()).toContain('汇总结果的表里没有“灾害防治及应急管理”这一行，不能逐格更换。');
  const names = () => pane.workbook.sheets.map(({ name }) => name);
  const before = names();

  // Edited meanwhile: shown as it is now, not written.
  await pane.type({ '汇总底稿1 (2)!C2': '1' });
  await pane.press('重新生成汇总结果');
  expect(names()).toEqual(before);
  expect(pane.shown()).toContain('汇总结果或底稿在预览后有改动，没有写入。');
  await pane.press('重新生成汇总结果');
  expect(names().slice(before.length)).toEqual([
    '统计表1 (3)',
    '统计表2 (3)',
    '汇总底稿1 (3)',
    '汇总底稿2 (3)',
    '汇总说明 (3)',
  ]);
  await pane.press('撤销');
  expect(names()).toEqual(before);
});

/** What has the focus, as it is called. */
const focused = ({ pane }: Opened): Element | null => pane.page.document.activeElement;

/** Goes on with the Tab key until the focus is on this; at most once around the pane. */
async function tabTo(open: Opened, wanted: () => Element): Promise<void> {
  const { pane } = open;
  for (let steps = 0; steps < 80; steps += 1) {
    if (focused(open) === wanted()) return;
    await pane.user.tab();
  }
  throw new Error(`not reached with Tab: ${wanted().textContent}`);
}

const buttonOf =
  ({ pane }: Opened, name: string | RegExp) =>
  () =>
    pane.view.getByRole('button', { name });

test('the whole way by keyboard alone: choose, settle, preview, write, trace', async () => {
  const pane = await memoryPane('puyang-2019.xlsx');
  const open = { pane, consolidate: consolidationOf({ ...pane, language: 'zh-CN' }) };
  const press = (keys: string) => pane.after(() => pane.user.keyboard(keys));
  // The tabs are one stop, arrows go from one to the next.
  await tabTo(open, () => pane.view.getByRole('tab', { selected: true }));
  const tab = pane.view.getByRole('tab', { name: '汇总' });
  for (let steps = 0; steps < 6 && focused(open) !== tab; steps += 1) await press('{ArrowRight}');
  await press('{Enter}');
  expect(pane.heading()).toBe('汇总各单位报表');

  // Enter asks for files, which the browser then hands over.
  await tabTo(open, buttonOf(open, '选择文件…'));
  const input = pane.view.getByLabelText('选择文件…', { selector: 'input' });
  let asked = 0;
  input.addEventListener('click', () => (asked += 1));
  await press('{Enter}');
  expect(asked).toBe(1);
  await give(open, twelve('01', '04', '08', '09'));
  expect(pane.shown()).toContain('计入 1 / 4 个单位');

  const version = () => within(card(open, /^单位重复/)).getAllByRole('radio')[0] ?? pane.container;
  await tabTo(open, version);
  await press('[Space]');
  expect(pane.shown()).toContain('计入 2 / 4 个单位');
  await tabTo(open, buttonOf(open, '仍计入：丁县财政局'));
  await press('[Space]');
  expect(pane.shown()).toContain('计入 3 / 4 个单位');
  await tabTo(open, buttonOf(open, '预览汇总结果'));
  await press('{Enter}');
  expect(pane.heading()).toBe('汇总结果预览');
  await tabTo(open, buttonOf(open, /^写入新工作表/));
  await press('{Enter}');
  expect(pane.selection()).toBe('统计表1 (2)!A1');

  await pane.after(() => pane.workbook.goTo({ sheet: '统计表1 (2)', cell: 'C8' }));
  const share = () =>
    within(pane.view.getByRole('region', { name: '追查汇总数' })).getByRole('button', {
      name: /丁县财政局.*%/,
    });
  await pane.until(() => {
    expect(share()).toBeTruthy();
  });
  await tabTo(open, share);
  await press('{Enter}');
  expect(pane.selection()).toMatch(/^汇总底稿1 \(2\)!D\d+$/);
});
