/** How are amounts held so exactly that neither another unit of money nor fewer decimals loses any of them? */
import { AMOUNT_DECIMALS, absolute } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { unitPower } from '../forms/terms';
import type { Figure } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';

/** What amounts are turned into. */
export interface RoundingTarget {
  readonly currencyUnit: CurrencyUnit;
  /** Decimal places that are kept, from 0 to {@link AMOUNT_DECIMALS}. */
  readonly decimals: number;
}

/** Amounts as counts of a place so fine that every one of the return is whole. */
export interface ExactAmounts {
  readonly of: (figure: Figure) => bigint;
  /** One unit of the last place that is kept. */
  readonly step: bigint;
  /** How many of the counts make 10⁻¹² of the new money unit, as a fraction. */
  readonly held: { readonly numerator: bigint; readonly denominator: bigint };
}

export function exactAmounts(unit: UnitReturn, target: RoundingTarget): ExactAmounts {
  const powers = tablesOfReturn(unit).map(({ currencyUnit }) => unitPower[currencyUnit]);
  const newPower = unitPower[target.currencyUnit];
  // The finest place that occurs, as a power of ten of a yuan.
  const finest = Math.min(
    newPower - target.decimals,
    ...powers.map((power) => power - AMOUNT_DECIMALS),
  );
  const heldPower = newPower - AMOUNT_DECIMALS;
  return {
    of: ({ table, amount }) =>
      (amount ?? 0n) * tenTo(unitPower[table.currencyUnit] - AMOUNT_DECIMALS - finest),
    step: tenTo(newPower - target.decimals - finest),
    held: {
      numerator: tenTo(Math.max(0, heldPower - finest)),
      denominator: tenTo(Math.max(0, finest - heldPower)),
    },
  };
}

function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

/** Whole steps, rounded down. */
export function floorOf(amount: bigint, step: bigint): bigint {
  const quotient = amount / step;
  return amount < 0n && quotient * step !== amount ? quotient - 1n : quotient;
}

/** Half away from zero, in steps. */
export function nearestOf(amount: bigint, step: bigint): bigint {
  const steps = (absolute(amount) * 2n + step) / (step * 2n);
  return amount < 0n ? -steps : steps;
}
