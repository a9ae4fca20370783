/** Which verdict stands above the findings? Never 通过 when a check could not run or is out of date. */
import type { SeverityCounts } from '../../application/report/severityCounts';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import { inconclusiveMessage, noOfficialSheet } from '../../wording/notChecked';
import type { PaneTexts } from '../../wording/pane';
import { sameUnitMessage } from '../../wording/sameUnit';
import type { UnitReport } from '../../application/report/report';
import { isCurrent, lastReport } from '../state/paneState';
import type { CheckState } from '../state/paneState';

export type VerdictName =
  'never' | 'passed' | 'errors' | 'warnings' | 'notChecked' | 'notCalculated' | 'outdated';

/** @param unit the one of several that is looked at; null for the workbook, here and below */
export function verdictNameOf(check: CheckState, unit: UnitReport | null): VerdictName {
  switch (check.kind) {
    case 'none':
    case 'running':
      return 'never';
    case 'made':
      return check.freshness === 'current' ? (unit ?? check.report).verdict : 'outdated';
    case 'failed':
      return 'notChecked';
  }
}

/** The verdict as a text. */
export function verdictText(check: CheckState, unit: UnitReport | null, texts: PaneTexts): string {
  const counts = (unit ?? lastReport(check))?.counts ?? null;
  const name = verdictNameOf(check, unit);
  const { valid } = explainedCounts(check, unit);
  return name === 'warnings' && valid > 0 && valid === counts?.warning
    ? texts.verdict.explained(valid)
    : verdictWord(name, counts, texts);
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
export function verdictDetail(
  check: CheckState,
  unit: UnitReport | null,
  { verdictDetail: detail }: PaneTexts,
): string {
  if (check.kind !== 'made') return '';
  if (check.freshness === 'edited') return detail.outdated;
  if (check.freshness === 'waiting') return detail.waiting;
  // How many checks were run is known of the workbook.
  if (unit !== null) return '';
  const { counts, checks } = check.report;
  const isFaultless = counts.error + counts.warning + counts.notice === 0;
  return isFaultless && checks.undetermined === 0 && checks.run > 0
    ? detail.passed(checks.run)
    : '';
}

/** How many findings there are of each severity that the verdict's own word does not count. */
export function countsBesides(
  check: CheckState,
  unit: UnitReport | null,
  { verdictDetail: { counts: texts } }: PaneTexts,
): readonly string[] {
  const counts = check.kind === 'made' ? (unit ?? check.report).counts : null;
  if (counts === null) return [];
  const counted = { errors: 'error', warnings: 'warning' } as const;
  const name = verdictNameOf(check, unit);
  const said = name === 'errors' || name === 'warnings' ? counted[name] : null;
  const { valid, outdated } = explainedCounts(check, unit);
  return [
    ...(['error', 'warning', 'notice'] as const)
      .filter((severity) => severity !== said && counts[severity] > 0)
      .map((severity) => texts[severity](counts[severity])),
    ...(outdated === 0 ? [] : [texts.toConfirm(outdated)]),
    // Said by the verdict's own word where it is all of them.
    ...(valid === 0 || (said === 'warning' && valid === counts.warning)
      ? []
      : [texts.explained(valid)]),
  ];
}

/** How many warnings are explained, and how many of which the explanation is to be confirmed again. */
function explainedCounts(
  check: CheckState,
  unit: UnitReport | null,
): Readonly<Record<'valid' | 'outdated', number>> {
  const counts = { valid: 0, outdated: 0 };
  if (check.kind !== 'made') return counts;
  const { explained, units } = check.report;
  if (explained.byFinding.size === 0) return counts;
  for (const { findings } of unit === null ? units : [unit]) {
    for (const { id } of findings) {
      const answered = explained.byFinding.get(id);
      if (answered !== undefined) counts[answered.state] += 1;
    }
  }
  return counts;
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
  unit: UnitReport | null,
  { failed }: PaneTexts,
  language: Language,
): readonly string[] {
  if (check.kind === 'failed') {
    const message = hostFaultMessage(check.fault, language);
    // After an edit that could not be checked it must be said that the list is older.
    return [check.task === 'recheck' ? `${failed.recheck}${message}` : message];
  }
  if (check.kind !== 'made' || verdictNameOf(check, unit) !== 'notChecked') return [];
  const { report } = check;
  if (report.checks.run === 0) return [noOfficialSheet[language]];
  return (unit === null ? report.units : [unit])
    .filter(({ isInconclusive }) => isInconclusive)
    .map(({ number }) => inconclusiveMessage(number, language));
}

/** Units that stand several times for a year; of one unit that is looked at, itself. */
export function sameUnitTexts(
  check: CheckState,
  unit: UnitReport | null,
  language: Language,
): readonly string[] {
  const report = isCurrent(check) ? lastReport(check) : null;
  if (report === null) return [];
  return report.sameUnit
    .filter((numbers) => unit === null || numbers.includes(unit.number))
    .map((numbers) => sameUnitMessage(numbers, report.units, language));
}

/** What was not checked beside the tables that were; empty where there is no such place. */
export function refusedText(check: CheckState, { scope }: PaneTexts): string {
  const refused = lastReport(check)?.recognition.refused.length ?? 0;
  return refused === 0 ? '' : scope.refused(refused);
}
