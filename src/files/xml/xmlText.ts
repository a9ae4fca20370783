/** What does a run of XML bytes say? Characters, references to them, numbers; all in linear time. */
import { corrupt } from '../fileFaultError';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text. @throws FileFaultError corrupt where they are not UTF-8. */
export function decodeText(bytes: Uint8Array, from: number, until: number): string {
  if (until - from <= 24) {
    let text = '';
    let at = from;
    for (; at < until; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x80) break;
      text += String.fromCharCode(byte);
    }
    if (at === until) return text;
  }
  const span = bytes.subarray(from, until);
  const text = decoder.decode(span);
  // The lenient decoder is much faster; what it replaced, the strict one has to judge.
  return text.includes('\ufffd') ? decodeStrictly(span) : text;
}

function decodeStrictly(span: Uint8Array): string {
  try {
    return strictDecoder.decode(span);
  } catch {
    // The one error that decoding knows: bytes that are not UTF-8.
    throw corrupt();
  }
}

const named: Readonly<Record<string, number>> = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };

/** The longest reference that XML knows: `&#x10FFFF;`, with room for leading zeros. */
export const longestReference = 16;

/**
 * The code point of a reference, given what stands between `&` and `;`. Only the five that XML
 * itself defines and numbers: there are no document type definitions, so no others exist.
 */
export function referencedCodePoint(reference: string): number {
  const byName = Object.hasOwn(named, reference) ? named[reference] : undefined;
  if (byName !== undefined) return byName;
  const match = /^#(?:x([0-9a-fA-F]{1,8})|(\d{1,10}))$/.exec(reference);
  if (match === null) throw corrupt();
  const code =
    match[1] === undefined ? Number.parseInt(match[2] ?? '', 10) : Number.parseInt(match[1], 16);
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  if (!isCharacter || (code >= 0xd800 && code <= 0xdfff)) throw corrupt();
  return code;
}

/** Attribute text: references resolved, line breaks and tabs read as spaces. */
export function attributeText(bytes: Uint8Array, from: number, until: number): string {
  const text = decodeText(bytes, from, until);
  if (!/[&\t\r\n]/.test(text)) return text;
  return text
    .replace(/\r\n|[\t\r\n]/g, ' ')
    .replace(/&([^;&]{0,16});?/g, (whole, reference: string) => {
      if (!whole.endsWith(';')) throw corrupt();
      return String.fromCodePoint(referencedCodePoint(reference));
    });
}

const powersOfTen = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * Bytes as a number, or null where they are none. White space around it does not count.
 *
 * Up to 15 digits, with or without a point, are taken directly: both the digits and the power of ten
 * are exact, so their quotient is the nearest double, which is what reading the text would give.
 */
export function decodeNumber(bytes: Uint8Array, from: number, until: number): number | null {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative) at += 1;
  let digits = 0;
  let count = 0;
  let decimals = -1;
  for (; at < until; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30;
      count += 1;
      if (decimals >= 0) decimals += 1;
    } else if (byte === 0x2e && decimals < 0) {
      decimals = 0;
    } else break;
  }
  if (at === until && count > 0 && count <= 15) {
    const value = decimals > 0 ? digits / (powersOfTen[decimals] ?? 1) : digits;
    // Not -0: a cell shows and adds it as 0.
    return negative && value !== 0 ? -value : value;
  }
  const text = decodeText(bytes, from, until).trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : null;
}
