/** Which findings of a unit are the same thing in several places, and told together? */
import { absolute, parseAmount } from '../../domain/amount';
import type { Finding } from '../../domain/finding';
import { comparedFigures } from './comparedFigures';
import type { AlikeItem, FindingItem, ReportItem } from './reportItem';

/**
 * A unit's items with the findings of one rule together, where there are two or more; they stand where the
 * first of them stood.
 *
 * @param isWanted of findings that no item explains only these are told
 */
export function groupAlike(
  items: readonly ReportItem[],
  isWanted: (finding: Finding) => boolean = () => true,
): ReportItem[] {
  const single = items.flatMap((item) => (isByRule(item) ? item.findings : [])).filter(isWanted);
  const kinds = new Map<string, Finding[]>();
  for (const finding of single) {
    const kind = kindOf(finding);
    const alike = kinds.get(kind);
    if (alike === undefined) kinds.set(kind, [finding]);
    else alike.push(finding);
  }
  return items.flatMap((item) => {
    if (!isByRule(item)) return [item];
    return item.findings.flatMap((finding): ReportItem[] => {
      const alike = kinds.get(kindOf(finding)) ?? [];
      if (alike[0] !== finding) return [];
      return [alike.length === 1 ? findingItem(finding) : alikeItem(finding, alike)];
    });
  });
}

/** One finding that nothing explains. */
export function findingItem(finding: Finding): FindingItem {
  const { id, severity } = finding;
  return { kind: 'finding', key: id, severity, finding, findings: [finding] };
}

function alikeItem(first: Finding, findings: readonly Finding[]): AlikeItem {
  const { rule, severity } = first;
  return {
    kind: 'alike',
    key: kindOf(first),
    rule,
    severity,
    findings,
    largest: largestOf(findings),
  };
}

function isByRule(item: ReportItem): item is AlikeItem | FindingItem {
  return item.kind === 'alike' || item.kind === 'finding';
}

function kindOf({ pair, rule, severity }: Finding): string {
  return [pair, rule, severity].join('|');
}

function largestOf(findings: readonly Finding[]): Finding | null {
  const gaps = findings.flatMap((finding) => {
    const { difference } = comparedFigures(finding);
    return difference === null ? [] : [{ finding, gap: absolute(parseAmount(difference)) }];
  });
  const [first, ...rest] = gaps;
  return first === undefined
    ? null
    : rest.reduce((most, one) => (one.gap > most.gap ? one : most), first).finding;
}
