/** A unit's figures as one row of numbers, so that units can be compared whatever their sheets. */
import type { Amount } from '../amount';
import type { FormSet, LineId } from '../forms/form';
import { linesOf } from '../forms/form';
import type { FormId } from '../forms/terms';
import type { LabelMap } from './labelMap';
import type { TakenLine, TakenTable, TakenUnit } from './takenUnit';
import { sourceColumns } from './takenUnit';

/** The form's line that a line's figures go to; null where nobody knows it. */
export function lineIn(table: TakenTable, line: TakenLine, labels: LabelMap): LineId | null {
  return line.line ?? labels.lineOf(table.form, line.label);
}

/** Which figure stands in a place of the table. */
export interface FigurePlaceInSet {
  readonly form: FormId;
  /** Null for a label that nobody knows. */
  readonly line: LineId | null;
  /** As written, where nobody knows the line; otherwise empty. */
  readonly label: string;
  /** Its place in {@link sourceColumns}. */
  readonly column: number;
}

/** The figures of all units, each in the same place. */
export interface FigureTable {
  /** By place: the figure that stands there. */
  readonly places: readonly FigurePlaceInSet[];
  /** By unit. */
  readonly rows: readonly (readonly Amount[])[];
}

/**
 * By unit: a figure for each form, line and source column, blanks as zero, in yuan. Labels that
 * nobody knows come last, each a line of its own. In steps of a unit.
 */
export function* figureTable(
  units: readonly TakenUnit[],
  labels: LabelMap,
): Generator<undefined, FigureTable> {
  const known = new Map<string, number>();
  const places: FigurePlaceInSet[] = [];
  const placeOf = (form: FormId, line: LineId | null, label = ''): number => {
    const key = `${form}|${line ?? `“${label}”`}`;
    let place = known.get(key);
    if (place === undefined) {
      place = places.length;
      known.set(key, place);
      places.push(...sourceColumns.map((_, column) => ({ form, line, label, column })));
    }
    return place;
  };
  for (const set of new Set<FormSet>(units.map((unit) => unit.forms))) {
    for (const form of set.forms) {
      for (const line of linesOf(form)) placeOf(form.id, line);
    }
  }
  const filled: (readonly [number, Amount])[][] = [];
  for (const { tables } of units) {
    const entries: (readonly [number, Amount])[] = [];
    for (const table of tables.values()) {
      for (const line of table.lines) {
        const own = lineIn(table, line, labels);
        const place = placeOf(table.form, own, own === null ? line.label : '');
        line.figures.forEach((figure, at) => {
          if (figure !== null && figure !== 0n) entries.push([place + at, figure]);
        });
      }
    }
    filled.push(entries);
    yield;
  }
  // How many places there are is known by now.
  const rows: Amount[][] = [];
  for (const entries of filled) {
    const figures = new Array<Amount>(places.length).fill(0n);
    for (const [place, figure] of entries) {
      figures[place] = figures[place] === 0n ? figure : (figures[place] ?? 0n) + figure;
    }
    rows.push(figures);
    yield;
  }
  return { places, rows };
}

/** The same text for the same figures; empty where all are zero. */
export function figureKey(figures: readonly Amount[]): string {
  return figures.some((figure) => figure !== 0n) ? figures.join() : '';
}
