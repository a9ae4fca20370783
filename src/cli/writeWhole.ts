/** How are results written so that they are there whole, or not at all? */
import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';
import { systemCode } from '../files/systemCode';

/** A file to be written. */
export interface WholeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A result that could not be written, said in Chinese. */
export interface NotWritten {
  readonly code: 'notWritten';
  readonly message: string;
}

/** The fault of the first path at which something stands, if nothing may be overwritten. */
export async function findExisting(paths: readonly string[]): Promise<NotWritten | null> {
  for (const path of paths) {
    try {
      await stat(path);
      return notWritten(path, 'EEXIST');
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') return notWritten(path, systemCode(error));
    }
  }
  return null;
}

/**
 * Writes all files beside where they belong first, and puts them there when every one is whole.
 *
 * @param overwrites false: a file that is there meanwhile stays, and nothing is written
 */
export async function writeWhole(
  files: readonly WholeFile[],
  overwrites: boolean,
): Promise<Result<null, NotWritten>> {
  const beside = files.map(({ path }) => `${path}.${randomBytes(6).toString('hex')}.tmp`);
  const done: string[] = [];
  let at = '';
  try {
    for (const [index, { path, bytes }] of files.entries()) {
      at = path;
      const handle = await open(beside[index] ?? '', 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const [index, { path }] of files.entries()) {
      at = path;
      if (overwrites) await rename(beside[index] ?? '', path);
      else {
        await placeNew(beside[index] ?? '', path);
        done.push(path);
      }
    }
    return success(null);
  } catch (error) {
    for (const path of done) await rm(path, { force: true });
    return failure(notWritten(at, systemCode(error)));
  } finally {
    for (const path of beside) await rm(path, { force: true });
  }
}

/** Fails where something stands; some file systems know no second name for a file. */
async function placeNew(from: string, path: string): Promise<void> {
  try {
    await link(from, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error))) throw error;
    const taken = await open(path, 'wx');
    await taken.close();
    await rename(from, path);
  }
}

function notWritten(path: string, code: string): NotWritten {
  return { code: 'notWritten', message: `未能写入“${path}”：${reasonOf(code)}` };
}

/** Why the system refuses to write, and what to do. */
function reasonOf(code: string): string {
  switch (code) {
    case 'EEXIST':
      return '文件已存在。请另取文件名，或加 --force 覆盖。';
    case 'ENOENT':
    case 'ENOTDIR':
      return '文件夹不存在。请先建立文件夹，或核对路径。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入权限。请换一个文件夹。';
    case 'EBUSY':
      return '文件正被其他程序使用。请先关闭它。';
    case 'EISDIR':
      return '这是一个文件夹。请写明文件名，如 汇总.xlsx。';
    case 'ENOSPC':
      return '磁盘空间不足。';
    case 'ENAMETOOLONG':
      return '文件名太长。请换一个短些的名字。';
    default:
      return `系统拒绝写入（${code}）。请换一个文件夹。`;
  }
}
