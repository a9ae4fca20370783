/**
 * A workbook in memory behind the same port as Excel's, with the same refusals: protected sheets,
 * locked cells, merged areas, sheets that are gone or hidden, a protected structure. It is not kinder
 * than the contract that both are held to (test/ports). What was done can be taken back, act by act.
 */
import type { CellChange, CellStep, ChangedCells } from '../../application/cellChange';
import { decideChanges } from '../../application/cellChange';
import type { CellContent, CellReference, CellSnapshot } from '../../application/cellContent';
import { sameContent } from '../../application/cellContent';
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
import type { CellPosition, WorkbookGrids } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { freeName, sameSheetName } from '../../domain/sheetName';
import { explanationXml, longestPart } from '../../domain/submission/explanationPart';
import type { Explanation, StoredExplanations, UnreadablePart } from '../../domain/submission/kept';
import type { NewSheet } from '../../domain/template/layout';
import { isList } from '../../domain/template/layout';
import { withSheetNames } from '../../domain/template/sheetReferences';
import { mayHoldTable } from '../../domain/unread';
import { BookCalculation } from './BookCalculation';
import { findCells, sameCell, sheetNamed, textsIn, unwritable } from './bookCells';
import { BookExplanations } from './BookExplanations';
import { BookHistory, changesBetween, type BookState } from './bookHistory';
import { replaceMarks, type ReplacedMarks } from './bookMarks';
import { BookSheet, rangeOf } from './BookSheet';
import { entered } from './entered';
import type { PastedCell } from './pasting';

/** Rows of lists that are told as one part. */
const rowsPerPart = 1000;

/** What a workbook begins with. */
export interface BookStart {
  readonly grids: WorkbookGrids;
  /** Sheets made of the grids, in their order. */
  readonly sheets: readonly BookSheet[];
  readonly customXml: readonly string[];
  readonly structureProtected: boolean;
}

export class BookWorkbook implements WorkbookPort {
  readonly sheets: BookSheet[];
  structureProtected = false;
  /** Whether the printer's driver takes a page setup. */
  pages: InsertedSheets['pages'] = 'setUp';
  selection = '';
  /** How often a place was gone to. */
  ledTo = 0;
  readonly calculation: BookCalculation;
  readonly explanations = new BookExplanations();
  readonly #history = new BookHistory();
  #unread: WorkbookGrids['unread'] = undefined;
  #names: WorkbookGrids['names'] = undefined;
  #linksBeside: WorkbookGrids['linksBeside'] = undefined;
  /** Sheets that the last act laid out, as long as nothing else was done since. */
  #lastInserted: { readonly version: object; readonly names: readonly string[] } | null = null;
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #selectionListeners = new Set<(place: CellReference) => void>();
  readonly #watchers = new Set<() => void>();
  #nextId = 1;
  #last: Promise<unknown> = Promise.resolve();

  protected constructor(make: (nextId: () => number) => BookSheet[]) {
    this.sheets = make(() => this.#nextId++);
    this.calculation = new BookCalculation(this.sheets);
    const first = this.sheets.find(({ visibility }) => visibility === 'visible') ?? this.sheets[0];
    this.selection = `${first?.name ?? ''}!A1`;
  }

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

  // What the product does

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
      else this.#tellWatchers();
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
    return this.call('writeCells', () => {
      const last = changes.filter(
        (change, index) => !changes.slice(index + 1).some((later) => sameCell(later, change)),
      );
      const found = findCells(this.sheets, last);
      if (!found.ok) return found;
      const standing = found.value.map(({ sheet, at }) => sheet.stateAt(at));
      const { steps, left } = decideChanges(last, standing);
      const places = new Map(last.map((change, index) => [change, found.value[index]]));
      for (const { change } of steps) {
        const place = places.get(change);
        if (place?.sheet.isLocked(place.at) === true) {
          return failure({ code: 'sheetProtected', sheet: change.sheet });
        }
      }
      if (steps.length === 0) return success({ made: [], left });
      keep(steps);
      this.act();
      steps.forEach(({ change, after }, index) => {
        const place = places.get(change);
        if (place === undefined || !this.goesOn(index)) return;
        this.#put(place.sheet, place.at, after.content, after.numberFormat);
      });
      this.calculation.settle();
      const wrong = steps.filter(({ change, after }) => {
        const place = places.get(change);
        return !(place && sameContent(after.content, place.sheet.stateAt(place.at).content));
      });
      const [first] = wrong;
      if (first === undefined) return success({ made: steps, left });
      const { sheet } = first.change;
      const cells = wrong
        .filter(({ change }) => change.sheet === sheet)
        .map(({ change }) => change.cell);
      return failure({ code: 'notWritten', sheet, cells });
    });
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
      const before = this.#state();
      const changed = this.calculation.recalculate();
      // The file holds other results then.
      if (changed.length > 0) this.act(false, before);
      this.#tellWatchers();
      const { waitingCount, notWorkedOut } = this.calculation;
      return waitingCount === 0 ? success(null) : failure(notWorkedOut);
    });
  }

  insertSheets(
    sheets: readonly NewSheet[],
    { told, signal }: InsertProgress = {},
  ): Promise<Result<InsertedSheets, HostFault>> {
    return this.call('insertSheets', () => {
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      const isCancelled = () => signal?.aborted === true;
      if (isCancelled()) return failure({ code: 'cancelled' });
      const names: string[] = [];
      const taken = this.sheets.map(({ name }) => name);
      for (const { name } of sheets) names.push(freeName(name, [...taken, ...names]));
      const drawn = withSheetNames(sheets, names).filter((_, index) => this.goesOn(index));
      const rows = sheets.reduce((all, sheet) => all + (isList(sheet) ? sheet.rows.length : 0), 0);
      for (let done = 0; done < rows;) {
        done = Math.min(rows, done + rowsPerPart);
        told?.(done, rows);
        if (isCancelled()) return failure({ code: 'cancelled' });
      }
      this.act();
      drawn.forEach((layout, index) => {
        const sheet = BookSheet.laidOut(this.#nextId++, names[index] ?? '', layout);
        this.sheets.push(sheet);
        this.calculation.touch(sheet);
      });
      this.calculation.settle();
      const made = names.slice(0, drawn.length);
      this.#lastInserted = { version: this.version, names: made };
      return success({ names: made, pages: this.pages });
    });
  }

  takePlace(name: string, of: string): Promise<Result<null, HostFault>> {
    return this.call('takePlace', () => {
      const [sheet, other] = [this.find(name), this.find(of)];
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      if (sheet === undefined) return failure({ code: 'notThere', what: name });
      if (other === undefined) return failure({ code: 'notThere', what: of });
      if (!this.goesOn(0)) return success(null);
      // One act with the one that laid the sheet out.
      this.act(this.#wasInsertedLast([name]));
      const rest = this.sheets.filter((one) => one !== sheet);
      this.sheets.splice(
        0,
        this.sheets.length,
        ...rest.map((one) => (one === other ? sheet : one)),
      );
      sheet.name = other.name;
      this.calculation.touch(sheet);
      this.calculation.settle();
      return success(null);
    });
  }

  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>> {
    return this.call('deleteSheets', () => {
      const there = this.sheets.filter((sheet) =>
        names.some((name) => sameSheetName(name, sheet.name)),
      );
      if (there.length === 0) return success(null);
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      let isBegun = false;
      for (const sheet of there.filter((_, index) => this.goesOn(index))) {
        const stays = this.sheets.filter((other) => other !== sheet);
        if (!stays.some(({ visibility }) => visibility === 'visible')) {
          return failure({ code: 'hostError', hostCode: 'InvalidOperation' });
        }
        this.act(isBegun);
        isBegun = true;
        this.sheets.splice(this.sheets.indexOf(sheet), 1);
      }
      return success(null);
    });
  }

  #wasInsertedLast(names: readonly string[]): boolean {
    const last = this.#lastInserted;
    return last?.version === this.version && names.every((name) => last.names.includes(name));
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.call('onChange', () => {
      this.#listeners.add(listener);
      return success(() => {
        this.#listeners.delete(listener);
        return Promise.resolve();
      });
    });
  }

  onSelect(listener: (place: CellReference) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.call('onSelect', () => {
      this.#selectionListeners.add(listener);
      const [sheet = '', areas = ''] = this.selection.split('!');
      listener({ sheet, cell: areas.split(/[,:]/)[0] ?? '' });
      return success(() => {
        this.#selectionListeners.delete(listener);
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

  // What the user does, and what is drawn

  /** Types into a cell, as from the keyboard. */
  type(sheetName: string, cell: string, text: string): void {
    this.typeAll(sheetName, [{ at: positionOf(cell), text }]);
  }

  /** Types into several cells of a sheet, one step for undo. */
  typeAll(sheetName: string, cells: readonly PastedCell[]): void {
    const sheet = this.sheet(sheetName);
    const locked = cells.find(({ at }) => sheet.isLocked(at));
    if (locked !== undefined) throw new Error(`${sheetName}!${addressOf(locked)} is locked`);
    const contents = cells.map((cell) => ({
      cell,
      ...entered(cell.text, sheet.numberFormatAt(cell.at)),
    }));
    this.act();
    for (const { cell, content, numberFormat } of contents) {
      this.#put(sheet, cell.at, content, numberFormat);
    }
    for (const { cell, content } of contents) {
      const isFigure = typeof content === 'number' || content === '';
      this.tell({ sheet: sheet.name, address: addressOf(cell), kind: 'edited', isFigure });
    }
    for (const name of this.calculation.settle()) {
      this.tell({ sheet: name, address: null, kind: 'calculated' });
    }
    this.#tellWatchers();
  }

  /** Selects cells, such as `A1:B3,D5`; only the first is told. */
  select(sheetName: string, addresses: string): void {
    const { name } = this.sheet(sheetName);
    this.selection = `${name}!${addresses}`;
    const place = this.selected;
    for (const listener of [...this.#selectionListeners]) listener(place);
    this.#tellWatchers();
  }

  /** The active cell. */
  get selected(): CellReference {
    const at = this.selection.lastIndexOf('!');
    const cell = this.selection.slice(at + 1).split(/[:,]/)[0] ?? '';
    return { sheet: this.selection.slice(0, at), cell };
  }

  /** True where anything but marks was changed since it was opened or saved. */
  get isChanged(): boolean {
    return this.#history.isChanged;
  }

  /** Names what stands here now. */
  get version(): object {
    return this.#history.version;
  }

  /** The file holds what stood here at a version. */
  noteSaved(version: object): void {
    this.#history.noteSaved(version);
    this.#tellWatchers();
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): void {
    const now = this.#state();
    this.#goTo(now, this.#history.undo(now));
  }

  redo(): void {
    const now = this.#state();
    this.#goTo(now, this.#history.redo(now));
  }

  /** Calls back after anything that is drawn may have changed. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  sheet(name: string): BookSheet {
    const sheet = this.find(name);
    if (sheet === undefined) throw new Error(`no sheet named ${name}`);
    return sheet;
  }

  find(name: string): BookSheet | undefined {
    return sheetNamed(this.sheets, name);
  }

  protected nextId(): number {
    return this.#nextId++;
  }

  /** What the user has done is told to listeners. */
  protected tell(change: WorkbookChange): void {
    for (const listener of [...this.#listeners]) listener(change);
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
    this.#tellWatchers();
  }

  /** To be called before anything but marks is changed, once an act; an act may go on with the one before, or tell what was there itself. */
  protected act(continues = false, before = this.#state()): void {
    this.#history.begin(continues ? null : before);
    this.contentChanged();
  }

  /** Something but a mark is about to be changed. */
  protected contentChanged(): void {
    // Nothing beside what the version says.
  }

  #put(sheet: BookSheet, at: CellPosition, content: CellContent, numberFormat: string): void {
    const range = { top: at.row, left: at.column, bottom: at.row, right: at.column };
    if (sheet.numberFormatAt(at) !== numberFormat) sheet.setFormat(range, { numberFormat });
    sheet.put(at, content);
    this.calculation.touch(sheet, range);
  }

  #state(): BookState {
    return {
      sheets: this.sheets.map((sheet) => ({ sheet, state: sheet.keep() })),
      explanations: this.explanations.keep(),
      calculation: this.calculation.keep(),
      version: this.version,
    };
  }

  #goTo(before: BookState, state: BookState | undefined): void {
    if (state === undefined) return;
    this.sheets.splice(0, this.sheets.length, ...state.sheets.map(({ sheet }) => sheet));
    for (const { sheet, state: kept } of state.sheets) sheet.putBack(kept);
    this.explanations.putBack(state.explanations);
    this.calculation.putBack(state.calculation);
    const { sheet } = this.selected;
    if (this.find(sheet) === undefined) this.select(this.sheets[0]?.name ?? '', 'A1');
    for (const change of changesBetween(before, state)) this.tell(change);
    this.#tellWatchers();
  }

  #tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
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
      if (changing.has(name)) this.#tellWatchers();
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

function positionOf(cell: string): CellPosition {
  const at = parseAddress(cell);
  if (at === null) throw new Error(`${cell} is no address`);
  return at;
}

function addressOf({ at }: PastedCell): string {
  return cellAddress(at.row, at.column);
}
