/** The user has seen what a corrected file changes in a result, and wants it written. */
import type { Result } from '../../domain/result';
import { failure, success } from '../../domain/result';
import type { CellChange, CellStep } from '../cellChange';
import type { CellReference } from '../cellContent';
import type { Reads, Writes } from '../ports';
import type { UndoKept, UndoLog } from '../undoLog';
import type { WriteFailure } from '../writeFailure';
import { readProgress } from '../writeFailure';

/** What came of it. */
export interface ReplaceOutcome {
  readonly written: readonly CellReference[];
  /** Left alone: something else stands there than was read. */
  readonly left: readonly CellReference[];
  /** Null where nothing was written. */
  readonly undo: UndoKept | null;
}

/** Writes the changed cells alone; they can be had back with undoLast. */
export async function writeReplacement(
  workbook: Reads & Writes,
  log: UndoLog,
  changes: readonly CellChange[],
): Promise<Result<ReplaceOutcome, WriteFailure>> {
  if (changes.length === 0) return success({ written: [], left: [], undo: null });
  await log.locate();
  const kept: { steps: readonly CellStep[]; id: string | null; undo: UndoKept | null } = {
    steps: [],
    id: null,
    undo: null,
  };
  const done = await workbook.writeCells(changes, (steps) => {
    const { record, kept: undo } = log.keep({
      command: 'consolidate',
      cells: steps.map(({ change: { sheet, cell }, before, after }) => ({
        sheet,
        cell,
        place: null,
        before,
        after,
      })),
      sheets: [],
    });
    Object.assign(kept, { steps, id: record.id, undo });
  });
  if (!done.ok) {
    const progress = await readProgress(workbook, kept.steps);
    // What was not answered may still be carried out.
    const mayFollow = done.fault.code === 'noAnswer';
    if (progress.kind === 'asBefore' && !mayFollow && kept.id !== null) log.drop(kept.id);
    return failure({ fault: done.fault, progress });
  }
  const places = (list: readonly CellReference[]) =>
    list.map(({ sheet, cell }) => ({ sheet, cell }));
  return success({
    written: places(done.value.made.map(({ change }) => change)),
    left: places(done.value.left),
    undo: kept.undo,
  });
}
