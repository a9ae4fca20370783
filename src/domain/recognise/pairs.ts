/** Which Table 1 and which Table 2 belong to the same unit? */
import { comparableUnitName } from './heading';
import type { RecognisedTable, TablePair } from './table';

/**
 * Matches tables by unit and year, then by unit, then by neighbourhood; what is left stands alone.
 *
 * @param tables in the order of the sheets, and from top to bottom within a sheet
 */
export function pairTables(tables: readonly RecognisedTable[]): TablePair[] {
  const partner = new Map<number, number>();
  const free = (index: number) => !partner.has(index);
  const join = (first: number, second: number) => {
    partner.set(first, second);
    partner.set(second, first);
  };

  const rules: ((a: RecognisedTable, b: RecognisedTable) => boolean)[] = [
    (a, b) => sameUnit(a, b) && sameYear(a, b),
    (a, b) => sameUnit(a, b),
    (a, b) => unstated(a, b) && !differentYear(a, b),
    () => true,
  ];
  for (const matches of rules) {
    tables.forEach((table, index) => {
      if (!free(index)) return;
      const other = nearest(tables, index, (candidate, at) => {
        return free(at) && candidate.form !== table.form && matches(table, candidate);
      });
      if (other !== null) join(index, other);
    });
  }

  const pairs: Omit<TablePair, 'number'>[] = [];
  tables.forEach((table, index) => {
    const other = partner.get(index);
    if (other !== undefined && other < index) return;
    const both = [table, other === undefined ? undefined : tables[other]];
    pairs.push({
      table1: both.find((entry) => entry?.form === 'table1') ?? null,
      table2: both.find((entry) => entry?.form === 'table2') ?? null,
    });
  });
  return pairs.map((pair, index) => ({ number: index + 1, ...pair }));
}

/** The nearest table that fits, one that follows before one that precedes. */
function nearest(
  tables: readonly RecognisedTable[],
  from: number,
  fits: (candidate: RecognisedTable, index: number) => boolean,
): number | null {
  for (let distance = 1; distance < tables.length; distance += 1) {
    for (const index of [from + distance, from - distance]) {
      const candidate = tables[index];
      if (candidate !== undefined && fits(candidate, index)) return index;
    }
  }
  return null;
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
