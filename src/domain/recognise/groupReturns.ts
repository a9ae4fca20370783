/** Which tables belong to one unit and year? */
import type { FormSet } from '../forms/form';
import { comparableUnitName } from './heading';
import type { RecognisedReturn, RecognisedTable, ReturnSource } from './table';

type Matches = (a: RecognisedTable, b: RecognisedTable) => boolean;

/** How tables are matched, the surest first; what is left stands alone. */
const matchings: readonly Matches[] = [
  (a, b) => sameUnit(a, b) && sameYear(a, b),
  (a, b) => sameUnit(a, b),
  (a, b) => unstated(a, b) && !differentYear(a, b),
  () => true,
];

/**
 * Matches tables of different forms by unit and year, then by unit, then by neighbourhood.
 *
 * @param tables in the order of the sheets, and from top to bottom within a sheet
 */
export function groupReturns(
  tables: readonly RecognisedTable[],
  forms: FormSet,
  source: ReturnSource,
): RecognisedReturn[] {
  const groups = tables.map((_, index) => [index]);
  const formsOf = (index: number) => (groups[index] ?? []).map((member) => tables[member]?.form);
  for (const matches of matchings) {
    tables.forEach((table, index) => {
      for (const { id } of forms.forms) {
        // What precedes has looked for its own already.
        const other = following(tables, index, (candidate, at) => {
          const own = formsOf(index);
          return (
            candidate.form === id &&
            !formsOf(at).some((form) => own.includes(form)) &&
            matches(table, candidate)
          );
        });
        if (other !== null) join(groups, index, other);
      }
    });
  }
  const times = new Map<string, number>();
  return [...new Set(groups)].map((members, index) => {
    const own = new Map(
      forms.forms.flatMap(({ id }) =>
        members
          .flatMap((member) => tables[member] ?? [])
          .filter((table) => table.form === id)
          .map((table) => [id, table] as const),
      ),
    );
    const name = nameOf([...own.values()]);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return {
      number: index + 1,
      id: time === 1 ? name : `${name}#${time}`,
      source,
      forms,
      tables: own,
    };
  });
}

/** Unit and year, by the first table that states them. */
function nameOf(tables: readonly RecognisedTable[]): string {
  const unit = tables.map(unitOf).find((name) => name !== null);
  const year = tables.map(({ heading }) => heading.fiscalYear.value).find((one) => one !== null);
  return `${unit ?? ''}·${year ?? ''}`;
}

/** Makes one group of two; every member of both has it afterwards. */
function join(groups: number[][], first: number, second: number): void {
  const joined = [...(groups[first] ?? []), ...(groups[second] ?? [])];
  for (const member of joined) groups[member] = joined;
}

/** The nearest table after one that fits. */
function following(
  tables: readonly RecognisedTable[],
  from: number,
  fits: (candidate: RecognisedTable, index: number) => boolean,
): number | null {
  const found = tables.findIndex((candidate, index) => index > from && fits(candidate, index));
  return found < 0 ? null : found;
}

function unitOf(table: RecognisedTable): string | null {
  const { value } = table.heading.reportingUnit;
  return value === null ? null : comparableUnitName(value);
}

function sameUnit(a: RecognisedTable, b: RecognisedTable): boolean {
  return unitOf(a) !== null && unitOf(a) === unitOf(b);
}

function sameYear(a: RecognisedTable, b: RecognisedTable): boolean {
  const { value } = a.heading.fiscalYear;
  return value !== null && value === b.heading.fiscalYear.value;
}

/** At least one of the two names no unit. */
function unstated(a: RecognisedTable, b: RecognisedTable): boolean {
  return unitOf(a) === null || unitOf(b) === null;
}

function differentYear(a: RecognisedTable, b: RecognisedTable): boolean {
  const [first, second] = [a.heading.fiscalYear.value, b.heading.fiscalYear.value];
  return first !== null && second !== null && first !== second;
}
