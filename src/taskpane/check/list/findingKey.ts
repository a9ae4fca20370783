/** How is a finding recognised again after the next check, which numbers findings anew? */
import type { Finding } from '../../../domain/finding';
import type { PairDiagnosis } from '../../../domain/rules/diagnosePairs';

/**
 * The key of each finding, by its id. Two tables may share a heading and the complaint about it: the
 * same complaint about the same cells is numbered, so that no two findings have one key.
 */
export function findingKeys(findings: readonly Finding[]): ReadonlyMap<number, string> {
  const times = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = complaintOf(finding);
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return [finding.id, time === 1 ? key : `${key}|${time}`];
    }),
  );
}

/** Rule, place and kind. */
function complaintOf({ pair, rule, sheet, cells, detail }: Finding): string {
  const aspect =
    'balance' in detail ? detail.balance : 'problem' in detail ? detail.problem : detail.kind;
  const what = 'field' in detail ? detail.field : 'line' in detail ? detail.line : '';
  return [pair, rule, sheet, cells.join(' '), aspect, what].join('|');
}

/** One diagnosis per pair and measure. */
export function diagnosisKey({ pair, measure }: PairDiagnosis): string {
  return ['diagnosis', pair, measure].join('|');
}
