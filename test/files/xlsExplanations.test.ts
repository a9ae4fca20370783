/** An .xls that keeps custom XML parts: it is said that explanations in it are not read. */
import { CFB } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../src/files/readWorkbook';

const bytes = new Uint8Array(readFileSync(join(__dirname, 'specimens/features-libreoffice.xls')));

async function explanationsOf(file: Uint8Array): Promise<unknown> {
  const read = await readWorkbook(file);
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.explanations;
}

/** What is used of the library's compound files, which it does not describe. */
interface Containers {
  read(file: Buffer, options: { type: 'buffer' }): object;
  write(container: object, options: { type: 'buffer' }): Buffer;
  readonly utils: { cfb_add(container: object, name: string, content: Buffer): void };
}
const containers = CFB as Containers;

test('without such a store nothing is said, but that such a file takes none', async () => {
  const read = await readWorkbook(bytes);
  expect(read.ok && read.value.takesExplanations).toBe(false);
  expect(await explanationsOf(bytes)).toBeUndefined();
});

test('with one it is said that they cannot be read', async () => {
  const container = containers.read(Buffer.from(bytes), { type: 'buffer' });
  containers.utils.cfb_add(container, '/MsoDataStore/ABC/Item', Buffer.from('<a/>'));
  const written = containers.write(container, { type: 'buffer' });
  expect(await explanationsOf(new Uint8Array(written))).toEqual({
    kind: 'unreadable',
    why: 'binaryFile',
  });
});
