// How are the entries of an .xlsx (a zip file) unpacked and packed with what every JavaScript engine has?
// Entries that were not changed are written back with their compressed bytes as they were.

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8_NAME = 0x0800;
/** Without it some programs take names for a code page's, whatever {@link UTF8_NAME} says. */
const MADE_ON_UNIX = 0x0314;
/** Attributes of a file that all may read, as Unix writes them. */
const PLAIN_FILE = 0o100644 * 0x10000;

async function pump(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Lists the entries of a zip file, still packed. Throws when the bytes are not a zip file. */
export function readZip(source: Uint8Array): ZipEntry[] {
  const bytes = new Uint8Array(source);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('zip: no end of central directory');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('zip: central directory damaged');
    const nameLength = view.getUint16(at + 28, true);
    const packedSize = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      packed: bytes.slice(start, start + packedSize),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export async function unpack(entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.method === 0) return entry.packed;
  if (entry.method !== 8) throw new Error(`zip: method ${String(entry.method)} of ${entry.name}`);
  return pump(entry.packed, new DecompressionStream('deflate-raw'));
}

export async function pack(name: string, content: Uint8Array): Promise<ZipEntry> {
  const bytes = new Uint8Array(content);
  return {
    name,
    method: 8,
    crc: crc32(bytes),
    size: bytes.length,
    packed: await pump(bytes, new CompressionStream('deflate-raw')),
  };
}

/** Puts entries into one zip file, in the order given; dated 1980-01-01 so that equal input gives equal bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const names = entries.map((entry) => new TextEncoder().encode(entry.name));
  const size = entries.reduce(
    (sum, entry, i) => sum + 76 + 2 * (names[i]?.length ?? 0) + entry.packed.length,
    22,
  );
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  const common = (entry: ZipEntry, nameLength: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8_NAME, true);
    view.setUint16(at + 4, entry.method, true);
    view.setUint16(at + 8, 0x21, true);
    view.setUint32(at + 10, entry.crc, true);
    view.setUint32(at + 14, entry.packed.length, true);
    view.setUint32(at + 18, entry.size, true);
    view.setUint16(at + 22, nameLength, true);
  };
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    at += 4;
    common(entry, name.length);
    bytes.set(name, at + 26);
    bytes.set(entry.packed, at + 26 + name.length);
    at += 26 + name.length + entry.packed.length;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, MADE_ON_UNIX, true);
    at += 6;
    common(entry, name.length);
    view.setUint32(at + 32, PLAIN_FILE, true);
    view.setUint32(at + 36, offsets[i] ?? 0, true);
    bytes.set(name, at + 40);
    at += 40 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
