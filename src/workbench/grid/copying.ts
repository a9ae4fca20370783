// What do copying, cutting and pasting do with the selected cells?

import type { Rect } from '../../workbook/address';
import { cellsOf, intersect } from '../../workbook/address';
import { moveFormula } from '../../workbook/formulaText';
import type { Sheet } from '../../workbook/sheet';
import { shownText } from '../host/objects/cells';
import type { Session } from '../host/session';
import { boundedTo } from '../host/session';
import { fitTo, readTsv, writeTsv } from './clipboard';
import { enterable, MOST } from './entering';
import { editText } from './text';

interface Copied {
  readonly sheet: Sheet;
  readonly rect: Rect;
  /** What went to the clipboard: only while that is still there, formulas are at hand. */
  readonly tsv: string;
  readonly texts: readonly (readonly string[])[];
  readonly cut: boolean;
}

export interface PastedEntry {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Paste {
  readonly entries: readonly PastedEntry[];
  /** The cells pasted over. */
  readonly rect: Rect;
  /** Cells on another sheet that the paste empties, because they were cut. */
  readonly elsewhere:
    { readonly sheet: Sheet; readonly entries: readonly PastedEntry[] } | undefined;
}

const eachOf = (rect: Rect, visit: (row: number, column: number) => void): void => {
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) visit(row, column);
  }
};

export class Copying {
  #copied: Copied | undefined;
  constructor(private readonly session: Session) {}

  /** The text for the clipboard; undefined when it is too much. */
  copy(sheet: Sheet, selected: Rect, cut: boolean): string | undefined {
    const rect = boundedTo(sheet, selected);
    if (cellsOf(rect) > MOST) return undefined;
    const lines = (read: (row: number, column: number) => string): string[][] =>
      Array.from({ length: rect.bottom - rect.top + 1 }, (_, r) =>
        Array.from({ length: rect.right - rect.left + 1 }, (__, c) =>
          read(rect.top + r, rect.left + c),
        ),
      );
    const tsv = writeTsv(lines((r, c) => shownText(this.session, sheet.cell(r, c))));
    const texts = lines((r, c) => editText(this.session, sheet.cell(r, c)));
    this.#copied = { sheet, rect, tsv, texts, cut };
    return tsv;
  }

  /** What pasting a text over the selection enters; undefined when it is too much. */
  paste(sheet: Sheet, selected: Rect, text: string): Paste | undefined {
    const own = this.#copied?.tsv === text.replace(/\r?\n$/, '') ? this.#copied : undefined;
    const bounded = enterable(sheet, selected);
    const [rows, columns] = [bounded.bottom - bounded.top + 1, bounded.right - bounded.left + 1];
    const source = own?.texts ?? readTsv(text);
    const grid = fitTo(source, rows, columns);
    const [height, width] = [grid.length, Math.max(...grid.map((line) => line.length))];
    if (height * width > MOST) return undefined;
    const { top, left } = selected;
    const entries: PastedEntry[] = [];
    grid.forEach((line, r) => {
      line.forEach((value, c) => {
        entries.push({
          row: top + r,
          column: left + c,
          text: own && !own.cut ? this.#moved(own, value, top + r, left + c, r, c) : value,
        });
      });
    });
    const rect = { top, left, bottom: top + height - 1, right: left + width - 1 };
    const emptied: PastedEntry[] = [];
    if (own?.cut) {
      eachOf(own.rect, (row, column) => {
        const here = { top: row, bottom: row, left: column, right: column };
        const kept = own.sheet === sheet && intersect(here, rect);
        if (!kept && own.sheet.cell(row, column)) emptied.push({ row, column, text: '' });
      });
      // What was cut is moved once.
      this.#copied = undefined;
    }
    const same = own?.sheet === sheet;
    return {
      entries: same ? [...emptied, ...entries] : entries,
      rect,
      elsewhere:
        own && !same && emptied.length > 0 ? { sheet: own.sheet, entries: emptied } : undefined,
    };
  }

  /** A formula as it reads in its new place. */
  #moved(own: Copied, text: string, row: number, column: number, r: number, c: number): string {
    if (!text.startsWith('=') || text === '=') return text;
    const fromRow = own.rect.top + (r % own.texts.length);
    const fromColumn = own.rect.left + (c % (own.texts[0]?.length ?? 1));
    return `=${moveFormula(text.slice(1), row - fromRow, column - fromColumn)}`;
  }
}
