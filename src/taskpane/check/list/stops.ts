/** Which cells do F8 and Shift+F8 lead to, and in which order? Every cell of every item, unit by unit. */
import type { CellReference } from '../../../application/cellContent';
import { placesOf } from '../../../application/report/itemPlaces';
import type { ReportItem } from '../../../application/report/reportItem';
import type { Visit } from '../../state/paneState';

/** A unit and its items, as they are listed. */
export interface ListedUnit {
  readonly id: string;
  readonly items: readonly ReportItem[];
}

/** All cells of a unit's items; an item that is about none is a stop by itself. */
export function stopsOf({ id, items }: ListedUnit): Visit[] {
  const stops = items.flatMap((item) => {
    const places: readonly (CellReference | null)[] = placesOf(item);
    const cells = places.length === 0 ? [null] : places;
    return cells.map((place) => ({ unit: id, key: item.key, place }));
  });
  return stops.map((stop, at) => ({ ...stop, at }));
}

/** The first cell of an item. */
export function firstStop(unit: ListedUnit, item: ReportItem): Visit | null {
  return stopsOf(unit).find(({ key }) => key === item.key) ?? null;
}

/** Where the user is among a unit's cells; −1 where what was visited is not among them. */
export function positionAmong(stops: readonly Visit[], visited: Visit | null): number {
  if (visited === null) return -1;
  return stops.findIndex(
    ({ key, place, unit }) =>
      unit === visited.unit && key === visited.key && isSame(place, visited.place),
  );
}

/**
 * The next cell or the one before; from the last of a unit on to the first of the next, from the last unit
 * to the first. Null where nothing is listed.
 *
 * @param here index of the unit whose items are listed, −1 for none
 */
export function nextStop(
  units: readonly ListedUnit[],
  here: number,
  visited: Visit | null,
  by: 1 | -1,
): Visit | null {
  const current = units[here];
  if (current !== undefined) {
    const stops = stopsOf(current);
    const found = stops[indexAfter(stops, visited?.unit === current.id ? visited : null, by)];
    if (found !== undefined) return found;
  }
  const start = here < 0 && by < 0 ? 0 : here;
  for (let step = 1; step <= units.length; step += 1) {
    const at = (start + by * step + units.length * 2) % units.length;
    const unit = units[at];
    const stops = unit === undefined ? [] : stopsOf(unit);
    const found = by > 0 ? stops[0] : stops[stops.length - 1];
    if (found !== undefined) return found;
  }
  return null;
}

/** After the visited cell was put right another one stands in its place. */
function indexAfter(stops: readonly Visit[], visited: Visit | null, by: 1 | -1): number {
  const at = positionAmong(stops, visited);
  if (at >= 0) return at + by;
  if (visited === null) return by > 0 ? 0 : stops.length - 1;
  return by > 0 ? visited.at : visited.at - 1;
}

function isSame(one: CellReference | null, other: CellReference | null): boolean {
  return one?.sheet === other?.sheet && one?.cell === other?.cell;
}
