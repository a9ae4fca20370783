/** Which column is a number of? The one that its words name, or the one before where they name none. */
import type { Measure } from '../forms/terms';
import { amountMeasures } from '../forms/terms';
import type { WordToken } from './frame';
import type { Lead } from './lead';
import type { ListedItem } from './lists';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './token';
import { plainPattern } from './plainWords';
import { countFollowers } from './words';

/** Columns that a number may be of. */
export interface Columns {
  readonly measures: readonly Measure[];
  /** False where the sentence does not say which column is meant. */
  readonly isFirm: boolean;
}

/** What a sentence has said before a number. */
export interface SaidBefore {
  /** Columns that the last amount, or count, was of. */
  readonly measures: readonly Measure[];
  /** Those of the last amount. */
  readonly amounts: readonly Measure[];
  readonly lastKind: Quantity['kind'] | null;
  /** True where projects have been counted in the sentence. */
  readonly hasCounted: boolean;
  /** True within brackets. */
  readonly isInBrackets: boolean;
  /** True behind a number. */
  readonly isBehindNumber: boolean;
  /** True behind a mark that was passed: 突破 4 亿元，达 41528.12 万元. */
  readonly isBehindMark: boolean;
  /** True behind a difference: 比年初增加 500 万元，达到 41528.12 万元. */
  readonly isBehindChange: boolean;
}

/** What was planned. */
export const planned: Columns = { measures: ['budgeted'], isFirm: true };

const firm = (...measures: readonly Measure[]): Columns => ({ measures, isFirm: true });

/** The column of an amount that its lead names, the nearest; the ones before where only lines or budgets are. */
export function columnsOfAmount(
  lead: Lead,
  { start }: Quantity,
  before: SaidBefore,
): Columns | null {
  const named = lead
    .words('measure')
    .filter(({ means }) => !means.measures.includes('projectCount'));
  const nearest = named.at(-1);
  const anchor = lead.anchorAfter(nearest?.end ?? -1, isAfterFigure(before));
  const from = anchor?.end ?? nearest?.end;
  if (from === undefined || !lead.isReached(from, start)) {
    // 教育 3 个、691.45 万元; (691.45 万元)
    const isBare = lead.tokens.length === lead.words('precision').length;
    const isDirect = isBare && lead.isClose(lead.clauseStart, start);
    const follows =
      before.isInBrackets ||
      before.lastKind === 'count' ||
      before.lastKind === 'percent' ||
      (before.isBehindMark && /^(?:[现已]|最终)?[达为]/.test(lead.behindStart())) ||
      (before.isBehindChange && /^(?:总额|总量|规模)?[达为升增降减]/.test(lead.behindStart()));
    return nearest === undefined && isDirect && follows ? columnsBefore(before) : null;
  }
  if (nearest === undefined) return budgetOfRate(lead) ?? columnsBefore(before);
  if (isSpent(lead, nearest)) return firm('executed', 'budgeted');
  const measures = measuresAround(lead, nearest);
  // 教育支出, 一般公共预算支出: the label's own 支出, or the column.
  const isLabelled =
    lead.signs.text.slice(nearest.start, nearest.end) === '支出' &&
    [...lead.words('line'), ...lead.words('block')].some(({ end }) => end === nearest.start);
  const amounts = amountsOf(before);
  if (!isLabelled || amounts.length === 0) return firm(...measures);
  const either = [...new Set([...amounts, ...measures])];
  // 购买服务预算 3275.3 万元，一般公共服务支出 5.2 亿元: perhaps all that was spent, not only on what was bought.
  const isOfMore = !amounts.includes('executed') && lead.words('subject').length === 0;
  return { measures: either, isFirm: !(isOfMore && before.isBehindNumber) };
}

/** 累计执行政府购买服务预算 40790.51 万元: what was spent of it, or it. */
function isSpent(lead: Lead, nearest: WordToken<'measure'>): boolean {
  const spent = lead.words('measure').at(-2);
  if (spent?.means.measures.join() !== 'executed' || spent.start < lead.clauseStart) return false;
  const between = lead.signs.text.slice(spent.end, nearest.start);
  return nearest.means.measures.join() === 'budgeted' && boughtOnly.test(between);
}

const boughtOnly =
  /^了?(?:[全我][省市县区])?(?:政府)?(?:向社会力量)?购买(?:公共)?服务的?(?:项目|资金|年度)?$/;

/** 购买服务支出由预算安排：教育 …: a clause in front that names several columns leaves open which is meant. */
function measuresAround(lead: Lead, nearest: WordToken<'measure'>): readonly Measure[] {
  if (nearest.end > lead.clauseStart) return nearest.means.measures;
  const { text } = lead.signs;
  const isBeside = ({ start, means }: WordToken<'measure'>) =>
    isNoCount(means.measures) && !/[,;:]/.test(text.slice(start, nearest.start));
  const named = lead.words('measure').filter(isBeside);
  return [...new Set(named.reverse().flatMap(({ means }) => means.measures))];
}

/** The columns that were spoken of last; any where none was. */
export function columnsBefore(before: SaidBefore): Columns {
  const measures = amountsOf(before);
  return measures.length > 0 ? firm(...measures) : { measures: amountMeasures, isFirm: false };
}

/** 预算 691.45 万元、项目 3 个，公共安全 …: of the column of the amount in front. */
function amountsOf({ measures, amounts }: SaidBefore): readonly Measure[] {
  const ofNow = measures.filter((measure) => measure !== 'projectCount');
  return ofNow.length > 0 ? ofNow : amounts;
}

function isAfterFigure({ isBehindNumber, measures }: SaidBefore): boolean {
  return isBehindNumber && measures.length > 0;
}

/** 完成年度预算 41528.12 万元的 98%: the number is the budget. */
function budgetOfRate(lead: Lead): Columns | null {
  const rate = lead.last('rate');
  const text = lead.signs.text.slice(rate?.start ?? 0, rate?.end ?? 0);
  return /预算(?:数|的)?$/.test(text) ? firm('budgeted') : null;
}

/** 41528.12 万元的预算, 41528.12 万元 (预算数): the column is named behind. */
export function columnBehind(
  { text }: Signs,
  tokens: readonly Token[],
  index: number,
): (Columns & { readonly isJoined: boolean }) | null {
  const number = tokens[index];
  const opened = tokens[index + 1];
  const isBracket = opened?.kind === 'bracket' && opened.opens;
  const described = describedBehind(text, tokens, index);
  if (described !== null) return described;
  const next = tokens[index + (isBracket ? 2 : 1)];
  if (number === undefined || next?.kind !== 'word' || next.means.kind !== 'measure') return null;
  if (next.means.measures.includes('projectCount')) return null;
  const between = text.slice(isBracket ? opened.end : number.end, next.start);
  // 691.45 万元预算执行 693.92 万元
  const isParted =
    text.startsWith('预算执行', next.start) && tokens[index + 2]?.kind === 'quantity';
  if (isParted && between === '') return { ...planned, isJoined: false };
  const isClosed = !isBracket || text[next.end] === ')';
  const isBehind = isClosed && (between === '' || (between === '的' && !isBracket));
  return isBehind ? { ...firm(...next.means.measures), isJoined: between === '的' } : null;
}

/** 41528.12 万元预算、40790.51 万元执行: the column in front stands directly behind the number before, and is its own. */
export function isColumnOfLast(tokens: readonly Token[], index: number, lead: Lead): boolean {
  const [column, ...others] = lead.words('measure');
  const number = tokens.slice(0, index).findLast(({ kind }) => kind === 'quantity');
  if (column === undefined || others.length > 0 || column.start !== number?.end) return false;
  return /^[、和及与,]$/.test(lead.signs.text.slice(column.end, tokens[index]?.start));
}

/** 一般公共预算 35956.49 万元，执行 35051.16 万元: what was spent follows, so that the first is what was planned. */
export function isSpentNext(tokens: readonly Token[], index: number): boolean {
  const [stop, next, number] = tokens.slice(index + 1, index + 4);
  const isClause = stop?.kind === 'stop' && stop.ends === 'clause';
  if (!isClause || next?.kind !== 'word' || !isColumn(next, 'executed')) return false;
  const isNumber =
    number?.kind === 'quantity' || (number?.kind === 'word' && number.means.kind === 'precision');
  return isNumber && next.start - stop.end <= longestAdverb;
}

/** 已, 实际, 全年. */
const longestAdverb = 2;

function isColumn({ means }: Extract<Token, { kind: 'word' }>, column: Measure): boolean {
  return means.kind === 'measure' && means.measures.join() === column;
}

/** 41528.12 万元的政府购买服务预算, 40790.51 万元购买服务资金已执行: what the number describes. */
function describedBehind(text: string, tokens: readonly Token[], index: number) {
  const number = tokens[index];
  if (number === undefined) return null;
  let at = number.end;
  let hasSubject = false;
  for (const token of tokens.slice(index + 1)) {
    const between = text.slice(at, token.start).replace(plainPattern, '');
    if (token.kind !== 'word' || between !== '') return null;
    const { kind } = token.means;
    at = token.end;
    if (kind === 'subject') hasSubject = true;
    else if (kind === 'measure' && hasSubject) {
      const { measures } = token.means;
      return measures.includes('projectCount') ? null : { ...firm(...measures), isJoined: true };
    } else if (!['whole', 'period', 'money', 'relativeYear'].includes(kind)) return null;
  }
  return null;
}

/** 教育 691.45 万元、公共安全 80.6 万元，均为预算数: the column that a sentence names last, for all before. */
export function columnOfAll({ text }: Signs, tokens: readonly Token[]): Columns | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.means.kind !== 'measure') continue;
    const before = text.slice(Math.max(0, token.start - 16), token.start);
    const next = tokens[at + 1];
    const isLast = next === undefined || next.kind === 'stop' || next.kind === 'bracket';
    const isAmount = !token.means.measures.includes('projectCount');
    const isSaid =
      /(?:均|都|皆|全部|以上|上述)(?:数据|金额|各项|数字)?(?:均|都|皆)?[为系是指]$/.test(before);
    if (isAmount && isLast && isSaid && token.end - (next?.start ?? token.end) === 0) {
      return firm(...token.means.measures);
    }
  }
  return null;
}

/** 按决算数计算, 从预算数看: the column that a sentence names first, for all behind. */
export function basisOf({ text }: Signs, tokens: readonly Token[]): Columns | null {
  for (const token of tokens) {
    if (token.kind === 'quantity') return null;
    if (token.kind !== 'word' || token.means.kind !== 'measure') continue;
    const before = text.slice(Math.max(0, token.start - 2), token.start);
    const isBasis =
      /(?:按|按照|以|从)$/.test(before) &&
      /^(?:情况|数据)?(?:来)?(?:计算|统计|口径|计|衡量|为准|上?看|反映)/.test(
        text.slice(token.end, token.end + 6),
      );
    // 决算反映, …
    const isShowing =
      token === tokens[0] &&
      /^(?:(?:数据)?(?:反映|显示|表明)|,)/.test(text.slice(token.end, token.end + 4));
    if ((isBasis || isShowing) && isNoCount(token.means.measures))
      return firm(...token.means.measures);
  }
  return null;
}

/** 支出总额 is 执行数, unless the sentence says that it goes by 决算. */
export function spentOn(lead: Lead, basis: Columns | null, named: Columns): Columns {
  const word = lead.words('measure').at(-1);
  const text = lead.signs.text.slice(word?.start ?? 0, word?.end ?? 0);
  if (basis === null || !/^(?:总|资金|累计|实际)?(?:支出|列支|开支)/.test(text)) return named;
  return { ...named, measures: [...new Set([...basis.measures, ...named.measures])] };
}

function isNoCount(measures: readonly Measure[]): boolean {
  return !measures.includes('projectCount');
}

/**
 * True where a count is one of projects.
 *
 * @param isListed whether it is given to a name of a list
 */
export function countsProjects(
  lead: Lead,
  { start, end }: Quantity,
  isListed: boolean,
  before: SaidBefore,
): boolean {
  const rest = lead.signs.text.slice(end, end + 10);
  if (/^(?:政府购买服务|购买服务|服务)?项目/.test(rest)) return true;
  // 涉及单位 86 个
  if (/(?:单位|部门)(?:为|有|共|达|共有|共计)?$/.test(lead.signs.text.slice(start - 4, start)))
    return false;
  const nearest = lead
    .words('measure')
    .filter(({ means }) => means.measures.includes('projectCount'))
    .at(-1);
  // 项目净增 12 个，达到 236 个
  const isReached =
    before.isBehindChange && /^(?:总数|总量)?[达为升增降减]/.test(lead.behindStart());
  if (isReached && lead.tokens.length === 0 && before.measures.includes('projectCount'))
    return true;
  if (nearest !== undefined && isOnlyDone(lead, nearest)) return false;
  const named = lead.anchorAfter(nearest?.end ?? -1, isAfterFigure(before));
  const from = named?.end ?? nearest?.end;
  if (isListed) return nearest !== undefined || before.measures.includes('projectCount');
  if (from === undefined || !lead.isReached(from, start)) return false;
  if (nearest !== undefined || before.hasCounted) return true;
  // 技术性服务 89 个，购买服务预算 …: at the head of a sentence.
  const isHead = !before.isBehindNumber && lead.words('measure').length === 0;
  return (
    lead.words('line').length + lead.words('block').length > 0 &&
    (isHead || lead.words('subject').length > 0)
  );
}

/** 涉及单位 86 个, 出台制度 12 项: of something else. */
const otherCounted =
  /(?:单位|部门|县区|乡镇|机构|主体|企业|组织|人员|文件|制度|办法|合同|岗位|领域|种类|类别|品目|目录)(?:为|有|共|达|共有|共计|达到|数)?$/;

/** 购买服务累计 236 个: most likely of projects. */
export function countsServices(lead: Lead, { start }: Quantity): boolean {
  const subject = lead.last('subject');
  if (otherCounted.test(lead.signs.text.slice(Math.max(0, start - 6), start))) return false;
  if (lead.words('measure').length > 0) return false;
  if (subject !== undefined) return lead.isReached(subject.end, start);
  // 购买服务预算 41528.12 万元，共 236 个
  return (
    lead.tokens.length === 0 &&
    /^(?:总?共|共?计|合计|总计)$/.test(lead.signs.text.slice(lead.clauseStart, start))
  );
}

/** 按期完成的购买服务项目, 已支付的项目: those that something was done with, and not all. */
function isOnlyDone(lead: Lead, { start }: { readonly start: number }): boolean {
  const done = lead.words('measure').filter(({ end }) => end <= start);
  const last = done.at(-1);
  if (last?.means.measures.includes('executed') !== true) return false;
  const { text } = lead.signs;
  // 由一般公共预算列支的购买服务项目: all that it pays for.
  const isPaidBy = lead.words('block').some(({ end }) => end === last.start);
  return !isPaidBy && /^的(?:政府)?(?:购买服务)?$/.test(text.slice(last.end, start));
}

/** True where nothing else than projects is counted by what follows. */
export function isCountEnded({ text, offsets }: Signs, { end }: Quantity): boolean {
  const rest = text.slice(end, end + 10);
  // 项目:236 个 预算:41528.12 万元
  const isSpaced = (offsets[end] ?? 0) > (offsets[end - 1] ?? 0) + 1;
  return (
    (isSpaced && /^[\p{Script=Han}]{2,4}[:为]/u.test(rest)) ||
    /^(?:[,。;、:)(\n\t!?\d]|$)/.test(rest) ||
    countFollowers.some((word) => rest.startsWith(word))
  );
}

/** Null where a count is given to a column of amounts, or the other way round. */
export function columnsOfItem(
  { measures }: Extract<ListedItem, { kind: 'measure' }>,
  { kind }: Quantity,
): Columns | null {
  return measures.includes('projectCount') === (kind === 'count')
    ? { measures, isFirm: true }
    : null;
}

/** 安排购买服务项目 236 个、资金 41528.12 万元: what was done with what is counted says of which column the amount is. */
export function doneColumns(lead: Lead): readonly Measure[] | null {
  const counted = lead.last('measure');
  const done = lead
    .words('measure')
    .find(
      ({ end, means }) =>
        isOfAmounts(means.measures) &&
        isSubject(lead.signs.text.slice(end, Math.max(end, counted?.start ?? Infinity))),
    );
  return done?.means.measures ?? null;
}

/** 安排购买服务项目: what is bought, and nothing else. */
function isSubject(text: string): boolean {
  return /^(?:政府)?(?:购买服务)?$/.test(text);
}

function isOfAmounts(measures: readonly Measure[]): boolean {
  return !measures.includes('projectCount');
}

export const projects: Columns = { measures: ['projectCount'], isFirm: true };
