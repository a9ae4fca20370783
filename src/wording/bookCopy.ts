/** Under which name is a corrected copy offered? Never under that of the file that was opened. */
import type { Language } from './language';

const added = { 'zh-CN': '（修改稿）', 'en-US': ' (corrected)' } as const;

/**
 * @param name of the file that was opened, with its ending
 * @param kind what the file is by its bytes; old kinds become .xlsx
 */
export function copyName(
  name: string,
  kind: 'xlsx' | 'xlsm' | 'xls' | 'et',
  language: Language,
): string {
  const base = name.replace(/\.[A-Za-z]{2,4}$/, '');
  const plain = Object.values(added).reduce((text, one) => text.replaceAll(one, ''), base);
  return `${plain}${added[language]}.${kind === 'xlsm' ? 'xlsm' : 'xlsx'}`;
}
