/** In which order and under which headings does the pane list what a check found? */
import type { ReportItem } from '../../../application/report/items';
import { causeOrder } from '../../../application/report/items';
import type { WorkbookReport } from '../../../application/report/report';
import type { Finding, RuleId, Severity } from '../../../domain/finding';
import { catalogue } from '../../../domain/rules/catalogue';
import type { Filter, Grouping } from '../../state/paneState';

export type SectionTitle =
  | { readonly by: 'cause' }
  | { readonly by: 'rule'; readonly rule: RuleId; readonly severity: Severity }
  | { readonly by: 'sheet'; readonly sheet: string }
  | { readonly by: 'severity'; readonly severity: Severity };

export interface ListSection {
  readonly key: string;
  readonly title: SectionTitle;
  readonly items: readonly ReportItem[];
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

export function passesFilter(finding: Finding, { hidden, sheet, rule }: Filter): boolean {
  return (
    !hidden.includes(finding.severity) &&
    (sheet === null || finding.sheet === sheet) &&
    (rule === null || finding.rule === rule)
  );
}

/** The list: first what explains failed balances, then everything else in groups. */
export function listSections(
  { units }: WorkbookReport,
  filter: Filter,
  grouping: Grouping,
): readonly ListSection[] {
  const sections = new Map<string, { title: SectionTitle; items: ReportItem[] }>();
  for (const item of units.flatMap(({ items }) => items)) {
    const [first] = item.findings.filter((finding) => passesFilter(finding, filter));
    if (first === undefined && !passesWithout(item, filter)) continue;
    const title: SectionTitle =
      first === undefined || isCause(item) ? { by: 'cause' } : titleOf(first, grouping);
    const key = Object.values(title).join('|');
    const section = sections.get(key) ?? { title, items: [] };
    section.items.push(item);
    sections.set(key, section);
  }
  return [...sections]
    .map(([key, { title, items }]) => ({
      key,
      title,
      items: title.by === 'cause' ? byCertainty(items) : items,
    }))
    .sort((a, b) => rank(a.title) - rank(b.title));
}

/** Whether an item explains others. */
export function isCause({ kind }: ReportItem): boolean {
  return causeOrder.includes(kind);
}

/** An item whose findings are told by others is shown where nothing is asked for by sheet or rule. */
function passesWithout(
  { findings, severity }: ReportItem,
  { hidden, sheet, rule }: Filter,
): boolean {
  return findings.length === 0 && sheet === null && rule === null && !hidden.includes(severity);
}

function byCertainty(items: readonly ReportItem[]): ReportItem[] {
  return [...items].sort((a, b) => causeOrder.indexOf(a.kind) - causeOrder.indexOf(b.kind));
}

function titleOf({ rule, severity, sheet }: Finding, grouping: Grouping): SectionTitle {
  switch (grouping) {
    case 'rule':
      return { by: 'rule', rule, severity };
    case 'sheet':
      return { by: 'sheet', sheet };
    case 'severity':
      return { by: 'severity', severity };
  }
}

/** Causes first, then errors, then as in the catalogue; sheets stay in the order of the report. */
function rank(title: SectionTitle): number {
  switch (title.by) {
    case 'cause':
      return -1;
    case 'rule':
      return (
        severities.indexOf(title.severity) * catalogue.length +
        catalogue.findIndex(({ id }) => id === title.rule)
      );
    case 'severity':
      return severities.indexOf(title.severity);
    case 'sheet':
      return 0;
  }
}

/** All items from top to bottom. */
export function itemsIn(sections: readonly ListSection[]): ReportItem[] {
  return sections.flatMap(({ items }) => items);
}
