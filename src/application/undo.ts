/** The user wants back what stood there before our last write. */
import { placeKey, placesBySheetAndCell, samePlace } from '../domain/fill/verify';
import type { HostFault } from '../domain/fault';
import type { Grid, WorkbookGrids } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import { digestOfCells } from '../domain/template/digest';
import type { CellChange, CellStep } from './cellChange';
import type { CellReference } from './cellContent';
import type { TakenBack } from './explanationSteps';
import { takeBackExplanations } from './explanationSteps';
import type { KeepsExplanations, Reads, Sheets, Writes } from './ports';
import { putBackReports } from './reportSheet';
import type { UndoCell, UndoLog, UndoRecord } from './undoLog';
import type { WriteFailure } from './writeFailure';
import { readProgress } from './writeFailure';

/** What came of an undo. */
export interface UndoOutcome {
  readonly record: UndoRecord;
  /** Cells that hold again what stood there. */
  readonly restored: readonly CellReference[];
  /** Cells left alone: edited since, or no longer the same figure (rows were moved). */
  readonly left: readonly CellReference[];
  /** Cells of sheets that are no longer in the workbook, deleted or renamed. */
  readonly gone: readonly CellReference[];
  /** Inserted sheets that were deleted. */
  readonly deletedSheets: readonly string[];
  /** Inserted sheets that were kept because something was filled in or changed. */
  readonly keptSheets: readonly string[];
  /** Reports that are there again as they were. */
  readonly reports: readonly string[];
  /** Explanations that are as before again, and those that were written anew since. */
  readonly explanations: TakenBack;
}

/**
 * Takes back the last write that the log knows for this workbook; null where there is none.
 *
 * A cell is restored (content and number format) only where it still holds what we wrote and is
 * still the same figure; others are left and named. The record is dropped when everything that can
 * be restored has been; after a fault it stays, and undoing again goes on where it stopped.
 */
export async function undoLast(
  workbook: Reads & Writes & Sheets & KeepsExplanations,
  log: UndoLog,
): Promise<Result<UndoOutcome, WriteFailure> | null> {
  await log.locate();
  const record = log.latest();
  if (record === null) return null;
  const sheetNames = [
    ...new Set([...record.cells, ...record.sheets].map((entry) => nameOf(entry))),
  ];
  const read = sheetNames.length === 0 ? nothingRead : await workbook.readSheets(sheetNames);
  if (!read.ok) return failure({ fault: read.fault, progress: { kind: 'asBefore' } });
  const grids = new Map(read.value.sheets.map((grid) => [grid.name, grid]));

  const placed = new Map(
    stillInPlace(record, read.value.sheets).map((cell) => [changeBack(cell), cell]),
  );
  const begun: { steps: readonly CellStep[] } = { steps: [] };
  const written =
    placed.size === 0
      ? success({ made: [], left: [] })
      : await workbook.writeCells([...placed.keys()], (steps) => {
          begun.steps = steps;
        });
  if (!written.ok) {
    return failure({ fault: written.fault, progress: await readProgress(workbook, begun.steps) });
  }

  const sheets = record.sheets.filter((sheet) => grids.has(sheet.name));
  const untouched = sheets.filter((sheet) => isUntouched(grids.get(sheet.name), sheet.digest));
  const kept = sheets.filter((sheet) => !untouched.includes(sheet)).map((sheet) => sheet.name);
  const reports = (record.reports ?? []).filter(({ sheet }) => !kept.includes(sheet));
  const replaced = new Set(reports.map(({ sheet }) => sheet));
  const deletedSheets = untouched.map(({ name }) => name).filter((name) => !replaced.has(name));
  const putBack = await putBackReports(workbook, reports, [...grids.keys()]);
  if (!putBack.ok) return failure({ fault: putBack.fault, progress: { kind: 'unknown' } });
  if (deletedSheets.length > 0) {
    const deleted = await workbook.deleteSheets(deletedSheets);
    if (!deleted.ok) return failure({ fault: deleted.fault, progress: { kind: 'unknown' } });
  }
  const explanations = await takeBackExplanations(workbook, record.explanations ?? []);
  if (!explanations.ok) {
    return failure({ fault: explanations.fault, progress: { kind: 'unknown' } });
  }
  log.drop(record.id);
  const stays = new Set(placed.values());
  return success({
    record,
    restored: written.value.made.map(({ change }) => referenceOf(change)),
    left: [
      ...record.cells.filter((cell) => !stays.has(cell) && grids.has(cell.sheet)).map(referenceOf),
      ...written.value.left.map(referenceOf),
    ],
    gone: record.cells.filter(({ sheet }) => !grids.has(sheet)).map(referenceOf),
    explanations: explanations.value,
    deletedSheets,
    keptSheets: kept,
    reports: reports.map(({ sheet }) => sheet),
  });
}

/** Where no sheet is concerned. */
const nothingRead: Result<WorkbookGrids, HostFault> = success({ sheets: [] });

function nameOf(entry: UndoCell | UndoRecord['sheets'][number]): string {
  return 'sheet' in entry ? entry.sheet : entry.name;
}

/** Cells whose sheet is there and that are still the figure that was written. */
function stillInPlace(record: UndoRecord, grids: readonly Grid[]): UndoCell[] {
  const workbook = { sheets: grids };
  const pairs = viewReturns(recogniseWorkbook(workbook).returns, workbook);
  const places = placesBySheetAndCell(pairs);
  const names = new Set(grids.map((grid) => grid.name));
  return record.cells.filter((cell) => {
    if (!names.has(cell.sheet)) return false;
    if (cell.place === null) return true;
    const place = places.get(placeKey(cell));
    return place !== undefined && samePlace(place, cell.place);
  });
}

/** Back to what stood there, where still stands what we wrote; a format that the user set stays. */
function changeBack({ sheet, cell, before, after }: UndoCell): CellChange {
  return {
    sheet,
    cell,
    expected: after.content,
    content: before.content,
    numberFormat: {
      kind: 'putBack',
      expected: after.numberFormat,
      format: before.numberFormat,
    },
  };
}

function referenceOf({ sheet, cell }: CellReference): CellReference {
  return { sheet, cell };
}

/** Nothing was added or changed since it was laid out; or it was begun only, and is empty. */
function isUntouched(grid: Grid | undefined, digest: string): boolean {
  if (grid === undefined) return false;
  const found = digestOfCells(grid);
  return found === digest || found === digestOfCells({ ...grid, rows: [] });
}
