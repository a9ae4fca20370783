/** What does an XML part say, element by element, as its bytes arrive? */
import { corrupt } from '../fileFaultError';
import { joinBytes } from './encoding';
import { isSpace, XmlTag } from './xmlTag';
import { decodeNumber, decodeText, longestReference, referencedCodePoint } from './xmlText';

/** Who is told about elements. Names come without prefix; the root has depth 1. */
export interface XmlHandler {
  /** An element begins. True: its text is wanted, and can be asked for when it ends. */
  open(name: string, depth: number, tag: XmlTag): boolean;
  /** An element ends; `text` answers for the nearest element whose text was wanted. */
  close(name: string, depth: number, text: XmlContent): void;
}

/** Text gathered between an element's tags. */
export interface XmlContent {
  /** The text as it stands, references resolved, line ends as `\n`. */
  asText(): string;
  /** The text as a number, or null where it is none. */
  asNumber(): number | null;
}

/** Deeper than any part of a workbook; a file that nests more means to harm. */
const deepest = 128;
/** Longer than any tag of a workbook (a list of some 100,000 ranges). */
const longestTag = 1024 * 1024;

const lessThan = 0x3c;
const greaterThan = 0x3e;
const ampersand = 0x26;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

type State = 'content' | 'comment' | 'instruction' | 'characterData';

const endOf: Readonly<Record<Exclude<State, 'content'>, readonly [number, number, number]>> = {
  // Three bytes each; an instruction's end has two, and its first is not looked at.
  comment: [0x2d, 0x2d, 0x3e],
  instruction: [-1, 0x3f, 0x3e],
  characterData: [0x5d, 0x5d, 0x3e],
};

const utf8 = new TextEncoder();

interface ElementName {
  readonly bytes: Uint8Array;
  readonly local: string;
}

/**
 * A scanner for the XML of workbooks, fed piece by piece, so that no part is ever held as a whole.
 *
 * It does what these parts need and no more: elements, attributes, text, the five predefined
 * references and numbered ones, comments, CDATA. A document type definition, and with it every
 * entity bomb, is refused; depth and tag length are bounded; each byte is looked at a bounded number
 * of times. Prefixes are dropped, so that transitional, strict and prefixed parts read alike.
 *
 * @throws FileFaultError corrupt, from push and end, for what is not well-formed.
 */
export class XmlScanner implements XmlContent {
  private buffer: Uint8Array = new Uint8Array(0);
  private state: State = 'content';
  private quote = 0;
  /** How far the end of the tag at the buffer's start was already looked for. */
  private tagScanned = 0;
  private readonly stack: ElementName[] = [];
  private readonly names = new Map<number, ElementName>();
  private readonly tag = new XmlTag();
  private hasRoot = false;

  private text = new Uint8Array(256);
  private textLength = 0;
  /** Depth of the element whose text is wanted; 0 for none. */
  private textDepth = 0;
  private afterReturn = false;

  constructor(private readonly handler: XmlHandler) {}

  /** The next piece of the part, in UTF-8. */
  push(bytes: Uint8Array): void {
    this.buffer = this.buffer.length === 0 ? bytes : joinBytes(this.buffer, bytes);
    const used = this.scan();
    // Copied: the piece belongs to whoever pushed it.
    this.buffer = this.buffer.slice(used);
    if (this.buffer.length > longestTag) throw corrupt();
  }

  /** No more pieces follow: everything must be closed. */
  end(): void {
    const isBlank = this.buffer.every(isSpace);
    if (!isBlank || this.state !== 'content' || this.stack.length > 0 || !this.hasRoot) {
      throw corrupt();
    }
  }

  asText(): string {
    return decodeText(this.text, 0, this.textLength);
  }

  asNumber(): number | null {
    return decodeNumber(this.text, 0, this.textLength);
  }

  /** Scans the buffer; how many of its bytes are done with. */
  private scan(): number {
    let at = 0;
    for (;;) {
      const next = this.state === 'content' ? this.scanContent(at) : this.scanUntilEnd(at);
      if (next < 0) return ~next;
      at = next;
    }
  }

  /** One step; the next offset, or (more bytes are needed) the complement of what is done. */
  private scanContent(at: number): number {
    const { buffer } = this;
    if (at >= buffer.length) return ~at;
    if (buffer[at] === lessThan) return this.scanMarkup(at);
    const found = buffer.indexOf(lessThan, at);
    const until = found < 0 ? buffer.length : found;
    if (this.textDepth === 0) {
      if (this.stack.length === 0) this.requireBlank(at, until);
      return until;
    }
    const done = this.gather(at, until);
    return done === until ? until : found < 0 ? ~done : refuse();
  }

  private requireBlank(from: number, until: number): void {
    for (let at = from; at < until; at += 1) {
      if (!isSpace(this.buffer[at] ?? 0)) throw corrupt();
    }
  }

  private scanMarkup(at: number): number {
    const { buffer } = this;
    const second = buffer[at + 1];
    if (second === undefined) return ~at;
    if (second === 0x3f) return this.enter('instruction', at + 2);
    if (second === 0x21) return this.scanDeclaration(at);
    const end = this.findTagEnd(at);
    if (end < 0) return ~at;
    if (second === 0x2f) this.closeTag(at + 2, end);
    else this.openTag(at + 1, end);
    return end + 1;
  }

  /** `<!--`, `<![CDATA[`; anything else that begins so is a document type definition. */
  private scanDeclaration(at: number): number {
    const head = decodeAscii(this.buffer, at, at + 9);
    if (head.startsWith('<!--')) return this.enter('comment', at + 4);
    if (head === '<![CDATA[') {
      if (this.stack.length === 0) throw corrupt();
      return this.enter('characterData', at + 9);
    }
    if ('<![CDATA['.startsWith(head) || '<!--'.startsWith(head)) return ~at;
    throw corrupt();
  }

  private enter(state: State, next: number): number {
    this.state = state;
    return next;
  }

  private scanUntilEnd(at: number): number {
    const { buffer, state } = this;
    if (state === 'content') return at;
    const [first, second, third] = endOf[state];
    for (let found = at; ; found += 1) {
      found = buffer.indexOf(third, found);
      if (found < 0) break;
      const isEnd =
        found >= at + (first < 0 ? 1 : 2) &&
        buffer[found - 1] === second &&
        (first < 0 || buffer[found - 2] === first);
      if (!isEnd) continue;
      if (state === 'characterData') this.append(at, found - 2);
      return this.enter('content', found + 1);
    }
    // The last two bytes may begin the end.
    const done = Math.max(at, buffer.length - 2);
    if (state === 'characterData') this.append(at, done);
    return ~done;
  }

  /** The offset of the `>` that ends the tag at `at`, outside quotes; -1 where it is not here yet. */
  private findTagEnd(at: number): number {
    const { buffer } = this;
    let { quote } = this;
    for (let end = at + Math.max(1, this.tagScanned); end < buffer.length; end += 1) {
      const byte = buffer[end] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === greaterThan) {
        this.quote = 0;
        this.tagScanned = 0;
        return end;
      } else if (byte === 0x22 || byte === 0x27) quote = byte;
      else if (byte === lessThan) throw corrupt();
    }
    this.quote = quote;
    this.tagScanned = buffer.length - at;
    return -1;
  }

  private openTag(from: number, end: number): void {
    const { buffer, stack } = this;
    const isEmpty = XmlTag.isEmptyElement(buffer, end) && end > from;
    const until = isEmpty ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < until && !isSpace(buffer[nameEnd] ?? 0)) nameEnd += 1;
    if (nameEnd === from || (stack.length === 0 && this.hasRoot)) throw corrupt();
    this.hasRoot = true;
    const name = this.elementName(from, nameEnd);
    this.tag.load(buffer, nameEnd, until);
    if (stack.length >= deepest) throw corrupt();
    stack.push(name);
    if (this.handler.open(name.local, stack.length, this.tag)) {
      this.textDepth = stack.length;
      this.textLength = 0;
      this.afterReturn = false;
    }
    if (isEmpty) this.leave();
  }

  private closeTag(from: number, end: number): void {
    const { buffer } = this;
    const name = this.stack.at(-1)?.bytes;
    if (name === undefined) throw corrupt();
    if (!sameBytes(name, buffer, from, Math.min(end, from + name.length))) throw corrupt();
    let at = from + name.length;
    while (at < end && isSpace(buffer[at] ?? 0)) at += 1;
    if (at !== end) throw corrupt();
    this.leave();
  }

  private leave(): void {
    const depth = this.stack.length;
    const name = this.stack.pop();
    if (name === undefined) throw corrupt();
    this.handler.close(name.local, depth, this);
    if (this.textDepth === depth) this.textDepth = 0;
  }

  /** Names repeat: each is decoded once, and told from others of the same key by its bytes. */
  private elementName(from: number, until: number): ElementName {
    const { buffer } = this;
    let key = until - from;
    for (let at = from; at < until; at += 1) key = (Math.imul(key, 31) + (buffer[at] ?? 0)) | 0;
    const known = this.names.get(key);
    if (known !== undefined && sameBytes(known.bytes, buffer, from, until)) return known;
    const qualified = decodeText(buffer, from, until);
    const local = qualified.slice(qualified.indexOf(':') + 1);
    const name = { bytes: buffer.slice(from, until), local };
    if (this.names.size < 1000) this.names.set(key, name);
    return name;
  }

  /** Adds text with references resolved; up to where, since a reference may be cut by the piece's end. */
  private gather(from: number, until: number): number {
    const { buffer } = this;
    let at = from;
    for (;;) {
      let stop = at;
      while (stop < until && buffer[stop] !== ampersand) stop += 1;
      this.append(at, stop);
      if (stop === until) return until;
      const end = buffer.subarray(stop, stop + longestReference).indexOf(0x3b);
      if (end < 0 || stop + end >= until) {
        return until - stop >= longestReference ? refuse() : stop;
      }
      this.appendCodePoint(referencedCodePoint(decodeAscii(buffer, stop + 1, stop + end)));
      at = stop + end + 1;
    }
  }

  private append(from: number, until: number): void {
    if (this.textDepth === 0) return;
    const { buffer } = this;
    this.reserve(until - from);
    const { text } = this;
    let length = this.textLength;
    for (let at = from; at < until; at += 1) {
      const byte = buffer[at] ?? 0;
      // Line ends are line feeds in XML; a carriage return meant as such is written as a reference.
      if (byte !== lineFeed || !this.afterReturn) {
        text[length] = byte === carriageReturn ? lineFeed : byte;
        length += 1;
      }
      this.afterReturn = byte === carriageReturn;
    }
    this.textLength = length;
  }

  private appendCodePoint(code: number): void {
    this.afterReturn = false;
    this.reserve(4);
    if (code < 0x80) {
      this.text[this.textLength] = code;
      this.textLength += 1;
      return;
    }
    const room = this.text.subarray(this.textLength);
    this.textLength += utf8.encodeInto(String.fromCodePoint(code), room).written;
  }

  private reserve(more: number): void {
    const needed = this.textLength + more;
    if (needed <= this.text.length) return;
    const larger = new Uint8Array(Math.max(needed, this.text.length * 2));
    larger.set(this.text.subarray(0, this.textLength));
    this.text = larger;
  }
}

function refuse(): never {
  throw corrupt();
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, until: number): boolean {
  if (known.length !== until - from) return false;
  for (let index = 0; index < known.length; index += 1) {
    if (known[index] !== bytes[from + index]) return false;
  }
  return true;
}

function decodeAscii(bytes: Uint8Array, from: number, until: number): string {
  return String.fromCharCode(...bytes.subarray(from, until));
}
