/** Real files of other programs, made by specimens/make. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'specimens');

/** A specimen's bytes. */
export function specimen(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** The names of all specimens, sorted. */
export function specimenNames(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}
