/** The user wants to know: are the official tables in this workbook right? */
import type { Finding } from '../domain/finding';
import type { ReportingRound } from '../domain/forms/rounds';
import type { NotCompared } from '../domain/lastRound/comparable';
import { comparedWith, isOfLastRound } from '../domain/lastRound/comparable';
import type { WorkbookGrids } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import { tablesOf, type Recognition, type RecognisedReturn } from '../domain/recognise/table';
import { resultOf } from '../domain/consolidate/resultNames';
import { sameUnits } from '../domain/returns/sameUnit';
import type { UnitReturn } from '../domain/returns/unitReturn';
import type { PairDiagnosis } from '../domain/rules/diagnosePairs';
import type { CheckCounts } from '../domain/rules/checkReturn';
import type { CheckSettings } from '../domain/rules/settings';
import type { UnitEvent } from '../domain/rules/unitEvents';
import type { StoredExplanations } from '../domain/submission/kept';
import { noExplanations } from '../domain/submission/kept';
import type { Unread } from '../domain/unread';
import { CheckMemory } from './checkMemory';

/** Everything that a check found out about a workbook. */
export interface CheckReport {
  readonly recognition: Recognition;
  /** The returns with their figures, in the order of the recognition. */
  readonly views: readonly UnitReturn[];
  readonly checks: CheckCounts;
  /** In the order of pairs, the catalogue, and the sheet. */
  readonly findings: readonly Finding[];
  /** Acts that explain many cells at once; none of a return whose formulas wait to be worked out. */
  readonly events: readonly UnitEvent[];
  /** One per pair and measure in which balances fail; none where formulas wait to be worked out. */
  readonly diagnoses: readonly PairDiagnosis[];
  /** Pairs in which a check could not be decided and no error finding says why. */
  readonly inconclusivePairs: readonly number[];
  /** Sheets and parts of the file that could not be read. */
  readonly unread: readonly Unread[];
  readonly calculation: CalculationState;
  readonly round: ReportingRound;
  /** Units that were to be compared with the round before and could not be. */
  readonly notCompared: readonly { readonly unit: number; readonly why: NotCompared }[];
  /** Units that stand several times for a year, each by the numbers of its returns; results of ours are no units. */
  readonly sameUnit: readonly (readonly number[])[];
  /** The explanations that came with the workbook. */
  readonly explanations: StoredExplanations;
}

/**
 * Whether the formulas of the tables show what their parts come to now. `manual`: they do, but are
 * worked out only when the user asks for it · `pending`: some wait to be worked out.
 */
export type CalculationState = 'current' | 'manual' | 'pending';

/** The one word above a report; it is never `passed` when a check could not run. */
export type Verdict = 'passed' | 'errors' | 'warnings' | 'notChecked' | 'notCalculated';

/** A return with what somebody knows of it beyond what its sheets state. */
export type CompletesReturn = (found: RecognisedReturn) => RecognisedReturn;

/**
 * Recognises and checks all official tables of a workbook.
 *
 * @param memory of earlier checks of the workbook; the report is the same without it
 * @param complete what somebody knows of a return beyond what its sheets state
 */
export function checkWorkbook(
  workbook: WorkbookGrids,
  settings: CheckSettings,
  memory: CheckMemory = new CheckMemory(),
  complete: CompletesReturn | null = null,
): CheckReport {
  const recognised = recogniseWorkbook(workbook, memory.recognise);
  const recognition =
    complete === null
      ? recognised
      : { ...recognised, returns: recognised.returns.map((one) => complete(one)) };
  const counts = { run: 0, satisfied: 0, violated: 0, undetermined: 0 };
  const findings: Finding[] = [];
  const events: UnitEvent[] = [];
  const diagnoses: PairDiagnosis[] = [];
  const inconclusivePairs: number[] = [];
  const views: UnitReturn[] = [];
  const calculation = calculationOf(workbook, recognition);
  const isPending = calculation === 'pending';
  for (const pair of recognition.returns) {
    const outcome = memory.check(pair, workbook, settings);
    views.push(outcome.view);
    for (const name of countNames) counts[name] += outcome.counts[name];
    findings.push(...outcome.findings);
    // A total that waits to be worked out accuses no figure.
    if (!isPending || !hasFormula(pair)) {
      diagnoses.push(...outcome.diagnoses);
      events.push(...outcome.events);
    }
    if (outcome.isInconclusive) inconclusivePairs.push(pair.number);
  }
  const unread = workbook.unread ?? [];
  return {
    recognition,
    views,
    checks: counts,
    findings,
    events,
    diagnoses,
    inconclusivePairs,
    unread,
    calculation,
    round: settings.round,
    notCompared: notComparedOf(views, settings),
    sameUnit: sameUnitIn(views, recognition, workbook),
    explanations: workbook.explanations ?? noExplanations,
  };
}

function sameUnitIn(
  views: readonly UnitReturn[],
  { returns }: Recognition,
  workbook: WorkbookGrids,
): CheckReport['sameUnit'] {
  const found = sameUnits(views);
  if (found.length === 0) return found;
  const results = new Set(
    returns.filter((one) => resultOf(one, workbook) !== null).map(({ number }) => number),
  );
  return found
    .map((numbers) => numbers.filter((number) => !results.has(number)))
    .filter(({ length }) => length > 1);
}

function notComparedOf(
  views: readonly UnitReturn[],
  { lastRound, round }: CheckSettings,
): CheckReport['notCompared'] {
  if (lastRound === undefined) return [];
  return views.flatMap((view) => {
    if (isOfLastRound(view, lastRound)) return [];
    const compared = comparedWith(view, round, lastRound);
    return typeof compared === 'string' ? [{ unit: view.number, why: compared }] : [];
  });
}

/** Sheets without a formula show what was typed, however the workbook calculates. */
function calculationOf({ calculation }: WorkbookGrids, { returns }: Recognition): CalculationState {
  if (calculation === undefined) return 'current';
  if (!returns.some(hasFormula)) return 'current';
  if (calculation.isPending) return 'pending';
  return calculation.mode === 'manual' ? 'manual' : 'current';
}

function hasFormula(one: RecognisedReturn): boolean {
  return tablesOf(one).some(({ grid }) =>
    grid.rows.some((row) => row?.some((cell) => (cell?.formula ?? null) !== null)),
  );
}

const countNames = ['run', 'satisfied', 'violated', 'undetermined'] as const;
