/** Which units of a set have nearly the same figures, as a return and its corrected version have? */
import type { Amount } from '../amount';

/** A unit's figures, each in the place where every unit has it; blanks as zero. */
export interface Figured {
  readonly figures: readonly Amount[];
}

/** Two units whose figures are nearly all the same, by their places in the list. */
export interface NearlySame {
  readonly pair: readonly [number, number];
  /** How many figures are the same, of those that one of them has at least. */
  readonly equal: number;
  readonly compared: number;
}

/** So many tenths of the figures at least are the same. */
const tenths = 9;

/** So many sums of money at least are the same; fewer may be coincidence. */
const fewestAmounts = 12;

/** A figure that so many units have tells nothing of two of them. */
const mostAlike = 20;

/**
 * Two and two, without those that are the same throughout. Only units that share a budgeted amount are
 * compared, so that the work grows with the number of units. In steps of a unit.
 *
 * @param isAmount whether a place holds money, by its place
 * @param isKey whether units that share the figure there are compared, by its place
 */
export function* findNearlySame(
  units: readonly Figured[],
  isAmount: (at: number) => boolean,
  isKey: (at: number) => boolean,
): Generator<undefined, NearlySame[]> {
  const holders = new Map<string, number[]>();
  const found = new Map<string, NearlySame>();
  const seen = new Set<string>();
  for (const [index, { figures }] of units.entries()) {
    for (const [at, figure] of figures.entries()) {
      if (figure === 0n || !isKey(at)) continue;
      const key = `${at} ${figure}`;
      const others = holders.get(key);
      if (others === undefined) {
        holders.set(key, [index]);
        continue;
      }
      if (others.length < mostAlike) others.push(index);
      for (const other of others) {
        const name = `${other} ${index}`;
        if (other === index || seen.has(name)) continue;
        seen.add(name);
        const near = compareTwo(units[other]?.figures ?? [], figures, isAmount);
        if (near !== null) found.set(name, { pair: [other, index], ...near });
      }
    }
    yield;
  }
  return [...found.values()].sort((a, b) => a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

function compareTwo(
  one: readonly Amount[],
  other: readonly Amount[],
  isAmount: (at: number) => boolean,
): Omit<NearlySame, 'pair'> | null {
  let [compared, equal, amounts] = [0, 0, 0];
  for (const [at, figure] of one.entries()) {
    const beside = other[at] ?? 0n;
    if (figure === 0n && beside === 0n) continue;
    compared += 1;
    if (figure !== beside) continue;
    equal += 1;
    if (isAmount(at)) amounts += 1;
  }
  const isNear = equal < compared && equal * 10 >= compared * tenths && amounts >= fewestAmounts;
  return isNear ? { equal, compared } : null;
}
