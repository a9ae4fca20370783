/** How is a binary workbook handed to the library with nothing in it but what the library is to read? */
import { corrupt } from '../fileFaultError';
import type { ReferredBooks } from './formulaTokens';

/** The longest content that a record's length can state; files keep to 8,224, the library does not. */
const longestRecord = 0xffff;

const formulaRecord = 0x06;
/** Bytes of a formula's record, head included, in front of the formula: cell, value, flags. */
const formulaOffset = 24;
/** A formula that is the number 0. */
const nothing = Uint8Array.of(3, 0, 0x1e, 0, 0);

/** Copies whole records into a stream of their own. */
export class RecordCopy implements ReferredBooks {
  private target: Uint8Array<ArrayBuffer>;
  private length = 0;
  private otherBooks = 0;
  /** For each book that was copied: the number of its sheets, or null for this workbook and add-ins. */
  private readonly sheetCounts: (number | null)[] = [];
  /** For each group of references: the place of its book among those copied. */
  private readonly books: number[] = [];

  constructor(private readonly source: DataView) {
    this.target = new Uint8Array(Math.max(4096, source.byteLength >> 1));
  }

  /** Where the next record will stand. */
  position(): number {
    return this.length;
  }

  /** Copies a record with its head. */
  copy(from: number, until: number): void {
    const { source } = this;
    this.append(new Uint8Array(source.buffer, source.byteOffset + from, until - from));
  }

  /** Copies a defined name without what it stands for: formulas say the name. */
  copyName(from: number, until: number): void {
    const at = from + 4;
    if (until - at < 15) throw corrupt();
    const isWide = (this.source.getUint8(at + 14) & 1) !== 0;
    const end = at + 15 + this.source.getUint8(at + 3) * (isWide ? 2 : 1);
    if (end > until) throw corrupt();
    const start = this.length;
    this.copy(from, end);
    const view = new DataView(this.target.buffer);
    view.setUint16(start + 2, end - at, true);
    view.setUint16(start + 8, 0, true);
  }

  /** Copies a formula's record under the number that the library knows. */
  copyFormula(from: number, until: number): void {
    const start = this.length;
    this.copy(from, until);
    new DataView(this.target.buffer).setUint16(start, formulaRecord, true);
  }

  /** The same without the formula: the value that the record states is all that can be read of it. */
  copyFormulaValue(from: number): void {
    const start = this.length;
    this.copyFormula(from, from + formulaOffset);
    this.append(nothing);
    const size = formulaOffset - 4 + nothing.length;
    new DataView(this.target.buffer).setUint16(start + 2, size, true);
  }

  /**
   * True where the names of a group are found by the library where they are: those of this workbook
   * and of add-ins. It takes names of other workbooks for names of this one.
   */
  isOwnName(group: number): boolean {
    const book = this.books[group];
    return book !== undefined && this.sheetCounts[book] === null;
  }

  /** True where a group's references are to another workbook. */
  isOtherBook(group: number): boolean {
    const book = this.books[group];
    return book !== undefined && typeof this.sheetCounts[book] === 'number';
  }

  /** Overwrites four bytes that were copied. */
  patch(at: number, value: number): void {
    new DataView(this.target.buffer).setUint32(at, value, true);
  }

  /**
   * Copies a record that names a workbook of formulas' references. Sheets of another workbook get
   * the book's number in front, `[1]Sheet1`, as .xlsx files have it: the library would print their
   * bare names, so that they could not be told from sheets of this workbook.
   */
  copyBook(from: number, until: number): void {
    const at = from + 4;
    if (until - at < 4) throw corrupt();
    const nameLength = this.source.getUint16(at + 2, true);
    // This workbook itself, or functions of add-ins: no sheets are named.
    if (nameLength === 0x401 || nameLength === 0x3a01) {
      this.sheetCounts.push(null);
      this.copy(from, until);
      return;
    }
    this.otherBooks += 1;
    const prefix = `[${this.otherBooks}]`;
    const start = this.length;
    let next = at + 4 + this.textSize(at + 4, nameLength, until);
    this.copy(from, next);
    let count = 0;
    while (next < until) {
      if (next + 3 > until) throw corrupt();
      const length = this.source.getUint16(next, true);
      const end = next + 2 + this.textSize(next + 2, length, until);
      const isWide = (this.source.getUint8(next + 2) & 1) !== 0;
      this.appendText(prefix, isWide, length);
      this.copy(next + 3, end);
      next = end;
      count += 1;
    }
    this.appendText(`${prefix}#REF`, false, 0);
    this.sheetCounts.push(count);
    const size = this.length - start - 4;
    if (size > longestRecord) throw corrupt();
    new DataView(this.target.buffer).setUint16(start + 2, size, true);
  }

  /**
   * Copies the record that says which sheets references mean. A sheet of another workbook that is not
   * there any more becomes the name added above, `[1]#REF`: the library would drop the book.
   */
  copySheetReferences(from: number, until: number): void {
    const start = this.length;
    this.copy(from, until);
    const view = new DataView(this.target.buffer);
    for (let at = start + 6; at + 6 <= this.length; at += 6) {
      const book = view.getUint16(at, true);
      this.books.push(book);
      const count = this.sheetCounts[book] ?? null;
      if (count === null) continue;
      for (const field of [at + 2, at + 4]) {
        if (view.getUint16(field, true) >= count) view.setUint16(field, count, true);
      }
    }
  }

  /** The stream so far. */
  bytes(): Uint8Array {
    return this.target.slice(0, this.length);
  }

  /** Bytes of a text with its flags: one or two a character, and no formatting. */
  private textSize(at: number, length: number, end: number): number {
    if (at >= end) throw corrupt();
    const flags = this.source.getUint8(at);
    const size = 1 + length * ((flags & 1) !== 0 ? 2 : 1);
    if ((flags & ~1) !== 0 || at + size > end) throw corrupt();
    return size;
  }

  /** The head of a text and its first characters; `more` characters of the same width follow. */
  private appendText(text: string, isWide: boolean, more: number): void {
    const length = text.length + more;
    this.append(Uint8Array.of(length & 0xff, length >> 8, isWide ? 1 : 0));
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      this.append(isWide ? Uint8Array.of(code, 0) : Uint8Array.of(code));
    }
  }

  private append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length;
    if (needed > this.target.length) {
      const larger = new Uint8Array(Math.max(needed, this.target.length * 2));
      larger.set(this.target.subarray(0, this.length));
      this.target = larger;
    }
    this.target.set(bytes, this.length);
    this.length = needed;
  }
}
