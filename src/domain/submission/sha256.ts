/** SHA-256 (FIPS 180-4) of a text in UTF-8, at once and without the platform. */

const primes: readonly number[] = firstPrimes(64);
const roundConstants = primes.map((prime) => rootFraction(prime, 3n));
const beginning = primes.slice(0, 8).map((prime) => rootFraction(prime, 2n));

/** 64 hexadecimal digits, small letters. */
export function sha256(text: string): string {
  const message = paddedBytes(text);
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

/** The text's bytes, a bit, and its length in bits, in whole blocks. */
function paddedBytes(text: string): DataView {
  const bytes = utf8Bytes(text);
  const view = new DataView(new ArrayBuffer((Math.floor((bytes.length + 8) / 64) + 1) * 64));
  bytes.forEach((byte, at) => {
    view.setUint8(at, byte);
  });
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(view.byteLength - 4, bytes.length * 8);
  return view;
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

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

/** The first 32 bits behind the point of a prime's root of a degree. */
function rootFraction(prime: number, degree: 2n | 3n): number {
  const scaled = BigInt(prime) << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}
