// How is the look of a cell said in the grid's terms: font, fill, lines, alignment?

import type { BorderLook, BorderSide } from '../../workbook/ooxml/styleParts';
import type { CellLook } from '../../workbook/ooxml/styles';
import type { GridDecoration, GridLine, GridLines, GridSide, GridStyle } from './data';

/** ECMA-376 ST_BorderStyle → Univer's BorderStyleTypes. */
const LINES: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};

const SIDES: Readonly<Record<BorderSide, GridSide>> = {
  top: 't',
  bottom: 'b',
  left: 'l',
  right: 'r',
  diagonalDown: 'tl_br',
  diagonalUp: 'bl_tr',
};

/** HorizontalAlign of Univer; `fill` is not drawn repeated, `centerContinuous` not across cells. */
const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  fill: 1,
  center: 2,
  centerContinuous: 2,
  right: 3,
  justify: 4,
  distributed: 6,
};
const VERTICAL: Readonly<Record<string, number>> = {
  top: 1,
  center: 2,
  justify: 2,
  distributed: 2,
  bottom: 3,
};
/** WrapStrategy of Univer. */
const CLIP = 2;
const WRAP = 3;
/** TextDecoration of Univer. */
const SINGLE = 12;
const DOUBLE = 10;
/** Pixels between the edge of a cell and its text, and for each step of indent. */
const PADDING = 2;
const INDENT = 9;

/** One line of a border; undefined where there is none. */
export function line(look: BorderLook): GridLine | undefined {
  const s = LINES[look.style];
  return s === undefined ? undefined : { s, cl: { rgb: look.color } };
}

/** All lines of a cell; undefined where there are none. */
function lines(borders: Readonly<Record<BorderSide, BorderLook>>): GridLines | undefined {
  const result: GridLines = {};
  for (const side of Object.keys(SIDES) as BorderSide[]) {
    const drawn = line(borders[side]);
    if (drawn) result[SIDES[side]] = drawn;
  }
  return Object.keys(result).length > 0 ? result : undefined;
}

/** ST_UnderlineValues (`none`, `single`, `double`, …) as a decoration. */
export const underline = (kind: string): GridDecoration =>
  kind === 'none' ? { s: 0 } : { s: 1, t: kind.startsWith('double') ? DOUBLE : SINGLE };

/** Degrees clockwise, as Univer counts; Excel's 1–90 turn left, 91–180 right, 255 is stacked. */
export function rotation(excel: number): GridStyle['tr'] {
  if (excel === 255) return { a: 0, v: 1 };
  if (excel === 0) return undefined;
  return { a: excel > 90 ? excel - 90 : -excel };
}

/** Everything that a cell format shows, apart from number format and shrinking, which change the text. */
export function gridStyle(look: CellLook): GridStyle {
  const { font } = look;
  const style: GridStyle = { ff: font.name, fs: font.size, cl: { rgb: font.color } };
  if (font.bold) style.bl = 1;
  if (font.italic) style.it = 1;
  if (font.underline !== 'none') style.ul = underline(font.underline);
  if (font.strikethrough) style.st = { s: 1 };
  if (look.fill !== undefined) style.bg = { rgb: look.fill };
  const bd = lines(look.borders);
  if (bd) style.bd = bd;
  const ht = HORIZONTAL[look.horizontal];
  if (ht !== undefined) style.ht = ht;
  style.vt = VERTICAL[look.vertical] ?? 3;
  if (look.wrapText || look.horizontal === 'justify' || look.horizontal === 'distributed') {
    style.tb = WRAP;
  } else if (look.shrinkToFit || look.horizontal === 'fill') style.tb = CLIP;
  const tr = rotation(look.rotation);
  if (tr) style.tr = tr;
  if (look.indent > 0) {
    const side = PADDING + look.indent * INDENT;
    style.pd = look.horizontal === 'right' ? { r: side } : { l: side };
  }
  return style;
}
