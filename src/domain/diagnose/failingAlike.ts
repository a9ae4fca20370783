/**
 * Do several measures fail in the same way? Then one act on a line, a project or a whole date is likelier
 * than a slip in each of them, and nobody can tell from the equalities which figure it was.
 */
import { absolute } from '../amount';
import type { Hypothesis } from './conclude';
import { failedOf, residualsOf } from './system';
import type { DiagnosisSystem, DiagnosisUnit } from './types';

/**
 * Do this measure and another one fail between the tables only? Then a project, or a date, may make
 * the difference, and no figure is accused, however well a slip would fit.
 */
export function failBetweenOnly({ systems }: DiagnosisUnit, index: number): boolean {
  const own = systems[index];
  return failsBetweenOnly(own) && systems.some((other) => other !== own && failsBetweenOnly(other));
}

/** Does this measure fail between the tables only? */
export function failsBetweenOnly(system: DiagnosisSystem | undefined): boolean {
  if (system === undefined) return false;
  const failed = failedOf(system);
  return failed.length > 0 && failed.every((at) => placesOf(system, at).isBetween);
}

/** Whether an equality compares tables. */
export function isBetweenTables(system: DiagnosisSystem, at: number): boolean {
  return placesOf(system, at).isBetween;
}

/** So many measures fail down the same table before that speaks of one act. */
const MEASURES_ALIKE = 3;

/**
 * Which of a measure's suspects stand where other measures fail in the same way, events undone: in the
 * same line, where it takes several figures to explain it, in a table of which only columns fail, or in
 * one of those columns while this measure has a slip besides? Slips do not do that time and again;
 * something was done to a line (left out, set one off, exchanged), and which one no equality tells.
 */
export function actIn(
  unit: DiagnosisUnit,
  source: Hypothesis,
  index: number,
  suspects: readonly number[],
): (figure: number) => boolean {
  return whereSuspected(unit, source, index, ({ table, line, column, own, ways }) => {
    const inLine = ways.filter(({ lines }) => lines.has(line)).length;
    const inTable = ways.filter(({ tables }) => tables.has(table)).length;
    const inColumn = ways.filter(
      (way) => way === own || (way.tables.has(table) && way.columns.has(column)),
    ).length;
    return (
      (suspects.length > 1 && own.lines.has(line) && inLine > 1) ||
      (own.tables.has(table) && inTable >= MEASURES_ALIKE) ||
      (suspects.length > 1 && own.columns.has(column) && inColumn >= MEASURES_ALIKE)
    );
  });
}

/**
 * Does another measure fail in the column of a suspect, or between the tables in its block, while no line tells which
 * figure of it is wrong? A project may make both, and a value that shows no slip is not accused.
 */
export function isTurnedByProject(
  unit: DiagnosisUnit,
  source: Hypothesis,
  index: number,
): (figure: number) => boolean {
  return whereSuspected(unit, source, index, ({ line, column, block, own, ways }) => {
    if (!own.columns.has(column) || own.lines.has(line)) return false;
    return ways.some((way) => way !== own && (way.columns.has(column) || way.between.has(block)));
  });
}

/** Where a suspect stands, and how its measure and all of them fail. */
interface Suspected {
  readonly table: number;
  readonly block: number;
  /** Its line and its column as {@link FailingWay} names them. */
  readonly line: string;
  readonly column: string;
  readonly own: FailingWay;
  readonly ways: readonly FailingWay[];
}

/** Asks something of each figure of a measure as it stands, events undone; false of what is no figure. */
function whereSuspected(
  { systems }: DiagnosisUnit,
  source: Hypothesis,
  index: number,
  isSo: (suspected: Suspected) => boolean,
): (figure: number) => boolean {
  const ways = systems.map((system, at) => failingWay(source.systems[at] ?? system));
  const own = ways[index];
  return (figure) => {
    const place = systems[index]?.figures[figure]?.place;
    if (place === undefined || own === undefined) return false;
    const { table, block } = place;
    const [line, column] = [`${table}|${place.line}`, `${table}|${block}`];
    return isSo({ table, block, line, column, own, ways });
  };
}

/** How a measure fails. */
interface FailingWay {
  /** Lines whose balance fails, total lines apart. */
  readonly lines: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
  /** Tables of which only columns fail. */
  readonly tables: ReadonlySet<number>;
  /** Blocks that fail between the tables. */
  readonly between: ReadonlySet<number>;
}

function failingWay(system: DiagnosisSystem | undefined): FailingWay {
  const between = new Set<number>();
  const lines = new Set<string>();
  const columns = new Set<string>();
  const inColumns = new Set<number>();
  const inLines = new Set<number>();
  if (system === undefined) return { lines, columns, tables: inColumns, between };
  const totalLines = new Set<string>();
  system.equalities.forEach((_, at) => {
    const { table, line, direction } = placesOf(system, at);
    if (direction === 'column') totalLines.add(`${table}|${line}`);
  });
  for (const at of failedOf(system)) {
    if (!isBeyondTolerance(system, at) || isUndecided(system, at)) continue;
    const { table, line, block, direction, isBetween } = placesOf(system, at);
    if (isBetween) between.add(block);
    if (isBetween) continue;
    if (direction === 'column') columns.add(`${table}|${block}`);
    const isTotalLine = totalLines.has(`${table}|${line}`);
    if (direction === 'column') inColumns.add(table);
    else if (!isTotalLine || !followsColumn(system, at)) inLines.add(table);
    if (direction === 'line' && !isTotalLine) lines.add(`${table}|${line}`);
  }
  const tables = new Set([...inColumns].filter((table) => !inLines.has(table)));
  return { lines, columns, tables, between };
}

/** Whether an equality's total is a formula down its column, so that the columns beside it may be off. */
function followsColumn({ figures, equalities }: DiagnosisSystem, at: number): boolean {
  const figure = figures[equalities[at]?.total ?? -1];
  return figure?.kind === 'formula' && figure.definedBy !== at;
}

/** Whether a figure of the equality is no number, waits for another cause, or is a wrong formula's. */
function isUndecided({ figures, equalities }: DiagnosisSystem, at: number): boolean {
  const { total = -1, parts = [] } = equalities[at] ?? {};
  return [total, ...parts].some((each) => {
    const figure = figures[each];
    return (
      figure?.isNoNumber === true || figure?.kind === 'free' || figure?.kind === 'wrongFormula'
    );
  });
}

/** Where an equality's total stands, and whether it adds up a line, a column, or compares tables. */
function placesOf(
  { figures, equalities }: DiagnosisSystem,
  at: number,
): {
  readonly table: number;
  readonly line: number;
  readonly block: number;
  readonly direction: 'line' | 'column';
  readonly isBetween: boolean;
} {
  const { total = -1, parts = [] } = equalities[at] ?? {};
  const [own, part] = [figures[total]?.place, figures[parts[0] ?? -1]?.place];
  return {
    table: own?.table ?? -1,
    line: own?.line ?? -1,
    block: own?.block ?? -1,
    direction: own?.line === part?.line ? 'line' : 'column',
    isBetween: own?.table !== part?.table,
  };
}

/** Whether an equality is off by more than rounding explains. */
export function isBeyondTolerance(system: DiagnosisSystem, index: number): boolean {
  const equality = system.equalities[index];
  const residual = absolute(residualsOf(system)[index] ?? 0n);
  return equality !== undefined && residual > equality.tolerance;
}
