/** Does the file hold what stands in the open workbook? */
import type { HostFault } from '../domain/fault';
import { success, type Result } from '../domain/result';
import type { ExcelHost } from './excelHost';

/** Hosts leave a member out that they do not know, whatever the types say. */
type SavedState = Partial<Pick<Excel.Workbook, 'isDirty' | 'previouslySaved'>>;

/** One sync. */
export async function isSaved(host: ExcelHost): Promise<Result<boolean | null, HostFault>> {
  const read = await host.batch(({ workbook }) => {
    workbook.load('isDirty,previouslySaved');
    return workbook;
  });
  if (!read.ok) return read;
  const { isDirty, previouslySaved } = read.value as SavedState;
  if (isDirty === undefined || previouslySaved === undefined) return success(null);
  return success(previouslySaved && !isDirty);
}
