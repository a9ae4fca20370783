// Of which parts is the spreadsheet made up on the page?

import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { FormulaBar } from './FormulaBar';
import type { FormulaBarProps } from './FormulaBar';
import { SheetTabs, tabId } from './SheetTabs';
import type { SheetTabsProps } from './SheetTabs';
import type { GridState } from './state';
import { Store } from './state';
import type { Words } from './words';

type Actions = Omit<FormulaBarProps & SheetTabsProps, 'store' | 'words'>;

function Themed({ store, children }: { store: Store<GridState>; children: ReactNode }) {
  const { theme } = useSyncExternalStore(store.subscribe, store.get);
  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme}>
      {children}
    </FluentProvider>
  );
}

const part = (className: string): HTMLDivElement => {
  const element = document.createElement('div');
  element.className = className;
  return element;
};

/** The elements of the spreadsheet, and what stands around the cells. */
export class GridFrame {
  readonly store: Store<GridState>;
  readonly cells = part('workbench-grid-cells');
  readonly univer = part('workbench-grid-univer');
  readonly #root = part('workbench-grid');
  readonly #above = part('workbench-grid-above');
  readonly #below = part('workbench-grid-below');
  readonly #status = part('workbench-grid-status');
  readonly #note = part('workbench-grid-note');
  readonly #roots: Root[] = [];

  constructor(
    container: HTMLElement,
    theme: 'light' | 'dark',
    private readonly words: Words,
  ) {
    this.store = new Store<GridState>({
      tabs: [],
      active: '',
      selection: '',
      content: '',
      typed: null,
      theme,
    });
    this.#status.setAttribute('role', 'status');
    this.#status.setAttribute('aria-live', 'polite');
    this.cells.setAttribute('role', 'tabpanel');
    this.cells.setAttribute('aria-label', words.spreadsheet);
    // What is drawn on the canvas is said by the status line and edited in the text area.
    this.univer.setAttribute('aria-hidden', 'true');
    this.#note.hidden = true;
    this.#note.setAttribute('role', 'note');
    this.cells.append(this.univer, this.#note);
    this.#root.append(this.#above, this.cells, this.#below, this.#status);
    container.append(this.#root);
  }

  /** Shows the line above the cells and the tabs. */
  render(actions: Actions): void {
    const { store, words } = this;
    const { goTo, type, keyDown, leave, activate } = actions;
    const above = createRoot(this.#above);
    above.render(
      <Themed store={store}>
        <FormulaBar {...{ store, words, goTo, type, keyDown, leave }} />
      </Themed>,
    );
    const below = createRoot(this.#below);
    below.render(
      <Themed store={store}>
        <SheetTabs {...{ store, words, activate }} />
      </Themed>,
    );
    this.#roots.push(above, below);
  }

  /** Says which cell is active and what it shows. */
  say(sheet: string, address: string, text: string, note: string | undefined): void {
    const place = `${sheet}!${address}`;
    const said = [place, text, note === undefined ? '' : this.words.note(note)];
    this.#status.textContent = said.filter((part) => part !== '').join(' ');
    this.cells.dataset['sheet'] = sheet;
    this.cells.dataset['cell'] = address;
    this.cells.dataset['text'] = text;
  }

  /** Names the cells after the tab in front. */
  nameCells(active: string): void {
    this.cells.removeAttribute('aria-label');
    this.cells.setAttribute('aria-labelledby', tabId(active));
  }

  /** Shows a note beside its cell; undefined takes it away. */
  showNote(note: { text: string; left: number; top: number } | undefined): void {
    this.#note.hidden = note === undefined;
    if (!note) return;
    this.#note.textContent = note.text;
    this.#note.style.left = `${note.left}px`;
    this.#note.style.top = `${note.top}px`;
  }

  dispose(): void {
    for (const root of this.#roots) root.unmount();
    this.#root.remove();
  }
}
