/** How does an item look in a text of plain lines: in the terminal, and in a letter of return? */
import type { ReportItem } from '../application/report/reportItem';
import type { Finding } from '../domain/finding';
import type { AnsweredFinding } from '../domain/submission/explanation';
import { explanationMessage } from './diagnoses';
import { explanationLine } from './explanations';
import { findingLabel, itemLabel, sheetOfItem } from './items';
import type { Language } from './language';
import { findingMessageNow, itemMessageNow } from './settled';
import { settlingRemark } from './settlingWays';

const either: Readonly<Record<Language, string>> = { 'zh-CN': '可能：', 'en-US': 'Either: ' };
const other: Readonly<Record<Language, string>> = { 'zh-CN': '或者：', 'en-US': 'Or: ' };

/** What is explained, by the findings' ids. */
export type Explained = ReadonlyMap<string, AnsweredFinding>;

export const nothingExplained: Explained = new Map();

/** What the user has said of a finding; nothing where nothing is. */
export function explanationLines(
  { id }: Finding,
  explained: Explained,
  language: Language,
): string[] {
  const answered = explained.get(id);
  return answered === undefined ? [] : [explanationLine(answered, language)];
}

/** Less likely ways that are spelled out. */
const othersShown = 2;

/**
 * The numbered line of an item, and indented beneath it what may have happened and what it explains.
 *
 * @param unit stands before the sheet's name; empty where all lines are about one unit
 * @param explained what the user has said of findings, by their ids
 */
export function itemLines(
  item: ReportItem,
  number: number,
  unit: string,
  language: Language,
  explained: Explained = nothingExplained,
): string[] {
  const where = (sheet: string) => (unit === '' ? sheet : `${unit} ${sheet}`);
  const first = `${number}. [${itemLabel(item, language)}] ${where(sheetOfItem(item))}: ${itemMessageNow(item, language, explained)}`;
  const indented = [...possibilities(item, language)];
  if (item.kind === 'finding') {
    indented.push(...explanationLines(item.finding, explained, language));
  } else {
    for (const finding of item.findings) {
      const remark = settlingRemark(item, finding, language);
      indented.push(`- ${findingLine(finding, where, language, explained)}${remark}`);
      const said = explanationLines(finding, explained, language);
      indented.push(...said.map((line) => `  ${line}`));
    }
  }
  return [first, ...indented.map((line) => `   ${line}`)];
}

function findingLine(
  finding: Finding,
  where: (sheet: string) => string,
  language: Language,
  explained: Explained,
): string {
  const message = findingMessageNow(finding, language, explained.get(finding.id));
  return `[${findingLabel(finding, language)}] ${where(finding.sheet)}: ${message}`;
}

/** What else may have happened, each way in a line. */
export function possibilities(item: ReportItem, language: Language): string[] {
  if (item.kind !== 'slip' && item.kind !== 'choice') return [];
  const { diagnosis } = item;
  const [choices, others] = item.kind === 'choice' ? [item.choices, []] : [[], item.others];
  return [
    ...choices.map((choice) => either[language] + explanationMessage(choice, diagnosis, language)),
    ...others
      .slice(0, othersShown)
      .map((entry) => other[language] + explanationMessage(entry, diagnosis, language)),
  ];
}
