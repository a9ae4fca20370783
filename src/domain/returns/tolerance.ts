/** How far may rounding alone put a total off the sum of its parts? */
import type { Amount } from '../amount';
import { unitOfPlace } from '../amount';
import { fenDecimals } from '../forms/terms';
import type { Figure, TableView } from './tableView';

/** Half a unit in the last place that a table's typed amounts use, at most 分 (分 where none is typed). */
export function halfWidthOf(table: TableView): Amount {
  const fen = fenDecimals[table.currencyUnit];
  let places: number | null = null;
  for (const { measure, formula, reading } of table.figures) {
    if (measure === 'projectCount' || formula !== null) continue;
    if (reading.kind === 'number' || reading.kind === 'textNumber') {
      places = Math.max(places ?? 0, Math.min(fen, reading.decimals));
    }
  }
  return unitOfPlace(places ?? fen) / 2n;
}

/**
 * The summed half widths of the intervals that figures stand for. Counts are exact, and so is a blank,
 * which is no rounded figure.
 *
 * @param halfWidth of an amount in the table
 */
export function toleranceOf(
  figures: readonly Figure[],
  halfWidth: (table: TableView) => Amount,
): Amount {
  let tolerance = 0n;
  for (const { table, measure, blank } of figures) {
    if (measure !== 'projectCount' && !blank) tolerance += halfWidth(table);
  }
  return tolerance;
}
