/** The user has seen planned writes and wants them made: check, keep what stands, write, read back. */
import { numberFromAmount } from '../domain/amount';
import type { PlannedChange } from '../domain/fill/plannedChange';
import type { FigurePlace } from '../domain/finding';
import { isHeading } from '../domain/fill/plannedChange';
import { verifyChanges } from '../domain/fill/verify';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { CellChange, CellStep } from './cellChange';
import type { CellReference } from './cellContent';
import { contentOf } from './cellContent';
import type { Reads, Writes } from './ports';
import type { UndoCommand, UndoKept, UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';
import { readProgress } from './writeFailure';

/** What came of planned writes. */
export interface WriteOutcome {
  readonly written: readonly CellReference[];
  /** Not written because something there changed after they were shown. */
  readonly changed: readonly PlannedChange[];
  /** How long it can be undone; null where nothing was written. */
  readonly undo: UndoKept | null;
}

/**
 * Makes the chosen writes. Cells that changed since they were planned are left and named. What is
 * overwritten is kept for undo before anything is written; where the write is interrupted, the
 * failure tells what stands, and what stood there can be had back with undoLast.
 */
export async function applyWrites(
  workbook: Reads & Writes,
  log: UndoLog,
  command: UndoCommand,
  chosen: readonly PlannedChange[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  if (chosen.length === 0) return success({ written: [], changed: [], undo: null });
  await log.locate();
  const names = [...new Set(chosen.map((write) => write.place.sheet))];
  const read = await workbook.readSheets(names);
  if (!read.ok) return failure({ fault: read.fault, progress: { kind: 'asBefore' } });
  const pairs = viewReturns(recogniseWorkbook(read.value).returns, read.value);
  const { valid, changed } = verifyChanges(chosen, pairs);
  if (valid.length === 0) return success({ written: [], changed, undo: null });

  const planned = new Map(valid.map((write) => [changeOf(write), write]));
  const kept: { steps: readonly CellStep[]; id: string | null; undo: UndoKept | null } = {
    steps: [],
    id: null,
    undo: null,
  };
  const written = await workbook.writeCells([...planned.keys()], (steps) => {
    const { record, kept: undo } = log.keep({
      command,
      cells: steps.map(({ change, before, after }) => ({
        sheet: change.sheet,
        cell: change.cell,
        place: figurePlace(planned.get(change)),
        before,
        after,
      })),
      sheets: [],
    });
    Object.assign(kept, { steps, id: record.id, undo });
  });
  if (!written.ok) {
    const progress = await readProgress(workbook, kept.steps);
    // What was not answered may still be carried out.
    const mayFollow = written.fault.code === 'noAnswer';
    if (progress.kind === 'asBefore' && !mayFollow && kept.id !== null) log.drop(kept.id);
    return failure({ fault: written.fault, progress });
  }
  const left = new Set(written.value.left);
  return success({
    written: written.value.made.map(({ change: { sheet, cell } }) => ({ sheet, cell })),
    changed: [
      ...changed,
      ...[...planned].flatMap(([change, write]) => (left.has(change) ? [write] : [])),
    ],
    undo: kept.undo,
  });
}

/** A heading, or a cell outside the tables, is no figure: it is known again by its address alone. */
function figurePlace(write: PlannedChange | undefined): FigurePlace | null {
  if (write === undefined || write.isOutside || isHeading(write.place)) return null;
  return write.place;
}

/**
 * The change that carries out a plan. Exact figures become numbers here, as Excel keeps none but these.
 * A figure in a cell formatted as text or as a date would not be one: such a format gives way.
 */
function changeOf({ place, now, then }: PlannedChange): CellChange {
  return {
    sheet: place.sheet,
    cell: place.cell,
    expected: now.formula ?? contentOf(now.value),
    content: typeof then.content === 'bigint' ? numberFromAmount(then.content) : then.content,
    numberFormat: { kind: 'asFigure', instead: then.numberFormat ?? 'General' },
  };
}
