/** Takes a binary workbook apart into records and puts changed ones together again. */
import { CFB } from '@e965/xlsx';
import { CompoundFile } from '../../src/files/binary/compoundFile';
import { specimen } from './specimenBytes';

/** One record: its type and content. */
export interface BinaryRecord {
  type: number;
  content: Uint8Array;
}

/** What of the library's own compound file writer is used here. */
interface CompoundWriter {
  readonly utils: {
    cfb_new(): object;
    cfb_add(file: object, name: string, content: Uint8Array): unknown;
  };
  write(file: object, options: { readonly type: 'buffer' }): Uint8Array;
}

const writer = CFB as CompoundWriter;

/** A compound file with these streams. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = writer.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) writer.utils.cfb_add(file, name, content);
  return new Uint8Array(writer.write(file, { type: 'buffer' }));
}

/** The workbook stream of a specimen. */
export function workbookStream(name: string): Uint8Array {
  const stream = new CompoundFile(specimen(name)).stream('Workbook');
  if (stream === null) throw new Error('no stream');
  return stream;
}

/** A stream's parts, the workbook's own first, each with its records. */
export function partsOf(stream: Uint8Array): BinaryRecord[][] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const parts: BinaryRecord[][] = [];
  let part: BinaryRecord[] = [];
  let depth = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    part.push({ type, content: stream.slice(at + 4, end) });
    at = end;
    // Charts have parts of their own inside a sheet's.
    if (type === 0x809) depth += 1;
    else if (type === 0x0a) depth -= 1;
    if (type !== 0x0a || depth > 0) continue;
    parts.push(part);
    part = [];
  }
  return parts;
}

/** The stream of these parts; the workbook's list says where each sheet begins, or so many bytes later. */
export function streamOf(parts: readonly (readonly BinaryRecord[])[], placesLate = 0): Uint8Array {
  const size = (part: readonly BinaryRecord[]): number =>
    part.reduce((sum, { content }) => sum + 4 + content.length, 0);
  const starts: number[] = [];
  let total = 0;
  for (const part of parts) {
    starts.push(total);
    total += size(part);
  }
  const stream = new Uint8Array(total);
  const view = new DataView(stream.buffer);
  let at = 0;
  let sheet = 0;
  for (const { type, content } of parts.flat()) {
    view.setUint16(at, type, true);
    view.setUint16(at + 2, content.length, true);
    stream.set(content, at + 4);
    if (type === 0x85) {
      sheet += 1;
      view.setUint32(at + 4, (starts[sheet] ?? 0) + placesLate, true);
    }
    at += 4 + content.length;
  }
  return stream;
}

/** A specimen with its records changed, as a file. */
export function changedBook(
  name: string,
  change: (parts: BinaryRecord[][]) => void,
  stream = workbookStream(name),
  placesLate = 0,
): Uint8Array {
  const parts = partsOf(stream);
  change(parts);
  return compound({ Workbook: streamOf(parts, placesLate) });
}

/** A record of 16-bit figures and bytes. */
export function record(type: number, words: readonly number[], bytes: readonly number[] = []) {
  const content = new Uint8Array(words.length * 2 + bytes.length);
  const view = new DataView(content.buffer);
  words.forEach((word, index) => {
    view.setUint16(index * 2, word, true);
  });
  content.set(bytes, words.length * 2);
  return { type, content };
}

/** The record of a type in a part; the test fails where there is none. */
export function recordIn(part: readonly BinaryRecord[] | undefined, type: number): BinaryRecord {
  const found = part?.find((one) => one.type === type);
  if (found === undefined) throw new Error('no such record');
  return found;
}
