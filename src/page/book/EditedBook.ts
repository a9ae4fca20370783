/**
 * A workbook in memory as its user works on it: cells are typed into and selected, acts are taken back
 * one by one, and whoever draws it or listens is told.
 */
import type { CellContent, CellReference } from '../../application/cellContent';
import type { WorkbookChange } from '../../application/ports';
import type { CellPosition } from '../../domain/grid';
import { cellAddress, parseAddress } from '../../domain/grid';
import { BookCalculation } from './BookCalculation';
import { sheetNamed } from './bookCells';
import { BookExplanations } from './BookExplanations';
import { BookHistory, changesBetween, type BookState } from './bookHistory';
import type { BookSheet } from './BookSheet';
import { entered } from './entered';
import type { PastedCell } from './pasting';

export class EditedBook {
  readonly sheets: BookSheet[];
  selection = '';
  readonly calculation: BookCalculation;
  readonly explanations = new BookExplanations();
  readonly #history = new BookHistory();
  readonly #listeners = new Set<(change: WorkbookChange) => void>();
  readonly #selectionListeners = new Set<(place: CellReference) => void>();
  readonly #watchers = new Set<() => void>();
  #nextId = 1;

  protected constructor(make: (nextId: () => number) => BookSheet[]) {
    this.sheets = make(() => this.#nextId++);
    this.calculation = new BookCalculation(this.sheets);
    const first = this.sheets.find(({ visibility }) => visibility === 'visible') ?? this.sheets[0];
    this.selection = `${first?.name ?? ''}!A1`;
  }

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
      this.put(sheet, cell.at, content, numberFormat);
    }
    for (const { cell, content } of contents) {
      const isFigure = typeof content === 'number' || content === '';
      this.tell({ sheet: sheet.name, address: addressOf(cell), kind: 'edited', isFigure });
    }
    for (const name of this.calculation.settle()) {
      this.tell({ sheet: name, address: null, kind: 'calculated' });
    }
    this.tellWatchers();
  }

  /** Selects cells, such as `A1:B3,D5`; only the first is told. */
  select(sheetName: string, addresses: string): void {
    const { name } = this.sheet(sheetName);
    this.selection = `${name}!${addresses}`;
    const place = this.selected;
    for (const listener of [...this.#selectionListeners]) listener(place);
    this.tellWatchers();
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
    this.tellWatchers();
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  undo(): void {
    const now = this.state();
    this.#goTo(now, this.#history.undo(now));
  }

  redo(): void {
    const now = this.state();
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

  /** Tells every change from now on; the answer ends it. */
  protected listen(listener: (change: WorkbookChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every selection from now on; the answer ends it. */
  protected listenToSelection(listener: (place: CellReference) => void): () => void {
    this.#selectionListeners.add(listener);
    return () => this.#selectionListeners.delete(listener);
  }

  /** To be called before anything but marks is changed, once an act; an act may go on with the one before, or tell what was there itself. */
  protected act(continues = false, before = this.state()): void {
    this.#history.begin(continues ? null : before);
    this.contentChanged();
  }

  /** Something but a mark is about to be changed. */
  protected contentChanged(): void {
    // Nothing beside what the version says.
  }

  protected put(
    sheet: BookSheet,
    at: CellPosition,
    content: CellContent,
    numberFormat: string,
  ): void {
    const range = { top: at.row, left: at.column, bottom: at.row, right: at.column };
    if (sheet.numberFormatAt(at) !== numberFormat) sheet.setFormat(range, { numberFormat });
    sheet.put(at, content);
    this.calculation.touch(sheet, range);
  }

  protected state(): BookState {
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
    this.tellWatchers();
  }

  protected tellWatchers(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function positionOf(cell: string): CellPosition {
  const at = parseAddress(cell);
  if (at === null) throw new Error(`${cell} is no address`);
  return at;
}

function addressOf({ at }: PastedCell): string {
  return cellAddress(at.row, at.column);
}
