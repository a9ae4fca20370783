// How is a cell typed in: when does that begin, where does the text stand, how does it end?
//
// One text area stands over the active cell all the time, so that an input method writes where the cell is.
// It is invisible until something is typed.

import type { Host } from '../host/host';
import type { Sheet } from '../../workbook/sheet';
import type { Box } from './geometry';
import { editKey } from './keys';
import type { Key, KeyAction } from './keys';
import { addressPlace } from './pointing';
import type { Pointed } from './pointing';
import type { Place } from './selection';

export interface EditedCell {
  readonly sheet: Sheet;
  readonly place: Place;
  /** The text an edit of what is there begins with. */
  readonly text: string;
  /** Look of the cell: font and colour as CSS. */
  readonly font: string;
}

export interface EditorWishes {
  /** The active cell, to be edited now. */
  cell(): EditedCell | undefined;
  /** Its place on screen. */
  box(place: Place): Box | undefined;
  /** The text as it can be entered; undefined where it is refused: then the edit goes on. */
  entry(cell: EditedCell, text: string): string | undefined;
  /** Enters a text into the cell, or into all that is selected. */
  commit(cell: EditedCell, text: string, everywhere: boolean): void;
  /** Does what the key asks for after the text is entered. */
  then(action: KeyAction): void;
  /** A key, while nothing is edited; answers whether it is done with. */
  key(event: KeyboardEvent): boolean;
  /** What is typed, or null when an edit has ended. */
  typed(text: string | null): void;
}

/** An edit in progress. */
interface Edit {
  readonly cell: EditedCell;
  /** Begun by typing over the cell: arrows leave it. */
  typed: boolean;
  /** The address last written by a click, while nothing was typed after it. */
  pointed?: Pointed | undefined;
}

export class CellEditor {
  readonly element = document.createElement('textarea');
  #edit: Edit | undefined;
  #composing = false;

  constructor(
    private readonly host: Pick<Host, 'enterCellEdit' | 'leaveCellEdit'>,
    private readonly wishes: EditorWishes,
    label: string,
  ) {
    const { element } = this;
    element.className = 'workbench-cell-editor';
    element.setAttribute('aria-label', label);
    element.setAttribute('autocomplete', 'off');
    element.setAttribute('autocapitalize', 'off');
    element.spellcheck = false;
    element.rows = 1;
    element.addEventListener('keydown', (event) => {
      this.#keydown(event);
    });
    element.addEventListener('compositionstart', () => {
      this.#composing = true;
      this.#begin(true);
    });
    element.addEventListener('compositionend', () => {
      this.#composing = false;
    });
    element.addEventListener('input', () => {
      if (!this.#edit) this.#begin(true);
      if (this.#edit) this.#typed(element.value);
      else element.value = '';
    });
    this.#show();
  }

  get editing(): boolean {
    return this.#edit !== undefined;
  }

  /** The text the edit in progress began with. */
  get #text(): string {
    return this.#edit?.cell.text ?? '';
  }

  #begin(typed: boolean): void {
    if (this.#edit) return;
    const cell = this.wishes.cell();
    if (!cell) return;
    this.#edit = { cell, typed };
    this.host.enterCellEdit();
    this.#show();
  }

  /** Edits what is in the active cell, as F2 does. */
  editContent(): void {
    if (this.#edit) {
      this.#edit.typed = false;
      return;
    }
    this.#begin(false);
    const text = this.#text;
    this.element.value = text;
    this.caretToEnd();
    this.#show();
    this.wishes.typed(text);
  }

  caretToEnd(): void {
    const { length } = this.element.value;
    this.element.setSelectionRange(length, length);
  }

  /** Takes over what is typed in the formula bar. */
  typeElsewhere(text: string): void {
    this.#begin(false);
    if (!this.#edit) return;
    this.element.value = text;
    this.#typed(text);
  }

  #typed(text: string): void {
    if (this.#edit) this.#edit.pointed = undefined;
    this.wishes.typed(text);
  }

  /** Where the caret stands in the text, which may be in the formula bar. */
  get #caret(): { readonly start: number; readonly end: number } {
    const { element } = this;
    const active = document.activeElement;
    const bar = active instanceof HTMLInputElement && active.value === element.value;
    const { selectionStart, selectionEnd } = bar ? active : element;
    const start = selectionStart ?? element.value.length;
    return { start, end: selectionEnd ?? start };
  }

  /** Writes the address of cells into a formula that wants one at its caret; answers whether it did. */
  point(sheet: Sheet, address: string): boolean {
    const edit = this.#edit;
    if (edit?.cell.sheet !== sheet || this.#composing) return false;
    const { element } = this;
    const { start, end } = this.#caret;
    const place = addressPlace(element.value, start, end, edit.pointed);
    if (!place) return false;
    element.setRangeText(address, place.start, place.end, 'end');
    edit.pointed = { start: place.start, address };
    this.wishes.typed(element.value);
    return true;
  }

  /** Ends the edit; `everywhere` enters the text into all that is selected. Answers false where it goes on. */
  commit(everywhere = false): boolean {
    const edit = this.#edit;
    if (!edit) return true;
    const text = this.element.value;
    // Leaving a cell as it was is no change, unless it is to be repeated elsewhere.
    const changes = everywhere || edit.typed || text !== edit.cell.text;
    const entry = changes ? this.wishes.entry(edit.cell, text) : text;
    if (entry === undefined) return false;
    this.#end();
    if (changes) this.wishes.commit(edit.cell, entry, everywhere);
    return true;
  }

  cancel(): void {
    if (this.#edit) this.#end();
  }

  #end(): void {
    this.#edit = undefined;
    this.#composing = false;
    this.element.value = '';
    this.host.leaveCellEdit();
    this.#show();
    this.wishes.typed(null);
  }

  #keydown(event: KeyboardEvent): void {
    // Keys of an input method are its own.
    if (this.#composing || event.isComposing || event.key === 'Process') return;
    if (this.#edit) this.editKeydown(event);
    else if (this.wishes.key(event)) event.preventDefault();
  }

  /** A key while a cell is edited, here or in the formula bar; answers whether the edit goes on. */
  editKeydown(
    event: Key & { preventDefault(): void; readonly target: EventTarget | null },
  ): boolean {
    const end = editKey(event, this.#edit?.typed === true && !this.element.value.startsWith('='));
    if (event.key === 'F2' && this.#edit) {
      this.#edit.typed = false;
      event.preventDefault();
    }
    if (!end) return true;
    event.preventDefault();
    switch (end.kind) {
      case 'cancel':
        this.cancel();
        return false;
      case 'newLine':
        if (event.target === this.element) {
          this.element.setRangeText(
            '\n',
            this.element.selectionStart,
            this.element.selectionEnd,
            'end',
          );
          this.wishes.typed(this.element.value);
        }
        return true;
      case 'commitAll':
        return !this.commit(true);
      case 'commit':
        if (!this.commit()) return true;
        if (end.then) this.wishes.then(end.then);
        return false;
    }
  }

  /** Puts the text area over its cell. */
  place(within: DOMRect, at: Place): void {
    const box = this.wishes.box(this.#edit?.cell.place ?? at);
    const { style } = this.element;
    if (!box) return;
    const left = Math.max(0, Math.min(box.x - within.left, within.width - 20));
    const top = Math.max(0, Math.min(box.y - within.top, within.height - 20));
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.minWidth = `${Math.min(box.width, within.width - left)}px`;
    style.minHeight = `${Math.min(box.height, within.height - top)}px`;
    style.maxWidth = `${Math.max(20, within.width - left)}px`;
    style.maxHeight = `${Math.max(20, within.height - top)}px`;
  }

  #show(): void {
    const { element } = this;
    element.toggleAttribute('data-editing', this.#edit !== undefined);
    if (this.#edit) element.style.font = this.#edit.cell.font;
  }
}
