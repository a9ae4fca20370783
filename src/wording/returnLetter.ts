/** With which text is a unit's return sent back: what is wrong, what it should be, what to explain? */
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import type { ReturnLetter } from '../application/report/letter';
import type { ReportItem } from '../application/report/reportItem';
import { findingMessage } from './findings';
import { itemMessage, sheetOfItem } from './items';
import { possibilities } from './itemText';
import type { Language } from './language';
import { visibleText } from './visibleText';

const texts = {
  'zh-CN': {
    title: '退回意见',
    greeting: (name: string) => `${name}：`,
    opening: (year: number | null) =>
      `你单位报送的${year === null ? '' : ` ${year} 年`}《政府购买服务项目资金统计表》经审核，有以下问题，现予退回。请核实修改后重新报送，感谢支持配合。`,
    errors: '一、须改正的问题',
    warnings: '二、须核实的情况（属实的请填写审核说明，否则请改正）',
    onlyWarnings: '须核实的情况（属实的请填写审核说明，否则请改正）',
    item: (number: number, sheet: string, message: string) =>
      sheet === '' ? `${number}. ${message}` : `${number}. 工作表“${sheet}”：${message}`,
  },
  'en-US': {
    title: 'Return for correction',
    greeting: (name: string) => `To ${name}:`,
    opening: (year: number | null) =>
      `Thank you for your tables${year === null ? '' : ` of ${year}`}. The check found the following; please correct them and send them again.`,
    errors: 'To be corrected',
    warnings: 'To be checked (explain what is right, correct the rest)',
    onlyWarnings: 'To be checked (explain what is right, correct the rest)',
    item: (number: number, sheet: string, message: string) =>
      sheet === '' ? `${number}. ${message}` : `${number}. Sheet “${sheet}”: ${message}`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The whole letter as it is sent. */
export function letterLines({ title, opening, errors, warnings }: ReturnLetter): string[] {
  const section = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines]);
  return [title, '', ...opening, ...section(errors), ...section(warnings)];
}

/** One item per cause; notices are left out. */
export function returnLetter(
  { name, fiscalYear }: Pick<TakenUnit, 'name' | 'fiscalYear'>,
  items: readonly ReportItem[],
  language: Language,
): ReturnLetter {
  const words = texts[language];
  const errors = items.filter(({ severity }) => severity === 'error');
  const warnings = items.filter(({ severity }) => severity === 'warning');
  const section = (title: string, list: readonly ReportItem[]) =>
    list.length === 0
      ? []
      : [
          title,
          ...list.flatMap((item, index) => [
            words.item(index + 1, visibleText(sheetOfItem(item)), itemMessage(item, language)),
            ...detailsOf(item, language).map((line) => `   ${line}`),
          ]),
        ];
  return {
    title: words.title,
    opening: [visibleText(words.greeting(name)), words.opening(fiscalYear)],
    errors: section(words.errors, errors),
    warnings: section(errors.length === 0 ? words.onlyWarnings : words.warnings, warnings),
    warningCount: warnings.length,
  };
}

/** What the sentence of an item leaves open: the ways in which it may have come about, and its findings. */
function detailsOf(item: ReportItem, language: Language): string[] {
  switch (item.kind) {
    case 'unexplained':
    case 'alike':
    case 'choice':
      return [
        ...possibilities(item, language),
        ...item.findings.map((finding) => `- ${findingMessage(finding, language)}`),
      ];
    case 'event':
    case 'slip':
    case 'finding':
      return possibilities(item, language);
  }
}
