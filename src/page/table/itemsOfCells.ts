/** Which item of the pane's list is a cell about, and which cells is an item about? */
import type { CellReference } from '../../application/cellContent';
import { placesOf } from '../../application/report/itemPlaces';
import type { WorkbookReport } from '../../application/report/report';
import { stopsOf } from '../../taskpane/check/list/stops';
import type { Visit } from '../../taskpane/state/paneState';

/** Addresses, in one sheet, of the cells that the visited item is about. */
export function cellsVisited(
  report: WorkbookReport | null,
  visited: Visit | null,
  sheet: string,
): ReadonlySet<string> {
  const unit = report?.units.find(({ tables }) => tables.id === visited?.unit);
  const item = unit?.items.find(({ key }) => key === visited?.key);
  const places = item === undefined ? [] : placesOf(item);
  return new Set(places.filter((place) => place.sheet === sheet).map(({ cell }) => cell));
}

/** The item that a cell belongs to: the one visited where it does, the first of the list otherwise. */
export function visitTo(
  report: WorkbookReport | null,
  visited: Visit | null,
  { sheet, cell }: CellReference,
): Visit | null {
  const stops = (report?.units ?? []).flatMap(({ tables: { id }, items }) =>
    stopsOf({ id, items }).filter(({ place }) => place?.sheet === sheet && place.cell === cell),
  );
  const same = stops.find(({ unit, key }) => unit === visited?.unit && key === visited.key);
  return same ?? stops[0] ?? null;
}
