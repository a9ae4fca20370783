/** How do the library's worksheets become our grids? Used for the binary formats (.xls, .et). */
import type { WorkBook, WorkSheet, CellObject } from '@e965/xlsx';
import type { Cell, CellRange, CellValue, Grid, WorkbookGrids } from '../../domain/grid';

const errorNames: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** All worksheets of a workbook that the library read in dense mode; charts and macro sheets are left out. */
export function sheetjsGrids(workbook: WorkBook): WorkbookGrids {
  const sheets: Grid[] = [];
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return;
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    sheets.push({
      name,
      visibility: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
      rows: gridRows(sheet),
      merges: (sheet['!merges'] ?? []).map(({ s, e }): CellRange => ({
        top: s.r,
        left: s.c,
        bottom: e.r,
        right: e.c,
      })),
      hiddenRows: hiddenIndices(sheet['!rows']),
      hiddenColumns: hiddenIndices(sheet['!cols']),
    });
  });
  return { sheets };
}

function gridRows(sheet: WorkSheet): (Cell | undefined)[][] {
  const rows: (Cell | undefined)[][] = [];
  const source = sheet['!data'] ?? [];
  source.forEach((sourceRow, rowIndex) => {
    const row: (Cell | undefined)[] = [];
    sourceRow.forEach((sourceCell, column) => {
      const cell = gridCell(sourceCell);
      if (cell !== undefined) row[column] = cell;
    });
    if (row.length > 0) rows[rowIndex] = row;
  });
  return rows;
}

function gridCell(source: CellObject): Cell | undefined {
  const value = cellValue(source);
  const formula = source.f === undefined ? null : `=${source.f}`;
  if (value === null && formula === null) return undefined;
  return { value, formula, numberFormat: typeof source.z === 'string' ? source.z : 'General' };
}

function cellValue(source: CellObject): CellValue {
  switch (source.t) {
    case 'n':
      return typeof source.v === 'number' && Number.isFinite(source.v) ? source.v : null;
    case 's':
      return typeof source.v === 'string' ? source.v : null;
    case 'b':
      return source.v === true;
    case 'e':
      return { error: errorNames[Number(source.v)] ?? '#N/A' };
    case 'd':
    case 'z':
      return null;
  }
}

function hiddenIndices(items: readonly ({ hidden?: boolean } | undefined)[] | undefined) {
  const hidden = new Set<number>();
  items?.forEach((item, index) => {
    if (item?.hidden === true) hidden.add(index);
  });
  return hidden;
}
