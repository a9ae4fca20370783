/** What does an 审核报告 look like to another program? */
import type { ReportedUnit, SubmissionReport } from '../application/submissionReport';
import type { SeverityCounts } from '../application/report/severityCounts';
import type { Verdict } from '../application/checkWorkbook';
import type { LeftToLookAt, Obstacle } from '../application/readyToSubmit';
import type { RuleId, Severity } from '../domain/finding';
import type { ReportingRound } from '../domain/forms/rounds';
import type { CheckCounts } from '../domain/rules/checkReturn';
import type { ExplanationState } from '../domain/submission/explanation';
import { findingMessage } from '../wording/findings';
import { leftToLookAtMessage, obstacleMessage } from '../wording/submission';
import { dayText } from '../wording/submissionReport';

/** One file's report; `report` is null where the file could not be checked. */
export interface FileSubmission {
  readonly file: string;
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly report: ReportJson | null;
}

interface ReportJson {
  readonly round: ReportingRound;
  readonly date: string;
  readonly strict: boolean;
  readonly checks: CheckCounts;
  readonly verdict: Verdict;
  readonly ready: boolean;
  readonly inTheWay: readonly { readonly code: Obstacle['code']; readonly message: string }[];
  readonly leftToLookAt: readonly {
    readonly code: LeftToLookAt['kind'];
    readonly message: string;
  }[];
  readonly units: readonly UnitJson[];
}

interface UnitJson extends Pick<
  ReportedUnit,
  'reportingUnit' | 'fiscalYear' | 'currencyUnit' | 'tables' | 'verdict' | 'fingerprint'
> {
  readonly pair: number;
  readonly counts: SeverityCounts & { readonly explained: number };
  readonly findings: readonly {
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly sheet: string;
    readonly cells: readonly string[];
    readonly message: string;
    readonly explanation: { readonly text: string; readonly state: ExplanationState } | null;
  }[];
}

export function submissionJson(file: string, report: SubmissionReport): FileSubmission {
  return {
    file,
    fault: null,
    report: {
      round: report.round,
      date: dayText(report.day),
      strict: report.strict,
      checks: report.checks,
      verdict: report.verdict,
      ready: report.obstacles.length === 0,
      inTheWay: report.obstacles.map((obstacle) => ({
        code: obstacle.code,
        message: obstacleMessage(obstacle, 'zh-CN'),
      })),
      leftToLookAt: report.left.map((one) => ({
        code: one.kind,
        message: leftToLookAtMessage(one, 'zh-CN'),
      })),
      units: report.units.map((unit) => ({
        pair: unit.number,
        reportingUnit: unit.reportingUnit,
        fiscalYear: unit.fiscalYear,
        currencyUnit: unit.currencyUnit,
        tables: unit.tables,
        verdict: unit.verdict,
        counts: { ...unit.counts, explained: unit.explainedWarnings },
        fingerprint: unit.fingerprint,
        findings: unit.findings.map(({ finding, answered }) => ({
          rule: finding.rule,
          severity: finding.severity,
          sheet: finding.sheet,
          cells: finding.cells,
          message: findingMessage(finding, 'zh-CN'),
          explanation:
            answered === null ? null : { text: answered.explanation.text, state: answered.state },
        })),
      })),
    },
  };
}
