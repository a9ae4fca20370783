/** Which findings may be answered by words? */
import type { Finding, RuleId } from '../finding';

/** Only a warning can be explained: an error is to be corrected, and a notice asks for nothing. */
export function canBeExplained({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'warning';
}

/** Hidden figures, links, a sample's name: whatever is said of them, the file itself is to be put right before it is submitted. */
const ofTheFile: readonly RuleId[] = ['S-010', 'F-030', 'C-025'];

/** Whether an explanation is what the finding asks for. */
export function asksForExplanation(finding: Pick<Finding, 'severity' | 'rule'>): boolean {
  return canBeExplained(finding) && !ofTheFile.includes(finding.rule);
}
