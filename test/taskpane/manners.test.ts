/**
 * What does the product do in an Excel that is less kind than the host is by default? One test a manner
 * (src/workbench/host/manners.ts); a frozen address is in savedAs.test.ts, manual calculation in
 * calculation.test.ts.
 */
import type { Manners } from '../../src/workbench/host/manners';
import { Editing } from '../../src/workbench/editing/editing';
import { parseRect } from '../../src/workbook/address';
import { lastReport } from '../../src/taskpane/state/paneState';
import { checkedPane, realPane, shutPanes } from './realPane';
import type { PaneOptions, RealPane } from './realPane';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const cell = '统计表1!K12';
/** Of the figures as published, and with the wrong one. */
const verdicts = { right: '有提示 15', wrong: '有错误 2' };
const warnings = [
  'warning 统计表1!D7:D8 D10 D12 D14 H14 D17 E18 D23 H23',
  'warning 统计表2!D6 H6 E9 D10 H10',
];
const withErrors = ['culprit 统计表1!K12', 'error 统计表1!K24', ...warnings];

const checked = (manners: Partial<Manners>, options: PaneOptions = {}) =>
  checkedPane(puyang, {}, { manners, ...options });
const liveMarks = { preferences: { liveMarks: 'on' } } as const;

const headingIs = (pane: RealPane, heading: string) =>
  pane.until(() => {
    expect(pane.heading()).toBe(heading);
  });

const batchesWith = ({ host }: RealPane, part: string) =>
  host.log.batches.filter((batch) => host.log.describe(batch).some((line) => line.includes(part)))
    .length;
/** How often the sheets' figures were read since the log was cleared. */
const reads = (pane: RealPane) => batchesWith(pane, 'ormulas');
/** How often marks were looked at or changed since then. */
const looksAtMarks = (pane: RealPane) => batchesWith(pane, 'ConditionalFormats');

/** Waits until the figures have been read more than so many times, and what follows has ended. */
async function readSince(pane: RealPane, before: number): Promise<void> {
  await pane.until(() => {
    expect(reads(pane)).toBeGreaterThan(before);
  });
  await pane.after(() => Promise.resolve());
}

/** The user at the keyboard, whose entries Ctrl+Z takes back. */
function keyboard({ host }: RealPane) {
  const editing = new Editing(host);
  return {
    undo: () => editing.undo(),
    /** How many times Ctrl+Z would do something. */
    steps: () => editing.steps,
    enter: async (address: string, text: string) => {
      const [name = '', place = ''] = address.split('!');
      const { top: row, left: column } = parseRect(place) ?? { top: -1, left: -1 };
      expect(await editing.enter(host.sheet(name), [{ row, column, text }])).toBeNull();
    },
  };
}

describe.each(['forgotten', 'steps'] as const)(
  'Ctrl+Z, where marks leave it %s',
  (undoAfterMarks) => {
    /** What a change of marks leaves of one entry. */
    const isOne = (steps: number) => {
      expect(steps).toBe(1);
    };
    const isSpent = (steps: number) => {
      if (undoAfterMarks === 'forgotten') expect(steps).toBe(0);
      else expect(steps).toBeGreaterThan(1);
    };

    test('typing costs nothing, a check only where marks change', async () => {
      const pane = await checked({ undoAfterMarks });
      const user = keyboard(pane);
      await user.enter(cell, '7580.924');
      await headingIs(pane, verdicts.wrong);
      await pane.after(() => Promise.resolve());
      isOne(user.steps());
      await user.undo();
      await headingIs(pane, verdicts.right);
      await user.enter('统计表1!P40', '说明');
      await pane.press('重新校验');
      isOne(user.steps());
      await user.enter(cell, '7580.924');
      await pane.press('重新校验');
      expect(pane.marks()).toEqual(withErrors);
      isSpent(user.steps());
    });

    test('marks that follow cost it at every edit that changes them, as the setting says', async () => {
      const pane = await checked({ undoAfterMarks }, liveMarks);
      const user = keyboard(pane);
      await user.enter(cell, '7580.924');
      await headingIs(pane, verdicts.wrong);
      await pane.after(() => Promise.resolve());
      expect(pane.marks()).toEqual(withErrors);
      isSpent(user.steps());
    });
  },
);

test('undone marks told as another format are not made again, and Ctrl+Z gets through', async () => {
  const manners = { undoAfterMarks: 'steps', marksAreFormats: true } as const;
  const pane = await checked(manners, liveMarks);
  const user = keyboard(pane);
  pane.host.log.clear();
  await user.enter(cell, '7580.924');
  // For the edit, and for the format that Excel tells of the marks that follow it.
  await readSince(pane, 1);
  expect(pane.marks()).toEqual(withErrors);
  const steps = user.steps();
  pane.host.log.clear();
  for (let step = steps; step > 2; step -= 1) await user.undo();
  const before = reads(pane);
  await user.undo();
  await readSince(pane, before);
  expect(pane.marks()).toEqual(warnings);
  expect(looksAtMarks(pane)).toBe(0);
  await user.undo();
  await headingIs(pane, verdicts.right);
  expect(pane.host.sheet('统计表1').cell(11, 10)?.value).toBe(7580.942);
});

test('marks brought back damaged are counted and told, never said to be off; reopened, they come off', async () => {
  const pane = await checked({ undoAfterMarks: 'steps', broughtBackRules: 'damaged' });
  const user = keyboard(pane);
  await pane.after(() => pane.control.clearMarks());
  expect(pane.marks()).toEqual([]);
  await user.undo();
  expect(pane.marks()).toHaveLength(1);
  await pane.after(() => pane.control.clearMarks());
  expect(pane.text()).toContain('标记未能全部清除');
  expect(pane.text()).toContain('有 1 条条件格式 Excel 读不出来');
  expect(pane.text()).not.toContain('标记已全部清除');
  // They do not keep new marks away.
  await pane.press('重新校验');
  expect(pane.marks()).toHaveLength(3);
  const saved = await pane.host.save();
  await pane.shut();
  const again = await realPane(saved);
  await again.after(() => again.control.clearMarks());
  expect(again.text()).toContain('标记已全部清除');
  expect(again.marks()).toEqual([]);
});

const insert = (pane: RealPane) =>
  pane.after(() =>
    pane.writing.insertTemplate({
      forms: ['table1', 'table2'],
      reportingUnit: '甲县财政局',
      fiscalYear: 2020,
      currencyUnit: 'tenThousandYuan',
      edition: 'form2019',
      protect: false,
    }),
  );

describe('a printer that', () => {
  test.each(['refused', 'ignored'] as const)(
    '%s: the sheets stay, what to do is told',
    async (pageLayout) => {
      const pane = await realPane(puyang, { manners: { pageLayout } });
      await insert(pane);
      expect(pane.text()).toContain('已插入');
      expect(pane.text()).toContain('打印设置未能完成（打印机可能没有响应）');
      expect(pane.host.workbook.sheets).toHaveLength(4);
      await pane.after(() => pane.writing.undo());
      expect(pane.host.workbook.sheets).toHaveLength(2);
    },
  );
});

describe('a printer that is slow', () => {
  test('keeps the sheets; what could not be set up is told, and nothing is done twice', async () => {
    const pane = await realPane(puyang, { manners: { pageLayout: 'slow' } });
    await insert(pane);
    expect(pane.text()).toContain('打印设置未能完成（打印机可能没有响应）');
    expect(pane.host.workbook.sheets).toHaveLength(4);
    await pane.host.printerAnswers();
    expect(pane.host.workbook.sheets).toHaveLength(4);
    await pane.press('一键校验');
    expect(pane.heading()).not.toBe('未能校验');
    await pane.after(() => pane.writing.undo());
    expect(pane.host.workbook.sheets).toHaveLength(2);
  });
});

describe('a pane whose program stops while it is hidden', () => {
  test('checks anew when it is shown; marks older than that are said to be old', async () => {
    const pane = await checkedPane(
      puyang,
      { [cell]: '7580.924' },
      { manners: { hiddenPane: 'stops' } },
    );
    expect(pane.heading()).toBe(verdicts.wrong);
    await pane.host.showPane(false);
    pane.host.log.clear();
    await pane.type({ [cell]: '7580.942' });
    await pane.host.showPane(true);
    await headingIs(pane, verdicts.right);
    expect(pane.shown()).toContain('表内 2 格的标记待重新校验更新：统计表1!K24、K12');
    expect(pane.marks()).toEqual(withErrors);
    expect(looksAtMarks(pane)).toBe(0);
  });
});

test('number formats handed back in another spelling are the same: a text format is put back', async () => {
  const manners = { numberFormats: 'respelled' } as const;
  const pane = await realPane(puyang, { manners });
  const ranges = async <T>(work: (range: Excel.Range) => T): Promise<T> =>
    pane.office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('统计表1').getRange('K12');
      range.load('numberFormat,values');
      const result = work(range);
      await context.sync();
      return result;
    });
  await ranges((range) => {
    range.numberFormat = [['@']];
    range.values = [['7580.942']];
  });
  const standing = async () => {
    const { numberFormat, values } = await ranges((range) => range);
    return [values[0]?.[0], numberFormat[0]?.[0]] as unknown[];
  };
  expect(await standing()).toEqual(['7580.942', '@']);
  await pane.press('一键校验');
  const { units } = lastReport(pane.control.store.get().check) ?? { units: [] };
  const asText = units.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'L-050');
  await pane.after(() => pane.writing.previewCorrections(asText));
  pane.host.log.clear();
  await pane.press('写入 1 格');
  expect(await standing()).toEqual([7580.942, 'G/通用格式']);
  // Content and format in one: what came back is not written again.
  expect(batchesWith(pane, 'NumberFormat =')).toBe(1);
  await pane.after(() => pane.writing.undo());
  expect(await standing()).toEqual(['7580.942', '@']);
});

test('while sheets are grouped nothing is done, and that they are is said', async () => {
  const pane = await checked({});
  await pane.type({ [cell]: '7580.924' });
  await headingIs(pane, verdicts.wrong);
  pane.host.groupSheets(true);
  await pane.press(/^采用/);
  expect(pane.text()).toContain('请取消工作表组合后重试');
  pane.host.groupSheets(false);
  await pane.press(/^采用/);
  pane.host.groupSheets(true);
  await pane.press('写入 1 格');
  expect(pane.text()).toContain('请取消工作表组合后重试');
  expect(pane.text()).toContain('表内没有任何改动');
  await pane.press('取消');
  await pane.press('重新校验');
  expect(pane.heading()).toBe('未能校验');
  expect(pane.shown()).toContain('请取消工作表组合后重试');
  expect(pane.host.sheet('统计表1').cell(11, 10)?.value).toBe(7580.924);
  pane.host.groupSheets(false);
  await pane.press('重试');
  expect(pane.heading()).toBe(verdicts.wrong);
});

describe.each(['1.13', '1.14'] as const)('events that come late, in Excel %s', (level) => {
  test('what the add-in wrote is read once more at most, and marks are left alone', async () => {
    const manners = { events: 'held', marksAreFormats: true } as const;
    const pane = await checkedPane(
      'puyang-2019-formulas.xlsx',
      { '统计表1!D7': '262837' },
      { manners, level, ...liveMarks },
    );
    pane.host.tellEvents();
    await pane.pass(60_000);
    await pane.press(/^采用/);
    await pane.press('写入 1 格');
    expect(pane.heading()).toBe(verdicts.right);
    const marks = pane.marks();
    pane.host.log.clear();
    // Whatever Excel has to tell, also of what follows from it.
    for (let times = 1; times <= 5; times += 1) {
      pane.host.tellEvents();
      await pane.pass(60_000);
    }
    expect(reads(pane)).toBeLessThanOrEqual(1);
    expect(batchesWith(pane, 'ConditionalFormats.Add')).toBe(0);
    expect([pane.heading(), pane.marks()]).toEqual([verdicts.right, marks]);
  });
});
