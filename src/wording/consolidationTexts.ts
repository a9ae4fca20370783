/** What does the page that adds up many units say in a language? */
import type { Language } from './language';
import type { ConsolidationTexts } from './paneConsolidation';
import { consolidationInEnglish } from './paneConsolidation.en-US';
import { consolidationInChinese } from './paneConsolidation.zh-CN';

export function consolidationTexts(language: Language): ConsolidationTexts {
  return language === 'zh-CN' ? consolidationInChinese : consolidationInEnglish;
}
