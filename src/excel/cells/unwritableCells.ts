/** Which cells would Excel not take a content for, or not show it? */
import type { CellReference } from '../../application/cellContent';
import type { UnwritableCell } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { cellAddress, parseAddress, type CellRange } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { checkAddresses, namingSheet, rangeBatches, rangeOf, type SheetRange } from './cellGroups';

/**
 * Cells locked in a protected sheet, and cells of merged areas of which they are not the first. One
 * batch, and another where cells of a protected sheet are locked in part.
 */
export async function findUnwritable(
  host: ExcelHost,
  cells: readonly CellReference[],
): Promise<Result<readonly UnwritableCell[], HostFault>> {
  const addresses = checkAddresses(cells);
  if (!addresses.ok) return addresses;
  const merged: SheetRange[] = [];
  const locked = new Set<CellReference>();
  const lockedInPart: CellReference[] = [];
  for (const batch of rangeBatches(cells)) {
    const loaded = await host.batch((context) =>
      batch.map((place) => loadObstacles(context, place)),
    );
    if (!loaded.ok) {
      return failure(await namingSheet(host, loaded.fault, [...new Set(cells.map(sheetOf))]));
    }
    for (const { place, areas, sheetProtection, cellProtection } of loaded.value) {
      const { sheet } = place;
      if (!areas.isNullObject) {
        merged.push(...rangesIn(areas.address).map((range) => ({ sheet, range })));
      }
      if (!sheetProtection.protected) continue;
      const within = cells.filter((cell) => isWithin(place, cell));
      // Null where some are locked and some are not, which the library's types do not tell.
      const isLocked = cellProtection.locked as boolean | null;
      if (isLocked === true) for (const cell of within) locked.add(cell);
      if (isLocked === null) lockedInPart.push(...within);
    }
  }
  if (lockedInPart.length > 0) {
    const loaded = await host.batch((context) =>
      lockedInPart.map((cell) => {
        const { protection } = context.workbook.worksheets
          .getItem(cell.sheet)
          .getRange(cell.cell).format;
        protection.load('locked');
        return { cell, protection };
      }),
    );
    if (!loaded.ok) return loaded;
    for (const { cell, protection } of loaded.value) if (protection.locked) locked.add(cell);
  }
  return success(
    cells.flatMap((cell): UnwritableCell[] => {
      const { sheet, cell: address } = cell;
      if (locked.has(cell)) return [{ sheet, cell: address, why: 'locked', at: address }];
      const area = merged.find((place) => isWithin(place, cell));
      if (area === undefined) return [];
      const at = cellAddress(area.range.top, area.range.left);
      return at === address ? [] : [{ sheet, cell: address, why: 'merged', at }];
    }),
  );
}

function loadObstacles(context: Excel.RequestContext, place: SheetRange) {
  const range = rangeOf(context, place);
  const areas = range.getMergedAreasOrNullObject();
  areas.load('address');
  const cellProtection = range.format.protection;
  cellProtection.load('locked');
  const sheetProtection = context.workbook.worksheets.getItem(place.sheet).protection;
  sheetProtection.load('protected');
  return { place, areas, cellProtection, sheetProtection };
}

/** The ranges of an address of several areas: `Sheet1!A1:B2,Sheet1!C3:D3`. */
function rangesIn(address: string): CellRange[] {
  const areas = address.matchAll(/!(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?=,|$)/g);
  return [...areas].flatMap(([, first = '', last = first]): CellRange[] => {
    const [start, end] = [parseAddress(first), parseAddress(last)];
    if (start === null || end === null) return [];
    return [{ top: start.row, left: start.column, bottom: end.row, right: end.column }];
  });
}

function isWithin({ sheet, range }: SheetRange, cell: CellReference): boolean {
  const at = parseAddress(cell.cell);
  if (at === null || cell.sheet !== sheet) return false;
  const inRows = at.row >= range.top && at.row <= range.bottom;
  return inRows && at.column >= range.left && at.column <= range.right;
}

function sheetOf({ sheet }: CellReference): string {
  return sheet;
}
