/** Are the recognised tables of the unit in sight listed? */
import type { WorkbookReport } from '../../application/report/report';
import type { FormId } from '../../domain/forms/terms';
import type { RecognisedReturn } from '../../domain/recognise/table';
import { tablesOf } from '../../domain/recognise/table';
import type { UnitChoice } from '../state/paneState';
import { unitInSight } from '../state/paneState';

/** As it seems useful, or as the user wants it. */
export type ScopeChoice = 'asNeeded' | 'shown' | 'hidden';

/** Id of the element that lists the recognised tables, for the button that unfolds it. */
export const scopeId = 'recognised-tables';

/** The tables that are listed: by themselves those of a unit that lacks one, or states two things. */
export function scopeInSight(
  report: WorkbookReport,
  choice: UnitChoice,
  scope: ScopeChoice,
): RecognisedReturn | null {
  const tables = unitInSight(report, choice)?.tables ?? null;
  if (tables === null || scope === 'hidden') return null;
  return scope === 'shown' || !isAllWell(tables) ? tables : null;
}

/** What is filed, and what should be. */
export function formsShown({ forms, tables }: RecognisedReturn): FormId[] {
  return forms.forms
    .map(({ id }) => id)
    .filter((id) => tables.has(id) || forms.needed.includes(id));
}

function isAllWell(one: RecognisedReturn): boolean {
  const headings = tablesOf(one).map(({ heading: { reportingUnit, fiscalYear, currencyUnit } }) =>
    JSON.stringify([reportingUnit.value, fiscalYear.value, currencyUnit.value]),
  );
  return new Set(headings).size < 2 && formsShown(one).every((form) => one.tables.has(form));
}
