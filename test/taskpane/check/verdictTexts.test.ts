/** What is said under the verdict, and is it kept back where it would say too much? */
import { reportOf } from '../../../src/application/report/makeReport';
import { checkWorkbook } from '../../../src/application/checkWorkbook';
import { calculationText, verdictDetail } from '../../../src/taskpane/check/verdictTexts';
import { paneTexts } from '../../../src/wording/paneTexts';
import { puyang, settings } from '../../domain/forms';

const texts = paneTexts('zh-CN');
const report = {
  ...reportOf(checkWorkbook(puyang(), settings)),
  counts: { error: 0, warning: 0, notice: 0 },
};
const made = { kind: 'made', freshness: 'current', report } as const;

test('how many checks all agree is said only where none was left undecided', () => {
  expect(verdictDetail(made, null, texts)).toMatch(/\d+ 项审核全部相符/);
  const undecided = { ...report, checks: { ...report.checks, undetermined: 1 } };
  expect(verdictDetail({ ...made, report: undecided }, null, texts)).toBe('');
  const none = { ...report, checks: { ...report.checks, run: 0 } };
  expect(verdictDetail({ ...made, report: none }, null, texts)).toBe('');
});

test('how the workbook calculates is said of a check that still holds', () => {
  const pending = { ...report, calculation: 'pending' } as const;
  expect(calculationText({ ...made, report: pending }, texts)).toBe(texts.verdictDetail.pending);
  expect(calculationText({ ...made, freshness: 'edited', report: pending }, texts)).toBe('');
  expect(calculationText(made, texts)).toBe('');
});
