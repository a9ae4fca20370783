/** What stands in a start tag? */
import { corrupt } from '../fileFaultError';
import { attributeText, decodeNumber, decodeText } from './xmlText';

const equalsSign = 0x3d;
const colon = 0x3a;
const slash = 0x2f;

/** True for the four characters that XML treats as white space. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * The attributes of the tag at hand, found by name in the bytes themselves, since most tags of a
 * worksheet are asked for one or two. Valid only until the next tag.
 */
export class XmlTag {
  private bytes = new Uint8Array(0);
  /** Four offsets an attribute: name from, name until, value from, value until. */
  private readonly spans: number[] = [];
  private used = 0;

  /** Takes the bytes between the element's name and the closing `>` (or `/>`). */
  load(bytes: Uint8Array, from: number, until: number): void {
    this.bytes = bytes as Uint8Array<ArrayBuffer>;
    this.used = 0;
    let at = from;
    while (at < until) {
      if (isSpace(bytes[at] ?? 0)) at += 1;
      else at = this.loadAttribute(at, until);
    }
  }

  private loadAttribute(from: number, until: number): number {
    const { bytes } = this;
    let at = from;
    while (at < until && bytes[at] !== equalsSign && !isSpace(bytes[at] ?? 0)) at += 1;
    const nameEnd = at;
    while (at < until && isSpace(bytes[at] ?? 0)) at += 1;
    if (at >= until || bytes[at] !== equalsSign || nameEnd === from) throw corrupt();
    at += 1;
    while (at < until && isSpace(bytes[at] ?? 0)) at += 1;
    const quote = bytes[at] ?? 0;
    if (at >= until || (quote !== 0x22 && quote !== 0x27)) throw corrupt();
    const valueStart = at + 1;
    at = valueStart;
    while (at < until && bytes[at] !== quote) at += 1;
    if (at >= until) throw corrupt();
    const { spans, used } = this;
    spans[used] = from;
    spans[used + 1] = nameEnd;
    spans[used + 2] = valueStart;
    spans[used + 3] = at;
    this.used = used + 4;
    return at + 1;
  }

  /** An attribute without a prefix, or null. */
  attribute(name: string): string | null {
    const at = this.find(name, false);
    return at < 0 ? null : attributeText(this.bytes, this.span(at + 2), this.span(at + 3));
  }

  /** An attribute with a prefix, whatever the prefix: `id` finds `r:id`; null where there is none. */
  prefixedAttribute(name: string): string | null {
    const at = this.find(name, true);
    return at < 0 ? null : attributeText(this.bytes, this.span(at + 2), this.span(at + 3));
  }

  /** A whole number from 0; null where the attribute is missing or empty. @throws corrupt for anything else. */
  wholeNumber(name: string): number | null {
    const at = this.find(name, false);
    if (at < 0 || this.span(at + 2) === this.span(at + 3)) return null;
    const value = decodeNumber(this.bytes, this.span(at + 2), this.span(at + 3));
    if (value === null || value < 0 || !Number.isInteger(value)) throw corrupt();
    return value;
  }

  /** A switch: `1`, `true`, `on`; false where it is missing or says something else. */
  isSet(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  /** True where the tag ends in `/>`; `until` is the offset of `>`. */
  static isEmptyElement(bytes: Uint8Array, until: number): boolean {
    return bytes[until - 1] === slash;
  }

  /** The offset of an attribute's spans, or -1. */
  private find(name: string, prefixed: boolean): number {
    const { bytes, spans } = this;
    for (let at = 0; at < this.used; at += 4) {
      const until = spans[at + 1] ?? 0;
      const from = until - name.length;
      const start = spans[at] ?? 0;
      if (prefixed ? from <= start || bytes[from - 1] !== colon : from !== start) continue;
      let same = true;
      for (let index = 0; same && index < name.length; index += 1) {
        same = bytes[from + index] === name.charCodeAt(index);
      }
      if (same && !(prefixed && this.isNamespace(start, from))) return at;
    }
    return -1;
  }

  private isNamespace(from: number, until: number): boolean {
    return decodeText(this.bytes, from, until) === 'xmlns:';
  }

  private span(at: number): number {
    return this.spans[at] ?? 0;
  }
}
