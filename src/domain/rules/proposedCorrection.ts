/** Which cell does a diagnosis say should change, and to what? */
import type { SlipPattern } from '../diagnose/diagnose';
import type { FigurePlace } from '../finding';
import type { FigureReading } from '../recognise/figure';

/** One cell to change. Amounts are decimal strings in the sheet's unit; `stated` is null for a blank. */
export interface ProposedCorrection {
  readonly place: FigurePlace;
  readonly stated: string | null;
  /** What the cell holds, to be named where {@link stated} is null. */
  readonly reading: FigureReading;
  readonly proposed: string;
  /** True where the cell is to be blank; `proposed` is then "0". */
  readonly clears: boolean;
  readonly pattern: SlipPattern;
  /** True where the cell's formula is wrong: repair it; `proposed` is what it then shows. */
  readonly wrongFormula: boolean;
  /** In rounded tables the bounds between which every value would do; otherwise null. */
  readonly range: { readonly low: string; readonly high: string } | null;
}
