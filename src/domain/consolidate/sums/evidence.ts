/**
 * How much do figures say that one unit is the sum of others? Few round figures come to the same by
 * coincidence, the more so the more units there are to choose from. Measured in bits: those of the
 * figures that agree, less those of the choices that there were.
 */
import type { Amount } from '../../amount';
import { absolute } from '../../amount';
import type { Column, Parts } from './columns';

/** How sure it is that a unit is the sum of others. */
export type Sureness =
  /** It is, beyond doubt. */
  | 'certain'
  /** More likely than not; the user has to say. */
  | 'probable'
  /** It may be as well as not; the user has to say. */
  | 'unclear';

/** So many bits more than choices, and it is no coincidence. */
export const provingBits = 40;

/** So many bits more than choices, and a coincidence is less likely than a sum. */
const tellingBits = 8;

/** A sum with so many figures is not made of a few round ones. */
const manyFigures = 12;

/** Columns by which equations are compared: some are enough to tell them apart. */
const mostCompared = 6;

/** The choices that there were when the parts of a total were looked for. */
export interface Choices {
  /** Columns that could have been totals. */
  readonly totals: number;
  /** Columns that could have been parts; null where only all of a group were tried together. */
  readonly candidates: number | null;
}

/** Bits by which a total's figures say more than there were choices. */
export function surplusBits(
  total: Column,
  parts: Parts,
  choices: Choices,
  agreeing: readonly number[] = total.filled,
): number {
  const chosen = choices.candidates === null ? 0 : subsetBits(choices.candidates, parts.size);
  return informationBits(total, parts, agreeing) - chosen - Math.log2(Math.max(1, choices.totals));
}

/** How sure a sum is that was found. */
export function surenessOf(
  total: Column,
  surplus: number,
  { isOnly, isGroup }: { readonly isOnly: boolean; readonly isGroup: boolean },
): Sureness {
  if (surplus >= (total.calling !== 'own' ? tellingBits : provingBits)) return 'certain';
  if (total.calling !== 'own') return 'probable';
  if (isGroup && total.filled.length >= manyFigures) return 'probable';
  return isOnly && surplus >= tellingBits ? 'probable' : 'unclear';
}

/**
 * Bits of the figures in some equations, each value once and without its trailing zeros. Equations in
 * which the parts stand to each other as in another say nothing new: proportional units have but one.
 */
function informationBits(total: Column, parts: Parts, agreeing: readonly number[]): number {
  const columns = [...parts.keys()];
  // Of each pattern the figure that says most.
  const best = new Map<string, string>();
  for (const at of agreeing) {
    const figure = total.figures[at] ?? 0n;
    if (figure === 0n) continue;
    const digits = digitsOf(figure);
    const pattern = patternOf(columns, at) ?? digits;
    const before = best.get(pattern);
    if (before === undefined || Number(digits) > Number(before)) best.set(pattern, digits);
  }
  return [...new Set(best.values())].reduce((bits, digits) => bits + Math.log2(Number(digits)), 0);
}

/** How the parts stand to each other in an equation; null where only one has a figure there. */
function patternOf(columns: readonly Column[], at: number): string | null {
  const there = columns.filter(({ figures }) => figures[at] !== 0n).slice(0, mostCompared);
  if (there.length < 2) return null;
  const figures = there.map((column) => column.figures[at] ?? 0n);
  const divisor = figures.reduce((so, figure) => greatestDivisor(so, absolute(figure)), 0n);
  return there.map((column, index) => `${column.at}×${(figures[index] ?? 0n) / divisor}`).join();
}

function greatestDivisor(a: Amount, b: Amount): Amount {
  let [greater, less] = [a, b];
  while (less !== 0n) [greater, less] = [less, greater % less];
  return greater;
}

function digitsOf(figure: Amount): string {
  return absolute(figure).toString().replace(/0+$/, '');
}

/** log₂ of the number of subsets of a size. */
export function subsetBits(count: number, size: number): number {
  let bits = 0;
  for (let at = 1; at <= Math.min(size, count - size); at += 1) {
    bits += Math.log2((count - at + 1) / at);
  }
  return bits;
}
