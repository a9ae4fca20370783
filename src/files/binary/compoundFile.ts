/** Which streams does an OLE2 compound file hold? The wrapper of .xls, .et, .doc and encrypted .xlsx. */
import { corrupt, truncated } from '../fileFaultError';

/** The first eight bytes of every compound file. */
export const compoundSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

const endOfChain = 0xfffffffe;
const largestSector = 0xfffffffa;
const noEntry = 0xffffffff;
const headerSize = 512;
const directoryEntrySize = 128;
/** Sector numbers of the allocation table that the header has room for. */
const headerTableEntries = 109;

interface StreamEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/**
 * A compound file's streams in its root folder. Chains are followed with a count, so that a table
 * that loops ends as corrupt; what lies beyond the file's end is truncated.
 *
 * @throws FileFaultError from the constructor and from {@link stream}.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorSize: number;
  private readonly table: Uint32Array;
  private readonly root: StreamEntry;
  private readonly streams: ReadonlyMap<string, StreamEntry>;

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < headerSize) throw truncated();
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if ((shift !== 9 && shift !== 12) || this.view.getUint16(32, true) !== 6) throw corrupt();
    this.sectorSize = 1 << shift;
    this.table = this.readTable();
    const directory = this.readChain(this.view.getUint32(48, true), null);
    const entries = readEntries(directory);
    const root = entries[0];
    if (root?.type !== 5) throw corrupt();
    this.root = root;
    this.streams = streamsOf(root, entries);
  }

  /** True when the root folder has an item of this name; capitals do not matter. */
  has(name: string): boolean {
    return this.streams.has(name.toLowerCase());
  }

  /** A stream's bytes, or null where there is none of this name. */
  stream(name: string): Uint8Array | null {
    const entry = this.streams.get(name.toLowerCase());
    if (entry?.type !== 2) return null;
    const isShort = entry.size < this.view.getUint32(56, true);
    return isShort ? this.readShortStream(entry) : this.readChain(entry.start, entry.size);
  }

  /** The sector allocation table: for each sector, the next one of its chain. */
  private readTable(): Uint32Array {
    const perSector = this.sectorSize / 4;
    const sectors: number[] = [];
    for (let index = 0; index < headerTableEntries; index += 1) {
      const sector = this.view.getUint32(76 + index * 4, true);
      if (sector <= largestSector) sectors.push(sector);
    }
    // Further table sectors are listed in sectors of their own, each naming the next in its last field.
    let list = this.view.getUint32(68, true);
    for (let left = this.sectorCount(); list <= largestSector; left -= 1) {
      if (left <= 0) throw corrupt();
      const at = this.sectorOffset(list);
      for (let index = 0; index < perSector - 1; index += 1) {
        const sector = this.uint32(at + index * 4);
        if (sector <= largestSector) sectors.push(sector);
      }
      list = this.uint32(at + (perSector - 1) * 4);
    }
    if (sectors.length > this.sectorCount()) throw corrupt();
    const table = new Uint32Array(sectors.length * perSector).fill(noEntry);
    sectors.forEach((sector, index) => {
      const at = this.sectorOffset(sector);
      if (at >= this.bytes.length) throw truncated();
      // Sectors that a table cut short does not tell of are not in the file either.
      const fields = Math.min(perSector, Math.floor((this.bytes.length - at) / 4));
      for (let field = 0; field < fields; field += 1) {
        table[index * perSector + field] = this.uint32(at + field * 4);
      }
    });
    return table;
  }

  /** More sectors than this cannot be in the file. */
  private sectorCount(): number {
    return Math.ceil(this.bytes.length / this.sectorSize);
  }

  private sectorOffset(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  private uint32(at: number): number {
    if (at + 4 > this.bytes.length) throw truncated();
    return this.view.getUint32(at, true);
  }

  /** The sectors of a chain in order: those of `size` bytes, or all (null). */
  private chain(start: number, size: number | null): number[] {
    const sectors: number[] = [];
    const wanted = size === null ? Infinity : Math.ceil(size / this.sectorSize);
    let sector = start;
    while (sectors.length < wanted && sector !== endOfChain) {
      if (sector > largestSector || sectors.length > this.sectorCount()) throw corrupt();
      sectors.push(sector);
      sector = this.table[sector] ?? noEntry;
    }
    if (size !== null && sectors.length < wanted) throw corrupt();
    return sectors;
  }

  /**
   * The bytes of a chain. The last sector of a file may be cut short, if nothing of it is needed; of
   * what has no stated size (null), what is there is all.
   */
  private readChain(start: number, size: number | null): Uint8Array {
    const sectors = this.chain(start, size);
    const length = size ?? sectors.length * this.sectorSize;
    const found = new Uint8Array(length);
    let there = length;
    sectors.forEach((sector, index) => {
      const at = this.sectorOffset(sector);
      const done = index * this.sectorSize;
      const count = Math.min(this.sectorSize, length - done);
      const piece = this.bytes.subarray(at, at + count);
      if (piece.length < count) {
        if (size !== null) throw truncated();
        there = Math.min(there, done + piece.length);
      }
      found.set(piece, done);
    });
    return found.subarray(0, there);
  }

  /** Short streams lie together in one stream of the root, in sectors of 64 bytes. */
  private readShortStream(entry: StreamEntry): Uint8Array {
    const container = this.readChain(this.root.start, null);
    const bytes = this.readChain(this.view.getUint32(60, true), null);
    const table = new DataView(bytes.buffer);
    const found = new Uint8Array(entry.size);
    let sector = entry.start;
    for (let done = 0; done < entry.size; done += 64) {
      const count = Math.min(64, entry.size - done);
      const at = sector * 64;
      if (at + count > this.root.size) throw corrupt();
      if (at + count > container.length) throw truncated();
      found.set(container.subarray(at, at + count), done);
      const field = sector * 4;
      sector = field + 4 <= bytes.length ? table.getUint32(field, true) : endOfChain;
    }
    return found;
  }
}

function readEntries(directory: Uint8Array): StreamEntry[] {
  const view = new DataView(directory.buffer);
  const entries: StreamEntry[] = [];
  for (let at = 0; at + directoryEntrySize <= directory.length; at += directoryEntrySize) {
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    let name = '';
    for (let field = 0; field + 2 < nameBytes; field += 2) {
      name += String.fromCharCode(view.getUint16(at + field, true));
    }
    entries.push({
      name,
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** The items directly in the root folder: embedded documents have streams of the same names deeper down. */
function streamsOf(
  root: StreamEntry,
  entries: readonly StreamEntry[],
): ReadonlyMap<string, StreamEntry> {
  const found = new Map<string, StreamEntry>();
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === noEntry) continue;
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) throw corrupt();
    seen.add(index);
    found.set(entry.name.toLowerCase(), entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}
