/** The user has seen the sum of the units and wants it in this workbook, with all that it is made of. */
import type { Consolidated } from '../../domain/consolidate/consolidate';
import { resultLayouts } from '../../domain/consolidate/resultLayouts';
import { resultNames } from '../../domain/consolidate/resultNames';
import { workingPapers } from '../../domain/consolidate/workingPaper';
import type { Result } from '../../domain/result';
import { failure } from '../../domain/result';
import type { ListLayout } from '../../domain/template/layout';
import type { InsertFailure, InsertOutcome } from '../insertTemplate';
import { insertLayouts } from '../insertTemplate';
import type { InsertProgress, Reads, Sheets } from '../ports';
import type { UndoLog } from '../undoLog';

/** What is written. */
export interface ConsolidationSheets {
  readonly result: Consolidated;
  /** Inputs as formulas over the working papers, or as plain values; totals are formulas. */
  readonly inputs: 'formulas' | 'values';
  /** What counted and what did not, and why. */
  readonly notes: ListLayout;
}

/**
 * Writes the result, its working papers and its notes to new sheets, under names that belong together
 * whatever other results the workbook holds. Can be undone; ended halfway nothing of it stays.
 */
export async function insertConsolidation(
  workbook: Reads & Sheets,
  log: UndoLog,
  { result, inputs, notes }: ConsolidationSheets,
  progress?: InsertProgress,
): Promise<Result<InsertOutcome, InsertFailure>> {
  const read = await workbook.readWorkbook();
  if (!read.ok) return failure({ fault: read.fault, left: [] });
  const taken = read.value.sheets.map(({ name }) => name);
  const names = resultNames(result.forms, taken);
  const sheets = [
    ...resultLayouts(result, inputs, names),
    ...workingPapers(result, names),
    { ...notes, name: names.notes },
  ];
  return insertLayouts(workbook, log, 'consolidate', sheets, progress);
}
