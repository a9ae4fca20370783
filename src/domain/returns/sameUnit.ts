/** Does one unit stand several times for a year among a workbook's returns, perhaps with a former draft? */
import { comparableUnitName } from '../recognise/heading';
import type { UnitReturn } from './unitReturn';
import { tablesOfReturn } from './unitReturn';

/**
 * Groups of returns (their numbers) of one name and year, of at least two; names are compared as in X-020.
 * Returns that state no name, and halves with a table each, are not the same twice.
 */
export function sameUnits(units: readonly UnitReturn[]): number[][] {
  const groups = new Map<string, UnitReturn[]>();
  for (const unit of units) {
    const headings = tablesOfReturn(unit).map(({ table }) => table.heading);
    const name = headings.flatMap(({ reportingUnit }) => reportingUnit.value ?? [])[0];
    if (name === undefined) continue;
    const year = headings.flatMap(({ fiscalYear }) => fiscalYear.value ?? [])[0] ?? '';
    const key = `${year}|${comparableUnitName(name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return [...groups.values()]
    .filter((group) => {
      const forms = group.flatMap(({ tables }) => [...tables.keys()]);
      return new Set(forms).size < forms.length;
    })
    .map((group) => group.map(({ number }) => number));
}
