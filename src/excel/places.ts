/** How is a place in the workbook shown to the user? */
import type { CellReference } from '../application/cellContent';
import type { HostFault } from '../domain/fault';
import { failure, success, type Result } from '../domain/result';
import type { ExcelHost } from './excelHost';

/** Activates the sheet and selects the cell; a hidden sheet is a fault and stays hidden. */
export async function goTo(
  host: ExcelHost,
  { sheet, cell }: CellReference,
): Promise<Result<null, HostFault>> {
  const found = await host.batch((context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load('visibility');
    return worksheet;
  });
  if (!found.ok) return found;
  if (found.value.isNullObject) return failure({ code: 'notThere', what: sheet });
  if (!isVisible(found.value.visibility)) return failure({ code: 'sheetHidden', sheet });
  const shown = await host.batch((context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(cell).select();
  });
  return shown.ok ? success(null) : shown;
}

function isVisible(visibility: string): boolean {
  return visibility === 'Visible';
}
