/** The user wants blank official tables as new sheets. */
import type { HostFault } from '../domain/fault';
import type { Grid } from '../domain/grid';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { digestOfCells } from '../domain/template/digest';
import type { SheetLayout } from '../domain/template/layout';
import { gridOfLayout } from '../domain/template/layoutGrid';
import type { TemplateOptions } from '../domain/template/standardTemplate';
import { standardTemplate } from '../domain/template/standardTemplate';
import type { InsertedSheets, Reads, Sheets } from './ports';
import type { UndoCommand, UndoKept, UndoLog } from './undoLog';

/** What was inserted. */
export interface InsertOutcome {
  /** Names that the new sheets were given, in the order asked for. */
  readonly sheets: readonly string[];
  readonly pages: InsertedSheets['pages'];
  readonly undo: UndoKept;
}

/** An insertion that did not come to its end. */
export interface InsertFailure {
  readonly fault: HostFault;
  /** New sheets that are there nevertheless, whole or begun; null where it could not be found out. */
  readonly left: readonly string[] | null;
}

/** Inserts the official tables asked for after the last sheet. */
export function insertTemplate(
  workbook: Reads & Sheets,
  log: UndoLog,
  options: TemplateOptions,
): Promise<Result<InsertOutcome, InsertFailure>> {
  return insertLayouts(workbook, log, 'insert', standardTemplate(options));
}

/**
 * Inserts laid-out sheets so that they can be undone. Where it is interrupted, what is left of it is
 * found by comparing the workbook's sheets before and after, and can be undone as well.
 */
export async function insertLayouts(
  workbook: Reads & Sheets,
  log: UndoLog,
  command: UndoCommand,
  layouts: readonly SheetLayout[],
): Promise<Result<InsertOutcome, InsertFailure>> {
  await log.locate();
  const before = await workbook.readWorkbook();
  if (!before.ok) return failure({ fault: before.fault, left: [] });
  const inserted = await workbook.insertSheets(layouts);
  if (inserted.ok) {
    const { names, pages } = inserted.value;
    const sheets = names.map((name, index) => ({
      name,
      digest: digestOf(layouts[index]),
    }));
    const { kept } = log.keep({ command, cells: [], sheets });
    return success({ sheets: names, pages, undo: kept });
  }
  const known = new Set(before.value.sheets.map((grid) => grid.name));
  const after = await workbook.readWorkbook();
  if (!after.ok) {
    // What may be there, under the names that were free; undo looks at what really is.
    const sheets = layouts.map((layout) => ({
      name: freeName(layout.name, known),
      digest: digestOf(layout),
    }));
    log.keep({ command, cells: [], sheets });
    return failure({ fault: inserted.fault, left: null });
  }
  const left = after.value.sheets.filter((grid) => !known.has(grid.name) && isOurs(grid, layouts));
  if (left.length > 0) {
    const sheets = left.map((grid) => ({ name: grid.name, digest: digestOfCells(grid) }));
    log.keep({ command, cells: [], sheets });
  }
  return failure({ fault: inserted.fault, left: left.map((grid) => grid.name) });
}

/** The name that Excel gives a copy: `统计表1`, `统计表1 (2)` … */
function freeName(wanted: string, known: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; known.has(name); number += 1) name = `${wanted} (${String(number)})`;
  return name;
}

function digestOf(layout: SheetLayout | undefined): string {
  return layout === undefined ? '' : digestOfCells(gridOfLayout(layout));
}

/** A new sheet that holds nothing but what one of the layouts puts there. */
function isOurs(grid: Grid, layouts: readonly SheetLayout[]): boolean {
  return layouts.some((layout) => {
    const contents = new Map(
      layout.cells.map(({ row, column, content }) => [`${String(row)},${String(column)}`, content]),
    );
    return grid.rows.every((cells, row) =>
      (cells ?? []).every((cell, column) => {
        const content = cell?.formula ?? cell?.value ?? null;
        return (
          content === null ||
          content === '' ||
          content === contents.get(`${String(row)},${String(column)}`)
        );
      }),
    );
  });
}
