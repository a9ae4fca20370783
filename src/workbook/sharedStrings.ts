// Which text has which number in the workbook's table of shared strings?

import type { XmlElement } from './ooxml/xml';
import { child, childrenNamed, childrenOf, element, prefixOf, setAttr, textOf } from './ooxml/xml';

/** Text of an `si` or `is` element, without phonetic guides. */
export function childrenText(node: XmlElement | undefined): string {
  if (!node) return '';
  const direct = childrenNamed(node, 't').map(textOf).join('');
  return (
    direct +
    childrenNamed(node, 'r')
      .map((run) => textOf(child(run, 't')))
      .join('')
  );
}

export class SharedStrings {
  readonly #texts: string[];
  readonly #plain = new Map<string, number>();

  constructor(
    readonly root: XmlElement,
    private readonly changed: () => void,
  ) {
    this.#texts = childrenOf(root).map((si, index) => {
      const text = childrenText(si);
      const plain = childrenOf(si).length === 1 && si.children.length === 1;
      if (plain && !this.#plain.has(text)) this.#plain.set(text, index);
      return text;
    });
  }

  text(index: number): string {
    return this.#texts[index] ?? '';
  }

  /** The index to write for a text; `hint` is kept while it still says the same, with its rich text. */
  indexOf(text: string, hint: number | undefined): number {
    if (hint !== undefined && this.#texts[hint] === text) return hint;
    const known = this.#plain.get(text);
    if (known !== undefined) return known;
    const prefix = prefixOf(this.root);
    const keep = text.trim() !== text || /\n| {2}/.test(text);
    const t = element(`${prefix}t`, keep ? { 'xml:space': 'preserve' } : {}, [text]);
    this.root.children.push(element(`${prefix}si`, {}, [t]));
    const index = this.#texts.push(text) - 1;
    this.#plain.set(text, index);
    setAttr(this.root, 'uniqueCount', index + 1);
    setAttr(this.root, 'count', undefined);
    this.changed();
    return index;
  }
}
