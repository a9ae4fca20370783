/** Builds zips byte by byte, sound ones and ones that lie. */
import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/files/zip/crc32';

/** One entry; what is not given is as it should be. */
export interface EntryPlan {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Sizes and checksum stand behind the data, and are 0 in front of it. */
  readonly deferred?: boolean;
  readonly checksum?: number;
  readonly statedInflated?: number;
  readonly localInflated?: number;
  readonly localName?: string;
  /** Sizes and offset in the extra field for large files. */
  readonly wide?: boolean;
  /** Data that are stored instead of the content. */
  readonly data?: Uint8Array;
  /** The entry's data are where another entry's are. */
  readonly sameAs?: number;
}

/** How the end of the zip differs from what it should be. */
export interface EndPlan {
  readonly count?: number;
  readonly comment?: Uint8Array;
  readonly wide?: boolean;
  readonly prefix?: Uint8Array;
  readonly directoryShift?: number;
}

const utf8 = new TextEncoder();

/** The bytes of a zip. */
export function zipBytes(plans: readonly EntryPlan[], end: EndPlan = {}): Uint8Array {
  const pieces: Buffer[] = [Buffer.from(end.prefix ?? [])];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  const length = (list: readonly Buffer[]): number =>
    list.reduce((sum, piece) => sum + piece.length, 0);
  for (const plan of plans) {
    const content = typeof plan.content === 'string' ? utf8.encode(plan.content) : plan.content;
    const method = plan.method ?? 8;
    const data = Buffer.from(plan.data ?? (method === 8 ? deflateRawSync(content) : content));
    const checksum = plan.checksum ?? crc32(content);
    const inflated = plan.statedInflated ?? content.length;
    const offset = plan.sameAs === undefined ? length(pieces) : (offsets[plan.sameAs] ?? 0);
    offsets.push(offset);
    const flags = (plan.flags ?? 0x800) | (plan.deferred === true ? 8 : 0);
    if (plan.sameAs === undefined) {
      const local = plan.deferred === true ? [0, 0, 0] : [checksum, data.length, inflated];
      if (plan.localInflated !== undefined) local[2] = plan.localInflated;
      const name = Buffer.from(plan.localName ?? plan.name);
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt16LE(flags, 6);
      head.writeUInt16LE(method, 8);
      local.forEach((value, index) => head.writeUInt32LE(value, 14 + index * 4));
      head.writeUInt16LE(name.length, 26);
      pieces.push(head, name, data);
      if (plan.deferred === true) {
        const descriptor = Buffer.alloc(16);
        descriptor.writeUInt32LE(0x08074b50, 0);
        descriptor.writeUInt32LE(checksum, 4);
        descriptor.writeUInt32LE(data.length, 8);
        descriptor.writeUInt32LE(inflated, 12);
        pieces.push(descriptor);
      }
    }
    central.push(...centralRecord(plan, { flags, method, checksum, data, inflated, offset }));
  }
  const start = length(pieces);
  pieces.push(...central);
  pieces.push(...endRecords(plans.length, start, length(central), end));
  return new Uint8Array(Buffer.concat(pieces));
}

interface EntryFigures {
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly data: Buffer;
  readonly inflated: number;
  readonly offset: number;
}

function centralRecord(plan: EntryPlan, figures: EntryFigures): Buffer[] {
  const { flags, method, checksum, data, inflated, offset } = figures;
  const name = Buffer.from(plan.name);
  const wide = Buffer.alloc(plan.wide === true ? 28 : 0);
  if (plan.wide === true) {
    wide.writeUInt16LE(1, 0);
    wide.writeUInt16LE(24, 2);
    wide.writeBigUInt64LE(BigInt(inflated), 4);
    wide.writeBigUInt64LE(BigInt(data.length), 12);
    wide.writeBigUInt64LE(BigInt(offset), 20);
  }
  const shown = (value: number): number => (plan.wide === true ? 0xffffffff : value);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(checksum, 16);
  head.writeUInt32LE(shown(data.length), 20);
  head.writeUInt32LE(shown(inflated), 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(wide.length, 30);
  head.writeUInt32LE(shown(offset), 42);
  return [head, name, wide];
}

function endRecords(entries: number, start: number, size: number, plan: EndPlan): Buffer[] {
  const count = plan.count ?? entries;
  const comment = Buffer.from(plan.comment ?? []);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(plan.wide === true ? 0xffff : count, 8);
  end.writeUInt16LE(plan.wide === true ? 0xffff : count, 10);
  end.writeUInt32LE(plan.wide === true ? 0xffffffff : size, 12);
  end.writeUInt32LE(plan.wide === true ? 0xffffffff : start + (plan.directoryShift ?? 0), 16);
  end.writeUInt16LE(comment.length, 20);
  if (plan.wide !== true) return [end, comment];
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return [end64, locator, end, comment];
}
