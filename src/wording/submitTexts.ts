/** What does the page 报送 say in a language? */
import type { Language } from './language';
import type { SubmitTexts } from './paneSubmit';
import { submitInEnglish } from './paneSubmit.en-US';
import { submitInChinese } from './paneSubmit.zh-CN';

export function submitTexts(language: Language): SubmitTexts {
  return language === 'zh-CN' ? submitInChinese : submitInEnglish;
}
