/**
 * SHA-1 and SHA-512 (FIPS 180-4), at once. The platform has both, but answers each call later: a key
 * takes a hundred thousand of them, one after the other, and so took seconds.
 */
import { firstFractions, padded, roundFractions } from '../../domain/shaParts';
import type { Bytes } from './bytes';

const roundConstants = halves(roundFractions);
const beginning = halves(firstFractions);

/** 64-bit words as pairs of 32 bits, the higher first. */
function halves(words: readonly bigint[]): Int32Array {
  return Int32Array.from(
    words.flatMap((word) => [Number(word >> 32n) | 0, Number(word & 0xffffffffn) | 0]),
  );
}

function bytesOf(words: Int32Array): Bytes {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    view.setInt32(index * 4, word);
  });
  return bytes;
}

/** SHA-1, 20 bytes. */
export function sha1(message: Uint8Array): Bytes {
  const view = padded(message, 64, 8);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let at = 0; at < view.byteLength; at += 64) {
    for (let step = 0; step < 16; step += 1) words[step] = view.getInt32(at + step * 4);
    for (let step = 16; step < 80; step += 1) {
      const mixed =
        word(words, step - 3) ^
        word(words, step - 8) ^
        word(words, step - 14) ^
        word(words, step - 16);
      words[step] = (mixed << 1) | (mixed >>> 31);
    }
    mixSha1(state, words);
  }
  return bytesOf(state);
}

function mixSha1(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let step = 0; step < 80; step += 1) {
    const chosen =
      step < 20
        ? ((b & c) | (~b & d)) + 0x5a827999
        : step < 40
          ? (b ^ c ^ d) + 0x6ed9eba1
          : step < 60
            ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
            : (b ^ c ^ d) + 0xca62c1d6;
    const next = (((a << 5) | (a >>> 27)) + chosen + e + word(words, step)) | 0;
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = next;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
}

/** Filled anew for each block, and kept since making it costs as much as using it. */
const schedule = new Int32Array(160);

/** SHA-512, 64 bytes. */
export function sha512(message: Uint8Array): Bytes {
  const view = padded(message, 128, 16);
  const state = beginning.slice();
  const words = schedule;
  for (let at = 0; at < view.byteLength; at += 128) {
    for (let half = 0; half < 32; half += 1) words[half] = view.getInt32(at + half * 4);
    for (let step = 32; step < 160; step += 2) extend(words, step);
    mixSha512(state, words);
  }
  return bytesOf(state);
}

/** A word of the message's schedule, from those 2, 7, 15 and 16 places before it. */
function extend(words: Int32Array, step: number): void {
  const high = word(words, step - 30);
  const low = word(words, step - 29);
  const laterHigh = word(words, step - 4);
  const laterLow = word(words, step - 3);
  const smallHigh = turned(high, low, 1) ^ turned(high, low, 8) ^ (high >>> 7);
  const smallLow = turned(low, high, 1) ^ turned(low, high, 8) ^ ((low >>> 7) | (high << 25));
  const largeHigh =
    turned(laterHigh, laterLow, 19) ^ turned(laterLow, laterHigh, 29) ^ (laterHigh >>> 6);
  const largeLow =
    turned(laterLow, laterHigh, 19) ^
    turned(laterHigh, laterLow, 29) ^
    ((laterLow >>> 6) | (laterHigh << 26));
  const sum =
    (smallLow >>> 0) +
    (largeLow >>> 0) +
    (word(words, step - 13) >>> 0) +
    (word(words, step - 31) >>> 0);
  words[step + 1] = sum;
  words[step] =
    smallHigh + largeHigh + word(words, step - 14) + word(words, step - 32) + carried(sum);
}

/** The first half of a word turned right by less than 32 places, given both halves. */
function turned(half: number, other: number, places: number): number {
  return (half >>> places) | (other << (32 - places));
}

function mixSha512(state: Int32Array, words: Int32Array): void {
  let ah = word(state, 0);
  let al = word(state, 1);
  let bh = word(state, 2);
  let bl = word(state, 3);
  let ch = word(state, 4);
  let cl = word(state, 5);
  let dh = word(state, 6);
  let dl = word(state, 7);
  let eh = word(state, 8);
  let el = word(state, 9);
  let fh = word(state, 10);
  let fl = word(state, 11);
  let gh = word(state, 12);
  let gl = word(state, 13);
  let hh = word(state, 14);
  let hl = word(state, 15);
  for (let step = 0; step < 160; step += 2) {
    const low =
      (hl >>> 0) +
      ((turned(el, eh, 14) ^ turned(el, eh, 18) ^ turned(eh, el, 9)) >>> 0) +
      (((el & fl) ^ (~el & gl)) >>> 0) +
      (word(roundConstants, step + 1) >>> 0) +
      (word(words, step + 1) >>> 0);
    const high =
      (hh +
        (turned(eh, el, 14) ^ turned(eh, el, 18) ^ turned(el, eh, 9)) +
        ((eh & fh) ^ (~eh & gh)) +
        word(roundConstants, step) +
        word(words, step) +
        carried(low)) |
      0;
    const sumLow =
      (low >>> 0) +
      ((turned(al, ah, 28) ^ turned(ah, al, 2) ^ turned(ah, al, 7)) >>> 0) +
      (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
    const sumHigh =
      high +
      (turned(ah, al, 28) ^ turned(al, ah, 2) ^ turned(al, ah, 7)) +
      ((ah & bh) ^ (ah & ch) ^ (bh & ch)) +
      carried(sumLow);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    const fifth = (dl >>> 0) + (low >>> 0);
    eh = (dh + high + carried(fifth)) | 0;
    el = fifth | 0;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    ah = sumHigh | 0;
    al = sumLow | 0;
  }
  add(state, 0, ah, al);
  add(state, 2, bh, bl);
  add(state, 4, ch, cl);
  add(state, 6, dh, dl);
  add(state, 8, eh, el);
  add(state, 10, fh, fl);
  add(state, 12, gh, gl);
  add(state, 14, hh, hl);
}

/** What a sum of lower halves carries over to the higher ones. */
function carried(sum: number): number {
  return (sum / 2 ** 32) | 0;
}

/** Adds a word, given by its halves, to the one at a place. */
function add(state: Int32Array, at: number, high: number, low: number): void {
  const sum = (word(state, at + 1) >>> 0) + (low >>> 0);
  state[at + 1] = sum;
  state[at] = word(state, at) + high + carried(sum);
}

function word(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}
