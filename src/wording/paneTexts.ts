/** What does the pane say in a language? */
import type { Language } from './language';
import type { PaneTexts } from './pane';
import { paneInEnglish } from './pane.en-US';
import { paneInChinese } from './pane.zh-CN';

/** The pane's texts in a language. */
export function paneTexts(language: Language): PaneTexts {
  return language === 'zh-CN' ? paneInChinese : paneInEnglish;
}
