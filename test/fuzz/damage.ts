/** How can a file arrive damaged? Seeded flips, cuts and splices of real files, outside and inside the zip. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A small seeded generator of numbers from 0 to 1 (xorshift). */
export function seededRandom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

type Random = () => number;

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One damaged file made of real ones. */
export function damaged(files: readonly Uint8Array[], random: Random): Uint8Array {
  const file = files[below(random, files.length)] ?? new Uint8Array();
  const other = files[below(random, files.length)] ?? new Uint8Array();
  switch (below(random, 5)) {
    case 0:
      return flipped(file, random);
    case 1:
      return file.slice(0, below(random, file.length));
    case 2:
      return spliced(file, other, random);
    case 3:
      return Uint8Array.from({ length: below(random, 4000) }, () => below(random, 256));
    default:
      return rezipped(file, random);
  }
}

function flipped(file: Uint8Array, random: Random): Uint8Array {
  const copy = file.slice();
  for (let count = 1 + below(random, 20); count > 0; count -= 1) {
    copy[below(random, copy.length)] = below(random, 256);
  }
  return copy;
}

function spliced(file: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const head = file.slice(0, below(random, file.length));
  const tail = other.slice(below(random, other.length));
  const result = new Uint8Array(head.length + tail.length);
  result.set(head);
  result.set(tail, head.length);
  return result;
}

interface ZipEntry {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
}

/** The entries of a well-formed zip by its local headers found through the directory; empty for others. */
function entriesOf(file: Uint8Array): ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= file.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > file.length) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const stored = file.slice(start, start + size);
    const isDeflated = view.getUint16(at + 10, true) === 8;
    entries.push({
      name: file.slice(at + 46, at + 46 + nameLength),
      data: isDeflated ? new Uint8Array(inflateRawSync(stored)) : stored,
    });
  }
  return entries;
}

/** The same zip with some inflated parts flipped, cut or repeated; checksums are left wrong or made right. */
function rezipped(file: Uint8Array, random: Random): Uint8Array {
  if (file[0] !== 0x50 || file[1] !== 0x4b) return flipped(file, random);
  const entries = entriesOf(file).map((entry) =>
    random() < 0.3 ? { ...entry, data: partDamaged(entry.data, random) } : entry,
  );
  return zip(entries);
}

function partDamaged(data: Uint8Array, random: Random): Uint8Array {
  if (data.length === 0) return data;
  switch (below(random, 3)) {
    case 0:
      return flipped(data, random);
    case 1:
      return data.slice(0, below(random, data.length));
    default:
      return spliced(data, data, random);
  }
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const deflated = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(deflated.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, deflated]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, fields, tail, name]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}
