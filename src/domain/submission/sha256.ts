/** SHA-256 (FIPS 180-4) of a text in UTF-8, at once and without the platform. */
import { firstFractions, padded, roundFractions } from '../shaParts';

const roundConstants = roundFractions.slice(0, 64).map(higherHalf);
const beginning = firstFractions.map(higherHalf);

/** 64 hexadecimal digits, small letters. */
export function sha256(text: string): string {
  const message = padded(Uint8Array.from(utf8Bytes(text)), 64, 8);
  const state = Int32Array.from(beginning);
  const words = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = message.getInt32(block + at * 4);
    for (let at = 16; at < 64; at += 1) words[at] = expandedWord(words, at);
    compress(state, words);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function expandedWord(words: Int32Array, at: number): number {
  const [before2 = 0, before15 = 0] = [words[at - 2], words[at - 15]];
  const small1 = turned(before2, 17) ^ turned(before2, 19) ^ (before2 >>> 10);
  const small0 = turned(before15, 7) ^ turned(before15, 18) ^ (before15 >>> 3);
  return (small1 + (words[at - 7] ?? 0) + small0 + (words[at - 16] ?? 0)) | 0;
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const large1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + large1 + choice + (roundConstants[at] ?? 0) + (words[at] ?? 0)) | 0;
    const large0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + large0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = ((state[at] ?? 0) + word) | 0;
  });
}

/** Turned to the right by so many bits. */
function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** Halves of characters become U+FFFD, as everywhere. */
function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const own = character.codePointAt(0) ?? 0;
    const code = own >= 0xd800 && own <= 0xdfff ? 0xfffd : own;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0));
    else bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0));
  }
  return bytes;
}

function tail(code: number, shift: number): number {
  return 0x80 | ((code >> shift) & 0x3f);
}

function higherHalf(fraction: bigint): number {
  return Number(BigInt.asIntN(32, fraction >> 32n));
}
