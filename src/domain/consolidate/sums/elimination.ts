/**
 * How do columns depend on one another? Elimination modulo a large prime finds every relation; what it
 * finds is to be checked in exact integers, and what it does not find there is not.
 */
import type { Column, Parts } from './columns';

/** Greatest prime under 2²⁶: products of two residues are exact doubles. */
const prime = 67_108_859;
const inverseOfPrime = 1 / prime;

/** A column that is a combination of others: column = Σ coefficient × other, modulo the prime. */
export interface Relation {
  readonly column: number;
  /** By the place in the list that was given, from 0 up to the prime. */
  readonly coefficients: readonly number[];
}

/** Every column that depends on those before it, and how. */
export function* relationsOf(columns: readonly Column[]): Generator<undefined, Relation[]> {
  const length = columns[0]?.figures.length ?? 0;
  // An equation in which nobody has a figure says nothing.
  const used = Array.from({ length }, (_, at) => at).filter((at) =>
    columns.some(({ figures }) => figures[at] !== 0n),
  );
  const equations = used.length;
  const modulus = BigInt(prime);
  const basis: { readonly pivot: number; readonly row: Float64Array }[] = [];
  const relations: Relation[] = [];
  for (const [index, { figures }] of columns.entries()) {
    yield;
    // The figures, and behind them of which columns the row is made.
    const row = new Float64Array(equations + index + 1);
    used.forEach((at, place) => {
      const figure = figures[at] ?? 0n;
      if (figure !== 0n) row[place] = residue(Number(figure % modulus));
    });
    row[equations + index] = 1;
    for (const known of basis) {
      const factor = row[known.pivot] ?? 0;
      if (factor !== 0) subtract(row, known.row, factor);
    }
    const pivot = row.findIndex((value, at) => at < equations && value !== 0);
    if (pivot < 0) {
      const coefficients = columns.map((_, at) =>
        at === index ? 0 : residue(-(row[equations + at] ?? 0)),
      );
      relations.push({ column: index, coefficients });
      continue;
    }
    const inverse = inverseOf(row[pivot] ?? 1);
    for (let at = 0; at < row.length; at += 1) row[at] = residue((row[at] ?? 0) * inverse);
    basis.push({ pivot, row });
  }
  return relations;
}

/** Takes off a multiple of a row that is no longer. */
function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < other.length; at += 1) {
    const value = other[at] ?? 0;
    if (value !== 0) row[at] = residue((row[at] ?? 0) - factor * value);
  }
}

/** A whole number under 2⁵³ modulo the prime, from 0: `%`, many times quicker. */
export function residue(value: number): number {
  const rest = value - Math.floor(value * inverseOfPrime) * prime;
  if (rest < 0) return rest + prime;
  return rest < prime ? rest : rest - prime;
}

/** By Fermat: value^(prime − 2). */
function inverseOf(value: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = residue(result * base);
    base = residue(base * base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/** A relation read as its column being the sum of others; null where it is none. */
export function sumIn(
  { coefficients }: Pick<Relation, 'coefficients'>,
  columns: readonly Column[],
): Parts | null {
  const parts = new Map<Column, number>();
  for (const [at, coefficient] of coefficients.entries()) {
    if (coefficient === 0) continue;
    const column = columns[at];
    if (column === undefined || coefficient > column.times) return null;
    parts.set(column, coefficient);
  }
  return parts;
}

/** Columns that some relations have in common, with those relations: what no other column has to do with. */
export interface Component {
  readonly columns: readonly Column[];
  readonly relations: readonly Relation[];
}

/** The parts into which relations fall; a column in none of them is no sum, and part of none. */
export function componentsOf(
  relations: readonly Relation[],
  columns: readonly Column[],
): Component[] {
  const parents = columns.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  const supports = relations.map(({ column, coefficients }) => [
    column,
    ...coefficients.flatMap((coefficient, at) => (coefficient === 0 ? [] : [at])),
  ]);
  for (const [first = 0, ...others] of supports) {
    for (const at of others) parents[rootOf(at)] = rootOf(first);
  }
  const components = new Map<number, { columns: Set<Column>; relations: Relation[] }>();
  for (const [index, relation] of relations.entries()) {
    const root = rootOf(relation.column);
    const component = components.get(root) ?? { columns: new Set(), relations: [] };
    components.set(root, component);
    component.relations.push(relation);
    for (const at of supports[index] ?? []) {
      const column = columns[at];
      if (column !== undefined) component.columns.add(column);
    }
  }
  return [...components.values()].map((one) => ({ ...one, columns: [...one.columns] }));
}
