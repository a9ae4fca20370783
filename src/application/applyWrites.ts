/** The user has seen planned writes and wants them made: check, keep what stands, write, read back. */
import type { PlannedWrite } from '../domain/fill/plannedWrite';
import { verifyWrites } from '../domain/fill/verify';
import { isDateFormat } from '../domain/grid';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { viewReturns } from '../domain/returns/unitReturn';
import type { CellReference, CellSnapshot, CellWrite, WorkbookPort } from './ports';
import { contentOf } from './ports';
import type { UndoCommand, UndoKept, UndoLog } from './undoLog';
import type { WriteFailure } from './writeFailure';
import { whatStands } from './writeFailure';

/** What came of planned writes. */
export interface WriteOutcome {
  readonly written: readonly CellReference[];
  /** Not written because something there changed after they were shown. */
  readonly changed: readonly PlannedWrite[];
  /** How long it can be undone; null where nothing was written. */
  readonly undo: UndoKept | null;
}

/**
 * Makes the chosen writes. Cells that changed since they were planned are left and named. What is
 * overwritten is kept for undo before anything is written; where the write is interrupted, the
 * failure tells what stands, and what stood there can be had back with undoLast.
 */
export async function applyWrites(
  workbook: WorkbookPort,
  log: UndoLog,
  command: UndoCommand,
  chosen: readonly PlannedWrite[],
): Promise<Result<WriteOutcome, WriteFailure>> {
  if (chosen.length === 0) return success({ written: [], changed: [], undo: null });
  const names = [...new Set(chosen.map((write) => write.place.sheet))];
  const read = await workbook.readSheets(names);
  if (!read.ok) return failure({ fault: read.fault, stands: { kind: 'asBefore' } });
  const pairs = viewReturns(recogniseWorkbook(read.value).returns, read.value);
  const { valid, changed } = verifyWrites(chosen, pairs);
  if (valid.length === 0) return success({ written: [], changed, undo: null });

  const snapshots = await workbook.readCells(valid.map(({ place }) => referenceOf(place)));
  if (!snapshots.ok) return failure({ fault: snapshots.fault, stands: { kind: 'asBefore' } });
  const steps = valid.flatMap((write, index) => {
    const before = snapshots.value[index];
    return before !== undefined && holdsStill(write, before) ? [{ write, before }] : [];
  });
  const left = [
    ...changed,
    ...valid.filter((write) => !steps.some((step) => step.write === write)),
  ];
  if (steps.length === 0) return success({ written: [], changed: left, undo: null });

  const writes = steps.map(({ write, before }) => cellWrite(write, before));
  const { record, kept } = log.keep({
    command,
    cells: steps.map(({ write, before }, index) => ({
      ...referenceOf(write.place),
      place: write.place,
      before: { content: before.content, numberFormat: before.numberFormat },
      after: {
        content: write.then.content,
        numberFormat: writes[index]?.numberFormat ?? before.numberFormat,
      },
    })),
    sheets: [],
  });
  const written = await workbook.writeCells(writes);
  if (!written.ok) {
    const stands = await whatStands(workbook, writes);
    // What was not answered may still be carried out.
    if (stands.kind === 'asBefore' && written.fault.code !== 'noAnswer') log.drop(record.id);
    return failure({ fault: written.fault, stands });
  }
  return success({
    written: steps.map(({ write }) => referenceOf(write.place)),
    changed: left,
    undo: kept,
  });
}

function referenceOf({ sheet, cell }: CellReference): CellReference {
  return { sheet, cell };
}

/** The cell's own content, read exactly, is what was shown. */
function holdsStill({ now }: PlannedWrite, before: CellSnapshot): boolean {
  return before.content === (now.formula ?? contentOf(now.value));
}

/** A figure in a cell formatted as text or as a date would not be one: such a format gives way. */
function cellWrite({ place, then }: PlannedWrite, before: CellSnapshot): CellWrite {
  const gives = before.numberFormat === '@' || isDateFormat(before.numberFormat);
  return {
    ...referenceOf(place),
    content: then.content,
    numberFormat: gives ? (then.numberFormat ?? 'General') : null,
  };
}
