/** Would Excel refuse to write these cells because their sheet is protected? */
import type { CellReference } from '../../application/cellContent';
import type { HostFault } from '../../domain/fault';
import { success, type Result } from '../../domain/result';
import type { ExcelHost } from '../excelHost';
import { rangeBatches, rangeOf } from './cellGroups';

/** The first sheet, of sheets known to be protected, in which one of the cells is locked. */
export async function firstLockedSheet(
  host: ExcelHost,
  cells: readonly CellReference[],
): Promise<Result<string | null, HostFault>> {
  for (const batch of rangeBatches(cells)) {
    const loaded = await host.batch((context) =>
      batch.map((place) => {
        const { protection } = rangeOf(context, place).format;
        protection.load('locked');
        return { place, protection };
      }),
    );
    if (!loaded.ok) return loaded;
    // Every cell of a range is to be written, so a range locked in part is as good as locked.
    const locked = loaded.value.find(({ protection }) => someLocked(protection.locked));
    if (locked !== undefined) return success(locked.place.sheet);
  }
  return success(null);
}

/** True, or null: some cells are and some are not, which the library's types do not tell. */
function someLocked(locked: boolean | null): boolean {
  return locked !== false;
}
