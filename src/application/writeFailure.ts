/** A write was interrupted: what stands in the cells now? */
import type { HostFault } from '../domain/fault';
import { sameNumberFormat } from '../domain/formulas/numberFormat';
import type { CellStep } from './cellChange';
import type { CellReference } from './cellContent';
import { sameContent } from './cellContent';
import type { Reads } from './ports';

/** What stands after an interrupted write. */
export type WhatStands =
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

/** A fault during a write, and what stands. */
export interface WriteFailure {
  readonly fault: HostFault;
  readonly stands: WhatStands;
}

/** Reads cells that were to be changed, and tells which hold what was meant. */
export async function whatStands(workbook: Reads, steps: readonly CellStep[]): Promise<WhatStands> {
  if (steps.length === 0) return { kind: 'asBefore' };
  const read = await workbook.readCells(steps.map(({ change }) => change));
  if (!read.ok) return { kind: 'unknown' };
  const written: CellReference[] = [];
  const notWritten: CellReference[] = [];
  steps.forEach(({ change: { sheet, cell }, after }, index) => {
    const stands = read.value[index];
    const holds =
      stands !== undefined &&
      sameContent(stands.content, after.content) &&
      sameNumberFormat(stands.numberFormat, after.numberFormat);
    (holds ? written : notWritten).push({ sheet, cell });
  });
  if (notWritten.length === 0) return { kind: 'written' };
  return written.length === 0 ? { kind: 'asBefore' } : { kind: 'partly', written, notWritten };
}
