/**
 * Every reason for which a workbook cannot be submitted, each in a workbook in which it alone stands in the
 * way: for the tests of what is found out, and of what the pane shows.
 */
import { reportOf } from '../src/application/report/makeReport';
import { submissionReport } from '../src/application/submissionReport';
import { checkWorkbook } from '../src/application/checkWorkbook';
import type { Obstacle, ToBeSubmitted } from '../src/application/readyToSubmit';
import type { Grid, WorkbookGrids, WorkbookName } from '../src/domain/grid';
import { lastRoundOf } from '../src/domain/lastRound/lastRound';
import type { CheckSettings } from '../src/domain/rules/settings';
import type { Explanation } from '../src/domain/submission/kept';
import { canBeExplained } from '../src/domain/submission/explainable';
import { explain } from '../src/domain/submission/explanation';
import { reportLayout } from '../src/domain/submission/reportSheet';
import { gridOfSheet } from '../src/domain/template/layoutGrid';
import { reportSheetRows } from '../src/wording/reportSheet';
import type { Changes } from './domain/forms';
import { emptied } from './domain/rules/specs';
import { changed, grid, officialSheet, puyang, puyangRows, settings } from './domain/forms';

/** Explanations of all warnings that a workbook has. */
export function explainAll(workbook: WorkbookGrids, by: CheckSettings = settings): Explanation[] {
  const { views, findings } = checkWorkbook(workbook, by);
  return findings.filter(canBeExplained).flatMap((finding) => {
    const unit = views.find(({ number }) => number === finding.pair);
    return unit === undefined ? [] : [explain(finding, unit, by.round, '据实结算')];
  });
}

/** Of the city's tables as they are. */
export const explanations = explainAll(puyang());

/** What is looked at: the city's tables, all explained, unmarked and saved, but for what is said. */
export interface Situation {
  readonly workbook?: WorkbookGrids;
  readonly explanations?: readonly Explanation[];
  readonly settings?: Partial<CheckSettings>;
  readonly given?: Partial<ToBeSubmitted>;
}

export function withFirst(change: Partial<Grid>, changes: Changes = {}): WorkbookGrids {
  const { sheets } = puyang(changes);
  return { sheets: sheets.map((sheet, at) => (at === 0 ? { ...sheet, ...change } : sheet)) };
}

export const formula = (text: string, value: number | string) => ({ formula: text, value });

/** A figure of the city's Table 1. */
export function figure(letter: string, row: number): number {
  return Number(puyangRows(1)[row - 5]?.['ABCDEFGHIJKLM'.indexOf(letter)] ?? 0);
}

/** An amount moved from one line of Table 1 to another, so that the column's total stays. */
export function moved(letter: string, to: number, from: number, amount: number): Changes {
  const total = 'JKLM'['BCDE'.indexOf(letter)] ?? '';
  const exact = (value: number) => Number(value.toFixed(4));
  return {
    [`${letter}${to}`]: exact(figure(letter, to) + amount),
    [`${letter}${from}`]: exact(figure(letter, from) - amount),
    [`${total}${to}`]: exact(figure(total, to) + amount),
    [`${total}${from}`]: exact(figure(total, from) - amount),
  };
}

/** One project on one line, and the totals. */
function small(line: number, total: number): Changes {
  const figures = { B: 1, C: 10, D: 9, E: 8, J: 1, K: 10, L: 9, M: 8 };
  return Object.fromEntries(
    [line, total].flatMap((row) =>
      Object.entries(figures).map(([letter, value]) => [`${letter}${row}`, value]),
    ),
  );
}

/** 汇总底稿1 and 汇总说明 beside the pair. */
export function consolidated(notes: Record<string, string | number> | null): WorkbookGrids {
  const { sheets } = puyang();
  const titles = ['一般公共预算', '政府性基金预算'].flatMap((block) =>
    ['项目数', '预算数', '执行数', '决算数'].map((measure) => `${block}·${measure}`),
  );
  const paper: Record<string, string | number> = {
    A1: '单位',
    B1: '服务领域',
    A2: '甲县',
    B2: '教育',
  };
  titles.forEach((title, at) => {
    paper[`${'CDEFGHIJ'[at] ?? ''}1`] = title;
    paper[`${'CDEFGHIJ'[at] ?? ''}2`] = 1;
  });
  return {
    sheets: [
      ...sheets,
      grid('汇总底稿1', paper),
      ...(notes === null ? [] : [grid('汇总说明', notes)]),
    ],
  };
}

export function withoutPapers({ sheets }: WorkbookGrids): WorkbookGrids {
  return { sheets: sheets.filter(({ name }) => !name.startsWith('汇总底稿')) };
}

/** The last sheet under another name. */
export function renamed({ sheets }: WorkbookGrids, name: string): WorkbookGrids {
  return { sheets: sheets.map((one, at) => (at === sheets.length - 1 ? { ...one, name } : one)) };
}

export const whole = {
  A1: '项目',
  A2: '计入的单位',
  B2: 1,
  A3: '甲县',
  A4: '没有计入的单位',
  B4: 0,
};

/** The same tables of another unit. */
export function otherUnit(): WorkbookGrids {
  const other = { A2: '填报单位：安阳市财政局' };
  return puyang(other, other);
}

/** The workbook with the 审核报告 of another one, as it was made. */
function withReportOf(other: WorkbookGrids): WorkbookGrids {
  const check = checkWorkbook(other, settings);
  const rows = reportSheetRows(
    submissionReport(check, reportOf(check), { obstacles: [], left: [] }, settings),
    'zh-CN',
  );
  return { sheets: [...puyang().sheets, gridOfSheet(reportLayout('审核报告', rows))] };
}

/** The city's tables with the report of them. */
export const reported = withReportOf(puyang());

const leadingOut: readonly WorkbookName[] = [
  { name: '年初数', sheet: '统计表1', isHidden: true, leads: 'out' },
];
const byName: readonly WorkbookName[] = [
  { name: '年初数', sheet: null, isHidden: false, leads: 'outByName' },
];

/** What is found, a name of the situation, and the situation. */
export const alone: readonly (readonly [Obstacle['code'], string, Situation])[] = [
  ['errors', 'an error', { workbook: puyang({ B12: 99, J12: 99, B24: 999 }) }],
  ['notExplained', 'a warning without an explanation', { explanations: explanations.slice(1) }],
  [
    'toReconfirm',
    'an explanation whose figure has changed since',
    { workbook: puyang(moved('E', 10, 18, 0.01)), explanations },
  ],
  [
    'requiredFigures',
    'figures that the round requires',
    { workbook: puyang({ ...moved('E', 5, 8, -figure('E', 5)), E5: undefined }) },
  ],
  ['heading', 'a blank field above a table', { workbook: puyang({ A2: '填报单位：' }) }],
  ...['××单位', 'XX县财政局', '某单位', '____'].map((name) => {
    const sample = { A2: `填报单位：${name}` };
    return ['heading', `a sample’s name, ${name}`, { workbook: puyang(sample, sample) }] as const;
  }),
  ['hidden', 'a hidden row with figures', { workbook: withFirst({ hiddenRows: new Set([6]) }) }],
  [
    'hidden',
    'a hidden column with figures',
    { workbook: withFirst({ hiddenColumns: new Set([2]) }) },
  ],
  ['hidden', 'a table on a hidden sheet', { workbook: withFirst({ visibility: 'hidden' }) }],
  [
    'hidden',
    'a table on a sheet that only a macro shows',
    { workbook: withFirst({ visibility: 'veryHidden' }) },
  ],
  [
    'links',
    'a link to another workbook in a table',
    { workbook: puyang({ C5: formula('=[2018.xlsx]表!C5', Number(puyangRows(1)[0]?.[2])) }) },
  ],
  [
    'links',
    'a link to another workbook beside the tables',
    {
      workbook: {
        sheets: [...puyang().sheets, grid('备注', { A1: formula("='[x.xlsx]表'!A1", 1) })],
      },
    },
  ],
  [
    'links',
    'a defined name that leads to another workbook, used or not',
    { workbook: { ...puyang(), names: leadingOut } },
  ],
  [
    'links',
    'a figure that comes from another workbook by a name',
    { workbook: { ...puyang({ C5: formula('=年初数', figure('C', 5)) }), names: byName } },
  ],
  [
    'links',
    'a cell beside the tables that does',
    {
      workbook: {
        sheets: [...puyang().sheets, grid('备注', { A1: formula('=年初数', 1) })],
        names: byName,
      },
    },
  ],
  [
    'links',
    'a list to choose from that stands in another workbook',
    {
      workbook: {
        ...puyang(),
        linksBeside: [{ kind: 'validation', sheet: '统计表1', cells: 'B5:B9' }],
      },
    },
  ],
  [
    'links',
    'a chart of another workbook’s figures',
    { workbook: { ...puyang(), linksBeside: [{ kind: 'chart' }] } },
  ],
  [
    'links',
    'a text that is put together to another workbook’s address',
    {
      workbook: {
        sheets: [
          ...puyang().sheets,
          grid('备注', { A1: formula('=INDIRECT("[x.xlsx]表!A1")', 1) }),
        ],
      },
    },
  ],
  ['notChecked', 'names that could not be read', { workbook: { ...puyang(), names: null } }],
  ['marks', 'marks', { given: { markedSheets: ['统计表1'] } }],
  [
    'notRecalculated',
    'formulas that wait to be calculated',
    {
      workbook: {
        ...puyang({ C24: formula('=SUM(C5:C23)', 35956.4864) }),
        calculation: { mode: 'automatic', isPending: true, fullOnLoad: false },
      },
    },
  ],
  [
    'notRecalculated',
    'a total that shows an old result',
    { workbook: puyang({ J12: formula('=B12+F12', 60) }) },
  ],
  [
    'reportOutdated',
    'a report of other figures',
    { workbook: withReportOf(puyang(moved('E', 10, 18, 0.01))) },
  ],
  ['reportOutdated', 'a report of another unit', { workbook: withReportOf(otherUnit()) }],
  ['notSaved', 'changes that are not saved', { given: { isSaved: false } }],
  [
    'unitsLacking',
    'a consolidated pair in which a unit does not count',
    {
      workbook: consolidated({ ...whole, B4: 1, A5: '乙县', B5: '有错误，请退回改正；乙县.xlsx' }),
    },
  ],
  [
    'unitsLacking',
    'a consolidated pair in which a unit of the list is missing',
    {
      workbook: consolidated({
        ...whole,
        A5: '错误 U-050 应报未报',
        B5: '名单上的 1 个单位没有报送：丙县。',
      }),
    },
  ],
  [
    'unitsLacking',
    'a consolidated pair of which a file could not be read',
    { workbook: consolidated({ ...whole, A5: '未能读取：丁县.xlsx', B5: '文件损坏' }) },
  ],
  [
    'unitsLacking',
    'a consolidated pair in which a unit does not count, without its working papers',
    {
      workbook: withoutPapers(
        consolidated({ ...whole, B4: 1, A5: '乙县', B5: '有错误，请退回改正；乙县.xlsx' }),
      ),
    },
  ],
  [
    'unitsLacking',
    'a second consolidated pair that does not say what counted, the first taken out',
    { workbook: renamed(consolidated(null), '汇总底稿1 (2)') },
  ],
  [
    'unitsLacking',
    'a consolidated pair whose working paper was renamed, without what counted',
    { workbook: renamed(consolidated(null), '底稿') },
  ],
  [
    'unitsLacking',
    'a consolidated pair in which a unit does not count, what says so renamed',
    {
      workbook: renamed(
        consolidated({ ...whole, B4: 1, A5: '乙县', B5: '有错误，请退回改正；乙县.xlsx' }),
        '说明',
      ),
    },
  ],
  [
    'unitsLacking',
    'a consolidated pair that does not say what counted',
    { workbook: consolidated(null) },
  ],
  [
    'explanationsUnreadable',
    'explanations that cannot be read',
    {
      workbook: {
        ...puyang(emptied(20, small(5, 24)), emptied(7, small(5, 11))),
        explanations: { kind: 'unreadable', why: 'damaged' },
      },
    },
  ],
  ['notChecked', 'no table', { workbook: { sheets: [grid('空', { A1: '无' })] } }],
  [
    'notChecked',
    'a sheet that could not be read',
    {
      workbook: {
        ...puyang(),
        unread: [{ sheet: '附表', part: 'sheet', reason: 'damaged' }],
      },
    },
  ],
  [
    'notChecked',
    'a sheet that looks like a table and was not taken',
    {
      workbook: {
        sheets: [
          ...puyang().sheets,
          grid(
            '旧表',
            changed(officialSheet(1, puyangRows(1)), {
              B3: undefined,
              F3: undefined,
              J3: undefined,
            }),
          ),
        ],
      },
    },
  ],
  [
    'notChecked',
    'a round before in which the unit is not found',
    { settings: { lastRound: lastRoundOf(checkWorkbook(otherUnit(), settings).views, null) } },
  ],
  [
    'notChecked',
    'a host that cannot say which sheets are marked',
    { given: { markedSheets: null } },
  ],
  ['notChecked', 'a host that does not say whether all is saved', { given: { isSaved: null } }],
];
