/** Which linear system do a measure's equalities form, once formulas are put in place of their totals? */
import { absolute, type Amount } from '../amount';
import { backSubstitute, RowSpace, type Pivot } from './rows';
import type { DiagnosisEquality, DiagnosisFigure, DiagnosisSystem } from './types';

/** A system ready for the search. */
export interface ReducedSystem {
  readonly source: DiagnosisSystem;
  /** total − Σ parts of each equality as stated. */
  readonly residuals: readonly Amount[];
  /** Rows after formulas and free figures are eliminated; copied before they are changed. */
  readonly rows: RowSpace;
  /** The eliminated formulas and free figures, in order of elimination. */
  readonly eliminated: readonly Pivot[];
  /** What they change by when no typed figure changes: formulas to be repaired or recalculated. */
  readonly untouched: ReadonlyMap<number, Amount>;
  /** Whether each figure may be changed. */
  readonly changeable: readonly boolean[];
  /** For each figure the equalities it stands in. */
  readonly memberships: readonly (readonly number[])[];
}

/** A figure's value with a blank as zero. */
export function valueOf(figure: DiagnosisFigure | undefined): Amount {
  return figure?.value ?? 0n;
}

/** total − Σ parts. */
export function residualOf(system: DiagnosisSystem, equality: DiagnosisEquality): Amount {
  let residual = valueOf(system.figures[equality.total]);
  for (const part of equality.parts) residual -= valueOf(system.figures[part]);
  return residual;
}

const knownResiduals = new WeakMap<DiagnosisSystem, readonly Amount[]>();

/** total − Σ parts of every equality, worked out once. */
export function residualsOf(system: DiagnosisSystem): readonly Amount[] {
  let residuals = knownResiduals.get(system);
  if (residuals === undefined) {
    residuals = system.equalities.map((equality) => residualOf(system, equality));
    knownResiduals.set(system, residuals);
  }
  return residuals;
}

/** Equalities that do not hold exactly, ascending. */
export function failedOf(system: DiagnosisSystem): readonly number[] {
  return residualsOf(system).flatMap((residual, index) => (residual === 0n ? [] : [index]));
}

const knownReductions = new WeakMap<DiagnosisSystem, ReducedSystem>();

/**
 * Builds a measure's rows and eliminates its formulas and free figures; worked out once.
 *
 * @param exact true to ignore tolerances: every equality must hold to the last place
 */
export function reduceSystem(source: DiagnosisSystem, exact: boolean): ReducedSystem {
  if (exact) return reduceAnew(source, exact);
  let reduced = knownReductions.get(source);
  if (reduced === undefined) {
    reduced = reduceAnew(source, exact);
    knownReductions.set(source, reduced);
  }
  return reduced;
}

function reduceAnew(source: DiagnosisSystem, exact: boolean): ReducedSystem {
  const { figures, equalities } = source;
  const residuals = residualsOf(source);
  const memberships = figures.map((): number[] => []);
  const coefficients = equalities.map((equality, index) => {
    const row = new Map<number, number>();
    const add = (figure: number, by: number): void => {
      row.set(figure, (row.get(figure) ?? 0) + by);
      memberships[figure]?.push(index);
    };
    add(equality.total, 1);
    for (const part of equality.parts) add(part, -1);
    return row;
  });
  const definitions = definitionsOf(source);

  // A correct formula that a rounding function makes differ a little holds by definition.
  const start = residuals.map((residual, index) => {
    const figure = definitions.get(index);
    const tolerance = equalities[index]?.tolerance ?? 0n;
    const byRounding = figures[figure ?? -1]?.kind === 'formula' && absolute(residual) <= tolerance;
    return byRounding ? 0n : residual;
  });

  // A formula shows what its parts add up to: no rounding interval comes from its own equality.
  const widths = equalities.map(({ tolerance }, index) =>
    exact || definitions.has(index) ? 0n : tolerance,
  );
  const rows = new RowSpace(coefficients, start, widths, figures.length);
  const eliminated: Pivot[] = [];
  for (const [equality, figure] of definitions) {
    // Zero here means a circle of formulas: the figure then simply stays as it is.
    if (!rows.coefficients[equality]?.has(figure)) continue;
    eliminated.push(rows.eliminate(equality, figure).pivot);
  }
  figures.forEach(({ kind }, figure) => {
    if (kind !== 'free') return;
    const row = shortestRow(rows, figure);
    if (row !== null) eliminated.push(rows.eliminate(row, figure).pivot);
  });
  const untouched = backSubstitute(eliminated) ?? new Map<number, Amount>();
  const changeable = figures.map((figure) => figure.kind === 'typed');
  return { source, residuals, rows, eliminated, untouched, changeable, memberships };
}

function shortestRow(rows: RowSpace, figure: number): number | null {
  let best: number | null = null;
  let length = Infinity;
  for (const row of [...(rows.through[figure] ?? [])].sort((a, b) => a - b)) {
    const size = rows.coefficients[row]?.size ?? 0;
    if (size < length) [best, length] = [row, size];
  }
  return best;
}

const knownDefinitions = new WeakMap<DiagnosisSystem, ReadonlyMap<number, number>>();

/** Which equality each formula of a system computes, worked out once: equality → figure. */
export function definitionsOf(system: DiagnosisSystem): ReadonlyMap<number, number> {
  let definitions = knownDefinitions.get(system);
  if (definitions === undefined) {
    definitions = chooseDefinitions(system, residualsOf(system));
    knownDefinitions.set(system, definitions);
  }
  return definitions;
}

function chooseDefinitions(
  source: DiagnosisSystem,
  residuals: readonly Amount[],
): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  const isFormula = ({ kind }: DiagnosisFigure): boolean =>
    kind === 'formula' || kind === 'wrongFormula';
  const open = new Set<number>();
  source.figures.forEach((figure, index) => {
    if (!isFormula(figure)) return;
    if (figure.definedBy === undefined) open.add(index);
    else if (!taken.has(figure.definedBy)) taken.set(figure.definedBy, index);
  });
  if (open.size === 0) return taken;
  const byTotal = new Map<number, number[]>();
  source.equalities.forEach(({ total }, at) => {
    if (open.has(total)) byTotal.set(total, [...(byTotal.get(total) ?? []), at]);
  });
  for (const index of open) {
    const own = (byTotal.get(index) ?? []).filter((at) => !taken.has(at));
    const chosen = own.find((at) => residuals[at] === 0n) ?? own[0];
    if (chosen !== undefined) taken.set(chosen, index);
  }
  return taken;
}
