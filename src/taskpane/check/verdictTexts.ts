/** Which verdict stands above the findings? Never 通过 when a check could not run or is out of date. */
import type { SeverityCounts } from '../../application/report/severityCounts';
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
export function verdictText(check: CheckState, texts: PaneTexts): string {
  return verdictWord(verdictNameOf(check), lastReport(check)?.counts ?? null, texts);
}

/** A verdict in words: 有错误 7. */
export function verdictWord(
  name: VerdictName,
  counts: SeverityCounts | null,
  { verdict }: PaneTexts,
): string {
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
export function verdictDetail(check: CheckState, { verdictDetail: detail }: PaneTexts): string {
  if (check.kind !== 'made') return '';
  if (check.freshness === 'edited') return detail.outdated;
  if (check.freshness === 'waiting') return detail.waiting;
  const { counts, checks } = check.report;
  const isFaultless = counts.error + counts.warning + counts.notice === 0;
  return isFaultless && checks.undetermined === 0 && checks.run > 0
    ? detail.passed(checks.run)
    : '';
}

/** How many findings there are of each severity that the verdict's own word does not count. */
export function countsBesides(
  check: CheckState,
  { verdictDetail: { counts: texts } }: PaneTexts,
): readonly string[] {
  const counts = check.kind === 'made' ? check.report.counts : null;
  if (counts === null) return [];
  const counted = { errors: 'error', warnings: 'warning' } as const;
  const name = verdictNameOf(check);
  const said = name === 'errors' || name === 'warnings' ? counted[name] : null;
  return (['error', 'warning', 'notice'] as const)
    .filter((severity) => severity !== said && counts[severity] > 0)
    .map((severity) => texts[severity](counts[severity]));
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
