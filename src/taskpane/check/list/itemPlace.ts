/** Where in the workbook does an item of the list lead? */
import type { CellReference } from '../../../application/cellContent';
import type { ReportItem } from '../../../application/report/items';
import type { Finding } from '../../../domain/finding';

/** The finding's or the suspected cell; null where the item is about no cell. */
export function placeOfItem(item: ReportItem): CellReference | null {
  switch (item.kind) {
    case 'event': {
      const [first] = item.event.corrections;
      return first === undefined
        ? placeOfFinding(item.findings[0])
        : { sheet: first.sheet, cell: first.cell };
    }
    case 'slip': {
      const place = item.explanation.corrections[0]?.place;
      return place === undefined ? null : { sheet: place.sheet, cell: place.cell };
    }
    // None of several is offered: the total that fails is.
    case 'choice':
    case 'unexplained':
    case 'finding':
      return placeOfFinding(item.findings[0]);
    case 'rounding':
      return placeOfFinding(item.largest);
  }
}

function placeOfFinding(finding: Finding | undefined): CellReference | null {
  const cell = finding?.cells[0];
  return finding === undefined || cell === undefined ? null : { sheet: finding.sheet, cell };
}
