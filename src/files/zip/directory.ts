/** What does a zip say it contains, and is that believable? Looked at before anything is inflated. */
import { fileLimits } from '../limits';
import { corrupt, FileFaultError, truncated } from '../fileFaultError';

/** One file in the zip; its data are at `dataStart` to `dataStart + storedSize`. */
export interface ZipEntry {
  readonly name: string;
  /** True when deflated, false when stored as it is: the only two methods that workbooks use. */
  readonly deflated: boolean;
  readonly checksum: number;
  readonly dataStart: number;
  readonly storedSize: number;
  readonly inflatedSize: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

const endSize = 22;
const locatorSize = 20;
const longestComment = 0xffff;
const unknown16 = 0xffff;
const unknown32 = 0xffffffff;

/**
 * The entries of a zip, in the order of its directory.
 *
 * Everything is checked that lets two programs see two different contents in one file: several end
 * records, a wrong count, a local header that contradicts the directory, equal names, overlapping
 * data. How large entries are inflated is asked when they are.
 *
 * @throws FileFaultError truncated, corrupt, encrypted, or tooLarge (entries).
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const { count, start, size } = readEnd(view, end);
  const allowed = fileLimits.zipEntries;
  if (count > allowed) {
    throw new FileFaultError({ code: 'tooLarge', limit: 'zipEntries', allowed, actual: count });
  }

  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const central = readCentral(view, bytes, at, start + size);
    at = central.next;
    if (names.has(central.name)) throw corrupt();
    names.add(central.name);
    if (central.isEncrypted) throw new FileFaultError({ code: 'encrypted' });
    entries.push(locateData(view, bytes, central, start));
  }
  if (at !== start + size) throw corrupt();
  refuseOverlaps(entries);
  return entries;
}

/**
 * The offset of the one end record. Zero bytes after it (padding by some stores) do no harm; nor does
 * anything else (what was left of a download) as long as nothing in it could be another end.
 */
function findEnd(view: DataView): number {
  let length = view.byteLength;
  while (length > 0 && view.getUint8(length - 1) === 0) length -= 1;
  // The end record of an empty comment itself ends in zeros.
  const paddedFrom = length;
  let found = -1;
  let foundBefore = -1;
  let countBefore = 0;
  let cut = false;
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, paddedFrom - endSize - longestComment); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    const until = at + endSize + view.getUint16(at + 20, true);
    if (until > view.byteLength) cut = true;
    else if (until >= paddedFrom) {
      if (found >= 0) throw corrupt();
      found = at;
    } else {
      foundBefore = at;
      countBefore += 1;
    }
  }
  if (found >= 0) return found;
  if (countBefore === 1 && !cut) return foundBefore;
  throw cut || !hasEndRecord(view) ? truncated() : corrupt();
}

function hasEndRecord(view: DataView): boolean {
  for (let at = view.byteLength - endSize; at >= 0; at -= 1) {
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === endSignature) return true;
  }
  return false;
}

interface End {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

function readEnd(view: DataView, end: number): End {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const hasLocator =
    end >= locatorSize && view.getUint32(end - locatorSize, true) === locator64Signature;
  if (hasLocator) return readEnd64(view, end - locatorSize, { count, start, size });
  const onOneDisk =
    view.getUint16(end + 4, true) === 0 &&
    view.getUint16(end + 6, true) === 0 &&
    view.getUint16(end + 8, true) === count;
  if (!onOneDisk || start + size !== end) throw corrupt();
  return { count, start, size };
}

/** The end record for large files; where the ordinary one states a figure, both must agree. */
function readEnd64(view: DataView, locator: number, ordinary: End): End {
  const at = readUint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw corrupt();
  const wide = {
    count: readUint64(view, at + 32),
    size: readUint64(view, at + 40),
    start: readUint64(view, at + 48),
  };
  const agrees =
    (ordinary.count === unknown16 || ordinary.count === wide.count) &&
    (ordinary.size === unknown32 || ordinary.size === wide.size) &&
    (ordinary.start === unknown32 || ordinary.start === wide.start) &&
    readUint64(view, at + 24) === wide.count &&
    at + 12 + readUint64(view, at + 4) === locator;
  if (!agrees || wide.start + wide.size !== at) throw corrupt();
  return wide;
}

/** An unsigned 64-bit number; more than fits a file of ours is corrupt. */
function readUint64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw corrupt();
  return value;
}

interface CentralRecord {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly storedSize: number;
  readonly inflatedSize: number;
  readonly localOffset: number;
  readonly next: number;
}

function readCentral(view: DataView, bytes: Uint8Array, at: number, end: number): CentralRecord {
  if (at + 46 > end || view.getUint32(at, true) !== centralSignature) throw corrupt();
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraStart = at + 46 + nameLength;
  const next = extraStart + extraLength + view.getUint16(at + 32, true);
  if (next > end) throw corrupt();
  const wide = readWideFigures(view, extraStart, extraStart + extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const [inflatedSize = 0, storedSize = 0, localOffset = 0] = wide;
  return {
    name: partName(bytes.subarray(at + 46, extraStart)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 0x41) !== 0,
    checksum: view.getUint32(at + 16, true),
    storedSize,
    inflatedSize,
    localOffset,
    next,
  };
}

/** Figures that did not fit 32 bits stand in an extra field, in this order. */
function readWideFigures(
  view: DataView,
  from: number,
  until: number,
  figures: readonly number[],
): readonly number[] {
  if (!figures.includes(unknown32)) return figures;
  for (let at = from; at + 4 <= until; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const last = Math.min(until, at + 4 + view.getUint16(at + 2, true));
    let figureAt = at + 4;
    return figures.map((figure) => {
      if (figure !== unknown32) return figure;
      if (figureAt + 8 > last) throw corrupt();
      figureAt += 8;
      return readUint64(view, figureAt - 8);
    });
  }
  throw corrupt();
}

/**
 * A name as parts are looked up: small letters (part names are compared so), `/` for `\` (which some
 * producers write), no leading `/`. Bytes that are not UTF-8 stand for themselves: no part that is
 * read has such a name.
 */
function partName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Where an entry's data are, if its local header says the same as the directory. */
function locateData(
  view: DataView,
  bytes: Uint8Array,
  central: CentralRecord,
  directoryStart: number,
): ZipEntry {
  const { name, method, checksum, storedSize, inflatedSize, localOffset: at } = central;
  if (at + 30 > directoryStart || view.getUint32(at, true) !== localSignature) throw corrupt();
  const nameEnd = at + 30 + view.getUint16(at + 26, true);
  const dataStart = nameEnd + view.getUint16(at + 28, true);
  if (dataStart + storedSize > directoryStart) throw corrupt();
  const figures = readWideFigures(view, nameEnd, dataStart, [
    view.getUint32(at + 22, true),
    view.getUint32(at + 18, true),
  ]);
  const [localInflated = 0, localStored = 0] = figures;
  const localChecksum = view.getUint32(at + 14, true);
  // 0 says that the figure was not known yet; writers leave any of them so.
  const agrees =
    (localInflated === 0 || localInflated === inflatedSize) &&
    (localStored === 0 || localStored === storedSize) &&
    (localChecksum === 0 || localChecksum === checksum);
  const sameName = partName(bytes.subarray(at + 30, nameEnd)) === name;
  if (!agrees || !sameName || view.getUint16(at + 8, true) !== method) throw corrupt();
  if (method !== 0 && method !== 8) throw corrupt();
  if (method === 0 && storedSize !== inflatedSize) throw corrupt();
  return { name, deflated: method === 8, checksum, dataStart, storedSize, inflatedSize };
}

function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.dataStart - b.dataStart);
  let free = 0;
  for (const entry of sorted) {
    // The local header in front of the data has at least 30 bytes and the name.
    if (entry.dataStart - 30 < free) throw corrupt();
    free = entry.dataStart + entry.storedSize;
  }
}
