/** What does the 审核报告 of a workbook tell? All that is printed, as data, for whoever lays it out. */
import type { Finding } from '../domain/finding';
import type { ReportingRound } from '../domain/forms/rounds';
import type { CurrencyUnit, FormId } from '../domain/forms/terms';
import { rangeAddress } from '../domain/grid';
import { tablesOf } from '../domain/recognise/table';
import type { CheckCounts } from '../domain/rules/checkReturn';
import type { CalendarDay, CheckSettings } from '../domain/rules/settings';
import type { AnsweredFinding } from '../domain/submission/explanation';
import { fingerprintOf } from '../domain/submission/fingerprint';
import type { CheckReport, Verdict } from './checkWorkbook';
import type { LeftToLookAt, Obstacle } from './readyToSubmit';
import type { UnitReport, WorkbookReport } from './report/report';
import type { SeverityCounts } from './report/severityCounts';

/** What is told of one unit. */
export interface ReportedUnit {
  readonly number: number;
  readonly reportingUnit: string | null;
  readonly fiscalYear: number | null;
  readonly currencyUnit: CurrencyUnit | null;
  readonly tables: readonly {
    readonly form: FormId;
    readonly sheet: string;
    readonly range: string;
  }[];
  readonly verdict: Verdict;
  readonly counts: SeverityCounts;
  /** Warnings that are explained, and still hold. */
  readonly explainedWarnings: number;
  /** Errors and warnings first, notices last; each in the order of the catalogue. */
  readonly findings: readonly {
    readonly finding: Finding;
    readonly answered: AnsweredFinding | null;
  }[];
  /** SHA-256 of the figures: docs/fingerprint.md. */
  readonly fingerprint: string;
}

/** The whole report. */
export interface SubmissionReport {
  readonly round: ReportingRound;
  readonly day: CalendarDay;
  readonly strict: boolean;
  readonly checks: CheckCounts;
  readonly verdict: Verdict;
  readonly units: readonly ReportedUnit[];
  /** Empty: 可以提交. */
  readonly obstacles: readonly Obstacle[];
  /** What nobody could check, and is to be looked at. */
  readonly left: readonly LeftToLookAt[];
}

/** Makes the report of a check. */
export function submissionReport(
  check: CheckReport,
  report: WorkbookReport,
  { obstacles, left }: Pick<SubmissionReport, 'obstacles' | 'left'>,
  settings: CheckSettings,
): SubmissionReport {
  return {
    round: settings.round,
    day: settings.today,
    strict: settings.strict,
    checks: report.checks,
    verdict: report.verdict,
    units: report.units.map((unit) => reportedUnit(unit, check, report)),
    obstacles,
    left,
  };
}

const severities = ['error', 'warning', 'notice'] as const;

function reportedUnit(
  unit: UnitReport,
  check: CheckReport,
  { explained }: WorkbookReport,
): ReportedUnit {
  const view = check.views.find(({ number }) => number === unit.number);
  if (view === undefined) throw new Error(`no figures of return ${unit.number}`);
  const tables = tablesOf(unit.tables);
  const stated = <T>(read: (table: (typeof tables)[number]) => T | null): T | null =>
    tables.map(read).find((value) => value !== null) ?? null;
  const findings = severities.flatMap((severity) =>
    unit.findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({ finding, answered: explained.byFinding.get(finding.id) ?? null })),
  );
  return {
    number: unit.number,
    reportingUnit: stated(({ heading }) => heading.reportingUnit.value),
    fiscalYear: stated(({ heading }) => heading.fiscalYear.value),
    currencyUnit: stated(({ heading }) => heading.currencyUnit.value),
    tables: tables.map(({ form, grid, range }) => ({
      form,
      sheet: grid.name,
      range: rangeAddress(range),
    })),
    verdict: unit.verdict,
    counts: unit.counts,
    explainedWarnings: findings.filter(({ answered }) => answered?.state === 'valid').length,
    findings,
    fingerprint: fingerprintOf(view),
  };
}
