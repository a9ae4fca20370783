/**
 * Does all that stands around a number say something the table of words knows? Where it does not, it is not
 * certain which figure is meant: 已验收合格的 …, 面向老年人的 ….
 */
import type { Signs } from './signs';
import type { Token } from './tokens';
import { doubtfulWords, plainPattern } from './words';

/**
 * The first piece of text in a number's clause that no word of the table and no plain word accounts for; null
 * where there is none.
 *
 * @param index of the number among the tokens
 */
export function unknownWords(
  signs: Signs,
  tokens: readonly Token[],
  index: number,
  own: string,
): string | null {
  const number = tokens[index];
  if (number === undefined) return null;
  let first = index;
  while (!parts(tokens[first - 1])) first -= 1;
  let last = index;
  while (!parts(tokens[last + 1])) last += 1;
  // The sentence's own tokens do not hold the stops around it.
  const { text } = signs;
  const ends = /[。!?\n]/g;
  ends.lastIndex = number.end;
  const until = tokens[last + 1]?.start ?? ends.exec(text)?.index ?? text.length;
  let at = tokens[first - 1]?.end ?? text.slice(0, tokens[first]?.start).search(/[^。!?\n]*$/);
  const doubtful = doubtfulWords.find((word) => text.slice(at, until).includes(word));
  if (doubtful !== undefined) return doubtful;
  for (const token of [...tokens.slice(first, last + 1), null]) {
    const piece = text.slice(at, Math.max(at, token?.start ?? until));
    const unknown = withoutPlain(piece, own);
    if (unknown !== null) return unknown;
    at = Math.max(at, token?.end ?? until);
  }
  return null;
}

/**
 * True where the clause in front of a stop counts something that is no figure of the tables, and the table of words
 * does not know what: 保洁面积 126 万平方米, …. What follows may be of that.
 *
 * @param clauseStart in signs
 */
export function countsOther(
  { text }: Signs,
  tokens: readonly Token[],
  clauseStart: number,
  stop: Token,
  own: string,
): boolean {
  const clause = tokens.filter(({ start, end }) => start >= clauseStart && end <= stop.start);
  let at = clauseStart;
  let rest = '';
  for (const token of [...clause, stop]) {
    rest += ` ${text.slice(at, Math.max(at, token.start))}`;
    at = Math.max(at, token.end);
  }
  return /\d/.test(rest) && withoutPlain(rest, own) !== null;
}

function parts(token: Token | undefined): boolean {
  return token === undefined || (token.kind !== 'word' && token.kind !== 'year');
}

/** Names of the unit's own place are known, too. */
function withoutPlain(piece: string, own: string): string | null {
  const rest = piece.replace(plainPattern, ' ').split(/[^\p{Script=Han}A-Za-z]+/u);
  return rest.find((word) => word !== '' && !own.includes(word)) ?? null;
}
