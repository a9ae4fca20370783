/** How many cells of a sheet are marked as what? */
import { markKinds, type MarkKind } from '../../application/markRules';

export interface CountedMarks {
  readonly kind: MarkKind;
  readonly cells: number;
}

/** @param marks of the cells, by address
 *  @returns the kinds that there are, the strongest first */
export function countedMarks(marks: ReadonlyMap<string, MarkKind>): readonly CountedMarks[] {
  const all = [...marks.values()];
  return markKinds
    .map((kind) => ({ kind, cells: all.filter((one) => one === kind).length }))
    .filter(({ cells }) => cells > 0)
    .reverse();
}
