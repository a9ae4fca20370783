/** What did a change of the explanations do, one by one, and how is it taken back? */
import type { HostFault } from '../domain/fault';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { Explanation } from '../domain/submission/kept';
import { keyOf } from '../domain/submission/kept';
import type { ChangedExplanations, KeepsExplanations } from './ports';

/** One explanation as it was before a change and is after it. */
export interface ExplanationStep {
  /** Null where none stood there. */
  readonly before: Explanation | null;
  /** Null where it was removed. */
  readonly after: Explanation | null;
}

/** What a change did, explanation by explanation. */
export function stepsOf({ before, after }: ChangedExplanations): ExplanationStep[] {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const is = new Map(after.map((one) => [keyOf(one), one]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const step = { before: was.get(key) ?? null, after: is.get(key) ?? null };
    return isSame(step.before, step.after) ? [] : [step];
  });
}

/** What was taken back, and what was left because it has been written anew since. */
export interface TakenBack {
  /** Explanations that read as before again. */
  readonly restored: number;
  /** Those that were written first, and are gone. */
  readonly removed: number;
  readonly left: number;
  /** Everything that is kept now; null where nothing was looked at, or what is kept cannot be read. */
  readonly kept: readonly Explanation[] | null;
}

/** Puts back what stood there before the steps, where still stands what they left. */
export async function takeBackExplanations(
  workbook: KeepsExplanations,
  steps: readonly ExplanationStep[],
): Promise<Result<TakenBack, HostFault>> {
  if (steps.length === 0) return success({ restored: 0, removed: 0, left: 0, kept: null });
  let [restored, removed] = [0, 0];
  const changed = await workbook.changeExplanations((all) => {
    const standing = new Map(all.map((one) => [keyOf(one), one]));
    [restored, removed] = [0, 0];
    for (const { before, after } of steps) {
      const one = after ?? before;
      if (one === null || !isSame(standing.get(keyOf(one)) ?? null, after)) continue;
      if (before === null) {
        standing.delete(keyOf(one));
        removed += 1;
      } else {
        standing.set(keyOf(before), before);
        restored += 1;
      }
    }
    return [...standing.values()];
  });
  if (!changed.ok) return changed;
  // What cannot be read is not touched.
  const kept = typeof changed.value === 'string' ? null : changed.value.after;
  return success({ restored, removed, left: steps.length - restored - removed, kept });
}

function isSame(one: Explanation | null, other: Explanation | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
