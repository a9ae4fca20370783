/** What do the records of one binary worksheet say besides values and formulas? */
import { cellAddress, type CellRange } from '../../domain/grid';
import type { CellBudget } from '../cellBudget';
import { corrupt } from '../fileFaultError';
import { HiddenColumns, seenOf } from '../hiddenColumns';
import { checkFormula, type ReferredBooks } from './formulaTokens';

/** Where each cell's style number stands, and what else the cell's record needs. */
const cellRecords: ReadonlySet<number> = new Set([0x203, 0x205, 0x27e, 0xfd, 0x204, 0xd6]);
/** Formulas; some writers leave the numbers of older versions, with the content of this one. */
const formulaRecords: ReadonlySet<number> = new Set([0x06, 0x206, 0x406]);
const numbersRecord = 0xbd;
const textRecord = 0x207;
const arrayRecord = 0x221;
const sharedRecord = 0x4bc;
const tableRecord = 0x236;

/** Records that the library is to see: cells with content and their formulas. */
export const sheetContentRecords: ReadonlySet<number> = new Set([
  ...cellRecords,
  ...formulaRecords,
  numbersRecord,
  textRecord,
  arrayRecord,
  sharedRecord,
]);

/**
 * How the library is to see a record: as it is, as a formula (whatever its number) or one that is
 * only a value, or not at all.
 */
export type Handling = 'copy' | 'formula' | 'value' | 'omit';

/** How many array formulas times formulas are followed: each formula is compared with each array. */
const mostComparisons = 200_000_000;
/** More data tables than any sheet has. */
const mostTables = 1000;
const lastRow = 0xffff;
const lastColumn = 0xff;

/** Key of a cell in the maps of a sheet. */
export function cellKey(row: number, column: number): number {
  return row * 256 + column;
}

/** One worksheet's records, taken in order. @throws FileFaultError corrupt, tooLarge (cells). */
export class SheetRecords {
  readonly merges: CellRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new HiddenColumns();
  readonly lowRows = new Set<number>();
  readonly narrowColumns = new HiddenColumns();
  /** Number formats of cells whose format is not General, by {@link cellKey}. */
  readonly numberFormats = new Map<number, string>();
  /** Cells that have a formula, by {@link cellKey}. */
  readonly formulaCells = new Set<number>();
  /** Those of them whose formula cannot be told, by {@link cellKey}. */
  readonly unknownFormulas = new Set<number>();
  /** Those of the latter that are seen to refer to another workbook, by {@link cellKey}. */
  readonly unknownLinks = new Set<number>();
  /** Areas of array formulas of which the same is true. */
  readonly linkedAreas: CellRange[] = [];
  /** Cells that a data table fills, by {@link cellKey}. */
  readonly tableCells = new Set<number>();
  /** Data tables: their areas with the formula that Excel shows in them. */
  readonly tables: (CellRange & { readonly formula: string })[] = [];
  isDialog = false;
  /** Calculation is manual. */
  isManual = false;
  /** The sheet was saved while its formulas waited to be calculated. */
  isPending = false;

  private arrays = 0;
  private formulas = 0;
  private longestShared = 0;

  constructor(
    private readonly view: DataView,
    private readonly formatOfStyle: (style: number) => string,
    private readonly books: ReferredBooks,
    private readonly budget: CellBudget,
  ) {}

  /** Takes a record: its type, where its content begins and ends. */
  take(type: number, at: number, end: number): Handling {
    if (formulaRecords.has(type)) return this.takeFormula(at, end);
    if (type === arrayRecord || type === sharedRecord) return this.takeSharedFormula(type, at, end);
    if (cellRecords.has(type)) this.takeCell(at, end);
    else if (type === numbersRecord) this.takeNumbers(at, end);
    else if (type === 0x208) this.takeRow(at, end);
    else if (type === 0x7d) this.takeColumns(at, end);
    else if (type === 0xe5) this.takeMerges(at, end);
    else if (type === tableRecord) this.takeTable(at, end);
    else if (type === 0x5e) this.isPending = true;
    else if (type === 0x0d && end - at >= 2) this.isManual = this.view.getUint16(at, true) === 0;
    else if (type === 0x81 && end - at >= 2) {
      this.isDialog = (this.view.getUint16(at, true) & 0x10) !== 0;
    }
    return 'copy';
  }

  /** The cell's key. */
  private takeCell(at: number, end: number): number {
    if (end - at < 8) throw corrupt();
    const row = this.view.getUint16(at, true);
    const column = this.requireColumn(this.view.getUint16(at + 2, true));
    this.place(row, column, this.view.getUint16(at + 4, true));
    return cellKey(row, column);
  }

  private takeFormula(at: number, end: number): Handling {
    if (end - at < 22) throw corrupt();
    const key = this.takeCell(at, end);
    this.formulas += 1;
    this.limitComparisons();
    this.formulaCells.add(key);
    const source = checkFormula(this.view, at + 20, end, 'cell', this.books);
    if (source === 'dataTable') this.tableCells.add(key);
    // The shared formula itself may follow its first cell; that one cell costs nothing to speak of.
    if (source === 'shared') this.budget.takeSharedFormula(this.longestShared);
    if (source === 'unknownLink') this.unknownLinks.add(key);
    else if (source !== 'unknown') return 'formula';
    this.unknownFormulas.add(key);
    return 'value';
  }

  /** Several numbers side by side: row, first column, pairs of style and number, last column. */
  private takeNumbers(at: number, end: number): void {
    const count = (end - at - 6) / 6;
    if (count < 1 || !Number.isInteger(count)) throw corrupt();
    const row = this.view.getUint16(at, true);
    const first = this.view.getUint16(at + 2, true);
    const last = this.requireColumn(this.view.getUint16(end - 2, true));
    if (last - first + 1 !== count) throw corrupt();
    for (let index = 0; index < count; index += 1) {
      this.place(row, first + index, this.view.getUint16(at + 4 + index * 6, true));
    }
  }

  private place(row: number, column: number, style: number): void {
    this.budget.takeCell();
    const numberFormat = this.formatOfStyle(style);
    if (numberFormat !== 'General') this.numberFormats.set(cellKey(row, column), numberFormat);
  }

  private takeSharedFormula(type: number, at: number, end: number): Handling {
    const isArray = type === arrayRecord;
    const source = checkFormula(this.view, at + (isArray ? 12 : 8), end, 'shared', this.books);
    if (source === 'unknownLink') this.linkedAreas.push(this.area(at));
    if (source === 'unknown' || source === 'unknownLink') return 'omit';
    this.longestShared = Math.max(this.longestShared, end - at);
    if (isArray) {
      this.arrays += 1;
      this.limitComparisons();
    }
    return 'copy';
  }

  /** First and last row, two bytes each, first and last column, one byte each. */
  private area(at: number): CellRange {
    return {
      top: this.view.getUint16(at, true),
      bottom: this.view.getUint16(at + 2, true),
      left: this.view.getUint8(at + 4),
      right: this.view.getUint8(at + 5),
    };
  }

  private limitComparisons(): void {
    if (this.arrays * this.formulas > mostComparisons) throw corrupt();
  }

  private takeRow(at: number, end: number): void {
    if (end - at < 16) throw corrupt();
    const isHidden = (this.view.getUint16(at + 12, true) & 0x20) !== 0;
    // In twentieths of a point; none, or with the highest bit set, it is the sheet's own.
    const height = this.view.getUint16(at + 6, true);
    const seen = seenOf('row', isHidden, height === 0 || height > 0x7fff ? NaN : height / 20);
    if (seen === 'hidden') this.hiddenRows.add(this.view.getUint16(at, true));
    if (seen === 'squeezed') this.lowRows.add(this.view.getUint16(at, true));
  }

  private takeColumns(at: number, end: number): void {
    if (end - at < 10) throw corrupt();
    const width = this.view.getUint16(at + 4, true);
    const isHidden = (this.view.getUint16(at + 8, true) & 1) !== 0;
    const seen = seenOf('column', isHidden, width / 256);
    const last = Math.min(lastColumn, this.view.getUint16(at + 2, true));
    if (seen === 'seen') return;
    const columns = seen === 'hidden' ? this.hiddenColumns : this.narrowColumns;
    columns.take(this.view.getUint16(at, true), last);
  }

  private takeMerges(at: number, end: number): void {
    const count = (end - at - 2) / 8;
    if (end - at < 2 || this.view.getUint16(at, true) !== count) throw corrupt();
    this.budget.takeCells(count);
    for (let area = at + 2; area < end; area += 8) {
      this.merges.push({
        top: this.view.getUint16(area, true),
        bottom: Math.min(lastRow, this.view.getUint16(area + 2, true)),
        left: this.view.getUint16(area + 4, true),
        right: this.requireColumn(this.view.getUint16(area + 6, true)),
      });
    }
  }

  /** A data table: its area, and which cells its row and column inputs are. */
  private takeTable(at: number, end: number): void {
    if (end - at < 16 || this.tables.length >= mostTables) throw corrupt();
    const flags = this.view.getUint16(at + 6, true);
    const first = this.address(at + 8);
    const second = this.address(at + 12);
    const takesBoth = (flags & 0x08) !== 0;
    const inputs = takesBoth
      ? `${first},${second}`
      : (flags & 0x04) !== 0
        ? `${first},`
        : `,${first}`;
    this.tables.push({
      ...this.area(at),
      formula: `=TABLE(${inputs})`,
    });
  }

  private address(at: number): string {
    const column = this.view.getUint16(at + 2, true) & lastColumn;
    return cellAddress(this.view.getUint16(at, true), column);
  }

  private requireColumn(column: number): number {
    if (column > lastColumn) throw corrupt();
    return column;
  }
}
