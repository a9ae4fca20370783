/** Which other findings come of a wrong cell, and go when it is put right? */
import { parseAmount } from '../../domain/amount';
import type { CellReference } from '../cellContent';
import type { Finding } from '../../domain/finding';

/** A cell that is to hold another figure; a decimal string. */
export interface CorrectedCell extends CellReference {
  readonly proposed: string;
}

interface StatedFigure extends CellReference {
  readonly stated: string;
}

/** Of findings those that are about the corrected cells and that the right figures settle. */
export function consequencesOf(
  corrected: readonly CorrectedCell[],
  findings: readonly Finding[],
): Finding[] {
  const proposed = new Map(corrected.map((cell) => [placeKey(cell), cell.proposed]));
  return proposed.size === 0 ? [] : findings.filter((finding) => isSettled(finding, proposed));
}

function isSettled({ detail }: Finding, proposed: ReadonlyMap<string, string>): boolean {
  switch (detail.kind) {
    case 'content':
    case 'dependency':
    case 'executionRate':
      return proposed.has(placeKey(detail.place));
    case 'required':
      return detail.cells.every((cell) => proposed.has(placeKey({ ...detail.place, cell })));
    case 'comparison':
      return fits(
        { ...detail.place, stated: detail.stated },
        { ...detail.limit, stated: detail.limitStated },
        proposed,
      );
    case 'ofWhich':
      return fits(
        { ...detail.place, stated: detail.stated },
        { ...detail.parent, stated: detail.parentStated },
        proposed,
      );
    default:
      return false;
  }
}

/** Whether a figure that was too large is so no longer. */
function fits(
  figure: StatedFigure,
  limit: StatedFigure,
  proposed: ReadonlyMap<string, string>,
): boolean {
  const [held, most] = [proposed.get(placeKey(figure)), proposed.get(placeKey(limit))];
  if (held === undefined && most === undefined) return false;
  return parseAmount(held ?? figure.stated) <= parseAmount(most ?? limit.stated);
}

function placeKey({ sheet, cell }: CellReference): string {
  return `${sheet}!${cell}`;
}
