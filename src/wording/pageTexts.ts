/** What does the page for those without Excel say in a language? */
import type { Language } from './language';
import type { PageTexts } from './page';
import { pageInEnglish } from './page.en-US';
import { pageInChinese } from './page.zh-CN';

/** The page's texts in a language. */
export function pageTexts(language: Language): PageTexts {
  return language === 'zh-CN' ? pageInChinese : pageInEnglish;
}
