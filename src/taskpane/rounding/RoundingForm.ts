/** What is wanted of 舍位平衡 and 单位换算, wherever the wish comes from: the page, or an item of the list. */
import type { RoundingWish } from '../../application/roundTables';
import type { Finding } from '../../domain/finding';
import type { CurrencyUnit, FormId } from '../../domain/forms/terms';
import { fenDecimals } from '../../domain/forms/terms';
import type { UnitEvent } from '../../domain/rules/unitEvents';
import { unitTyped } from '../../domain/rounding/typedUnits';
import type { PaneControl } from '../control/PaneControl';

/** What is chosen on the page. */
export interface RoundingChoice {
  readonly pair: number;
  readonly currencyUnit: CurrencyUnit;
  readonly decimals: number;
  /** The unit in which the figures were typed; null: as the headings say. */
  readonly typedUnit: CurrencyUnit | null;
  /** The table that was; null: both. */
  readonly typedForm: FormId | null;
}

export class RoundingForm {
  #choice: RoundingChoice = {
    pair: 1,
    currencyUnit: 'tenThousandYuan',
    decimals: 2,
    typedUnit: null,
    typedForm: null,
  };
  readonly #listeners = new Set<() => void>();

  readonly get = (): RoundingChoice => this.#choice;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly choose = (change: Partial<RoundingChoice>): void => {
    this.#choice = { ...this.#choice, ...change };
    for (const listener of this.#listeners) listener();
  };
}

/** One for each pane. */
const forms = new WeakMap<PaneControl, RoundingForm>();

export function roundingFormOf(pane: PaneControl): RoundingForm {
  let own = forms.get(pane);
  if (own === undefined) {
    own = new RoundingForm();
    forms.set(pane, own);
  }
  return own;
}

/** The wish that a choice comes to. */
export function wishOf(choice: RoundingChoice, forms: readonly FormId[]): RoundingWish {
  const { pair, currencyUnit, decimals, typedUnit, typedForm } = choice;
  const typed = typedForm === null ? forms : [typedForm];
  return {
    pair,
    target: { currencyUnit, decimals },
    ...(typedUnit === null
      ? {}
      : { typed: Object.fromEntries(typed.map((form) => [form, typedUnit])) }),
  };
}

/** 单位换算 that puts a table right of which all amounts were typed in another unit; null where no unit is so much. */
export function conversionOfEvent({ pair, form, factor, detail, currencyUnit }: UnitEvent) {
  if (detail.kind !== 'scaled' || detail.scope !== 'table' || form === null || factor === null)
    return null;
  const typedUnit = unitTyped(currencyUnit, factor);
  return typedUnit === null ? null : conversion(pair, currencyUnit, typedUnit, form);
}

/** The same of tables whose amounts do not fit the unit that is stated; null for other findings. */
export function conversionOfDoubt(findings: readonly Finding[]): RoundingChoice | null {
  const [first, ...others] = findings;
  if (first?.detail.kind !== 'unitDoubt') return null;
  const { stated, likely, form } = first.detail;
  const isAlike = others.every(
    ({ detail, pair }) =>
      detail.kind === 'unitDoubt' &&
      pair === first.pair &&
      detail.stated === stated &&
      detail.likely === likely,
  );
  if (!isAlike) return null;
  return conversion(first.pair, stated, likely, others.length === 0 ? form : null);
}

/** Exact: to the last 分 of the unit that is stated. */
function conversion(
  pair: number,
  stated: CurrencyUnit,
  typedUnit: CurrencyUnit,
  typedForm: FormId | null,
): RoundingChoice {
  return { pair, currencyUnit: stated, decimals: fenDecimals[stated], typedUnit, typedForm };
}
