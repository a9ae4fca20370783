/**
 * What does a check tell, whoever reads it? Unit by unit its tables, its verdict and its items; the
 * terminal, the pane, the copied list and the JSON are made from this.
 */
import type { Finding } from '../../domain/finding';
import type { Recognition, RecognisedReturn } from '../../domain/recognise/table';
import type { Unread } from '../../domain/unread';
import type { CheckCounts } from '../../domain/rules/checkReturn';
import type { PairDiagnosis } from '../../domain/rules/diagnosePairs';
import type { UnitEvent } from '../../domain/rules/unitEvents';
import type { Answers } from '../../domain/submission/explanation';
import { answersOf } from '../../domain/submission/explanation';
import type { StoredExplanations, UnreadablePart } from '../../domain/submission/kept';
import type { CalculationState, CheckReport, Verdict } from '../checkWorkbook';
import { verdictOf, verdictOn } from './verdict';
import type { ReportItem } from './reportItem';
import { itemsOf } from './items';
import type { SeverityCounts } from './severityCounts';
import { countSeverities } from './severityCounts';

/** What was found about one unit's tables. */
export interface UnitReport {
  /** From 1, in the order of the sheets. */
  readonly number: number;
  /** As they were recognised. */
  readonly tables: RecognisedReturn;
  readonly verdict: Verdict;
  /** A check could not be decided, and no error says why. */
  readonly isInconclusive: boolean;
  readonly counts: SeverityCounts;
  /** All of them, in the order of the catalogue and the sheet. */
  readonly findings: readonly Finding[];
  readonly events: readonly UnitEvent[];
  readonly diagnoses: readonly PairDiagnosis[];
  /** The same as a reader goes through it: what explains others first, and each finding once. */
  readonly items: readonly ReportItem[];
}

/** What was found about a workbook. */
export interface WorkbookReport {
  readonly verdict: Verdict;
  readonly units: readonly UnitReport[];
  /** Which sheets were taken for what, and which looked like ours and were not taken. */
  readonly recognition: Recognition;
  /** Sheets and parts of the file that could not be read while the rest was. */
  readonly unread: readonly Unread[];
  readonly calculation: CalculationState;
  readonly checks: CheckCounts;
  readonly counts: SeverityCounts;
  readonly explained: ReportedExplanations;
  /** Units that were to be compared with the round before and could not be. */
  readonly notCompared: CheckReport['notCompared'];
}

/** Which warnings the user has explained, and whether what is kept in the workbook could be read. */
export interface ReportedExplanations extends Answers {
  /** Null where everything that is kept was read. */
  readonly unreadable: UnreadablePart | null;
}

/**
 * The outcome of a check, unit by unit.
 *
 * @param stored the workbook's explanations, where they were read apart from its cells
 */
export function reportOf(
  check: CheckReport,
  stored: StoredExplanations = check.explanations,
): WorkbookReport {
  const { recognition, unread, calculation, checks, findings } = check;
  return {
    verdict: verdictOf(check),
    units: recognition.returns.map((tables) => unitReport(tables, check)),
    recognition,
    unread,
    calculation,
    checks,
    counts: countSeverities(findings),
    explained: explainedOf(check, stored),
    notCompared: check.notCompared,
  };
}

/** Which findings of a check the user has explained. */
export function explainedOf(
  check: CheckReport,
  stored: StoredExplanations = check.explanations,
): ReportedExplanations {
  const { views, findings, round } = check;
  const explanations = stored.kind === 'read' ? stored.explanations : [];
  return {
    ...answersOf(views, findings, explanations, round),
    unreadable: stored.kind === 'read' ? null : stored.why,
  };
}

/** All findings, in the order of the units. */
export function findingsOf({ units }: WorkbookReport): readonly Finding[] {
  return units.flatMap(({ findings }) => findings);
}

function unitReport(tables: RecognisedReturn, check: CheckReport): UnitReport {
  const { number } = tables;
  const findings = check.findings.filter(({ pair }) => pair === number);
  const events = check.events.filter(({ pair }) => pair === number);
  const diagnoses = check.diagnoses.filter(({ pair }) => pair === number);
  const counts = countSeverities(findings);
  const isInconclusive = check.inconclusivePairs.includes(number);
  const isNotCompared = check.notCompared.some(({ unit }) => unit === number);
  const isUndecided = isInconclusive || isNotCompared;
  const verdict = verdictOn(findings, check.calculation, isUndecided);
  const items = itemsOf(findings, events, diagnoses);
  return { number, tables, verdict, isInconclusive, counts, findings, events, diagnoses, items };
}
