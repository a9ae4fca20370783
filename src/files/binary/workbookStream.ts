/** Is a binary workbook's stream sound, what does it list, and what of it may the library see? */
import { builtinFormat } from '../../domain/builtinFormats';
import type { Calculation, Grid, WorkbookName } from '../../domain/grid';
import type { CellBudget } from '../cellBudget';
import { corrupt, FileFaultError, notWorkbook, unsupportedFormat } from '../fileFaultError';
import { NameRecords } from './nameRecords';
import { RecordCopy } from './recordCopy';
import { SheetRecords, sheetContentRecords, type Handling } from './sheetRecords';

const beginRecord = 0x809;
const endRecord = 0x0a;
const continueRecord = 0x3c;
const globals = 0x05;
const sheetRecord = 0x85;
const bookRecord = 0x1ae;
const sheetReferencesRecord = 0x17;
const nameRecord = 0x18;
/** Sheets that are not handed on get places that no stream of ours reaches. */
const nowhere = 0x7f000000;

/** Of the workbook's own records the library is to see: sheets, texts, names, other books' names. */
const workbookContentRecords: ReadonlySet<number> = new Set([
  sheetRecord,
  0xfc,
  0x17,
  0x18,
  0x218,
  0x23,
  0x223,
  bookRecord,
]);

/** More worksheets than any workbook has. */
const mostSheets = 5000;

/** A worksheet that the stream lists, with what its records say. */
export interface BinarySheet {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly offset: number;
  /** Where in the copy the sheet's place is stated. */
  readonly placeInCopy: number;
  records: SheetRecords | null;
}

/** A stream that was walked through. */
export interface BinaryWorkbook {
  /** Worksheets in their order; charts, macro sheets and dialogs are left out. */
  readonly sheets: readonly BinarySheet[];
  readonly countsFrom1904: boolean;
  readonly calculation: Calculation;
  /** As in a workbook's grids. */
  readonly names: readonly WorkbookName[];
  /** The stream without anything that the library need not see. */
  readonly copy: Uint8Array;
}

/** Walks through a workbook stream once, before the library does. */
export class WorkbookStream {
  private readonly view: DataView;
  private readonly sheets: BinarySheet[] = [];
  /** Of sheets of all kinds. */
  private readonly sheetNames: string[] = [];
  private readonly formatCodes = new Map<number, string>();
  private readonly formatIds: number[] = [];
  private readonly copy: RecordCopy;
  private readonly names: NameRecords;
  private countsFrom1904 = false;
  private listed = 0;
  private inOrder: readonly BinarySheet[] | null = null;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: CellBudget,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.copy = new RecordCopy(this.view);
    this.names = new NameRecords(this.view);
  }

  /**
   * Checks the records' structure, takes from them all that is simpler to take directly, and copies
   * for the library those with values and formulas. Objects, comments, links, charts and layout it
   * does not see: they can neither mislead it nor keep it busy.
   *
   * @throws FileFaultError encrypted, unsupportedFormat (older than Excel 97), corrupt, tooLarge.
   */
  walk(): BinaryWorkbook {
    requireBiff8(this.view);
    let at = 0;
    let found = 0;
    for (let part = 0; at + 4 <= this.bytes.length; part += 1) {
      // After the last part there may be padding.
      if (this.view.getUint16(at, true) !== beginRecord) break;
      const sheet = part === 0 ? null : this.sheetAt(at);
      if (part > 0 && this.isWorksheet(at)) found += sheet === null ? 0 : 1;
      at = this.walkPart(at, part === 0, sheet);
    }
    const worksheets = this.sheets.filter(({ records }) => records !== null && !records.isDialog);
    if (found !== this.sheets.length || found === 0) throw corrupt();
    const copy = this.copy.bytes();
    const { countsFrom1904 } = this;
    const names = this.names.leadingOut(this.sheetNames, (group) => this.copy.isOtherBook(group));
    return { sheets: worksheets, countsFrom1904, calculation: this.calculation(), names, copy };
  }

  /** The way of calculating is the workbook's, but stands in the records of its sheets. */
  private calculation(): Calculation {
    const said = this.sheets.map(({ records }) => records);
    return {
      mode: said.some((records) => records?.isManual === true) ? 'manual' : 'automatic',
      isPending: said.some((records) => records?.isPending === true),
      fullOnLoad: false,
    };
  }

  /** The sheet whose part begins at an offset; where none is listed there, one listed inside it. */
  private sheetAt(start: number): BinarySheet | null {
    // All sheets are listed before the first of them begins.
    this.inOrder ??= [...this.sheets].sort((a, b) => a.offset - b.offset);
    let low = 0;
    for (let high = this.inOrder.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.inOrder[middle]?.offset ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const [next, after] = this.inOrder.slice(low, low + 2);
    if (next === undefined || next.offset === start || !this.isWorksheet(start)) {
      return next?.offset === start ? next : null;
    }
    const end = this.partEnd(start);
    return next.offset < end && (after === undefined || after.offset >= end) ? next : null;
  }

  /** Where the part that begins at an offset ends, by its records' lengths alone. */
  private partEnd(start: number): number {
    let depth = 0;
    for (let at = start; at + 4 <= this.bytes.length;) {
      const type = this.view.getUint16(at, true);
      at += 4 + this.view.getUint16(at + 2, true);
      if (type === beginRecord) depth += 1;
      else if (type === endRecord) depth -= 1;
      if (depth === 0) return at;
    }
    return this.bytes.length;
  }

  private isWorksheet(at: number): boolean {
    return at + 8 <= this.bytes.length && this.view.getUint16(at + 6, true) === 0x10;
  }

  /** One part, from its beginning record to its end record; the offset behind it. */
  private walkPart(start: number, isGlobals: boolean, sheet: BinarySheet | null): number {
    if (start + 8 > this.bytes.length) throw corrupt();
    if (isGlobals !== (this.view.getUint16(start + 6, true) === globals)) throw corrupt();
    const formatOfStyle = (style: number): string => this.formatOfStyle(style);
    const books = this.copy;
    const records =
      sheet === null ? null : new SheetRecords(this.view, formatOfStyle, books, this.budget);
    if (sheet !== null) {
      sheet.records = records;
      this.copy.patch(sheet.placeInCopy, this.copy.position());
    }
    const visible = isGlobals ? workbookContentRecords : records && sheetContentRecords;
    let depth = 0;
    let previousIsVisible = false;
    for (let at = start; at + 4 <= this.bytes.length;) {
      const type = this.view.getUint16(at, true);
      const end = at + 4 + this.view.getUint16(at + 2, true);
      if (end > this.bytes.length) throw corrupt();
      if (type === beginRecord) depth += 1;
      let handling: Handling = 'copy';
      if (depth === 1) {
        if (isGlobals) this.takeGlobal(type, at + 4, end);
        else handling = records?.take(type, at + 4, end) ?? 'copy';
      }
      const isFrame =
        (type === beginRecord || type === endRecord) && depth === 1 && visible !== null;
      if (type !== continueRecord || !previousIsVisible) {
        previousIsVisible = depth === 1 && handling !== 'omit' && visible?.has(type) === true;
      }
      if (handling === 'formula') this.copy.copyFormula(at, end);
      else if (handling === 'value') this.copy.copyFormulaValue(at);
      else if (isFrame || previousIsVisible) this.copyRecord(type, at, end);
      if (type === endRecord) depth -= 1;
      at = end;
      if (depth === 0) return at;
    }
    throw corrupt();
  }

  private copyRecord(type: number, at: number, end: number): void {
    if (type === bookRecord) {
      this.copy.copyBook(at, end);
      return;
    }
    if (type === nameRecord) {
      this.copy.copyName(at, end);
      return;
    }
    if (type === sheetReferencesRecord) {
      this.copy.copySheetReferences(at, end);
      return;
    }
    const place = this.copy.position() + 4;
    this.copy.copy(at, end);
    if (type !== sheetRecord) return;
    // Every sheet stays listed, since formulas refer to sheets by number.
    this.copy.patch(place, nowhere + this.listed);
    this.listed += 1;
  }

  private takeGlobal(type: number, at: number, end: number): void {
    switch (type) {
      case 0x2f:
        throw new FileFaultError({ code: 'encrypted' });
      case 0x22:
        this.countsFrom1904 = end - at >= 2 && this.view.getUint16(at, true) === 1;
        return;
      case 0x41e:
        this.takeFormat(at, end);
        return;
      case 0xe0:
        if (end - at < 4) throw corrupt();
        this.formatIds.push(this.view.getUint16(at + 2, true));
        return;
      case sheetRecord:
        this.takeSheet(at, end, this.copy.position() + 4);
        return;
      case nameRecord:
        this.names.take(at, end);
    }
  }

  /** A sheet: where its part begins, its state, its kind, its name. */
  private takeSheet(at: number, end: number, placeInCopy: number): void {
    if (end - at < 8) throw corrupt();
    const name = this.text(at + 7, this.view.getUint8(at + 6), end);
    this.sheetNames.push(name);
    const state = this.view.getUint8(at + 4) & 0x03;
    // 0 is a worksheet (or a dialog); charts and macro sheets hold no form.
    if (this.view.getUint8(at + 5) !== 0) return;
    const offset = this.view.getUint32(at, true);
    if (this.sheets.length >= mostSheets) throw corrupt();
    if (this.sheets.some((other) => other.name === name || other.offset === offset)) {
      throw corrupt();
    }
    this.sheets.push({
      name,
      visibility: state === 2 ? 'veryHidden' : state === 1 ? 'hidden' : 'visible',
      offset,
      placeInCopy,
      records: null,
    });
  }

  private takeFormat(at: number, end: number): void {
    if (end - at < 5) throw corrupt();
    // Some writers state one character more than there is.
    const isWide = (this.view.getUint8(at + 4) & 1) !== 0;
    const room = Math.floor((end - at - 5) / (isWide ? 2 : 1));
    const code = this.text(at + 4, Math.min(room, this.view.getUint16(at + 2, true)), end);
    if (code !== '') this.formatCodes.set(this.view.getUint16(at, true), code);
  }

  /** A text of so many characters: a flag byte, then one or two bytes a character. */
  private text(at: number, length: number, end: number): string {
    const isWide = (this.view.getUint8(at) & 1) !== 0;
    const first = at + 1;
    if (first + length * (isWide ? 2 : 1) > end) throw corrupt();
    let text = '';
    for (let index = 0; index < length; index += 1) {
      text += String.fromCharCode(
        isWide ? this.view.getUint16(first + index * 2, true) : this.view.getUint8(first + index),
      );
    }
    return text;
  }

  private formatOfStyle(style: number): string {
    const id = this.formatIds[style] ?? 0;
    return this.formatCodes.get(id) ?? builtinFormat(id);
  }
}

/** Excel 97 and later write this format; older ones are told by their name. */
function requireBiff8(view: DataView): void {
  if (view.byteLength < 8) throw corrupt();
  const type = view.getUint16(0, true);
  if (type === 0x09 || type === 0x209 || type === 0x409) throw unsupportedFormat('Excel 2.0–4.0');
  if (type !== beginRecord) throw notWorkbook();
  const version = view.getUint16(4, true);
  if (version >> 8 === 5) throw unsupportedFormat('Excel 5.0/95');
  if (version !== 0x600) throw corrupt();
}
