/** Of whom, of when and in which unit are the figures of a table? */
import type { RecognisedReturn, RecognisedTable } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { Language } from '../../wording/language';
import type { PaneTexts } from '../../wording/pane';
import { unitName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';

/** Reporting unit, fiscal year and currency unit, as the first of the tables states them. */
export function pairTitle(
  pair: RecognisedReturn,
  { scope }: Pick<PaneTexts, 'scope'>,
  language: Language,
): string {
  const [first] = tablesOf(pair);
  return first === undefined ? '' : tableTitle(first, { scope }, language);
}

/** The same of one table. */
export function tableTitle(
  { heading }: RecognisedTable,
  { scope }: Pick<PaneTexts, 'scope'>,
  language: Language,
): string {
  const { reportingUnit, fiscalYear, currencyUnit } = heading;
  return [
    reportingUnit.value === null ? scope.unitUnknown : visibleText(reportingUnit.value),
    fiscalYear.value === null ? scope.yearUnknown : scope.year(fiscalYear.value),
    currencyUnit.value === null ? scope.currencyUnknown : unitName(currencyUnit.value, language),
  ].join(' · ');
}
