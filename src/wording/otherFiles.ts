/** What is said of files in a folder that are not read? */
import type { Language } from './language';
import { visibleText } from './visibleText';

/** So many are named. */
const named = 20;

/**
 * One line with the number and the names, in the order given.
 *
 * @param files names or paths; at least one
 */
export function otherFilesText(files: readonly string[], language: Language): string {
  const names = files.slice(0, named).map((file) => visibleText(file));
  const isAll = files.length <= named;
  return language === 'zh-CN'
    ? `未读取的其他文件 ${files.length} 个：${names.join('、')}${isAll ? '' : '等'}。不是 Excel 表，没有从中取数；如有应汇总或审核的表，请另存为 .xlsx。`
    : `Other files not read, ${files.length}: ${names.join(', ')}${isAll ? '' : ' and others'}. Nothing is taken from them; save as .xlsx what should be.`;
}
