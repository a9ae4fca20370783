/** Is a sentence, or a number in it, of the tables at all? */
import { wordsOf } from './frame';
import type { Quantity } from './quantities';
import type { Signs } from './signs';
import type { Token } from './tokens';

/** What has more words and numbers without a full stop is a table or a list, and no sentence. */
const longestSentence = 1000;

/** True for a sentence about the services bought, or about the tables. */
export function isOfTables({ text }: Signs, tokens: readonly Token[]): boolean {
  const isOfficial = wordsOf(tokens, 'measure').some(({ means }) => means.official === true);
  // 购买基本公共服务项目: of the kinds of service that are bought.
  const isBought = wordsOf(tokens, 'line').some(
    ({ means, start }) => means.form === 'table2' && text.endsWith('购买', start),
  );
  return (
    isOfficial ||
    isBought ||
    wordsOf(tokens, 'subject').length > 0 ||
    wordsOf(tokens, 'table').length > 0
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

/** 预算超过 1000 万元的领域: a mark that other figures pass. */
export function isThreshold(
  { text }: Signs,
  tokens: readonly Token[],
  index: number,
  { precision, end }: Quantity,
): boolean {
  if (precision !== 'over' && precision !== 'under') return false;
  const next = tokens[index + 1];
  const isColumn = next?.kind === 'word' && next.means.kind === 'measure' && next.start <= end + 1;
  return text.startsWith('的', end) && !isColumn;
}
