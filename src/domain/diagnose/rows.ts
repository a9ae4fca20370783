/**
 * Which rows of a linear system are still to be satisfied, while figures are eliminated one by one?
 *
 * Σ coefficient × change + residual = 0, up to the row's tolerance. Rows are sparse and changed in
 * place; every elimination can be taken back. Arithmetic is exact: coefficients are small integers,
 * residuals are bigints.
 */
import { absolute, type Amount } from '../amount';

/** A row's coefficients by figure; zeros are left out. */
export type Row = ReadonlyMap<number, number>;

/** A row used up to determine one figure's change. */
export interface Pivot {
  readonly figure: number;
  readonly coefficients: Row;
  readonly residual: Amount;
}

/** Rows as far as they are read. */
export interface Rows {
  readonly coefficients: readonly Row[];
  readonly residuals: readonly Amount[];
  readonly tolerances: readonly Amount[];
  /** For each figure the rows it stands in. */
  readonly through: readonly ReadonlySet<number>[];
}

/** What an elimination changed, to be taken back. */
export interface Elimination {
  readonly pivot: Pivot;
  /** How many coefficients were looked at. */
  readonly cost: number;
  readonly row: number;
  readonly whole: Map<number, number>;
  readonly tolerance: Amount;
  readonly targets: readonly Target[];
}

interface Target {
  readonly row: number;
  readonly residual: Amount;
  readonly tolerance: Amount;
  readonly entries: readonly (readonly [number, number])[];
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** What a row and the pivot's are multiplied by so that a figure falls out: its coefficients `c` and `a`. */
function multiples(a: number, c: number): { readonly keep: Amount; readonly take: Amount } {
  const common = gcd(a, c) * Math.sign(a);
  return { keep: BigInt(a / common), take: BigInt(c / common) };
}

export class RowSpace implements Rows {
  readonly coefficients: Map<number, number>[];
  readonly residuals: Amount[];
  readonly tolerances: Amount[];
  readonly through: Set<number>[];
  /** Rows whose residual lies beyond their tolerance. */
  readonly violated = new Set<number>();

  /** @param coefficients by row, the space's own from now on; so are the residuals and tolerances */
  constructor(
    coefficients: Map<number, number>[],
    residuals: Amount[],
    tolerances: Amount[],
    figures: number,
  ) {
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.tolerances = tolerances;
    this.through = Array.from({ length: figures }, () => new Set<number>());
    this.coefficients.forEach((row, index) => {
      for (const figure of row.keys()) this.through[figure]?.add(index);
      this.#judge(index);
    });
  }

  copy(): RowSpace {
    const { coefficients, residuals, tolerances, through } = this;
    const own = coefficients.map((row) => new Map(row));
    return new RowSpace(own, [...residuals], [...tolerances], through.length);
  }

  #judge(row: number): void {
    const residual = this.residuals[row] ?? 0n;
    if (absolute(residual) > (this.tolerances[row] ?? 0n)) this.violated.add(row);
    else this.violated.delete(row);
  }

  #set(row: number, figure: number, coefficient: number): void {
    const own = this.coefficients[row];
    if (own === undefined) return;
    if (coefficient === 0) {
      own.delete(figure);
      this.through[figure]?.delete(row);
    } else {
      own.set(figure, coefficient);
      this.through[figure]?.add(row);
    }
  }

  /**
   * Uses up one row to express one figure, and removes the figure from all other rows. What remains
   * is what every choice of that figure's change must still satisfy; the used row becomes empty.
   */
  eliminate(pivotRow: number, figure: number): Elimination {
    const whole = this.coefficients[pivotRow] ?? new Map<number, number>();
    const residual = this.residuals[pivotRow] ?? 0n;
    const tolerance = this.tolerances[pivotRow] ?? 0n;
    const a = whole.get(figure) ?? 0;
    for (const j of whole.keys()) this.through[j]?.delete(pivotRow);
    this.coefficients[pivotRow] = new Map();
    this.residuals[pivotRow] = 0n;
    this.tolerances[pivotRow] = 0n;
    this.violated.delete(pivotRow);
    const targets: Target[] = [];
    let cost = whole.size;
    if (a !== 0) {
      for (const row of [...(this.through[figure] ?? [])]) {
        const target = this.#subtract(row, figure, a, whole, residual, tolerance);
        if (target === null) continue;
        targets.push(target);
        cost += target.entries.length;
      }
    }
    const pivot: Pivot = { figure, coefficients: whole, residual };
    return { pivot, cost, row: pivotRow, whole, tolerance, targets };
  }

  /** How many rows would be violated after {@link eliminate}. */
  violatedAfter(pivotRow: number, figure: number): number {
    const a = this.coefficients[pivotRow]?.get(figure) ?? 0;
    const residual = this.residuals[pivotRow] ?? 0n;
    const tolerance = this.tolerances[pivotRow] ?? 0n;
    let count = this.violated.size - (this.violated.has(pivotRow) ? 1 : 0);
    if (a === 0) return count;
    for (const row of this.through[figure] ?? []) {
      const c = this.coefficients[row]?.get(figure) ?? 0;
      if (row === pivotRow || c === 0) continue;
      const { keep, take } = multiples(a, c);
      const left = keep * (this.residuals[row] ?? 0n) - take * residual;
      const most = absolute(keep) * (this.tolerances[row] ?? 0n) + absolute(take) * tolerance;
      const isViolated = absolute(left) > most;
      if (isViolated !== this.violated.has(row)) count += isViolated ? 1 : -1;
    }
    return count;
  }

  #subtract(
    row: number,
    figure: number,
    a: number,
    pivot: Row,
    pivotResidual: Amount,
    pivotTolerance: Amount,
  ): Target | null {
    const own = this.coefficients[row];
    const c = own?.get(figure) ?? 0;
    if (own === undefined || c === 0) return null;
    const { keep: keepExact, take: takeExact } = multiples(a, c);
    const [keep, take] = [Number(keepExact), Number(takeExact)];
    const [residual, tolerance] = [this.residuals[row] ?? 0n, this.tolerances[row] ?? 0n];
    const entries: [number, number][] = [];
    if (keep !== 1) {
      for (const [j, coefficient] of [...own]) {
        entries.push([j, coefficient]);
        this.#set(row, j, keep * coefficient);
      }
    }
    for (const [j, coefficient] of pivot) {
      const before = own.get(j) ?? 0;
      if (keep === 1 || before === 0) entries.push([j, before]);
      this.#set(row, j, before - take * coefficient);
    }
    this.residuals[row] = keepExact * residual - takeExact * pivotResidual;
    this.tolerances[row] = absolute(keepExact) * tolerance + absolute(takeExact) * pivotTolerance;
    this.#judge(row);
    return { row, residual, tolerance, entries };
  }

  /** Takes back the last elimination that was not taken back. */
  takeBack({ row, whole, pivot, tolerance, targets }: Elimination): void {
    for (const target of [...targets].reverse()) {
      for (const [j, coefficient] of target.entries) this.#set(target.row, j, coefficient);
      this.residuals[target.row] = target.residual;
      this.tolerances[target.row] = target.tolerance;
      this.#judge(target.row);
    }
    this.coefficients[row] = whole;
    this.residuals[row] = pivot.residual;
    this.tolerances[row] = tolerance;
    for (const j of whole.keys()) this.through[j]?.add(row);
    this.#judge(row);
  }
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
    const own = BigInt(pivot.coefficients.get(pivot.figure) ?? 0);
    const rest = -pivot.residual - weighed(pivot.coefficients, changes);
    if (own === 0n || rest % own !== 0n) return null;
    changes.set(pivot.figure, rest / own);
  }
  return changes;
}

/** Σ coefficient × change. */
export function weighed(row: Row, changes: ReadonlyMap<number, Amount>): Amount {
  let sum = 0n;
  if (row.size < changes.size) {
    for (const [figure, coefficient] of row) {
      const change = changes.get(figure);
      if (change !== undefined && change !== 0n) sum += BigInt(coefficient) * change;
    }
    return sum;
  }
  for (const [figure, change] of changes) {
    const coefficient = row.get(figure) ?? 0;
    if (coefficient !== 0 && change !== 0n) sum += BigInt(coefficient) * change;
  }
  return sum;
}
