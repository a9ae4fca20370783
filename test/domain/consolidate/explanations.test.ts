/** What units have said of their warnings goes into the working papers and into what is sent back. */
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { takeUnits } from '../../../src/application/takeUnits';
import type { UnitWithReport } from '../../../src/application/takeUnits';
import { LabelMap } from '../../../src/domain/consolidate/labelMap';
import { judgeSet } from '../../../src/domain/consolidate/judgeSet';
import { consolidate } from '../../../src/domain/consolidate/consolidate';
import { readWorkingPapers, workingPapers } from '../../../src/domain/consolidate/workingPaper';
import { officialForms } from '../../../src/domain/forms/officialForms';
import type { WorkbookGrids } from '../../../src/domain/grid';
import { canBeExplained } from '../../../src/domain/submission/explainable';
import { explain } from '../../../src/domain/submission/explanation';
import { consolidationNotes } from '../../../src/wording/consolidationNotes';
import { letterLines, returnLetter } from '../../../src/wording/returnLetter';
import { grid, settings } from '../forms';
import { setSettings, unitWorkbook } from './sets';

const labels = new LabelMap([], officialForms);
const future = { ...settings, today: { year: 2018, month: 3, day: 1 } };

/** A unit whose warnings are explained, all but those of one rule. */
function explained(workbook: WorkbookGrids, except: string): WorkbookGrids {
  const { views, findings } = checkWorkbook(workbook, future);
  const [unit] = views;
  if (unit === undefined) throw new Error('no unit');
  const explanations = findings
    .filter((finding) => canBeExplained(finding) && finding.rule !== except)
    .map((finding) => explain(finding, unit, 'annual', `说明\n${finding.cells.join()}`));
  return { ...workbook, explanations: { kind: 'read', explanations } };
}

const source = { kind: 'file', file: '甲县.xlsx' } as const;
const taken = takeUnits('1', source, explained(unitWorkbook({}), 'R-020'), future, labels);
const [first] = taken.units;
if (first === undefined) throw new Error('no unit');
const { unit, report }: UnitWithReport = first;

test('the working papers tell them on their lines, and are read as before', () => {
  const judgement = judgeSet([unit], setSettings({ includeErrors: 'all' }));
  const result = consolidate(judgement, '某市');
  if (result === null) throw new Error('nothing consolidated');
  const [paper] = workingPapers(result);
  const at = paper?.columns.findIndex(({ title }) => title === '审核说明') ?? -1;
  const texts = new Map(paper?.rows.map((row) => [row[1], row[at]]));
  expect(texts.get('教育')).toBe('执行超预算：说明\nD8');
  expect(texts.get('城乡社区')).toBe('执行超预算：说明\nD14；执行超预算：说明\nH14');
  expect(texts.get('商业服务业等')).toBe('');
  const cells = Object.fromEntries(
    [paper?.columns.map(({ title }) => title) ?? [], ...(paper?.rows ?? [])].flatMap((row, line) =>
      row.flatMap((value, column) =>
        value === null ? [] : [[`${String.fromCharCode(65 + column)}${line + 1}`, value]],
      ),
    ),
  );
  const read = readWorkingPapers({ sheets: [grid('汇总底稿1', cells)] }, officialForms);
  expect(read?.unread).toEqual([]);
  expect(read?.lines).toHaveLength(paper?.rows.length ?? -1);
});

test('what is said of no line stands in the notes', () => {
  const judgement = judgeSet([unit], setSettings({ includeErrors: 'all' }));
  const result = consolidate(judgement, '某市');
  if (result === null) throw new Error('nothing consolidated');
  const notes = consolidationNotes(
    {
      result,
      judgement,
      settings: future,
      labelChoices: [],
      includesErrors: true,
      inputs: 'formulas',
      letters: new Map(),
      takenOut: [],
      notRead: [],
    },
    'zh-CN',
  );
  const row = notes.rows.find(([name]) => name === '甲县财政局');
  expect(row?.[1]).toMatch(/审核说明（年份可疑）：说明/);
  expect(row?.[1]).not.toContain('执行超预算');
});

test('the letter asks for what is open, and tells what is explained apart', () => {
  const { byFinding } = taken.report.explained;
  const letter = returnLetter(unit, report.items, 'zh-CN', byFinding);
  expect(letter.warningCount).toBe(2);
  expect(letter.warnings.join('\n')).toContain('决算数');
  expect(letter.warnings.join('\n')).not.toContain('已说明');
  const lines = letterLines(letter);
  expect(lines).toContain('已填审核说明的情况（供核对，不必修改）');
  expect(lines).toContain('   已说明：说明 D8');
  expect(lines.indexOf('   已说明：说明 D8')).toBeGreaterThan(
    lines.indexOf(letter.warnings.at(-1) ?? ''),
  );
});

test('an explanation whose figures have changed is asked for again, with what it said', () => {
  const before = explained(unitWorkbook({}), 'R-020');
  const changedFigures = unitWorkbook({ table1: { D8: 694, L8: 694 } });
  const again = takeUnits(
    '1',
    source,
    before.explanations === undefined
      ? changedFigures
      : { ...changedFigures, explanations: before.explanations },
    future,
    labels,
  );
  const [one] = again.units;
  if (one === undefined) throw new Error('no unit');
  const letter = returnLetter(
    one.unit,
    one.report.items,
    'zh-CN',
    again.report.explained.byFinding,
  );
  expect(letter.warnings.join('\n')).toContain('需重新确认（数字已改，原说明）：说明 D8');
  expect(one.unit.explanations.some(({ row }) => row === 7)).toBe(false);
});
