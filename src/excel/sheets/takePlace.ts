/** How does a new sheet come to stand where another one stood, under its name? */
import { sameSheetName } from '../../domain/sheetName';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { loadSheets, type SheetDirectory } from '../sheetDirectory';

/** Two syncs: in the second all of it, or nothing. */
export async function takePlace(
  host: ExcelHost,
  directory: SheetDirectory,
  name: string,
  of: string,
): Promise<Result<null, HostFault>> {
  const listed = await host.batch((context) => {
    const { protection } = context.workbook;
    protection.load('protected');
    return { listing: loadSheets(context), protection };
  });
  if (!listed.ok) return listed;
  if (listed.value.protection.protected) return failure({ code: 'workbookProtected' });
  const sheets = directory.update(listed.value.listing);
  const [own, other] = [name, of].map((one) =>
    sheets.findIndex((sheet) => sameSheetName(sheet.name, one)),
  );
  const [fresh, old] = [sheets[own ?? -1], sheets[other ?? -1]];
  if (fresh === undefined) return failure({ code: 'notThere', what: name });
  if (old === undefined) return failure({ code: 'notThere', what: of });
  const done = await host.silentBatch(
    ({ workbook: { worksheets } }) => {
      const sheet = worksheets.getItem(fresh.id);
      sheet.position = other ?? 0;
      worksheets.getItem(old.id).delete();
      sheet.name = old.name;
    },
    { repeatable: false },
  );
  return done.ok ? success(null) : done;
}
