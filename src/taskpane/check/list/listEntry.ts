/** What is one item of the list of findings, and where does it lead? */
import type { Finding } from '../../../domain/finding';
import type { PairDiagnosis } from '../../../domain/rules/diagnosePairs';

/** One item of the list: a finding, or a slip with the findings that it caused. */
export type ListEntry =
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding }
  | {
      readonly kind: 'diagnosis';
      readonly key: string;
      readonly diagnosis: PairDiagnosis;
      readonly findings: readonly Finding[];
    };

/** The finding or the suspected cell that an entry leads to; null where it is about no cell. */
export function placeOfEntry(entry: ListEntry): { sheet: string; cell: string } | null {
  if (entry.kind === 'diagnosis') {
    // Of several that are as likely none is offered: the total that fails is.
    if (entry.diagnosis.tied > 1) return placeOfFinding(entry.findings[0]);
    const place = entry.diagnosis.explanations[0]?.corrections[0]?.place;
    return place === undefined ? null : { sheet: place.sheet, cell: place.cell };
  }
  return placeOfFinding(entry.finding);
}

function placeOfFinding(finding: Finding | undefined): { sheet: string; cell: string } | null {
  const cell = finding?.cells[0];
  return finding === undefined || cell === undefined ? null : { sheet: finding.sheet, cell };
}
