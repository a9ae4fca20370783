/**
 * How is a figure held so that sums are exact?
 *
 * Excel stores doubles; what a user sees and means is the 15-significant-digit decimal. That decimal
 * is held as an integer count of 10⁻¹² of the sheet's unit and never added as floating point.
 */

/** A figure in units of 10⁻¹² of the sheet's currency unit (or of one, for project counts). */
export type Amount = bigint;

/** Decimal places that an {@link Amount} holds. */
export const AMOUNT_DECIMALS = 12;

/** Integers below this have at most the 15 digits that Excel shows. */
const SHOWN_IN_FULL = 1e15;

const powers = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));

/** 10 to the power of a whole number from 0. */
export function powerOfTen(power: number): bigint {
  return powers[power] ?? 10n ** BigInt(power);
}

const ONE = powerOfTen(AMOUNT_DECIMALS);

/** Nearly every figure has at most so many places: those are told by plain arithmetic. */
const QUICK_PLACES = 4;
const QUICK_SCALE = 10 ** QUICK_PLACES;

/** 10⁻`decimals` as an {@link Amount}; `decimals` from 0 to {@link AMOUNT_DECIMALS}. */
export function unitOfPlace(decimals: number): Amount {
  return powerOfTen(AMOUNT_DECIMALS - decimals);
}

/**
 * The amount of an Excel number, rounded half away from zero to `decimals` places.
 *
 * @param value a finite double as Excel stores it
 * @param decimals the finest place that counts, from 0 to {@link AMOUNT_DECIMALS}; what lies below
 *   is floating-point noise of a computed total, never a figure
 */
export function amountFromNumber(value: number, decimals: number = AMOUNT_DECIMALS): Amount {
  if (Number.isInteger(value) && Math.abs(value) < SHOWN_IN_FULL) return BigInt(value) * ONE;
  const quick = quickDigits(value);
  const amount =
    quick === null
      ? parseScientific(value.toPrecision(15))
      : BigInt(quick) * unitOfPlace(QUICK_PLACES);
  return roundToPlace(amount, decimals);
}

/**
 * A double in units of its {@link QUICK_PLACES}th place, where it is the nearest one to such a decimal
 * of at most 15 digits; null for all others.
 */
function quickDigits(value: number): number | null {
  const digits = Math.round(value * QUICK_SCALE);
  return digits / QUICK_SCALE === value && Math.abs(digits) < SHOWN_IN_FULL ? digits : null;
}

/** Number of decimal places in a double's 15-significant-digit decimal: 35956.4864 → 4. */
export function decimalPlaces(value: number): number {
  if (Number.isInteger(value)) return 0;
  const quick = quickDigits(value);
  if (quick !== null) {
    let places = QUICK_PLACES;
    for (let rest = quick; rest % 10 === 0; rest /= 10) places -= 1;
    return places;
  }
  const { digits, exponent } = significand(value.toPrecision(15));
  if (digits === 0n) return 0;
  let rest = digits;
  let places = -exponent;
  while (places > 0 && rest % 10n === 0n) {
    rest /= 10n;
    places -= 1;
  }
  return Math.max(0, places);
}

/** Rounds half away from zero to `decimals` places. */
export function roundToPlace(amount: Amount, decimals: number): Amount {
  if (decimals >= AMOUNT_DECIMALS) return amount;
  const unit = unitOfPlace(decimals);
  if (amount % unit === 0n) return amount;
  const half = unit / 2n;
  return amount < 0n ? -(((-amount + half) / unit) * unit) : ((amount + half) / unit) * unit;
}

/** The shortest exact decimal string: `"7580.924"`, `"-0.018"`, `"0"`; no separators. */
export function formatAmount(amount: Amount): string {
  return printDecimal(amount, -AMOUNT_DECIMALS);
}

/** The amount of a decimal string as {@link formatAmount} prints it: `"-0.018"`. */
export function parseAmount(decimal: string): Amount {
  return parseScientific(decimal);
}

/** The absolute value. */
export function absolute(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}

/** True when the amount is a whole number of units. */
export function isWhole(amount: Amount): boolean {
  return amount % ONE === 0n;
}

/** The sum of any number of amounts; zero of none. */
export function sumAmounts(amounts: Iterable<Amount>): Amount {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** What part one amount is of another, in hundredths of a percent, rounded half up; null of zero. */
export function basisPointsOf(amount: Amount, of: Amount): number | null {
  if (of === 0n) return null;
  const sign = amount < 0n === of < 0n ? 1 : -1;
  const [part, whole] = [absolute(amount), absolute(of)];
  return sign * Number((part * 20_000n + whole) / (2n * whole));
}

/** The nearest double, for writing a figure into a cell; exact decimals read back as the same amount. */
export function numberFromAmount(amount: Amount): number {
  return Number(formatAmount(amount));
}

interface Significand {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Splits `"1.5e-7"` or `"35956.4864000000"` into integer digits × 10^exponent. */
function significand(text: string): Significand {
  const [mantissa = '0', power = '0'] = text.split('e');
  const point = mantissa.indexOf('.');
  const places = point < 0 ? 0 : mantissa.length - point - 1;
  return {
    digits: BigInt(mantissa.replace('.', '')),
    exponent: Number(power) - places,
  };
}

function parseScientific(text: string): Amount {
  const { digits, exponent } = significand(text);
  const shift = exponent + AMOUNT_DECIMALS;
  if (shift >= 0) return digits * powerOfTen(shift);
  const divisor = powerOfTen(-shift);
  const half = divisor / 2n;
  return digits < 0n ? -((-digits + half) / divisor) : (digits + half) / divisor;
}

function printDecimal(digits: bigint, exponent: number): string {
  if (digits === 0n) return '0';
  const sign = digits < 0n ? '-' : '';
  const all = absolute(digits).toString();
  if (exponent >= 0) return sign + all + '0'.repeat(exponent);
  const padded = all.padStart(1 - exponent, '0');
  const whole = padded.slice(0, exponent);
  const fraction = padded.slice(exponent).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : '.' + fraction);
}
