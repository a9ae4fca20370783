/**
 * A workbook in memory behind the same port as Excel's, with the same refusals: protected sheets,
 * locked cells, merged areas, sheets that are gone or hidden, a protected structure. It is not kinder
 * than the contract that both are held to (test/ports). What the user does to it is in EditedBook.
 */
import type { CellChange, CellStep, ChangedCells } from '../../application/cellChange';
import type { CellReference, CellSnapshot } from '../../application/cellContent';
import type {
  ChangedExplanations,
  InsertedSheets,
  InsertProgress,
  Mark,
  MarksFound,
  Unsubscribe,
  UnwritableCell,
  WorkbookChange,
  WorkbookPort,
} from '../../application/ports';
import type { HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { sameSheetName } from '../../domain/sheetName';
import { explanationXml, longestPart } from '../../domain/submission/explanationPart';
import type { Explanation, StoredExplanations, UnreadablePart } from '../../domain/submission/kept';
import type { NewSheet } from '../../domain/template/layout';
import { mayHoldTable } from '../../domain/unread';
import { findCells, textsIn, unwritable } from './bookCells';
import { replaceMarks, type ReplacedMarks } from './bookMarks';
import { type BookSheet, rangeOf } from './BookSheet';
import { deleteFrom, insertInto, putInPlace } from './bookSheetActs';
import { type BookActs, writeInto } from './bookWriting';
import { EditedBook } from './EditedBook';

/** What a workbook begins with. */
export interface BookStart {
  readonly grids: WorkbookGrids;
  /** Sheets made of the grids, in their order. */
  readonly sheets: readonly BookSheet[];
  readonly customXml: readonly string[];
  readonly structureProtected: boolean;
}

export class BookWorkbook extends EditedBook implements WorkbookPort {
  structureProtected = false;
  /** Whether the printer's driver takes a page setup. */
  pages: InsertedSheets['pages'] = 'setUp';
  /** How often a place was gone to. */
  ledTo = 0;
  #unread: WorkbookGrids['unread'] = undefined;
  #names: WorkbookGrids['names'] = undefined;
  #linksBeside: WorkbookGrids['linksBeside'] = undefined;
  /** Sheets that the last act laid out, as long as nothing else was done since. */
  #lastInserted: { readonly version: object; readonly names: readonly string[] } | null = null;
  #last: Promise<unknown> = Promise.resolve();
  readonly #acts: BookActs = {
    sheets: this.sheets,
    calculation: this.calculation,
    isProtected: () => this.structureProtected,
    nextId: () => this.nextId(),
    begin: (continues) => {
      this.act(continues);
    },
    goesOn: (piece) => this.goesOn(piece),
    put: (sheet, at, content, numberFormat) => {
      this.put(sheet, at, content, numberFormat);
    },
  };

  /** Opens what was read from a file. Formulas that show nothing yet are worked out, whatever its mode. */
  static ofFile({ grids, sheets, customXml, structureProtected }: BookStart): BookWorkbook {
    const workbook = new BookWorkbook((nextId) => {
      sheets.forEach(nextId);
      return [...sheets];
    });
    workbook.begin(grids);
    workbook.explanations.parts = [...customXml];
    workbook.structureProtected = structureProtected;
    return workbook;
  }

  /** Takes over what a file says beside its sheets. */
  protected begin(grids: WorkbookGrids): void {
    const { calculation, explanations, unread, names, linksBeside } = grids;
    this.#unread = unread;
    this.#names = names;
    this.#linksBeside = linksBeside;
    this.explanations.begin(explanations ?? null);
    this.calculation.unread = (unread ?? []).filter(mayHoldTable).map(({ sheet }) => sheet ?? '');
    this.calculation.begin(
      calculation ?? { mode: 'automatic', isPending: false, fullOnLoad: false },
    );
  }

  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>> {
    return this.call('readWorkbook', () =>
      success({
        sheets: this.sheets.map((s) => s.grid()),
        calculation: this.calculation.told,
        ...(this.#unread !== undefined && { unread: this.#unread }),
        ...(this.definedNames !== undefined && { names: this.definedNames }),
        ...(this.#linksBeside !== undefined && { linksBeside: this.#linksBeside }),
        ...(this.explanations.areThere && { explanations: this.explanations.stored }),
      }),
    );
  }

  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>> {
    return this.call(`readSheets ${names.join(' ')}`, () => {
      const wanted = new Set(names);
      return success({
        sheets: this.sheets.filter(({ name }) => wanted.has(name)).map((sheet) => sheet.grid()),
        calculation: this.calculation.told,
        ...(this.#unread !== undefined && { unread: this.#unread }),
      });
    });
  }

  findSheets(
    names: readonly string[],
    titles: readonly string[],
  ): Promise<Result<readonly string[], HostFault>> {
    return this.call('findSheets', () =>
      success(
        this.sheets
          .filter((sheet) => {
            const value = sheet.grid().rows[0]?.[0]?.value;
            const isTitled = typeof value === 'string' && titles.includes(value);
            return isTitled || names.includes(sheet.name);
          })
          .map(({ name }) => name),
      ),
    );
  }

  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>> {
    return this.call('readCells', () => {
      const found = findCells(this.sheets, cells);
      if (!found.ok) return found;
      return success(
        found.value.map(({ sheet, at }, index) => ({
          sheet: cells[index]?.sheet ?? '',
          cell: cells[index]?.cell ?? '',
          ...sheet.stateAt(at),
        })),
      );
    });
  }

  goTo({ sheet: name, cell }: CellReference): Promise<Result<null, HostFault>> {
    return this.call(`goTo ${name}!${cell}`, () => {
      const sheet = this.find(name);
      if (sheet === undefined) return failure({ code: 'notThere', what: name });
      if (sheet.visibility !== 'visible') return failure({ code: 'sheetHidden', sheet: name });
      this.ledTo += 1;
      if (this.selection !== `${sheet.name}!${cell}`) this.select(sheet.name, cell);
      else this.tellWatchers();
      return success(null);
    });
  }

  showMarks(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>> {
    return this.call('showMarks', () => {
      const isLookedAt = (name: string) => only?.some((one) => sameSheetName(one, name)) ?? true;
      const wanted = marks.filter(({ sheet }) => isLookedAt(sheet));
      const missing = wanted.find(({ sheet }) => this.find(sheet) === undefined);
      const done = this.#mark(wanted, isLookedAt);
      if (missing !== undefined) return failure({ code: 'notThere', what: missing.sheet });
      return done.locked.length === 0
        ? success(null)
        : failure({ code: 'sheetsNotMarked', sheets: done.locked });
    });
  }

  clearMarks(): Promise<Result<number, HostFault>> {
    return this.call('clearMarks', () => {
      const done = this.#mark([], () => true);
      const [locked] = done.locked;
      return locked === undefined
        ? success(done.removed)
        : failure({ code: 'sheetProtected', sheet: locked });
    });
  }

  findMarks(): Promise<Result<MarksFound, HostFault>> {
    return this.call('findMarks', () =>
      success({
        marked: this.sheets.filter((sheet) => this.savesMarksOf(sheet)).map(({ name }) => name),
        unreadable: [],
      }),
    );
  }

  findUnwritable(
    cells: readonly CellReference[],
  ): Promise<Result<readonly UnwritableCell[], HostFault>> {
    return this.call('findUnwritable', () => {
      const found = findCells(this.sheets, cells);
      if (!found.ok) return found;
      return success(
        found.value.flatMap((cell, index): UnwritableCell[] => {
          const named = cells[index];
          const why = named === undefined ? null : unwritable(cell, named);
          return why === null ? [] : [why];
        }),
      );
    });
  }

  writeCells(
    changes: readonly CellChange[],
    keep: (steps: readonly CellStep[]) => void = () => undefined,
  ): Promise<Result<ChangedCells, HostFault>> {
    return this.call('writeCells', () => writeInto(this.#acts, changes, keep));
  }

  readExplanations(): Promise<Result<StoredExplanations, HostFault>> {
    return this.call('readExplanations', () => success(this.explanations.stored));
  }

  changeExplanations(
    change: (explanations: readonly Explanation[]) => readonly Explanation[],
  ): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
    return this.call<ChangedExplanations | UnreadablePart>('changeExplanations', () => {
      const { stored } = this.explanations;
      if (stored.kind === 'unreadable') return success(stored.why);
      const after = change(stored.explanations);
      const xml = explanationXml(after);
      if ((xml?.length ?? 0) > longestPart) return failure({ code: 'explanationsTooLong' });
      if (this.goesOn(0) && xml !== explanationXml(stored.explanations)) {
        this.act();
        this.explanations.replace(xml);
      }
      return success({ before: stored.explanations, after });
    });
  }

  removeExplanations(): Promise<Result<number, HostFault>> {
    return this.call('removeExplanations', () => {
      const removed = this.explanations.ownParts;
      if (removed > 0) {
        this.act();
        this.explanations.replace(null);
      }
      return success(removed);
    });
  }

  isSaved(): Promise<Result<boolean | null, HostFault>> {
    return this.call('isSaved', () => success(!this.isChanged));
  }

  calculate(): Promise<Result<null, HostFault>> {
    return this.call('calculate', () => {
      const before = this.state();
      const changed = this.calculation.recalculate();
      // The file holds other results then.
      if (changed.length > 0) this.act(false, before);
      this.tellWatchers();
      const { waitingCount, notWorkedOut } = this.calculation;
      return waitingCount === 0 ? success(null) : failure(notWorkedOut);
    });
  }

  insertSheets(
    sheets: readonly NewSheet[],
    progress: InsertProgress = {},
  ): Promise<Result<InsertedSheets, HostFault>> {
    return this.call('insertSheets', () => {
      const made = insertInto(this.#acts, sheets, progress);
      if (!made.ok) return made;
      this.#lastInserted = { version: this.version, names: made.value };
      return success({ names: made.value, pages: this.pages });
    });
  }

  takePlace(name: string, of: string): Promise<Result<null, HostFault>> {
    return this.call('takePlace', () => {
      const last = this.#lastInserted;
      const wasInsertedLast = last?.version === this.version && last.names.includes(name);
      return putInPlace(this.#acts, name, of, wasInsertedLast);
    });
  }

  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>> {
    return this.call('deleteSheets', () => deleteFrom(this.#acts, names));
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.call('onChange', () => {
      const end = this.listen(listener);
      return success(() => {
        end();
        return Promise.resolve();
      });
    });
  }

  onSelect(listener: (place: CellReference) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.call('onSelect', () => {
      const end = this.listenToSelection(listener);
      listener(this.selected);
      return success(() => {
        end();
        return Promise.resolve();
      });
    });
  }

  readSelection(): Promise<Result<readonly string[], HostFault>> {
    return this.call('readSelection', () => {
      const [name = '', addresses = ''] = this.selection.split('!');
      return textsIn(this.sheet(name).grid(), addresses.split(',').map(rangeOf));
    });
  }

  /** Asked before each piece of a call: a cell, a sheet, what is done at once. */
  protected goesOn(piece: number): boolean {
    return piece >= 0;
  }

  /** Whether marks of ours are saved with a sheet: those that are only drawn are left nowhere. */
  protected savesMarksOf(sheet: BookSheet): boolean {
    return sheet.isMarkedInFile;
  }

  /** Whether marks are formats of the sheet, which its protection forbids; those that are only drawn are not. */
  protected get protectsMarks(): boolean {
    return false;
  }

  /** The names that the workbook defines, and where they lead; absent where the file does not say. */
  protected get definedNames(): WorkbookGrids['names'] {
    return this.#names;
  }

  /** Marks were put or taken off. */
  protected marksChanged(): void {
    this.tellWatchers();
  }

  /** Puts marks in place of those on the sheets that are looked at. */
  #mark(marks: readonly Mark[], isLookedAt: (sheet: string) => boolean): ReplacedMarks {
    const done = replaceMarks(
      this.sheets.filter(({ name }) => isLookedAt(name)),
      marks,
      ({ protection }) => this.protectsMarks && protection?.allowsFormats === false,
    );
    if (done.isChanged) this.marksChanged();
    return done;
  }

  /** Runs a call after those before it, each answered later, as by another program. */
  protected call<T>(name: string, work: () => Result<T, HostFault>): Promise<Result<T, HostFault>> {
    const mine = this.#last.then(() => {
      const outcome = this.perform(name, work);
      if (changing.has(name)) this.tellWatchers();
      return outcome;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Does what a call is for; how often, and up to where, is for those to say that are interrupted. */
  protected perform<T>(_name: string, work: () => Result<T, HostFault>): Result<T, HostFault> {
    return work();
  }
}

/** Calls that may change what is drawn, marks and selections aside. */
const changing: ReadonlySet<string> = new Set([
  'writeCells',
  'changeExplanations',
  'removeExplanations',
  'insertSheets',
  'takePlace',
  'deleteSheets',
]);
