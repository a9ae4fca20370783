// How do fonts, fills and borders stand in the style part, and how is one thing about them changed?

import { shownColour } from './colour';
import type { XmlElement } from './xml';
import {
  attr,
  child,
  element,
  ensureChild,
  flag,
  insertChild,
  numberAttr,
  removeChild,
  setAttr,
} from './xml';

export type BorderSide = 'left' | 'right' | 'top' | 'bottom' | 'diagonalDown' | 'diagonalUp';
export interface BorderLook {
  /** ECMA-376 ST_BorderStyle; 'none' where there is no line. */
  readonly style: string;
  readonly color: string;
}
export interface FontLook {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  /** ECMA-376 ST_UnderlineValues, or 'none'. */
  readonly underline: string;
  readonly color: string;
}

/** ECMA-376 part 1, 18.8.22 and 18.8.4: orders of children. */
const FONT =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
    ' ',
  );
const BORDER = 'start end left right top bottom diagonal vertical horizontal'.split(' ');

const TOGGLES = { bold: 'b', italic: 'i', strikethrough: 'strike' } as const;

/** Changes one thing about a `font` element; children stay in the schema's order. */
export function changeFont(
  font: XmlElement,
  key: 'bold' | 'italic' | 'strikethrough' | 'underline' | 'color' | 'name' | 'size',
  value: string | number | boolean,
): void {
  const set = (name: string, attributes: Record<string, string | number> | undefined): void => {
    removeChild(font, child(font, name));
    if (attributes) insertChild(font, element(name, attributes), FONT);
  };
  switch (key) {
    case 'bold':
    case 'italic':
    case 'strikethrough':
      set(TOGGLES[key], value === true ? {} : undefined);
      return;
    case 'underline':
      set('u', value === 'none' ? undefined : value === 'single' ? {} : { val: String(value) });
      return;
    case 'color':
      set('color', { rgb: `FF${String(value).slice(1)}` });
      return;
    case 'size':
      set('sz', { val: Number(value) });
      return;
    case 'name':
      set('name', { val: String(value) });
      set('scheme', undefined);
      return;
  }
}

export const fillNode = (color: string | undefined, pattern = 'solid'): XmlElement =>
  element('fill', {}, [
    color === undefined
      ? element('patternFill', { patternType: 'none' })
      : element('patternFill', { patternType: pattern }, [
          element('fgColor', { rgb: `FF${color.slice(1)}` }),
          element('bgColor', { indexed: 64 }),
        ]),
  ]);

/** Draws, recolours or takes away one line of a `border` element. */
export function changeBorder(
  border: XmlElement,
  side: BorderSide,
  style: string | undefined,
  color: string | undefined,
): void {
  const name = side.startsWith('diagonal') ? 'diagonal' : side;
  const edge = ensureChild(border, name, BORDER);
  if (name === 'diagonal') setAttr(border, side, style === 'none' ? undefined : true);
  const stillDiagonal =
    name === 'diagonal' &&
    (flag(border, 'diagonalUp', false) || flag(border, 'diagonalDown', false));
  if (style === 'none' && !stillDiagonal) {
    edge.attributes.clear();
    edge.children = [];
    return;
  }
  if (style !== undefined && style !== 'none') setAttr(edge, 'style', style);
  if (attr(edge, 'style') === undefined) setAttr(edge, 'style', 'thin');
  if (color !== undefined) edge.children = [element('color', { rgb: `FF${color.slice(1)}` })];
  else if (edge.children.length === 0) edge.children = [element('color', { auto: 1 })];
}

export function fontLook(font: XmlElement | undefined, theme: readonly string[]): FontLook {
  const on = (name: string): boolean => {
    const node = child(font, name);
    return node !== undefined && flag(node, 'val', true);
  };
  const u = child(font, 'u');
  return {
    name: attr(child(font, 'name'), 'val') ?? 'Calibri',
    size: numberAttr(child(font, 'sz'), 'val') ?? 11,
    bold: on('b'),
    italic: on('i'),
    strikethrough: on('strike'),
    underline: u ? (attr(u, 'val') ?? 'single') : 'none',
    color: shownColour(child(font, 'color'), theme) ?? '#000000',
  };
}

export function bordersLook(
  border: XmlElement | undefined,
  theme: readonly string[],
): Record<BorderSide, BorderLook> {
  const edge = (name: string, drawn = true): BorderLook => {
    const node = child(border, name);
    const style = drawn ? (attr(node, 'style') ?? 'none') : 'none';
    return { style, color: shownColour(child(node, 'color'), theme) ?? '#000000' };
  };
  return {
    left: edge('left'),
    right: edge('right'),
    top: edge('top'),
    bottom: edge('bottom'),
    diagonalDown: edge('diagonal', flag(border, 'diagonalDown', false)),
    diagonalUp: edge('diagonal', flag(border, 'diagonalUp', false)),
  };
}
