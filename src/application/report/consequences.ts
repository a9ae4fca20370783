/** Which other findings come of a wrong cell, and go when it is put right? */
import type { Amount } from '../../domain/amount';
import { parseAmount } from '../../domain/amount';
import type { CellReference } from '../cellContent';
import type { FigurePlace, Finding } from '../../domain/finding';

/** A cell that is to hold another figure; a decimal string. */
export interface CorrectedCell extends CellReference {
  readonly proposed: string;
}

/** Of findings those that are about the corrected cells and that the right figures settle. */
export function consequencesOf(
  corrected: readonly CorrectedCell[],
  findings: readonly Finding[],
): Finding[] {
  const proposed = new Map(corrected.map((cell) => [placeKey(cell), cell.proposed]));
  return proposed.size === 0 ? [] : findings.filter((finding) => isSettled(finding, proposed));
}

function isSettled(finding: Finding, proposed: ReadonlyMap<string, string>): boolean {
  const { detail } = finding;
  switch (detail.kind) {
    case 'content':
    case 'dependency':
    case 'executionRate':
      return proposed.has(placeKey(detail.place));
    case 'required':
      return detail.cells.every((cell) => proposed.has(placeKey({ ...detail.place, cell })));
    case 'comparison':
      return fits(finding, detail.place, detail.limit, proposed);
    case 'ofWhich':
      return fits(finding, detail.place, detail.parent, proposed);
    default:
      return false;
  }
}

/** Whether a figure that was too large is so no longer. */
function fits(
  { stated, computed }: Finding,
  place: FigurePlace,
  limit: FigurePlace,
  proposed: ReadonlyMap<string, string>,
): boolean {
  const [figure, most] = [proposed.get(placeKey(place)), proposed.get(placeKey(limit))];
  if (figure === undefined && most === undefined) return false;
  const [held, against] = [amountOf(figure ?? stated), amountOf(most ?? computed)];
  return held <= against;
}

function amountOf(decimal: string | null): Amount {
  return decimal === null ? 0n : parseAmount(decimal);
}

function placeKey({ sheet, cell }: CellReference): string {
  return `${sheet}!${cell}`;
}
