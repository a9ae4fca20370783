/** The user wants the totals filled in. */
import type { HostFault } from '../domain/fault';
import type { FillMode, PlannedWrite, WritePlan } from '../domain/fill/plannedWrite';
import { planFill } from '../domain/fill/planFill';
import { placeKey } from '../domain/fill/verify';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { WriteOutcome } from './applyWrites';
import { applyWrites } from './applyWrites';
import type { Reads, Writes } from './ports';
import type { UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';

/** What is to be filled. */
export interface FillOptions {
  readonly mode: FillMode;
  /** Number of the one pair to be filled; null fills all. */
  readonly pair: number | null;
}

/** What filling would write; nothing is written. */
export interface FillPreview extends WritePlan {
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

async function withoutUnwritable(
  workbook: Writes,
  plan: WritePlan,
): Promise<Result<WritePlan, HostFault>> {
  if (plan.writes.length === 0) return success(plan);
  const found = await workbook.findUnwritable(plan.writes.map(({ place }) => place));
  if (!found.ok) return found;
  const reasons = new Map(found.value.map((cell) => [placeKey(cell), cell]));
  const writes: PlannedWrite[] = [];
  const blocked = [...plan.blocked];
  for (const write of plan.writes) {
    const { place } = write;
    const unwritable = reasons.get(placeKey(place));
    if (unwritable === undefined) writes.push(write);
    else blocked.push({ place, why: unwritable.why, cells: [unwritable.at] });
  }
  return success({ writes, blocked });
}

/** Writes the totals that the user chose from the preview. */
export function fillTotals(
  workbook: Reads & Writes,
  log: UndoLog,
  chosen: readonly PlannedWrite[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  return applyWrites(workbook, log, 'fill', chosen);
}
