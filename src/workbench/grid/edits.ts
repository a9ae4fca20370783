// Which cells does an edit, a paste, a cleared selection or a dragged handle enter?

import type { Host } from '../host/host';
import { intersect } from '../../workbook/address';
import type { Rect } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import { Copying } from './copying';
import type { CellEditor, EditedCell } from './editor';
import { completedEntry, repeated } from './entering';
import { fillEntries } from './fill';
import type { GridEntry, GridTarget } from './target';
import type { Screen } from './screen';
import type { Selecting } from './selection';
import { rectOf } from './snapshot';
import { barText, editText } from './text';
import type { Words } from './words';

interface EditParts {
  readonly host: Host;
  readonly target: GridTarget;
  readonly screen: Screen;
  readonly selecting: Selecting;
  readonly words: Words;
}

function isFill(params: object): params is {
  sourceRange: Parameters<typeof rectOf>[0];
  targetRange: Parameters<typeof rectOf>[0];
} {
  return 'sourceRange' in params && 'targetRange' in params;
}

export class Edits {
  readonly #copying: Copying;
  /** The user was told last that something cannot be entered. */
  #refused = false;

  constructor(private readonly parts: EditParts) {
    this.#copying = new Copying(parts.host.session);
  }

  /** The active cell, as its editor begins. */
  editedCell(): EditedCell | undefined {
    const { host, screen, selecting } = this.parts;
    const sheet = screen.current;
    if (!sheet) return undefined;
    const { place } = selecting;
    const look = host.workbook.styles.look(sheet.styleAt(place.row, place.column));
    const { name, size, bold, italic } = look.font;
    const font = `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size}pt "${name}"`;
    const text = barText(host.session, sheet, sheet.cell(place.row, place.column));
    return { sheet, place, text, font };
  }

  async #enter(sheet: Sheet, entries: readonly GridEntry[]): Promise<boolean> {
    const { target } = this.parts;
    if (entries.length === 0) return true;
    const refusal = await target.enter(sheet, entries);
    if (refusal !== null) this.#refuse(refusal);
    else if (this.#refused) {
      // What was wrong before is done with.
      this.#refused = false;
      target.tell('');
    }
    return refusal === null;
  }

  #refuse(sentence: string): void {
    this.#refused = true;
    this.parts.target.tell(sentence);
  }

  /** The text as it can be entered, its brackets closed; undefined where it is refused, and the user is told. */
  entryOf(cell: EditedCell, text: string): string | undefined {
    const { styles } = this.parts.host.workbook;
    const { sheet, place } = cell;
    const { numberFormat } = styles.look(sheet.styleAt(place.row, place.column));
    const entry = completedEntry(text, numberFormat);
    // Only the target knows the sentence.
    if (entry === undefined) void this.#enter(sheet, [{ ...place, text }]);
    return entry;
  }

  commit(cell: EditedCell, text: string, everywhere: boolean): void {
    const { selecting, words } = this.parts;
    const { row, column } = cell.place;
    if (!everywhere) {
      void this.#enter(cell.sheet, [{ row, column, text }]);
      return;
    }
    const entries = repeated(cell.sheet, cell.place, text, selecting.rects);
    if (entries) void this.#enter(cell.sheet, entries);
    else this.#refuse(words.tooMuch);
  }

  /** Empties the selected cells that hold something. */
  clear(): void {
    const { screen, selecting } = this.parts;
    const sheet = screen.current;
    if (!sheet) return;
    const entries: GridEntry[] = [];
    for (const rect of selecting.rects) {
      sheet.each(rect, (cell, row, column) => {
        if (cell.value === undefined && cell.formula === undefined) return;
        entries.push({ row, column, text: '' });
      });
    }
    void this.#enter(sheet, entries);
  }

  /** Copies what was dragged with the fill handle, by the ranges of Univer's own command. */
  fill(params: object): void {
    const { host, screen, selecting } = this.parts;
    const sheet = screen.current;
    if (!sheet || !isFill(params)) return;
    const source = rectOf(params.sourceRange);
    const target = rectOf(params.targetRange);
    const all: Rect = {
      top: Math.min(source.top, target.top),
      left: Math.min(source.left, target.left),
      bottom: Math.max(source.bottom, target.bottom),
      right: Math.max(source.right, target.right),
    };
    const entries = fillEntries(source, all, (row, column) => {
      const cell = sheet.cell(row, column);
      const value = cell?.formula === undefined ? cell?.value : undefined;
      const number = typeof value === 'number' ? value : undefined;
      return { text: editText(host.session, cell), number };
    });
    void this.#enter(sheet, entries).then((done) => {
      if (done) selecting.select([all], { row: source.top, column: source.left });
    });
  }

  async #paste(text: string): Promise<void> {
    const { screen, selecting, words } = this.parts;
    const sheet = screen.current;
    if (!sheet || text === '') return;
    const { rect } = selecting;
    // A merged area counts as the one cell that holds its content.
    const whole = sheet.merges().some((m) => intersect(m, rect) && same(m, rect));
    const over = whole ? { ...rect, bottom: rect.top, right: rect.left } : rect;
    const paste = this.#copying.paste(sheet, over, text);
    if (!paste) {
      this.#refuse(words.tooMuch);
      return;
    }
    if (!(await this.#enter(sheet, paste.entries))) return;
    selecting.select([paste.rect]);
    if (paste.elsewhere) await this.#enter(paste.elsewhere.sheet, paste.elsewhere.entries);
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    const { screen, selecting, words } = this.parts;
    const sheet = screen.current;
    if (!sheet) return;
    event.preventDefault();
    const tsv = this.#copying.copy(sheet, selecting.rect, cut);
    if (tsv === undefined) this.#refuse(words.tooMuch);
    else event.clipboardData?.setData('text/plain', tsv);
  }

  /** Takes over the clipboard while no cell is edited. */
  listen(editor: CellEditor): () => void {
    const { element } = editor;
    const copy = (event: ClipboardEvent): void => {
      if (!editor.editing) this.#copy(event, false);
    };
    const cut = (event: ClipboardEvent): void => {
      if (!editor.editing) this.#copy(event, true);
    };
    const paste = (event: ClipboardEvent): void => {
      if (editor.editing) return;
      event.preventDefault();
      void this.#paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    element.addEventListener('copy', copy);
    element.addEventListener('cut', cut);
    element.addEventListener('paste', paste);
    return () => {
      element.removeEventListener('copy', copy);
      element.removeEventListener('cut', cut);
      element.removeEventListener('paste', paste);
    };
  }
}

const same = (a: Rect, b: Rect): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
