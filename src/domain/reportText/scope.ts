/** Is a sentence, or a number in it, of the tables at all? */
import type { Frame, WordToken } from './frame';
import { noFrame, wordsOf } from './frame';
import type { Lead } from './lead';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import { clauseAt } from './signs';
import type { Token } from './token';
import { changeStarts, spokenOf } from './words';

/** What has more words and numbers without a full stop is a table or a list, and no sentence. */
const longestSentence = 1000;

/** Where a sentence first names the services bought, or the tables; infinity where it does not. */
export function subjectStart({ text }: Signs, tokens: readonly Token[]): number {
  const official = wordsOf(tokens, 'measure').filter(({ means }) => means.official === true);
  // 购买基本公共服务项目, 基本公共服务购买预算: of the kinds of service that are bought; 技术性服务: of them anyway.
  const bought = wordsOf(tokens, 'line').filter(
    ({ means, start, end }) =>
      means.form === 'table2' &&
      (isOnlyOurs(means) || text.endsWith('购买', start) || text.startsWith('购买', end)),
  );
  const named = [...wordsOf(tokens, 'subject'), ...wordsOf(tokens, 'table')];
  return Math.min(...[...official, ...bought, ...named].map(({ start }) => start));
}

/**
 * 大力推进政府购买服务，…，教育支出达到 …: where a sentence only says that services are bought, a figure of a clause that does not is
 * perhaps of all that is spent. True where all that names the subject in front of a clause does so.
 */
export function isOnlySpokenOf(
  signs: Signs,
  tokens: readonly Token[],
  clauseStart: number,
): boolean {
  const named = wordsOf(tokens, 'subject').filter(({ start }) => start < clauseStart);
  return (
    named.length > 0 &&
    named.every(({ start, end }) => {
      const { before, behind } = clauseAt(signs, { start, end });
      if (/\d/.test(before + behind) || signs.text[end + behind.length] === ':') return false;
      return spokenOf.before.test(before) || spokenOf.behind.test(behind);
    })
  );
}

/** True where a sentence is no sentence, or one about something else as a whole. */
export function isElsewhere(tokens: readonly Token[]): boolean {
  const isOther = wordsOf(tokens, 'aside').some(({ means }) => means.reach === 'sentence');
  return isOther || tokens.length > longestSentence;
}

/** All tokens of the clause that a token stands in. */
export function clauseAround(tokens: readonly Token[], index: number): readonly Token[] {
  const parts = (token: Token | undefined) =>
    token === undefined || token.kind === 'stop' || token.kind === 'bracket';
  let from = index;
  let until = index;
  while (!parts(tokens[from - 1])) from -= 1;
  while (!parts(tokens[until + 1])) until += 1;
  return tokens.slice(from, until + 1);
}

/** True where a clause speaks of something beside the tables. */
export function isAsideClause(clause: readonly Token[]): boolean {
  return wordsOf(clause, 'aside').some(({ means }) => means.reach === 'clause');
}

/** 236 个项目涉及承接主体 58 家: what is counted behind a number says nothing of it. */
export function countsBehind(
  { text }: Signs,
  clause: readonly Token[],
  { end }: Quantity,
): boolean {
  const others = wordsOf(clause, 'aside').filter(({ means }) => means.reach === 'clause');
  const [first] = others;
  return (
    first !== undefined &&
    first.start >= end &&
    /(?:涉及|惠及|吸引|带动|覆盖)[^,;:]{0,12}$/.test(text.slice(end, first.start)) &&
    others.every((other) => /^\d+[家所户名人]/.test(text.slice(other.end, other.end + 8)))
  );
}

/** 预算超过 1000 万元的领域: a mark that other figures pass. */
export function isThreshold(
  { text }: Signs,
  tokens: readonly Token[],
  index: number,
  { kind, precision, end }: Quantity,
): boolean {
  // 50 万元以下的 120 个
  if (
    kind === 'amount' &&
    /^(?:\((?:不?含|包含)(?:本数)?\))?(?:以下|以内|及以[上下])/.test(text.slice(end, end + 10))
  )
    return true;
  if (precision !== 'over' && precision !== 'under') return false;
  // 60 个购买服务项目执行率低于 80%: those whose rate is so low.
  if (kind === 'percent' && countedBefore(text, tokens, index)) return true;
  const next = tokens[index + 1];
  const isColumn =
    next?.kind === 'word' &&
    next.means.kind === 'measure' &&
    !next.means.measures.includes('projectCount') &&
    next.start <= end + 1;
  // 占近 42000 万元的 98% is of it; 100 万元以上项目, without 的.
  // 100 万元以上的 58 个 counts those that pass it.
  const isOfIt = /^的(?:(?![\d百])|有?\d+[余多]?[个项家])/.test(text.slice(end, end + 12));
  const isBefore = next?.kind === 'word' && next.start === end && !isColumn;
  const isProjects = isBefore && (next.means.kind === 'measure' || next.means.kind === 'subject');
  return (isOfIt && !isColumn) || (isProjects && kind !== 'count');
}

function countedBefore(text: string, tokens: readonly Token[], index: number): boolean {
  const number = tokens.slice(0, index).findLast(({ kind }) => kind === 'quantity');
  if (number?.kind !== 'quantity' || number.quantity.kind !== 'count') return false;
  return !/[,;:()]/.test(text.slice(number.end, tokens[index]?.start ?? 0));
}

/** 50 万元以上的购买服务项目 …: what follows in the clause is of those only. */
export function isOfSome({ text }: Signs, tokens: readonly Token[], index: number): boolean {
  const [number, ...rest] = tokens.slice(index);
  if (countedBefore(text, tokens, index)) return true;
  const next = rest.findIndex(({ kind }) => kind !== 'word');
  const behind = next < 0 ? rest : rest.slice(0, next);
  const said = text.slice(number?.end ?? 0, behind.at(-1)?.end ?? number?.end ?? 0);
  return wordsOf(behind, 'line').length === 0 && said.includes('项目');
}

/** Kinds of service that nobody else counts by. */
export function isOnlyOurs({ form, line }: WordToken<'line'>['means']): boolean {
  return form === 'table2' && line !== 'basicPublicServices' && line !== 'otherServices';
}

/** 3 亿元用于新增事项; 2018 年、2019 年 …合计: of a part, or of more than the tables'. */
export function isMixedIn(
  clause: readonly Token[],
  lead: Lead,
  number: Token | undefined,
): boolean {
  const behind = clause.filter(({ start }) => start >= (number?.end ?? 0));
  const next = behind.findIndex(({ kind }) => kind === 'quantity');
  const own = next < 0 ? behind : behind.slice(0, next);
  if (wordsOf(own, 'change').some(({ means }) => means.says === 'other')) return true;
  return lead.tokens.filter(({ kind }) => kind === 'year').length > 1;
}

/** 其中当年预算 …, of no line or budget; 项目已完成 230 个: perhaps a part that the tables do not have. */
export function isUnnamedPart(lead: Lead, kind: Quantity['kind'] | null): boolean {
  const named = lead.words('line').length + lead.words('block').length > 0;
  if (lead.words('ofWhich').length > 0 && !named) return true;
  // 完成购买服务项目 200 个
  const isOwn = ({ start }: { readonly start: number }) => start >= lead.clauseStart;
  const done = lead.words('measure').filter(({ means }) => means.measures.includes('executed'));
  return (
    kind === 'count' &&
    lead.listWord() === undefined &&
    (done.at(-1) === lead.last('measure') ? done.length > 0 : done.some(isOwn))
  );
}

/** 在教育领域，…: the line that a sentence begins with, in a clause of its own. */
export function topicOf(
  { text }: Signs,
  tokens: readonly Token[],
  start: number,
  end: number,
): Frame | null {
  const named = wordsOf(tokens, 'line').filter((word) => word.start >= start && word.end < end);
  const [line] = named;
  const isTopic =
    line !== undefined &&
    named.length === 1 &&
    /^(?:在|就)?$/.test(text.slice(start, line.start)) &&
    /^(?:类|领域|方面)?[上中内]?,$/.test(text.slice(line.end, end));
  return isTopic ? { ...noFrame, line: { form: line.means.form, line: line.means.line } } : null;
}

/** Whose figures follow is named: the whole, a line, a budget, what was bought. */
export function namesAnew(lead: Lead): boolean {
  return naming.some((kind) => lead.words(kind).length > 0);
}

/** 比 2018 年 …, 是 2015 年的 1.25 倍. */
export function isComparedWith({ text }: Signs, { start, end }: Token): boolean {
  return (
    '比较与同'.includes(text[start - 1] ?? ' ') ||
    /^(?:同期)?的(?:近|约|超过?)?[\d一二两三四五六七八九十.]+(?:多|余)?倍/.test(
      text.slice(end, end + 16),
    )
  );
}

/** 执行数、决算数均在 4 亿元以上: of each of several columns, and followed by theirs. */
export function isOfAllNamed(lead: Lead, { start, precision }: Quantity): boolean {
  if (precision !== 'over' && lead.last('precision')?.means.precision !== 'over') return false;
  const { text } = lead.signs;
  const columns = lead.words('measure').length;
  const names = lead.words('line').length + lead.words('block').length;
  return (
    Math.max(columns, names) > 1 &&
    /[均都](?:[在已达]|达到|超过?|突破)*$/.test(text.slice(start - 8, start))
  );
}

/** 新增项目 12 个: some of them, and neither what there was nor what there is. */
export function countsNew({ text }: Signs, clause: readonly Token[], { start }: Quantity): boolean {
  return wordsOf(clause, 'change').some(
    (word) =>
      word.end <= start &&
      word.means.says === 'other' &&
      !changeStarts.includes(text.slice(word.start, word.end)),
  );
}

/** Words of these kinds name whose figures follow. */
export const naming = ['subject', 'table', 'whole', 'line', 'block'] as const;

/** 三个特点 counts no part. */
export const abstracts =
  /^(?:特点|特征|方面|亮点|问题|数字|变化|层面|环节|阶段|关键|指标|数据|字|词|关键词|维度|角度)/;
