/** Which totals are not to the last digit what they should come to, and what do the sums give? */
import type { Amount } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { amountMeasures, budgetBlocks, unitPower } from '../forms/terms';
import type { Equality } from '../returns/equalities';
import {
  columnEqualities,
  crossTableEqualities,
  lineEqualities,
  sumOfParts,
} from '../returns/equalities';
import { agreeingTables } from '../returns/returnEqualities';
import type { Figure } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';

/** One sum that a total should be. Amounts are in the money unit of the total's sheet. */
export interface UnevenSum {
  /** Ways to add up that come to the same. */
  readonly directions: readonly Equality['direction'][];
  readonly computed: Amount;
  /** What is stated − computed. */
  readonly difference: Amount;
}

/** A total with every sum that it differs from. */
export interface UnevenTotal {
  readonly total: Figure;
  readonly sums: readonly UnevenSum[];
}

/** All equalities of a return's amounts that can be judged. */
export function amountEqualities(unit: UnitReturn): Equality[] {
  return [
    ...tablesOfReturn(unit).flatMap((table) => [
      ...lineEqualities(table),
      ...columnEqualities(table),
    ]),
    ...agreeingTables(unit).flatMap(({ first, second }) =>
      first.empty || second.empty ? [] : crossTableEqualities(first, second),
    ),
  ].filter(({ total }) => total.measure !== 'projectCount');
}

/** The totals of equalities that do not hold exactly, each once. */
export function unevenTotals(equalities: readonly Equality[]): UnevenTotal[] {
  return byTotal(equalities.map(comparedOf));
}

/** The totals of a return that do not hold exactly, those of tables in different money units too. */
export function unevenTotalsOf(unit: UnitReturn): UnevenTotal[] {
  return byTotal([...amountEqualities(unit).map(comparedOf), ...acrossMoneyUnits(unit)]);
}

interface Compared {
  readonly total: Figure;
  readonly direction: Equality['direction'];
  /** Null where it cannot be told. */
  readonly computed: Amount | null;
}

function comparedOf(equality: Equality): Compared {
  const { total, direction } = equality;
  return { total, direction, computed: sumOfParts(equality) };
}

function acrossMoneyUnits(unit: UnitReturn): Compared[] {
  return agreeingTables(unit).flatMap(({ first, second }) => {
    const [here, there] = [first.total, second.total];
    if (here === null || there === null || first.empty || second.empty) return [];
    if (first.currencyUnit === second.currencyUnit) return [];
    return budgetBlocks.flatMap((block) =>
      amountMeasures.map((measure): Compared => {
        const { amount } = there.figures[block][measure];
        const computed =
          amount === null ? null : converted(amount, second.currencyUnit, first.currencyUnit);
        return { total: here.figures[block][measure], direction: 'crossTable', computed };
      }),
    );
  });
}

function converted(amount: Amount, from: CurrencyUnit, to: CurrencyUnit): Amount {
  const power = unitPower[from] - unitPower[to];
  const tens = 10n ** BigInt(Math.abs(power));
  return power < 0 ? amount / tens : amount * tens;
}

function byTotal(compared: readonly Compared[]): UnevenTotal[] {
  const found = new Map<Figure, UnevenSum[]>();
  for (const { total, direction, computed } of compared) {
    if (total.amount === null || computed === null || total.amount === computed) continue;
    const sums = found.get(total) ?? [];
    found.set(total, sums);
    const at = sums.findIndex((sum) => sum.computed === computed);
    const alike = sums[at];
    if (alike === undefined) {
      sums.push({ directions: [direction], computed, difference: total.amount - computed });
    } else sums[at] = { ...alike, directions: [...alike.directions, direction] };
  }
  return [...found].map(([total, sums]) => ({ total, sums }));
}
