/** Which units of a set are earlier results whose working papers name other units of the set (U-020)? */
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
    const named = new Map(result.unit.sumOf.map((name) => [comparableUnitName(name), name]));
    const parts = units.filter((one) => named.has(one.name) && isPartOf(one, result));
    if (parts.length === 0) return [];
    const there = new Set(parts.map(({ name }) => name));
    const absent = [...named].filter(([name]) => !there.has(name)).map(([, name]) => name);
    return [{ members: [result, ...parts], absent }];
  });
}

/** Of the same year, as far as both say; and no copy of the result itself. */
function isPartOf(one: Named, result: Named): boolean {
  if (one === result || (one.name === result.name && one.unit.sumOf.length > 0)) return false;
  const years = [one.unit.fiscalYear, result.unit.fiscalYear].filter((year) => year !== null);
  return new Set(years).size < 2;
}
