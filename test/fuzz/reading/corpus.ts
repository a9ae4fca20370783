/** Which files are damaged, and what are they made of? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { CompoundFile } from '../../../src/files/binary/compoundFile';
import { readZipDirectory } from '../../../src/files/zip/directory';
import { zipBytes, type EntryPlan } from '../../files/zipBytes';

/** A sound file, taken apart where it can be put together again. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly parts: readonly EntryPlan[] | null;
  readonly stream: Uint8Array | null;
}

const folders = [join(__dirname, '../../files/specimens'), join(__dirname, '../../specimens')];
/** Larger files add nothing but time. */
const largest = 40_000;

/** All specimens of both folders (the second one without its subfolders), by name. */
export function readCorpus(): readonly CorpusFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:xlsx|xls|et|ods)$/.test(entry.name))
      .map((entry) => entry.name)
      .sort()
      .map((name) => takeApart(name, new Uint8Array(readFileSync(join(folder, name)))))
      .filter(({ bytes }) => bytes.length <= largest),
  );
}

function takeApart(name: string, bytes: Uint8Array): CorpusFile {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return {
    name,
    bytes,
    parts: isZip ? zipParts(bytes) : null,
    stream: isCompound ? new CompoundFile(bytes).stream('Workbook') : null,
  };
}

/** The entries of a sound zip, inflated. */
export function zipParts(bytes: Uint8Array): EntryPlan[] {
  return readZipDirectory(bytes).map(({ name, deflated, dataStart, storedSize }) => {
    const data = bytes.subarray(dataStart, dataStart + storedSize);
    return { name, content: new Uint8Array(deflated ? inflateRawSync(data) : data) };
  });
}

/** A zip of these parts, sound as a zip. */
export function zipOf(parts: readonly EntryPlan[]): Uint8Array {
  return zipBytes(parts);
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

/** A sound compound file around a workbook stream. */
export function compoundOf(stream: Uint8Array): Uint8Array {
  const file = writer.utils.cfb_new();
  writer.utils.cfb_add(file, 'Workbook', stream);
  return new Uint8Array(writer.write(file, { type: 'buffer' }));
}
