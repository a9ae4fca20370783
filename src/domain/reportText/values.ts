/** How are the tables' figures compared and shown in a text? As exact fractions, rounded last. */
import { AMOUNT_DECIMALS, absolute } from '../amount';
import { unitPower } from '../forms/terms';
import type { Figure } from '../returns/tableView';

/** A fraction, its denominator above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** 10 to a power from 0. */
export function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

/**
 * A figure in a unit of 10^`power` yuan, a count in one; null where the table does not say in which
 * unit its amounts are.
 */
export function valueOf({ amount, measure, table }: Figure, power: number): Ratio | null {
  const numerator = amount ?? 0n;
  if (measure === 'projectCount') return { numerator, denominator: tenTo(AMOUNT_DECIMALS) };
  if (table.table.heading.currencyUnit.value === null) return null;
  return {
    numerator: numerator * tenTo(unitPower[table.currencyUnit]),
    denominator: tenTo(AMOUNT_DECIMALS + power),
  };
}

/** What part is of the whole, in per cent; null where the whole is nothing or less. */
export function percentOf(part: Figure, whole: Figure): Ratio | null {
  const [numerator, denominator] = [inYuan(part), inYuan(whole)];
  return denominator > 0n ? { numerator: numerator * 100n, denominator } : null;
}

function inYuan({ amount, measure, table }: Figure): bigint {
  return (amount ?? 0n) * (measure === 'projectCount' ? 1n : tenTo(unitPower[table.currencyUnit]));
}

/** Half away from zero, as a count of the last place. */
export function roundedTo({ numerator, denominator }: Ratio, decimals: number): bigint {
  const scaled = absolute(numerator) * tenTo(decimals);
  const whole = (scaled * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -whole : whole;
}

/** Rounded, with all its places: `41528.10`. */
export function shownDecimal(value: Ratio, decimals: number): string {
  return decimalText(roundedTo(value, decimals), decimals);
}

/** A count of the last place as a decimal. */
export function decimalText(digits: bigint, decimals: number): string {
  const text = absolute(digits)
    .toString()
    .padStart(decimals + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return sign + (decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`);
}
