/** Which writes of a preview are chosen after a click? Of those that exclude each other at most one. */
import type { PlannedChange } from '../../domain/fill/plannedChange';
import type { PlannedAct } from '../state/paneState';

/** With the one at `index` chosen, or not any more. */
export function toggled(
  writes: readonly PlannedChange[],
  chosen: ReadonlySet<number>,
  index: number,
): ReadonlySet<number> {
  const next = new Set(chosen);
  if (next.delete(index)) return next;
  const choice = writes[index]?.choice ?? null;
  for (const other of chosen) {
    if (choice !== null && writes[other]?.choice === choice) next.delete(other);
  }
  return next.add(index);
}

/** Whether all that can be written of an act is. */
export function isActChosen({ writes }: PlannedAct, chosen: ReadonlySet<number>): boolean {
  return writes.every((index) => chosen.has(index));
}

/** With all of an act, or nothing of it any more; then nothing either of those that share cells with it. */
export function actToggled(
  act: PlannedAct,
  acts: readonly PlannedAct[],
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  if (!isActChosen(act, chosen)) return new Set([...chosen, ...act.writes]);
  const own = new Set(act.writes);
  const dropped = acts.filter(({ writes }) => writes.some((index) => own.has(index)));
  const next = new Set(chosen);
  for (const index of dropped.flatMap(({ writes }) => writes)) next.delete(index);
  return next;
}

/** All that may be chosen; where some exclude each other, what was chosen of them stays so. */
export function allChosen(
  writes: readonly PlannedChange[],
  acts: readonly PlannedAct[],
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  const barred = new Set(acts.flatMap((act) => (act.blocked > 0 ? act.writes : [])));
  const all = writes.flatMap(({ choice }, index) =>
    !barred.has(index) && (choice === null || chosen.has(index)) ? [index] : [],
  );
  return new Set(all);
}
