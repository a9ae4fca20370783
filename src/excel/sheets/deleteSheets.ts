/** How are sheets that we inserted taken out again? */
import { sameSheetName } from '../../domain/sheetName';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { loadSheets, type SheetDirectory } from '../sheetDirectory';

/** Deletes the named sheets; those already gone are passed over. */
export async function deleteSheets(
  host: ExcelHost,
  directory: SheetDirectory,
  names: readonly string[],
): Promise<Result<null, HostFault>> {
  const listed = await host.batch((context) => {
    const { protection } = context.workbook;
    protection.load('protected');
    return { listing: loadSheets(context), protection };
  });
  if (!listed.ok) return listed;
  const ids = directory
    .update(listed.value.listing)
    .filter((sheet) => names.some((name) => sameSheetName(name, sheet.name)))
    .map(({ id }) => id);
  if (ids.length === 0) return success(null);
  if (listed.value.protection.protected) return failure({ code: 'workbookProtected' });
  return deleteById(host, ids);
}

/** Deletes sheets by Excel's ids, in one batch. */
export async function deleteById(
  host: ExcelHost,
  ids: readonly string[],
): Promise<Result<null, HostFault>> {
  const deleted = await host.silentBatch(
    (context) => {
      for (const id of ids) context.workbook.worksheets.getItem(id).delete();
    },
    { repeatable: false },
  );
  return deleted.ok ? success(null) : deleted;
}
