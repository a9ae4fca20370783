/**
 * A workbook in memory behind the same port as Excel's, with the same refusals: protected sheets,
 * locked cells, merged areas, sheets that are gone or hidden, a protected structure. It is not kinder
 * than the contract that both are held to (test/ports). What was done can be taken back, act by act.
 */
import type { CellChange, CellStep, ChangedCells } from '../../application/cellChange';
import { decideChanges } from '../../application/cellChange';
import type { CellContent, CellReference, CellSnapshot } from '../../application/cellContent';
import { sameContent } from '../../application/cellContent';
import { marksAlready, markRules, rangesAddress } from '../../application/markRules';
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
import type { Calculation, CellPosition, CellRange, WorkbookGrids } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { freeName, sameSheetName } from '../../domain/sheetName';
import {
  explanationNamespace,
  explanationXml,
  longestPart,
  partFrom,
  storedExplanations,
} from '../../domain/submission/explanationPart';
import type { Explanation, StoredExplanations, UnreadablePart } from '../../domain/submission/kept';
import type { NewSheet } from '../../domain/template/layout';
import { isList } from '../../domain/template/layout';
import { withSheetNames } from '../../domain/template/sheetReferences';
import { mayHoldTable } from '../../domain/unread';
import { readXmlElements, rootNamespaceOf } from '../../files/xml/xmlElements';
import type { SheetState } from './BookSheet';
import { BookSheet, rangeOf } from './BookSheet';
import { calculate, type Dirty, type Waiting } from './calculation';
import { entered } from './entered';

/** Rows of lists that are told as one part. */
const rowsPerPart = 1000;

/** Cells whose texts are read at most. */
const mostSelected = 20_000;

/** Formulas that are named at most where they cannot be worked out. */
const mostNamed = 3;

const notAnAddress = (what: string) => failure({ code: 'notThere', what } as const);

/** What a workbook begins with. */
export interface BookStart {
  readonly grids: WorkbookGrids;
  /** Sheets made of the grids, in their order. */
  readonly sheets: readonly BookSheet[];
  readonly customXml: readonly string[];
  readonly structureProtected: boolean;
}

/** The workbook as it was at a moment. */
interface BookState {
  readonly sheets: readonly { readonly sheet: BookSheet; readonly state: SheetState }[];
  readonly customXml: readonly string[];
  readonly keepsOwn: boolean;
  readonly isPending: boolean;
  readonly dirty: readonly Dirty[];
  readonly waiting: Waiting;
  /** Names the state: equal objects are equal contents. */
  readonly version: object;
}

/** Acts that can be taken back at most; what is kept of each is little. */
const mostSteps = 200;

export class BookWorkbook implements WorkbookPort {
  readonly sheets: BookSheet[];
  structureProtected = false;
  /** Whether the printer's driver takes a page setup. */
  pages: InsertedSheets['pages'] = 'setUp';
  selection = '';
  /** How often a place was gone to. */
  ledTo = 0;
  /** `manual`: formulas show what they came to when last asked for. */
  calculationMode: Calculation['mode'] = 'automatic';
  /** Custom XML parts of whichever program, as their text; of a file, only ours. */
  customXml: string[] = [];
  #isPending = false;
  #dirty: readonly Dirty[] = [];
  #waiting: Waiting = new Set();
  /** What a file holds of explanations, and whether that still stands. */
  #fileExplanations: StoredExplanations | null = null;
  #keepsOwn = true;
  #unread: WorkbookGrids['unread'] = undefined;
  #names: WorkbookGrids['names'] = undefined;
  #version: object = {};
  #savedVersion = this.#version;
  #undo: BookState[] = [];
  #redo: BookState[] = [];
  /** Sheets that the last act laid out, as long as nothing else was done since. */
  #lastInserted: { readonly version: object; readonly names: readonly string[] } | null = null;
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #selectionListeners = new Set<(place: CellReference) => void>();
  readonly #watchers = new Set<() => void>();
  #nextId = 1;
  #last: Promise<unknown> = Promise.resolve();

  protected constructor(make: (nextId: () => number) => BookSheet[]) {
    this.sheets = make(() => this.#nextId++);
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
    workbook.customXml = [...customXml];
    workbook.structureProtected = structureProtected;
    return workbook;
  }

  /** Takes over what a file says beside its sheets. */
  protected begin(grids: WorkbookGrids): void {
    const { calculation, explanations, unread, names } = grids;
    this.calculationMode = calculation?.mode ?? 'automatic';
    this.#isPending = calculation?.isPending ?? false;
    this.#fileExplanations = explanations ?? null;
    this.#unread = unread;
    this.#names = names;
    if (calculation?.fullOnLoad === true) {
      // As Excel does when it opens such a file; a result that it would not look at anew stands.
      this.calculateWhole(false);
      return;
    }
    this.#dirty = this.sheets.flatMap((sheet) =>
      sheet.formulasWithoutResult().map((range) => ({ sheet, range })),
    );
    this.#work(false, false);
  }

  /** Works everything out; where `isPending`, no result is believed that cannot be worked out. */
  protected calculateWhole(isPending: boolean): string[] {
    return this.#work(true, isPending);
  }

  #work(isWhole: boolean, isPending: boolean): string[] {
    const { changed, waiting } = calculate(this.sheets, {
      dirty: this.#dirty,
      isWhole,
      waiting: this.#waiting,
      isPending,
      unread: (this.#unread ?? []).filter(mayHoldTable).map(({ sheet }) => sheet ?? ''),
    });
    this.#dirty = [];
    this.#waiting = waiting;
    return [...changed];
  }

  /** How many formulas show a result that may be an old one. */
  get waitingFormulas(): number {
    return this.#waiting.size;
  }

  /** Whether a formula shows no result, or one that may be old, because it is not worked out here. */
  waitsAt({ id }: BookSheet, cell: string): boolean {
    return this.#waiting.has(`${String(id)} ${cell}`);
  }

  // What the product does

  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>> {
    return this.call('readWorkbook', () =>
      success({
        sheets: this.sheets.map((s) => s.grid()),
        calculation: this.#calculation,
        ...(this.#unread !== undefined && { unread: this.#unread }),
        ...(this.definedNames !== undefined && { names: this.definedNames }),
        ...(this.#hasExplanations && { explanations: this.#stored }),
      }),
    );
  }

  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>> {
    return this.call(`readSheets ${names.join(' ')}`, () => {
      const wanted = new Set(names);
      return success({
        sheets: this.sheets.filter(({ name }) => wanted.has(name)).map((sheet) => sheet.grid()),
        calculation: this.#calculation,
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
      const found = this.#find(cells);
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
      const sheet = this.#named(name);
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
      const missing = wanted.find(({ sheet }) => this.#named(sheet) === undefined);
      const done = this.#replaceMarks(wanted, isLookedAt);
      if (missing !== undefined) return failure({ code: 'notThere', what: missing.sheet });
      return done.locked.length === 0
        ? success(null)
        : failure({ code: 'sheetsNotMarked', sheets: done.locked });
    });
  }

  clearMarks(): Promise<Result<number, HostFault>> {
    return this.call('clearMarks', () => {
      const done = this.#replaceMarks([], () => true);
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
      const found = this.#find(cells);
      if (!found.ok) return found;
      return success(
        found.value.flatMap(({ sheet, at }, index): UnwritableCell[] => {
          const { sheet: name = '', cell = '' } = cells[index] ?? {};
          if (sheet.isLocked(at)) return [{ sheet: name, cell, why: 'locked', at: cell }];
          const anchor = sheet.anchorOf(at);
          if (anchor === null) return [];
          const first = cellAddress(anchor.row, anchor.column);
          return [{ sheet: name, cell, why: 'merged', at: first }];
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
      const found = this.#find(last);
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
      this.#settle();
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
    return this.call('readExplanations', () => success(this.#stored));
  }

  changeExplanations(
    change: (explanations: readonly Explanation[]) => readonly Explanation[],
  ): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
    return this.call<ChangedExplanations | UnreadablePart>('changeExplanations', () => {
      const stored = this.#stored;
      if (stored.kind === 'unreadable') return success(stored.why);
      const after = change(stored.explanations);
      const xml = explanationXml(after);
      if ((xml?.length ?? 0) > longestPart) return failure({ code: 'explanationsTooLong' });
      if (this.goesOn(0) && xml !== explanationXml(stored.explanations)) {
        this.act();
        this.#keepsOwn = false;
        const others = this.customXml.filter((part) => !isOurs(part));
        this.customXml = [...others, ...(xml === null ? [] : [xml])];
      }
      return success({ before: stored.explanations, after });
    });
  }

  removeExplanations(): Promise<Result<number, HostFault>> {
    return this.call('removeExplanations', () => {
      const stays = this.customXml.filter((part) => !isOurs(part));
      const removed = this.#hasExplanations ? Math.max(1, this.customXml.length - stays.length) : 0;
      if (removed > 0) {
        this.act();
        this.#keepsOwn = false;
        this.customXml = stays;
      }
      return success(removed);
    });
  }

  isSaved(): Promise<Result<boolean | null, HostFault>> {
    return this.call('isSaved', () => success(!this.isChanged));
  }

  get #hasExplanations(): boolean {
    return (this.#keepsOwn && this.#fileExplanations !== null) || this.customXml.some(isOurs);
  }

  get #stored(): StoredExplanations {
    // A part that could not be read is not among the texts.
    if (this.#keepsOwn && this.#fileExplanations?.kind === 'unreadable') {
      return this.#fileExplanations;
    }
    return storedExplanations(
      this.customXml.filter(isOurs).map((xml) => partFrom(xml, readXmlElements)),
    );
  }

  /** What the part of our explanations is to say, null for none; undefined where it is as in the file. */
  get explanationsChanged(): string | null | undefined {
    return this.#keepsOwn ? undefined : (this.customXml.find(isOurs) ?? null);
  }

  calculate(): Promise<Result<null, HostFault>> {
    return this.call('calculate', () => {
      const before = this.#state();
      const isPending = this.#isPending;
      this.#isPending = false;
      const changed = this.calculateWhole(isPending);
      // The file holds other results then.
      if (changed.length > 0) this.act(false, before);
      this.#tellWatchers();
      return this.#waiting.size === 0 ? success(null) : failure(this.#notWorkedOut);
    });
  }

  get #notWorkedOut(): HostFault {
    const names = new Map(this.sheets.map(({ id, name }) => [String(id), name]));
    const cells = [...this.#waiting].slice(0, mostNamed).map((waiting) => {
      const [id = '', cell = ''] = waiting.split(' ');
      return `${names.get(id) ?? ''}!${cell}`;
    });
    return { code: 'notWorkedOut', cells, count: this.#waiting.size };
  }

  /** Whether a formula may show an old result. */
  get isPending(): boolean {
    return this.#isPending || this.#waiting.size > 0 || this.#waitsForUser;
  }

  get #calculation(): Calculation {
    return { mode: this.calculationMode, isPending: this.isPending, fullOnLoad: false };
  }

  /** Formulas are worked out only when that is asked for, and something has changed. */
  get #waitsForUser(): boolean {
    return this.calculationMode === 'manual' && this.#dirty.length > 0;
  }

  /** Works formulas out where that is done by itself; the sheets in which one shows something else. */
  #settle(): string[] {
    return this.calculationMode === 'automatic' ? this.#work(false, false) : [];
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
        this.#dirty = [...this.#dirty, { sheet, range: wholeSheet }];
      });
      this.#settle();
      const made = names.slice(0, drawn.length);
      this.#lastInserted = { version: this.#version, names: made };
      return success({ names: made, pages: this.pages });
    });
  }

  takePlace(name: string, of: string): Promise<Result<null, HostFault>> {
    return this.call('takePlace', () => {
      const [sheet, other] = [this.#named(name), this.#named(of)];
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
      this.#settleWith(sheet);
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
    return last?.version === this.#version && names.every((name) => last.names.includes(name));
  }

  #settleWith(sheet: BookSheet): void {
    this.#dirty = [...this.#dirty, { sheet, range: wholeSheet }];
    this.#settle();
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
      const { rows } = this.sheet(name).grid();
      const texts: string[] = [];
      for (const { top, left, bottom, right } of addresses.split(',').map(rangeOf)) {
        const inUse = Math.min(bottom, rows.length - 1);
        if ((inUse - top + 1) * (right - left + 1) > mostSelected) {
          return failure({ code: 'tooMuchData', sheet: null });
        }
        for (let row = top; row <= inUse; row += 1) {
          for (let column = left; column <= right; column += 1) {
            const value = rows[row]?.[column]?.value ?? '';
            const text = typeof value === 'object' ? value.error : String(value);
            if (text.trim() !== '') texts.push(text);
          }
        }
      }
      return success(texts);
    });
  }

  // What the user does, and what is drawn

  /** Types into a cell, as from the keyboard. */
  type(sheetName: string, cell: string, text: string): void {
    const sheet = this.sheet(sheetName);
    const at = positionOf(cell);
    if (sheet.isLocked(at)) throw new Error(`${sheetName}!${cell} is locked`);
    const { content, numberFormat } = entered(text, sheet.numberFormatAt(at));
    this.act();
    this.#put(sheet, at, content, numberFormat);
    const isFigure = typeof content === 'number' || content === '';
    this.tell({ sheet: sheet.name, address: cell, kind: 'edited', isFigure });
    for (const name of this.#settle()) {
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
    return this.#version !== this.#savedVersion;
  }

  /** Names what stands here now. */
  get version(): object {
    return this.#version;
  }

  /** The file holds what stood here at a version. */
  noteSaved(version: object): void {
    this.#savedVersion = version;
    this.#tellWatchers();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  undo(): void {
    this.#goTo(this.#undo.pop(), this.#redo);
  }

  redo(): void {
    this.#goTo(this.#redo.pop(), this.#undo);
  }

  /** Calls back after anything that is drawn may have changed. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  sheet(name: string): BookSheet {
    const sheet = this.#named(name);
    if (sheet === undefined) throw new Error(`no sheet named ${name}`);
    return sheet;
  }

  find(name: string): BookSheet | undefined {
    return this.#named(name);
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
    if (!continues) {
      this.#undo.push(before);
      if (this.#undo.length > mostSteps) this.#undo.shift();
    }
    this.#redo = [];
    this.#version = {};
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
    this.#dirty = [...this.#dirty, { sheet, range }];
  }

  #state(): BookState {
    return {
      sheets: this.sheets.map((sheet) => ({ sheet, state: sheet.keep() })),
      customXml: this.customXml,
      keepsOwn: this.#keepsOwn,
      isPending: this.#isPending,
      dirty: this.#dirty,
      waiting: this.#waiting,
      version: this.#version,
    };
  }

  #goTo(state: BookState | undefined, other: BookState[]): void {
    if (state === undefined) return;
    const before = this.#state();
    other.push(before);
    this.sheets.splice(0, this.sheets.length, ...state.sheets.map(({ sheet }) => sheet));
    for (const { sheet, state: kept } of state.sheets) sheet.putBack(kept);
    this.customXml = [...state.customXml];
    this.#keepsOwn = state.keepsOwn;
    this.#isPending = state.isPending;
    this.#dirty = state.dirty;
    this.#waiting = state.waiting;
    this.#version = state.version;
    const { sheet } = this.selected;
    if (this.#named(sheet) === undefined) this.select(this.sheets[0]?.name ?? '', 'A1');
    this.#tellDifferences(before, state);
    this.#tellWatchers();
  }

  /** What going from one state to another changed, as if the user had done it by hand. */
  #tellDifferences(before: BookState, after: BookState): void {
    const names = ({ sheets }: BookState) => sheets.map(({ state }) => state.name).join('\n');
    const isOther = names(before) !== names(after) || before.customXml !== after.customXml;
    if (isOther) this.tell({ sheet: null, address: null, kind: 'structure' });
    const kept = new Map(before.sheets.map(({ sheet, state }) => [sheet, state]));
    for (const { sheet, state } of after.sheets) {
      const was = kept.get(sheet);
      if (was === undefined || was.rows === state.rows) continue;
      for (const change of differences(was, state)) this.tell({ ...change, sheet: sheet.name });
    }
  }

  #tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  #named(name: string): BookSheet | undefined {
    return this.sheets.find((sheet) => sameSheetName(sheet.name, name));
  }

  #find(
    cells: readonly CellReference[],
  ): Result<readonly { sheet: BookSheet; at: CellPosition }[], HostFault> {
    const found: { sheet: BookSheet; at: CellPosition }[] = [];
    for (const { sheet: name, cell } of cells) {
      const [sheet, at] = [this.#named(name), parseAddress(cell)];
      if (at === null) return notAnAddress(`${name}!${cell}`);
      if (sheet === undefined) return failure({ code: 'notThere', what: name });
      found.push({ sheet, at });
    }
    return success(found);
  }

  #replaceMarks(
    marks: readonly Mark[],
    isLookedAt: (sheet: string) => boolean,
  ): { removed: number; locked: readonly string[] } {
    let removed = 0;
    let isChanged = false;
    const locked: string[] = [];
    for (const sheet of this.sheets.filter(({ name }) => isLookedAt(name))) {
      const wanted = markRules(marks.filter((mark) => sameSheetName(mark.sheet, sheet.name)));
      const standing = markRules(sheet.marks).map(({ kind, ranges }) => ({
        kind,
        address: rangesAddress(ranges),
      }));
      if (!sheet.isMarkedInFile && marksAlready(standing, wanted)) continue;
      if (this.protectsMarks && sheet.protection?.allowsFormats === false) {
        locked.push(sheet.name);
        continue;
      }
      isChanged = true;
      removed += standing.length + (sheet.isMarkedInFile ? 1 : 0);
      sheet.isMarkedInFile = false;
      sheet.marks = marks.filter((mark) => sameSheetName(mark.sheet, sheet.name));
    }
    if (isChanged) this.marksChanged();
    return { removed, locked };
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

const wholeSheet: CellRange = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };

/** The cells that differ, each told as edited; many at once as one area. */
function differences(before: SheetState, after: SheetState): WorkbookChange[] {
  const found: { readonly address: string; readonly isFigure: boolean }[] = [];
  const last = Math.max(before.rows.length, after.rows.length);
  for (let row = 0; row < last; row += 1) {
    const [was, is] = [before.rows[row] ?? [], after.rows[row] ?? []];
    if (was === is) continue;
    for (let column = 0; column < Math.max(was.length, is.length); column += 1) {
      const [one, other] = [was[column], is[column]];
      if (one === other) continue;
      const isResult = one?.formula != null && one.formula === other?.formula;
      if (isResult) continue;
      const isFigure =
        other === undefined || (other.formula === null && typeof other.value === 'number');
      found.push({ address: cellAddress(row, column), isFigure });
    }
  }
  if (found.length === 0) return [{ sheet: null, address: null, kind: 'calculated' }];
  return found.map((one) => ({ sheet: null, kind: 'edited', ...one }));
}

function isOurs(xml: string): boolean {
  return rootNamespaceOf(xml) === explanationNamespace;
}

function sameCell(one: CellReference, other: CellReference): boolean {
  return sameSheetName(one.sheet, other.sheet) && one.cell === other.cell;
}

function positionOf(cell: string): CellPosition {
  const at = parseAddress(cell);
  if (at === null) throw new Error(`${cell} is no address`);
  return at;
}
