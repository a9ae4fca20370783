/** Which other findings come of a wrong cell, and go when it is put right? */
import { parseAmount } from '../../domain/amount';
import type { CellReference } from '../cellContent';
import type { Finding, FigurePlace } from '../../domain/finding';
import type { Measure } from '../../domain/forms/terms';
import type { CellCorrection } from '../../domain/rules/cellCorrection';
import type { UnitEvent } from '../../domain/rules/unitEvents';

/**
 * Corrections with the formula for each total that was typed over among formulas, where it gives the figure
 * that is proposed.
 */
export function withFormulas(
  corrections: readonly CellCorrection[],
  findings: readonly Finding[],
): CellCorrection[] {
  return corrections.map((correction) => {
    const { place, proposed } = correction;
    for (const { detail } of findings) {
      if (detail.kind !== 'totalFormula' || detail.problem !== 'typedOver') continue;
      if (detail.place.id !== place.id || detail.computed === null || proposed === null) continue;
      if (parseAmount(detail.computed) !== parseAmount(proposed)) continue;
      return { ...correction, formula: detail.expected };
    }
    return correction;
  });
}

interface StatedFigure extends CellReference {
  readonly stated: string;
}

/** Of findings those that are about the corrected cells and that the right figures settle. */
export function consequencesOf(
  corrected: readonly CellCorrection[],
  findings: readonly Finding[],
): Finding[] {
  if (corrected.length === 0) return [];
  const after = new Corrected(corrected);
  return findings.filter((finding) => isSettled(finding, after));
}

/** Of findings those that say of the same act what it is said to be. */
export function sameActAs(
  { kind, form, detail }: UnitEvent,
  findings: readonly Finding[],
): Finding[] {
  return findings.filter(({ detail: found }) => {
    if (found.kind === 'unitDoubt') {
      return (
        kind === 'scaled' &&
        detail.kind === 'scaled' &&
        detail.scope === 'table' &&
        found.form === form
      );
    }
    if (found.kind !== 'outsideTable' || detail.kind !== 'outsideTable' || found.form !== form)
      return false;
    const moved = new Set(detail.moves.map(({ from }) => from));
    return found.figures.every(({ cell }) => moved.has(cell));
  });
}

/** What the corrected cells hold afterwards, by place and by line. */
class Corrected {
  readonly #byCell: ReadonlyMap<string, string | null>;

  constructor(private readonly corrections: readonly CellCorrection[]) {
    this.#byCell = new Map(corrections.map(({ place, proposed }) => [placeKey(place), proposed]));
  }

  has(place: CellReference): boolean {
    return this.#byCell.has(placeKey(place));
  }

  /** Null for a blank, undefined where nothing is corrected. */
  at(place: CellReference): string | null | undefined {
    return this.#byCell.get(placeKey(place));
  }

  /** Whether a total's right formula is put in, or nothing typed is left there. */
  isFormula(place: CellReference): boolean {
    if (this.at(place) === null) return true;
    return this.corrections.some(
      (one) =>
        placeKey(one.place) === placeKey(place) && (one.wrongFormula || one.formula !== undefined),
    );
  }

  isFilled(place: CellReference): boolean {
    return (this.at(place) ?? null) !== null;
  }

  /** Whether the line's figure of a measure is corrected to nothing. */
  empties({ sheet, line, block }: FigurePlace, measure: Measure): boolean {
    return this.corrections.some(
      ({ place, proposed }) =>
        place.measure === measure &&
        place.sheet === sheet &&
        place.line === line &&
        place.block === block &&
        parseAmount(proposed ?? '0') === 0n,
    );
  }
}

function isSettled({ detail, sheet }: Finding, after: Corrected): boolean {
  switch (detail.kind) {
    case 'content':
    case 'executionRate':
      return after.has(detail.place);
    case 'dependency':
      return (
        after.has(detail.place) ||
        detail.present.every((measure) => after.empties(detail.place, measure))
      );
    case 'required':
      return (
        detail.cells.every((cell) => after.isFilled({ ...detail.place, cell })) ||
        (!detail.whole && after.empties(detail.place, 'projectCount'))
      );
    case 'comparison':
      return fits(
        { ...detail.place, stated: detail.stated },
        { ...detail.limit, stated: detail.limitStated },
        after,
      );
    case 'ofWhich':
      return fits(
        { ...detail.place, stated: detail.stated },
        { ...detail.parent, stated: detail.parentStated },
        after,
      );
    case 'totalFormula':
      return after.isFormula(detail.place);
    case 'outsideTable':
      return detail.figures.every(({ cell }) => after.has({ sheet, cell }));
    default:
      return false;
  }
}

/** Whether a figure that was too large is so no longer. */
function fits(figure: StatedFigure, limit: StatedFigure, after: Corrected): boolean {
  const [held, most] = [after.at(figure), after.at(limit)];
  if (held === undefined && most === undefined) return false;
  // Nothing is compared with a blank.
  if (held === null || most === null) return true;
  return parseAmount(held ?? figure.stated) <= parseAmount(most ?? limit.stated);
}

function placeKey({ sheet, cell }: CellReference): string {
  return `${sheet}!${cell}`;
}
