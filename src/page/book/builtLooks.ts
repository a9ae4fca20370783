/** How does a sheet look that was laid out here? As its layout says. */
import type { LayoutFormat, NewSheet } from '../../domain/template/layout';
import { isList } from '../../domain/template/layout';
import { listRowHeights } from '../../domain/template/listHeights';
import { listRows } from '../../domain/template/listRows';
import { plainLook } from './looks';
import type { CellLook } from './openedBook';

export interface BuiltLooks {
  readonly rowCount: number;
  readonly columnCount: number;
  /** In characters; null where nothing is said. */
  columnWidth(column: number): number | null;
  /** In points; null where nothing is said. */
  rowHeight(row: number): number | null;
  lookAt(row: number, column: number): CellLook;
}

const known = new WeakMap<NewSheet, BuiltLooks>();

export function builtOf(layout: NewSheet): BuiltLooks {
  let built = known.get(layout);
  if (built === undefined) {
    built = looksOf(layout);
    known.set(layout, built);
  }
  return built;
}

function looksOf(layout: NewSheet): BuiltLooks {
  if (isList(layout)) {
    const rows = listRows(layout);
    const heights = listRowHeights({ ...layout, rows });
    const heading: CellLook = { ...plainLook, bold: true, horizontal: 'center', wraps: true };
    return {
      rowCount: rows.length + 1,
      columnCount: layout.columns.length,
      columnWidth: (column) => layout.columns[column]?.width ?? null,
      rowHeight: (row) => heights.get(row) ?? null,
      lookAt: (row, column) => {
        if (row === 0) return heading;
        return {
          ...plainLook,
          vertical: 'center',
          wraps: layout.columns[column]?.numberFormat === null,
        };
      },
    };
  }
  const { formats, columnWidths, rowHeights, print } = layout;
  return {
    rowCount: print.area.bottom + 1,
    columnCount: print.area.right + 1,
    columnWidth: (column) => columnWidths.get(column) ?? null,
    rowHeight: (row) => rowHeights.get(row) ?? null,
    lookAt: (row, column) =>
      formats
        .filter(
          ({ range }) =>
            row >= range.top &&
            row <= range.bottom &&
            column >= range.left &&
            column <= range.right,
        )
        .reduce(withFormat, plainLook),
  };
}

function withFormat(look: CellLook, format: LayoutFormat): CellLook {
  const { bold, fontSize, horizontal, vertical, wrap, fill, grid, diagonal } = format;
  return {
    ...look,
    bold: bold ?? look.bold,
    fontSize: fontSize ?? look.fontSize,
    horizontal: horizontal ?? look.horizontal,
    vertical: vertical ?? look.vertical,
    wraps: wrap ?? look.wraps,
    fill: fill ?? look.fill,
    lines: {
      ...(grid === true
        ? { top: true, right: true, bottom: true, left: true, diagonal: look.lines.diagonal }
        : look.lines),
      ...(diagonal === true && { diagonal: true }),
    },
  };
}
