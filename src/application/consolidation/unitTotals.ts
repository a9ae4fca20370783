/** By which two figures are versions of a unit told apart at a glance? */
import type { Amount } from '../../domain/amount';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import { sourceColumns } from '../../domain/consolidate/takenUnit';
import type { CurrencyUnit, Measure } from '../../domain/forms/terms';
import { unitPower } from '../../domain/forms/terms';

/** Of the first table: all projects, and all that was budgeted, in the unit's own money unit. */
export interface UnitTotals {
  readonly projects: Amount;
  readonly budgeted: Amount;
  readonly currencyUnit: CurrencyUnit;
}

export function unitTotals({ tables, currencyUnit }: TakenUnit): UnitTotals {
  const [first] = tables.values();
  const own = currencyUnit ?? 'tenThousandYuan';
  const sum = (measure: Measure) =>
    (first?.lines ?? [])
      .flatMap(({ figures }) => figures.filter((_, at) => sourceColumns[at]?.measure === measure))
      .reduce<Amount>((total, figure) => total + (figure ?? 0n), 0n);
  return {
    projects: sum('projectCount'),
    budgeted: sum('budgeted') / 10n ** BigInt(unitPower[own]),
    currencyUnit: own,
  };
}
