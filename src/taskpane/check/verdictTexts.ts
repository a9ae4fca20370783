/** Which verdict stands above the findings? Never 通过 when a check could not run or is out of date. */
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import { inconclusiveMessage, noOfficialSheet } from '../../wording/notChecked';
import type { PaneTexts } from '../../wording/pane';
import { isCurrent, lastReport } from '../state/paneState';
import type { CheckState } from '../state/paneState';

export type VerdictName =
  'never' | 'passed' | 'errors' | 'warnings' | 'notChecked' | 'notCalculated' | 'outdated';

export function verdictNameOf(check: CheckState): VerdictName {
  switch (check.kind) {
    case 'none':
    case 'running':
      return 'never';
    case 'made':
      return check.freshness === 'current' ? check.report.verdict : 'outdated';
    case 'failed':
      return 'notChecked';
  }
}

/** The verdict as a text. */
export function verdictText(check: CheckState, { verdict }: PaneTexts): string {
  const counts = lastReport(check)?.counts;
  const name = verdictNameOf(check);
  switch (name) {
    case 'errors':
      return verdict.errors(counts?.error ?? 0);
    case 'warnings':
      return verdict.warnings(counts?.warning ?? 0);
    case 'never':
    case 'passed':
    case 'notChecked':
    case 'notCalculated':
    case 'outdated':
      return verdict[name];
  }
}

/** What stands under the verdict; empty where nothing needs to be added. */
export function verdictDetail(
  check: CheckState,
  { verdictDetail: detail, idle }: PaneTexts,
): string {
  if (check.kind === 'failed') return '';
  if (check.kind !== 'made') return idle;
  if (check.freshness === 'edited') return detail.outdated;
  if (check.freshness === 'waiting') return detail.waiting;
  const { report } = check;
  const { error, warning, notice } = report.counts;
  if (error + warning + notice === 0 && report.checks.undetermined === 0) {
    return report.checks.run === 0 ? '' : detail.passed(report.checks.run);
  }
  return detail.counts(error, warning, notice);
}

/** What is to be said of how the workbook calculates; empty where it is worked out by itself. */
export function calculationText(check: CheckState, { verdictDetail: detail }: PaneTexts): string {
  if (!isCurrent(check)) return '';
  const calculation = lastReport(check)?.calculation ?? 'current';
  return calculation === 'current' ? '' : detail[calculation];
}

/** Why it could not be checked, and what to do about it; nothing where it was. */
export function notCheckedTexts(
  check: CheckState,
  { failed }: PaneTexts,
  language: Language,
): readonly string[] {
  if (check.kind === 'failed') {
    const message = hostFaultMessage(check.fault, language);
    // After an edit that could not be checked it must be said that the list is older.
    return [check.task === 'recheck' ? `${failed.recheck}${message}` : message];
  }
  if (check.kind !== 'made' || verdictNameOf(check) !== 'notChecked') return [];
  const { report } = check;
  if (report.checks.run === 0) return [noOfficialSheet[language]];
  return report.units
    .filter(({ isInconclusive }) => isInconclusive)
    .map(({ number }) => inconclusiveMessage(number, language));
}

/** What was not checked beside the tables that were; empty where there is no such place. */
export function refusedText(check: CheckState, { scope }: PaneTexts): string {
  const refused = lastReport(check)?.recognition.refused.length ?? 0;
  return refused === 0 ? '' : scope.refused(refused);
}
