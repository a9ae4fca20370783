/**
 * Which of some columns add up to a given one? By bounds: what is left to be explained in an equation
 * rules out columns that say more, and forces those without which it is not reached. Where that leaves
 * a choice, the equation with the fewest columns is tried first. The number of steps is bounded; a search
 * that did not come to its end says so.
 */
import type { Column, Parts } from './columns';
import { relationsOf, residue } from './elimination';
import type { Numbers } from './numbers';

/** Figures looked at in a search for the parts of one total, at most. */
const mostSteps = 300_000;

/** Columns with which elimination is tried where bounds did not come to an end, at most. */
const mostEliminated = 260;

/** Combinations of dependent columns that are tried then, at most. */
const mostCombinations = 4096;

/** How many figures may still be looked at in the whole set. */
export interface Budget {
  steps: number;
}

/** What was found: of several sums the first two. */
export interface PartSearch {
  readonly found: readonly Parts[];
  /** False where there may be others. */
  readonly isComplete: boolean;
}

/** Finds the parts of a total among columns of which none is greater in any equation. */
export function* searchParts(
  total: Column,
  candidates: readonly Column[],
  numbers: Numbers,
  budget: Budget,
): Generator<undefined, PartSearch> {
  yield;
  const kept = candidates.length;
  if (kept === 0 || (kept === 1 && (candidates[0]?.times ?? 1) < 2)) {
    return { found: [], isComplete: true };
  }
  if (!numbers.areExact) return yield* byElimination(total, candidates, budget);
  const bounds = new BoundedSearch(total, candidates, numbers, Math.min(mostSteps, budget.steps));
  const found = bounds.run().filter((parts) => isSum(total, parts));
  budget.steps -= bounds.steps;
  if (bounds.isComplete || found.length > 1) return { found, isComplete: bounds.isComplete };
  const exact = yield* byElimination(total, candidates, budget);
  return exact.isComplete || exact.found.length > found.length
    ? exact
    : { found, isComplete: false };
}

/** True where the parts come to the total in every equation, exactly. */
export function isSum(total: Column, parts: Parts): boolean {
  const rest = [...total.figures];
  for (const [{ figures, filled }, times] of parts) {
    for (const at of filled) rest[at] = (rest[at] ?? 0n) - (figures[at] ?? 0n) * BigInt(times);
  }
  return rest.every((figure) => figure === 0n);
}

/** A column's figures in the equations of the total. */
interface Entry {
  readonly column: Column;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** What is decided so far. */
interface State {
  /** By entry: how often it is a part, −1 where that is open. */
  readonly counts: Int16Array;
  /** By equation: what is left to be explained, and how much the open ones could. */
  readonly left: Float64Array;
  readonly reach: Float64Array;
}

/** Fixed numbers without a pattern, so that different equations come to different sums. */
const weight = (at: number): number => Math.sin(at * 12.9898 + 1) * 43_758.5453;

/**
 * The equations of a total, each once: where all columns stand to the total as in another, it says the
 * same. One taken for another by accident only narrows less, as what is found is added up exactly.
 */
function tellingPlaces(
  total: Column,
  candidates: readonly Column[],
  { values, signed }: Pick<Numbers, 'values' | 'signed'>,
): number[] {
  const known = new Set<string>();
  const own = values[total.at];
  return total.filled.filter((at) => {
    if (signed[at] === 1) return false;
    const whole = own?.[at] ?? 1;
    let sum = 0;
    for (const [index, column] of candidates.entries()) {
      const value = values[column.at]?.[at] ?? 0;
      if (value !== 0) sum += weight(index) * (value / whole);
    }
    const key = sum.toPrecision(11);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

class BoundedSearch {
  steps = 0;
  isComplete = true;
  readonly #entries: readonly Entry[];
  readonly #found: Parts[] = [];
  readonly #start: State;

  constructor(
    total: Column,
    candidates: readonly Column[],
    { values, signed }: Numbers,
    readonly limit: number,
  ) {
    const places = tellingPlaces(total, candidates, { values, signed });
    const rowOf = new Map(places.map((at, row) => [at, row]));
    this.#entries = candidates.map((column) => {
      const own = values[column.at];
      const known = column.filled.filter((at) => rowOf.has(at));
      return {
        column,
        rows: known.map((at) => rowOf.get(at) ?? 0),
        values: known.map((at) => own?.[at] ?? 0),
      };
    });
    const reach = new Float64Array(places.length);
    for (const { column, rows, values: own } of this.#entries) {
      rows.forEach((row, at) => {
        reach[row] = (reach[row] ?? 0) + (own[at] ?? 0) * column.times;
      });
    }
    this.#start = {
      counts: new Int16Array(candidates.length).fill(-1),
      left: Float64Array.from(places, (at) => values[total.at]?.[at] ?? 0),
      reach,
    };
  }

  run(): readonly Parts[] {
    const stack = [this.#start];
    while (stack.length > 0 && this.#found.length < 2) {
      const state = stack.pop();
      if (state === undefined) break;
      if (this.steps > this.limit) {
        this.isComplete = false;
        break;
      }
      if (this.#narrow(state)) this.#branch(state, stack);
    }
    if (stack.length > 0) this.isComplete = false;
    return this.#found;
  }

  /** Decides what the bounds decide; false where nothing can come of it. */
  #narrow(state: State): boolean {
    const { counts, left, reach } = state;
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      this.steps += left.length;
      for (let row = 0; row < left.length; row += 1) {
        if ((left[row] ?? 0) > (reach[row] ?? 0)) return false;
      }
      for (const [index, entry] of this.#entries.entries()) {
        if (counts[index] !== -1) continue;
        const range = this.#range(entry, left, reach);
        if (range.least > range.most) return false;
        if (range.least < range.most) continue;
        this.#decide(state, index, range.least);
        isChanged = true;
      }
    }
    return true;
  }

  #range(entry: Entry, left: Float64Array, reach: Float64Array): { least: number; most: number } {
    const { rows, values, column } = entry;
    let [least, most] = [0, column.times];
    this.steps += rows.length;
    for (let at = 0; at < rows.length; at += 1) {
      const [row = 0, value = 0] = [rows[at], values[at]];
      const open = left[row] ?? 0;
      most = Math.min(most, Math.floor(open / value));
      const needed = open - ((reach[row] ?? 0) - value * column.times);
      if (needed > 0) least = Math.max(least, Math.ceil(needed / value));
      if (least > most) break;
    }
    return { least, most };
  }

  #decide({ counts, left, reach }: State, index: number, count: number): void {
    const entry = this.#entries[index];
    if (entry === undefined) return;
    counts[index] = count;
    entry.rows.forEach((row, at) => {
      const value = entry.values[at] ?? 0;
      left[row] = (left[row] ?? 0) - value * count;
      reach[row] = (reach[row] ?? 0) - value * entry.column.times;
    });
  }

  /** Tries an open column of the equation that has the fewest of them, or notes what was found. */
  #branch(state: State, stack: State[]): void {
    const { counts, left } = state;
    const open = new Uint16Array(left.length);
    const first = new Int32Array(left.length).fill(-1);
    for (const [index, { rows }] of this.#entries.entries()) {
      if (counts[index] !== -1) continue;
      this.steps += rows.length;
      for (const row of rows) {
        open[row] = (open[row] ?? 0) + 1;
        if (first[row] === -1) first[row] = index;
      }
    }
    let best = -1;
    for (let row = 0; row < left.length; row += 1) {
      if ((left[row] ?? 0) === 0 || (open[row] ?? 0) === 0) continue;
      if (best === -1 || (open[row] ?? 0) < (open[best] ?? 0)) best = row;
    }
    if (best === -1) {
      // Whatever is open has figures only in signed equations, or none of its own.
      this.#found.push(this.#partsOf(counts));
      return;
    }
    const index = first[best] ?? 0;
    const { least, most } = this.#range(this.#entries[index] as Entry, left, state.reach);
    for (let count = least; count <= most; count += 1) {
      const next = {
        counts: counts.slice(),
        left: left.slice(),
        reach: state.reach.slice(),
      };
      this.steps += 2 * left.length;
      this.#decide(next, index, count);
      stack.push(next);
    }
  }

  #partsOf(counts: Int16Array): Parts {
    const parts = new Map<Column, number>();
    for (const [index, { column }] of this.#entries.entries()) {
      const count = counts[index] ?? 0;
      if (count > 0) parts.set(column, count);
    }
    return parts;
  }
}

/** Decides where the columns are independent, or nearly. */
function* byElimination(
  total: Column,
  candidates: readonly Column[],
  budget: Budget,
): Generator<undefined, PartSearch> {
  const cost = candidates.length * candidates.length * total.filled.length;
  if (candidates.length > mostEliminated || cost > budget.steps) {
    return { found: [], isComplete: false };
  }
  budget.steps -= cost;
  const columns = [...candidates, total];
  const relations = yield* relationsOf(columns);
  const own = relations.find(({ column }) => column === candidates.length);
  if (own === undefined) return { found: [], isComplete: true };
  const free = relations.filter((relation) => relation !== own);
  const combinations = free.reduce(
    (product, { column }) => product * ((candidates[column]?.times ?? 1) + 1),
    1,
  );
  if (combinations > mostCombinations) return { found: [], isComplete: false };
  const found: Parts[] = [];
  const counts = free.map(() => 0);
  for (let number = 0; number < combinations && found.length < 2; number += 1) {
    let rest = number;
    free.forEach(({ column }, at) => {
      const base = (candidates[column]?.times ?? 1) + 1;
      counts[at] = rest % base;
      rest = Math.floor(rest / base);
    });
    const parts = partsWith(own.coefficients, free, counts, candidates);
    if (parts !== null && isSum(total, parts)) found.push(parts);
  }
  return { found, isComplete: found.length < 2 };
}

/** The parts where the free columns count so often; null where another would not count 0 times or more. */
function partsWith(
  own: readonly number[],
  free: readonly { readonly column: number; readonly coefficients: readonly number[] }[],
  counts: readonly number[],
  candidates: readonly Column[],
): Parts | null {
  const parts = new Map<Column, number>();
  for (const [at, column] of candidates.entries()) {
    const freeAt = free.findIndex((one) => one.column === at);
    let count = own[at] ?? 0;
    if (freeAt >= 0) count = counts[freeAt] ?? 0;
    else {
      free.forEach(({ coefficients }, place) => {
        count = residue(count - (counts[place] ?? 0) * (coefficients[at] ?? 0));
      });
    }
    if (count > column.times) return null;
    if (count > 0) parts.set(column, count);
  }
  return parts;
}
