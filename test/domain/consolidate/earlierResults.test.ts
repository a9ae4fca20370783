/** An earlier result does not count beside the units that it is made of, whatever its figures. */
import { takeUnits } from '../../../src/application/takeUnits';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { resultLayouts } from '../../../src/domain/consolidate/resultLayouts';
import type { TakenUnit } from '../../../src/domain/consolidate/takenUnit';
import { workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { readWorkbook } from '../../../src/files/readWorkbook';
import { writeSheets } from '../../../src/files/writeSheets';
import { setFindingMessage } from '../../../src/wording/setFindings';
import { settings } from '../forms';
import type { UnitPlan } from './sets';
import { findingsOf, judged, setSettings, sumOf, takenUnits, wordsOf } from './sets';

const before: readonly UnitPlan[] = [
  { name: '甲县', times: 3 },
  { name: '乙县', times: 5 },
];

/** The result of units, saved, sent and taken as a unit. */
async function resultOf(plans: readonly UnitPlan[]): Promise<TakenUnit> {
  const sum = sumOf(judged(plans));
  const read = await readWorkbook(
    await writeSheets(resultLayouts(sum, 'formulas'), workingPapers(sum)),
  );
  if (!read.ok) throw new Error(read.fault.code);
  const source = { kind: 'file', file: '汇总.xlsx' } as const;
  const { labels } = setSettings();
  const [only] = takeUnits('result', source, read.value, settings, labels).units;
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
