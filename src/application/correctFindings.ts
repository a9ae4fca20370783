/** The user wants findings, or what a diagnosis proposes, put right. */
import type { CellCorrection } from '../domain/rules/cellCorrection';
import { planCorrections, planCellCorrections } from '../domain/fill/planCorrections';
import type { FillMode, PlannedChange, ChangePlan } from '../domain/fill/plannedChange';
import type { Finding } from '../domain/finding';
import type { WorkbookGrids } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { UnitReturn } from '../domain/returns/unitReturn';
import type { WriteOutcome } from './applyWrites';
import { applyWrites } from './applyWrites';
import type { Reads, Writes } from './ports';
import type { UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';

/** Plans the corrections of one finding, or of all of a kind; blank totals are filled as `mode` says. */
export function previewCorrections(
  workbook: WorkbookGrids,
  findings: readonly Finding[],
  mode: FillMode,
): ChangePlan {
  return planCorrections(findings, viewsIn(workbook), mode);
}

/** Plans the values that a diagnosis proposes. */
export function previewCellCorrections(
  workbook: WorkbookGrids,
  corrections: readonly CellCorrection[],
): ChangePlan {
  return planCellCorrections(corrections, viewsIn(workbook));
}

/** Writes the corrections that the user chose from the preview. */
export function correctFindings(
  workbook: Reads & Writes,
  log: UndoLog,
  chosen: readonly PlannedChange[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  return applyWrites(workbook, log, 'correct', chosen);
}

function viewsIn(workbook: WorkbookGrids): readonly UnitReturn[] {
  return viewReturns(recogniseWorkbook(workbook).returns, workbook);
}
