/** Which corrections of a report are certain enough to be adopted together? */
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { UnitReport } from './report';
import type { CellsToCorrect } from './reportItem';

/**
 * What is nearly certain in some units: acts with their one correction, and slips. Two that want different
 * things of a cell contradict each other, and neither is among them.
 */
export function certainCorrections(units: readonly UnitReport[]): readonly CellsToCorrect[] {
  const offered = units
    .flatMap(({ items }) => items)
    .flatMap((item): CellsToCorrect[] => {
      if (item.kind === 'slip') return [item.explanation];
      return item.kind === 'event' && item.correction !== null ? [item.correction] : [];
    })
    .filter(isWritable);
  const wanted = new Map<string, Set<string | null>>();
  for (const correction of offered.flatMap(({ corrections }) => corrections)) {
    const key = cellOf(correction);
    wanted.set(key, (wanted.get(key) ?? new Set()).add(correction.proposed));
  }
  return offered.filter(({ corrections }) =>
    corrections.every((correction) => wanted.get(cellOf(correction))?.size === 1),
  );
}

/** Whether all that is proposed can be written: nothing is written over a formula. */
export function isWritable({ corrections }: CellsToCorrect): boolean {
  return !corrections.some(({ byFormula }) => byFormula);
}

function cellOf({ place: { sheet, cell } }: CellCorrection): string {
  return JSON.stringify([sheet, cell]);
}
