/** Which sheets of the open workbook are called so, or begin with one of these texts? */
import type { HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { loadSheets, type SheetDirectory } from '../sheetDirectory';
import { listSheets } from './readSheets';

/** How often the sheets are looked through because some came or went meanwhile. */
const attempts = 3;

/** One sync where the sheets are known from before, two where they must be listed first. */
export async function findSheets(
  host: ExcelHost,
  directory: SheetDirectory,
  names: readonly string[],
  titles: readonly string[],
): Promise<Result<readonly string[], HostFault>> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === attempts;
    if (directory.sheets.length === 0) {
      const listing = await listSheets(host, directory);
      if (!listing.ok) return listing;
    }
    const listed = directory.sheets;
    const looked = await host.batch((context) => ({
      listing: loadSheets(context),
      firsts: listed.map(({ id }) => {
        const first = context.workbook.worksheets.getItem(id).getRange('A1');
        first.load('values');
        return first;
      }),
    }));
    if (!looked.ok && (isLast || looked.fault.code !== 'notThere')) return looked;
    if (!looked.ok) {
      const listing = await listSheets(host, directory);
      if (!listing.ok) return listing;
      continue;
    }
    const now = directory.update(looked.value.listing);
    const isSame = now.length === listed.length && now.every(({ id }, at) => id === listed[at]?.id);
    if (!isSame && !isLast) continue;
    const texts = looked.value.firsts.map(({ values }) => String(values[0]?.[0] ?? ''));
    const titled = listed.filter((_, at) => titles.includes(texts[at] ?? ''));
    const ids = new Set(titled.map(({ id }) => id));
    return success(
      now.filter(({ id, name }) => ids.has(id) || names.includes(name)).map(({ name }) => name),
    );
  }
}
