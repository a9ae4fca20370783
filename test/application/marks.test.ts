/** Which cells are marked after a check? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkbook } from '../../src/application/checkWorkbook';
import { marksOf } from '../../src/application/marks';
import { reportOf } from '../../src/application/report/makeReport';
import { findingMessage } from '../../src/wording/findings';
import { readWorkbook } from '../../src/files/readWorkbook';

test('where two headings differ, both tables are marked and the sentence names both cells', async () => {
  const file = join(__dirname, '../specimens/headings/other-unit.xlsx');
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.fault.code);
  const today = { year: 2024, month: 3, day: 1 };
  const settings = { round: 'annual', strict: false, lowestExecutionRate: null, today } as const;
  const checked = checkWorkbook(read.value, settings);
  const mismatches = checked.findings.filter(({ rule }) => rule === 'X-020');
  expect(mismatches.map((finding) => findingMessage(finding, 'zh-CN'))).toEqual([
    '两张表的填报单位不一致：本表为“甲县财政局”，“统计表2”（A2）为“乙县财政局”。请核对后改为一致。',
  ]);
  const errors = marksOf(reportOf(checked)).filter(({ kind }) => kind === 'error');
  expect(errors).toEqual([
    { sheet: '统计表1', cells: ['A2'], kind: 'error' },
    { sheet: '统计表2', cells: ['A2'], kind: 'error' },
  ]);
});

test('a difference between the tables that nothing explains hides no slip of another measure', async () => {
  const file = join(__dirname, '../specimens/wrong/typical-mistakes.xlsx');
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.fault.code);
  const today = { year: 2024, month: 3, day: 1 };
  const settings = { round: 'annual', strict: false, lowestExecutionRate: null, today } as const;
  const checked = checkWorkbook(read.value, settings);
  expect(checked.diagnoses.map(({ measure, claim }) => [measure, claim])).toEqual([
    ['projectCount', 'unknown'],
    ['budgeted', 'culprit'],
    ['executed', 'culprit'],
  ]);
  const culprits = marksOf(reportOf(checked)).filter(({ kind }) => kind === 'culprit');
  expect(culprits).toEqual([{ sheet: '统计表1', cells: ['K12', 'D15'], kind: 'culprit' }]);
});
