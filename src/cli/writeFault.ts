/** Why could a file not be written? */
import { systemCode } from '../files/systemCode';

/** The reason, with what to do; anything that is not the file system's is a bug and is thrown on. */
export function notWrittenReason(error: unknown): string {
  switch (systemCode(error)) {
    case 'EEXIST':
      return '文件已存在。请另取文件名，或先移走原文件。';
    case 'ENOENT':
      return '文件夹不存在。请先建立文件夹，或核对路径。';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入权限。请换一个文件夹。';
    case 'EISDIR':
      return '这是一个文件夹。请写明文件名，如 统计表.xlsx。';
    case 'ENOSPC':
      return '磁盘空间不足。';
    default:
      throw error;
  }
}
