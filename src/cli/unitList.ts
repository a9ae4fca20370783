/** Which units are expected? A text file with one name a line. */
import { readFile } from 'node:fs/promises';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { systemCode } from '../files/systemCode';
import { wrongArguments } from './options';
import type { ArgumentFault } from './options';

/** Reads a list in UTF-8, GB18030, or UTF-16 with its mark; blank lines are none. */
export async function readUnitList(
  path: string,
): Promise<Result<readonly string[], ArgumentFault>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    // Throws on what is not the file system's.
    systemCode(error);
    return wrongArguments(`名单“${path}”未能读取。请核对路径和文件名。`);
  }
  const text = decode(bytes);
  if (text === null || text.includes('\u0000')) {
    return wrongArguments(`名单“${path}”不是 UTF-8 或 GB18030 的文本文件。请另存为文本文件。`);
  }
  const names = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (names.length === 0) return wrongArguments(`名单“${path}”里没有单位。请每行写一个单位。`);
  return success(names);
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // It is not text in this encoding.
    }
  }
  return null;
}
