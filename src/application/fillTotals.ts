/** The user wants the totals filled in. */
import type { HostFault } from '../domain/fault';
import type { FillMode, PlannedChange, ChangePlan } from '../domain/fill/plannedChange';
import { planFill } from '../domain/fill/planFill';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { WriteOutcome } from './applyWrites';
import { applyWrites } from './applyWrites';
import type { Reads, Writes } from './ports';
import type { UndoLog } from './undoLog';
import { withoutUnwritable } from './withoutUnwritable';
import type { WriteFailure } from './writeFailure';

/** What is to be filled. */
export interface FillOptions {
  readonly mode: FillMode;
  /** Number of the one pair to be filled; null fills all. */
  readonly pair: number | null;
}

/** What filling would write; nothing is written. */
export interface FillPreview extends ChangePlan {
  /** Pairs that were recognised and looked at; 0 means that there was nothing to fill. */
  readonly pairs: number;
}

/** Reads the workbook and plans its totals; cells that cannot be written are named with the reason. */
export async function previewFill(
  workbook: Reads & Writes,
  { mode, pair }: FillOptions,
): Promise<Result<FillPreview, HostFault>> {
  const read = await workbook.readWorkbook();
  if (!read.ok) return read;
  const { returns } = recogniseWorkbook(read.value);
  const wanted = returns.filter(({ number }) => pair === null || number === pair);
  const plan = await withoutUnwritable(workbook, planFill(viewReturns(wanted, read.value), mode));
  return plan.ok ? success({ ...plan.value, pairs: wanted.length }) : plan;
}

/** Writes the totals that the user chose from the preview. */
export function fillTotals(
  workbook: Reads & Writes,
  log: UndoLog,
  chosen: readonly PlannedChange[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  return applyWrites(workbook, log, 'fill', chosen);
}
