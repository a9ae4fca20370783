/** The user wants the 审核报告 as a sheet of the workbook, made anew in its place, or taken away. */
import type { Grid, WorkbookGrids } from '../domain/grid';
import type { HostFault } from '../domain/fault';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import type { ReplacedReport, ReportRow } from '../domain/submission/reportSheet';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { fingerprintOf, printedFingerprint } from '../domain/submission/fingerprint';
import { reportLayout, reportRows, statedFingerprints } from '../domain/submission/reportSheet';
import { digestOfCells } from '../domain/template/digest';
import { gridOfSheet } from '../domain/template/layoutGrid';
import type { InsertFailure } from './insertTemplate';
import { insertLayouts } from './insertTemplate';
import type { InsertedSheets, Reads, Sheets } from './ports';
import type { UndoKept, UndoLog } from './undoLog';

/** What came of it. */
export interface PutReport {
  /** The sheet's name. */
  readonly sheet: string;
  /** `anew`: in the place of an earlier one · `beside`: one of these names was changed by the user, and left. */
  readonly how: 'new' | 'anew' | 'beside';
  readonly pages: InsertedSheets['pages'];
  readonly undo: UndoKept;
}

/** What the sheet may be called: these, and with a number. */
const baseNames = ['审核报告', 'Check report'] as const;
const mostReports = 9;
/** What stands in its first cell, whatever the sheet is called by now. */
const titles: readonly string[] = ['审核报告', 'Report of the check'];

const reportNames: readonly string[] = baseNames.flatMap((name) => [
  name,
  ...Array.from({ length: mostReports - 1 }, (_, at) => `${name} (${String(at + 2)})`),
]);

interface FoundReports {
  /** Reports as they were made. */
  readonly ours: readonly ReplacedReport[];
  /** Sheets of the name that are not. */
  readonly others: readonly string[];
}

/** The reports in the workbook; nothing is changed. */
export async function findReports(workbook: Reads): Promise<Result<FoundReports, HostFault>> {
  const found = await workbook.findSheets(reportNames, titles);
  if (!found.ok) return found;
  if (found.value.length === 0) return success({ ours: [], others: [] });
  const read = await workbook.readSheets(found.value);
  if (!read.ok) return read;
  return success({
    ours: read.value.sheets.flatMap((grid) => replacedOf(grid) ?? []),
    others: read.value.sheets
      .filter((grid) => replacedOf(grid) === null && reportNames.includes(grid.name))
      .map(({ name }) => name),
  });
}

/**
 * Sheets of the report that tell of other figures than the tables have by now: as they were made, and under
 * the name that they were given. One that was renamed was kept for something.
 */
export function outdatedReports(
  { sheets }: WorkbookGrids,
  units: readonly UnitReturn[],
): readonly string[] {
  const made = sheets.flatMap((grid) => {
    const own = reportNames.includes(grid.name) ? replacedOf(grid) : null;
    return own === null ? [] : [own];
  });
  if (made.length === 0) return [];
  const now = units.map((unit) => printedFingerprint(fingerprintOf(unit))).sort();
  return made.flatMap(({ sheet, rows }) => {
    const then = statedFingerprints(rows).sort();
    return then.join() === now.join() ? [] : [sheet];
  });
}

function replacedOf(grid: Grid): ReplacedReport | null {
  const rows = reportRows(grid);
  return rows === null ? null : { sheet: grid.name, rows };
}

/**
 * Puts the report in the place of the one that is there, else after the last sheet. A sheet of that name into
 * which anybody has written is left as it is, and so is one that was given another name: it is kept for something.
 */
export async function putReport(
  workbook: Reads & Sheets,
  log: UndoLog,
  name: string,
  rows: readonly ReportRow[],
): Promise<Result<PutReport, InsertFailure>> {
  const found = await findReports(workbook);
  if (!found.ok) return failure({ fault: found.fault, left: [] });
  const { ours, others } = found.value;
  const named = ours.filter(({ sheet }) => reportNames.includes(sheet));
  const earlier = named.find(({ sheet }) => sheet.startsWith(name)) ?? named[0];
  const layout = reportLayout(name, rows);
  const inserted = await insertLayouts(workbook, log, 'report', [layout]);
  if (!inserted.ok) return inserted;
  const { sheets, pages, undo } = inserted.value;
  const [sheet = name] = sheets;
  if (earlier === undefined) {
    return success({ sheet, how: others.length > 0 ? 'beside' : 'new', pages, undo });
  }
  const placed = await workbook.takePlace(sheet, earlier.sheet);
  if (!placed.ok) return failure({ fault: placed.fault, left: [sheet] });
  const record = log.latest();
  if (record !== null) log.drop(record.id);
  const { kept } = log.keep({
    command: 'report',
    cells: [],
    sheets: [{ name: earlier.sheet, digest: digestOfCells(gridOfSheet(layout)) }],
    reports: [earlier],
  });
  return success({ sheet: earlier.sheet, how: 'anew', pages, undo: kept });
}

/** Takes the reports away that are as they were made; how many there were. */
export async function removeReports(
  workbook: Reads & Sheets,
  log: UndoLog,
): Promise<Result<number, HostFault>> {
  const found = await findReports(workbook);
  if (!found.ok) return found;
  const { ours } = found.value;
  if (ours.length === 0) return success(0);
  await log.locate();
  const { record } = log.keep({ command: 'report', cells: [], sheets: [], reports: ours });
  const deleted = await workbook.deleteSheets(ours.map(({ sheet }) => sheet));
  if (!deleted.ok) {
    log.drop(record.id);
    return deleted;
  }
  return success(ours.length);
}

/** Lays earlier reports out again: in the place of the one that took theirs, else after the last sheet. */
export async function putBackReports(
  workbook: Reads & Sheets,
  reports: readonly ReplacedReport[],
  standing: readonly string[],
): Promise<Result<null, HostFault>> {
  for (const { sheet, rows } of reports) {
    const inserted = await workbook.insertSheets([reportLayout(sheet, rows)]);
    if (!inserted.ok) return inserted;
    const [name] = inserted.value.names;
    if (name === undefined || !standing.includes(sheet)) continue;
    const placed = await workbook.takePlace(name, sheet);
    if (!placed.ok) return placed;
  }
  return success(null);
}
