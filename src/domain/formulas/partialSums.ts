/** Which of its cells does SUBTOTAL or AGGREGATE add up, where it sums? */
import type { Formula } from './parse';

/** A sum that may leave rows and other such sums out. */
export interface PartialSum {
  /** What is added up. */
  readonly args: readonly Formula[];
  /** Rows that it leaves out: those hidden in any way, those that a filter hides, or none. */
  readonly leavesOut: 'hidden' | 'filtered' | 'none';
  /** Whether the results of other such sums count. */
  readonly countsOthers: boolean;
}

/** AGGREGATE's options; it may pass over hidden rows, error values and other such sums. */
const options: Readonly<Record<string, Omit<PartialSum, 'args'>>> = {
  '0': { leavesOut: 'none', countsOthers: false },
  '1': { leavesOut: 'hidden', countsOthers: false },
  '2': { leavesOut: 'none', countsOthers: false },
  '3': { leavesOut: 'hidden', countsOthers: false },
  '4': { leavesOut: 'none', countsOthers: true },
  '5': { leavesOut: 'hidden', countsOthers: true },
  '6': { leavesOut: 'none', countsOthers: true },
  '7': { leavesOut: 'hidden', countsOthers: true },
};

/** Null for another function, or one that does not sum. */
export function partialSum(name: string, args: readonly Formula[]): PartialSum | null {
  const [code, second] = args;
  if (code?.kind !== 'number') return null;
  if (name === 'SUBTOTAL') {
    if (code.text !== '9' && code.text !== '109') return null;
    const leavesOut = code.text === '109' ? 'hidden' : 'filtered';
    return { args: args.slice(1), leavesOut, countsOthers: false };
  }
  if (name !== 'AGGREGATE' || code.text !== '9' || second?.kind !== 'number') return null;
  const option = options[second.text];
  return option === undefined ? null : { args: args.slice(2), ...option };
}

/** Whether a cell's formula is such a sum itself. */
export function isPartialSum(formula: string | null): boolean {
  return /^=(?:SUBTOTAL|AGGREGATE)\(/i.test(formula ?? '');
}
