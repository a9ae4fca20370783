/** How is an item of a report called, and which sentences does it become? */
import { comparedFigures } from '../application/report/comparedFigures';
import type { AlikeItem, ReportItem } from '../application/report/reportItem';
import { unfilledCells } from '../application/report/unfilledTotals';
import type { Finding, Severity } from '../domain/finding';
import { diagnosisRemark, explanationMessage } from './diagnoses';
import { eventMessage } from './events';
import { eventSummary } from './eventSummaries';
import { causeOfResults, figureOf } from './findingFacts';
import { findingMessage } from './findings';
import type { Language } from './language';
import { groupDigits, unsigned } from './language';
import {
  fieldName,
  figureName,
  formName,
  measuredIn,
  measureName,
  ruleName,
  severityName,
} from './terms';
import { visibleText } from './visibleText';

const names = {
  event: { 'zh-CN': '疑似成因', 'en-US': 'Probable cause' },
  slip: { 'zh-CN': '疑似填错', 'en-US': 'Suspected' },
  choice: { 'zh-CN': '几种可能', 'en-US': 'Several possibilities' },
  possible: { 'zh-CN': '可能填错', 'en-US': 'Possible' },
  unfilledTotals: { 'zh-CN': '合计未填', 'en-US': 'Totals left blank' },
  countedSubtotals: { 'zh-CN': '合计多计小计', 'en-US': 'Totals count subtotals' },
  unexplained: { 'zh-CN': '不能断定', 'en-US': 'Cannot be told' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** 疑似填错; of findings the rule's title. */
export function itemName(item: ReportItem, language: Language): string {
  switch (item.kind) {
    case 'event':
    case 'slip':
    case 'unexplained':
      return names[item.kind][language];
    case 'choice':
      return names[item.choices.length === 1 ? 'possible' : 'choice'][language];
    case 'alike':
      return item.what === 'rule' ? ruleName(item.rule, language) : names[item.what][language];
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
      if (count === 1) {
        return chinese ? `${measure}合计不符，可能如下` : `Totals of ${measure}: possibly as below`;
      }
      return chinese
        ? `${measure}合计不符，${count} 种可能`
        : `Totals of ${measure}: ${count} possibilities`;
    }
    case 'unexplained': {
      const measure = measureName(item.diagnosis.measure, language);
      const count = item.findings.length;
      return chinese
        ? `${measure} ${count} 项合计不符，不能断定哪格有误`
        : `${count} ${count === 1 ? 'total' : 'totals'} of ${measure} not explained`;
    }
    case 'alike': {
      const name = itemName(item, language);
      if (item.what !== 'rule') {
        const cells = cellsConcerned(item);
        return chinese ? `${name} ${cells} 格` : `${name}: ${cells}`;
      }
      const headings = headingTitle(item.findings, language);
      if (headings !== null) return headings;
      const count = item.findings.length;
      return chinese ? `${name} ${count} 处` : `${name} ×\u00a0${count}`;
    }
    case 'finding': {
      const headings = headingTitle([item.finding], language);
      return headings ?? findingName(item.finding, language);
    }
  }
}

/** The title of an item of which only some findings are meant: how many, or which one it is. */
export function partTitle(item: ReportItem, own: readonly Finding[], language: Language): string {
  const [first] = own;
  if (item.kind !== 'alike' || first === undefined || own.length === item.findings.length) {
    return itemTitle(item, language);
  }
  const name = itemName(item, language);
  const chinese = language === 'zh-CN';
  if (own.length > 1) return chinese ? `${name} ${own.length} 处` : `${name} ×\u00a0${own.length}`;
  return `${name}${chinese ? '：' : ': '}${findingName(first, language)}`;
}

/** The figure that a finding is about; else the field and the table, or the rule. */
export function findingName(finding: Finding, language: Language): string {
  const { detail, rule } = finding;
  const place = figureOf(finding);
  if (place !== null) return figureName(place, language);
  if (detail.kind !== 'headingMissing') return ruleName(rule, language);
  const [table, field] = [formName(detail.form, language), fieldName(detail.field, language)];
  return language === 'zh-CN' ? `${table}·${field}` : `${table}, ${field}`;
}

/** 表头未填：填报单位、年份; null where the findings are not about fields above the tables. */
function headingTitle(findings: readonly Finding[], language: Language): string | null {
  const missing = findings.flatMap(({ detail }) =>
    detail.kind === 'headingMissing' ? [detail] : [],
  );
  if (missing.length === 0 || missing.length < findings.length) return null;
  const fields = [...new Set(missing.map(({ field }) => fieldName(field, language)))];
  const areBlank = missing.every(({ text }) => text === '');
  if (language === 'zh-CN') return `表头${areBlank ? '未填' : '待改'}：${fields.join('、')}`;
  return `${areBlank ? 'Heading not filled in' : 'Heading to be corrected'}: ${fields.join(', ')}`;
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
      if (item.what !== 'rule') {
        return `${severityName(item.severity, language)} ${itemName(item, language)}`;
      }
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
      return `${explanationMessage(item.explanation, item.diagnosis, language, item.findings.length)}${diagnosisRemark(item.diagnosis, language)}`;
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
  if (count === 1) {
    return language === 'zh-CN'
      ? `${measure}各项合计不符，可能的原因只找到下面一种，但不能断定。请对照原始资料判断。`
      : `Totals of ${measure} do not agree; only the explanation below was found, and it is not certain. Compare with the source documents.`;
  }
  const areAlike = diagnosis.tied >= count;
  return language === 'zh-CN'
    ? `${measure}各项合计不符，有 ${count} 种可能${areAlike ? '性相当' : ''}，请对照原始资料判断。`
    : `Totals of ${measure} do not agree; ${count} possible explanations${areAlike ? ', about equally likely' : ''}. Compare with the source documents.`;
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

function alikeMessage(item: AlikeItem, language: Language): string {
  const { rule, severity, findings, what } = item;
  if (what === 'unfilledTotals') {
    const cells = unfilledCells(findings);
    return language === 'zh-CN'
      ? `合计有 ${cells} 格未填，有关的各项合计因此不符。请填充合计。`
      : `${cells} ${cells === 1 ? 'total is' : 'totals are'} blank, and therefore totals do not agree. Fill them in.`;
  }
  if (what === 'countedSubtotals') return countedSubtotalsMessage(item, language);
  const most = largestGap(item, language);
  const count = findings.length;
  if (findings.every(isTextNumber)) {
    return language === 'zh-CN'
      ? `共 ${count} 处数字是文本格式，Excel 求和时不会计入。请转换为数字。`
      : `${count} numbers are kept as text, which Excel leaves out of sums. Convert them.`;
  }
  const cause = causeOfResults(findings, language);
  if (cause !== '') {
    const cells = findings.reduce((sum, finding) => sum + finding.cells.length, 0);
    return language === 'zh-CN'
      ? `共 ${cells} 格公式结果失实：${cause}，再重新校验。`
      : `${cells} formulas do not show what they should. ${cause}, and check again.`;
  }
  if (rule === 'R-060') {
    return language === 'zh-CN'
      ? `共 ${count} 处，最大相差 ${most}，都在四舍五入的误差范围内。请核对，属实的请填写审核说明。`
      : `${count} rounding differences of at most ${most}, all within the rounding interval. Check them; where they are right, give an explanation.`;
  }
  if (language === 'zh-CN') {
    return `共 ${count} 处${most === '' ? '' : `，最大相差 ${most}`}。${advice[language][severity]}`;
  }
  return `${count} places${most === '' ? '' : `, by ${most} at most`}. ${advice[language][severity]}`;
}

/** How many totals an item is about. */
function cellsConcerned({ what, findings }: AlikeItem): number {
  return what === 'unfilledTotals' ? unfilledCells(findings) : countedSubtotals(findings).totals;
}

function countedSubtotalsMessage({ findings }: AlikeItem, language: Language): string {
  const { rows, totals } = countedSubtotals(findings);
  if (language === 'zh-CN') {
    return `第 ${rows.join('、')} 行是其他行的小计，表样中没有，合计行有 ${totals} 格把它也加了进去，因此合计偏大。请删去小计行，合计改为各行之和。`;
  }
  const [row, is] = rows.length === 1 ? ['Row', 'is a subtotal'] : ['Rows', 'are subtotals'];
  return `${row} ${rows.join(', ')} ${is} of other lines, which the form does not have, and ${totals} totals count ${rows.length === 1 ? 'it' : 'them'} as well, so they are too large. Delete ${rows.length === 1 ? 'it' : 'them'}, and let the totals be the sums of the lines.`;
}

/** Rows of the 小计 lines, and how many totals count them. */
function countedSubtotals(findings: readonly Finding[]): { rows: number[]; totals: number } {
  const lines = findings.flatMap(({ detail }) => (detail.kind === 'lines' ? [detail] : []));
  const totals = lines.flatMap(({ countedBy }) => countedBy.map(({ total }) => total.id));
  return {
    rows: [...new Set(lines.flatMap(({ row }) => row ?? []))],
    totals: new Set(totals).size,
  };
}

/** A number that is plain once it is no text any more. */
function isTextNumber({ detail }: Finding): boolean {
  return detail.kind === 'content' && detail.problem === 'textNumber' && detail.hidden.length === 0;
}

const advice: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  'zh-CN': {
    error: '请改正。',
    warning: '请逐处核对，属实的请填写审核说明。',
    notice: '供参考。',
  },
  'en-US': {
    error: 'Correct them.',
    warning: 'Check each of them; where it is right, give an explanation.',
    notice: 'For your information.',
  },
};

/** The largest difference among findings that are alike, with its unit: 3 万元; empty where they have none, or figures are blank. */
export function largestGap({ largest, what }: AlikeItem, language: Language): string {
  const difference = largest === null ? null : comparedFigures(largest).difference;
  if (largest === null || difference === null || what !== 'rule') return '';
  const { detail } = largest;
  const figure = groupDigits(unsigned(difference));
  return 'place' in detail ? measuredIn(figure, detail.place.unit, language) : figure;
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
