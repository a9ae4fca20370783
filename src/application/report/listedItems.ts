/** Which of a unit's items are listed, and in which order? */
import type { Finding, RuleId, Severity } from '../../domain/finding';
import { catalogue } from '../../domain/rules/catalogue';
import { groupAlike } from './alikeItems';
import { causeOrder, isLeading } from './reportItem';
import type { ReportItem } from './reportItem';

/** Which findings are listed; null for all sheets, all rules. */
export interface FindingFilter {
  /** Severities left out. */
  readonly hidden: readonly Severity[];
  readonly sheet: string | null;
  readonly rule: RuleId | null;
}

export function passesFilter(finding: Finding, { hidden, sheet, rule }: FindingFilter): boolean {
  return (
    !hidden.includes(finding.severity) &&
    (sheet === null || finding.sheet === sheet) &&
    (rule === null || finding.rule === rule)
  );
}

/**
 * What keeps figures from being read first; then what explains others, the most certain before the rest; then what is wrong by rules, the gravest
 * first, in the order of the catalogue, each rule's findings together.
 */
export function listedItems(items: readonly ReportItem[], filter: FindingFilter): ReportItem[] {
  const listed = groupAlike(items, (finding) => passesFilter(finding, filter));
  return listed.filter((item) => isListed(item, filter)).sort((a, b) => rankOf(a) - rankOf(b));
}

/** An item whose findings are told by others is listed where nothing is asked for by sheet or rule. */
function isListed({ findings, severity }: ReportItem, filter: FindingFilter): boolean {
  const { hidden, sheet, rule } = filter;
  return findings.length === 0
    ? sheet === null && rule === null && !hidden.includes(severity)
    : findings.some((finding) => passesFilter(finding, filter));
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

function rankOf(item: ReportItem): number {
  if (causeOrder.includes(item.kind)) return causeOrder.indexOf(item.kind);
  const rule = catalogue.findIndex(({ id }) => id === item.findings[0]?.rule);
  if (isLeading(item)) return rule - catalogue.length;
  return causeOrder.length + severities.indexOf(item.severity) * catalogue.length + rule;
}
