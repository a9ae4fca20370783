/** What is taken of one file's bytes? The work itself, wherever it is done. */
import type {
  CheckedUnit,
  LastRoundFile,
  TakenFile,
  TakeOptions,
  UnitFound,
} from '../application/takenFile';
import type { TakenWorkbook, UnitWithReport } from '../application/takeUnits';
import { faultyFile } from '../application/takenFile';
import { takeUnits } from '../application/takeUnits';
import { LabelMap } from '../domain/consolidate/labelMap';
import type { FileFault, HostFault } from '../domain/fault';
import { officialForms } from '../domain/forms/officialForms';
import type { WorkbookGrids } from '../domain/grid';
import { lastRoundOf } from '../domain/lastRound/lastRound';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn, viewReturns } from '../domain/returns/unitReturn';
import { failure, success, type Result } from '../domain/result';
import { readWorkbook } from '../files/readWorkbook';
import { returnLetter } from '../wording/returnLetter';

/** A file's name and contents. */
export interface FileContents {
  readonly key: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads and checks one file; keeps nothing of its sheets. */
export async function takeFile(file: FileContents, options: TakeOptions): Promise<TakenFile> {
  const taken = await takeWorkbook(file, options);
  if (!taken.ok) return faultyFile(file, taken.fault);
  const { units, report } = taken.value;
  return {
    key: file.key,
    name: file.name,
    fault: units.length === 0 ? { code: 'noOfficialSheet' } : null,
    refused: report.recognition.refused,
    unread: report.unread,
    units: units.map((unit) => checkedUnit(unit, options)),
  };
}

/** All that the check of one of its units found, with what is said of it; `notThere` where it has none of that number. */
export async function readUnitReport(
  file: FileContents,
  pair: number,
  options: TakeOptions,
): Promise<Result<UnitFound, FileFault | HostFault>> {
  const taken = await takeWorkbook(file, options);
  if (!taken.ok) return taken;
  const found = taken.value.units.find(({ unit }) => unit.pair === pair);
  if (found === undefined) return failure({ code: 'notThere', what: file.name });
  const { report, explained } = found;
  return success({ report, explained });
}

/** What its units reported, to be set beside another workbook. */
export async function readLastRound({
  bytes,
}: FileContents): Promise<Result<LastRoundFile, FileFault>> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const units = viewReturns(recogniseWorkbook(workbook.value).returns, workbook.value);
  if (units.length === 0) return failure({ code: 'noOfficialSheet' });
  return success({
    lastRound: lastRoundOf(units, null),
    tables: tablesOnly(workbook.value, units),
  });
}

/** Without the other sheets; with them where formulas of the tables are still to be worked out. */
function tablesOnly(workbook: WorkbookGrids, units: readonly UnitReturn[]): WorkbookGrids {
  const tables = units.flatMap(tablesOfReturn);
  const isWaiting = tables.some(({ figures }) =>
    figures.some(({ cell }) => cell?.value === null && cell.formula !== null),
  );
  const own = new Set(tables.map(({ sheet }) => sheet));
  const { sheets, calculation } = workbook;
  return {
    sheets: isWaiting ? sheets : sheets.filter(({ name }) => own.has(name)),
    ...(calculation === undefined ? {} : { calculation }),
  };
}

async function takeWorkbook(
  { key, name, bytes }: FileContents,
  { settings, labels, currencies }: TakeOptions,
): Promise<Result<TakenWorkbook, FileFault>> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const source = { kind: 'file', file: name } as const;
  const choices = new LabelMap(labels, officialForms);
  return success(takeUnits(key, source, workbook.value, settings, choices, currencies));
}

function checkedUnit(
  { unit, report, explained }: UnitWithReport,
  { language }: TakeOptions,
): CheckedUnit {
  const { verdict, counts, items } = report;
  const isSentBack = counts.error + counts.warning > 0;
  const letter = isSentBack ? returnLetter(unit, items, language, explained.byFinding) : null;
  return { unit, verdict, counts, letter };
}
