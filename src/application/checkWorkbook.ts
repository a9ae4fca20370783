/** The user wants to know: are the official tables in this workbook right? */
import type { Finding } from '../domain/finding';
import type { WorkbookGrids } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Recognition } from '../domain/recognise/table';
import { checkPairs, viewPairs } from '../domain/rules/checkPairs';
import type { PairDiagnosis } from '../domain/rules/diagnosePairs';
import { diagnosePair } from '../domain/rules/diagnosePairs';
import type { CheckCounts } from '../domain/rules/outcomes';
import type { CheckSettings } from '../domain/rules/settings';

/** Everything that a check found out about a workbook. */
export interface CheckReport {
  readonly recognition: Recognition;
  readonly checks: CheckCounts;
  /** In the order of pairs, the catalogue, and the sheet. */
  readonly findings: readonly Finding[];
  /** One per pair and measure in which balances fail. */
  readonly diagnoses: readonly PairDiagnosis[];
  /** Pairs in which a check could not be decided and no error finding says why. */
  readonly inconclusivePairs: readonly number[];
}

/** The one word above a report; it is never `passed` when a check could not run. */
export type Verdict = 'passed' | 'errors' | 'warnings' | 'notChecked';

/** Recognises and checks all official tables of a workbook. */
export function checkWorkbook(workbook: WorkbookGrids, settings: CheckSettings): CheckReport {
  const recognition = recogniseWorkbook(workbook);
  const pairs = viewPairs(recognition.pairs, workbook);
  const outcomes = checkPairs(pairs, settings);
  return {
    recognition,
    checks: outcomes.counts,
    findings: outcomes.findings,
    diagnoses: pairs.flatMap((pair) => diagnosePair(pair, outcomes.findings, settings)),
    inconclusivePairs: outcomes.inconclusivePairs,
  };
}

/** The verdict on a report: errors first, then what could not be decided, then warnings. */
export function verdictOf(report: CheckReport): Verdict {
  if (report.findings.some((finding) => finding.severity === 'error')) return 'errors';
  if (report.checks.run === 0 || report.inconclusivePairs.length > 0) return 'notChecked';
  return report.findings.some((finding) => finding.severity === 'warning') ? 'warnings' : 'passed';
}
