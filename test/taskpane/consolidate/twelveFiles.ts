/** The twelve files that a city's bureau might get, as the user would choose them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChosenFile } from '../../../src/taskpane/consolidate/GivenUnits';

const folder = join(__dirname, '../../sets/twelve');

/** Those whose names begin with one of the numbers; all where none is given. */
export function twelve(...numbers: readonly string[]): ChosenFile[] {
  return readdirSync(folder)
    .filter((name) => /^\d\d .*\.xlsx?$/.test(name))
    .filter((name) => numbers.length === 0 || numbers.some((number) => name.startsWith(number)))
    .sort()
    .map((name) => fileOf(name, new Uint8Array(readFileSync(join(folder, name)))));
}

/** Each time it is read, its bytes are its own. */
export function fileOf(name: string, bytes: Uint8Array): ChosenFile {
  return { name, size: bytes.length, bytes: () => Promise.resolve(bytes.slice()) };
}

/** A file that is no workbook. */
export const broken = fileOf('丑县（扫描件）.xlsx', new TextEncoder().encode('%PDF-1.7\n'));

/** The list that belongs to them. */
export const listed = readFileSync(join(folder, '名单.txt'), 'utf8').trim();
