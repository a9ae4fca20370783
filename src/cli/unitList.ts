/** Which units are expected? A text file with one name a line. */
import { readFile } from 'node:fs/promises';
import type { UnitNames } from '../domain/consolidate/unitNames';
import { readUnitNames } from '../domain/consolidate/unitNames';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import { decodeText } from '../files/plainText';
import { systemCode } from '../files/systemCode';
import { wrongArguments } from './options';
import type { ArgumentFault } from './options';

/** Reads a list in UTF-8, GB18030, or UTF-16 with its mark. */
export async function readUnitList(path: string): Promise<Result<UnitNames, ArgumentFault>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    // Throws on what is not the file system's.
    systemCode(error);
    return wrongArguments(`名单“${path}”未能读取。请核对路径和文件名。`);
  }
  const text = decodeText(bytes);
  if (text === null) {
    return wrongArguments(`名单“${path}”不是 UTF-8 或 GB18030 的文本文件。请另存为文本文件。`);
  }
  const list = readUnitNames(text);
  if (list.names.length === 0) {
    return wrongArguments(`名单“${path}”里没有单位。请每行写一个单位。`);
  }
  return success(list);
}
