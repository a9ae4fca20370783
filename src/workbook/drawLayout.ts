// How does a sheet that is laid out as data become a sheet of a workbook?

import type { CellRange } from '../domain/grid';
import type { LayoutFormat, LayoutValidation, SheetLayout } from '../domain/template/layout';
import { quoteSheetName, rectAddress } from './address';
import { element, prefixOf, setAttr } from './ooxml/xml';
import type { StyleChange } from './ooxml/styles';
import type { Sheet } from './sheet';
import type { Workbook } from './workbook';

/** Draws a layout into an empty sheet: contents, formats, sizes, what may be typed, paper, protection. */
export function drawLayout(workbook: Workbook, sheet: Sheet, layout: SheetLayout): void {
  for (const format of layout.formats) drawFormat(workbook, sheet, format);
  for (const { row, column, content } of layout.cells) {
    const cell = sheet.edit(row, column);
    if (typeof content === 'string' && content.startsWith('=')) cell.formula = content.slice(1);
    else cell.value = content;
  }
  if (layout.merges.length > 0) sheet.setMerges(layout.merges);
  for (const [column, width] of layout.columnWidths) setWidth(sheet, column, width);
  for (const [row, height] of layout.rowHeights) setHeight(sheet, row, height);
  if (layout.freezeAt !== null) freeze(sheet, layout.freezeAt.row, layout.freezeAt.column);
  if (layout.validations.length > 0) drawValidations(sheet, layout.validations);
  const { print } = layout;
  setUpPage(sheet, { ...print, fitsHeight: print.fit === 'page' });
  const own = quoteSheetName(sheet.name);
  workbook.setName('_xlnm.Print_Area', `${own}!${absolute(print.area)}`, sheet);
  const { first, last } = print.titleRows;
  const titles = `${own}!$${String(first + 1)}:$${String(last + 1)}`;
  workbook.setName('_xlnm.Print_Titles', titles, sheet);
  if (layout.protect) {
    const protection = sheet.editSection('sheetProtection');
    // Locked is locked; formats may be changed.
    const allowed = { formatCells: 0, formatColumns: 0, formatRows: 0 };
    for (const [key, value] of Object.entries({ sheet: 1, objects: 1, scenarios: 1, ...allowed })) {
      setAttr(protection, key, value);
    }
  }
}

export function setWidth(sheet: Sheet, column: number, width: number): void {
  sheet.editColumns(column, column, (node) => {
    setAttr(node, 'width', width);
    setAttr(node, 'customWidth', true);
  });
}

export function setHeight(sheet: Sheet, row: number, points: number): void {
  const attributes = sheet.editRow(row);
  attributes.set('ht', String(points));
  attributes.set('customHeight', '1');
}

/** Keeps the first rows and columns in view. */
export function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows === 0 && columns === 0) return;
  const corner = rectAddress({ top: rows, left: columns, bottom: rows, right: columns });
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const prefix = prefixOf(sheet.root);
  sheet.view().children.unshift(
    element(`${prefix}pane`, {
      xSplit: columns === 0 ? undefined : columns,
      ySplit: rows === 0 ? undefined : rows,
      topLeftCell: corner,
      activePane: pane,
      state: 'frozen',
    }),
  );
  sheet.changed = true;
}

/** A4, as wide as a page. */
export function setUpPage(
  sheet: Sheet,
  {
    orientation,
    fitsHeight,
    centreHorizontally,
  }: {
    readonly orientation: 'landscape' | 'portrait';
    /** On one page; otherwise as many pages high as it needs. */
    readonly fitsHeight: boolean;
    readonly centreHorizontally: boolean;
  },
): void {
  const prefix = prefixOf(sheet.root);
  sheet.editSection('sheetPr').children.push(element(`${prefix}pageSetUpPr`, { fitToPage: 1 }));
  const page = sheet.editSection('pageSetup');
  setAttr(page, 'paperSize', 9);
  setAttr(page, 'orientation', orientation);
  setAttr(page, 'fitToWidth', 1);
  setAttr(page, 'fitToHeight', fitsHeight ? 1 : 0);
  if (centreHorizontally) setAttr(sheet.editSection('printOptions'), 'horizontalCentered', true);
}

function drawFormat(workbook: Workbook, sheet: Sheet, format: LayoutFormat): void {
  const changes = changesOf(format);
  const { top, left, bottom, right } = format.range;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = sheet.edit(row, column);
      for (const change of changes) cell.style = workbook.styles.restyle(cell.style, change);
    }
  }
}

function changesOf(format: LayoutFormat): StyleChange[] {
  const changes: StyleChange[] = [];
  const { fontName, fontSize, bold, horizontal, vertical, wrap, numberFormat, fill } = format;
  if (fontName !== undefined) changes.push({ part: 'font', key: 'name', value: fontName });
  if (fontSize !== undefined) changes.push({ part: 'font', key: 'size', value: fontSize });
  if (bold !== undefined) changes.push({ part: 'font', key: 'bold', value: bold });
  if (horizontal !== undefined) {
    changes.push({ part: 'alignment', key: 'horizontal', value: horizontal });
  }
  if (vertical !== undefined) changes.push({ part: 'alignment', key: 'vertical', value: vertical });
  if (wrap !== undefined) changes.push({ part: 'alignment', key: 'wrapText', value: wrap });
  if (numberFormat !== undefined) changes.push({ part: 'numberFormat', value: numberFormat });
  if (fill !== undefined) changes.push({ part: 'fill', color: fill });
  if (format.grid === true) {
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      changes.push({ part: 'border', side, style: 'thin' });
    }
  }
  if (format.diagonal === true) {
    changes.push({ part: 'border', side: 'diagonalDown', style: 'thin' });
  }
  if (format.locked !== undefined) {
    changes.push({ part: 'protection', key: 'locked', value: format.locked });
  }
  return changes;
}

function drawValidations(sheet: Sheet, validations: readonly LayoutValidation[]): void {
  const list = sheet.editSection('dataValidations');
  const prefix = prefixOf(sheet.root);
  setAttr(list, 'count', validations.length);
  list.children = validations.map((validation) =>
    element(
      `${prefix}dataValidation`,
      {
        type: validation.type === 'wholeNumber' ? 'whole' : 'decimal',
        errorStyle: 'stop',
        operator: 'greaterThanOrEqual',
        allowBlank: 1,
        showInputMessage: 1,
        showErrorMessage: 1,
        errorTitle: validation.errorTitle,
        error: validation.errorMessage,
        promptTitle: validation.promptTitle,
        prompt: validation.promptMessage,
        sqref: rectAddress(validation.range),
      },
      [element(`${prefix}formula1`, {}, [String(validation.minimum)])],
    ),
  );
}

function absolute(range: CellRange): string {
  return rectAddress(range).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
