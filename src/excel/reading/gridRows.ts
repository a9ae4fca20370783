/** How do the arrays that Excel answers with become a grid's cells? The same cells as from the file. */
import type { Cell, CellRange, CellValue } from '../../domain/grid';

/** What Excel told of one block; the arrays are by row and column of the block. */
export interface BlockContents {
  readonly range: CellRange;
  readonly values: readonly (readonly unknown[])[];
  /** Null (as the next two) where only values were asked for. */
  readonly formulas: readonly (readonly unknown[])[] | null;
  readonly numberFormats: readonly (readonly unknown[])[] | null;
  readonly valueTypes: readonly (readonly string[])[] | null;
}

/** Rows of a grid while it is put together. */
export type GridRows = (Cell | undefined)[][];

/** Adds the cells of a block that hold something. */
export function addBlock(rows: GridRows, block: BlockContents): void {
  block.values.forEach((values, rowOffset) => {
    const row = block.range.top + rowOffset;
    values.forEach((value, columnOffset) => {
      const cell = cellOf(
        value,
        block.formulas?.[rowOffset]?.[columnOffset] ?? value,
        block.numberFormats?.[rowOffset]?.[columnOffset],
        block.valueTypes?.[rowOffset]?.[columnOffset],
      );
      if (cell !== undefined) (rows[row] ??= [])[block.range.left + columnOffset] = cell;
    });
  });
}

/**
 * One cell from Excel's `values`, `formulas`, `numberFormat` and `valueTypes`; undefined where it
 * holds nothing. Text that starts with `=` is its own "formula" in Excel's answer and is none here.
 */
function cellOf(
  value: unknown,
  content: unknown,
  numberFormat: unknown,
  valueType: string | undefined,
): Cell | undefined {
  const isText = valueType === undefined || valueType === 'String';
  const formula =
    typeof content === 'string' && content.startsWith('=') && !(isText && content === value)
      ? content
      : null;
  if (formula === null && value === '') return undefined;
  const known = valueOf(value, valueType);
  if (formula === null && known === null) return undefined;
  return {
    value: known,
    formula,
    numberFormat: typeof numberFormat === 'string' ? numberFormat : 'General',
  };
}

function valueOf(value: unknown, valueType: string | undefined): CellValue {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return value;
    case 'string':
      return valueType === 'Error' ? { error: value } : value;
    default:
      return null;
  }
}
