/**
 * Which equalities must a unit's return satisfy? Data, made once: rules judge them, diagnosis explains
 * those that fail, filling writes their totals.
 */
import type { Equality } from './equalities';
import { columnEqualities, crossTableEqualities, lineEqualities } from './equalities';
import type { TableView } from './tableView';
import type { UnitReturn } from './unitReturn';
import { tablesOfReturn } from './unitReturn';

/** All equalities of a return: of each table, then between tables. */
export function equalitiesOf(unit: UnitReturn): readonly Equality[] {
  return [
    ...tablesOfReturn(unit).flatMap((table) => [
      ...lineEqualities(table),
      ...columnEqualities(table),
    ]),
    ...agreeingTables(unit).flatMap(({ first, second }) => crossTableEqualities(first, second)),
  ];
}

/** Tables of a return whose total lines must agree, as far as both are there. */
export function agreeingTables(
  unit: UnitReturn,
): { readonly first: TableView; readonly second: TableView }[] {
  return unit.forms.agreeing.flatMap(([one, other]) => {
    const [first, second] = [unit.tables.get(one), unit.tables.get(other)];
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
}
