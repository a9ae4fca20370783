/**
 * 单位换算: amounts were typed in another unit of money than the heading says. The return as it was typed, which is then turned
 * into the unit that is wanted like any other.
 */
import { parseAmount } from '../amount';
import type { CurrencyUnit, FormId } from '../forms/terms';
import { unitPower } from '../forms/terms';
import type { RecognisedReturn, RecognisedTable } from '../recognise/table';

/** By form, the unit in which a table was typed; nothing for a table that is as its heading says. */
export type TypedUnits = Readonly<Partial<Record<FormId, CurrencyUnit>>>;

/** A return whose tables are taken to be in the units in which they were typed; one that states none stays so. */
export function asTyped(unit: RecognisedReturn, typed: TypedUnits): RecognisedReturn {
  const tables = [...unit.tables].map(([form, table]): [FormId, RecognisedTable] => {
    const { heading } = table;
    const value = typed[form];
    if (value === undefined || heading.currencyUnit.value === null) return [form, table];
    const currencyUnit = { ...heading.currencyUnit, value };
    return [form, { ...table, heading: { ...heading, currencyUnit } }];
  });
  return { ...unit, tables: new Map(tables) };
}

/**
 * The unit in which amounts were typed that are `factor` times what they should be; null where no unit is so much.
 *
 * @param factor a power of ten as a decimal string
 */
export function unitTyped(stated: CurrencyUnit, factor: string): CurrencyUnit | null {
  const one = parseAmount('1');
  const times = parseAmount(factor);
  const units = Object.keys(unitPower) as CurrencyUnit[];
  const found = units.find((unit) => {
    const power = unitPower[stated] - unitPower[unit];
    const tens = 10n ** BigInt(Math.abs(power));
    return power === 0 ? false : power > 0 ? times === one * tens : times * tens === one;
  });
  return found ?? null;
}
