/** What is the one word above a report? */
import type { Finding } from '../../domain/finding';
import { mayHoldTable } from '../../domain/unread';
import type { CalculationState, CheckReport, Verdict } from '../checkWorkbook';

/** The verdict on a report. */
export function verdictOf(report: CheckReport): Verdict {
  const isUndecided =
    report.checks.run === 0 ||
    report.inconclusivePairs.length > 0 ||
    report.notCompared.length > 0 ||
    report.unread.some(mayHoldTable);
  return verdictOn(report.findings, report.calculation, isUndecided);
}

/**
 * The verdict on findings: errors first, then what could not be decided, then what waits to be
 * calculated, then warnings. Old results of formulas are no errors while Excel has yet to calculate.
 */
export function verdictOn(
  findings: readonly Finding[],
  calculation: CalculationState,
  isUndecided: boolean,
): Verdict {
  const isPending = calculation === 'pending';
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some((error) => !(isPending && waitsForCalculation(error)))) return 'errors';
  if (isUndecided) return 'notChecked';
  if (isPending) return 'notCalculated';
  return findings.some(({ severity }) => severity === 'warning') ? 'warnings' : 'passed';
}

/** An old result of a formula. */
export function waitsForCalculation({ detail }: Finding): boolean {
  return detail.kind === 'formulaResult' && detail.cause === 'notRecalculated';
}
