/**
 * Is a figure that is not certain all but the one that its words name? 按有关精神，预算 41528.11 万元 where the table has 41528.116: cut off
 * instead of rounded, or the same to the last 万元. No part of it is so near by chance; another column's figure may well be its own.
 */
import { absolute } from '../amount';
import type { JudgedClaim, Tables, UnjudgedClaim } from './judge';
import { judgeClaim } from './judge';
import { roundedTo, tenTo, valueOf } from './values';

/** Of fewer digits another figure may be the table's, cut off, by chance. */
const fewestDigits = 5;
/** In yuan: a part is hardly ever the whole but for so little. */
const nearest = 10_000n;
/** In yuan: of less it may be. */
const smallestWhole = 10_000_000n;

/** The figure, told to differ or to be doubtful; null where it may be another one. */
export function nearlyEqual(tables: Tables, { claim }: UnjudgedClaim): JudgedClaim | null {
  const { kind, digits, precision } = claim.quantity;
  const isLong = kind === 'amount' && String(digits).length >= fewestDigits;
  if (!isLong || precision !== 'exact') return null;
  for (const reading of claim.readings) {
    if (reading.kind !== 'figure') continue;
    const judged = judgeClaim(tables, { ...claim, readings: [reading], doubt: null });
    if ('reason' in judged) continue;
    if (judged.doubt?.kind === 'cutOff' || isWithin(judged)) return judged;
  }
  return null;
}

/** 41528.72 万元 of 41528.12 万元, as it is printed. */
function isWithin({ claim: { quantity }, figures, doubt }: JudgedClaim): boolean {
  const { digits, decimals, power } = quantity;
  const [figure] = figures;
  const value = figure === undefined ? null : valueOf(figure, power);
  if (value === null || doubt !== null) return false;
  const printed = roundedTo(value, decimals);
  const isBelow = (places: bigint, yuan: bigint) =>
    absolute(places) * tenTo(power) < yuan * tenTo(decimals);
  return isBelow(printed - digits, nearest) && !isBelow(printed, smallestWhole);
}
