/** What text does a cell show, given how .xlsx writes it? */
import type { XmlContent } from '../xml/xmlReader';
import type { XmlTag } from '../xml/xmlTag';

/** Text with its escapes resolved: `_x000D_` stands for a carriage return, `_x005F_` for `_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/**
 * Gathers the text of one string item: plain, or in runs of different looks. Phonetic guides (`rPh`)
 * are no part of it. Told of the elements inside the item, by their depth below it.
 *
 * White space at either end counts only where the item says so (`xml:space="preserve"`), as in Excel.
 */
export class ItemText {
  private text = '';
  private inRun = false;
  private preserve = false;

  /** Begins an item. */
  clear(): void {
    this.text = '';
  }

  /** An element begins `depth` levels below the item; true: its text is wanted. */
  open(name: string, depth: number, tag: XmlTag): boolean {
    if (depth === 1) this.inRun = name === 'r';
    const isText = name === 't' && (depth === 1 || (depth === 2 && this.inRun));
    if (isText) this.preserve = tag.prefixedAttribute('space') === 'preserve';
    return isText;
  }

  /** An element ends. */
  close(name: string, depth: number, content: XmlContent): void {
    if (name !== 't' || !(depth === 1 || (depth === 2 && this.inRun))) return;
    const text = content.asText();
    this.text += unescapeText(this.preserve ? text : trimSpace(text));
  }

  /** The item's text. */
  value(): string {
    return this.text;
  }
}

/** Without white space as XML has it at either end; a full-width space stays. */
function trimSpace(text: string): string {
  let from = 0;
  let until = text.length;
  while (from < until && isSpace(text.charCodeAt(from))) from += 1;
  while (until > from && isSpace(text.charCodeAt(until - 1))) until -= 1;
  return text.slice(from, until);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
