/** How is an item of a report called, and which sentences does it become? */
import { comparedFigures } from '../application/report/comparedFigures';
import type { ReportItem } from '../application/report/items';
import type { Finding } from '../domain/finding';
import { diagnosisRemark, explanationMessage } from './diagnoses';
import { eventMessage } from './events';
import { findingMessage } from './findings';
import type { Language } from './language';
import { groupDigits, unsigned } from './language';
import { measureName, ruleName, severityName, unitName } from './terms';
import { visibleText } from './visibleText';

const names = {
  event: { 'zh-CN': '疑似成因', 'en-US': 'Probable cause' },
  slip: { 'zh-CN': '疑似填错', 'en-US': 'Suspected' },
  choice: { 'zh-CN': '几种可能', 'en-US': 'Several possibilities' },
  unexplained: { 'zh-CN': '不能断定', 'en-US': 'Cannot be told' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** 疑似填错; of findings the rule's title. */
export function itemName(item: ReportItem, language: Language): string {
  switch (item.kind) {
    case 'event':
    case 'slip':
    case 'choice':
    case 'unexplained':
      return names[item.kind][language];
    case 'rounding':
      return ruleName('R-060', language);
    case 'finding':
      return ruleName(item.finding.rule, language);
  }
}

/** 错误 B-010 行合计: what stands before a finding's sentence in a text. */
export function findingLabel({ severity, rule }: Finding, language: Language): string {
  return `${severityName(severity, language)} ${rule} ${ruleName(rule, language)}`;
}

/** The same before an item's. */
export function itemLabel(item: ReportItem, language: Language): string {
  switch (item.kind) {
    case 'event':
    case 'slip':
    case 'choice':
    case 'unexplained':
      return itemName(item, language);
    case 'rounding':
      return findingLabel(item.largest, language);
    case 'finding':
      return findingLabel(item.finding, language);
  }
}

/** What an item says in one or two sentences; what it explains is said by its findings' own. */
export function itemMessage(item: ReportItem, language: Language): string {
  switch (item.kind) {
    case 'event':
      return visibleText(eventMessage(item.event, language));
    case 'slip':
      return `${explanationMessage(item.explanation, item.diagnosis, language)}${diagnosisRemark(item.diagnosis, language)}`;
    case 'choice':
      return choiceMessage(item, language);
    case 'unexplained':
      return unexplainedMessage(item, language);
    case 'rounding':
      return roundingMessage(item, language);
    case 'finding':
      return findingMessage(item.finding, language);
  }
}

function choiceMessage(
  { choices, diagnosis }: Extract<ReportItem, { kind: 'choice' }>,
  language: Language,
): string {
  const measure = measureName(diagnosis.measure, language);
  const count = choices.length;
  const areAlike = count > 1 && diagnosis.tied >= count;
  return language === 'zh-CN'
    ? `${measure}各项合计不符，有 ${count} 种可能${areAlike ? '性相当' : ''}，请对照原始资料判断。`
    : `Totals of ${measure} do not agree; ${count} possible ${count === 1 ? 'explanation' : 'explanations'}${areAlike ? ', about equally likely' : ''}. Compare with the source documents.`;
}

function unexplainedMessage(
  { diagnosis, findings }: Extract<ReportItem, { kind: 'unexplained' }>,
  language: Language,
): string {
  const measure = measureName(diagnosis.measure, language);
  const count = findings.length;
  return language === 'zh-CN'
    ? `${measure}有 ${count} 项合计不符，仅凭表内数字不能断定是哪一格填错。请对照原始资料逐项核对下列各项。`
    : `${count} ${count === 1 ? 'total' : 'totals'} of ${measure} ${count === 1 ? 'does' : 'do'} not agree, and the figures alone do not tell which cell is wrong. Compare the following with the source documents.`;
}

function roundingMessage(
  { findings, largest }: Extract<ReportItem, { kind: 'rounding' }>,
  language: Language,
): string {
  const most = groupDigits(unsigned(comparedFigures(largest).difference ?? '0'));
  const unit = 'place' in largest.detail ? unitName(unitOf(largest.detail.place), language) : '';
  return language === 'zh-CN'
    ? `舍入差 ${findings.length} 处，最大 ${most} ${unit}，都在四舍五入的误差范围内。请核对，属实的请填写审核说明。`
    : `${findings.length} rounding differences of at most ${most} ${unit}, all within the rounding interval. Check them; where they are right, give an explanation.`;
}

const unitOf = <T>({ unit }: { readonly unit: T }): T => unit;

/** The sheet that an item is about first. */
export function sheetOfItem(item: ReportItem): string {
  switch (item.kind) {
    case 'event':
      return item.event.corrections[0]?.place.sheet ?? item.findings[0]?.sheet ?? '';
    case 'slip':
      return item.explanation.corrections[0]?.place.sheet ?? item.findings[0]?.sheet ?? '';
    case 'choice':
    case 'unexplained':
    case 'rounding':
    case 'finding':
      return item.findings[0]?.sheet ?? '';
  }
}
