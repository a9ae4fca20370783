/** With which text is a unit's return sent back: what is wrong, what it should be, what to explain? */
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import type { ReturnLetter } from '../application/report/letter';
import type { ReportItem } from '../application/report/reportItem';
import type { Finding } from '../domain/finding';
import { findingMessage } from './findings';
import { isSettled } from './settled';
import { itemMessage, sheetOfItem } from './items';
import type { Explained } from './itemText';
import { explanationLines, nothingExplained, possibilities } from './itemText';
import type { Language } from './language';
import { settlingRemark } from './settlingWays';
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
    explained: '已填审核说明的情况（供核对，不必修改）',
    sheet: (name: string) => `“${name}”`,
    and: '、',
    item: (number: number, sheets: string, message: string) =>
      sheets === '' ? `${number}. ${message}` : `${number}. 工作表${sheets}：${message}`,
  },
  'en-US': {
    title: 'Return for correction',
    greeting: (name: string) => `To ${name}:`,
    opening: (year: number | null) =>
      `Thank you for your tables${year === null ? '' : ` of ${year}`}. The check found the following; please correct them and send them again.`,
    errors: 'To be corrected',
    warnings: 'To be checked (explain what is right, correct the rest)',
    onlyWarnings: 'To be checked (explain what is right, correct the rest)',
    explained: 'Explained already (nothing to be changed)',
    sheet: (name: string) => `“${name}”`,
    and: ', ',
    item: (number: number, sheets: string, message: string) =>
      sheets === '' ? `${number}. ${message}` : `${number}. Sheet ${sheets}: ${message}`,
  },
} as const satisfies Readonly<Record<Language, object>>;

/** The whole letter as it is sent. */
export function letterLines({
  title,
  opening,
  errors,
  warnings,
  explained,
}: ReturnLetter): string[] {
  const section = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines]);
  return [title, '', ...opening, ...section(errors), ...section(warnings), ...section(explained)];
}

/** One item per cause; notices are left out. */
export function returnLetter(
  { name, fiscalYear }: Pick<TakenUnit, 'name' | 'fiscalYear'>,
  items: readonly ReportItem[],
  language: Language,
  explained: Explained = nothingExplained,
): ReturnLetter {
  const words = texts[language];
  const pointsAbout = (list: readonly ReportItem[]) => pointsOf(list, language, explained);
  const errors = pointsAbout(items.filter(({ severity }) => severity === 'error'));
  const allWarnings = items.filter(({ severity }) => severity === 'warning');
  const warnings = pointsAbout(allWarnings.filter((item) => !isSettled(item, explained)));
  const settled = pointsAbout(allWarnings.filter((item) => isSettled(item, explained)));
  const section = (title: string, points: readonly Point[]) =>
    points.length === 0
      ? []
      : [
          title,
          ...points.flatMap(({ sheets, message, details }, index) => [
            words.item(index + 1, sheets.map(words.sheet).join(words.and), message),
            ...details.map((line) => `   ${line}`),
          ]),
        ];
  return {
    title: words.title,
    opening: [visibleText(words.greeting(name)), words.opening(fiscalYear)],
    errors: section(words.errors, errors),
    warnings: section(errors.length === 0 ? words.onlyWarnings : words.warnings, warnings),
    warningCount: warnings.length,
    explained: section(words.explained, settled),
  };
}

/** What is asked for, with the sheets that it is about. */
interface Point {
  readonly sheets: readonly string[];
  readonly message: string;
  readonly details: readonly string[];
}

/** One for each item; what is said of several sheets in the same words is one. */
function pointsOf(
  items: readonly ReportItem[],
  language: Language,
  explained: Explained,
): readonly Point[] {
  const points = new Map<string, Point>();
  for (const item of items) {
    const message = itemMessage(item, language);
    const details = detailsOf(item, language, explained);
    const sheet = visibleText(sheetOfItem(item));
    const key = [item.kind === 'finding' ? '' : item.key, message, ...details].join('\n');
    const sheets = points.get(key)?.sheets ?? [];
    points.set(key, {
      message,
      details,
      sheets: sheet === '' || sheets.includes(sheet) ? sheets : [...sheets, sheet],
    });
  }
  return [...points.values()];
}

/** What the sentence of an item leaves open: the ways in which it may have come about, and its findings. */
function detailsOf(item: ReportItem, language: Language, explained: Explained): string[] {
  const said = (finding: Finding) => explanationLines(finding, explained, language);
  switch (item.kind) {
    case 'unexplained':
    case 'alike':
    case 'choice':
      return [
        ...possibilities(item, language),
        ...item.findings.flatMap((finding) => [
          `- ${findingMessage(finding, language)}${settlingRemark(item, finding, language)}`,
          ...said(finding).map((line) => `  ${line}`),
        ]),
      ];
    case 'event':
    case 'slip':
    case 'finding':
      return [...possibilities(item, language), ...item.findings.flatMap(said)];
  }
}
