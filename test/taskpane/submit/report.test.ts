/** 审核报告 as a sheet: printable, no table for a check, made anew in its place, taken away without a trace. */
import type { CellValue } from '../../../src/domain/grid';
import { fingerprintOf, printedFingerprint } from '../../../src/domain/submission/fingerprint';
import { lastReport } from '../../../src/taskpane/state/paneState';
import { parts, partsChanged } from '../../excel/savedParts';
import { valueOf } from '../../ports/openedWorkbook';
import type { MemoryPane } from '../memoryPane';
import { memoryPane, shutPanes } from '../memoryPane';
import type { RealPane } from '../realPane';
import { realPane } from '../realPane';
import type { WorkbookPane } from '../shownPane';

afterEach(shutPanes);

const name = '审核报告';

async function openPart<Pane extends WorkbookPane>(pane: Pane): Promise<Pane> {
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '报送' })));
  await pane.press(name);
  return pane;
}

const opened = async (): Promise<MemoryPane> => openPart(await memoryPane('puyang-2019.xlsx'));
const openedInExcel = async (): Promise<RealPane> => openPart(await realPane('puyang-2019.xlsx'));

const make = (pane: WorkbookPane) => pane.press('生成审核报告');
const sheetNames = ({ workbook }: MemoryPane) => workbook.sheets.map((sheet) => sheet.name);
const namesInExcel = ({ host }: RealPane) => host.workbook.sheets.map((sheet) => sheet.name);

/** The texts of a sheet, row by row. */
async function textsOf(pane: WorkbookPane, sheet = name): Promise<string[]> {
  const read = valueOf(await pane.clock.during(pane.workbook.readSheets([sheet])));
  const rows = read.sheets[0]?.rows ?? [];
  const text = (value: CellValue | undefined) =>
    typeof value === 'object' ? (value?.error ?? '') : String(value ?? '');
  return rows.map((row) => (row ?? []).map((cell) => text(cell?.value)).join('|'));
}

const verdictNow = (pane: WorkbookPane) => {
  const report = lastReport(pane.control.store.get().check);
  return { verdict: report?.verdict, counts: report?.counts, refused: report?.recognition.refused };
};

test('tells units, findings, verdict and the fingerprint of the figures, and is shown', async () => {
  const pane = await opened();
  await make(pane);
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2', name]);
  expect(pane.selection()).toBe(`${name}!A1`);
  const texts = await textsOf(pane);
  expect(texts[0]).toBe('审核报告');
  expect(texts).toContain('报送期||年度报告');
  expect(texts.join('\n')).toContain('填报单位：濮阳市财政局');
  expect(texts.join('\n')).toContain('有 15 项提示没有审核说明');
  expect(texts.filter((text) => /^\d+\|提示\|/.test(text))).toHaveLength(15);
  const [view] = pane.control.lastCheck?.views ?? [];
  if (view === undefined) throw new Error('no figures');
  expect(texts).toContain(`数据指纹||${printedFingerprint(fingerprintOf(view))}`);
  expect(pane.shown()).toContain('已写入“审核报告”。');
});

test('is printed on A4, one page wide', async () => {
  const pane = await openedInExcel();
  await make(pane);
  const page = await pane.office.Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem(name);
    pageLayout.load('paperSize,orientation,zoom');
    await context.sync();
    return pageLayout.toJSON();
  });
  expect(page).toMatchObject({
    paperSize: 'A4',
    orientation: 'Portrait',
    zoom: { horizontalFitToPages: 1 },
  });
});

test('a check finds the same with it as without', async () => {
  const pane = await opened();
  await pane.after(() => pane.control.check());
  const before = verdictNow(pane);
  await make(pane);
  await pane.after(() => pane.control.check());
  expect(verdictNow(pane)).toEqual(before);
});

test('made again it stands where it stood, whatever is around it, and tells what is so now', async () => {
  const pane = await openedInExcel();
  await make(pane);
  await pane.office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).position = 1;
    await context.sync();
  });
  await pane.type({ '统计表1!K12': '7580.924' });
  await make(pane);
  expect(namesInExcel(pane)).toEqual(['统计表1', name, '统计表2']);
  expect((await textsOf(pane)).join('\n')).toContain('有错误');
  expect(pane.shown()).toContain('已在原处更新“审核报告”。');
});

test('undone, the one before stands there again; undone once more there is none', async () => {
  const pane = await opened();
  await make(pane);
  const first = await textsOf(pane);
  await pane.type({ '统计表1!K12': '7580.924' });
  await make(pane);
  expect(await textsOf(pane)).not.toEqual(first);
  await pane.after(() => pane.writing.undo());
  expect(await textsOf(pane)).toEqual(first);
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2', name]);
  await pane.after(() => pane.writing.undo());
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2']);
});

test('one into which the user has written is never overwritten, nor removed', async () => {
  const pane = await opened();
  await make(pane);
  await pane.type({ [`${name}!F20`]: '已核对' });
  await make(pane);
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2', name, `${name} (2)`]);
  expect((await textsOf(pane)).join('\n')).toContain('已核对');
  expect(pane.shown()).toContain('没有覆盖');
  await pane.press('删除审核报告');
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2', name]);
});

test('taken away nothing of it is left in the file, and it can be had back', async () => {
  const pane = await openedInExcel();
  await pane.after(() => pane.control.check());
  await pane.after(() => pane.control.clearMarks());
  const before = await pane.host.save();
  await make(pane);
  const texts = await textsOf(pane);
  await pane.press('删除审核报告');
  expect(pane.shown()).toContain('审核报告已删除。');
  const changed = partsChanged(await parts(before), await parts(await pane.host.save()));
  expect(changed.filter((part) => !/styles|app\.xml/.test(part))).toEqual([]);
  await pane.after(() => pane.writing.undo());
  expect(await textsOf(pane)).toEqual(texts);
});

test('设置 lists it among what is ours in the workbook, and takes it away', async () => {
  const pane = await opened();
  await make(pane);
  await pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '设置' })));
  expect(pane.shown()).toContain('审核报告：审核报告');
  await pane.press('清除审核报告');
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2']);
  expect(pane.shown()).not.toContain('审核报告：审核报告');
});

test.each([
  ['zh-CN', '报送', '生成审核报告', '设置', '清除审核报告'],
  ['en-US', 'Submit', 'Make the report', 'Settings', 'Remove: Report of the check'],
] as const)(
  'under another name it is known as well in %s, left when one is made anew, and taken away',
  async (language, page, make, settings, clear) => {
    const pane = await memoryPane('puyang-2019.xlsx', { language });
    const open = (tab: string) =>
      pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: tab })));
    const rename = () => {
      const [inFront = ''] = pane.selection().split('!');
      return pane.byHand.rename(inFront, '留底');
    };
    await open(page);
    await pane.press(language === 'zh-CN' ? name : 'Report of the check');
    await pane.press(make);
    await rename();
    await pane.press(make);
    expect(sheetNames(pane)).toHaveLength(4);
    expect(sheetNames(pane)).toContain('留底');
    await open(settings);
    expect(pane.shown()).toContain('留底');
    await pane.press(clear);
    expect(sheetNames(pane)).toEqual(['统计表1', '统计表2']);
    await pane.after(() => pane.writing.undo());
    expect(sheetNames(pane)).toContain('留底');
  },
);

test('a sheet of the user that is called so is left alone', async () => {
  const pane = await opened();
  await pane.byHand.add(name);
  await pane.type({ [`${name}!A1`]: '我的报告' });
  await make(pane);
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2', name, `${name} (2)`]);
  expect(await textsOf(pane)).toEqual(['我的报告']);
});

test('a protected structure: said, and nothing is changed', async () => {
  const pane = await opened();
  await pane.byHand.protectStructure();
  await make(pane);
  expect(sheetNames(pane)).toEqual(['统计表1', '统计表2']);
  expect(pane.shown()).toContain('未能写出审核报告。');
});

test('a report of other figures stands in the way, and is made anew at one click', async () => {
  const pane = await opened();
  await make(pane);
  await pane.type({ '统计表1!D8': '693' });
  await pane.press('重新检查');
  const titles = () =>
    pane.view.queryAllByRole('heading', { level: 2 }).map((one) => one.textContent);
  expect(titles()).toContain('审核报告已过时');
  await pane.press('重新生成');
  expect(titles()).not.toContain('审核报告已过时');
  expect(titles()).toContain('错误');
  const [view] = pane.control.lastCheck?.views ?? [];
  if (view === undefined) throw new Error('no figures');
  const texts = await textsOf(pane);
  expect(texts).toContain(`数据指纹||${printedFingerprint(fingerprintOf(view))}`);
  // The new one does not say of itself that it is out of date.
  expect(texts.join('\n')).not.toContain('重新生成');
});
