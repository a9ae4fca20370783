/** What is copied when the user copies the list? Plain lines for a letter of return. */
import type { CheckReport } from '../../../application/checkWorkbook';
import type { Finding } from '../../../domain/finding';
import type { ReportingRound } from '../../../domain/forms/rounds';
import type { PairDiagnosis } from '../../../domain/rules/diagnosePairs';
import { diagnosisRemark, explanationMessage } from '../../../wording/diagnoses';
import { findingMessage } from '../../../wording/findings';
import type { Language } from '../../../wording/language';
import type { PaneTexts } from '../../../wording/pane';
import { refusalMessage } from '../../../wording/refusals';
import { roundName } from '../../../wording/rounds';
import { ruleName, severityName } from '../../../wording/terms';
import { pairTitle } from '../pairTitle';
import { tiesShown } from './ties';
import { visibleText } from '../../../wording/visibleText';

/** The findings that are shown, with what they are about. */
export interface ListToCopy {
  readonly report: CheckReport;
  readonly shown: readonly Finding[];
  readonly round: ReportingRound;
}

/**
 * Per unit its heading, the suspected slips, and its findings, one line each, numbered throughout;
 * last what was not checked.
 */
export function findingsAsText(
  { report, shown, round }: ListToCopy,
  texts: PaneTexts,
  language: Language,
): string {
  const ids = new Set(shown.map(({ id }) => id));
  const numbers = new Map(shown.map(({ id }, index) => [id, index + 1]));
  const lines = report.recognition.returns.flatMap((pair) => {
    const findings = shown.filter((finding) => finding.pair === pair.number);
    if (findings.length === 0) return [];
    const slips = report.diagnoses.filter(
      (diagnosis) => diagnosis.pair === pair.number && diagnosis.findings.some((id) => ids.has(id)),
    );
    return [
      `${pairTitle(pair, texts, language)} · ${roundName(round, language)}`,
      ...slips.flatMap((slip) => slipLines(slip, texts, language)),
      ...findings.map((finding) => {
        const rule = `${severityName(finding.severity, language)} ${finding.rule} ${ruleName(finding.rule, language)}`;
        return `${numbers.get(finding.id)}. [${rule}] ${finding.sheet}: ${findingMessage(finding, language)}`;
      }),
    ];
  });
  const refused = report.recognition.refused.map(
    (entry) => `[${texts.scope.notChecked}] ${refusalMessage(entry, language)}`,
  );
  return [...lines, ...refused].map(visibleText).join('\r\n');
}

/** The likeliest slip, or those that are as likely as each other. */
function slipLines(diagnosis: PairDiagnosis, texts: PaneTexts, language: Language): string[] {
  const { explanations, tied } = diagnosis;
  const isTied = tied > 1;
  const name = isTied ? texts.diagnosis.tied : texts.diagnosis.likely;
  const lines = explanations.slice(0, isTied ? Math.min(tied, tiesShown) : 1).map((explanation) => {
    const sheet = explanation.corrections[0]?.place.sheet ?? '';
    return `[${name}] ${sheet}: ${explanationMessage(explanation, diagnosis, language)}`;
  });
  return isTied && lines.length > 0
    ? [`[${name}] ${diagnosisRemark(diagnosis, language)}`, ...lines]
    : lines;
}

/** Puts a text on the clipboard; false where the pane's surroundings forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The older way, which works in frames that have no permission for the newer. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  const command = Reflect.get(document, 'execCommand') as unknown;
  const done = typeof command === 'function' && command.call(document, 'copy') === true;
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
