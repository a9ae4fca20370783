/** How many findings are there of each severity? */
import type { Finding, Severity } from '../../domain/finding';

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Before any filter. */
export function countSeverities(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
