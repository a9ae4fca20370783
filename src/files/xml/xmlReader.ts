/** What does an XML part say, element by element, as its bytes arrive? */
import { SaxesParser } from 'saxes';
import { corrupt } from '../fileFaultError';
import { XmlDecoder } from './encoding';
import { parseNumber, XmlTag } from './xmlTag';

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
/** Longer than any tag (a list of some 100,000 ranges) or text of a workbook, characters. */
const longest = 1024 * 1024;
/**
 * What other programs write and nobody need guess about: an attribute given twice, and signs that XML
 * forbids, which stand for themselves.
 */
const harmless = /duplicate attribute|disallowed character\.$/;
/** Bytes that the parser is given at once, so that no more than these run over a limit. */
const pieceBytes = 64 * 1024;

/**
 * Reads an XML part piece by piece, so that it is never held as a whole.
 *
 * What is not well-formed is refused, and so is a document type definition, and with it every entity
 * bomb. Nesting is bounded, and so is whatever the parser has to hold at once: one tag with all its
 * attributes, one text, one comment. Prefixes are dropped, so that transitional, strict and prefixed
 * parts read alike.
 *
 * @throws FileFaultError corrupt, from push and end, for all of these.
 */
export class XmlReader implements XmlContent {
  private readonly parser = new SaxesParser();
  private readonly decoder = new XmlDecoder();
  private readonly tag = new XmlTag();
  /** Characters that the parser took since it last told of something. */
  private held = 0;
  private depth = 0;
  /** Depth of the element whose text is wanted; 0 for none. */
  private textDepth = 0;
  private text = '';

  constructor(private readonly handler: XmlHandler) {
    const refuse = (): never => {
      throw corrupt();
    };
    const refuseUnlessHarmless = ({ message }: Error): void => {
      if (!harmless.test(message)) throw corrupt();
    };
    // Each listener is one more property of the parser. With two more than these V8 keeps them all in a
    // table, which takes three times as long; a listener that comes and goes has the same effect.
    this.parser.on('error', refuseUnlessHarmless);
    this.parser.on('doctype', refuse);
    this.parser.on('cdata', this.gather);
    this.parser.on('text', this.gather);
    this.parser.on('opentag', ({ name, attributes }) => {
      this.open(name, attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.close(name);
    });
  }

  /** The next piece of the part. */
  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      this.write(this.decoder.push(bytes.subarray(from, from + pieceBytes)));
    }
  }

  /** No more pieces follow: everything must be closed. */
  end(): void {
    this.write(this.decoder.end());
    this.parser.close();
  }

  asText(): string {
    return this.text;
  }

  asNumber(): number | null {
    return parseNumber(this.text);
  }

  private write(text: string): void {
    this.held += text.length;
    this.parser.write(text);
    if (this.held > longest) throw corrupt();
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.held = 0;
    this.depth += 1;
    if (this.depth > deepest) throw corrupt();
    this.tag.load(attributes);
    if (!this.handler.open(localName(name), this.depth, this.tag)) return;
    this.textDepth = this.depth;
    this.text = '';
  }

  private close(name: string): void {
    this.held = 0;
    this.handler.close(localName(name), this.depth, this);
    if (this.textDepth === this.depth) this.textDepth = 0;
    this.depth -= 1;
  }

  private readonly gather = (text: string): void => {
    this.held = 0;
    if (this.textDepth === 0) return;
    this.text += text;
    if (this.text.length > longest) throw corrupt();
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
