/** Which cell does a diagnosis say should change, and to what? */
import type { SlipPattern } from '../diagnose/diagnose';
import type { FigurePlace } from '../finding';
import type { FigureReading } from '../recognise/figure';

/** One cell to change. Amounts are decimal strings in the sheet's unit. */
export interface CellCorrection {
  /** The figure that stands there; for a cell outside the table, the figure that belongs elsewhere. */
  readonly place: FigurePlace;
  /** Null for a blank. */
  readonly stated: string | null;
  /** What the cell holds, to be named where {@link stated} is null. */
  readonly reading: FigureReading;
  /** Null where the cell is to be blank. */
  readonly proposed: string | null;
  readonly pattern: SlipPattern;
  /** True where the cell's formula is wrong: repair it; `proposed` is what it then shows. */
  readonly wrongFormula: boolean;
  /**
   * Where a formula stands that cannot be told to be wrong: nothing is written over it unasked. `figure`: its
   * figures are to be checked · `total`: a total's that is no sum of cells, in place of which a sum can be put.
   */
  readonly byFormula?: 'figure' | 'total';
  /** For a total typed over where the others are formulas: the formula to be put back, which shows `proposed`. */
  readonly formula?: string;
  /** In rounded tables the bounds between which every value would do; otherwise null. */
  readonly range: { readonly low: string; readonly high: string } | null;
}
