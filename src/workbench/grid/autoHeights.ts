// How high are the rows that the file leaves to the program: as high as their wrapped text asks for?

import type { Sheet } from '../../workbook/sheet';
import type { CommandGuard } from './commands';
import { UNIT } from './univer';
import type { UniverParts } from './univer';

/** Sets the heights of rows that have none of their own and hold cells. */
export function autoHeights(
  univer: UniverParts,
  guard: CommandGuard,
  sheet: Sheet,
  id: string,
): void {
  const worksheet = univer.workbook.getSheetBySheetId(id);
  const skeleton = univer.rendered()?.skeletons.ensureSkeleton(id);
  if (!worksheet || !skeleton) return;
  const rows = [...sheet.cells.keys()].filter(
    (row) => sheet.rows.get(row)?.get('ht') === undefined,
  );
  const last = worksheet.getColumnCount() - 1;
  const ranges = rows.map((row) => ({
    startRow: row,
    endRow: row,
    startColumn: 0,
    endColumn: last,
  }));
  const rowsAutoHeightInfo = skeleton
    .calculateAutoHeightInRange(ranges)
    .filter(({ row, autoHeight }) => autoHeight !== worksheet.getRowHeight(row));
  if (rowsAutoHeightInfo.length === 0) return;
  const params = { unitId: UNIT, subUnitId: id, rowsAutoHeightInfo };
  guard.run('sheet.mutation.set-worksheet-row-auto-height', params);
}
