/** Which cells of a plan does the workbook not let be written? */
import type { HostFault } from '../domain/fault';
import type { BlockedChange, PlannedChange, ChangePlan } from '../domain/fill/plannedChange';
import { placeKey } from '../domain/fill/verify';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { Writes } from './ports';

/** The plan with what the sheets do not let be written told as blocked, with its reason; asked before anybody chooses. */
export async function withoutUnwritable(
  workbook: Writes,
  plan: ChangePlan,
): Promise<Result<ChangePlan, HostFault>> {
  if (plan.changes.length === 0) return success(plan);
  const found = await workbook.findUnwritable(plan.changes.map(({ place }) => place));
  if (!found.ok) return found;
  const reasons = new Map(found.value.map((cell) => [placeKey(cell), cell]));
  const changes: PlannedChange[] = [];
  const barred = new Map<string, BlockedChange>();
  for (const change of plan.changes) {
    const { place } = change;
    const key = placeKey(place);
    const unwritable = reasons.get(key);
    if (unwritable === undefined) changes.push(change);
    // Of two ways to write a cell neither can be taken; the cell is told once.
    else barred.set(key, { place, why: unwritable.why, cells: [unwritable.at] });
  }
  return success({ changes, blocked: [...plan.blocked, ...barred.values()] });
}
