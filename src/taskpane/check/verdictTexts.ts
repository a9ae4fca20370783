/** Which verdict stands above the findings? Never 通过 when a check could not run or is out of date. */
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import { inconclusiveMessage, noOfficialSheet } from '../../wording/notChecked';
import type { PaneTexts } from '../../wording/pane';
import { countSeverities } from './list/severityCounts';
import type { CheckState } from '../state/paneState';

export type VerdictName = 'never' | 'passed' | 'errors' | 'warnings' | 'notChecked' | 'outdated';

export function verdictNameOf({ verdict, freshness }: CheckState): VerdictName {
  if (freshness === 'failed') return 'notChecked';
  if (verdict === null) return 'never';
  if (freshness === 'edited' || freshness === 'waiting') return 'outdated';
  return verdict;
}

/** The verdict as a text. */
export function verdictText(check: CheckState, { verdict }: PaneTexts): string {
  const counts = countSeverities(check.report?.findings ?? []);
  const name = verdictNameOf(check);
  switch (name) {
    case 'errors':
      return verdict.errors(counts.error);
    case 'warnings':
      return verdict.warnings(counts.warning);
    case 'never':
    case 'passed':
    case 'notChecked':
    case 'outdated':
      return verdict[name];
  }
}

/** What stands under the verdict; empty where nothing needs to be added. */
export function verdictDetail(
  { report, freshness }: CheckState,
  { verdictDetail: detail, idle }: PaneTexts,
): string {
  if (freshness === 'edited') return detail.outdated;
  if (freshness === 'waiting') return detail.waiting;
  if (freshness === 'failed') return '';
  if (report === null) return idle;
  const { error, warning, notice } = countSeverities(report.findings);
  if (error + warning + notice === 0 && report.checks.undetermined === 0) {
    return report.checks.run === 0 ? '' : detail.passed(report.checks.run);
  }
  return detail.counts(error, warning, notice);
}

/** Why it could not be checked, and what to do about it; nothing where it was. */
export function notCheckedTexts(
  check: CheckState,
  { failed }: PaneTexts,
  language: Language,
): readonly string[] {
  const { failure, report } = check;
  if (failure !== null) {
    const message = hostFaultMessage(failure.fault, language);
    // After an edit that could not be checked it must be said that the list is older.
    return [failure.wish === 'recheck' ? `${failed.recheck}${message}` : message];
  }
  if (report === null || verdictNameOf(check) !== 'notChecked') return [];
  if (report.checks.run === 0) return [noOfficialSheet[language]];
  return report.inconclusivePairs.map((pair) => inconclusiveMessage(pair, language));
}

/** What was not checked beside the tables that were; empty where there is no such place. */
export function refusedText({ report }: CheckState, { scope }: PaneTexts): string {
  const refused = report?.recognition.refused.length ?? 0;
  return refused === 0 ? '' : scope.refused(refused);
}
