/** `npm run template`: a blank workbook with the official tables, from the terminal. */
import { writeFile } from 'node:fs/promises';
import { standardTemplate } from '../domain/template/standardTemplate';
import { writeSheets } from '../files/writeSheets';
import { readTemplateArguments, templateUsage } from './templateArguments';
import { visibleText } from '../wording/visibleText';

/** Runs the command and resolves to its exit status: 0 written, 2 not. */
async function main(args: readonly string[]): Promise<number> {
  const read = readTemplateArguments(args);
  if (!read.ok) {
    console.error(visibleText(read.fault.message));
    return 2;
  }
  if (read.value === 'help') {
    console.log(templateUsage);
    return 0;
  }
  const { out, options } = read.value;
  const bytes = await writeSheets(standardTemplate(options));
  try {
    // Never over a file that is there.
    await writeFile(out, bytes, { flag: 'wx' });
  } catch (error) {
    console.error(`未能写入 ${visibleText(out)}：${reasonOf(error)}`);
    return 2;
  }
  console.log(`已写入空白统计表：${visibleText(out)}`);
  return 0;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
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

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
