/**
 * What will an item say once an act that stands before it is put right? A figure that is too large by the act alone
 * is no news; what is left of it afterwards is.
 */
import { formatAmount, parseAmount } from '../../domain/amount';
import type { Finding } from '../../domain/finding';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { CellReference } from '../cellContent';
import { correctionsOf } from './actsBefore';
import type { Act } from './actsBefore';
import { largestOf } from './alikeItems';
import { cellKey } from './certain';
import type { AlikeItem, FindingItem } from './reportItem';

/** Findings with the figures that their comparisons will have; the very same where none of them changes. */
function findingsAfter(findings: readonly Finding[], act: Act | null): readonly Finding[] {
  const corrections = act === null ? null : correctionsOf(act);
  if (corrections === null) return findings;
  const after = new Map(corrections.map((one) => [cellKey(one.place), one]));
  const changed = findings.map((finding) => findingAfter(finding, after));
  return changed.some((finding, at) => finding !== findings[at]) ? changed : findings;
}

/** An item as it will be; the very same where nothing of it changes. */
export function alikeAfter(item: AlikeItem, act: Act | null): AlikeItem {
  const findings = findingsAfter(item.findings, act);
  return findings === item.findings ? item : { ...item, findings, largest: largestOf(findings) };
}

/** The same of one finding. */
export function findingItemAfter(item: FindingItem, act: Act | null): FindingItem {
  const findings = findingsAfter(item.findings, act);
  const [finding] = findings;
  return finding === undefined || findings === item.findings
    ? item
    : { ...item, findings, finding };
}

type After = ReadonlyMap<string, CellCorrection>;

function findingAfter(finding: Finding, after: After): Finding {
  const { detail } = finding;
  if (detail.kind === 'comparison') {
    const stated = figureAfter(detail.place, detail.stated, after);
    const limitStated = figureAfter(detail.limit, detail.limitStated, after);
    if (stated === detail.stated && limitStated === detail.limitStated) return finding;
    const excess = excessOf(stated, limitStated);
    return { ...finding, detail: { ...detail, stated, limitStated, excess } };
  }
  if (detail.kind === 'ofWhich') {
    const stated = figureAfter(detail.place, detail.stated, after);
    const parentStated = figureAfter(detail.parent, detail.parentStated, after);
    if (stated === detail.stated && parentStated === detail.parentStated) return finding;
    const excess = excessOf(stated, parentStated);
    return { ...finding, detail: { ...detail, stated, parentStated, excess } };
  }
  return finding;
}

function figureAfter(place: CellReference, stated: string, after: After): string {
  const corrected = after.get(cellKey(place));
  return corrected === undefined ? stated : (corrected.proposed ?? '0');
}

function excessOf(stated: string, limit: string): string {
  return formatAmount(parseAmount(stated) - parseAmount(limit));
}
