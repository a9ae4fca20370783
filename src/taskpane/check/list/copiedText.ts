/** What is copied when the user copies the list? Plain lines for a letter of return. */
import type { ReportItem } from '../../../application/report/reportItem';
import type { WorkbookReport } from '../../../application/report/report';
import type { Finding } from '../../../domain/finding';
import type { ReportingRound } from '../../../domain/forms/rounds';
import { itemLines } from '../../../wording/itemText';
import type { Language } from '../../../wording/language';
import type { PaneTexts } from '../../../wording/pane';
import { refusalMessage } from '../../../wording/refusals';
import { roundName } from '../../../wording/rounds';
import { unitTitle } from '../../../wording/units';
import { visibleText } from '../../../wording/visibleText';

/** A report, and which of its findings are shown. */
export interface ListToCopy {
  readonly report: WorkbookReport;
  readonly isShown: (finding: Finding) => boolean;
  readonly round: ReportingRound;
}

/** Per unit its heading and its items, numbered throughout; last what was not checked. */
export function copiedText(
  { report, isShown, round }: ListToCopy,
  texts: PaneTexts,
  language: Language,
): string {
  let number = 0;
  const lines = report.units.flatMap((unit) => {
    const items = unit.items.flatMap((item) => shownPart(item, isShown) ?? []);
    if (items.length === 0) return [];
    return [
      `${unitTitle(unit.tables, language)} · ${roundName(round, language)}`,
      ...items.flatMap((item) => {
        number += 1;
        return itemLines(item, number, '', language, report.explained.byFinding);
      }),
    ];
  });
  const refused = report.recognition.refused.map(
    (entry) => `[${texts.scope.notChecked}] ${refusalMessage(entry, language)}`,
  );
  return [...lines, ...refused].map(visibleText).join('\r\n');
}

/** An item with those of its findings that are shown; null where none is. */
function shownPart(item: ReportItem, isShown: (finding: Finding) => boolean): ReportItem | null {
  const findings = item.findings.filter(isShown);
  return findings.length === 0 && item.findings.length > 0 ? null : { ...item, findings };
}
