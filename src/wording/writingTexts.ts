/** What is said about writing into the workbook, in a language? */
import type { Language } from './language';
import type { WritingTexts } from './paneWriting';
import { writingInEnglish } from './paneWriting.en-US';
import { writingInChinese } from './paneWriting.zh-CN';

export function writingTexts(language: Language): WritingTexts {
  return language === 'zh-CN' ? writingInChinese : writingInEnglish;
}
