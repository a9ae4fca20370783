/** What stands in these cells, exactly, so that it can be put back? */
import type { CellReference, CellSnapshot } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import {
  answerAt,
  CellMap,
  checkAddresses,
  eachCell,
  formatAt,
  loadCells,
  namingSheet,
  rangeBatches,
} from './cellGroups';
import { contentOfAnswer } from './contents';

/** Reads cells in the order given, in one batch for up to 15,000 cells. */
export async function readCells(
  host: ExcelHost,
  cells: readonly CellReference[],
): Promise<Result<readonly CellSnapshot[], HostFault>> {
  const addresses = checkAddresses(cells);
  if (!addresses.ok) return addresses;
  const known = new CellMap<Pick<CellSnapshot, 'content' | 'numberFormat'>>();
  for (const batch of rangeBatches(cells)) {
    const loaded = await host.batch((context) => batch.map((place) => loadCells(context, place)));
    if (!loaded.ok) {
      const names = batch.map(({ sheet }) => sheet);
      return failure(await namingSheet(host, loaded.fault, names));
    }
    for (const cellsOfRange of loaded.value) {
      const { place, range } = cellsOfRange;
      eachCell(place, (row, column, rowOffset, columnOffset) => {
        known.set(place.sheet, row, column, {
          content: contentOfAnswer(answerAt(cellsOfRange, rowOffset, columnOffset)),
          numberFormat: formatAt(range, rowOffset, columnOffset),
        });
      });
    }
  }
  return success(
    cells.map((cell) => ({
      sheet: cell.sheet,
      cell: cell.cell,
      ...(known.get(cell) ?? { content: '', numberFormat: 'General' }),
    })),
  );
}
