/**
 * How likely does a person who means one number type another, and by which slip?
 *
 * Slips happen in the decimal text as typed, so numbers are compared as digit strings in the sheet's
 * unit. Every pattern's share is spread evenly over the outcomes that it could have had: that a
 * swap of two digits leads to exactly the stated value is one case in six, that one wrong digit does
 * is one in sixty-three.
 */
import { AMOUNT_DECIMALS, absolute, formatAmount, unitOfPlace, type Amount } from '../amount';
import type { Priors } from './priors';
import type { SlipPattern } from './types';

/** Patterns that one figure alone can show. */
type SinglePattern = Exclude<
  SlipPattern,
  'swappedCells' | 'wrongLine' | 'staleTotal' | 'unexplained'
>;

/** One way to explain a stated value. */
export interface Slip {
  readonly pattern: SlipPattern;
  readonly likelihood: number;
}

/** Powers of ten and their share within decimalShift: where the point is misplaced. */
const DECIMAL_SHIFTS: readonly (readonly [number, number])[] = [
  [1, 0.3],
  [-1, 0.3],
  [2, 0.15],
  [-2, 0.15],
];

/** Powers of ten and their share within unitShift: typed × 10^power = meant in another unit. */
const UNIT_SHIFTS: readonly (readonly [number, number])[] = [
  [4, 0.5],
  [-4, 0.15],
  [3, 0.15],
  [-3, 0.1],
  [8, 0.05],
  [-8, 0.05],
];

/** Of a point that is left out altogether (497.922 → 497922), beside the shifts above. */
const LOST_POINT_SHARE = 0.1;

/** A number left blank, or 0 typed for it, as a share of one pattern. */
const LEFT_OUT_SHARE = 0.25;

/** Of two digits exchanged, so often one is a nought that is not kept: 2335.00 typed as 2330.50. */
const TRAILING_SHARE = 0.2;

const ONE = unitOfPlace(0);
/** Far more than a double of fifteen digits is off by. */
const ROUGH = 1e-9;

interface DecimalText {
  readonly whole: string;
  readonly fraction: string;
}

function decimalText(amount: Amount): DecimalText {
  const [whole = '0', fraction = ''] = formatAmount(absolute(amount)).split('.');
  return { whole, fraction };
}

/** The digits of `text` laid out with the given places before and after the point, or null. */
function laidOut(text: DecimalText, whole: number, fraction: number): string | null {
  const bare = text.whole === '0' ? '' : text.whole;
  if (bare.length > whole || text.fraction.length > fraction) return null;
  return bare.padStart(whole, '0') + text.fraction.padEnd(fraction, '0');
}

function transposition(meant: DecimalText, stated: DecimalText): number {
  const from = meant.whole + meant.fraction;
  const to = laidOut(stated, meant.whole.length, meant.fraction.length);
  if (to === null) return 0;
  let possible = 0;
  let matching = 0;
  for (let i = 0; i + 1 < from.length; i += 1) {
    if (from[i] === from[i + 1]) continue;
    possible += 1;
    const swapped = from.slice(0, i) + (from[i + 1] ?? '') + (from[i] ?? '') + from.slice(i + 2);
    if (swapped === to) matching += 1;
  }
  return possible === 0 ? 0 : matching / possible;
}

/** The same with noughts at the end that are typed, but not kept. */
function withNoughts(meant: DecimalText, stated: DecimalText): number {
  const places = Math.max(meant.fraction.length + 1, stated.fraction.length);
  if (places > 2) return 0;
  return transposition({ ...meant, fraction: meant.fraction.padEnd(places, '0') }, stated);
}

function substitution(meant: DecimalText, stated: DecimalText): number {
  const from = meant.whole + meant.fraction;
  const to = laidOut(stated, meant.whole.length, meant.fraction.length);
  if (to === null) return 0;
  let different = 0;
  for (let i = 0; i < from.length; i += 1) if (from[i] !== to[i]) different += 1;
  return different === 1 ? 1 / (9 * from.length) : 0;
}

/** In how many ways does leaving out one digit of `longer` give `shorter`? */
function removals(longer: DecimalText, shorter: DecimalText): number {
  let ways = 0;
  const wholeOnly = longer.whole.length - 1;
  const shortened = laidOut(shorter, wholeOnly, longer.fraction.length);
  if (shortened !== null) {
    for (let i = 0; i < longer.whole.length; i += 1) {
      const rest = longer.whole.slice(0, i) + longer.whole.slice(i + 1) + longer.fraction;
      if (rest === shortened) ways += 1;
    }
  }
  if (longer.fraction.length === 0) return ways;
  const trimmed = laidOut(shorter, longer.whole.length, longer.fraction.length - 1);
  if (trimmed === null) return ways;
  for (let i = 0; i < longer.fraction.length; i += 1) {
    const rest = longer.whole + longer.fraction.slice(0, i) + longer.fraction.slice(i + 1);
    if (rest === trimmed) ways += 1;
  }
  return ways;
}

function powerOfTenBetween(meant: Amount, stated: Amount): number | null {
  let [small, large, sign] = [absolute(meant), absolute(stated), 1];
  if (small > large) [small, large, sign] = [large, small, -1];
  let power = 0;
  while (small < large && power <= 12) {
    small *= 10n;
    power += 1;
  }
  return small === large && power > 0 ? sign * power : null;
}

/**
 * All single-figure slips that turn `meant` into `stated`.
 *
 * @param meant the value that would be right
 * @param stated the value in the cell; null for a blank
 * @param shares of the patterns among slips
 */
export function slipsFrom(
  meant: Amount,
  stated: Amount | null,
  shares: Priors['patterns'],
): readonly Slip[] {
  const typed = stated ?? 0n;
  if (meant === 0n || typed === meant) return [];
  const slips: Slip[] = [];
  const add = (pattern: SinglePattern, likelihood: number): void => {
    if (likelihood > 0) slips.push({ pattern, likelihood: shares[pattern] * likelihood });
  };
  const from = decimalText(meant);
  const length = from.whole.length + from.fraction.length;
  // Leaving out a number of one digit is leaving out a digit.
  const leftOut = length === 1 ? 1 : LEFT_OUT_SHARE;
  if (stated === null) {
    add('omission', leftOut);
    return slips;
  }
  if (meant === -typed) return [{ pattern: 'signFlip', likelihood: shares.signFlip }];
  if (typed !== 0n && meant < 0n !== typed < 0n) return [];
  const to = decimalText(typed);
  add('transposition', transposition(from, to) || TRAILING_SHARE * withNoughts(from, to));
  add('substitution', substitution(from, to));
  const removed = removals(from, to) / length;
  add('omission', typed === 0n ? Math.max(removed, leftOut) : removed);
  add('insertion', removals(to, from) / (10 * (length + 1)));
  const power = powerOfTenBetween(meant, typed);
  if (power !== null) {
    const lost = power > 0 && power === from.fraction.length ? LOST_POINT_SHARE : 0;
    const decimal = DECIMAL_SHIFTS.find(([shift]) => shift === power)?.[1] ?? 0;
    const unit = UNIT_SHIFTS.find(([shift]) => shift === power)?.[1] ?? 0;
    if (unit > 0) add('unitShift', unit + lost);
    else add('decimalShift', decimal + lost);
  }
  return slips;
}

/** Sizes that may lie within bounds as far as a double tells, in the sheet's unit, signs left out. */
interface RoughBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Values from which one slip leads to `stated`, for choosing within a rounding interval. Not every
 * value is plausible; {@link slipsFrom} tells how much.
 *
 * @param within those beyond need not be named
 */
export function meantValues(
  stated: Amount,
  within: { readonly low: Amount; readonly high: Amount },
): readonly Amount[] {
  const isNegative = stated < 0n;
  const values = new Set<Amount>([-stated]);
  const bounds = roughly(
    isNegative ? -within.high : within.low,
    isNegative ? -within.low : within.high,
  );
  eachMeant(decimalText(stated), bounds, (text, places) => {
    if (text === '' || places > AMOUNT_DECIMALS) return;
    const value = BigInt(text) * unitOfPlace(places);
    values.add(isNegative ? -value : value);
  });
  for (const [power] of [...DECIMAL_SHIFTS, ...UNIT_SHIFTS]) {
    const factor = 10n ** BigInt(Math.abs(power));
    if (power < 0) values.add(stated * factor);
    else if (stated % factor === 0n) values.add(stated / factor);
  }
  values.delete(stated);
  return [...values];
}

function roughly(low: Amount, high: Amount): RoughBounds {
  const [least, most] = [Number(low) / Number(ONE), Number(high) / Number(ONE)];
  const slack = ROUGH * (1 + Math.abs(least) + Math.abs(most));
  return { low: least - slack, high: most + slack };
}

/**
 * Tells what one digit exchanged, left out, replaced or put in may have made of a number: the digits, and how
 * many of them stand behind the point. What is far out of bounds is left out before its digits are put together.
 */
function eachMeant(
  { whole, fraction }: DecimalText,
  { low, high }: RoughBounds,
  tell: (text: string, places: number) => void,
): void {
  const digits = whole + fraction;
  const [length, places] = [digits.length, fraction.length];
  for (let i = 0; i <= length; i += 1) {
    const before = digits.slice(0, i);
    const next = digits.charAt(i);
    const after = digits.slice(i + 1);
    const inFraction = i >= whole.length;
    // What a one just before the next digit is worth, in units of the last place.
    const unit = 10 ** (length - i);
    const [head, tail, rest] = [Number(before) * unit, Number(after), Number(next + after)];
    const isWithin = (size: number, behind: number): boolean =>
      size >= low * 10 ** behind && size <= high * 10 ** behind;
    if (after !== '') {
      const exchanged = after.charAt(0) + next + after.slice(1);
      if (isWithin(head + Number(exchanged), places)) tell(before + exchanged, places);
    }
    const left = inFraction ? places - 1 : places;
    if (next !== '' && isWithin(head / 10 + tail, left)) tell(before + after, left);
    for (let digit = 0; digit <= 9; digit += 1) {
      if (next !== '' && isWithin(head + (digit * unit) / 10 + tail, places))
        tell(`${before}${digit}${after}`, places);
      const size = head * 10 + digit * unit + rest;
      if (i <= whole.length && isWithin(size, places))
        tell(`${before}${digit}${next}${after}`, places);
      if (inFraction && isWithin(size, places + 1))
        tell(`${before}${digit}${next}${after}`, places + 1);
    }
  }
}
