// What does a workbook ask of a formula engine? Whoever answers this can be put in the place of the one used now.
//
// The workbook keeps its own cells, styles and parts exactly as in the file;
// only calculating and showing numbers is left to an engine.

import type { Rect } from './address';
import type { CellValue } from './values';

/** A sheet as the engine sees it. */
export interface EngineSheet {
  readonly id: string;
  readonly name: string;
  /** Changes whenever a value on the sheet may have changed. */
  readonly version: number;
  /** Calls for every cell that holds a value. */
  eachValue(visit: (row: number, column: number, value: CellValue) => void): void;
}

/** A formula to calculate: names already replaced by what they stand for. */
export interface EngineFormula {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** Without its `=`. */
  readonly formula: string;
  /** For an array formula, the cells it fills. */
  readonly array: Rect | undefined;
}

export interface EngineResult {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

export interface FormulaEngine {
  /**
   * Calculates the given formulas in the order their references ask for;
   * every other cell counts with the value it has.
   */
  calculate(
    sheets: readonly EngineSheet[],
    formulas: readonly EngineFormula[],
  ): Promise<readonly EngineResult[]>;
  /** A number as Excel shows it under a number format. */
  format(pattern: string, value: number | string): string;
  dispose(): void;
}
