/** What does the archive for the IT department hold? Equal input gives equal bytes. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseTexts } from '../wording/release';
import { pack, writeZip } from '../workbook/ooxml/zip';

/** A file of the archive. */
export interface ArchivedFile {
  /** Path with slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All files below a folder, by their paths. */
export async function filesBelow(folder: string, prefix: string): Promise<ArchivedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => ({
      name: prefix + file.slice(folder.length + 1).replaceAll('\\', '/'),
      bytes: await readFile(file),
    })),
  );
}

/**
 * Packs files below one folder of the archive's name, with a list of their SHA-256 checksums in the
 * form that `sha256sum -c` reads.
 *
 * @param name the folder's
 */
export async function archive(name: string, files: readonly ArchivedFile[]): Promise<Uint8Array> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sums = sorted.map(
    (file) => `${createHash('sha256').update(file.bytes).digest('hex')}  ${file.name}\n`,
  );
  const checksums = { name: releaseTexts.checksums, bytes: Buffer.from(sums.join('')) };
  const entries = [];
  for (const file of [...sorted, checksums]) {
    entries.push(await pack(`${name}/${file.name}`, file.bytes));
  }
  return writeZip(entries);
}
