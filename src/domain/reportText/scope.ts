/** Is a sentence, or a number in it, of the tables at all? */
import { wordsOf } from './frame';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './tokens';

/** What has more words and numbers without a full stop is a table or a list, and no sentence. */
const longestSentence = 1000;

/** Where a sentence first names the services bought, or the tables; infinity where it does not. */
export function subjectStart({ text }: Signs, tokens: readonly Token[]): number {
  const official = wordsOf(tokens, 'measure').filter(({ means }) => means.official === true);
  // 购买基本公共服务项目, 基本公共服务购买预算: of the kinds of service that are bought.
  const bought = wordsOf(tokens, 'line').filter(
    ({ means, start, end }) =>
      means.form === 'table2' && (text.endsWith('购买', start) || text.startsWith('购买', end)),
  );
  const named = [...wordsOf(tokens, 'subject'), ...wordsOf(tokens, 'table')];
  return Math.min(...[...official, ...bought, ...named].map(({ start }) => start));
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
