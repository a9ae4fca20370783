/** A workbook opened from a file: what stands in it, what is drawn of it, and the copy that is saved. */
import type { CellReference } from '../../application/cellContent';
import type { DocumentSettingsPort, WorkbookPort } from '../../application/ports';
import type { MarkKind } from '../../application/markRules';
import { markRules } from '../../application/markRules';
import type { FileFault, HostFault } from '../../domain/fault';
import { cellAddress, parseAddress } from '../../domain/grid';
import { failure, success, type Result } from '../../domain/result';
import { completed, namesLinkByNumber, wellFormed } from '../../workbook/entry';
import { copyName } from '../../wording/bookCopy';
import type { BookContents, BookFiles } from './bookFiles';
import type { BookSheet } from './BookSheet';
import type { BookWorkbook } from './BookWorkbook';
import { changesOf } from './bookChanges';
import { notesOf } from './copyNotes';
import { KeptSettings } from './KeptSettings';
import { pastedCells, type PasteRefusal, type PastedTexts } from './pasting';
import type { BookCopy, BookKind, CopyOptions, OpenedBook, SheetView } from './openedBook';
import { SheetDrawing } from './SheetDrawing';

export class Book implements OpenedBook {
  readonly kind: BookKind;
  readonly documentSettings: DocumentSettingsPort = new KeptSettings();
  readonly #drawings = new Map<BookSheet, SheetDrawing>();
  #sheets: readonly SheetView[] = [];
  #marks: ReadonlyMap<string, ReadonlyMap<string, MarkKind>> = new Map();
  #marked: readonly unknown[] = [];

  /**
   * @param bytes of the file; null where there is none
   * @param contents what was read of it
   */
  constructor(
    readonly name: string,
    private readonly workbook: BookWorkbook,
    private readonly bytes: Uint8Array | null,
    private readonly contents: BookContents,
    private readonly files: BookFiles,
  ) {
    this.kind = contents.kind;
  }

  get port(): WorkbookPort {
    return this.workbook;
  }

  get sheets(): readonly SheetView[] {
    const drawn = this.workbook.sheets.map((sheet) => this.#drawingOf(sheet));
    const isSame =
      drawn.length === this.#sheets.length && drawn.every((one, at) => one === this.#sheets[at]);
    if (!isSame) this.#sheets = drawn;
    return this.#sheets;
  }

  #drawingOf(sheet: BookSheet): SheetDrawing {
    const grid = sheet.grid();
    const known = this.#drawings.get(sheet);
    if (known?.grid === grid) return known;
    const { looks } = this.contents;
    const { origin } = sheet;
    const ofSheet = origin.kind === 'file' ? looks?.sheets[origin.index] : undefined;
    const drawing = new SheetDrawing(
      sheet,
      grid,
      looks === null || ofSheet === undefined ? null : { sheet: ofSheet, styles: looks.styles },
    );
    this.#drawings.set(sheet, drawing);
    return drawing;
  }

  get marks(): ReadonlyMap<string, ReadonlyMap<string, MarkKind>> {
    const marked = this.workbook.sheets.flatMap((sheet) => [sheet.name, sheet.marks]);
    const isSame =
      marked.length === this.#marked.length && marked.every((one, at) => one === this.#marked[at]);
    if (!isSame) {
      this.#marked = marked;
      this.#marks = new Map(
        this.workbook.sheets.flatMap((sheet) =>
          sheet.marks.length === 0 ? [] : [[sheet.name, markedCells(sheet)] as const],
        ),
      );
    }
    return this.#marks;
  }

  get shown(): CellReference {
    return this.workbook.selected;
  }

  get ledTo(): number {
    return this.workbook.ledTo;
  }

  select({ sheet, cell }: CellReference): void {
    if (this.workbook.find(sheet) !== undefined) this.workbook.select(sheet, cell);
  }

  enter({ sheet: name, cell }: CellReference, typed: string): Result<'taken' | 'waits', HostFault> {
    const sheet = this.workbook.find(name);
    const place = parseAddress(cell);
    if (sheet === undefined || place === null) return failure({ code: 'notThere', what: name });
    const at = sheet.anchorOf(place) ?? place;
    const address = cellAddress(at.row, at.column);
    if (sheet.isLocked(at)) return failure({ code: 'sheetProtected', sheet: name });
    const text = completed(typed);
    const isAsItWas = text === this.#drawingOf(sheet).editTextAt(at.row, at.column);
    const isReadable = wellFormed(text.slice(1)) && !namesLinkByNumber(text);
    if (/^=./.test(text) && !isAsItWas && !isReadable) {
      return failure({ code: 'notWritten', sheet: name, cells: [address] });
    }
    if (!isAsItWas) {
      this.workbook.type(name, address, text);
    }
    return success(this.workbook.calculation.waitsAt(sheet, address) ? 'waits' : 'taken');
  }

  paste({ sheet: name, cell }: CellReference, texts: PastedTexts): PasteRefusal | 'taken' {
    const sheet = this.workbook.find(name);
    const place = parseAddress(cell);
    if (sheet === undefined || place === null) return { why: 'outside' };
    const cells = pastedCells(sheet, sheet.anchorOf(place) ?? place, texts);
    if ('why' in cells) return cells;
    this.workbook.typeAll(name, cells);
    return 'taken';
  }

  get canUndo(): boolean {
    return this.workbook.canUndo;
  }

  get canRedo(): boolean {
    return this.workbook.canRedo;
  }

  undo(): void {
    this.workbook.undo();
  }

  redo(): void {
    this.workbook.redo();
  }

  get changed(): boolean {
    return this.workbook.isChanged;
  }

  onChange(listener: () => void): () => void {
    return this.workbook.watch(listener);
  }

  async copy({
    language,
    withMarks = false,
  }: CopyOptions): Promise<Result<BookCopy, FileFault | HostFault>> {
    const state = this.workbook.version;
    const isOld = this.kind === 'xls' || this.kind === 'et';
    const changes = changesOf(this.workbook, { isWhole: isOld, withMarks });
    const notes = notesOf(this.contents, this.workbook);
    const made = await this.files.copy(isOld ? null : this.bytes, changes);
    if (!made.ok) return made;
    return success({
      name: copyName(this.name, this.kind, language),
      bytes: made.value,
      notes,
      state,
    });
  }

  noteSaved({ state }: BookCopy): void {
    this.workbook.noteSaved(state);
  }
}

function markedCells(sheet: BookSheet): ReadonlyMap<string, MarkKind> {
  const cells = new Map<string, MarkKind>();
  for (const { kind, ranges } of markRules(sheet.marks)) {
    for (const { top, left, bottom, right } of ranges) {
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          cells.set(cellAddress(row, column), kind);
        }
      }
    }
  }
  return cells;
}
