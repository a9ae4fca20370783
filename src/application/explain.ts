/**
 * The user answers warnings by words: writes, confirms or removes explanations, several at once. They are
 * kept in the workbook; what stood there is kept for undo.
 */
import type { HostFault } from '../domain/fault';
import type { Finding } from '../domain/finding';
import type { ReportingRound } from '../domain/forms/rounds';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { canBeExplained } from '../domain/submission/explainable';
import { explain, withExplanations, withoutExplanations } from '../domain/submission/explanation';
import type { Explanation, UnreadablePart } from '../domain/submission/kept';
import type { CheckReport } from './checkWorkbook';
import { stepsOf } from './explanationSteps';
import type { KeepsExplanations } from './ports';
import type { ReportedExplanations } from './report/report';
import type { UndoKept, UndoLog } from './undoLog';

/** What came of a wish. */
export type ExplainOutcome =
  | {
      readonly kind: 'kept';
      /** Everything that is kept now. */
      readonly explanations: readonly Explanation[];
      /** Null where nothing was changed. */
      readonly undo: UndoKept | null;
    }
  /** What is kept cannot be read, so that nothing was changed. */
  | { readonly kind: 'unreadable'; readonly why: UnreadablePart };

/**
 * Writes one text beside each of the findings, with the figures as they were checked. An explanation
 * that stood there gives way, also one written when the unit was called otherwise. Errors, notices, and
 * a text without words are passed over.
 */
export function writeExplanations(
  workbook: KeepsExplanations,
  log: UndoLog,
  check: Pick<CheckReport, 'views' | 'round'>,
  explained: ReportedExplanations,
  answers: readonly { readonly finding: Finding; readonly text: string }[],
): Promise<Result<ExplainOutcome, HostFault>> {
  const written = answers.flatMap(({ finding, text }) => {
    const unit = check.views.find(({ number }) => number === finding.pair);
    if (unit === undefined || !canBeExplained(finding)) return [];
    const one = explainedAs(finding, unit, check.round, text);
    return one === null ? [] : [one];
  });
  const replaced = answers.flatMap(
    ({ finding }) => explained.byFinding.get(finding.id)?.explanation ?? [],
  );
  return change(workbook, log, (all) =>
    written.length === 0 ? all : withExplanations(withoutExplanations(all, replaced), written),
  );
}

function explainedAs(
  finding: Finding,
  unit: UnitReturn,
  round: ReportingRound,
  text: string,
): Explanation | null {
  const explanation = explain(finding, unit, round, text);
  return explanation.text === '' ? null : explanation;
}

/** Takes explanations away: of findings, or of what is not found any more. */
export function removeExplanations(
  workbook: KeepsExplanations,
  log: UndoLog,
  removed: readonly Explanation[],
): Promise<Result<ExplainOutcome, HostFault>> {
  return change(workbook, log, (all) => withoutExplanations(all, removed));
}

async function change(
  workbook: KeepsExplanations,
  log: UndoLog,
  make: (explanations: readonly Explanation[]) => readonly Explanation[],
): Promise<Result<ExplainOutcome, HostFault>> {
  await log.locate();
  const changed = await workbook.changeExplanations(make);
  if (!changed.ok) return changed;
  if (typeof changed.value === 'string') return success({ kind: 'unreadable', why: changed.value });
  const steps = stepsOf(changed.value);
  const kept =
    steps.length === 0
      ? null
      : log.keep({ command: 'explain', cells: [], sheets: [], explanations: steps }).kept;
  return success({ kind: 'kept', explanations: changed.value.after, undo: kept });
}
