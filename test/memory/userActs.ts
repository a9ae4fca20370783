/** What a user does in Excel to a workbook, and this program never does by itself. */
import { BookSheet, rangeOf } from '../../src/page/book/BookSheet';
import type { BookWorkbook } from '../../src/page/book/BookWorkbook';

export const userActs = {
  format(workbook: BookWorkbook, sheetName: string, address: string, numberFormat: string): void {
    const sheet = workbook.sheet(sheetName);
    workbook['act']();
    sheet.setFormat(rangeOf(address), { numberFormat });
    workbook['tell']({ sheet: sheet.name, address, kind: 'formatted' });
  },

  /** Protects a sheet, a range left open. */
  protect(workbook: BookWorkbook, sheetName: string, unlocked?: string): void {
    const sheet = workbook.sheet(sheetName);
    if (unlocked !== undefined) sheet.setFormat(rangeOf(unlocked), { locked: false });
    sheet.protection = { allowsFormats: false };
  },

  merge(workbook: BookWorkbook, sheetName: string, address: string): void {
    workbook.sheet(sheetName).merges.push(rangeOf(address));
  },

  add(workbook: BookWorkbook, name: string): void {
    workbook['act']();
    workbook.sheets.push(new BookSheet(workbook['nextId'](), name));
    tellStructure(workbook);
  },

  rename(workbook: BookWorkbook, sheetName: string, name: string): void {
    workbook['act']();
    workbook.sheet(sheetName).name = name;
    tellStructure(workbook);
  },

  remove(workbook: BookWorkbook, sheetName: string): void {
    workbook['act']();
    workbook.sheets.splice(workbook.sheets.indexOf(workbook.sheet(sheetName)), 1);
    tellStructure(workbook);
  },
};

function tellStructure(workbook: BookWorkbook): void {
  workbook['tell']({ sheet: null, address: null, kind: 'structure' });
}
