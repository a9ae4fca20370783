// The spreadsheet on screen: it shows the host's workbook, follows it, and hands the user's edits to it.

import type { Host } from '../host/host';
import { parseRect, splitSheet } from '../../workbook/address';
import { CommandGuard } from './commands';
import type { Box } from './geometry';
import { visibleBox } from './geometry';
import { GridFrame } from './frame';
import { GridStyles, sheetData } from './snapshot';
import { FIRST_ID, Screen } from './screen';
import { Spreadsheet } from './spreadsheet';
import type { GridTarget } from './target';
import { startUniver } from './univer';
import type { Language } from './univer';
import { wordsIn } from './words';
import './grid.css';

export interface GridOptions {
  /** Filled wholly; it must have a size. */
  readonly container: HTMLElement;
  readonly host: Host;
  readonly target: GridTarget;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

export interface Grid {
  /** Resolves when the first sheet has been painted. */
  readonly ready: Promise<void>;
  /** Puts the keyboard into the cells. */
  focus(): void;
  setTheme(theme: 'light' | 'dark'): void;
  /**
   * Where a cell of the sheet in front can be seen, in client coordinates; of a cell partly out of view
   * only what is in view, null when nothing is.
   */
  cellBox(address: string): Box | null;
  /** Ends a cell edit, entering what was typed. */
  commitEdit(): void;
  dispose(): void;
}

/** Starts the spreadsheet in a container; another workbook needs another one. */
export function createGrid({ container, host, target, language, theme }: GridOptions): Grid {
  const words = wordsIn(language);
  const frame = new GridFrame(container, theme, words);
  const styles = new GridStyles(host.workbook.styles);
  const sheet = host.workbook.active;
  const univer = startUniver({
    container: frame.univer,
    language,
    first: sheetData(sheet, FIRST_ID, styles),
    styles: styles.all,
  });
  const refused: ((id: string, params: object | undefined) => void)[] = [];
  const guard = new CommandGuard(univer.commands, (id, params) => {
    for (const hear of refused) hear(id, params);
  });
  const screen = new Screen(host, univer, guard, styles, sheet);
  const spreadsheet = new Spreadsheet({ host, target, univer, guard, screen, frame, words });
  refused.push((id, params) => {
    spreadsheet.refused(id, params);
  });
  let disposed = false;
  const ready = univer.painted.then(() => {
    if (disposed) return;
    univer.rendered()?.colourHeadings(frame.store.get().theme);
    spreadsheet.start();
  });
  return {
    ready,
    focus: () => {
      spreadsheet.focus();
    },
    setTheme: (next) => {
      frame.store.set({ theme: next });
      univer.rendered()?.colourHeadings(next);
    },
    cellBox: (address) => {
      const { sheet: name, rest } = splitSheet(address);
      const rect = parseRect(rest);
      const front = screen.current;
      if (!rect || !front) return null;
      if (name !== undefined && name.toLowerCase() !== front.name.toLowerCase()) return null;
      return visibleBox(univer, rect.top, rect.left) ?? null;
    },
    commitEdit: () => {
      spreadsheet.commitEdit();
    },
    dispose: () => {
      if (disposed) return;
      disposed = true;
      spreadsheet.dispose();
      screen.dispose();
      guard.dispose();
      univer.dispose();
      frame.dispose();
    },
  };
}
