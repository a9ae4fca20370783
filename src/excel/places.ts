/** Where is the user in the workbook, and how is a place shown? */
import type { CellReference } from '../application/ports';
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

/** The cell that has the focus; where a chart or picture is selected, a fault of Excel's own. */
export async function activeCell(host: ExcelHost): Promise<Result<CellReference, HostFault>> {
  const found = await host.batch((context) => {
    const cell = context.workbook.getActiveCell();
    cell.load('address');
    cell.worksheet.load('name');
    return cell;
  });
  if (!found.ok) return found;
  const { address, worksheet } = found.value;
  return success({ sheet: worksheet.name, cell: address.slice(address.lastIndexOf('!') + 1) });
}
