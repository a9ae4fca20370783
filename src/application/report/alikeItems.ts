/** Which findings of a unit are the same thing in several places, and told together? */
import { absolute, parseAmount } from '../../domain/amount';
import type { Finding } from '../../domain/finding';
import { comparedFigures } from './comparedFigures';
import type { AlikeItem, FindingItem, ReportItem } from './reportItem';
import { ofCountedSubtotals } from './countedSubtotals';
import { ofUnfilledTotals } from './unfilledTotals';

/**
 * A unit's items with the findings of one rule together, those of totals left blank, and those of totals that
 * count 小计 lines, where there are two or more; they stand where the first of them stood.
 *
 * @param isWanted of findings that no item explains only these are told
 */
export function groupAlike(
  items: readonly ReportItem[],
  isWanted: (finding: Finding) => boolean = () => true,
): ReportItem[] {
  const all = items.flatMap((item) => (isByRule(item) ? item.findings : []));
  const unfilled = ofUnfilledTotals(all);
  const counted = ofCountedSubtotals(all);
  const whatOf = ({ id }: Finding): AlikeItem['what'] => {
    if (counted.has(id)) return 'countedSubtotals';
    return unfilled.has(id) ? 'unfilledTotals' : 'rule';
  };
  const kindOf = (finding: Finding): string => {
    const { pair, rule, severity } = finding;
    const what = whatOf(finding);
    // The wrong formula of a total that comes to the same is only a warning, of the same act.
    if (what === 'countedSubtotals') return [pair, what].join('|');
    return [pair, what === 'rule' ? rule : 'unfilled', severity].join('|');
  };
  const single = all.filter(isWanted);
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
      if (alike.length === 1) return [findingItem(finding)];
      return [alikeItem(kindOf(finding), whatOf(finding), finding, alike)];
    });
  });
}

/** One finding that nothing explains. */
export function findingItem(finding: Finding): FindingItem {
  const { id, severity } = finding;
  return { kind: 'finding', key: id, severity, finding, findings: [finding] };
}

function alikeItem(
  key: string,
  what: AlikeItem['what'],
  first: Finding,
  findings: readonly Finding[],
): AlikeItem {
  const { rule, severity } = first;
  return {
    kind: 'alike',
    what,
    key,
    rule,
    severity,
    findings,
    largest: largestOf(findings),
  };
}

function isByRule(item: ReportItem): item is AlikeItem | FindingItem {
  return item.kind === 'alike' || item.kind === 'finding';
}

/** The finding with the largest difference; null where they have none. */
export function largestOf(findings: readonly Finding[]): Finding | null {
  const gaps = findings.flatMap((finding) => {
    const { difference } = comparedFigures(finding);
    return difference === null ? [] : [{ finding, gap: absolute(parseAmount(difference)) }];
  });
  const [first, ...rest] = gaps;
  return first === undefined
    ? null
    : rest.reduce((most, one) => (one.gap > most.gap ? one : most), first).finding;
}
