/**
 * May a whole table stand one line low? Then its first line is blank, and its totals stand below it.
 *
 * The totals alone may stand there as well, and the first line be empty: every line would hold what belongs to the
 * one before in one case, its own in the other. No balance tells, so nothing of that table is put right, and nothing
 * is said of what the tables differ by.
 */
import { valueOf } from './system';
import type { DiagnosisUnit } from './types';

/** So much of the columns in use has a figure below: small counts are not read there. */
const COVERED = 0.5;
const FEWEST_COLUMNS = 3;

/** The tables with a blank first line, and figures below most columns that are used. */
export function tablesStandingLow({ systems, outside = [] }: DiagnosisUnit): ReadonlySet<number> {
  const below = outside.filter(({ column, line, value }) => {
    return column !== null && line === null && value !== 0n;
  });
  const tables = new Set(below.map(({ table }) => table));
  return new Set([...tables].filter((table) => isLow(systems, table, columnsBelow(below, table))));
}

function columnsBelow(
  below: NonNullable<DiagnosisUnit['outside']>,
  table: number,
): ReadonlySet<number | null> {
  return new Set(below.flatMap((one) => (one.table === table ? [one.column] : [])));
}

function isLow(
  systems: DiagnosisUnit['systems'],
  table: number,
  columns: ReadonlySet<number | null>,
): boolean {
  const used = systems.flatMap(({ figures }) =>
    figures.filter((figure) => figure.place.table === table),
  );
  const first = used.reduce((least, { place }) => Math.min(least, place.line), Infinity);
  const filled = used.filter((figure) => valueOf(figure) !== 0n);
  if (filled.some(({ place }) => place.line === first)) return false;
  const inUse = new Set(filled.map(({ place }) => place.column));
  const covered = [...inUse].filter((column) => columns.has(column)).length;
  return covered >= COVERED * inUse.size && covered >= FEWEST_COLUMNS;
}
