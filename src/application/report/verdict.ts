/** What is the one word above a report? */
import { mayHoldTable } from '../../domain/unread';
import type { CheckReport, Verdict } from '../checkWorkbook';

/** The verdict on a report: errors first, then what could not be decided, then warnings. */
export function verdictOf(report: CheckReport): Verdict {
  if (report.findings.some((finding) => finding.severity === 'error')) return 'errors';
  if (report.checks.run === 0 || report.inconclusivePairs.length > 0) return 'notChecked';
  if (report.unread.some(mayHoldTable)) return 'notChecked';
  if (report.calculation === 'pending') return 'notCalculated';
  return report.findings.some((finding) => finding.severity === 'warning') ? 'warnings' : 'passed';
}
