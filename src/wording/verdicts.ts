/** How is the one word above a report called in a text? */
import type { Verdict } from '../application/checkWorkbook';
import type { Language } from './language';

const verdicts: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  'zh-CN': {
    passed: '通过',
    warnings: '没有错误，有提示',
    errors: '有错误',
    notChecked: '未能全部审核',
    notCalculated: '公式尚未重算，不能视为通过',
  },
  'en-US': {
    passed: 'Passed',
    warnings: 'No errors; there are warnings',
    errors: 'There are errors',
    notChecked: 'Not everything could be checked',
    notCalculated: 'Formulas are not calculated; this is no pass',
  },
};

export function verdictName(verdict: Verdict, language: Language): string {
  return verdicts[language][verdict];
}
