/**
 * Which cells do F8 and Shift+F8 lead to, and in which order? Every cell of every item, unit by unit; with Ctrl
 * the first of each.
 */
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

/** Whether every cell of an item is a stop, or its first alone. */
export type Stride = 'cell' | 'item';

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

/** Those of a unit's cells that a stride does not pass over. */
function stopsAt(unit: ListedUnit, stride: Stride): Visit[] {
  const stops = stopsOf(unit);
  return stride === 'cell' ? stops : stops.filter(({ key }, at) => key !== stops[at - 1]?.key);
}

/**
 * The next cell or the one before, or the next item's; from the last of a unit on to the first of the next, from the last unit
 * to the first. Null where nothing is listed.
 *
 * @param here index of the unit whose items are listed, −1 for none
 */
export function nextStop(
  units: readonly ListedUnit[],
  here: number,
  visited: Visit | null,
  by: 1 | -1,
  stride: Stride = 'cell',
): Visit | null {
  const current = units[here];
  if (current !== undefined) {
    const stops = stopsAt(current, stride);
    const from = visited?.unit === current.id ? visited : null;
    const found = stops[indexAfter(stops, from, by, stride)];
    if (found !== undefined) return found;
  }
  const start = here < 0 && by < 0 ? 0 : here;
  for (let step = 1; step <= units.length; step += 1) {
    const at = (start + by * step + units.length * 2) % units.length;
    const unit = units[at];
    const stops = unit === undefined ? [] : stopsAt(unit, stride);
    const found = by > 0 ? stops[0] : stops[stops.length - 1];
    if (found !== undefined) return found;
  }
  return null;
}

/** After the visited cell was put right another one stands in its place. */
function indexAfter(
  stops: readonly Visit[],
  visited: Visit | null,
  by: 1 | -1,
  stride: Stride,
): number {
  if (visited === null) return by > 0 ? 0 : stops.length - 1;
  const at =
    stride === 'cell'
      ? positionAmong(stops, visited)
      : stops.findIndex(({ key }) => key === visited.key);
  if (at >= 0) return at + by;
  const after = stops.findIndex((stop) => stop.at >= visited.at);
  const next = after < 0 ? stops.length : after;
  return by > 0 ? next : next - 1;
}

function isSame(one: CellReference | null, other: CellReference | null): boolean {
  return one?.sheet === other?.sheet && one?.cell === other?.cell;
}
