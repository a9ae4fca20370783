/** Are a unit's 审核说明, as its file or its sheets carry them, seen beside its findings in 汇总, and only seen? */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { canBeExplained } from '../../../src/domain/submission/explainable';
import { explain } from '../../../src/domain/submission/explanation';
import type { Explanation } from '../../../src/domain/submission/kept';
import { readWorkbook } from '../../../src/files/readWorkbook';
import type { ConsolidateControl } from '../../../src/taskpane/consolidate/ConsolidateControl';
import { consolidationOf } from '../../../src/taskpane/consolidate/useConsolidation';
import { settings } from '../../domain/forms';
import { specimen } from '../../excel/openedExcel';
import { valueOf } from '../../ports/openedWorkbook';
import { withCustomXml, withExplanationsKept } from '../../submission';
import type { WorkbookPane } from '../shownPane';
import { memoryPane, shutPanes } from '../memoryPane';
import { realPane } from '../realPane';
import { fileOf } from './twelveFiles';

afterEach(shutPanes);

const puyang = 'puyang-2019.xlsx';
const unitName = '濮阳市财政局';

/** What a unit may have said of the specimen's fifteen warnings, as it was saved. */
async function saidOfPuyang(): Promise<Explanation[]> {
  const { views, findings } = checkWorkbook(
    valueOf(await readWorkbook(specimen(puyang))),
    settings,
  );
  const [unit] = views;
  if (unit === undefined) throw new Error('no unit');
  const isAbout = (rule: string) => (finding: (typeof findings)[number]) =>
    canBeExplained(finding) && finding.rule === rule;
  // Of one rule all; of the other one finding, of which a figure was another then.
  const all = findings
    .filter(isAbout('R-010'))
    .map((finding) => explain(finding, unit, 'annual', '年中追加预算（财预〔2019〕12号）'));
  const [settled] = findings
    .filter(isAbout('R-020'))
    .map((finding) => explain(finding, unit, 'annual', '据实结算'));
  const [first] = all;
  if (first === undefined || settled === undefined) throw new Error('no warnings');
  const changed = settled.figures.map((figure, at) =>
    at === 0 ? { ...figure, value: '12340000' } : figure,
  );
  return [
    ...all,
    { ...settled, figures: changed },
    { ...first, about: first.about.replace('R-010', 'R-030'), text: '合同期未到' },
  ];
}

const openTab = (pane: WorkbookPane) =>
  pane.after(() => pane.user.click(pane.view.getByRole('tab', { name: '汇总' })));

const controlOf = (pane: WorkbookPane): ConsolidateControl =>
  consolidationOf({ ...pane, language: 'zh-CN' });

async function openUnit(pane: WorkbookPane, finding: RegExp): Promise<void> {
  const [row] = pane.view.getAllByRole('button', { name: new RegExp(unitName) });
  if (row === undefined) throw new Error('no row');
  await pane.after(() => pane.user.click(row));
  expect(pane.heading()).toBe(unitName);
  await pane.until(() => {
    expect(pane.shown()).toMatch(finding);
  });
}

/** The unit's page of a file with these bytes. */
async function unitOf(bytes: Uint8Array): Promise<WorkbookPane> {
  const pane = await memoryPane('puyang-2019-formulas.xlsx');
  await openTab(pane);
  await pane.after(() => controlOf(pane).addFiles([fileOf('濮阳.xlsx', bytes)]));
  await openUnit(pane, /执行超预算/);
  return pane;
}

function entry({ view }: WorkbookPane, title: RegExp): HTMLElement {
  const item = view.getByRole('button', { name: title }).closest('li');
  if (item === null) throw new Error('no entry');
  return item;
}

const acts = ({ view }: WorkbookPane) =>
  view.queryAllByRole('button', { name: /^(填写说明|修改|删除|确认|全部删除)/ });

async function letterOf(pane: WorkbookPane): Promise<string> {
  await pane.press('复制退回意见');
  await pane.until(() => {
    expect(pane.shown()).toContain('已复制');
  });
  return pane.page.navigator.clipboard.readText();
}

test('of a file: what is said, what is to be confirmed again with both figures, and what is gone', async () => {
  const pane = await unitOf(await withExplanationsKept(specimen(puyang), await saidOfPuyang()));
  const over = entry(pane, /统计表1!D8/);
  expect(over.textContent).toContain('已说明：年中追加预算（财预〔2019〕12号）');
  expect(pane.shown().split('已说明：')).toHaveLength(14);
  const settled = entry(pane, /统计表1!E18/);
  expect(settled.textContent).toContain('需重新确认（数字已改，原说明）：据实结算');
  expect(settled.textContent).toContain('决算数 1,234 → 611.58 万元');
  // Of its twin nothing was said.
  expect(entry(pane, /统计表2!E9/).textContent).not.toMatch(/已说明|需重新确认/);

  expect(pane.shown()).toContain('无对应的审核说明（1）');
  await pane.press('无对应的审核说明（1）');
  expect(pane.shown()).toMatch(/·统计表\d·.+：合同期未到/);
  expect(pane.shown()).toContain('不计入。');
  // The file is the unit's: nothing of it is written from here.
  expect(acts(pane)).toEqual([]);
});

test('what it is sent back with asks no more for what is explained, and for all that is not', async () => {
  const pane = await unitOf(await withExplanationsKept(specimen(puyang), await saidOfPuyang()));
  const letter = await letterOf(pane);
  const [asked = '', explained = ''] = letter.split('已填审核说明的情况');
  expect(explained).toMatch(/教育.*（D8）[^]*已说明：年中追加预算（财预〔2019〕12号）/);
  expect(asked).not.toContain('（D8）');
  expect(asked).toMatch(/决算数（E18）[^]*决算数（E9）/);
  expect(explained).not.toMatch(/决算数（E18）|决算数（E9）/);
  expect(asked).toContain('需重新确认（数字已改，原说明）：据实结算');
});

test('without explanations nothing is said of them', async () => {
  const pane = await unitOf(specimen(puyang));
  expect(pane.shown()).not.toMatch(/已说明|重新确认|无对应/);
  expect(acts(pane)).toEqual([]);
  expect(await letterOf(pane)).not.toContain('已填审核说明');
});

test('what cannot be read is told once, and nothing counts as explained', async () => {
  const damaged =
    '<explanations xmlns="urn:purchase-services-statistics:explanations" version="1"><odd/></explanations>';
  const pane = await unitOf(await withCustomXml(specimen(puyang), damaged));
  expect(pane.shown().split('工作簿中保存的审核说明已损坏')).toHaveLength(2);
  expect(pane.shown()).not.toContain('已说明');
});

test('of this workbook’s own sheets the same, on the page and in what is sent back', async () => {
  const pane = await realPane(await withExplanationsKept(specimen(puyang), await saidOfPuyang()));
  await openTab(pane);
  await pane.after(() => controlOf(pane).addOwn());
  await openUnit(pane, /执行超预算/);
  expect(entry(pane, /统计表1!D8/).textContent).toContain('已说明：年中追加预算');
  expect(entry(pane, /统计表1!E18/).textContent).toMatch(/需重新确认.*1,234 → 611.58 万元/);
  expect(pane.shown()).toContain('无对应的审核说明（1）');
  expect(acts(pane)).toEqual([]);
  const [asked = '', explained = ''] = (await letterOf(pane)).split('已填审核说明的情况');
  expect(asked).not.toContain('（D8）');
  expect(explained).toContain('年中追加预算（财预〔2019〕12号）');
});
