/** Which sentence does a finding become? */
import type { Finding } from '../domain/finding';
import { findingInChinese } from './findings.zh-CN';
import { findingInEnglish } from './findings.en-US';
import type { Language } from './language';
import { visibleText } from './visibleText';

/** One or two sentences: which cell, what is stated, what it should be, and what to do. */
export function findingMessage(finding: Finding, language: Language): string {
  return visibleText(language === 'zh-CN' ? findingInChinese(finding) : findingInEnglish(finding));
}
