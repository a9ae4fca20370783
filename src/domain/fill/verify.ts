/** Does a planned change still fit what stands in the workbook? */
import type { FigurePlace } from '../finding';
import type { CellValue } from '../grid';
import { cellAddress, cellAt } from '../grid';
import { placeOutside, uncheckedFigures } from '../returns/outsideFigures';
import type { Figure } from '../returns/tableView';
import { placeOf } from '../returns/tableView';
import { totalCells } from '../returns/totals';
import type { UnitReturn } from '../returns/unitReturn';
import { tablesOfReturn } from '../returns/unitReturn';
import type { HeadingPlace, PlannedChange } from './plannedChange';
import { isHeading } from './plannedChange';
import { planTotal } from './totalWrites';

/** Planned changes, split by whether the workbook is still as it was when they were shown. */
export interface VerifiedChanges {
  readonly valid: readonly PlannedChange[];
  /** The cell, its place in the table, or the figures it adds up have changed since. */
  readonly changed: readonly PlannedChange[];
}

/**
 * Compares planned changes with the tables as they are now. A change is valid where the cell is still
 * the same figure of the same table with the same content, and, for a total, where the same would be
 * planned again: rows may have been inserted, or parts edited, without the cell itself changing.
 */
export function verifyChanges(
  changes: readonly PlannedChange[],
  returns: readonly UnitReturn[],
): VerifiedChanges {
  const isValid = verifier(returns);
  const valid: PlannedChange[] = [];
  const changed: PlannedChange[] = [];
  for (const change of changes) (isValid(change) ? valid : changed).push(change);
  return { valid, changed };
}

/** The figure's places in the tables as they are now, by sheet and address. */
export function placesBySheetAndCell(
  returns: readonly UnitReturn[],
): ReadonlyMap<string, FigurePlace> {
  const places = new Map<string, FigurePlace>();
  for (const table of returns.flatMap(tablesOfReturn)) {
    for (const figure of table.figures) {
      const place = placeOf(figure);
      places.set(placeKey(place), place);
    }
  }
  return places;
}

/** The key of {@link placesBySheetAndCell}. */
export function placeKey(place: { readonly sheet: string; readonly cell: string }): string {
  return `${place.sheet}!${place.cell}`;
}

/** True where two places are the same figure of the same form at the same address. */
export function samePlace(a: FigurePlace, b: FigurePlace): boolean {
  return (
    a.sheet === b.sheet &&
    a.cell === b.cell &&
    a.form === b.form &&
    a.line === b.line &&
    a.block === b.block &&
    a.measure === b.measure
  );
}

/** Reasons for which a cell is changed whatever its parts come to. */
function isOfInput(why: PlannedChange['why']): boolean {
  return ['textNumber', 'withoutUnit', 'converted', 'proposal'].includes(why);
}

function verifier(returns: readonly UnitReturn[]): (change: PlannedChange) => boolean {
  const current = new Map<
    string,
    { place: FigurePlace; figure: Figure; again: (change: PlannedChange) => boolean }
  >();
  for (const table of returns.flatMap(tablesOfReturn)) {
    const totals = totalCells(table);
    const byFigure = new Map(totals.map((total) => [total.figure, total]));
    for (const figure of table.figures) {
      const place = placeOf(figure);
      const total = byFigure.get(figure);
      const again = (change: PlannedChange) => {
        if (isOfInput(change.why)) return true;
        if (total === undefined) return false;
        const mode = typeof change.then.content === 'string' ? 'formulas' : 'values';
        const outcome = planTotal(total, totals, mode);
        return outcome?.kind === 'change' && outcome.change.then.content === change.then.content;
      };
      current.set(placeKey(place), { place, figure, again });
    }
  }
  const outside = new Map(
    returns.flatMap(uncheckedFigures).map((figure) => [placeKey(placeOutside(figure)), figure]),
  );
  return (change) => {
    if (isHeading(change.place)) return isSameHeading(change.place, change, returns);
    if (change.isOutside) {
      const cell = outside.get(placeKey(change.place))?.outside.cell;
      return (
        cell?.formula === change.now.formula &&
        (change.now.formula !== null || sameValue(cell.value, change.now.value))
      );
    }
    const found = current.get(placeKey(change.place));
    return (
      found !== undefined &&
      samePlace(found.place, change.place) &&
      found.figure.formula === change.now.formula &&
      (change.now.formula !== null ||
        sameValue(found.figure.cell?.value ?? null, change.now.value)) &&
      found.again(change)
    );
  };
}

/** The table's field still stands in that cell, with the same content. */
function isSameHeading(
  { sheet, cell, form, field }: HeadingPlace,
  { now }: PlannedChange,
  returns: readonly UnitReturn[],
): boolean {
  return returns.flatMap(tablesOfReturn).some(({ table }) => {
    const at = table.heading[field].position;
    if (table.grid.name !== sheet || table.form !== form || at === null) return false;
    if (cellAddress(at.row, at.column) !== cell) return false;
    const standing = cellAt(table.grid, at.row, at.column);
    return standing?.formula === null && sameValue(standing.value, now.value);
  });
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return (a === '' ? null : a) === (b === '' ? null : b);
}
