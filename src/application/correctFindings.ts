/** The user wants findings, or what a diagnosis proposes, put right. */
import type { HostFault } from '../domain/fault';
import type { ProposedValue } from '../domain/fill/planCorrections';
import { planCorrections, planProposals } from '../domain/fill/planCorrections';
import type { FillMode, PlannedWrite, WritePlan } from '../domain/fill/plannedWrite';
import type { Finding } from '../domain/finding';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { UnitReturn } from '../domain/returns/unitReturn';
import type { WriteOutcome } from './applyWrites';
import { applyWrites } from './applyWrites';
import type { WorkbookPort } from './ports';
import type { UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';

/** Plans the corrections of one finding, or of all of a kind; blank totals are filled as `mode` says. */
export function previewCorrections(
  workbook: WorkbookPort,
  findings: readonly Finding[],
  mode: FillMode,
): Promise<Result<WritePlan, HostFault>> {
  const sheets = findings.map((finding) => finding.sheet);
  return planOn(workbook, sheets, (pairs) => planCorrections(findings, pairs, mode));
}

/** Plans the values that a diagnosis proposes. */
export function previewProposals(
  workbook: WorkbookPort,
  proposals: readonly ProposedValue[],
): Promise<Result<WritePlan, HostFault>> {
  const sheets = proposals.map((proposal) => proposal.sheet);
  return planOn(workbook, sheets, (pairs) => planProposals(proposals, pairs));
}

/** Writes the corrections that the user chose from the preview. */
export function correctFindings(
  workbook: WorkbookPort,
  log: UndoLog,
  chosen: readonly PlannedWrite[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  return applyWrites(workbook, log, 'correct', chosen);
}

async function planOn(
  workbook: WorkbookPort,
  sheets: readonly string[],
  plan: (pairs: readonly UnitReturn[]) => WritePlan,
): Promise<Result<WritePlan, HostFault>> {
  const read = await workbook.readSheets([...new Set(sheets)]);
  if (!read.ok) return read;
  return success(plan(viewReturns(recogniseWorkbook(read.value).returns, read.value)));
}
