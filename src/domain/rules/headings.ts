/** Are the fields above the tables filled, alike in both tables, and credible? */
import type { HeadingCorrection, HeadingFieldName } from '../finding';
import { currencyUnitTitles } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import { cellAddress, cellAt } from '../grid';
import { comparableUnitName } from '../recognise/heading';
import { isPlaceholderName } from '../recognise/placeholderName';
import { headingContent } from '../recognise/headingChange';
import type { RecognisedTable } from '../recognise/table';
import { agreeingTables } from '../returns/returnEqualities';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { Outcome } from './outcome';
import { judged, undetermined } from './outcome';
import type { CheckSettings } from './settings';

/** The three fields in the order in which the form prints them. */
const headingFields: readonly HeadingFieldName[] = ['reportingUnit', 'fiscalYear', 'currencyUnit'];

/** Where a field stands; the table's first header cell where the sheet has no place for it. */
function fieldCell(table: RecognisedTable, field: HeadingFieldName): string {
  const { position } = table.heading[field];
  return position === null
    ? cellAddress(table.range.top, table.range.left)
    : cellAddress(position.row, position.column);
}

/** A field's value as it is compared, and as it is shown. */
function fieldValue(
  table: RecognisedTable,
  field: HeadingFieldName,
): { readonly comparable: string; readonly shown: string } | null {
  const { reportingUnit, fiscalYear, currencyUnit } = table.heading;
  switch (field) {
    case 'reportingUnit': {
      const { value } = reportingUnit;
      return value === null ? null : { comparable: comparableUnitName(value), shown: value };
    }
    case 'fiscalYear': {
      const { value } = fiscalYear;
      return value === null ? null : { comparable: String(value), shown: String(value) };
    }
    case 'currencyUnit': {
      const { value } = currencyUnit;
      return value === null ? null : { comparable: value, shown: currencyUnitTitles[value] };
    }
  }
}

/** The change after which a table states a unit or a year; none where it cannot be made. */
function correctionsTo(
  table: RecognisedTable,
  field: HeadingFieldName,
  wanted: string,
): HeadingCorrection[] {
  if (field === 'currencyUnit') return [];
  const changed = headingContent(table, field, wanted);
  if (changed === null) return [];
  const { row, column } = changed.at;
  const now = cellAt(table.grid, row, column)?.value;
  if (typeof now !== 'string' && typeof now !== 'number') return [];
  const { content } = changed;
  const cell = cellAddress(row, column);
  return [{ sheet: table.grid.name, cell, form: table.form, field, now, content }];
}

/** Whether a field says something; a sample's words for a name do not. */
function isStated({ heading }: RecognisedTable, field: HeadingFieldName): boolean {
  const { value } = heading[field];
  return value !== null && (field !== 'reportingUnit' || !isPlaceholderName(String(value)));
}

/** The change after which a table states what the unit's others do, all of them alike. */
function correctionFrom(
  unit: UnitReturn,
  table: RecognisedTable,
  field: HeadingFieldName,
): HeadingCorrection | null {
  const stated = tablesOfReturn(unit)
    .filter((other) => isStated(other.table, field))
    .flatMap((other) => fieldValue(other.table, field) ?? []);
  const [first, ...others] = stated;
  if (first === undefined || others.some((one) => one.comparable !== first.comparable)) return null;
  return correctionsTo(table, field, first.shown)[0] ?? null;
}

/** */
export function checkSameHeading(unit: UnitReturn, field: HeadingFieldName): Outcome[] {
  return agreeingTables(unit).map(({ first, second }) => {
    const here = fieldValue(first.table, field);
    const there = fieldValue(second.table, field);
    if (here === null || there === null) return undetermined('headingUnknown');
    return judged(
      here.comparable === there.comparable
        ? null
        : {
            sheet: first.sheet,
            cells: [fieldCell(first.table, field)],
            detail: {
              kind: 'headingMismatch',
              form: first.form,
              otherForm: second.form,
              field,
              here: here.shown,
              there: there.shown,
              otherSheet: second.sheet,
              otherCell: fieldCell(second.table, field),
              corrections: [
                ...correctionsTo(first.table, field, there.shown),
                ...correctionsTo(second.table, field, here.shown),
              ],
            },
          },
    );
  });
}

/** C-020. */
export function checkHeadingComplete(unit: UnitReturn): Outcome[] {
  return tablesOfReturn(unit).flatMap((stated) =>
    headingFields.map((field) =>
      judged(stated.table.heading[field].value === null ? missing(unit, stated, field) : null),
    ),
  );
}

/** C-025: a sample's words for a unit say of none which it is. */
export function checkUnitNamed(unit: UnitReturn): Outcome[] {
  const field = 'reportingUnit';
  return tablesOfReturn(unit)
    .filter(({ table }) => table.heading[field].value !== null)
    .map((stated) => judged(isStated(stated.table, field) ? null : missing(unit, stated, field)));
}

function missing(
  unit: UnitReturn,
  { table, sheet }: ReturnType<typeof tablesOfReturn>[number],
  field: HeadingFieldName,
) {
  return {
    sheet,
    cells: [fieldCell(table, field)],
    detail: {
      kind: 'headingMissing',
      form: table.form,
      field,
      text: table.heading[field].text,
      correction: correctionFrom(unit, table, field),
    },
  } as const;
}

/** C-070. */
export function checkYearFits(unit: UnitReturn, settings: CheckSettings): Outcome[] {
  const { yearsBack } = roundRequirements[settings.round];
  const thisYear = settings.today.year;
  const expected = yearsBack === null ? null : thisYear - yearsBack;
  return tablesOfReturn(unit).flatMap(({ table, sheet }) => {
    const year = table.heading.fiscalYear.value;
    // An unstated year is C-020's.
    if (year === null) return [];
    const problem = yearProblem(year, thisYear, expected);
    return judged(
      problem === null
        ? null
        : {
            sheet,
            cells: [fieldCell(table, 'fiscalYear')],
            detail: { kind: 'year', form: table.form, year, expected, problem },
          },
    );
  });
}

function yearProblem(
  year: number,
  thisYear: number,
  expected: number | null,
): 'future' | 'notOver' | 'notThisRound' | null {
  if (year > thisYear) return 'future';
  if (expected === null) return year === thisYear ? 'notOver' : null;
  return year === expected ? null : 'notThisRound';
}
