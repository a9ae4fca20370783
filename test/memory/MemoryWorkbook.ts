/**
 * A workbook in memory behind the same port as Excel's, with the same refusals: protected sheets,
 * locked cells, merged areas, sheets that are gone or hidden, a protected structure. It can be
 * interrupted at any call and after any cell, as a batch in Excel can, and is not kinder than the
 * contract that both are held to (test/ports).
 */
import type { CellChange, CellStep, ChangedCells } from '../../src/application/cellChange';
import { decideChanges } from '../../src/application/cellChange';
import type { CellReference, CellSnapshot } from '../../src/application/cellContent';
import { sameContent } from '../../src/application/cellContent';
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
} from '../../src/application/ports';
import type { HostFault } from '../../src/domain/fault';
import { namesLeadingOut, type NameDefinition } from '../../src/domain/formulas/otherWorkbooks';
import type { CellPosition, Grid, WorkbookGrids } from '../../src/domain/grid';
import { cellAddress, parseAddress } from '../../src/domain/grid';
import { failure, success, type Result } from '../../src/domain/result';
import {
  explanationNamespace,
  explanationXml,
  storedExplanations,
} from '../../src/domain/submission/explanationPart';
import type {
  Explanation,
  StoredExplanations,
  UnreadablePart,
} from '../../src/domain/submission/kept';
import { readXmlElements } from '../../src/files/xml/xmlElements';
import type { NewSheet, SheetLayout } from '../../src/domain/template/layout';
import { isList } from '../../src/domain/template/layout';
import { withSheetNames } from '../../src/domain/template/sheetReferences';
import { marksAlready, markRules, rangesAddress } from '../../src/application/markRules';
import { freeName } from '../../src/domain/sheetName';
import { sameSheetName } from '../../src/domain/sheetName';
import { calculate } from './calculation';
import { entered, MemorySheet, rangeOf } from './MemorySheet';

/** A call that does not come to its end. */
export interface Interruption {
  /** The k-th call from now on, counted from 1. */
  readonly call: number;
  /** Cells, rules or sheets that are done before it stops; without it all are, and only the answer is lost. */
  readonly after?: number;
  readonly fault: HostFault;
}

/** Rows of lists that are told as one part. */
const rowsPerPart = 1000;

/** Cells whose texts are read at most. */
const mostSelected = 20_000;

const notAnAddress = (what: string) => failure({ code: 'notThere', what } as const);

export class MemoryWorkbook implements WorkbookPort {
  readonly sheets: MemorySheet[];
  structureProtected = false;
  /** Whether the printer's driver takes a page setup. */
  pages: InsertedSheets['pages'] = 'setUp';
  selection = '';
  /** `manual`: formulas show what they came to when last asked for. */
  calculationMode: 'automatic' | 'manual' = 'automatic';
  #isPending = false;
  /** Every call with the sheets it concerned, since the list was emptied. */
  readonly calls: string[] = [];
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #selectionListeners = new Set<(place: CellReference) => void>();
  #interruptions: Interruption[] = [];
  #nextId = 1;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(make: (nextId: () => number) => MemorySheet[]) {
    this.sheets = make(() => this.#nextId++);
    this.selection = `${this.sheets[0]?.name ?? ''}!A1`;
  }

  /** Opens laid-out sheets, their formulas worked out. */
  static ofLayouts(layouts: readonly SheetLayout[]): MemoryWorkbook {
    const workbook = new MemoryWorkbook((nextId) =>
      layouts.map((layout) => MemorySheet.ofLayout(nextId(), layout.name, layout)),
    );
    calculate(workbook.sheets);
    return workbook;
  }

  /** Opens sheets as read from a file, with the values that stand in it. */
  static ofGrids(grids: readonly Grid[]): MemoryWorkbook {
    return new MemoryWorkbook((nextId) => grids.map((grid) => MemorySheet.ofGrid(nextId(), grid)));
  }

  // What the product does

  readWorkbook(): Promise<Result<WorkbookGrids, HostFault>> {
    return this.#call('readWorkbook', () =>
      success({
        sheets: this.sheets.map((s) => s.grid()),
        calculation: this.#calculation,
        names: namesLeadingOut(this.names),
        ...(this.customXml.some(isOurs) && { explanations: this.#stored }),
      }),
    );
  }

  readSheets(names: readonly string[]): Promise<Result<WorkbookGrids, HostFault>> {
    return this.#call(`readSheets ${names.join(' ')}`, () => {
      const wanted = new Set(names);
      return success({
        sheets: this.sheets.filter(({ name }) => wanted.has(name)).map((sheet) => sheet.grid()),
        calculation: this.#calculation,
      });
    });
  }

  readCells(cells: readonly CellReference[]): Promise<Result<readonly CellSnapshot[], HostFault>> {
    return this.#call('readCells', () => {
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
    return this.#call(`goTo ${name}!${cell}`, () => {
      const sheet = this.#named(name);
      if (sheet === undefined) return failure({ code: 'notThere', what: name });
      if (sheet.visibility !== 'visible') return failure({ code: 'sheetHidden', sheet: name });
      if (this.selection !== `${sheet.name}!${cell}`) this.select(sheet.name, cell);
      return success(null);
    });
  }

  showMarks(marks: readonly Mark[], only?: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#call('showMarks', () => {
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
    return this.#call('clearMarks', () => {
      const done = this.#replaceMarks([], () => true);
      const [locked] = done.locked;
      return locked === undefined
        ? success(done.removed)
        : failure({ code: 'sheetProtected', sheet: locked });
    });
  }

  findMarks(): Promise<Result<MarksFound, HostFault>> {
    return this.#call('findMarks', () =>
      success({
        marked: this.sheets.filter(({ marks }) => marks.length > 0).map(({ name }) => name),
        unreadable: [],
      }),
    );
  }

  findUnwritable(
    cells: readonly CellReference[],
  ): Promise<Result<readonly UnwritableCell[], HostFault>> {
    return this.#call('findUnwritable', () => {
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
    return this.#call('writeCells', (stop) => {
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
      this.#changed();
      steps.forEach(({ change, after }, index) => {
        const place = places.get(change);
        if (place === undefined || index >= stop) return;
        const { row, column } = place.at;
        const range = { top: row, left: column, bottom: row, right: column };
        place.sheet.setFormat(range, { numberFormat: after.numberFormat });
        place.sheet.put(place.at, after.content);
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

  /** The names that are defined. */
  readonly names: NameDefinition[] = [];

  /** Custom XML parts of whichever program, as their text. */
  customXml: string[] = [];

  readExplanations(): Promise<Result<StoredExplanations, HostFault>> {
    return this.#call('readExplanations', () => success(this.#stored));
  }

  changeExplanations(
    change: (explanations: readonly Explanation[]) => readonly Explanation[],
  ): Promise<Result<ChangedExplanations | UnreadablePart, HostFault>> {
    return this.#call<ChangedExplanations | UnreadablePart>('changeExplanations', (stop) => {
      const stored = this.#stored;
      if (stored.kind === 'unreadable') return success(stored.why);
      const after = change(stored.explanations);
      const xml = explanationXml(after);
      if (stop > 0) {
        const others = this.customXml.filter((part) => !isOurs(part));
        this.customXml = [...others, ...(xml === null ? [] : [xml])];
        if (xml !== explanationXml(stored.explanations)) this.#changed();
      }
      return success({ before: stored.explanations, after });
    });
  }

  removeExplanations(): Promise<Result<number, HostFault>> {
    return this.#call('removeExplanations', () => {
      const before = this.customXml.length;
      this.customXml = this.customXml.filter((part) => !isOurs(part));
      if (this.customXml.length < before) this.#changed();
      return success(before - this.customXml.length);
    });
  }

  /** Whether the file holds what stands here; null: the host does not say. */
  saved: boolean | null = true;

  #changed(): void {
    if (this.saved !== null) this.saved = false;
  }

  isSaved(): Promise<Result<boolean | null, HostFault>> {
    return this.#call('isSaved', () => success(this.saved));
  }

  get #stored(): StoredExplanations {
    return storedExplanations(this.customXml.filter(isOurs).map(readXmlElements));
  }

  calculate(): Promise<Result<null, HostFault>> {
    return this.#call('calculate', () => {
      this.#isPending = false;
      calculate(this.sheets);
      return success(null);
    });
  }

  get #calculation() {
    return { mode: this.calculationMode, isPending: this.#isPending, fullOnLoad: false };
  }

  /** Works formulas out where that is done by itself; the sheets in which one shows something else. */
  #settle(): string[] {
    if (this.calculationMode === 'automatic') return calculate(this.sheets);
    this.#isPending = true;
    return [];
  }

  insertSheets(
    sheets: readonly NewSheet[],
    { told, signal }: InsertProgress = {},
  ): Promise<Result<InsertedSheets, HostFault>> {
    return this.#call('insertSheets', (stop) => {
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      const isCancelled = () => signal?.aborted === true;
      if (isCancelled()) return failure({ code: 'cancelled' });
      const names: string[] = [];
      const taken = this.sheets.map(({ name }) => name);
      for (const { name } of sheets) names.push(freeName(name, [...taken, ...names]));
      const drawn = withSheetNames(sheets, names).slice(0, stop);
      this.#changed();
      const rows = sheets.reduce((all, sheet) => all + (isList(sheet) ? sheet.rows.length : 0), 0);
      for (let done = 0; done < rows;) {
        done = Math.min(rows, done + rowsPerPart);
        told?.(done, rows);
        if (isCancelled()) return failure({ code: 'cancelled' });
      }
      drawn.forEach((sheet, index) => {
        const [id, name = ''] = [this.#nextId++, names[index]];
        this.sheets.push(
          isList(sheet)
            ? MemorySheet.ofList(id, name, sheet)
            : MemorySheet.ofLayout(id, name, sheet),
        );
      });
      this.#settle();
      return success({ names: names.slice(0, stop), pages: this.pages });
    });
  }

  takePlace(name: string, of: string): Promise<Result<null, HostFault>> {
    return this.#call('takePlace', (stop) => {
      const [sheet, other] = [this.#named(name), this.#named(of)];
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      if (sheet === undefined) return failure({ code: 'notThere', what: name });
      if (other === undefined) return failure({ code: 'notThere', what: of });
      if (stop === 0) return success(null);
      const rest = this.sheets.filter((one) => one !== sheet);
      this.sheets.splice(
        0,
        this.sheets.length,
        ...rest.map((one) => (one === other ? sheet : one)),
      );
      sheet.name = other.name;
      this.#changed();
      return success(null);
    });
  }

  deleteSheets(names: readonly string[]): Promise<Result<null, HostFault>> {
    return this.#call('deleteSheets', (stop) => {
      const there = this.sheets.filter((sheet) =>
        names.some((name) => sameSheetName(name, sheet.name)),
      );
      if (there.length === 0) return success(null);
      if (this.structureProtected) return failure({ code: 'workbookProtected' });
      for (const sheet of there.slice(0, stop)) {
        const stays = this.sheets.filter((other) => other !== sheet);
        if (!stays.some(({ visibility }) => visibility === 'visible')) {
          return failure({ code: 'hostError', hostCode: 'InvalidOperation' });
        }
        this.sheets.splice(this.sheets.indexOf(sheet), 1);
        this.#changed();
      }
      return success(null);
    });
  }

  onChange(listener: (change: WorkbookChange) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.#call('onChange', () => {
      this.#listeners.add(listener);
      return success(() => {
        this.#listeners.delete(listener);
        return Promise.resolve();
      });
    });
  }

  onSelect(listener: (place: CellReference) => void): Promise<Result<Unsubscribe, HostFault>> {
    return this.#call('onSelect', () => {
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
    return this.#call('readSelection', () => {
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

  /** Makes a call from now on stop half way, once. */
  interrupt(interruption: Interruption): void {
    this.#interruptions.push(interruption);
  }

  // What the user does

  /** Types into a cell, as from the keyboard. */
  type(sheetName: string, cell: string, text: string): void {
    const sheet = this.sheet(sheetName);
    const at = positionOf(cell);
    if (sheet.isLocked(at)) throw new Error(`${sheetName}!${cell} is locked`);
    const content = entered(text, sheet.formatAt(at).numberFormat);
    sheet.put(at, content);
    const isFigure = typeof content === 'number' || content === '';
    this.tell({ sheet: sheet.name, address: cell, kind: 'edited', isFigure });
    for (const name of this.#settle()) {
      this.tell({ sheet: name, address: null, kind: 'calculated' });
    }
  }

  /** Selects cells, such as `A1:B3,D5`; only the first is told. */
  select(sheetName: string, addresses: string): void {
    const { name } = this.sheet(sheetName);
    this.selection = `${name}!${addresses}`;
    const place = { sheet: name, cell: addresses.split(/[:,]/)[0] ?? '' };
    for (const listener of [...this.#selectionListeners]) listener(place);
  }

  format(sheetName: string, address: string, numberFormat: string): void {
    const sheet = this.sheet(sheetName);
    sheet.setFormat(rangeOf(address), { numberFormat });
    this.tell({ sheet: sheet.name, address, kind: 'formatted' });
  }

  /** Protects a sheet, a range left open. */
  protect(sheetName: string, unlocked?: string): void {
    const sheet = this.sheet(sheetName);
    if (unlocked !== undefined) sheet.setFormat(rangeOf(unlocked), { locked: false });
    sheet.protection = { allowsFormats: false };
  }

  merge(sheetName: string, address: string): void {
    this.sheet(sheetName).merges.push(rangeOf(address));
  }

  add(name: string): void {
    this.sheets.push(new MemorySheet(this.#nextId++, name));
    this.#tellStructure();
  }

  rename(sheetName: string, name: string): void {
    this.sheet(sheetName).name = name;
    this.#tellStructure();
  }

  remove(sheetName: string): void {
    this.sheets.splice(this.sheets.indexOf(this.sheet(sheetName)), 1);
    this.#tellStructure();
  }

  sheet(name: string): MemorySheet {
    const sheet = this.#named(name);
    if (sheet === undefined) throw new Error(`no sheet named ${name}`);
    return sheet;
  }

  tell(change: WorkbookChange): void {
    this.#changed();
    for (const listener of [...this.#listeners]) listener(change);
  }

  #tellStructure(): void {
    this.tell({ sheet: null, address: null, kind: 'structure' });
  }

  #named(name: string): MemorySheet | undefined {
    return this.sheets.find((sheet) => sameSheetName(sheet.name, name));
  }

  #find(
    cells: readonly CellReference[],
  ): Result<readonly { sheet: MemorySheet; at: CellPosition }[], HostFault> {
    const found: { sheet: MemorySheet; at: CellPosition }[] = [];
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
    const locked: string[] = [];
    for (const sheet of this.sheets.filter(({ name }) => isLookedAt(name))) {
      const wanted = markRules(marks.filter((mark) => sameSheetName(mark.sheet, sheet.name)));
      const standing = markRules(sheet.marks).map(({ kind, ranges }) => ({
        kind,
        address: rangesAddress(ranges),
      }));
      if (marksAlready(standing, wanted)) continue;
      if (sheet.protection?.allowsFormats === false) {
        locked.push(sheet.name);
        continue;
      }
      removed += standing.length;
      this.#changed();
      sheet.marks = marks.filter((mark) => sameSheetName(mark.sheet, sheet.name));
    }
    return { removed, locked };
  }

  /** Runs a call after those before it, each answered later, as by another program. */
  #call<T>(
    name: string,
    work: (stop: number) => Result<T, HostFault>,
  ): Promise<Result<T, HostFault>> {
    const mine = this.#last.then(() => {
      this.calls.push(name);
      const due = this.#interruptions.find(({ call }) => call === 1);
      this.#interruptions = this.#interruptions
        .filter((one) => one !== due)
        .map((one) => ({ ...one, call: one.call - 1 }));
      if (due?.after === 0) return failure(due.fault);
      const outcome = work(due?.after ?? Infinity);
      return due === undefined ? outcome : failure(due.fault);
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

function isOurs(xml: string): boolean {
  return readXmlElements(xml)?.namespace === explanationNamespace;
}

function sameCell(one: CellReference, other: CellReference): boolean {
  return sameSheetName(one.sheet, other.sheet) && one.cell === other.cell;
}

function positionOf(cell: string): CellPosition {
  const at = parseAddress(cell);
  if (at === null) throw new Error(`${cell} is no address`);
  return at;
}
