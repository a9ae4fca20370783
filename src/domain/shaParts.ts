/** What do the secure hashes of FIPS 180-4 have in common? Their constants, and how a message is filled up. */

const primes = firstPrimes(80);

/** Of SHA-512's rounds, 64 bits each; the higher halves of the first 64 are those of SHA-256. */
export const roundFractions: readonly bigint[] = primes.map((prime) => rootFraction(prime, 3n));

/** With what SHA-512 begins; the higher halves are what SHA-256 begins with. */
export const firstFractions: readonly bigint[] = primes
  .slice(0, 8)
  .map((prime) => rootFraction(prime, 2n));

/**
 * The message with a bit and its length behind it, in whole blocks.
 *
 * @param blockBytes how long a block is
 * @param lengthBytes how long the field for the length is: 8 or 16
 */
export function padded(message: Uint8Array, blockBytes: number, lengthBytes: number): DataView {
  const blocks = Math.floor((message.length + lengthBytes) / blockBytes) + 1;
  const bytes = new Uint8Array(blocks * blockBytes);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, message.length * 8);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  return view;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

/** The first 64 bits behind the point of a prime's root of a degree. */
function rootFraction(prime: number, degree: 2n | 3n): bigint {
  const power = BigInt(prime) << (64n * degree);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= power) low = middle;
    else high = middle;
  }
  return BigInt.asUintN(64, low);
}
