/** What does a finding hold against what? Its figures under the three names that lists and formats have. */
import type { Finding } from '../../domain/finding';

/** Decimal strings in the sheet's unit, or years; null where there is none. */
export interface ComparedFigures {
  readonly stated: string | null;
  /** A sum, a limit, the other table's total, the year of the round. */
  readonly standard: string | null;
  /** stated − standard. */
  readonly difference: string | null;
}

/** A finding's figures, whichever kind they are of. */
export function comparedFigures({ detail }: Finding): ComparedFigures {
  switch (detail.kind) {
    case 'balance':
    case 'totalFormula':
      return compared(detail.stated, detail.computed, detail.difference);
    case 'crossTable':
      return compared(detail.stated, detail.otherStated ?? '0', detail.difference);
    case 'comparison':
      return compared(detail.stated, detail.limitStated, detail.excess);
    case 'ofWhich':
      return compared(detail.stated, detail.parentStated, detail.excess);
    case 'formulaResult':
      return compared(detail.shown, detail.due, detail.difference);
    case 'displayedSum':
      return compared(detail.total, detail.sum, detail.difference);
    case 'content':
      return compared(detail.stated, detail.determined);
    case 'year':
      return compared(`${detail.year}`, detail.expected === null ? null : `${detail.expected}`);
    case 'lastRoundDiffers':
      return compared(detail.stated, detail.lastStated, detail.difference);
    case 'unlikelyChange':
    case 'newOrGone':
    case 'scaleOfLastRound':
      return compared(detail.stated, detail.lastStated);
    case 'dependency':
    case 'externalLink':
      return compared(detail.stated);
    case 'executionRate':
      return compared(detail.executed);
    case 'scaledDisplay':
      return compared(detail.stored);
    case 'headingMismatch':
    case 'headingMissing':
    case 'unitDoubt':
    case 'required':
    case 'lines':
    case 'otherBlock':
    case 'edition':
    case 'emptyTable':
    case 'tableMissing':
    case 'hidden':
    case 'underMerge':
    case 'outsideTable':
      return compared(null);
  }
}

function compared(
  stated: string | null,
  standard: string | null = null,
  difference: string | null = null,
): ComparedFigures {
  return { stated, standard, difference };
}
