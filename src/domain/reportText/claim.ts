/** What may a figure in a report's text claim to be? */
import type { LineId } from '../forms/form';
import type { BudgetBlock, FormId, Measure } from '../forms/terms';
import type { Quantity } from './quantities';

/** One figure of the tables, by its names. */
export interface NamedFigure {
  readonly form: FormId;
  /** `total`: the total line. */
  readonly line: LineId;
  readonly block: BudgetBlock;
  readonly measure: Measure;
}

/** One reading of what is claimed: a figure, or the percentage that one is of another. */
export type Reading =
  | { readonly kind: 'figure'; readonly figure: NamedFigure }
  | {
      readonly kind: 'executionRate' | 'share';
      readonly part: NamedFigure;
      readonly whole: NamedFigure;
    }
  /** By how much a figure is more than another of the same tables; `-1`: less. */
  | {
      readonly kind: 'comparison';
      readonly part: NamedFigure;
      readonly whole: NamedFigure;
      readonly direction: 1 | -1;
    }
  /** By how much, or by how many per cent, a figure is more than last year's; `-1`: less. */
  | {
      readonly kind: 'growth' | 'difference';
      readonly part: NamedFigure;
      /** In last year's tables. */
      readonly whole: NamedFigure;
      readonly direction: 1 | -1;
    };

/** A figure in the text with what its sentence says it is. */
export interface Claim {
  readonly quantity: Quantity;
  /** Every way the sentence can be read, the likeliest first; at least one. */
  readonly readings: readonly [Reading, ...Reading[]];
  /**
   * Why it is not certain that one of the readings is meant; then it is not held to be wrong. `noColumn`: the
   * sentence does not say which column · `notCertain`: it says more than the table of words knows. Null where it is.
   */
  readonly doubt: 'noColumn' | 'notCertain' | null;
  /**
   * True where only what stands behind the figure says that the sentence is of the tables: it is certain only where another
   * figure of the sentence is the tables'.
   */
  readonly needsSupport: boolean;
  /**
   * From where on, in signs, nothing stands that is not certain: -1 where nothing does, `Infinity` where it is of the number
   * itself. Another figure of the sentence, found equal behind that place, makes this one certain; see support.ts.
   */
  readonly certainSince: number;
  /** True where only an earlier figure can make it certain: 审核通过的项目 200 个，预算 … may be of more than these. */
  readonly isOfStage: boolean;
  /** True where its sentence leaves open whose figure it is: the readings are of several places. */
  readonly isLeftOpen: boolean;
  /** Where the last word stands that names anew whose figure this is, in signs; -1 where nothing does. */
  readonly namedAt: number;
}

/** The whole of the tables. */
export const wholeLine: { readonly form: FormId; readonly line: 'total' } = {
  form: 'table1',
  line: 'total',
};
