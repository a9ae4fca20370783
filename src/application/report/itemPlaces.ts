/** Which cells is an item of a report about, in the order in which a reader goes through them? */
import type { Finding } from '../../domain/finding';
import { otherPlaceOf } from '../../domain/finding';
import type { CellReference } from '../cellContent';
import type { ReportItem } from './reportItem';

/**
 * Every cell of an item once: those to be put right; where that cannot be told, those that may be, or the
 * ones that do not agree. Empty where the item is about no cell.
 */
export function placesOf(item: ReportItem): readonly CellReference[] {
  switch (item.kind) {
    case 'event': {
      const corrected = item.event.corrections.map(({ place }) => place);
      return distinct(corrected.length > 0 ? corrected : item.findings.flatMap(cellsOf));
    }
    case 'slip':
      return distinct(item.explanation.corrections.map(({ place }) => place));
    case 'choice':
      return distinct(
        item.choices.flatMap(({ corrections }) => corrections.map(({ place }) => place)),
      );
    case 'unexplained':
    case 'alike':
    case 'finding':
      return distinct(item.findings.flatMap(cellsOf));
  }
}

function cellsOf(finding: Finding): CellReference[] {
  const { sheet, cells } = finding;
  const other = otherPlaceOf(finding);
  return [...cells.map((cell) => ({ sheet, cell })), ...(other === null ? [] : [other])];
}

function distinct(places: readonly CellReference[]): CellReference[] {
  const byKey = new Map(
    places.map(({ sheet, cell }) => [JSON.stringify([sheet, cell]), { sheet, cell }]),
  );
  return [...byKey.values()];
}
