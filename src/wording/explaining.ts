/** Which words go with writing 审核说明 in the pane? */
import type { AnswerGroup } from '../application/report/answersOfItem';
import { formatAmount, parseAmount } from '../domain/amount';
import type { RuleId } from '../domain/finding';
import { officialForms } from '../domain/forms/officialForms';
import type { CurrencyUnit } from '../domain/forms/terms';
import { budgetBlocks, measures, unitPower } from '../domain/forms/terms';
import { catalogue } from '../domain/rules/catalogue';
import type { Explanation } from '../domain/submission/kept';
import { longestExplanation } from '../domain/submission/kept';
import { explanationStateName } from './explanations';
import type { Language } from './language';
import { groupDigits } from './language';
import { blockName, formName, measureName, ruleName, unitName } from './terms';
import { visibleText } from './visibleText';

/** What was done with explanations. */
export type ExplainingAct = 'written' | 'confirmed' | 'removed';

export interface ExplainingTexts {
  readonly write: string;
  /** Where others of the same kind are explained. */
  readonly writeRest: (open: number) => string;
  readonly label: string;
  readonly placeholder: string;
  /** No more is taken. */
  readonly full: string;
  readonly reasons: string;
  readonly choose: (chosen: number, all: number) => string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly save: (findings: number) => string;
  readonly cancel: string;
  readonly edit: string;
  readonly remove: string;
  readonly confirm: string;
  readonly done: (act: ExplainingAct, count: number) => string;
  readonly gone: (count: number) => string;
  readonly goneHint: string;
  /** Where they cannot be removed. */
  readonly goneShown: string;
  readonly removeAll: string;
}

const count = (value: number) => groupDigits(String(value));

const chineseActs: Readonly<Record<ExplainingAct, string>> = {
  written: '已保存',
  confirmed: '已确认',
  removed: '已删除',
};
const englishActs: Readonly<Record<ExplainingAct, string>> = {
  written: 'kept',
  confirmed: 'confirmed',
  removed: 'removed',
};

const texts: Readonly<Record<Language, ExplainingTexts>> = {
  'zh-CN': {
    write: '填写说明',
    writeRest: (open) => `填写说明（还有 ${count(open)} 处）`,
    label: '审核说明',
    placeholder: '写明原因和依据，如文件名、文号',
    full: `已满 ${count(longestExplanation)} 字，超出的没有收入。`,
    reasons: '常用原因',
    choose: (chosen, all) => `用于 ${count(chosen)} 处（共 ${count(all)} 处）`,
    chooseAll: '全选',
    chooseNone: '全不选',
    save: (findings) => (findings > 1 ? `保存（${count(findings)} 处）` : '保存'),
    cancel: '取消',
    edit: '修改',
    remove: '删除',
    confirm: '确认',
    done: (act, findings) =>
      findings === 0
        ? '这些提示已经不在，没有改动审核说明。'
        : `${chineseActs[act]} ${count(findings)} 处审核说明，随工作簿保存。`,
    gone: (explanations) => `无对应的审核说明（${count(explanations)}）`,
    goneHint: '所说明的提示已不存在（已改正，或行、表有变动），不计入；可以保留，也可以删除。',
    goneShown: '所说明的提示已不存在（已改正，或行、表有变动），不计入。',
    removeAll: '全部删除',
  },
  'en-US': {
    write: 'Explain',
    writeRest: (open) => `Explain (${count(open)} left)`,
    label: 'Explanation',
    placeholder: 'The reason and what it rests on, such as a document',
    full: `Full at ${count(longestExplanation)} characters; more is not taken.`,
    reasons: 'Usual reasons',
    choose: (chosen, all) => `For ${count(chosen)} of ${count(all)}`,
    chooseAll: 'All',
    chooseNone: 'None',
    save: (findings) => (findings > 1 ? `Save (${count(findings)})` : 'Save'),
    cancel: 'Cancel',
    edit: 'Edit',
    remove: 'Remove',
    confirm: 'Confirm',
    done: (act, findings) =>
      findings === 0
        ? 'These warnings are no longer there; no explanation was changed.'
        : `Explanations ${englishActs[act]}: ${count(findings)}; they are saved with the workbook.`,
    gone: (explanations) => `Explanations of nothing (${count(explanations)})`,
    goneHint:
      'What they explain is no longer found: corrected, or lines or tables have changed. They do not count; keep or remove them.',
    goneShown:
      'What they explain is no longer found: corrected, or lines or tables have changed. They do not count.',
    removeAll: 'Remove all',
  },
};

export function explainingTexts(language: Language): ExplainingTexts {
  return texts[language];
}

/** 已说明 3 处：年中追加预算 — on one line. */
export function answerLine({ state, text, findings }: AnswerGroup, language: Language): string {
  const chinese = language === 'zh-CN';
  const name = explanationStateName(state, language);
  const several = findings.length < 2 ? '' : ` ${count(findings.length)}${chinese ? ' 处' : ''}`;
  const line = visibleText(text.replace(/\s*\n\s*/g, ' '));
  const old =
    state === 'outdated'
      ? chinese
        ? '（数字已改，原说明）'
        : ' (figures have changed since)'
      : '';
  return `${name}${several}${old}${chinese ? '：' : ': '}${line}`;
}

/** Changes that are named. */
const changesNamed = 3;

/** What has changed since a text was written: 执行数 6,900 → 7,000 万元; empty where it holds. */
export function changesLine({ changed, findings }: AnswerGroup, language: Language): string {
  const chinese = language === 'zh-CN';
  const place = findings
    .map(({ detail }) => ('place' in detail ? detail.place : null))
    .find(isThere);
  const unit = place === undefined || place.unit === 'project' ? 'yuan' : place.unit;
  const named = changed.slice(0, changesNamed).map(({ id, before, now }) => {
    const parts = id.split('|');
    const isLast = parts[0] === 'last';
    const own = isLast ? parts.slice(1) : parts;
    const isAmount = !own.includes('projectCount') && own.length > 2;
    const names = own
      .slice(findings.length > 1 ? 1 : 2)
      .flatMap((part) => partName(part, own, language));
    const name = [...(isLast ? [chinese ? '上期' : 'round before'] : []), ...names].join(
      chinese ? '·' : ', ',
    );
    const value = (one: string | null) => valueText(one, isAmount ? unit : null, language);
    const measured = isAmount ? ` ${unitName(unit, language)}` : '';
    return `${name} ${value(before)} → ${value(now)}${measured}`;
  });
  const rest = changed.length - named.length;
  const more =
    rest === 0 ? '' : chinese ? ` 等 ${count(changed.length)} 处` : `, ${count(rest)} more`;
  return named.join(chinese ? '；' : '; ') + more;
}

function isThere<T>(value: T | null): value is T {
  return value !== null;
}

/** A number in a money unit, kept in yuan; a text in quotation marks; 未填. */
function valueText(value: string | null, unit: CurrencyUnit | null, language: Language): string {
  if (value === null) return language === 'zh-CN' ? '未填' : 'blank';
  if (!/^-?\d/.test(value)) return visibleText(value);
  const power = unit === null ? 0 : unitPower[unit];
  return groupDigits(formatAmount(parseAmount(value) / 10n ** BigInt(power)));
}

/** Reasons that are usual for what a rule finds, to be completed; none where only the user can know. */
export function usualReasons(rule: RuleId, language: Language): readonly string[] {
  return (reasonsByRule[rule] ?? []).map((reason) => reasons[reason][language]);
}

type Reason = 'begun' | 'ended' | 'added' | 'carriedOver' | 'asSettled' | 'fromAbove' | 'notYetDue';

const reasons: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  begun: { 'zh-CN': '本年新增项目', 'en-US': 'A project that began this year' },
  ended: { 'zh-CN': '项目已结束', 'en-US': 'The project has ended' },
  added: { 'zh-CN': '年中追加预算', 'en-US': 'Budget added during the year' },
  carriedOver: { 'zh-CN': '跨年度结转', 'en-US': 'Carried over from one year to the next' },
  asSettled: { 'zh-CN': '据实结算', 'en-US': 'Settled at actual cost' },
  fromAbove: { 'zh-CN': '上级专项资金', 'en-US': 'Earmarked funds from above' },
  notYetDue: { 'zh-CN': '合同期未到，尚未支付', 'en-US': 'Not yet due under the contract' },
};

const reasonsByRule: Readonly<Partial<Record<RuleId, readonly Reason[]>>> = {
  'R-010': ['added', 'fromAbove', 'carriedOver', 'asSettled'],
  'R-020': ['asSettled', 'carriedOver', 'fromAbove'],
  'R-030': ['notYetDue', 'carriedOver', 'asSettled'],
  'L-035': ['carriedOver', 'fromAbove'],
  'L-040': ['notYetDue', 'carriedOver'],
  'C-015': ['notYetDue', 'carriedOver'],
  'Y-010': ['asSettled', 'added'],
  'Y-020': ['begun', 'ended', 'added', 'fromAbove', 'carriedOver', 'asSettled'],
};

/** What an explanation of something that is not found any more was about: 执行超预算·统计表1·教育·预算数. */
export function explainedThing({ about }: Explanation, language: Language): string {
  const [id = '', ...parts] = about.split('|');
  const rule = catalogue.find((one) => one.id === id);
  const name = rule === undefined ? visibleText(id) : ruleName(rule.id, language);
  const between = language === 'zh-CN' ? '·' : ', ';
  return [name, ...parts.flatMap((part) => partName(part, parts, language))].join(between);
}

/** A part of what it was about, where it has a name: table, line, block or measure. */
function partName(part: string, parts: readonly string[], language: Language): string[] {
  const form = officialForms.forms.find(({ id }) => parts.includes(id));
  if (form?.id === part) return [formName(form.id, language)];
  const block = budgetBlocks.find((one) => one === part);
  if (block !== undefined) return [blockName(block, language)];
  const measure = measures.find((one) => one === part);
  if (measure !== undefined) return [measureName(measure, language)];
  const label = form?.editions.map(({ labels }) => labels[part]).find((one) => one !== undefined);
  return label === undefined ? [] : [label];
}
