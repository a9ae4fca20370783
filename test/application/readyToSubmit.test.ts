/** Every reason for which a workbook cannot be submitted: each of them stands in the way alone. */
import { checkWorkbook } from '../../src/application/checkWorkbook';
import type { Obstacle } from '../../src/application/readyToSubmit';
import { inTheWay, leftToLookAt } from '../../src/application/readyToSubmit';
import { reportOf } from '../../src/application/report/makeReport';
import { submissionReport } from '../../src/application/submissionReport';
import { submissionJson } from '../../src/cli/submissionJson';
import type { WorkbookGrids } from '../../src/domain/grid';
import { findingMessage } from '../../src/wording/findings';
import { leftToLookAtMessage, obstacleMessage } from '../../src/wording/submission';
import { reportSheetRows } from '../../src/wording/reportSheet';
import { reportMarkdown } from '../../src/wording/submissionReport';
import { grid, puyang, settings } from '../domain/forms';
import type { Situation } from '../situations';
import {
  alone,
  consolidated,
  explainAll,
  explanations,
  figure,
  formula,
  moved,
  renamed,
  reported,
  whole,
  withFirst,
  withoutPapers,
} from '../situations';

function obstacles(situation: Situation): readonly Obstacle[] {
  const workbook: WorkbookGrids = {
    ...(situation.workbook ?? puyang()),
  };
  const by = { ...settings, ...situation.settings };
  const check = checkWorkbook(workbook, by);
  const report = reportOf(
    check,
    workbook.explanations ?? {
      kind: 'read',
      explanations: situation.explanations ?? explainAll(workbook, by),
    },
  );
  return inTheWay({ report, workbook, markedSheets: [], isSaved: true, ...situation.given });
}

function codes(situation: Situation): string[] {
  return obstacles(situation).map(({ code }) => code);
}

test('nothing stands in the way of a workbook whose warnings are all explained', () => {
  expect(explanations.length).toBe(15);
  expect(obstacles({})).toEqual([]);
});

test.each(alone)('%s: %s', (code, _name, situation) => {
  const found = obstacles(situation);
  expect(found.map((one) => one.code)).toEqual([code]);
  const [first] = found;
  if (first === undefined) return;
  for (const language of ['zh-CN', 'en-US'] as const) {
    expect(obstacleMessage(first, language)).not.toMatch(/undefined|NaN|\[object/);
    expect(obstacleMessage(first, language).length).toBeGreaterThan(10);
  }
});

test.each([
  ['another result than Excel will show', formula('=B12+F12', 60)],
  ['no result', { ...formula('=B12+F12', 0), value: null }],
])('a file that stores %s for a total, though Excel calculates it on opening', (_name, cell) => {
  const workbook: WorkbookGrids = {
    ...puyang({ J12: cell }),
    calculation: { mode: 'automatic', isPending: false, fullOnLoad: true },
  };
  expect(checkWorkbook(workbook, settings).findings.map(({ severity }) => severity)).not.toContain(
    'error',
  );
  expect(codes({ workbook })).toEqual(['notRecalculated']);
  const right: WorkbookGrids = { ...workbook, ...puyang({ J12: formula('=B12+F12', 12) }) };
  expect(codes({ workbook: right })).toEqual([]);
});

test('a unit that is the sum of others, or that counted once, is none that lacks', () => {
  const notes = {
    ...whole,
    B4: 2,
    A5: '全市汇总',
    B5: '是其他单位之和；全市.xlsx',
    A6: '甲县',
    B6: '重复报送；甲县2.xlsx',
  };
  expect(codes({ workbook: consolidated(notes) })).toEqual([]);
  expect(codes({ workbook: consolidated(whole) })).toEqual([]);
  expect(codes({ workbook: renamed(consolidated(whole), '说明') })).toEqual([]);
  expect(codes({ workbook: withoutPapers(consolidated(whole)) })).toEqual([]);
});

test('formulas calculated by hand whose results are right are not in the way, nor are notices', () => {
  const workbook: WorkbookGrids = {
    ...puyang({ C24: formula('=SUM(C5:C23)', 35956.4864), G5: '—' }),
    calculation: { mode: 'manual', isPending: false, fullOnLoad: false },
  };
  expect(codes({ workbook })).toEqual([]);
});

test('of a file that takes no explanations it is said where they can be written', () => {
  const workbook = { ...puyang(), takesExplanations: false } as const;
  const [found] = obstacles({ workbook, explanations: [] });
  expect(found && obstacleMessage(found, 'zh-CN')).toContain('另存为 .xlsx');
  expect(found && obstacleMessage(found, 'en-US')).toContain('as .xlsx');
});

test('a report of the figures as they are is not in the way, nor is one that is kept under another name', () => {
  expect(codes({ workbook: reported })).toEqual([]);
  const changed = puyang(moved('E', 10, 18, 0.01));
  const [report] = reported.sheets.slice(-1);
  if (report === undefined) throw new Error('no report');
  const by = (name: string): Situation => ({
    workbook: { sheets: [...changed.sheets, { ...report, name }] },
  });
  expect([codes(by('审核报告')), codes(by('七月的报告'))]).toEqual([['reportOutdated'], []]);
});

test('an explanation does not take away what is hidden, nor a link', () => {
  const workbook = withFirst({ hiddenRows: new Set([6]) });
  expect(explainAll(workbook).length).toBe(16);
  expect(codes({ workbook })).toEqual(['hidden']);
});

test('what has no room to be seen stands in the way as what is hidden, with another remedy', () => {
  const none = new Set<number>();
  const workbook = withFirst({ squeezed: { rows: new Set([6]), columns: new Set([2]) } });
  const both = withFirst({
    hiddenRows: new Set([6]),
    squeezed: { rows: none, columns: new Set([2]) },
  });
  const messages = (one: WorkbookGrids) =>
    checkWorkbook(one, settings)
      .findings.filter(({ rule }) => rule === 'S-010')
      .map((finding) => [findingMessage(finding, 'zh-CN'), findingMessage(finding, 'en-US')]);
  expect(messages(workbook)).toEqual([
    [
      '第 7 行太低，看不见内容，行内填有数字并计入合计。请调高行高后核对。',
      'Row 7 is too low to be seen and holds figures that are part of the totals. Make it higher and check.',
    ],
    [
      'C 列太窄，看不见内容，列内填有数字并计入合计。请调宽列宽后核对，并重新校验。',
      'Column C is too narrow to be seen and holds figures that are part of the totals. Make it wider and check again.',
    ],
  ]);
  const told = (one: WorkbookGrids) =>
    obstacles({ workbook: one })
      .filter(({ code }) => code === 'hidden')
      .map((obstacle) => obstacleMessage(obstacle, 'zh-CN'));
  expect(told(workbook)).toEqual([
    '有 2 处行或列太低、太窄，填有的数字看不见。请调高行高、调宽列宽后再报送（不能用审核说明代替）。',
  ]);
  expect(told(both)).toEqual([
    '有 1 处隐藏的行或列填有数字。有 1 处行或列太低、太窄，填有的数字看不见。请取消隐藏、调高行高、调宽列宽后再报送（不能用审核说明代替）。',
  ]);
});

test('units that lack are told one by one', () => {
  const lacking = consolidated({
    ...whole,
    B4: 1,
    A5: '乙县',
    B5: '有错误，请退回改正；乙县.xlsx',
    A6: '错误 U-050 应报未报',
    B6: '名单上的 1 个单位没有报送：丙县。',
  });
  const [found] = obstacles({ workbook: lacking });
  expect(found && obstacleMessage(found, 'zh-CN')).toBe(
    '汇总表不全，“汇总说明”写明：（1）乙县——有错误，请退回改正；乙县.xlsx。（2）错误 U-050 应报未报——名单上的 1 个单位没有报送：丙县。请补齐或改正后重新汇总。',
  );
  expect(found && obstacleMessage(found, 'en-US')).toMatch(/。?\.xlsx\. （2）/);
});

test('a sample’s name is no unit’s, and what the other table states is offered', () => {
  const by = (table1: string, table2: string) =>
    checkWorkbook(puyang({ A2: table1 }, { A2: table2 }), settings)
      .findings.filter(({ rule }) => rule === 'C-025')
      .map((finding) => [
        findingMessage(finding, 'zh-CN'),
        finding.detail.kind === 'headingMissing' && finding.detail.correction?.content,
      ]);
  expect(by('填报单位：某单位', '填报单位：濮阳市财政局')).toEqual([
    ['填报单位“某单位”是样表里的写法，不是单位名称。请填写单位全称。', '填报单位：濮阳市财政局'],
  ]);
});

test('of a sum without anything that says of what it is told that nobody checked it, and it is not in the way', () => {
  const named = (name: string): WorkbookGrids => {
    const heading = { A2: `填报单位：${name}` };
    return { ...puyang(heading, heading), linksBeside: [] };
  };
  const told = (workbook: WorkbookGrids) =>
    leftToLookAt({ report: reportOf(checkWorkbook(workbook, settings)), workbook });
  const [left] = told(named('濮阳市财政局（汇总）'));
  expect(left && leftToLookAtMessage(left, 'zh-CN')).toBe(
    '“濮阳市财政局(汇总)”是汇总，工作簿里没有“汇总说明”和底稿，单位是否齐全没有核对，请自行核对。',
  );
  expect(told(named('甲县财政局等12个单位汇总'))).toHaveLength(1);
  expect(told(named('濮阳市财政局'))).toEqual([]);
  expect(told(named('汇总中心'))).toEqual([]);
  const sheets = [...named('濮阳市财政局（汇总）').sheets, grid('说明', whole)];
  expect(told({ sheets, linksBeside: [] })).toEqual([]);
  expect(told(puyang())).toEqual([{ kind: 'linksBeside' }]);
  expect(codes({ workbook: named('濮阳市财政局（汇总）') })).toEqual([]);
});

test('formulas beyond reading are named beside the verdict, and stand in the way where Excel is to work them out', () => {
  const amount = figure('C', 5);
  const cells = { C5: formula('=OFFSET(AA90,0,0)', amount), AA90: amount };
  const workbook: WorkbookGrids = { ...puyang(cells), linksBeside: [] };
  const told = (one: WorkbookGrids) =>
    leftToLookAt({ report: reportOf(checkWorkbook(one, settings)), workbook: one });
  expect(told(workbook)).toEqual([
    { kind: 'formulasBelieved', cells: [{ sheet: workbook.sheets[0]?.name, cell: 'C5' }] },
  ]);
  const [left] = told(workbook);
  expect(left && leftToLookAtMessage(left, 'zh-CN')).toMatch(/^1 格公式在这里算不出：“[^”]+”C5，/);
  expect(left && leftToLookAtMessage(left, 'en-US')).toMatch(/here: 1 \(“[^”]+”C5\);/);
  expect(codes({ workbook })).toEqual([]);
  const check = checkWorkbook(workbook, settings);
  const outcome = { obstacles: [], left: told(workbook) };
  const made = submissionReport(check, reportOf(check), outcome, settings);
  const sentence = leftToLookAtMessage({ kind: 'formulasBelieved', cells: [] }, 'zh-CN').slice(-30);
  const submission = reportMarkdown('甲.xlsx', made, 'zh-CN').split('## 提交前检查')[1] ?? '';
  expect(submission).toContain(`可以提交。\n\n1 格公式在这里算不出`);
  expect(submission).toContain(sentence);
  const row = reportSheetRows(made, 'zh-CN').find(([, , text]) => String(text).startsWith('1 格'));
  expect(row?.[2]).toContain(sentence);
  expect(submissionJson('甲.xlsx', made).report).toMatchObject({
    ready: true,
    leftToLookAt: [{ code: 'formulasBelieved' }],
  });
  const anew = { mode: 'automatic', isPending: false, fullOnLoad: true } as const;
  expect(codes({ workbook: { ...workbook, calculation: anew } })).toEqual(['notRecalculated']);
  const empty = { ...puyang({ F6: formula('=INDIRECT(AA1)', ''), AA1: 'AA2' }), linksBeside: [] };
  expect(told(empty)).toMatchObject([{ kind: 'formulasBelieved', cells: [{ cell: 'F6' }] }]);
  const readable = { ...puyang({ ...cells, C5: formula('=AA90', amount) }), linksBeside: [] };
  expect(told(readable)).toEqual([]);
  expect(told(puyang(cells))).toEqual([{ kind: 'linksBeside' }]);
});

test('an old result of what looks for cells in a ledger is in the way', () => {
  const ledger = grid('台账', { A1: '一般事务', B1: 100, A2: '一般事务', B2: 200 });
  const { sheets } = puyang({ C5: formula('=SUMIF(台账!A:A,"一般事务",台账!B:B)', 3275.3) });
  expect(codes({ workbook: { sheets: [...sheets, ledger] } })).toContain('notRecalculated');
});
