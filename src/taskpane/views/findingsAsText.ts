/** What is copied when the user copies the list? Plain lines for a letter of return. */
import type { CheckReport } from '../../application/checkWorkbook';
import type { Finding } from '../../domain/finding';
import { explanationMessage } from '../../wording/diagnoses';
import { findingMessage } from '../../wording/findings';
import type { Language } from '../../wording/language';
import { ruleName, severityName } from '../../wording/terms';

const likely: Readonly<Record<Language, string>> = { 'zh-CN': '疑似填错', 'en-US': 'Suspected' };

/** Suspected slips first, then every finding given, one line each, numbered. */
export function findingsAsText(
  report: CheckReport,
  findings: readonly Finding[],
  language: Language,
): string {
  const ids = new Set(findings.map(({ id }) => id));
  const slips = report.diagnoses
    .filter((diagnosis) => diagnosis.findings.some((id) => ids.has(id)))
    .flatMap((diagnosis) => {
      const [best] = diagnosis.explanations;
      if (best === undefined || diagnosis.tied > 1) return [];
      const sheet = best.corrections[0]?.place.sheet ?? '';
      return [`[${likely[language]}] ${sheet}: ${explanationMessage(best, diagnosis, language)}`];
    });
  const lines = findings.map((finding, index) => {
    const rule = `${severityName(finding.severity, language)} ${finding.rule} ${ruleName(finding.rule, language)}`;
    return `${index + 1}. [${rule}] ${finding.sheet}: ${findingMessage(finding, language)}`;
  });
  return [...slips, ...lines].join('\r\n');
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
