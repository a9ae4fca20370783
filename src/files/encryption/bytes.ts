/** How are the byte strings of [MS-OFFCRYPTO] put together? */

/** Bytes in a buffer of their own, as the platform's ciphers take them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Byte strings one after another. */
export function joined(...pieces: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A number in four bytes, the lowest first. */
export function uint32Bytes(value: number): Bytes {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}

/** The first `length` bytes, filled up with `filler` where there are fewer. */
export function sized(bytes: Uint8Array, length: number, filler: number): Bytes {
  const found = new Uint8Array(length).fill(filler);
  found.set(bytes.subarray(0, length));
  return found;
}

/** True where one begins with all of the other. */
export function beginsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.length > 0 && beginning.every((byte, at) => byte === bytes[at]);
}

/** A password as the formats hash it: two bytes a character. */
export function passwordBytes(password: string): Bytes {
  return joined(
    ...Array.from({ length: password.length }, (_, index) => {
      const code = password.charCodeAt(index);
      return Uint8Array.of(code, code >> 8);
    }),
  );
}
