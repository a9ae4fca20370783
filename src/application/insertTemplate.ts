/** The user wants blank official tables as new sheets. */
import type { HostFault } from '../domain/fault';
import type { Cell, Grid } from '../domain/grid';
import { cellAt } from '../domain/grid';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { digestOfCells } from '../domain/template/digest';
import type { NewSheet } from '../domain/template/layout';
import { gridOfSheet } from '../domain/template/layoutGrid';
import { withSheetNames } from '../domain/template/sheetReferences';
import type { TemplateOptions } from '../domain/template/standardTemplate';
import { standardTemplate } from '../domain/template/standardTemplate';
import type { InsertedSheets, InsertProgress, Reads, Sheets } from './ports';
import type { UndoCommand, UndoKept, UndoLog, UndoSheet } from './undoLog';

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
 * Inserts sheets and lists so that they can be undone. Where it is interrupted, what is left of it is
 * found by comparing the workbook's sheets before and after, and can be undone as well.
 */
export async function insertLayouts(
  workbook: Reads & Sheets,
  log: UndoLog,
  command: UndoCommand,
  layouts: readonly NewSheet[],
  progress?: InsertProgress,
): Promise<Result<InsertOutcome, InsertFailure>> {
  await log.locate();
  const before = await workbook.readWorkbook();
  if (!before.ok) return failure({ fault: before.fault, left: [] });
  const inserted = await workbook.insertSheets(layouts, progress);
  if (inserted.ok) {
    const { names, pages } = inserted.value;
    const sheets = digestsOf(layouts, names);
    const { kept } = log.keep({ command, cells: [], sheets });
    return success({ sheets: names, pages, undo: kept });
  }
  const known = new Set(before.value.sheets.map((grid) => grid.name));
  const after = await workbook.readWorkbook();
  if (!after.ok) {
    // What may be there, under the names that were free; undo looks at what really is.
    const names = layouts.map(({ name }) => freeName(name, known));
    log.keep({ command, cells: [], sheets: digestsOf(layouts, names) });
    return failure({ fault: inserted.fault, left: null });
  }
  const fresh = after.value.sheets.filter(({ name }) => !known.has(name));
  const names = layouts.map(({ name }) => freeName(name, known));
  const planned = withSheetNames(layouts, names).map(gridOfSheet);
  const left = fresh.filter((grid) => isOurs(grid, planned));
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

/** The sheets as undo knows them, under the names that they got. */
function digestsOf(layouts: readonly NewSheet[], names: readonly string[]): UndoSheet[] {
  return withSheetNames(layouts, names).flatMap((sheet, index) => {
    const name = names[index];
    return name === undefined ? [] : [{ name, digest: digestOfCells(gridOfSheet(sheet)) }];
  });
}

/** A new sheet that holds nothing but what one of the layouts puts there. */
function isOurs(grid: Grid, layouts: readonly Grid[]): boolean {
  return layouts.some((layout) =>
    grid.rows.every((cells, row) =>
      (cells ?? []).every((cell, column) => {
        const content = contentAt(cell);
        return content === null || content === contentAt(cellAt(layout, row, column));
      }),
    ),
  );
}

function contentAt(cell: Cell | undefined | null): Cell['value'] {
  const content = cell?.formula ?? cell?.value ?? null;
  return content === '' ? null : content;
}
