/** Shows the real pane in one of its situations, chosen by the address: ?scene=… or ?specimen=…, &lang=…&theme=… */
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import { systemClock } from '../../../src/application/clock';
import type { Grid } from '../../../src/domain/grid';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { RoundingControl } from '../../../src/taskpane/rounding/RoundingControl';
import type { BesideFile } from '../../../src/taskpane/reportText/ReportTextControl';
import { reportTextOf } from '../../../src/taskpane/reportText/ReportTextControl';
import { roundingFormOf, wishOf } from '../../../src/taskpane/rounding/RoundingForm';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { lastRoundOf } from '../../../src/domain/lastRound/lastRound';
import { recogniseWorkbook } from '../../../src/domain/recognise/recogniseWorkbook';
import { viewReturns } from '../../../src/domain/returns/unitReturn';
import { writeSheets } from '../../../src/files/writeSheets';
import { startPane } from '../../../src/taskpane/startPane';
import { lastReport } from '../../../src/taskpane/state/paneState';
import { noFilter } from '../../../src/taskpane/state/paneState';
import { listedItems } from '../../../src/application/report/listedItems';
import type { ReportItem } from '../../../src/application/report/reportItem';
import type { RuleId } from '../../../src/domain/finding';
import { explanationNamespace } from '../../../src/domain/submission/explanationPart';
import type { ExplainControl } from '../../../src/taskpane/check/explain/ExplainControl';
import { explainingOf } from '../../../src/taskpane/check/explain/ExplainControl';
import { stopsOf } from '../../../src/taskpane/check/list/stops';
import { consolidationOf } from '../../../src/taskpane/consolidate/useConsolidation';
import type { ConsolidateControl } from '../../../src/taskpane/consolidate/ConsolidateControl';
import type { SubmitControl } from '../../../src/taskpane/submit/SubmitControl';
import { submissionOf } from '../../../src/taskpane/submit/useSubmission';
import { memoryPorts } from './memoryPorts';
import type { Memory } from './memoryPorts';
import { layoutOfGrid } from '../../application/fixture';
import { puyangPair } from '../puyang';
import { broken, endless, expected, twelve } from './twelve';
import table1 from '../../specimens/figures/puyang-2019-table1.tsv';
import table2 from '../../specimens/figures/puyang-2019-table2.tsv';

type Pane = ReturnType<typeof startPane>;
const itemsOf = ({ store }: Pane['control']) =>
  lastReport(store.get().check)?.units.flatMap(({ items }) => items) ?? [];
type Act = (pane: Pane, memory: Memory) => Promise<void> | void;

/** Made when they are shown: a page shows one scene of all. */
type Sheets = () => readonly Grid[];

interface Scene {
  readonly sheets: Sheets;
  readonly isFirst?: boolean;
  readonly act?: Act;
}

const figures = [table1, table2] as const;
const pair =
  (edits: Readonly<Record<string, number | string | null>> = {}): Sheets =>
  () =>
    puyangPair(figures, undefined, edits);
const check: Act = ({ control }) => control.check();
/** Without the lines on which the real report spends more than was budgeted. */
const quiet = (): Sheets => () =>
  pair()().map((grid) => ({
    ...grid,
    rows: grid.rows.map((row, at) =>
      at < 4 ? row : (row?.map((cell, column) => (column === 0 ? cell : zero(cell))) ?? row),
    ),
  }));
function zero<T extends { readonly value: unknown; readonly formula: string | null } | undefined>(
  cell: T,
): T {
  return cell !== undefined && typeof cell.value === 'number' ? { ...cell, value: 0 } : cell;
}
const slip = { '统计表1!K12': 7580.924, '统计表1!C8': '691.45', '统计表1!D20': -318 };
/** A clerk's bad morning: slips, text, a forgotten line, formulas typed over. */
const morning = {
  ...slip,
  '统计表2!C8': 7677.2,
  '统计表2!B10': null,
  '统计表1!C9': '80.6',
  '统计表1!E7': 2700,
};
/** All amounts of the second table in 元. */
const inYuan =
  (edits: Readonly<Record<string, number>> = {}): Sheets =>
  () => {
    const [first, second] = pair(edits)();
    if (first === undefined || second === undefined) return [];
    const rows = second.rows.map((row, at) =>
      at < 4
        ? row
        : row?.map((cell, column) =>
            cell !== undefined && typeof cell.value === 'number' && column % 4 !== 1 && column > 0
              ? { ...cell, value: Math.round(cell.value * 10_000) }
              : cell,
          ),
    );
    return [first, { ...second, rows }];
  };
const manyUnits: Sheets = () =>
  Array.from({ length: 50 }, (_, index) =>
    puyangPair(
      figures,
      { unit: `第${index + 1}区财政局`, sheets: [`表1-${index + 1}`, `表2-${index + 1}`] },
      { [`表1-${index + 1}!C9`]: 7, [`表1-${index + 1}!F12`]: 9 },
    ),
  ).flat();
/** Two units that do not say in which money their figures are. */
const withoutCurrency: Sheets = () =>
  manyUnits()
    .slice(0, 4)
    .map((grid) => ({
      ...grid,
      rows: grid.rows.map((row) =>
        row?.map((cell) =>
          typeof cell?.value === 'string'
            ? { ...cell, value: cell.value.replace(/金额：\S*元/, '') }
            : cell,
        ),
      ),
    }));
/** Two units with the same figures, of which one's name goes on where the other's ends. */
const alikeUnits: Sheets = () =>
  ['乙县', '乙县财政局'].flatMap((unit) =>
    puyangPair(figures, { unit, sheets: [`${unit}1`, `${unit}2`] }),
  );
/** A lower result whose notes say that a unit lacks. */
const lackingResult = () => {
  const sheets = ['统计表1', '统计表2'] as const;
  const tables = puyangPair(figures, { unit: '东区财政局', sheets }).map(layoutOfGrid);
  const rows = [
    ['计入的单位', '1'],
    ['甲乡', '甲乡.xlsx'],
    ['没有计入的单位', '1'],
    ['丙乡', '缺一张表，请补报；丙乡.xlsx'],
  ];
  const cells = rows.flatMap((line, row) =>
    line.map((content, column) => ({ row, column, content })),
  );
  return tables.concat(tables.slice(0, 1).map((table) => ({ ...table, name: '汇总说明', cells })));
};
/** Unfolds the part with this title, once it is there. */
async function unfold(...titles: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = [...document.querySelectorAll('button')].find((button) =>
      titles.includes(button.textContent),
    );
    if (found !== undefined) {
      found.click();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nothing to unfold: ${titles.join()}`);
}
/** Scrolls to the first element of a selector, once it is there. */
async function inSight(selector: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = document.querySelector(selector);
    found?.scrollIntoView({ block: 'center' });
    if (found !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not there: ${selector}`);
}
const openPage =
  (page: 'fill' | 'template' | 'settings'): Act =>
  ({ control }) => {
    control.store.send({ type: 'pageOpened', page });
  };

/** On 汇总, with what is given there. */
const consolidating =
  (act: (consolidate: ConsolidateControl, pane: Pane) => Promise<void> | void): Act =>
  async (pane, { ports }) => {
    const { control, writing } = pane;
    control.store.send({ type: 'pageOpened', page: 'consolidate' });
    const { language } = ports.environment;
    await act(consolidationOf({ control, writing, language }), pane);
  };

/** On 报送, 报告文字 unfolded, and a text compared. */
const reportText =
  (text: string): Act =>
  async ({ control }) => {
    await control.check();
    control.store.send({ type: 'pageOpened', page: 'submit' });
    await unfold('报告文字', 'Report text');
    const own = reportTextOf(control);
    own.paste(text);
    own.compare();
    for (let tries = 0; text !== '' && tries < 100; tries += 1) {
      document.querySelector('mark')?.scrollIntoView({ block: 'center' });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

/** The same tables under the heading of the year before, as a file that was chosen. */
function yearBefore(now: WorkbookGrids): BesideFile {
  const sheets = now.sheets.map((grid) => ({
    ...grid,
    rows: grid.rows.map((row) =>
      row?.map((cell) =>
        typeof cell?.value === 'string'
          ? { ...cell, value: cell.value.replaceAll('2019', '2018') }
          : cell,
      ),
    ),
  }));
  const tables = { ...now, sheets };
  const units = viewReturns(recogniseWorkbook(tables).returns, tables);
  const name = '2018年政府购买服务项目资金统计表（报送稿）.xlsx';
  return { kind: 'file', name, lastRound: lastRoundOf(units, null), tables, round: null };
}

/** Checked, with an explanation begun beside the item of a rule; what is done with it then. */
const explaining =
  (
    rule: RuleId,
    act: (explain: ExplainControl, item: ReportItem, pane: Pane, memory: Memory) => Promise<void>,
  ): Act =>
  async (pane, memory) => {
    const { control } = pane;
    await control.check();
    const unit = lastReport(control.store.get().check)?.units[0];
    const items = listedItems(unit?.items ?? [], noFilter);
    const item = items.find(({ findings }) => findings[0]?.rule === rule);
    if (unit === undefined || item === undefined) throw new Error(`no ${rule}`);
    const own = explainingOf(pane);
    own.begin(item.key, item.findings);
    await act(own, item, pane, memory);
    const stop = stopsOf({ id: unit.tables.id, items }).find(({ key }) => key === item.key);
    if (stop !== undefined) await control.visit(stop);
  };

/** On 报送, after what is done there. */
const submitting =
  (act: (submit: SubmitControl, pane: Pane, memory: Memory) => Promise<void> | void): Act =>
  async (pane, memory) => {
    pane.control.store.send({ type: 'pageOpened', page: 'submit' });
    await act(submissionOf(pane.control, pane.writing), pane, memory);
  };

/** The figures with another year above them, and some a little different. */
const lastYear = () =>
  puyangPair(
    figures,
    { unit: '濮阳市财政局', sheets: ['上年1', '上年2'] },
    { '上年1!C8': 69.145 },
  ).map((grid) => ({
    ...grid,
    rows: grid.rows.map((row, at) =>
      at > 3
        ? row
        : row?.map((cell) =>
            typeof cell?.value === 'string'
              ? { ...cell, value: cell.value.replaceAll('2019', '2018') }
              : cell,
          ),
    ),
  }));

const scenes: Readonly<Record<string, Scene>> = {
  welcome: { sheets: pair(), isFirst: true },
  idle: { sheets: pair() },
  passed: { sheets: quiet(), act: check },
  warnings: { sheets: pair(), act: check },
  errors: { sheets: pair(slip), act: check },
  overview: {
    sheets: pair(),
    act: async (pane) => {
      await pane.control.check();
      await unfold('看一眼', 'At a glance');
    },
  },
  overviewUnclear: {
    sheets: pair({ '统计表1!K8': '约七百', '统计表1!K12': 12000, '统计表2!K24': 40000 }),
    act: async (pane) => {
      await pane.control.check();
      await unfold('看一眼', 'At a glance');
    },
  },
  overviewBelow: {
    sheets: pair({
      '统计表1!K5': -3275.3,
      '统计表1!L7': -2600,
      '统计表1!K9': 0.14,
      '统计表1!L9': 0.14,
      '统计表1!K10': 0,
      '统计表1!L10': 0,
    }),
    act: async (pane) => {
      await pane.control.check();
      await unfold('看一眼', 'At a glance');
    },
  },
  tied: { sheets: pair({ '统计表1!C8': 700.45, '统计表1!K8': 700.45 }), act: check },
  selected: {
    sheets: pair(slip),
    act: async ({ control }) => {
      await control.check();
      const [stop] = stopsOf({ id: '', items: itemsOf(control) });
      if (stop !== undefined) await control.visit(stop);
    },
  },
  morning: { sheets: pair(morning), act: check },
  texts: {
    sheets: pair({
      '统计表1!C8': '691.45',
      '统计表1!C9': '80.6',
      '统计表1!G12': '1,064.71元',
      '统计表1!D20': -318,
    }),
    act: check,
  },
  event: { sheets: inYuan(), act: check },
  besides: { sheets: inYuan({ '统计表2!C11': 2000 }), act: check },
  many: { sheets: manyUnits, act: check },
  unit: {
    sheets: manyUnits,
    act: async ({ control }) => {
      await control.check();
      const unit = lastReport(control.store.get().check)?.units[2];
      if (unit !== undefined) control.store.send({ type: 'unitOpened', unit: unit.tables.id });
    },
  },
  refused: {
    sheets: pair({ '统计表2!F3': '其他资金' }),
    act: check,
  },
  none: { sheets: () => [], act: check },
  filters: { sheets: pair(slip), act: check },
  fault: {
    sheets: pair(slip),
    act: async (pane, memory) => {
      memory.fail({ code: 'cellEditing' }, 2);
      await pane.control.check();
    },
  },
  outdated: {
    sheets: pair(slip),
    act: async ({ control }, memory) => {
      await control.setLive('off');
      await control.check();
      memory.workbook.type('统计表1', 'K12', '1');
    },
  },
  fill: {
    sheets: pair(),
    act: async (pane) => {
      await pane.control.check();
      pane.control.store.send({ type: 'pageOpened', page: 'fill' });
    },
  },
  preview: {
    sheets: pair({ '统计表1!J5': null, '统计表1!K5': null, '统计表1!L8': 5, '统计表1!K24': null }),
    act: ({ writing }) => writing.previewFill(null),
  },
  written: {
    sheets: pair({ '统计表1!J5': null, '统计表1!K5': null }),
    act: async ({ writing }) => {
      await writing.previewFill(null);
      await writing.write();
    },
  },
  adopt: {
    sheets: pair({ '统计表1!K12': 7580.924 }),
    act: async ({ control, writing }) => {
      await control.check();
      const best = itemsOf(control).find((item) => item.kind === 'slip')?.explanation;
      if (best !== undefined) await writing.previewExplanation(best);
    },
  },
  reportText: { sheets: pair(), act: reportText('') },
  reportTextCompared: {
    sheets: pair(),
    act: reportText(
      '2019 年全年累计纳入购买服务预算项目 263 个，预算资金 41528.12 万元，执行资金 40790.51 万元，决算资金 40201.87 万元。其中教育与文化体育与传媒分别为 3 个、691.45 万元和 5 万元。年服务费 2292 万元。',
    ),
  },
  reportTextGrown: {
    sheets: pair(),
    act: async (pane, memory) => {
      const text =
        '2019 年购买服务预算 41528.12 万元，与上年持平，执行 40790.51 万元，比上年增长 3.82%。';
      await reportText(text)(pane, memory);
      reportTextOf(pane.control).setLastYear(yearBefore(pane.control.checkedWorkbook));
      document.querySelector('textarea')?.scrollIntoView({ block: 'end' });
    },
  },
  template: { sheets: pair(), act: openPage('template') },
  noTable: { sheets: () => [], act: async (pane) => pane.writing.previewFill(null) },
  typed: {
    sheets: pair({ '统计表1!K24': 40000, '统计表1!L9': '—' }),
    act: ({ writing }) => writing.previewFill(null),
  },
  blocked: {
    sheets: pair({
      '统计表1!C8': '691.45',
      '统计表1!C9': '12.5元',
      '统计表1!K9': null,
      '统计表1!K8': null,
      '统计表1!C24': null,
      '统计表1!K24': null,
      '统计表2!J6': null,
    }),
    act: ({ writing }, memory) => {
      memory.workbook.protect('统计表2');
      return writing.previewFill(null);
    },
  },
  protected: {
    sheets: pair(slip),
    act: ({ control }, memory) => {
      memory.workbook.protect('统计表1');
      memory.workbook.protect('统计表2');
      return control.check();
    },
  },
  heading: {
    sheets: pair({ '统计表1!A2': '填报单位：濮阳市财政局　年份：（2018）　金额：万元' }),
    act: async ({ control, writing }) => {
      await control.check();
      const found = lastReport(control.store.get().check)?.units.flatMap(
        ({ findings }) => findings,
      );
      await writing.previewCorrections((found ?? []).filter(({ rule }) => rule === 'X-030'));
    },
  },
  rounding: {
    sheets: pair(),
    act: async ({ control, writing }) => {
      control.store.send({ type: 'pageOpened', page: 'rounding' });
      const choice = { currencyUnit: 'tenThousandYuan', decimals: 0 } as const;
      roundingFormOf(control).choose(choice);
      await new RoundingControl(writing).preview({ pair: 1, target: choice });
    },
  },
  unbalanced: {
    sheets: pair(slip),
    act: async ({ control, writing }) => {
      control.store.send({ type: 'pageOpened', page: 'rounding' });
      const choice = { currencyUnit: 'tenThousandYuan', decimals: 0 } as const;
      roundingFormOf(control).choose(choice);
      await new RoundingControl(writing).preview({ pair: 1, target: choice });
    },
  },
  converting: {
    sheets: pair(slip),
    act: async ({ control, writing }) => {
      control.store.send({ type: 'pageOpened', page: 'rounding' });
      const target = { pair: 1, currencyUnit: 'tenThousandYuan', decimals: 6 } as const;
      const choice = { ...target, typedUnit: 'yuan', typedForm: 'table2' } as const;
      roundingFormOf(control).choose(choice);
      await new RoundingControl(writing).preview(wishOf(choice, ['table1', 'table2']));
    },
  },
  explain: {
    sheets: pair(),
    act: explaining('R-010', (explain, item) => {
      explain.change(item.key, { text: '年中追加预算，财预〔2019〕12号' });
      return Promise.resolve();
    }),
  },
  explainSeveral: {
    sheets: pair(),
    act: explaining('R-010', async (explain, item) => {
      explain.change(item.key, { chosen: new Set(item.findings.slice(1).map(({ id }) => id)) });
      await unfold('用于 12 处（共 13 处）', 'For 12 of 13');
    }),
  },
  explained: {
    sheets: pair(),
    act: explaining('R-010', async (explain, item, pane, { workbook }) => {
      const chosen = new Set(item.findings.slice(0, 11).map(({ id }) => id));
      explain.change(item.key, {
        chosen,
        text: '年中追加预算，财预〔2019〕12号，用于新增的社会工作服务和公共设施管理服务项目',
      });
      await explain.save(item.key);
      workbook.type('统计表1', 'D8', '700');
      workbook.type('统计表1', 'D7', '0');
      await pane.control.check();
    }),
  },
  unreadable: {
    sheets: pair(),
    act: (pane, { workbook }) => {
      workbook.explanations.parts = [`<explanations xmlns="${explanationNamespace}" version="9"/>`];
      return pane.control.check();
    },
  },
  belongings: {
    sheets: pair(),
    act: async (pane, memory) => {
      const { control } = pane;
      await explaining('R-020', async (explain, item) => {
        explain.change(item.key, { text: '据实结算' });
        await explain.save(item.key);
        await control.setRound('july');
      })(pane, memory);
      control.store.send({ type: 'pageOpened', page: 'settings' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => ['全部清除', 'Remove all'].includes(textContent))
        ?.scrollIntoView({ block: 'end' });
    },
  },
  submit: { sheets: pair(), act: submitting(() => undefined) },
  submitInTheWay: {
    sheets: pair(morning),
    act: submitting(async (submit, pane, memory) => {
      await pane.control.check();
      memory.workbook.saved = false;
      await submit.check();
    }),
  },
  submitReady: { sheets: quiet(), act: submitting((submit) => submit.check()) },
  submitUnits: { sheets: manyUnits, act: submitting((submit) => submit.check()) },
  submitOutdated: {
    sheets: quiet(),
    act: submitting(async (submit, _, memory) => {
      await submit.check();
      memory.workbook.type('统计表1', 'C8', '1');
      await new Promise((resolve) => setTimeout(resolve, 1200));
    }),
  },
  submitLastRound: {
    sheets: () => [...pair()(), ...lastYear()],
    act: submitting(async (submit, pane) => {
      await pane.control.check();
      await submit.compareWithYear(2018);
      await unfold('与上期比较', 'Compare with the round before');
    }),
  },
  submitReport: {
    sheets: pair(),
    act: submitting(async (submit) => {
      await submit.makeReport('zh-CN');
      await unfold('审核报告', 'Report of the check');
    }),
  },
  settings: { sheets: pair(), act: openPage('settings') },
  consolidate: { sheets: pair(), act: consolidating(() => undefined) },
  consolidateReading: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      void consolidate.addFiles([...twelve('01', '02', '04'), endless, ...twelve('05')]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }),
  },
  consolidateSet: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      consolidate.decide({ expectedUnits: expected });
      await consolidate.addFiles([...twelve(), broken]);
    }),
  },
  consolidateWhole: {
    sheets: pair(),
    act: consolidating((consolidate) => consolidate.addFiles(twelve('01', '02', '03'))),
  },
  consolidateOwn: {
    sheets: manyUnits,
    act: consolidating((consolidate) => consolidate.addOwn()),
  },
  consolidateCurrency: {
    sheets: withoutCurrency,
    act: consolidating((consolidate) => consolidate.addOwn()),
  },
  consolidateAlike: {
    sheets: alikeUnits,
    act: consolidating((consolidate) => consolidate.addOwn()),
  },
  consolidateLacking: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      const bytes = await writeSheets(lackingResult());
      const file = { name: '东区财政局.xlsx', size: bytes.length };
      await consolidate.addFiles([
        ...twelve('01', '03'),
        { ...file, bytes: () => Promise.resolve(bytes.slice()) },
      ]);
    }),
  },
  consolidateUnit: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      await consolidate.addFiles(twelve());
      await consolidate.openUnit('file4#1');
    }),
  },
  consolidatePreview: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      await consolidate.addFiles(twelve());
      await consolidate.preview();
    }),
  },
  consolidateOverview: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      await consolidate.addFiles(twelve());
      await consolidate.preview();
      await unfold('看一眼', 'At a glance');
      await inSight('[role=rowheader]');
    }),
  },
  consolidateWritten: {
    sheets: pair(),
    act: consolidating(async (consolidate) => {
      await consolidate.addFiles(twelve('01', '02', '03'));
      await consolidate.preview();
      await consolidate.write();
    }),
  },
};

/** A workbook of the specimens, checked. */
async function ofSpecimen(name: string): Promise<Scene> {
  const response = await fetch(`/test/specimens/${name}`);
  const read = await readWorkbook(new Uint8Array(await response.arrayBuffer()));
  if (!read.ok) throw new Error(`${name}: ${read.fault.code}`);
  const { sheets } = read.value;
  return { sheets: () => sheets, act: check };
}

let root: Root | undefined;

/** @param address as behind the question mark of the page's own */
async function show(address: string): Promise<void> {
  root?.unmount();
  delete document.body.dataset['scene'];
  const asked = new URLSearchParams(address);
  const specimen = asked.get('specimen');
  const scene =
    specimen === null ? scenes[asked.get('scene') ?? 'welcome'] : await ofSpecimen(specimen);
  const container = document.getElementById('pane');
  if (scene === undefined || container === null) throw new Error('No such scene.');
  const theme = asked.get('theme');
  const memory = memoryPorts(
    { sheets: scene.sheets() },
    {
      language: asked.get('lang') === 'en' ? 'en-US' : 'zh-CN',
      theme: theme === 'dark' || theme === 'highContrast' ? theme : 'light',
      kept: scene.isFirst === true ? {} : { acquainted: 'true' },
    },
  );
  const pane = startPane(memory.ports, {
    ...systemClock,
    now: () => new Date('2020-03-01T09:00:00'),
  });
  root = createRoot(container);
  root.render(pane.element);
  await scene.act?.(pane, memory);
  document.body.dataset['scene'] = 'ready';
}

Reflect.set(window, 'sceneNames', Object.keys(scenes));
Reflect.set(window, 'showScene', show);
void show(window.location.search);
