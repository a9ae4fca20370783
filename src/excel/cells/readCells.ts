/** What stands in these cells, exactly, so that it can be put back? */
import type { CellReference, CellSnapshot, CellState } from '../../application/cellContent';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import {
  CellMap,
  checkAddresses,
  loadCells,
  namingSheet,
  rangeBatches,
  takeCells,
} from './cellGroups';

/** Reads cells in the order given, in one batch for up to 15,000 cells. */
export async function readCells(
  host: ExcelHost,
  cells: readonly CellReference[],
): Promise<Result<readonly CellSnapshot[], HostFault>> {
  const addresses = checkAddresses(cells);
  if (!addresses.ok) return addresses;
  const known = new CellMap<CellState>();
  for (const batch of rangeBatches(cells)) {
    const loaded = await host.batch((context) => batch.map((place) => loadCells(context, place)));
    if (!loaded.ok) {
      const names = batch.map(({ sheet }) => sheet);
      return failure(await namingSheet(host, loaded.fault, names));
    }
    for (const range of loaded.value) takeCells(range, known);
  }
  return success(
    cells.map((cell) => ({
      sheet: cell.sheet,
      cell: cell.cell,
      ...(known.get(cell) ?? { content: '', numberFormat: 'General' }),
    })),
  );
}
