/** An earlier result does not count beside the units that it is made of, whatever its figures. */
import { takeUnits } from '../../../src/application/takeUnits';
import type { Consolidated } from '../../../src/domain/consolidate/consolidate';
import type { SetJudgement } from '../../../src/domain/consolidate/judgeSet';
import { lackingUnits } from '../../../src/domain/consolidate/lackingUnits';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import { workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import type { ListLayout } from '../../../src/domain/template/layout';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { consolidationNotes } from '../../../src/wording/consolidationNotes';
import { setFindingMessage } from '../../../src/wording/setFindings';
import { settings } from '../forms';
import type { UnitPlan } from './sets';
import { findingsOf, judged, setSettings, sumOf, takenUnits, wordsOf } from './sets';

const before: readonly UnitPlan[] = [
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
];

interface Saved {
  readonly id?: string;
  readonly name?: string;
  /** Done to its sheets before it is sent. */
  readonly edited?: (workbook: WorkbookGrids) => WorkbookGrids;
}

function notesOf(result: Consolidated, judgement: SetJudgement): ListLayout {
  return consolidationNotes(
    {
      result,
      judgement,
      settings,
      labelChoices: [],
      includesErrors: false,
      inputs: 'values',
      takenOut: [],
      notRead: [],
      letters: new Map(),
    },
    'zh-CN',
  );
}

/** The result of units, saved, sent and taken as a unit. */
async function resultOf(plans: readonly UnitPlan[], saved: Saved = {}): Promise<TakenUnit> {
  const judgement = judged(plans);
  const { id = 'result', name = '濮阳市财政局', edited } = saved;
  const sum = { ...sumOf(judgement), reportingUnit: name };
  const notes = notesOf(sum, judgement);
  const read = await readWorkbook(
    await writeSheets(resultLayouts(sum, 'formulas'), [...workingPapers(sum), notes]),
  );
  if (!read.ok) throw new Error(read.fault.code);
  const source = { kind: 'file', file: `${id}.xlsx` } as const;
  const { labels } = setSettings();
  const [only] = takeUnits(id, source, edited?.(read.value) ?? read.value, settings, labels).units;
  if (only === undefined) throw new Error('no unit');
  return only.unit;
}

/** The result of both counties among other units. */
async function among(plans: readonly UnitPlan[]) {
  const result = await resultOf(before);
  const judgement = judgeSet([...takenUnits(plans), result], setSettings());
  const messages = judgement.findings
    .filter(({ rule }) => rule === 'U-020')
    .map((finding) => setFindingMessage(finding, judgement, 'zh-CN'));
  return { words: wordsOf(judgement), findings: findingsOf(judgement), messages };
}

test('a unit was corrected since: the result is no exact sum any more, and does not count', async () => {
  const { words, findings, messages } = await among([
    { name: '甲县', times: 4 },
    { name: '乙县', times: 7 },
  ]);
  expect(words).toEqual(['1 counts', '2 counts', '3 sumOfOthers']);
  expect(findings).toContain('U-020 error 3 1 2');
  expect(messages).toEqual([expect.stringContaining('汇总底稿已含“甲县”、“乙县”')]);
});

test('one of its units is in the set: the other one is named as lacking', async () => {
  const { words, messages } = await among([{ name: '甲县', times: 3 }]);
  expect(words).toEqual(['1 counts', '2 sumOfOthers']);
  expect(messages).toEqual([expect.stringContaining('底稿中的乙县不在本次所给之中')]);
});

test('its units are in the set only by the exact sum: that is told once', async () => {
  const { findings } = await among([...before, { name: '丙县', times: 17 }]);
  expect(findings.filter((line) => line.startsWith('U-020'))).toEqual(['U-020 error 4 1 2']);
});

test.each([
  ['units that it does not name', { name: '丙县', times: 11 }, '1 counts'],
  ['its units of another year', { name: '甲县', year: '（2018）', times: 2 }, null],
] as const)('level by level it is a unit beside %s', async (_, plan, word) => {
  const result = await resultOf(before);
  const judgement = judgeSet([...takenUnits([plan]), result], setSettings({ fiscalYear: 2019 }));
  expect(wordsOf(judgement)).toEqual([word ?? '1 otherYear', '2 counts']);
});

/** Other names, no formulas, and without the working papers where so asked. */
function asValues({ sheets }: WorkbookGrids, keepsPapers: boolean): WorkbookGrids {
  const kept = sheets.filter(({ name }) => keepsPapers || !name.startsWith('汇总底稿'));
  return {
    sheets: kept.map((grid, at) => ({
      ...grid,
      name: `资料${at + 1}`,
      rows: grid.rows.map((row) => row?.map((cell) => cell && { ...cell, formula: null })),
    })),
  };
}

test.each([
  ['with its working papers', true],
  ['with nothing but its notes', false],
])('saved as values under other names, %s, it is known all the same', async (_, keepsPapers) => {
  const edited = (workbook: WorkbookGrids) => asValues(workbook, keepsPapers);
  const result = await resultOf(before, { edited });
  expect([...result.sumOf].sort()).toEqual(['乙县', '甲县']);
  const later = takenUnits([
    { name: '甲县', times: 4 },
    { name: '乙县', times: 7 },
  ]);
  const judgement = judgeSet([...later, result], setSettings());
  expect(wordsOf(judgement)).toEqual(['1 counts', '2 counts', '3 sumOfOthers']);
});

describe('two results that have a unit in common', () => {
  const bing: UnitPlan = { name: '丙县', times: 11 };
  const both = () =>
    Promise.all([
      resultOf(before, { id: 'one', name: '东片' }),
      resultOf([before[1] ?? {}, bing], { id: 'other', name: '西片' }),
    ]);

  test('would count it twice: neither counts until the user says which', async () => {
    const judgement = judgeSet(await both(), setSettings());
    expect(wordsOf(judgement)).toEqual(['1 sumOfOthers', '2 sumOfOthers']);
    expect(findingsOf(judgement)).toContain('U-020 error 1 2');
    const [finding] = judgement.findings.filter(({ rule }) => rule === 'U-020');
    expect(finding && setFindingMessage(finding, judgement, 'zh-CN', 'pane')).toBe(
      '“东片”、“西片”都是以前的汇总结果，都含乙县，一起计入会重复，都没有计入。请核对后选择是否计入。',
    );
  });

  test('the one that is not chosen has a unit that the sum lacks: that is told', async () => {
    const countChoices = new Map([['one#1', true]]);
    const judgement = judgeSet(await both(), setSettings({ countChoices }));
    expect(wordsOf(judgement)).toEqual(['1 counts', '2 sumOfOthers']);
    expect(judgement.units[1]?.sumDoubt).toBe('partsAbsent');
  });
});

describe('a result that lacks a unit, a level higher', () => {
  const short: readonly UnitPlan[] = [...before, { name: '丙县', times: 7, tables: [1] }];
  const dong = () => resultOf(short, { name: '东区财政局' });
  const messagesOf = (judgement: SetJudgement) =>
    judgement.findings.map((one) => setFindingMessage(one, judgement, 'zh-CN'));

  test('counts, and the set lacks the same: an error, and noted with the new result', async () => {
    const judgement = judgeSet([await dong(), ...takenUnits([{ name: '西区' }])], setSettings());
    expect(wordsOf(judgement)).toEqual(['1 counts', '2 counts']);
    expect(findingsOf(judgement)).toEqual(['U-055 error 1']);
    expect(messagesOf(judgement)).toEqual([
      '“东区财政局”的汇总不全，其“汇总说明”写明：丙县：缺一张表，请补报。本次汇总也就缺这些数。请该单位补齐后重新汇总再报；确要照此汇总的，用 --count 单位 认可。',
    ]);
    const sum = sumOf(judgement);
    const read = await readWorkbook(
      await writeSheets(resultLayouts(sum, 'values'), [
        ...workingPapers(sum),
        notesOf(sum, judgement),
      ]),
    );
    if (!read.ok) throw new Error(read.fault.code);
    expect(lackingUnits(read.value, officialForms)).toMatchObject({
      kind: 'lacking',
      units: [{ name: '错误 U-055 下级汇总不全' }],
    });
  });

  test('the user may say that it counts as it is; that stays said', async () => {
    const countChoices = new Map([['result#1', true]]);
    const judgement = judgeSet([await dong()], setSettings({ countChoices }));
    expect(findingsOf(judgement)).toEqual(['U-055 warning 1']);
    expect(messagesOf(judgement)[0]).toMatch(/按您的选择照此计入。$/);
  });

  test('without its notes nobody can tell, and that is said', async () => {
    const edited = ({ sheets, ...more }: WorkbookGrids) => ({
      ...more,
      sheets: sheets.filter(({ name }) => name !== '汇总说明'),
    });
    const result = await resultOf(short, { edited });
    const judgement = judgeSet([result, ...takenUnits([{ name: '西区' }])], setSettings());
    expect(findingsOf(judgement)).toEqual(['U-055 error 1']);
    expect(messagesOf(judgement)[0]).toContain('没有“汇总说明”，无法知道是否缺下级单位');
  });

  test('a whole one is nothing to tell', async () => {
    const judgement = judgeSet(
      [await resultOf(before), ...takenUnits([{ name: '西区' }])],
      setSettings(),
    );
    expect(findingsOf(judgement)).toEqual([]);
  });
});

test('what an earlier result of absent units leaves out is a lack of the new one', async () => {
  const result = await resultOf(before);
  const judgement = judgeSet([...takenUnits([{ name: '甲县', times: 3 }]), result], setSettings());
  const sum = sumOf(judgement);
  const notes = notesOf(sum, judgement);
  const read = await readWorkbook(
    await writeSheets(resultLayouts(sum, 'values'), [...workingPapers(sum), notes]),
  );
  if (!read.ok) throw new Error(read.fault.code);
  const lacking = lackingUnits(read.value, officialForms);
  expect(lacking).toEqual({
    kind: 'lacking',
    units: [
      { name: '濮阳市财政局', remark: expect.stringContaining('这次没有给，请补上') as string },
    ],
  });
});
