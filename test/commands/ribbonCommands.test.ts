/** Do the ribbon's buttons act in Excel without the pane, and do they always report back? */
import { associateCommands, showPane } from '../../src/commands/associateCommands';
import { commandNames } from '../../src/commands/commandNames';
import type { CommandTarget } from '../../src/commands/ribbonCommands';
import { parts, partsChanged } from '../excel/savedParts';
import { realPane, shutPanes } from '../taskpane/realPane';
import type { RealPane } from '../taskpane/realPane';

afterEach(shutPanes);

interface Ribbon {
  readonly pane: RealPane;
  /** How often a command has opened the pane. */
  readonly opened: () => number;
  /** Presses a button; resolves when the command has reported back to Excel. */
  readonly press: (name: string) => Promise<void>;
}

/** The buttons of Excel's ribbon, tied to the pane's control as the add-in does it. */
async function ribbon(): Promise<Ribbon> {
  const pane = await realPane('puyang-2019.xlsx');
  const { control, writing, office, host } = pane;
  associate(pane, Promise.resolve({ control, writing, showPane }));
  let opened = 0;
  await office.Office.addin.hide();
  host.session.onPane((visible) => {
    if (visible) opened += 1;
  });
  return {
    pane,
    opened: () => opened,
    press: (name) => pane.after(() => office.desktop.invokeCommand(name)),
  };
}

function associate({ office }: RealPane, target: Promise<CommandTarget | null>): void {
  associateCommands(target, (name, command) => {
    office.Office.actions.associate(name, command);
  });
}

test('一键校验 checks and marks, and opens the pane with the verdict', async () => {
  const { pane, opened, press } = await ribbon();
  await press('checkWorkbook');
  expect(pane.heading()).toBe('有提示 15');
  expect(pane.marks()).toHaveLength(2);
  expect(opened()).toBe(1);
});

test('一键校验 on a hidden pane reads the figures once, though the pane comes into sight meanwhile', async () => {
  const { pane, press } = await ribbon();
  pane.host.log.clear();
  await press('checkWorkbook');
  await pane.pass(60_000);
  const { log } = pane.host;
  const reads = log.batches.filter((batch) =>
    log.describe(batch).some((line) => / → .*formulas/i.test(line)),
  );
  expect(reads).toHaveLength(1);
});

test('清除标记 takes the marks off without opening the pane', async () => {
  const { pane, opened, press } = await ribbon();
  await pane.after(() => pane.control.check());
  await press('clearMarks');
  expect(pane.marks()).toEqual([]);
  expect(opened()).toBe(0);

  // An edit brings none back; the next click on 一键校验 does.
  await pane.type({ '统计表1!K12': '7580.924' });
  await pane.until(() => {
    expect(pane.heading()).toBe('有错误 2');
  });
  await pane.pass(1000);
  expect(pane.marks()).toEqual([]);
  await press('checkWorkbook');
  expect(pane.marks().length).toBeGreaterThan(0);
});

test('清除标记 opens the pane where something is in the way', async () => {
  const { pane, opened, press } = await ribbon();
  await pane.after(() => pane.control.check());
  await pane.office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('统计表1').protection.protect();
    await context.sync();
  });
  await press('clearMarks');
  expect(opened()).toBe(1);
  expect(pane.shown()).toMatch(/标记未能全部清除。.*“统计表1”受保护/);
});

test('填充合计 and 插入模板 open the pane for a look and a word; nothing is written', async () => {
  const { pane, opened, press } = await ribbon();
  await pane.type({ '统计表1!K5': '' });
  const before = await pane.host.save();
  await press('fillTotals');
  expect(pane.view.getByRole('button', { name: '写入 1 格' })).toBeTruthy();
  await press('insertTemplate');
  expect(pane.heading()).toBe('插入标准模板');
  expect(opened()).toBeGreaterThan(0);
  expect(partsChanged(await parts(before), await parts(await pane.host.save()))).toEqual([]);
});

test('汇总各单位 opens the pane on 汇总, whatever page was open; nothing is read or written', async () => {
  const { pane, opened, press } = await ribbon();
  pane.host.log.clear();
  await press('consolidateUnits');
  expect(pane.heading()).toBe('汇总各单位报表');
  expect(pane.view.getByRole('tab', { name: '汇总' }).getAttribute('aria-selected')).toBe('true');
  expect(opened()).toBe(1);
});

test('撤销写入 takes back what was written, and says so', async () => {
  const { pane, press } = await ribbon();
  await press('undoLast');
  expect(pane.shown()).toContain('没有可以撤销的写入。');
  await pane.type({ '统计表1!K5': '' });
  await press('fillTotals');
  await pane.press('写入 1 格');
  await press('undoLast');
  expect(pane.shown()).toContain('已恢复 1 格。');
});

test('提交前检查 looks at everything anew, and opens the page with what stands in the way', async () => {
  const { pane, opened, press } = await ribbon();
  await press('checkReady');
  expect(pane.heading()).toBe('还不能提交');
  expect(pane.shown()).toContain('有 15 项提示没有审核说明。');
  expect(pane.marks()).toEqual([]);
  expect(opened()).toBe(1);
});

test('every command reports back also when Excel does not answer', async () => {
  const { pane, opened, press } = await ribbon();
  for (const name of commandNames) {
    await pane.office.Office.addin.hide();
    const before = opened();
    for (let batch = 1; batch <= 3; batch += 1) pane.host.failAt({ batch, code: 'silence' });
    await press(name);
    expect([name, pane.text().includes('通过')]).toEqual([name, false]);
    expect([name, opened()]).toEqual([name, before + 1]);
  }
});

test('a command that comes before the add-in is ready, or where it cannot work, reports back', async () => {
  const pane = await realPane('puyang-2019.xlsx');
  associate(pane, Promise.resolve(null));
  for (const name of commandNames) await pane.office.desktop.invokeCommand(name);
  expect(pane.host.log.batches).toEqual([]);
});

test('while the pane is being opened Excel is not asked again', async () => {
  const { pane } = await ribbon();
  const { addin } = pane.office.Office;
  const ask = jest.spyOn(addin, 'showAsTaskpane');
  const answers = await Promise.all([showPane(), showPane(), showPane()]);
  expect(answers).toEqual([true, true, true]);
  expect(ask).toHaveBeenCalledTimes(1);
  await showPane();
  expect(ask).toHaveBeenCalledTimes(2);
});
