/** Which names does a binary workbook define, and which of them lead to another workbook? */
import { withLeads } from '../../domain/formulas/otherWorkbooks';
import type { WorkbookName } from '../../domain/grid';
import { corrupt } from '../fileFaultError';
import { baseOf, tokenSize, type ReferredBooks } from './formulaTokens';

const hiddenFlag = 0x01;
/** Print areas and the like, whose name is one character. */
const builtinFlag = 0x20;
/** A name of this workbook, by its number from 1. */
const ownNameToken = 0x23;
/** References with a sheet, and names, of a group. */
const groupTokens = 0x39;

interface NameRecord extends Omit<WorkbookName, 'leads' | 'sheet'> {
  readonly isBuiltin: boolean;
  /** Number of its sheet from 1, 0 for the workbook's own. */
  readonly sheet: number;
  /** Where its formula's tokens begin and end. */
  readonly first: number;
  readonly last: number;
}

/** The records of names, in their order. */
export class NameRecords {
  private readonly records: NameRecord[] = [];

  constructor(private readonly view: DataView) {}

  /** @throws FileFaultError corrupt where its name is longer than the record */
  take(at: number, end: number): void {
    if (end - at < 15) throw corrupt();
    const { view } = this;
    const flags = view.getUint16(at, true);
    const length = view.getUint8(at + 3);
    const isWide = (view.getUint8(at + 14) & 1) !== 0;
    const first = at + 15 + length * (isWide ? 2 : 1);
    if (first > end) throw corrupt();
    this.records.push({
      name: String.fromCharCode(
        ...Array.from({ length }, (_, index) =>
          isWide ? view.getUint16(at + 15 + index * 2, true) : view.getUint8(at + 15 + index),
        ),
      ),
      isHidden: (flags & hiddenFlag) !== 0,
      isBuiltin: (flags & builtinFlag) !== 0,
      sheet: view.getUint16(at + 8, true),
      first,
      last: Math.min(end, first + view.getUint16(at + 4, true)),
    });
  }

  /** As in a workbook's grids; names that Excel defines by itself are left out. */
  leadingOut(
    sheets: readonly string[],
    isOtherBook: ReferredBooks['isOtherBook'],
  ): readonly WorkbookName[] {
    const read = this.records.map((record) => this.read(record, isOtherBook));
    return withLeads(
      this.records.map(({ name, isHidden, sheet }) => ({
        name,
        isHidden,
        sheet: sheet === 0 ? null : (sheets[sheet - 1] ?? null),
      })),
      read.map(({ leads }) => leads),
      read.map(({ uses }) => uses),
    ).filter((_, at) => this.records[at]?.isBuiltin === false);
  }

  private read(
    { first, last, isBuiltin }: NameRecord,
    isOtherBook: ReferredBooks['isOtherBook'],
  ): { readonly leads: boolean; readonly uses: readonly number[] } {
    const { view } = this;
    const uses: number[] = [];
    let leads = false;
    for (let next = first; next < last;) {
      const base = baseOf(view.getUint8(next));
      const size = tokenSize(view, next, last);
      if (size === null) break;
      if (base >= groupTokens) leads ||= isOtherBook(view.getUint16(next + 1, true));
      else if (base === ownNameToken) uses.push(view.getUint16(next + 1, true) - 1);
      next += size;
    }
    return { leads: leads && !isBuiltin, uses };
  }
}
