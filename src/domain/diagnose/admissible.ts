/**
 * Which values may be proposed at all?
 *
 * None that the rules would reject at once: no negative, no part of a project, nothing below the
 * currency's smallest coin, no more decimal places than the table uses. Whether nothing may stand
 * where a figure is due, and something where none can be, depends on the other measures of the row:
 * see {@link isDue} and {@link isOutOfPlace}.
 */
import { AMOUNT_DECIMALS, unitOfPlace, type Amount } from '../amount';
import type { PlaceIndex } from './places';
import type { DiagnosisSystem, FigurePosition } from './types';

/** Tells whether a value may be proposed for a figure of one system. */
export type Admits = (figure: number, meant: Amount) => boolean;

/** For each system the values that may be proposed. */
export function admissible(systems: readonly DiagnosisSystem[]): readonly Admits[] {
  let known: ReadonlyMap<number, number> | null = null;
  return systems.map((system): Admits => {
    const finest = system.finest ?? AMOUNT_DECIMALS;
    return (figure, meant) => {
      if (meant < 0n) return false;
      const table = system.figures[figure]?.place.table ?? 0;
      if (system.quantity === 'count') return meant % unitOfPlace(0) === 0n;
      known ??= placesInUse(systems);
      const used = known.get(table) ?? finest;
      return meant % unitOfPlace(Math.min(finest, used)) === 0n;
    };
  });
}

/** The decimal places in use in each table. */
function placesInUse(systems: readonly DiagnosisSystem[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const system of systems) {
    if (system.quantity === 'count') continue;
    for (const { value, place } of system.figures) {
      if (value === null) continue;
      let used = places.get(place.table) ?? 0;
      while (used < AMOUNT_DECIMALS && value % unitOfPlace(used) !== 0n) used += 1;
      places.set(place.table, used);
    }
  }
  return places;
}

/**
 * Must something stand in a place? A count where the line has amounts; an amount that the round
 * requires where the line has projects.
 *
 * @param read the values that would stand in the other measures
 */
export function isDue(
  systems: readonly DiagnosisSystem[],
  index: number,
  place: FigurePosition,
  places: PlaceIndex,
  read: (system: number, figure: number) => Amount,
): boolean {
  const system = systems[index];
  if (system === undefined) return false;
  return systems.some((other, at) => {
    if (at === index) return false;
    const figure = places.figureAt(at, place);
    if (figure === undefined || read(at, figure) === 0n) return false;
    if (system.quantity === 'count')
      return other.quantity === 'amount' && other.comparable !== false;
    return system.isRequired === true && other.quantity === 'count';
  });
}

/**
 * Would a figure stand where none can be? An amount in a line without a project; a project in a line
 * without an amount.
 *
 * @param read the values that would stand in the other measures
 */
export function isOutOfPlace(
  systems: readonly DiagnosisSystem[],
  index: number,
  place: FigurePosition,
  places: PlaceIndex,
  read: (system: number, figure: number) => Amount,
): boolean {
  const isAmount = systems[index]?.quantity === 'amount';
  if (isAmount && systems[index]?.comparable === false) return false;
  const needed = systems.flatMap((other, at) => {
    const isAsked = isAmount ? other.quantity === 'count' : other.quantity === 'amount';
    const figure = isAsked ? places.figureAt(at, place) : undefined;
    return figure === undefined ? [] : [read(at, figure)];
  });
  return needed.length > 0 && needed.every((value) => value === 0n);
}
