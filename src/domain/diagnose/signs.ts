/**
 * Does a value show by itself that somebody slipped, or would any other value look as much like a slip?
 *
 * Where the balances do not tell one figure from another, only such a sign may.
 */
import { absolute, formatAmount, unitOfPlace, type Amount } from '../amount';
import type { DiagnosisSystem, SlipPattern } from './types';

/** Names of what shows no slip: any value would be called so. */
export const UNNAMED: readonly SlipPattern[] = ['unexplained', 'staleTotal'];

/** One digit more, less or another: of short numbers every second one is that near to another. */
const OF_ONE_DIGIT: readonly SlipPattern[] = ['substitution', 'omission', 'insertion'];

/** So many digits at most are too few to show it, noughts that both numbers end in left out. */
const FEW_DIGITS = 2;

/** Two counts of one thing may well differ by less. */
const COUNTED_OTHERWISE = unitOfPlace(0) * 10n;

/** Whether it is one digit that differs, or is there only once. */
export function isOfOneDigit(pattern: SlipPattern | undefined): boolean {
  return pattern !== undefined && OF_ONE_DIGIT.includes(pattern);
}

/** Whether a pattern between two values is more than chance; a blank that is filled shows it. */
export function showsSlip(
  pattern: SlipPattern | undefined,
  stated: Amount | null,
  meant: Amount,
  quantity: DiagnosisSystem['quantity'],
): boolean {
  if (pattern === undefined || UNNAMED.includes(pattern)) return false;
  if (!isOfOneDigit(pattern) || stated === null || stated === 0n) return true;
  if (quantity === 'count' && absolute(meant - stated) < COUNTED_OTHERWISE) return false;
  return digitsOf(stated, meant) > FEW_DIGITS;
}

/** The digits in which two numbers may differ. */
function digitsOf(one: Amount, other: Amount): number {
  const texts = [one, other].map((amount) => {
    const [whole = '', fraction = ''] = formatAmount(absolute(amount)).split('.');
    return { whole, fraction };
  });
  const places = Math.max(...texts.map(({ fraction }) => fraction.length));
  const digits = texts.map(({ whole, fraction }) =>
    (whole + fraction.padEnd(places, '0')).replace(/^0+/, ''),
  );
  const noughts = digits.map((text) => /0*$/.exec(text)?.[0].length ?? 0);
  return Math.max(...digits.map((text) => text.length)) - Math.min(...noughts);
}
