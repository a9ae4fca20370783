// What does a cell's style index look like, and which index looks like that with one thing changed?

import { shownColour } from './colour';
import type { BorderLook, BorderSide, FontLook } from './styleParts';
import { bordersLook, changeBorder, changeFont, fillNode, fontLook } from './styleParts';
import { builtInFormat, numberFormatId } from './numberFormats';
import type { XmlElement } from './xml';
import {
  attr,
  child,
  childrenNamed,
  childrenOf,
  cloneNode,
  element,
  ensureChild,
  flag,
  numberAttr,
  removeChild,
  setAttr,
  writeNode,
} from './xml';

export interface CellLook {
  readonly numberFormat: string;
  readonly font: FontLook;
  /** Fill pattern, and the colour shown; undefined without a fill. */
  readonly pattern: string;
  readonly fill: string | undefined;
  readonly borders: Readonly<Record<BorderSide, BorderLook>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

/** One change to a style; undefined values clear. */
export type StyleChange =
  | { readonly part: 'numberFormat'; readonly value: string }
  | {
      readonly part: 'font';
      readonly key: 'bold' | 'italic' | 'strikethrough' | 'underline' | 'color' | 'name' | 'size';
      readonly value: string | number | boolean;
    }
  | { readonly part: 'fill'; readonly color: string | undefined; readonly pattern?: string }
  | {
      readonly part: 'border';
      readonly side: BorderSide;
      readonly style?: string;
      readonly color?: string;
    }
  | {
      readonly part: 'alignment';
      readonly key:
        'horizontal' | 'vertical' | 'wrapText' | 'shrinkToFit' | 'indent' | 'textRotation';
      readonly value: string | number | boolean;
    }
  | {
      readonly part: 'protection';
      readonly key: 'locked' | 'hidden';
      readonly value: boolean;
    };

const STYLESHEET = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const XF = ['alignment', 'protection', 'extLst'];

/** The style part of a workbook. */
export class StyleBook {
  readonly #looks = new Map<number, CellLook>();
  readonly #changes = new Map<string, number>();

  constructor(
    readonly root: XmlElement,
    readonly theme: readonly string[],
    private readonly changed: () => void,
  ) {}

  #list(name: string): XmlElement {
    return ensureChild(this.root, name, STYLESHEET);
  }

  #append(list: string, node: XmlElement): number {
    const parent = this.#list(list);
    const text = writeNode(node);
    const all = childrenOf(parent);
    const known = all.findIndex((other) => writeNode(other) === text);
    if (known >= 0) return known;
    parent.children.push(node);
    setAttr(parent, 'count', all.length + 1);
    this.changed();
    return all.length;
  }

  #xf(index: number): XmlElement {
    const all = childrenOf(this.#list('cellXfs'));
    return all[index] ?? all[0] ?? element('xf');
  }

  #item(list: string, xf: XmlElement, idName: string): XmlElement | undefined {
    return childrenOf(this.#list(list))[numberAttr(xf, idName) ?? 0];
  }

  /** How cells with this style index look. */
  look(index: number): CellLook {
    const known = this.#looks.get(index);
    if (known) return known;
    const xf = this.#xf(index);
    const fill = child(this.#item('fills', xf, 'fillId'), 'patternFill');
    const alignment = child(xf, 'alignment');
    const protection = child(xf, 'protection');
    const pattern = attr(fill, 'patternType') ?? 'none';
    const look: CellLook = {
      numberFormat: this.#format(numberAttr(xf, 'numFmtId') ?? 0),
      font: fontLook(this.#item('fonts', xf, 'fontId'), this.theme),
      pattern,
      fill:
        pattern === 'none'
          ? undefined
          : (shownColour(child(fill, pattern === 'solid' ? 'fgColor' : 'bgColor'), this.theme) ??
            '#FFFFFF'),
      borders: bordersLook(this.#item('borders', xf, 'borderId'), this.theme),
      horizontal: attr(alignment, 'horizontal') ?? 'general',
      vertical: attr(alignment, 'vertical') ?? 'bottom',
      wrapText: flag(alignment, 'wrapText', false),
      shrinkToFit: flag(alignment, 'shrinkToFit', false),
      indent: numberAttr(alignment, 'indent') ?? 0,
      rotation: numberAttr(alignment, 'textRotation') ?? 0,
      locked: flag(protection, 'locked', true),
      formulaHidden: flag(protection, 'hidden', false),
    };
    this.#looks.set(index, look);
    return look;
  }

  #format(id: number): string {
    const own = child(this.root, 'numFmts');
    const node = own && childrenNamed(own, 'numFmt').find((n) => numberAttr(n, 'numFmtId') === id);
    return attr(node, 'formatCode') ?? builtInFormat(id);
  }

  #formatId(code: string): number {
    const builtIn = numberFormatId(code);
    if (builtIn !== undefined) return builtIn;
    const list = this.#list('numFmts');
    const all = childrenNamed(list, 'numFmt');
    const known = all.find((n) => attr(n, 'formatCode') === code);
    if (known) return numberAttr(known, 'numFmtId') ?? 0;
    const id = Math.max(163, ...all.map((n) => numberAttr(n, 'numFmtId') ?? 0)) + 1;
    list.children.push(element('numFmt', { numFmtId: id, formatCode: code }));
    setAttr(list, 'count', all.length + 1);
    return id;
  }

  /** The style index that looks like `index` with one change. */
  restyle(index: number, change: StyleChange): number {
    const key = `${index} ${JSON.stringify(change)}`;
    const known = this.#changes.get(key);
    if (known !== undefined) return known;
    const xf = cloneNode(this.#xf(index));
    this.#apply(xf, change);
    const result = this.#append('cellXfs', xf);
    this.#changes.set(key, result);
    return result;
  }

  #apply(xf: XmlElement, change: StyleChange): void {
    const replace = (list: string, idName: string, mark: string, node: XmlElement): void => {
      setAttr(xf, idName, this.#append(list, node));
      setAttr(xf, mark, true);
    };
    switch (change.part) {
      case 'numberFormat':
        setAttr(xf, 'numFmtId', this.#formatId(change.value));
        setAttr(xf, 'applyNumberFormat', true);
        return;
      case 'font': {
        const font = cloneNode(this.#item('fonts', xf, 'fontId') ?? element('font'));
        changeFont(font, change.key, change.value);
        replace('fonts', 'fontId', 'applyFont', font);
        return;
      }
      case 'fill':
        replace('fills', 'fillId', 'applyFill', fillNode(change.color, change.pattern));
        return;
      case 'border': {
        const border = cloneNode(this.#item('borders', xf, 'borderId') ?? element('border'));
        changeBorder(border, change.side, change.style, change.color);
        replace('borders', 'borderId', 'applyBorder', border);
        return;
      }
      case 'alignment':
        setAttr(ensureChild(xf, 'alignment', XF), change.key, change.value);
        setAttr(xf, 'applyAlignment', true);
        return;
      case 'protection':
        setAttr(ensureChild(xf, 'protection', XF), change.key, change.value);
        setAttr(xf, 'applyProtection', true);
        return;
    }
  }

  /** The differential format a conditional format refers to. */
  differential(index: number): XmlElement | undefined {
    return childrenOf(this.#list('dxfs'))[index];
  }

  addDifferential(node: XmlElement): number {
    const list = this.#list('dxfs');
    const all = childrenOf(list);
    list.children.push(node);
    setAttr(list, 'count', all.length + 1);
    this.changed();
    return all.length;
  }

  /** Takes unused differential formats off the end of their list, so that nothing stays behind. */
  trimDifferentials(isUsed: (index: number) => boolean): void {
    const list = child(this.root, 'dxfs');
    if (!list) return;
    const all = childrenOf(list);
    let keep = all.length;
    while (keep > 0 && !isUsed(keep - 1)) keep--;
    if (keep === all.length) return;
    for (const node of all.slice(keep)) removeChild(list, node);
    setAttr(list, 'count', keep);
    this.changed();
  }
}
