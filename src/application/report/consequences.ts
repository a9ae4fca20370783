/** Which other findings come of a wrong cell, and go when it is put right? */
import { parseAmount } from '../../domain/amount';
import type { CellReference } from '../cellContent';
import type { Finding } from '../../domain/finding';
import type { CellCorrection } from '../../domain/rules/cellCorrection';

interface StatedFigure extends CellReference {
  readonly stated: string;
}

/** Of findings those that are about the corrected cells and that the right figures settle. */
export function consequencesOf(
  corrected: readonly CellCorrection[],
  findings: readonly Finding[],
): Finding[] {
  const proposed = new Map(
    corrected.map((correction) => [placeKey(correction.place), correction.proposed ?? '0']),
  );
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
