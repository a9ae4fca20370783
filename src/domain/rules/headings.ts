/** Are the fields above the tables filled, alike in both tables, and credible? */
import type { HeadingFieldName } from '../finding';
import { currencyUnitTitles } from '../forms/terms';
import { roundRequirements } from '../forms/rounds';
import { cellAddress } from '../grid';
import { comparableUnitName } from '../recognise/heading';
import type { RecognisedTable } from '../recognise/table';
import type { Rule } from './catalogue';
import type { Outcomes } from './outcomes';
import type { CheckSettings } from './settings';
import type { PairView } from './view';
import { viewsOf } from './view';

/** The three fields in the order in which the form prints them. */
const headingFields: readonly HeadingFieldName[] = ['reportingUnit', 'fiscalYear', 'currencyUnit'];

/** Where a field stands; the table's first header cell where the sheet has no place for it. */
function fieldCell(table: RecognisedTable, field: HeadingFieldName): string {
  const { cell } = table.heading[field];
  return cell === null
    ? cellAddress(table.range.top, table.range.left)
    : cellAddress(cell.row, cell.column);
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

/** */
export function checkSameHeading(
  rule: Rule,
  field: HeadingFieldName,
  pair: PairView,
  outcomes: Outcomes,
): void {
  const { table1, table2 } = pair;
  if (table1 === null || table2 === null) return;
  const here = fieldValue(table1.table, field);
  const there = fieldValue(table2.table, field);
  if (here === null || there === null) {
    outcomes.undetermined();
    return;
  }
  const same = here.comparable === there.comparable;
  outcomes.settle(
    rule,
    same
      ? null
      : {
          sheet: table1.table.grid.name,
          cells: [fieldCell(table1.table, field)],
          stated: null,
          computed: null,
          difference: null,
          detail: {
            kind: 'headingMismatch',
            field,
            here: here.shown,
            there: there.shown,
            otherSheet: table2.table.grid.name,
          },
        },
  );
}

/** C-020. */
export function checkHeadingComplete(rule: Rule, pair: PairView, outcomes: Outcomes): void {
  for (const { table } of viewsOf(pair)) {
    for (const field of headingFields) {
      const stated = table.heading[field];
      outcomes.settle(
        rule,
        stated.value !== null
          ? null
          : {
              sheet: table.grid.name,
              cells: [fieldCell(table, field)],
              stated: null,
              computed: null,
              difference: null,
              detail: { kind: 'headingMissing', field, text: stated.text },
            },
      );
    }
  }
}

/** C-070. */
export function checkYearFits(
  rule: Rule,
  pair: PairView,
  settings: CheckSettings,
  outcomes: Outcomes,
): void {
  const { yearsBack } = roundRequirements[settings.round];
  const thisYear = settings.today.year;
  const expected = yearsBack === null ? null : thisYear - yearsBack;
  for (const { table } of viewsOf(pair)) {
    const year = table.heading.fiscalYear.value;
    // An unstated year is C-020's.
    if (year === null) continue;
    const problem = yearProblem(year, thisYear, expected);
    outcomes.settle(
      rule,
      problem === null
        ? null
        : {
            sheet: table.grid.name,
            cells: [fieldCell(table, 'fiscalYear')],
            stated: String(year),
            computed: expected === null ? null : String(expected),
            difference: null,
            detail: { kind: 'year', year, expected, problem },
          },
    );
  }
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
