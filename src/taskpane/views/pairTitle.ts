/** Of whom, of when and in which unit are the figures of a pair? */
import type { TablePair } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { Language } from '../../wording/language';
import type { PaneTexts } from '../../wording/pane';
import { unitName } from '../../wording/terms';

/** Reporting unit, fiscal year and currency unit, as the first of the tables states them. */
export function pairTitle(pair: TablePair, { scope }: PaneTexts, language: Language): string {
  const [first] = tablesOf(pair);
  if (first === undefined) return '';
  const { reportingUnit, fiscalYear, currencyUnit } = first.heading;
  return [
    reportingUnit.value ?? scope.unitUnknown,
    fiscalYear.value === null ? scope.yearUnknown : scope.year(fiscalYear.value),
    currencyUnit.value === null ? scope.currencyUnknown : unitName(currencyUnit.value, language),
  ].join(' · ');
}
