/** How are sheets laid out in an opened workbook, put in another one's place, and deleted? */
import type { InsertProgress } from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import { failure, success, type Result } from '../../domain/result';
import { freeName, sameSheetName } from '../../domain/sheetName';
import type { NewSheet } from '../../domain/template/layout';
import { isList } from '../../domain/template/layout';
import { withSheetNames } from '../../domain/template/sheetReferences';
import type { BookCalculation } from './BookCalculation';
import { sheetNamed } from './bookCells';
import { BookSheet } from './BookSheet';

/** Rows of lists that are told as one part. */
const rowsPerPart = 1000;

/** What of a workbook is changed with its sheets. */
export interface SheetActs {
  /** In their order; changed in place. */
  readonly sheets: BookSheet[];
  readonly calculation: BookCalculation;
  /** Whether sheets may not be added, moved or deleted. */
  readonly isProtected: () => boolean;
  readonly nextId: () => number;
  /** Called before anything is changed: once an act, or with `continues` for what is one act with the last. */
  readonly begin: (continues: boolean) => void;
  /** Asked before each sheet. */
  readonly goesOn: (piece: number) => boolean;
}

/** Lays out sheets behind the others; answers their names, which may be others than were wished for. */
export function insertInto(
  book: SheetActs,
  sheets: readonly NewSheet[],
  { told, signal }: InsertProgress,
): Result<readonly string[], HostFault> {
  if (book.isProtected()) return failure({ code: 'workbookProtected' });
  const isCancelled = () => signal?.aborted === true;
  if (isCancelled()) return failure({ code: 'cancelled' });
  const names: string[] = [];
  const taken = book.sheets.map(({ name }) => name);
  for (const { name } of sheets) names.push(freeName(name, [...taken, ...names]));
  const drawn = withSheetNames(sheets, names).filter((_, index) => book.goesOn(index));
  const rows = sheets.reduce((all, sheet) => all + (isList(sheet) ? sheet.rows.length : 0), 0);
  for (let done = 0; done < rows;) {
    done = Math.min(rows, done + rowsPerPart);
    told?.(done, rows);
    if (isCancelled()) return failure({ code: 'cancelled' });
  }
  book.begin(false);
  drawn.forEach((layout, index) => {
    const sheet = BookSheet.laidOut(book.nextId(), names[index] ?? '', layout);
    book.sheets.push(sheet);
    book.calculation.touch(sheet);
  });
  book.calculation.settle();
  return success(names.slice(0, drawn.length));
}

/** Puts a sheet, under the other's name, where another one stands. @param continues the act that laid it out */
export function putInPlace(
  book: SheetActs,
  name: string,
  of: string,
  continues: boolean,
): Result<null, HostFault> {
  const [sheet, other] = [sheetNamed(book.sheets, name), sheetNamed(book.sheets, of)];
  if (book.isProtected()) return failure({ code: 'workbookProtected' });
  if (sheet === undefined) return failure({ code: 'notThere', what: name });
  if (other === undefined) return failure({ code: 'notThere', what: of });
  if (!book.goesOn(0)) return success(null);
  book.begin(continues);
  const rest = book.sheets.filter((one) => one !== sheet);
  book.sheets.splice(0, book.sheets.length, ...rest.map((one) => (one === other ? sheet : one)));
  sheet.name = other.name;
  book.calculation.touch(sheet);
  book.calculation.settle();
  return success(null);
}

/** Deletes sheets, in one act; the last one that is visible stays. */
export function deleteFrom(book: SheetActs, names: readonly string[]): Result<null, HostFault> {
  const there = book.sheets.filter((sheet) =>
    names.some((name) => sameSheetName(name, sheet.name)),
  );
  if (there.length === 0) return success(null);
  if (book.isProtected()) return failure({ code: 'workbookProtected' });
  let isBegun = false;
  for (const sheet of there.filter((_, index) => book.goesOn(index))) {
    const stays = book.sheets.filter((other) => other !== sheet);
    if (!stays.some(({ visibility }) => visibility === 'visible')) {
      return failure({ code: 'hostError', hostCode: 'InvalidOperation' });
    }
    book.begin(isBegun);
    isBegun = true;
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
  }
  return success(null);
}
