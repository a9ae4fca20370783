/** What would the figures be without an event? Typed figures are put back and formulas follow. */
import { absolute, type Amount } from '../amount';
import { chooseDefinitions, residualOf, residualsOf, valueOf } from './system';
import type { DiagnosisFigure, DiagnosisSystem } from './types';

/** New values of typed figures, by figure; null for blank. */
export type Changes = ReadonlyMap<number, Amount | null>;

/** The systems with some typed figures changed; what its formulas show is recalculated. */
export function withChanges(
  systems: readonly DiagnosisSystem[],
  changes: ReadonlyMap<number, Changes>,
): readonly DiagnosisSystem[] {
  return systems.map((system, index) => {
    const own = changes.get(index);
    if (own === undefined || own.size === 0) return system;
    const figures = [...system.figures];
    for (const [figure, value] of own) {
      const before = figures[figure];
      if (before !== undefined) figures[figure] = { ...before, value };
    }
    return recalculated(system, figures);
  });
}

/** Formulas keep the difference that they had from the sum of their parts (mostly none). */
function recalculated(system: DiagnosisSystem, figures: DiagnosisFigure[]): DiagnosisSystem {
  const definitions = chooseDefinitions(system, residualsOf(system));
  const formulas = [...definitions].flatMap(([equality, figure]) =>
    system.figures[figure]?.kind === 'formula' ? (system.equalities[equality] ?? []) : [],
  );
  const changed = { ...system, figures };
  // Line totals, then columns, then what sums those: a chain of formulas is never longer.
  for (let pass = 0; pass < 3 && formulas.length > 0; pass += 1) {
    let moved = false;
    for (const equality of formulas) {
      const wasOff = residualOf(system, equality);
      const off = residualOf(changed, equality) - wasOff;
      const figure = figures[equality.total];
      if (off === 0n || figure?.kind !== 'formula') continue;
      figures[equality.total] = { ...figure, value: valueOf(figure) - off };
      moved = true;
    }
    if (!moved) break;
  }
  return changed;
}

/** Equalities that fail beyond their tolerance, ascending. */
export function failing(system: DiagnosisSystem): readonly number[] {
  return residualsOf(system).flatMap((residual, index) =>
    residual !== 0n && absolute(residual) > (system.equalities[index]?.tolerance ?? 0n)
      ? [index]
      : [],
  );
}
