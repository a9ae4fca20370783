/** Where in the workbook does an item of the list lead? */
import type { CellReference } from '../../../application/cellContent';
import type { ReportItem } from '../../../application/report/items';
import type { Finding } from '../../../domain/finding';

/** The finding's or the suspected cell; null where the item is about no cell. */
export function placeOfItem(item: ReportItem): CellReference | null {
  switch (item.kind) {
    case 'event':
      return item.event.corrections[0]?.place ?? placeOfFinding(item.findings[0]);
    case 'slip':
      return item.explanation.corrections[0]?.place ?? null;
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
