/** Which forms does a unit file, and which of their totals must agree? */
import type { EditionId, Form, FormSet } from './form';
import { table1 } from './table1';
import { table2 } from './table2';
import type { FormId } from './terms';

/** The same projects by service area and by kind of service. */
export const officialForms: FormSet = {
  forms: [table1, table2],
  needed: ['table1', 'table2'],
  agreeing: [['table1', 'table2']],
};

/** The ids of the official forms, in their order. */
export const officialFormIds: readonly FormId[] = officialForms.forms.map(({ id }) => id);

/** The form with this id. */
export function formById(id: FormId, { forms }: FormSet = officialForms): Form {
  const form = forms.find((entry) => entry.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

/** How an edition is called in messages. */
export function editionTitle(id: EditionId): string {
  const editions = officialForms.forms.flatMap((form) => form.editions);
  return editions.find((edition) => edition.id === id)?.title ?? id;
}

/** 统计表1: a form's short name, as on the sheets of a template. */
export function formSheetName(id: FormId): string {
  return officialForms.forms.find((form) => form.id === id)?.sheetName ?? id;
}
