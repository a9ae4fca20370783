// What does a differential format change about its cells, in the grid's terms?

import { shownColour } from '../../workbook/ooxml/colour';
import { bordersLook, fontLook } from '../../workbook/ooxml/styleParts';
import { attr, child, flag } from '../../workbook/ooxml/xml';
import type { XmlElement } from '../../workbook/ooxml/xml';
import type { GridLines, GridLook } from './data';
import { line, underline } from './styles';

function borders(dxf: XmlElement, theme: readonly string[]): GridLines | undefined {
  const node = child(dxf, 'border');
  if (!node) return undefined;
  const looks = bordersLook(node, theme);
  const bd: GridLines = {};
  const t = line(looks.top);
  const b = line(looks.bottom);
  const l = line(looks.left);
  const r = line(looks.right);
  if (t) bd.t = t;
  if (b) bd.b = b;
  if (l) bd.l = l;
  if (r) bd.r = r;
  return Object.keys(bd).length > 0 ? bd : undefined;
}

/** Only what the format says; everything else of the cell stays as it is. */
export function conditionLook(dxf: XmlElement | undefined, theme: readonly string[]): GridLook {
  const style: GridLook = {};
  if (!dxf) return style;
  const font = child(dxf, 'font');
  const said = (name: string): boolean | undefined => {
    const node = child(font, name);
    return node && flag(node, 'val', true);
  };
  const [bold, italic, strike] = [said('b'), said('i'), said('strike')];
  if (bold !== undefined) style.bl = bold ? 1 : 0;
  if (italic !== undefined) style.it = italic ? 1 : 0;
  if (strike !== undefined) style.st = { s: strike ? 1 : 0 };
  if (child(font, 'u')) style.ul = underline(fontLook(font, theme).underline);
  const color = shownColour(child(font, 'color'), theme);
  if (color !== undefined) style.cl = { rgb: color };
  const fill = child(child(dxf, 'fill'), 'patternFill');
  if (fill && attr(fill, 'patternType') !== 'none') {
    // In differential formats a solid fill has its colour as background.
    const shown =
      shownColour(child(fill, 'bgColor'), theme) ?? shownColour(child(fill, 'fgColor'), theme);
    if (shown !== undefined) style.bg = { rgb: shown };
  }
  const bd = borders(dxf, theme);
  if (bd) style.bd = bd;
  return style;
}

/** One look over another: what the upper one says wins, lines one by one. */
export function over(upper: GridLook, lower: GridLook): GridLook {
  const bd = upper.bd && lower.bd ? { ...lower.bd, ...upper.bd } : (upper.bd ?? lower.bd);
  return { ...lower, ...upper, ...(bd && { bd }) };
}
