/** Where does each part of a template stand? Rows and columns, zero-based, the same in both forms. */
import { budgetBlocks, measures } from '../forms/terms';
import type { CellRange } from '../grid';

/** The form's title. */
export const titleRow = 0;

/** 填报单位 at the left, 金额 and 年份 at the right. */
export const headingRow = 1;

/** First header row: the diagonal cell and the blocks. */
export const blockRow = 2;

/** Second header row: the measures of each block. */
export const measureRow = 3;

/** First line of the body; the total line and the notes follow the last one. */
export const firstLineRow = 4;

export const labelColumn = 0;

export const firstFigureColumn = 1;

export const lastColumn = budgetBlocks.length * measures.length;

/** Last column of 填报单位; 金额 and 年份 stand right of it. */
export const lastUnitColumn = 6;

/** Column of a figure, by the positions of its block and its measure in the official header. */
export function figureColumn(block: number, measure: number): number {
  return firstFigureColumn + block * measures.length + measure;
}

/** A block of cells. */
export function range(top: number, left: number, bottom: number, right: number): CellRange {
  return { top, left, bottom, right };
}
