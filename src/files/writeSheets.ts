/** How do laid-out sheets become the bytes of an .xlsx file? */
import type { Cell as FileCell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { numberFromAmount } from '../domain/amount';
import { FormulaEvaluator } from '../domain/formulas/evaluate';
import type { CellRange, Grid } from '../domain/grid';
import { cellAt, rangeAddress } from '../domain/grid';
import type {
  LayoutFormat,
  LayoutValidation,
  ListLayout,
  SheetLayout,
} from '../domain/template/layout';
import { gridOfLayout } from '../domain/template/layoutGrid';
import { listRowHeights } from '../domain/template/listHeights';
import { listRows } from '../domain/template/listRows';

const thin = { style: 'thin' } as const;

/** Font of cells that a layout says nothing about, and the one that column widths are counted in. */
const defaultFont = { name: '宋体', size: 11 } as const;

/**
 * Writes sheets as an .xlsx workbook, in their order, and lists behind them.
 *
 * Formulas are stored with the values that the layout's own cells give, so that previewers which do
 * not calculate show them too; Excel calculates anew when it opens the file.
 *
 * @param layouts sheets with names that differ, from one another and from the lists', and that Excel takes
 */
export function writeSheets(
  layouts: readonly SheetLayout[],
  lists: readonly ListLayout[] = [],
): Promise<Uint8Array> {
  const grids = layouts.map(gridOfLayout);
  const evaluator = new FormulaEvaluator({ sheets: grids });
  const sheets = layouts.map((layout, index) =>
    fileSheet(layout, grids[index] ?? gridOfLayout(layout), evaluator),
  );
  return writeXlsx({
    sheets: [...sheets, ...lists.map(listSheet)],
    defaultFont: { ...defaultFont },
  });
}

function fileSheet(layout: SheetLayout, grid: Grid, evaluator: FormulaEvaluator): WriteSheet {
  const { print, freezeAt } = layout;
  const cells = new Map<string, Partial<FileCell>>();
  for (const [key, style] of styles(layout)) cells.set(key, { style });
  for (const { row, column, content } of layout.cells) {
    const key = `${row},${column}`;
    const styled = cells.get(key) ?? {};
    const cell = cellAt(grid, row, column);
    if (cell?.formula == null) cells.set(key, { ...styled, value: content });
    else {
      const value = evaluator.valueOf(cell, grid);
      const formula = cell.formula.slice(1);
      cells.set(key, {
        ...styled,
        formula,
        ...(value === null ? {} : { formulaResult: numberFromAmount(value) }),
      });
    }
  }
  const lastColumn = Math.max(0, ...layout.columnWidths.keys());
  return {
    name: layout.name,
    cells,
    merges: layout.merges.map((area) => ({
      startRow: area.top,
      startCol: area.left,
      endRow: area.bottom,
      endCol: area.right,
    })),
    columns: Array.from({ length: lastColumn + 1 }, (_, column) => {
      const width = layout.columnWidths.get(column);
      return width === undefined ? {} : { width };
    }),
    rowDefs: new Map([...layout.rowHeights].map(([row, height]) => [row, { height }])),
    dataValidations: layout.validations.map(fileValidation),
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      printArea: absoluteRange(print.area),
      printTitlesRow: `$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`,
      horizontalCentered: print.centreHorizontally,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.fit === 'page' ? 1 : 0,
    },
    ...(freezeAt === null ? {} : { freezePane: { rows: freezeAt.row, columns: freezeAt.column } }),
    ...(layout.protect
      ? { protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true } }
      : {}),
  };
}

const headingStyle: CellStyle = {
  font: { name: '黑体', size: 10.5 },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: { top: thin, right: thin, bottom: thin, left: thin },
};

/** Rows of plain values: no style for each cell, so that many thousands cost little. */
function listSheet(list: ListLayout): WriteSheet {
  const { name, columns, hasFilter } = list;
  const rows = listRows(list);
  const area = { top: 0, left: 0, bottom: rows.length, right: Math.max(0, columns.length - 1) };
  return {
    name,
    columns: columns.map(({ width, numberFormat }) => ({
      width,
      style: {
        alignment: { vertical: 'center', wrapText: numberFormat === null },
        ...(numberFormat === null ? {} : { numFmt: numberFormat }),
      },
    })),
    rows: [columns.map(({ title }) => title), ...rows.map((row) => [...row])],
    rowDefs: new Map(
      [...listRowHeights({ ...list, rows })].map(([row, height]) => [row, { height }]),
    ),
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: headingStyle }])),
    ...(hasFilter ? { autoFilter: { range: rangeAddress(area) } } : {}),
    freezePane: { rows: 1, columns: 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      printTitlesRow: '$1:$1',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

function absoluteRange(range: CellRange): string {
  return rangeAddress(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** Each cell's style: all formats that cover it, later ones over earlier ones. */
function styles(layout: SheetLayout): Map<string, CellStyle> {
  const found = new Map<string, CellStyle>();
  for (const format of layout.formats) {
    for (let row = format.range.top; row <= format.range.bottom; row += 1) {
      for (let column = format.range.left; column <= format.range.right; column += 1) {
        const key = `${row},${column}`;
        found.set(key, withFormat(found.get(key) ?? {}, format));
      }
    }
  }
  return found;
}

function withFormat(style: CellStyle, format: LayoutFormat): CellStyle {
  const { fontName, fontSize, bold, horizontal, vertical, wrap } = format;
  const font = {
    ...style.font,
    ...(fontName === undefined ? {} : { name: fontName }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
    ...(bold === undefined ? {} : { bold }),
  };
  const alignment = {
    ...style.alignment,
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap === undefined ? {} : { wrapText: wrap }),
  };
  const border = {
    ...style.border,
    ...(format.grid === true ? { top: thin, right: thin, bottom: thin, left: thin } : {}),
    ...(format.diagonal === true ? { diagonal: thin, diagonalDown: true } : {}),
  };
  return {
    ...style,
    font,
    alignment,
    border,
    ...(format.numberFormat === undefined ? {} : { numFmt: format.numberFormat }),
    ...(format.fill === undefined
      ? {}
      : {
          fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: format.fill.slice(1) } },
        }),
    ...(format.locked === undefined ? {} : { protection: { locked: format.locked } }),
  };
}

function fileValidation(validation: LayoutValidation): DataValidation {
  return {
    type: validation.type === 'wholeNumber' ? 'whole' : 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: String(validation.minimum),
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: validation.promptTitle,
    inputMessage: validation.promptMessage,
    errorTitle: validation.errorTitle,
    errorMessage: validation.errorMessage,
    errorStyle: 'stop',
    range: rangeAddress(validation.range),
  };
}
