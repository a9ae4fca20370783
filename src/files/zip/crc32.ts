/** Are the inflated bytes those that were stored? The zip checksum, fed piece by piece. */

const tables = checksumTables();

/** Eight tables, so that eight bytes are taken at a time (the well-known slicing method). */
function checksumTables(): Int32Array {
  const all = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    all[byte] = value;
  }
  for (let slot = 256; slot < all.length; slot += 1) {
    const previous = all[slot - 256] ?? 0;
    all[slot] = (previous >>> 8) ^ (all[previous & 0xff] ?? 0);
  }
  return all;
}

/** The checksum of what came before (0 at first) followed by these bytes; unsigned. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const table = tables;
  let crc = ~before;
  let at = 0;
  const whole = bytes.length - 7;
  while (at < whole) {
    const low =
      crc ^
      (byteAt(bytes, at) |
        (byteAt(bytes, at + 1) << 8) |
        (byteAt(bytes, at + 2) << 16) |
        (byteAt(bytes, at + 3) << 24));
    crc =
      byteAt(table, 1792 + (low & 0xff)) ^
      byteAt(table, 1536 + ((low >>> 8) & 0xff)) ^
      byteAt(table, 1280 + ((low >>> 16) & 0xff)) ^
      byteAt(table, 1024 + (low >>> 24)) ^
      byteAt(table, 768 + byteAt(bytes, at + 4)) ^
      byteAt(table, 512 + byteAt(bytes, at + 5)) ^
      byteAt(table, 256 + byteAt(bytes, at + 6)) ^
      byteAt(table, byteAt(bytes, at + 7));
    at += 8;
  }
  for (; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ byteAt(table, (crc ^ byteAt(bytes, at)) & 0xff);
  }
  return ~crc >>> 0;
}

function byteAt(array: Uint8Array | Int32Array, index: number): number {
  return array[index] ?? 0;
}
