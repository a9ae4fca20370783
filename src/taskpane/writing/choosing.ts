/** Which writes of a preview are chosen after a click? Of those that exclude each other at most one. */
import type { PlannedWrite } from '../../domain/fill/plannedWrite';

/** With the one at `index` chosen, or not any more. */
export function toggled(
  writes: readonly PlannedWrite[],
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

/** All of them; where some exclude each other, what was chosen of them stays so. */
export function allChosen(
  writes: readonly PlannedWrite[],
  chosen: ReadonlySet<number>,
): ReadonlySet<number> {
  const all = writes.flatMap(({ choice }, index) =>
    choice === null || chosen.has(index) ? [index] : [],
  );
  return new Set(all);
}
