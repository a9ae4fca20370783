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
import type { UnreadablePart } from '../../domain/submission/kept';
import type { CalculationState, CheckReport, Verdict } from '../checkWorkbook';
import type { ReportItem } from './reportItem';
import type { SeverityCounts } from './severityCounts';

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
  /** Units that stand several times for a year, each by its numbers. */
  readonly sameUnit: CheckReport['sameUnit'];
}

/** Which warnings the user has explained, and whether what is kept in the workbook could be read. */
export interface ReportedExplanations extends Answers {
  /** Null where everything that is kept was read. */
  readonly unreadable: UnreadablePart | null;
}

/** All findings, in the order of the units. */
export function findingsOf({ units }: WorkbookReport): readonly Finding[] {
  return units.flatMap(({ findings }) => findings);
}
