/** How may bytes be damaged? By accident, by transfer, or by somebody who means it. */
import type { SeededRandom } from './random';

/** Values that sit on the edges of fields. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x3c, 0x26, 0x22, 0x3e];

/** Bytes damaged a little or a lot; `other` lends pieces. The given bytes are not changed. */
export function damage(bytes: Uint8Array, other: Uint8Array, random: SeededRandom): Uint8Array {
  let damaged: Uint8Array = bytes.slice();
  const rounds = 1 + random.below(random.below(4) === 0 ? 20 : 3);
  for (let round = 0; round < rounds; round += 1) damaged = damageOnce(damaged, other, random);
  return damaged;
}

function damageOnce(bytes: Uint8Array, other: Uint8Array, random: SeededRandom): Uint8Array {
  if (bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  switch (random.below(9)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.pick(edges);
      return bytes;
    case 2:
      bytes.fill(random.pick(edges), at, at + 1 + random.below(8));
      return bytes;
    case 3:
      return bytes.slice(0, at);
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(32)));
    case 5:
      return joined(bytes.subarray(0, at), piece(other, random), bytes.subarray(at));
    case 6: {
      bytes.set(piece(other, random).subarray(0, bytes.length - at), at);
      return bytes;
    }
    case 7:
      return joined(bytes.subarray(0, at), piece(bytes, random), bytes.subarray(at));
    default:
      return joined(bytes.subarray(0, at), other.subarray(random.below(other.length + 1)));
  }
}

function piece(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const from = random.below(bytes.length + 1);
  return bytes.slice(from, from + 1 + random.below(random.below(3) === 0 ? 4000 : 64));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** Words of worksheets' XML, and what one would put in their place to do harm. */
const words = [
  '<c r="A1"><v>1</v></c>',
  '<row r="1048576">',
  '</row>',
  '<f t="shared" si="0"/>',
  '<f t="array" ref="A1:XFD1048576">A1</f>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '&#x110000;',
  '&amp;',
  't="s"',
  't="d"',
  't="inlineStr"',
  's="999999"',
  'r="XFD1"',
  '_x0000_',
  '1e308',
  '-1',
  '99999999999999999999',
  '[1]Sheet1!A1',
  '__proto__',
  'xml:space="preserve"',
  '"',
  "'",
  '<',
  '>',
  '/',
];

/** XML damaged where it hurts: its words exchanged, moved, doubled, or its bytes. */
export function damageXml(xml: Uint8Array, other: Uint8Array, random: SeededRandom): Uint8Array {
  if (random.below(3) === 0) return damage(xml, other, random);
  let text = Buffer.from(xml).toString('latin1');
  const rounds = 1 + random.below(4);
  for (let round = 0; round < rounds; round += 1) {
    const word = random.pick(words);
    const at = random.below(text.length + 1);
    const tag = text.indexOf('<', at);
    const from = tag < 0 ? at : tag;
    const until = text.indexOf('>', from);
    switch (random.below(4)) {
      case 0:
        text = text.slice(0, at) + word + text.slice(at);
        break;
      case 1:
        text = text.slice(0, from) + word + text.slice(from);
        break;
      case 2:
        text = text.slice(0, from) + text.slice(until < 0 ? from : until + 1);
        break;
      default:
        text = text.replace(/"[^"]{0,20}"/g, (value) =>
          random.below(200) === 0 ? `"${word.replaceAll('"', '')}"` : value,
        );
    }
  }
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
