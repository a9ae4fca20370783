/** What do deflated bytes come to? For entries that are small enough to be held: at once, without a stream. */
import { corrupt } from '../fileFaultError';

/** Codes up to this length are looked up at once; longer ones are finished bit by bit. */
const quickBits = 9;
const longestCode = 15;
const literalCodes = 286;
const distanceCodes = 30;
const endOfBlock = 256;

/** Lengths and distances by their code: where its range begins, and how many more bits say where in it. */
const lengthBits = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const distanceBits = Array.from({ length: distanceCodes }, (_, code) =>
  Math.max(0, (code >> 1) - 1),
);
const lengthFrom = [...starts(lengthBits.slice(0, -1), 3), 258];
const distanceFrom = starts(distanceBits, 1);

/** The order in which a block states the lengths of the codes of its code lengths. */
const statedOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function starts(bits: readonly number[], first: number): number[] {
  let next = first;
  return bits.map((count) => {
    const start = next;
    next += 2 ** count;
    return start;
  });
}

/** A prefix code, read from its lowest bit on. */
interface PrefixCode {
  /** By the next bits: `symbol << 4 | length`; 0 where the code is longer or there is none. */
  readonly quick: Uint16Array;
  /** How many codes have each length, and the symbols in the order of their codes. */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/**
 * A prefix code of lengths.
 *
 * @throws FileFaultError corrupt for lengths that no code has; one that leaves bits unused may only
 * consist of one code.
 */
function prefixCode(lengths: Uint8Array): PrefixCode {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const used = lengths.length - (counts[0] ?? 0);
  counts[0] = 0;
  const next = new Uint16Array(longestCode + 2);
  const offsets = new Uint16Array(longestCode + 2);
  let unused = 1;
  for (let length = 1; length <= longestCode; length += 1) {
    const count = counts[length] ?? 0;
    unused = unused * 2 - count;
    if (unused < 0) throw corrupt();
    next[length + 1] = ((next[length] ?? 0) + count) << 1;
    offsets[length + 1] = (offsets[length] ?? 0) + count;
  }
  if (unused > 0 && used > 1) throw corrupt();
  const symbols = new Uint16Array(used);
  const quick = new Uint16Array(1 << quickBits);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    if (length > quickBits) continue;
    const entry = (symbol << 4) | length;
    for (let bits = reversed(code, length); bits < quick.length; bits += 1 << length) {
      quick[bits] = entry;
    }
  }
  return { quick, counts, symbols };
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let at = 0; at < length; at += 1) bits |= ((code >> at) & 1) << (length - 1 - at);
  return bits;
}

let fixed: { readonly literals: PrefixCode; readonly distances: PrefixCode } | null = null;

/** The codes of a block that states none. Two literals and two distances of them never occur. */
function fixedCodes(): { readonly literals: PrefixCode; readonly distances: PrefixCode } {
  if (fixed !== null) return fixed;
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280);
  lengths.fill(8, 280);
  fixed = {
    literals: prefixCode(lengths),
    distances: prefixCode(new Uint8Array(32).fill(5)),
  };
  return fixed;
}

/**
 * Inflates raw deflated data. What follows the last block is left alone.
 *
 * @param size what the data come to, bytes; so many are held
 * @throws FileFaultError corrupt: damaged data, or data that come to less or more.
 */
export function inflateWhole(data: Uint8Array, size: number): Uint8Array {
  return new Inflation(data, size).run();
}

class Inflation {
  private readonly out: Uint8Array;
  private at = 0;
  private next = 0;
  /** Bits that were taken from the data and are not used yet, the lowest first. */
  private bits = 0;
  private bitCount = 0;

  constructor(
    private readonly data: Uint8Array,
    size: number,
  ) {
    this.out = new Uint8Array(size);
  }

  run(): Uint8Array {
    for (let isLast = false; !isLast;) {
      isLast = this.take(1) === 1;
      const kind = this.take(2);
      if (kind === 0) this.copyStored();
      else if (kind === 1) this.inflateBlock(fixedCodes().literals, fixedCodes().distances);
      else if (kind === 2) this.inflateStated();
      else throw corrupt();
    }
    if (this.at !== this.out.length) throw corrupt();
    return this.out;
  }

  /** The next bits as a number; at most 16. */
  private take(count: number): number {
    while (this.bitCount < count) {
      const byte = this.data[this.next];
      if (byte === undefined) throw corrupt();
      this.next += 1;
      this.bits |= byte << this.bitCount;
      this.bitCount += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  private copyStored(): void {
    this.next -= this.bitCount >> 3;
    this.bits = 0;
    this.bitCount = 0;
    const length = this.take(16);
    if ((this.take(16) ^ length) !== 0xffff) throw corrupt();
    const until = this.next + length;
    if (until > this.data.length || this.at + length > this.out.length) throw corrupt();
    this.out.set(this.data.subarray(this.next, until), this.at);
    this.next = until;
    this.at += length;
  }

  /** A block that states its codes first. */
  private inflateStated(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const stated = this.take(4) + 4;
    if (literals > literalCodes || distances > distanceCodes) throw corrupt();
    const lengthLengths = new Uint8Array(19);
    for (const place of statedOrder.slice(0, stated)) lengthLengths[place] = this.take(3);
    const lengths = this.codeLengths(prefixCode(lengthLengths), literals + distances);
    if (lengths[endOfBlock] === 0) throw corrupt();
    this.inflateBlock(
      prefixCode(lengths.subarray(0, literals)),
      prefixCode(lengths.subarray(literals)),
    );
  }

  private codeLengths(code: PrefixCode, count: number): Uint8Array {
    const lengths = new Uint8Array(count);
    for (let at = 0; at < count;) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[at] = symbol;
        at += 1;
        continue;
      }
      if (symbol === 16 && at === 0) throw corrupt();
      const repeated = symbol === 16 ? (lengths[at - 1] ?? 0) : 0;
      const times = this.timesRepeated(symbol);
      if (at + times > count) throw corrupt();
      lengths.fill(repeated, at, at + times);
      at += times;
    }
    return lengths;
  }

  private timesRepeated(symbol: number): number {
    if (symbol === 16) return this.take(2) + 3;
    return symbol === 17 ? this.take(3) + 3 : this.take(7) + 11;
  }

  private inflateBlock(literals: PrefixCode, distances: PrefixCode): void {
    const { out } = this;
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === endOfBlock) return;
      if (symbol < endOfBlock) {
        if (this.at >= out.length) throw corrupt();
        out[this.at] = symbol;
        this.at += 1;
        continue;
      }
      const length = this.ranged(symbol - endOfBlock - 1, lengthFrom, lengthBits);
      const distance = this.ranged(this.symbol(distances), distanceFrom, distanceBits);
      this.repeat(length, distance);
    }
  }

  /** A number of a range: where its code's range begins, and the bits that follow. */
  private ranged(code: number, from: readonly number[], bits: readonly number[]): number {
    const start = from[code];
    if (start === undefined) throw corrupt();
    return start + this.take(bits[code] ?? 0);
  }

  /** Repeats bytes that came before; they may reach into what is being repeated. */
  private repeat(length: number, distance: number): void {
    const { out, at } = this;
    const until = at + length;
    if (distance > at || until > out.length) throw corrupt();
    if (distance >= length) out.copyWithin(at, at - distance, until - distance);
    else for (let to = at; to < until; to += 1) out[to] = out[to - distance] ?? 0;
    this.at = until;
  }

  private symbol(code: PrefixCode): number {
    const { data } = this;
    while (this.bitCount < longestCode && this.next < data.length) {
      this.bits |= (data[this.next] ?? 0) << this.bitCount;
      this.next += 1;
      this.bitCount += 8;
    }
    const entry = code.quick[this.bits & ((1 << quickBits) - 1)] ?? 0;
    if (entry === 0) return this.longSymbol(code);
    const length = entry & 15;
    if (length > this.bitCount) throw corrupt();
    this.bits >>>= length;
    this.bitCount -= length;
    return entry >> 4;
  }

  /** A symbol whose code is longer than what is looked up at once. */
  private longSymbol({ counts, symbols }: PrefixCode): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longestCode; length += 1) {
      code |= this.take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw corrupt();
  }
}
