/** Which sentence does a sheet or part become that could not be read while the rest was? */
import { mayHoldTable, type Unread } from '../domain/unread';
import type { Language } from './language';
import { visibleText } from './visibleText';

/** What was not read, whether it was checked, and what to do. */
export function unreadMessage(unread: Unread, language: Language): string {
  const chinese = language === 'zh-CN';
  if (unread.sheet === null) {
    return chinese
      ? '文件中记录数字格式的部件缺失或已损坏，格式一律按“常规”审核。请在 Excel 中打开并修复后另存。'
      : 'The part that holds the number formats is missing or damaged; all formats were taken for General. Open and repair the file in Excel and save it.';
  }
  const sheet = visibleText(unread.sheet);
  const happened = chinese
    ? `工作表“${sheet}”${chineseReason(unread)}，没有审核。`
    : `Sheet “${sheet}” was not checked: ${englishReason(unread)}.`;
  if (!mayHoldTable(unread)) return happened;
  return (
    happened +
    (chinese
      ? '请在 Excel 中打开并修复后另存；这张表与统计表无关的，删去后重新审核。'
      : ' Open and repair the file in Excel and save it, or delete the sheet if it is none of the tables; then check again.')
  );
}

/** Said above a report where everything that was read is right. */
export function unreadVerdict(language: Language): string {
  return language === 'zh-CN'
    ? '有工作表未能读取，不能视为通过。'
    : 'Some sheets could not be read, so the workbook has not passed.';
}

function chineseReason({ part, reason }: Unread): string {
  if (reason === 'none') return '在文件中没有单元格内容';
  const what = part === 'texts' ? '的文字' : '的内容';
  return reason === 'missing' ? `${what}在文件中缺失` : `${what}已损坏，无法读取`;
}

function englishReason({ part, reason }: Unread): string {
  if (reason === 'none') return 'the file holds no cells of it';
  const what = part === 'texts' ? 'its texts are' : 'its content is';
  return `${what} ${reason === 'missing' ? 'missing from the file' : 'damaged'}`;
}
