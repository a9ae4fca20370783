/** What would be read from a sheet that is laid out as planned? */
import type { Cell, CellRange, Grid } from '../grid';
import type { ListLayout, NewSheet, SheetLayout } from './layout';
import { isList } from './layout';
import { listRows } from './listRows';

/** The sheet as it would be read. */
export function gridOfSheet(sheet: NewSheet): Grid {
  return isList(sheet) ? gridOfList(sheet) : gridOfLayout(sheet);
}

/** A list with its headings. */
function gridOfList(list: ListLayout): Grid {
  const cellOf = (value: string | number | null, numberFormat: string | null) =>
    value === null || value === ''
      ? undefined
      : { value, formula: null, numberFormat: numberFormat ?? 'General' };
  return {
    name: list.name,
    visibility: 'visible',
    rows: [
      list.columns.map(({ title }) => cellOf(title, null)),
      ...listRows(list).map((row) =>
        row.map((value, column) => cellOf(value, list.columns[column]?.numberFormat ?? null)),
      ),
    ],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** A layout's cells as a sheet would be read; formulas without a given result are not calculated yet. */
export function gridOfLayout(layout: SheetLayout): Grid {
  const rows: (Cell | undefined)[][] = [];
  for (const { row, column, content, result } of layout.cells) {
    const isFormula = typeof content === 'string' && content.startsWith('=');
    const numberFormat = layout.formats.reduce(
      (last, format) => (contains(format.range, row, column) && format.numberFormat) || last,
      'General',
    );
    (rows[row] ??= [])[column] = {
      value: isFormula ? (result ?? null) : content,
      formula: isFormula ? content : null,
      numberFormat,
    };
  }
  return {
    name: layout.name,
    visibility: 'visible',
    rows,
    merges: layout.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
