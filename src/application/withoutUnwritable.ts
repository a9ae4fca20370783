/** Which cells of a plan does the workbook not let be written? */
import type { HostFault } from '../domain/fault';
import type { BlockedWrite, PlannedWrite, WritePlan } from '../domain/fill/plannedWrite';
import { placeKey } from '../domain/fill/verify';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { Writes } from './ports';

/** The plan with what the sheets do not let be written told as blocked, with its reason; asked before anybody chooses. */
export async function withoutUnwritable(
  workbook: Writes,
  plan: WritePlan,
): Promise<Result<WritePlan, HostFault>> {
  if (plan.writes.length === 0) return success(plan);
  const found = await workbook.findUnwritable(plan.writes.map(({ place }) => place));
  if (!found.ok) return found;
  const reasons = new Map(found.value.map((cell) => [placeKey(cell), cell]));
  const writes: PlannedWrite[] = [];
  const barred = new Map<string, BlockedWrite>();
  for (const write of plan.writes) {
    const { place } = write;
    const key = placeKey(place);
    const unwritable = reasons.get(key);
    if (unwritable === undefined) writes.push(write);
    // Of two ways to write a cell neither can be taken; the cell is told once.
    else barred.set(key, { place, why: unwritable.why, cells: [unwritable.at] });
  }
  return success({ writes, blocked: [...plan.blocked, ...barred.values()] });
}
