/** How is a finding recognised again after the next check, which numbers findings anew? */
import type { Finding } from '../../domain/finding';
import type { PairDiagnosis } from '../../domain/rules/diagnosePairs';

/** Rule, place and kind; the same for the same complaint about the same cells. */
export function findingKey({ pair, rule, sheet, cells, detail }: Finding): string {
  const aspect =
    'balance' in detail ? detail.balance : 'problem' in detail ? detail.problem : detail.kind;
  const what = 'field' in detail ? detail.field : 'line' in detail ? detail.line : '';
  return [pair, rule, sheet, cells.join(' '), aspect, what].join('|');
}

/** One diagnosis per pair and measure. */
export function diagnosisKey({ pair, measure }: PairDiagnosis): string {
  return ['diagnosis', pair, measure].join('|');
}
