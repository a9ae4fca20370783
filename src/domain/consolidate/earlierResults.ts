/**
 * Which units of a set are earlier results whose working papers name other units of the set, or the same
 * units as another result's (U-020)?
 */
import { comparableUnitName } from '../recognise/heading';
import type { TakenUnit } from './takenUnit';

/** A unit as it is looked for in the working papers of others. */
interface Named {
  readonly unit: TakenUnit;
  /** As names are compared. */
  readonly name: string;
}

/** A result that stands among its own parts. */
export interface EarlierResult<One extends Named> {
  /** The result, and behind it those units of the set that it is made of. */
  readonly members: readonly One[];
  /** Names of its other parts, which the set lacks. */
  readonly absent: readonly string[];
}

/**
 * Whatever the figures: a result counts a unit of its papers again, even where one of them was
 * corrected since. One whose parts are not in the set is a unit like any other.
 */
export function earlierResults<One extends Named>(units: readonly One[]): EarlierResult<One>[] {
  return units.flatMap((result): EarlierResult<One>[] => {
    const named = partsOf(result);
    if (named.size === 0) return [];
    const parts = units.filter((one) => named.has(one.name) && isPartOf(one, result));
    if (parts.length === 0) return [];
    const there = new Set(parts.map(({ name }) => name));
    const absent = [...named].filter(([name]) => !there.has(name)).map(([, name]) => name);
    return [{ members: [result, ...parts], absent }];
  });
}

/** Results that have parts in common. */
export interface OverlappingResults<One extends Named> {
  /** Two at least. */
  readonly members: readonly One[];
  /** Names of parts that two of them have. */
  readonly shared: readonly string[];
}

/** Results of a year of which one names parts of another; those with the same name are versions instead. */
export function overlappingResults<One extends Named>(
  units: readonly One[],
): OverlappingResults<One>[] {
  const results = units.filter(({ unit }) => unit.sumOf.length > 0);
  const groups: { members: One[]; shared: Map<string, string> }[] = [];
  for (const [at, result] of results.entries()) {
    for (const other of results.slice(at + 1)) {
      if (other.name === result.name || !sameYear(result, other)) continue;
      const theirs = partsOf(other);
      const shared = [...partsOf(result)].filter(([name]) => theirs.has(name));
      if (shared.length === 0) continue;
      const group = groups.find(({ members }) =>
        members.some((one) => one === result || one === other),
      );
      const into = group ?? { members: [], shared: new Map<string, string>() };
      if (group === undefined) groups.push(into);
      for (const one of [result, other]) if (!into.members.includes(one)) into.members.push(one);
      for (const [name, written] of shared) into.shared.set(name, written);
    }
  }
  return groups.map(({ members, shared }) => ({ members, shared: [...shared.values()] }));
}

/** The units of its papers, by name as it is compared. */
function partsOf({ unit }: Named): ReadonlyMap<string, string> {
  return new Map(unit.sumOf.map((name) => [comparableUnitName(name), name]));
}

/** Of the same year, as far as both say; and no copy of the result itself. */
function isPartOf(one: Named, result: Named): boolean {
  if (one === result || (one.name === result.name && one.unit.sumOf.length > 0)) return false;
  return sameYear(one, result);
}

function sameYear(one: Named, other: Named): boolean {
  const years = [one.unit.fiscalYear, other.unit.fiscalYear].filter((year) => year !== null);
  return new Set(years).size < 2;
}
