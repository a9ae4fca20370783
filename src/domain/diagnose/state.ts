/** What would the figures be without an event? Typed figures are put back and formulas follow. */
import { absolute, type Amount } from '../amount';
import { chooseDefinitions, residualOf, residualsOf, valueOf } from './system';
import type { DiagnosisEquality, DiagnosisFigure, DiagnosisSystem } from './types';

/** New values of typed figures, by figure; null for blank. */
export type Changes = ReadonlyMap<number, Amount | null>;

/**
 * The systems with some typed figures changed; what its formulas show is recalculated.
 *
 * @param finer what the changed figures were divided by: their rounding intervals are, too
 */
export function withChanges(
  systems: readonly DiagnosisSystem[],
  changes: ReadonlyMap<number, Changes>,
  finer: Amount = 1n,
): readonly DiagnosisSystem[] {
  return systems.map((system, index) => {
    const own = changes.get(index);
    if (own === undefined || own.size === 0) return system;
    const figures = [...system.figures];
    for (const [figure, value] of own) {
      const before = figures[figure];
      if (before !== undefined) figures[figure] = { ...before, value };
    }
    const changed = recalculated(system, figures);
    return finer === 1n ? changed : narrowed(system, changed, finer);
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

/** What was typed in a smaller unit, nothing included, is rounded to a smaller place. */
function narrowed(before: DiagnosisSystem, after: DiagnosisSystem, finer: Amount): DiagnosisSystem {
  const isMoved = after.figures.map(({ value }, at) => value !== before.figures[at]?.value);
  const tables = new Set(
    after.figures.flatMap(({ place }, at) => (isMoved[at] ? [place.table] : [])),
  );
  const figures = after.figures.map((figure, at) =>
    isMoved[at] || (figure.value === 0n && tables.has(figure.place.table))
      ? { ...figure, halfWidth: (figure.halfWidth ?? 0n) / finer }
      : figure,
  );
  const equalities = after.equalities.map((equality): DiagnosisEquality => {
    const width = [equality.total, ...equality.parts].reduce(
      (sum, figure) => sum + (figures[figure]?.halfWidth ?? 0n),
      0n,
    );
    return width < equality.tolerance ? { ...equality, tolerance: width } : equality;
  });
  return { ...after, figures, equalities };
}

/** Equalities that fail beyond their tolerance, ascending. */
export function failing(system: DiagnosisSystem): readonly number[] {
  return residualsOf(system).flatMap((residual, index) =>
    residual !== 0n && absolute(residual) > (system.equalities[index]?.tolerance ?? 0n)
      ? [index]
      : [],
  );
}
