// What is drawn in a cell: its text as Excel shows it, rules that hold for all their cells, the mark of a note?

import { CellValueType } from '@univerjs/core';
import type { ICellDataForSheetInterceptor, Nullable, Worksheet } from '@univerjs/core';
import { contains } from '../../workbook/address';
import type { Sheet } from '../../workbook/sheet';
import type { Cell } from '../../workbook/values';
import { shownText } from '../host/objects/cells';
import type { Session } from '../host/session';
import type { ConstantLook } from './conditions';
import { over } from './conditionLook';
import type { GridStyle } from './data';
import { fitNumber, shrunkSize } from './fit';
import { formatColour } from './formatColour';
import { placeKey } from './notes';
import type { Notes } from './notes';
import type { GridStyles } from './snapshot';

/** What the grid holds of a sheet beside its cells. */
export interface Layers {
  readonly sheet: Sheet;
  readonly constants: readonly ConstantLook[];
  readonly notes: Notes;
}

/** Excel's red corner of a cell with a note. */
const NOTE_MARK = { color: '#C00000', size: 6 };
const CENTER = 2;
/** Shown numbers and measured texts kept, so that scrolling does not work them out again. */
const MOST_KNOWN = 20_000;

type DrawnCell = ICellDataForSheetInterceptor;

/** A look in full, as conditional formats leave it, and not the id of one. */
const isStyle = (style: unknown): style is GridStyle => typeof style === 'object' && style !== null;

export class CellContent {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly session: Session,
    private readonly styles: GridStyles,
  ) {}

  /** The cell to be drawn in place of `cell`, which may carry looks of conditional formats already. */
  drawn(
    layers: Layers,
    worksheet: Worksheet,
    row: number,
    column: number,
    cell: Nullable<DrawnCell>,
  ): Nullable<DrawnCell> {
    const own = layers.sheet.cell(row, column);
    const constants = layers.constants.filter(({ rects }) =>
      rects.some((r) => inside(r, row, column)),
    );
    const noted = layers.notes.has(placeKey(row, column));
    if (own === undefined && constants.length === 0 && !noted) return cell;
    const base = this.styles.of(layers.sheet.styleAt(row, column));
    // An object instead of an id: conditional formats have had their say.
    let style = isStyle(cell?.s) ? cell.s : base;
    // Their lines stand beside those of the cell.
    if (base.bd && style.bd && style !== base) {
      style = { ...style, bd: { ...base.bd, ...style.bd } };
    }
    if (constants.length > 0) style = layered(base, style, constants);
    const result: DrawnCell = { ...cell };
    if (noted) result.markers = { tr: NOTE_MARK };
    const value = own?.value;
    if (value !== undefined) {
      const text = this.#text(own);
      const width = (): number => widthOf(worksheet, row, column);
      const look = this.session.workbook.styles.look(own?.style ?? 0);
      if (typeof value === 'number') {
        const plain = look.rotation === 0 && !look.shrinkToFit;
        result.v = plain
          ? fitNumber(text, value, look.numberFormat === 'General', width(), this.#measure(style))
          : text;
        result.t = CellValueType.NUMBER;
        const colour = formatColour(look.numberFormat, value);
        if (colour !== undefined) style = { ...style, cl: { rgb: colour } };
      } else {
        result.v = text;
        result.t = CellValueType.STRING;
        if (typeof value !== 'string' && style.ht === undefined) style = { ...style, ht: CENTER };
      }
      if (look.shrinkToFit && !look.wrapText && style.fs !== undefined) {
        const fs = shrunkSize(style.fs, width(), this.#measure(style)(text));
        if (fs !== style.fs) style = { ...style, fs };
      }
    }
    result.s = style;
    return result;
  }

  #text(cell: Cell | undefined): string {
    const value = cell?.value;
    if (typeof value !== 'number') return shownText(this.session, cell);
    const key = `${cell?.style ?? 0} ${value}`;
    let text = this.#texts.get(key);
    if (text === undefined) {
      if (this.#texts.size > MOST_KNOWN) this.#texts.clear();
      this.#texts.set(key, (text = shownText(this.session, cell)));
    }
    return text;
  }

  #measure(style: GridStyle): (text: string) => number {
    const font = `${style.it ? 'italic ' : ''}${style.bl ? 'bold ' : ''}${style.fs ?? 11}pt "${style.ff ?? ''}"`;
    return (text) => {
      const key = `${font}\n${text}`;
      let width = this.#widths.get(key);
      if (width === undefined) {
        if (this.#widths.size > MOST_KNOWN) this.#widths.clear();
        if (this.#context) this.#context.font = font;
        width = this.#context?.measureText(text).width ?? 0;
        this.#widths.set(key, width);
      }
      return width;
    };
  }
}

const inside = (rect: Parameters<typeof contains>[0], row: number, column: number): boolean =>
  contains(rect, { top: row, bottom: row, left: column, right: column });

/** What a cell looks like below its rules that always hold, those of Univer between them. */
function layered(base: GridStyle, ruled: GridStyle, constants: readonly ConstantLook[]): GridStyle {
  const said = Object.entries(ruled).filter(
    ([key, value]) => base[key as keyof GridStyle] !== value,
  );
  const byRules: GridStyle = Object.fromEntries(said);
  const lay = (below: GridStyle, weaker: boolean): GridStyle =>
    constants
      .filter((look) => look.weaker === weaker)
      .reduceRight<GridStyle>((style, look) => over(look.style, style), below);
  return lay(over(byRules, lay(base, true)), false);
}

/** Pixels of a cell's columns, all of those it is merged over. */
function widthOf(worksheet: Worksheet, row: number, column: number): number {
  const merged = worksheet.getMergedCell(row, column);
  let width = 0;
  for (let c = merged?.startColumn ?? column; c <= (merged?.endColumn ?? column); c++) {
    if (worksheet.getColVisible(c)) width += worksheet.getColumnWidth(c);
  }
  return width;
}
