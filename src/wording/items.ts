/** How is an item of a report called, and which sentences does it become? */
import { comparedFigures } from '../application/report/comparedFigures';
import type { ReportItem } from '../application/report/reportItem';
import type { Finding, Severity } from '../domain/finding';
import { diagnosisRemark, explanationMessage } from './diagnoses';
import { eventMessage } from './events';
import { eventSummary } from './eventSummaries';
import { figureOf } from './findingFacts';
import { findingMessage } from './findings';
import type { Language } from './language';
import { groupDigits, unsigned } from './language';
import { figureName, measureName, ruleName, severityName, unitName } from './terms';
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
    case 'alike':
      return ruleName(item.rule, language);
    case 'finding':
      return ruleName(item.finding.rule, language);
  }
}

/** What stands on an item's first line: the figure, the act, or the rule. */
export function itemTitle(item: ReportItem, language: Language): string {
  const chinese = language === 'zh-CN';
  switch (item.kind) {
    case 'event':
      return eventSummary(item.event, language).title;
    case 'slip': {
      const { corrections } = item.explanation;
      const [first] = corrections;
      if (first !== undefined && corrections.length === 1) return figureName(first.place, language);
      const measure = measureName(item.diagnosis.measure, language);
      return chinese
        ? `${measure} ${corrections.length} 格一并改正`
        : `${corrections.length} cells of ${measure} together`;
    }
    case 'choice': {
      const measure = measureName(item.diagnosis.measure, language);
      const count = item.choices.length;
      return chinese
        ? `${measure}合计不符，${count} 种可能`
        : `Totals of ${measure}: ${count} ${count === 1 ? 'possibility' : 'possibilities'}`;
    }
    case 'unexplained': {
      const measure = measureName(item.diagnosis.measure, language);
      const count = item.findings.length;
      return chinese
        ? `${measure} ${count} 项合计不符，不能断定哪格有误`
        : `${count} ${count === 1 ? 'total' : 'totals'} of ${measure} not explained`;
    }
    case 'alike': {
      const count = item.findings.length;
      const name = ruleName(item.rule, language);
      return chinese ? `${name} ${count} 处` : `${name} × ${count}`;
    }
    case 'finding': {
      const place = figureOf(item.finding);
      return place === null ? ruleName(item.finding.rule, language) : figureName(place, language);
    }
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
    case 'alike': {
      const [first] = item.findings;
      return first === undefined ? '' : findingLabel(first, language);
    }
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
    case 'alike':
      return alikeMessage(item, language);
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

function alikeMessage(item: Extract<ReportItem, { kind: 'alike' }>, language: Language): string {
  const { rule, severity, findings } = item;
  const most = largestGap(item, language);
  const count = findings.length;
  if (rule === 'R-060') {
    return language === 'zh-CN'
      ? `舍入差 ${count} 处，最大 ${most}，都在四舍五入的误差范围内。请核对，属实的请填写审核说明。`
      : `${count} rounding differences of at most ${most}, all within the rounding interval. Check them; where they are right, give an explanation.`;
  }
  if (language === 'zh-CN') {
    return `共 ${count} 处${most === '' ? '' : `，最大相差 ${most}`}。${advice[language][severity]}`;
  }
  return `${count} places${most === '' ? '' : `, by ${most} at most`}. ${advice[language][severity]}`;
}

const advice: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  'zh-CN': {
    error: '请逐处改正。',
    warning: '请逐处核对，属实的请填写审核说明。',
    notice: '供参考。',
  },
  'en-US': {
    error: 'Correct each of them.',
    warning: 'Check each of them; where it is right, give an explanation.',
    notice: 'For your information.',
  },
};

/** The largest difference among findings that are alike, with its unit: 3 万元; empty where they have none. */
export function largestGap(
  { largest }: Extract<ReportItem, { kind: 'alike' }>,
  language: Language,
): string {
  const difference = largest === null ? null : comparedFigures(largest).difference;
  if (largest === null || difference === null) return '';
  const { detail } = largest;
  const unit = 'place' in detail ? ` ${unitName(detail.place.unit, language)}` : '';
  return `${groupDigits(unsigned(difference))}${unit}`;
}

/** The sheet that an item is about first. */
export function sheetOfItem(item: ReportItem): string {
  switch (item.kind) {
    case 'event':
      return item.event.corrections[0]?.place.sheet ?? item.findings[0]?.sheet ?? '';
    case 'slip':
      return item.explanation.corrections[0]?.place.sheet ?? item.findings[0]?.sheet ?? '';
    case 'choice':
    case 'unexplained':
    case 'alike':
    case 'finding':
      return item.findings[0]?.sheet ?? '';
  }
}
