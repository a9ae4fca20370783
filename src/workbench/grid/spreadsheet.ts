// How do keyboard, mouse, clipboard and the host come together in the cells?

import type { Host } from '../host/host';
import type { CommandGuard } from './commands';
import { CellEditor } from './editor';
import { Edits } from './edits';
import { Following } from './following';
import type { GridFrame } from './frame';
import { cellBoxOf } from './geometry';
import type { GridTarget } from './target';
import { keyAction } from './keys';
import type { KeyAction } from './keys';
import { Moving } from './moving';
import { placeNamed } from './places';
import { listenToPointer } from './pointer';
import type { Screen } from './screen';
import { Selecting } from './selection';
import { Surroundings } from './surroundings';
import type { UniverParts } from './univer';
import type { Words } from './words';

export interface SpreadsheetParts {
  readonly host: Host;
  readonly target: GridTarget;
  readonly univer: UniverParts;
  readonly guard: CommandGuard;
  readonly screen: Screen;
  readonly frame: GridFrame;
  readonly words: Words;
}

/** Pixels of a row of the default height, for what a page is. */
const ROW = 20;

export class Spreadsheet {
  readonly #selecting: Selecting;
  readonly #edits: Edits;
  readonly #editor: CellEditor;
  readonly #moving: Moving;
  readonly #surroundings: Surroundings;
  readonly #endings: (() => void)[] = [];

  constructor(private readonly parts: SpreadsheetParts) {
    const { host, target, univer, guard, screen, frame, words } = parts;
    const selecting = (): Selecting => this.#selecting;
    this.#surroundings = new Surroundings({ host, univer, screen, frame, selecting });
    this.#selecting = new Selecting(host, univer, guard, screen, () => {
      this.#showPlace();
    });
    this.#moving = new Moving(univer, screen, this.#selecting);
    this.#edits = new Edits({ host, target, screen, selecting: this.#selecting, words });
    this.#editor = new CellEditor(
      host,
      {
        cell: () => this.#edits.editedCell(),
        box: (place) => cellBoxOf(univer, place.row, place.column),
        entry: (cell, text) => this.#edits.entryOf(cell, text),
        commit: (cell, text, everywhere) => {
          this.#edits.commit(cell, text, everywhere);
        },
        then: (action) => {
          this.#do(action);
        },
        key: (event) => this.#key(event),
        typed: (typed) => {
          frame.store.set({ typed });
        },
      },
      words.cell,
    );
    frame.cells.append(this.#editor.element);
    frame.render({
      goTo: (text) => this.#goTo(text),
      type: (text) => {
        this.#editor.typeElsewhere(text);
      },
      keyDown: (event) => this.#editor.editKeydown(event),
      leave: () => {
        this.focus();
      },
      activate: (id) => {
        const sheet = host.workbook.sheets.find((s) => s.id === id);
        if (this.#editor.commit() && sheet) this.#selecting.activate(sheet);
      },
    });
    const following = new Following({
      ...{ host, univer, screen, selecting: this.#selecting, surroundings: this.#surroundings },
    });
    this.#endings.push(
      () => {
        following.dispose();
      },
      this.#edits.listen(this.#editor),
      listenToPointer({
        ...{ element: frame.univer, univer, screen, editor: this.#editor },
        focus: () => {
          this.focus();
        },
      }),
    );
    this.#surroundings.showTabs();
  }

  /** Once the first sheet is painted. */
  start(): void {
    const { univer, frame } = this.parts;
    const rendered = univer.rendered();
    rendered?.canvas.setAttribute('tabindex', '-1');
    const scrolled = rendered?.scroll.validViewportScrollInfo$.subscribe(() => {
      this.#placeEditor();
    });
    const resized = new ResizeObserver(() => {
      this.#placeEditor();
    });
    resized.observe(frame.cells);
    const hovered = univer.hover.currentCell$.subscribe((cell) => {
      this.#surroundings.showNote(
        cell ? { row: cell.location.row, column: cell.location.col } : undefined,
      );
    });
    const clicked = univer.hover.currentDbClickedCell$.subscribe(() => {
      if (this.#editor.editing) return;
      this.#editor.editContent();
      this.focus();
      // The browser selects the word that was clicked; the caret belongs behind the text.
      setTimeout(() => {
        this.#editor.caretToEnd();
      });
    });
    this.#endings.push(
      () => scrolled?.unsubscribe(),
      () => {
        resized.disconnect();
      },
      () => {
        hovered.unsubscribe();
      },
      () => {
        clicked.unsubscribe();
      },
    );
    this.#selecting.start();
    univer.rendered()?.repaint();
  }

  #showPlace(): void {
    this.#surroundings.showPlace();
    this.#placeEditor();
  }

  focus(): void {
    this.#editor.element.focus({ preventScroll: true });
  }

  commitEdit(): void {
    this.#editor.commit();
  }

  /** A command of Univer's that may not run, but may be done by entering cells. */
  refused(id: string, params: object | undefined): void {
    if (id === 'sheet.command.auto-fill' && params) this.#edits.fill(params);
  }

  #placeEditor(): void {
    this.#editor.place(this.parts.frame.cells.getBoundingClientRect(), this.#selecting.place);
  }

  // The user's wishes

  #key(event: KeyboardEvent): boolean {
    const action = keyAction(event);
    if (!action) return false;
    this.#do(action);
    return true;
  }

  #do(action: KeyAction): void {
    const { frame, target } = this.parts;
    const page = Math.max(1, Math.floor(frame.cells.clientHeight / ROW) - 2);
    if (this.#moving.move(action, page)) return;
    switch (action.kind) {
      case 'edit':
        this.#editor.editContent();
        return;
      case 'clear':
        this.#edits.clear();
        return;
      case 'undo':
        void target.undo();
        return;
      case 'redo':
        void target.redo();
        return;
      case 'sheet':
        this.#nextSheet(action.by);
        return;
      default:
        return;
    }
  }

  #nextSheet(by: 1 | -1): void {
    const shown = this.parts.host.workbook.visibleSheets();
    const next = shown[shown.findIndex((s) => s === this.parts.screen.current) + by];
    if (next) this.#selecting.activate(next);
  }

  #goTo(text: string): boolean {
    const { host, screen, target, words } = this.parts;
    if (!this.#editor.commit()) return false;
    const goal = placeNamed(host.workbook, screen.current, text);
    if (!goal) {
      target.tell(words.noSuchPlace(text));
      return false;
    }
    if (goal.sheet !== screen.current) this.#selecting.activate(goal.sheet);
    this.#selecting.select(goal.rects);
    return true;
  }

  dispose(): void {
    this.#editor.cancel();
    for (const end of this.#endings) end();
    this.#selecting.dispose();
  }
}
