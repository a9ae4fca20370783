// How is something made once and found again, even where two programs want it at the same time?

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder `NAME-MARK` below the parent: made unless it is there. It appears whole or not at all, and
 * those of the same name with other marks go.
 *
 * @param mark changes with whatever the folder is made of
 * @param make fills an empty folder
 * @returns the folder's path
 */
export async function madeOnce(
  parent: string,
  name: string,
  mark: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(parent, `${name}-${mark}`);
  if (existsSync(folder)) return folder;
  const unfinished = join(parent, `unfinished-${name}-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await make(unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another program was faster; what it made is as good.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true, force: true });
  }
  for (const old of await readdir(parent)) {
    if (old.startsWith(`${name}-`) && old !== `${name}-${mark}`) {
      await rm(join(parent, old), { recursive: true, force: true });
    }
  }
  return folder;
}
