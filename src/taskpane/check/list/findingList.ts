/** In which order and under which headings does the pane list what a check found? */
import type { CheckReport } from '../../../application/checkWorkbook';
import type { Finding, RuleId, Severity } from '../../../domain/finding';
import { catalogue } from '../../../domain/rules/catalogue';
import type { ListEntry } from './listEntry';
import type { Filter, Grouping } from '../../state/paneState';

export type SectionTitle =
  | { readonly by: 'diagnosis' }
  | { readonly by: 'rule'; readonly rule: RuleId; readonly severity: Severity }
  | { readonly by: 'sheet'; readonly sheet: string }
  | { readonly by: 'severity'; readonly severity: Severity };

export interface ListSection {
  readonly key: string;
  readonly title: SectionTitle;
  readonly entries: readonly ListEntry[];
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

export function passesFilter(finding: Finding, { hidden, sheet, rule }: Filter): boolean {
  return (
    !hidden.includes(finding.severity) &&
    (sheet === null || finding.sheet === sheet) &&
    (rule === null || finding.rule === rule)
  );
}

/**
 * The list: first the slips that explain failed balances, each with what it caused; then every other
 * finding, in groups.
 */
export function listSections(
  report: CheckReport,
  filter: Filter,
  grouping: Grouping,
): readonly ListSection[] {
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const explained = new Set<string>();
  const slips: ListEntry[] = [];
  for (const diagnosis of report.diagnoses) {
    if (diagnosis.explanations.length === 0) continue;
    const findings = diagnosis.findings.flatMap((id) => byId.get(id) ?? []);
    for (const { id } of findings) explained.add(id);
    if (!findings.some((finding) => passesFilter(finding, filter))) continue;
    slips.push({ kind: 'diagnosis', key: diagnosis.id, diagnosis, findings });
  }
  const others = report.findings.filter(
    (finding) => !explained.has(finding.id) && passesFilter(finding, filter),
  );
  // Where several cells are as likely, what is plainly one cell's slip comes first.
  slips.sort((a, b) => tiesOf(a) - tiesOf(b));
  const groups = groupFindings(others, grouping);
  return slips.length === 0
    ? groups
    : [{ key: 'diagnosis', title: { by: 'diagnosis' }, entries: slips }, ...groups];
}

const tiesOf = (entry: ListEntry): number =>
  entry.kind === 'diagnosis' && entry.diagnosis.tied > 1 ? 1 : 0;

function groupFindings(findings: readonly Finding[], grouping: Grouping): ListSection[] {
  const sections = new Map<string, { title: SectionTitle; entries: ListEntry[] }>();
  for (const finding of findings) {
    const title = titleOf(finding, grouping);
    const key = Object.values(title).join('|');
    const section = sections.get(key) ?? { title, entries: [] };
    section.entries.push({ kind: 'finding', key: finding.id, finding });
    sections.set(key, section);
  }
  return [...sections]
    .map(([key, section]) => ({ key, ...section }))
    .sort((a, b) => rank(a.title) - rank(b.title));
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

/** Errors first, then as in the catalogue; sheets stay in the order of the report. */
function rank(title: SectionTitle): number {
  switch (title.by) {
    case 'rule':
      return (
        severities.indexOf(title.severity) * catalogue.length +
        catalogue.findIndex(({ id }) => id === title.rule)
      );
    case 'severity':
      return severities.indexOf(title.severity);
    case 'sheet':
    case 'diagnosis':
      return 0;
  }
}

/** All entries from top to bottom. */
export function entriesOf(sections: readonly ListSection[]): ListEntry[] {
  return sections.flatMap(({ entries }) => entries);
}
