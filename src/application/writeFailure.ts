/** A write was interrupted: how far did it come? */
import type { HostFault } from '../domain/fault';
import { sameNumberFormat } from '../domain/formulas/numberFormat';
import type { CellStep } from './cellChange';
import type { CellReference } from './cellContent';
import { sameContent } from './cellContent';
import type { Reads } from './ports';

/** How far an interrupted write came. */
export type WriteProgress =
  /** Nothing was changed. */
  | { readonly kind: 'asBefore' }
  /** These cells were written, and those not. */
  | {
      readonly kind: 'partly';
      readonly written: readonly CellReference[];
      readonly notWritten: readonly CellReference[];
    }
  /** Everything was written; only the confirmation is missing. */
  | { readonly kind: 'written' }
  /** The cells could not be read again. What stood there is kept and can be had back. */
  | { readonly kind: 'unknown' };

/** A fault during a write, and how far it came. */
export interface WriteFailure {
  readonly fault: HostFault;
  readonly progress: WriteProgress;
}

/** Reads cells that were to be changed, and tells which hold what was meant. */
export async function readProgress(
  workbook: Reads,
  steps: readonly CellStep[],
): Promise<WriteProgress> {
  if (steps.length === 0) return { kind: 'asBefore' };
  const read = await workbook.readCells(steps.map(({ change }) => change));
  if (!read.ok) return { kind: 'unknown' };
  const written: CellReference[] = [];
  const notWritten: CellReference[] = [];
  steps.forEach(({ change: { sheet, cell }, after }, index) => {
    const found = read.value[index];
    const holds =
      found !== undefined &&
      sameContent(found.content, after.content) &&
      sameNumberFormat(found.numberFormat, after.numberFormat);
    (holds ? written : notWritten).push({ sheet, cell });
  });
  if (notWritten.length === 0) return { kind: 'written' };
  return written.length === 0 ? { kind: 'asBefore' } : { kind: 'partly', written, notWritten };
}
