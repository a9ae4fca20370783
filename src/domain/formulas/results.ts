/** Does a cell show what its right formula gives, and if not, why? */
import type { Amount } from '../amount';
import { absolute } from '../amount';
import type { Cell, Grid, WorkbookGrids } from '../grid';
import type { Evaluation } from './evaluate';
import { FormulaEvaluator } from './evaluate';
import { otherWorkbooksOf } from './otherWorkbooks';

/** Why a formula's result is not what it would be if all were well. */
export type ResultCause =
  /** Its cells have changed since it was calculated. */
  | 'notRecalculated'
  /** It passes over hidden rows. */
  | 'hiddenRows'
  /** It passes over numbers that are kept as text. */
  | 'textBelow'
  /** It needs its own result. */
  | 'circular';

/** A formula whose shown result is not to be taken as it stands. */
export interface DoubtfulResult {
  readonly cause: ResultCause;
  /** What it gives without the cause; null where that cannot be told. */
  readonly due: Amount | null;
}

/** Compares the results of a workbook's formulas with what they give. */
export class FormulaResults {
  /** Values of formulas that no program has calculated. */
  readonly missing: FormulaEvaluator;
  /** True where Excel calculates only when it is told to. */
  readonly isManual: boolean;
  /** True where Excel calculates everything anew when it opens the file: what is stored is never seen. */
  readonly isCalculatedOnOpening: boolean;
  private readonly workbook: WorkbookGrids;
  private readonly likeExcel: FormulaEvaluator;
  private readonly filtered: FormulaEvaluator;
  private readonly unhidden: FormulaEvaluator;

  constructor(workbook: WorkbookGrids) {
    const anew = (passesOver: Evaluation['passesOver']) =>
      new FormulaEvaluator(workbook, { recalculates: true, passesOver, textAmount: null });
    this.workbook = workbook;
    this.isManual = workbook.calculation?.mode === 'manual';
    this.isCalculatedOnOpening = workbook.calculation?.fullOnLoad === true;
    this.missing = new FormulaEvaluator(workbook);
    this.likeExcel = anew('byFunction');
    this.filtered = anew('all');
    this.unhidden = anew('none');
  }

  /** Whether a formula in a sheet takes something from another workbook. */
  takesFromElsewhere(formula: string, sheet: string): boolean {
    return otherWorkbooksOf(this.workbook).areReferredTo(formula, sheet);
  }

  /** An evaluator that counts texts as a table's rules do. */
  countingTexts(textAmount: (cell: Cell) => Amount | null): FormulaEvaluator {
    return new FormulaEvaluator(this.workbook, {
      recalculates: true,
      passesOver: 'none',
      textAmount,
    });
  }

  /** True for a formula that needs its own result, whatever it shows. */
  isCircular(cell: Cell, grid: Grid): boolean {
    this.likeExcel.valueOf(cell, grid);
    return this.likeExcel.isCircular(cell);
  }

  /**
   * Null where a cell shows what its formula gives, or nothing can be said.
   *
   * @param shown what the cell shows
   * @param noise the greatest difference that is none
   * @param texts from {@link countingTexts}
   */
  doubtOf(
    cell: Cell,
    grid: Grid,
    shown: Amount,
    noise: Amount,
    texts: FormulaEvaluator,
  ): DoubtfulResult | null {
    const same = (value: Amount | null) => value === null || absolute(value - shown) <= noise;
    const now = this.likeExcel.valueOf(cell, grid);
    if (this.isCircular(cell, grid)) return { cause: 'circular', due: null };
    if (!same(now)) {
      const hides = grid.hiddenRows.size > 0;
      const filtered = hides ? this.filtered.valueOf(cell, grid) : now;
      if (!same(filtered)) {
        // Of hidden rows some may be filtered and some hidden by hand; then nothing can be said.
        const dependsOnRows = hides && filtered !== now;
        return dependsOnRows ? null : { cause: 'notRecalculated', due: now };
      }
    }
    const due = texts.valueOf(cell, grid);
    if (same(due)) return null;
    return { cause: same(this.unhidden.valueOf(cell, grid)) ? 'textBelow' : 'hiddenRows', due };
  }
}
