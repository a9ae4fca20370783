/** What does an .xls or .et hold? */
import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import {
  showsCalendarDay,
  unknownFormula,
  unknownLink,
  type Cell,
  type CellRange,
  type CellValue,
  type Grid,
  type WorkbookGrids,
} from '../../domain/grid';
import type { StoredExplanations } from '../../domain/submission/kept';
import { CellBudget } from '../cellBudget';
import { squeezedParts } from '../hiddenColumns';
import { decryptPackage } from '../encryption/encryptedPackage';
import { decryptRecords } from '../encryption/encryptedRecords';
import { corrupt, notWorkbook } from '../fileFaultError';
import { displayedFormula } from '../ooxml/formulaText';
import { readOoxml } from '../ooxml/readOoxml';
import { daysBetweenCalendars } from '../serialDate';
import { CompoundFile } from './compoundFile';
import { cellKey, type SheetRecords } from './sheetRecords';
import { WorkbookStream, type BinarySheet } from './workbookStream';

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

/** Where an .xls keeps custom XML parts, ours and those of other programs ([MS-OSHARED] 2.3.6); they are not read. */
const dataStore = 'MsoDataStore';
const inBinaryFile: StoredExplanations = { kind: 'unreadable', why: 'binaryFile' };

/**
 * Reads a compound file that should be a workbook. Values and formulas come from the library, since
 * the binary formula language and its text encodings are long; everything else, and the judgement
 * whether the file is sound, from the records themselves. A zip that is encrypted with Excel's own
 * password is read as the .xlsx that it is.
 *
 * @throws FileFaultError
 */
export async function readBinary(bytes: Uint8Array): Promise<WorkbookGrids> {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptionInfo') || file.has('EncryptedPackage')) {
    return readOoxml(await decryptPackage(file));
  }
  const found = file.stream('Workbook') ?? file.stream('Book');
  if (found === null) throw notWorkbook();
  const stream = decryptRecords(found);
  const budget = new CellBudget();
  const workbook = new WorkbookStream(stream, budget).walk();
  const library = readWithLibrary(workbook.copy);
  const sheets = workbook.sheets.map((sheet): Grid => {
    const { records } = sheet;
    const source = library.Sheets[sheet.name];
    if (source === undefined || records === null) throw corrupt();
    return binaryGrid(sheet, records, source, workbook.countsFrom1904, budget);
  });
  const { calculation, names } = workbook;
  return {
    sheets,
    calculation,
    names,
    takesExplanations: false,
    ...(file.has(dataStore) && { explanations: inBinaryFile }),
  };
}

function readWithLibrary(stream: Uint8Array): WorkBook {
  try {
    return read(stream, { type: 'buffer', dense: true, cellText: false, cellHTML: false });
  } catch {
    // The library tells every contradiction in a file by an error of its own.
    throw corrupt();
  }
}

function binaryGrid(
  sheet: BinarySheet,
  records: SheetRecords,
  source: WorkSheet,
  countsFrom1904: boolean,
  budget: CellBudget,
): Grid {
  const data = source['!data'] ?? [];
  const rows: (Cell | undefined)[][] = [];
  let width = records.merges.reduce((widest, { right }) => Math.max(widest, right + 1), 0);
  data.forEach((sourceRow, rowNumber) => {
    const row: (Cell | undefined)[] = [];
    sourceRow.forEach((sourceCell, column) => {
      const key = cellKey(rowNumber, column);
      const numberFormat = records.numberFormats.get(key) ?? 'General';
      const value = inUsualCalendar(cellValue(sourceCell), numberFormat, countsFrom1904);
      const formula = records.tableCells.has(key)
        ? tableFormula(records, rowNumber, column)
        : records.unknownFormulas.has(key)
          ? unknownAt(records, rowNumber, column)
          : cellFormula(sourceCell, data, () =>
              records.formulaCells.has(key) ? unknownAt(records, rowNumber, column) : null,
            );
      if (value !== null || formula !== null) row[column] = { value, formula, numberFormat };
    });
    if (row.length === 0) return;
    budget.takeExtent(row.length);
    width = Math.max(width, row.length);
    rows[rowNumber] = row;
  });
  budget.takeExtent(rows.length);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    rows,
    merges: records.merges,
    hiddenRows: records.hiddenRows,
    hiddenColumns: records.hiddenColumns.within(width, budget),
    ...squeezedParts(records.lowRows, records.narrowColumns.within(width, budget)),
  };
}

function cellValue(source: CellObject): CellValue {
  const { v } = source;
  switch (source.t) {
    case 'n':
      return typeof v === 'number' && Number.isFinite(v) ? v + 0 : null;
    case 's':
      // A formula's empty text is a result; an empty text that was typed is nothing.
      return typeof v === 'string' && (v !== '' || source.f !== undefined) ? v : null;
    case 'b':
      return v === true;
    case 'e':
      return { error: errorNames[Number(v)] ?? '#N/A' };
    case 'd':
    case 'z':
      return null;
  }
}

/** Dates of a workbook that counts from 1904, as if it counted from 1900 like all others. */
function inUsualCalendar(value: CellValue, numberFormat: string, from1904: boolean): CellValue {
  const isShifted = from1904 && typeof value === 'number' && showsCalendarDay(numberFormat);
  return isShifted ? value + daysBetweenCalendars : value;
}

/** A cell's formula; cells of an array formula other than its first show the first one's. */
function cellFormula(
  source: CellObject,
  data: readonly (readonly CellObject[])[],
  unknown: () => string | null,
): string | null {
  return sourceFormula(source, data) ?? unknown();
}

function unknownAt(records: SheetRecords, row: number, column: number): string {
  const isLink =
    records.unknownLinks.has(cellKey(row, column)) ||
    records.linkedAreas.some((area) => isWithin(area, row, column));
  return isLink ? unknownLink : unknownFormula;
}

function isWithin({ top, bottom, left, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function sourceFormula(
  source: CellObject,
  data: readonly (readonly CellObject[])[],
): string | null {
  if (source.f !== undefined) return libraryFormula(source.f);
  const first = /^([A-Z]+)(\d+)/.exec(source.F ?? '');
  if (first === null) return null;
  const [, letters = '', digits = ''] = first;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const formula = data[Number(digits) - 1]?.[column - 1]?.f;
  return formula === undefined ? null : libraryFormula(formula);
}

/**
 * The library writes a truth value alone in small letters, marks of its own for lost sheets, and other
 * marks for what it does not know.
 */
function libraryFormula(formula: string): string {
  const named = formula.replace(/SH33TJS[A-Z0-9]+(?=!)/g, '#REF');
  if (isMarkedUnknown(named)) return unknownFormula;
  const displayed = displayedFormula(named);
  return /^=(?:true|false)$/.test(displayed) ? displayed.toUpperCase() : displayed;
}

function isMarkedUnknown(formula: string): boolean {
  const outsideTexts = formula.replace(/"[^"]*"/g, '');
  return formula === '' || /SH33TJS|(?:^|[^\w.])undefined(?![\w.(])/.test(outsideTexts);
}

function tableFormula(records: SheetRecords, row: number, column: number): string | null {
  const table = records.tables.find((area) => isWithin(area, row, column));
  return table?.formula ?? null;
}
