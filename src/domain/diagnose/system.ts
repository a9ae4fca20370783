/**
 * Which linear system do a measure's equalities form, once formulas are put in place of their totals?
 *
 * One row per equality: Σ coefficient × change + residual = 0, where residual = total − Σ parts as
 * stated. Rows are eliminated exactly: coefficients are small integers, residuals are bigints.
 */
import { absolute, type Amount } from '../amount';
import type { DiagnosisEquality, DiagnosisFigure, DiagnosisSystem } from './types';

/** Rows still to be satisfied. Rows are shared between copies and never written to. */
export interface Rows {
  readonly coefficients: readonly Int32Array[];
  readonly residuals: readonly Amount[];
  readonly tolerances: readonly Amount[];
}

/** A row used up to determine one figure's change. */
export interface Pivot {
  readonly figure: number;
  readonly coefficients: Int32Array;
  readonly residual: Amount;
}

/** A system ready for the search. */
export interface ReducedSystem {
  readonly source: DiagnosisSystem;
  /** total − Σ parts of each equality as stated. */
  readonly residuals: readonly Amount[];
  /** Rows after formulas are eliminated. */
  readonly rows: Rows;
  /** The eliminated formulas, in order of elimination. */
  readonly formulas: readonly Pivot[];
  /** Whether each figure may be changed. */
  readonly changeable: readonly boolean[];
  /** Whether each figure is the total of some equality. */
  readonly isTotal: readonly boolean[];
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

/**
 * Builds a measure's rows and eliminates its formulas.
 *
 * @param exact true to ignore tolerances: every equality must hold to the last place
 */
export function reduceSystem(source: DiagnosisSystem, exact: boolean): ReducedSystem {
  const { figures, equalities } = source;
  const residuals = equalities.map((equality) => residualOf(source, equality));
  const isTotal = figures.map(() => false);
  const memberships = figures.map((): number[] => []);
  const coefficients = equalities.map((equality, index) => {
    const row = new Int32Array(figures.length);
    isTotal[equality.total] = true;
    row[equality.total] = (row[equality.total] ?? 0) + 1;
    memberships[equality.total]?.push(index);
    for (const part of equality.parts) {
      row[part] = (row[part] ?? 0) - 1;
      memberships[part]?.push(index);
    }
    return row;
  });
  const tolerances = equalities.map((equality) => (exact ? 0n : equality.tolerance));
  const changeable = figures.map((figure) => figure.kind === 'typed');
  const definitions = chooseDefinitions(source, residuals);

  // A correct formula that a rounding function makes differ a little holds by definition.
  const start = residuals.map((residual, index) => {
    const figure = definitions.get(index);
    const tolerance = equalities[index]?.tolerance ?? 0n;
    const byRounding = figures[figure ?? -1]?.kind === 'formula' && absolute(residual) <= tolerance;
    return byRounding ? 0n : residual;
  });

  // A formula shows what its parts add up to: no rounding interval comes from its own equality.
  const widths = tolerances.map((tolerance, index) => (definitions.has(index) ? 0n : tolerance));
  let rows: Rows = { coefficients, residuals: start, tolerances: widths };
  const formulas: Pivot[] = [];
  for (const [equality, figure] of definitions) {
    const row = rows.coefficients[equality];
    // Zero here means a circle of formulas: the figure then simply stays as it is.
    if (row === undefined || (row[figure] ?? 0) === 0) continue;
    formulas.push({ figure, coefficients: row, residual: rows.residuals[equality] ?? 0n });
    rows = eliminate(rows, equality, figure);
  }
  return { source, residuals, rows, formulas, changeable, isTotal, memberships };
}

/** Which equality each formula computes: equality → figure. */
function chooseDefinitions(
  source: DiagnosisSystem,
  residuals: readonly Amount[],
): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  source.figures.forEach((figure, index) => {
    if (figure.kind === 'typed' || figure.definedBy === undefined) return;
    if (!taken.has(figure.definedBy)) taken.set(figure.definedBy, index);
  });
  source.figures.forEach((figure, index) => {
    if (figure.kind === 'typed' || figure.definedBy !== undefined) return;
    const own = source.equalities.flatMap((equality, at) =>
      equality.total === index && !taken.has(at) ? [at] : [],
    );
    const chosen = own.find((at) => residuals[at] === 0n) ?? own[0];
    if (chosen !== undefined) taken.set(chosen, index);
  });
  return taken;
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * Uses up one row to express one figure, and removes the figure from all other rows. What remains is
 * what every choice of that figure's change must still satisfy; a used row becomes all zeros.
 */
export function eliminate(rows: Rows, pivotRow: number, figure: number): Rows {
  const pivot = rows.coefficients[pivotRow];
  const pivotResidual = rows.residuals[pivotRow] ?? 0n;
  const pivotTolerance = rows.tolerances[pivotRow] ?? 0n;
  const coefficients = rows.coefficients.slice();
  const residuals = rows.residuals.slice();
  const tolerances = rows.tolerances.slice();
  if (pivot === undefined) return rows;
  const a = pivot[figure] ?? 0;
  for (let e = 0; e < coefficients.length; e += 1) {
    const row = coefficients[e];
    if (e === pivotRow || row === undefined) continue;
    const c = row[figure] ?? 0;
    if (c === 0) continue;
    const common = gcd(a, c) * Math.sign(a);
    const keep = a / common;
    const take = c / common;
    const next = new Int32Array(row.length);
    for (let j = 0; j < row.length; j += 1) {
      next[j] = keep * (row[j] ?? 0) - take * (pivot[j] ?? 0);
    }
    coefficients[e] = next;
    const keepExact = BigInt(keep);
    const takeExact = BigInt(take);
    residuals[e] = keepExact * (residuals[e] ?? 0n) - takeExact * pivotResidual;
    tolerances[e] =
      absolute(keepExact) * (tolerances[e] ?? 0n) + absolute(takeExact) * pivotTolerance;
  }
  coefficients[pivotRow] = new Int32Array(pivot.length);
  residuals[pivotRow] = 0n;
  tolerances[pivotRow] = 0n;
  return { coefficients, residuals, tolerances };
}

/**
 * The changes that pivots determine, last pivot first, together with those given; all other figures
 * stay as they are.
 *
 * @returns null when a change is no whole number of 10⁻¹² units
 */
export function backSubstitute(
  pivots: readonly Pivot[],
  given: ReadonlyMap<number, Amount> = new Map(),
): ReadonlyMap<number, Amount> | null {
  const changes = new Map(given);
  for (let p = pivots.length - 1; p >= 0; p -= 1) {
    const pivot = pivots[p];
    if (pivot === undefined) continue;
    let rest = -pivot.residual;
    for (const [figure, change] of changes) {
      const coefficient = pivot.coefficients[figure] ?? 0;
      if (coefficient !== 0) rest -= BigInt(coefficient) * change;
    }
    const own = BigInt(pivot.coefficients[pivot.figure] ?? 0);
    if (own === 0n || rest % own !== 0n) return null;
    changes.set(pivot.figure, rest / own);
  }
  return changes;
}
