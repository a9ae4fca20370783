/**
 * Is a sentence understood wholly? A figure is said to be wrong only where every sign of its sentence, from its beginning to
 * the end of the figure's clause, is a word of the table, a number or one of a closed list of words that change nothing.
 * 面向老年人的 …, 已验收合格的 …: of what has such a word nothing is said to be wrong, whatever the word is.
 */
import { wordsOf } from './frame';
import type { Signs } from './signs';
import type { Token } from './token';
import {
  attachedPattern,
  noFigures,
  doubtfulWords,
  plainPattern,
  reasons,
  remarkPattern,
  restrictingStarts,
  selections,
} from './plainWords';

/** Signs in which a clause says that it is a reason. */
const longestReason = 40;

/** A piece of text that nothing accounts for. */
interface Unknown {
  readonly start: number;
  readonly end: number;
}

/** What of one sentence is not understood. */
export class Understanding {
  /** In the order in which they stand. */
  private readonly unknown: readonly Unknown[];
  /** Of these, words that may say of which stage or part. */
  private readonly doubtful: readonly Unknown[];

  /**
   * @param tokens of the sentence
   * @param start where it begins, in signs
   * @param end where its stop stands
   * @param own what names the reporting unit's own place: known, too
   */
  constructor(
    private readonly signs: Signs,
    private readonly tokens: readonly Token[],
    start: number,
    end: number,
    own: string,
  ) {
    const found: Unknown[] = [];
    let at = start;
    for (const token of [...tokens, null]) {
      const until = Math.max(at, token?.start ?? end);
      const piece = signs.text.slice(at, until);
      const word = unknownIn(piece, own, behind(token, signs));
      if (word !== null) found.push({ start: at + word.start, end: at + word.end });
      at = Math.max(at, token?.end ?? end);
    }
    this.doubtful = [
      ...placesOf(doubtfulWords, signs.text.slice(start, end), start),
      ...selectionsIn(signs.text.slice(start, end), start, tokens),
      ...groupsIn(signs.text.slice(start, end), start),
    ].filter((one) => !isPassed(one, tokens));
    this.unknown = [...found, ...this.doubtful].sort((a, b) => a.start - b.start);
  }

  /** True where nothing unknown begins in a stretch of the sentence. */
  isKnown(from: number, until: number): boolean {
    return !this.unknown.some(({ start }) => start >= from && start < until);
  }

  /**
   * True where all is understood that may say which figure a number is.
   *
   * @param index of the number among the tokens
   */
  isWhole(index: number): boolean {
    const [first] = this.unknown;
    if (first === undefined) return true;
    return first.start >= this.endOfClause(index) && !this.isRestricted(index);
  }

  /**
   * From where on all is understood that may say which figure a number is; -1 where all of the sentence is, `Infinity` where what
   * follows says of which part it is. Behind the number itself where something unknown stands behind it in its clause.
   *
   * @param index of the number among the tokens
   */
  knownSince(index: number): number {
    if (this.isWhole(index)) return -1;
    if (this.isRestricted(index)) return Infinity;
    const end = this.endOfClause(index);
    return this.unknown.findLast((one) => one.start < end)?.end ?? -1;
  }

  /** True where a word that may say of which stage or part stands in front of a place. */
  isDoubtful(until: number): boolean {
    return this.doubtful.some(({ start }) => start < until);
  }

  private endOfClause(index: number): number {
    const number = this.tokens[index];
    // 教育 3 个、其他 14 个
    if (number?.kind === 'quantity' && this.signs.text[number.end] === '、') return number.end;
    let last = index;
    while (!parts(this.tokens[last + 1])) last += 1;
    return this.tokens[last + 1]?.start ?? Infinity;
  }

  /** …，均为养老服务: what follows says that only a part was meant. */
  private isRestricted(index: number): boolean {
    let next = index + 1;
    while (this.tokens[next] !== undefined && this.tokens[next]?.kind !== 'stop') next += 1;
    const stop = this.tokens[next];
    if (stop?.kind !== 'stop' || stop.ends !== 'clause') return false;
    if (!restrictingStarts.test(this.signs.text.slice(stop.end, stop.end + 4))) return false;
    if (reasons.test(this.signs.text.slice(stop.end, stop.end + longestReason))) return false;
    const end = this.endOfClause(next);
    return this.unknown.some((one) => one.start >= stop.end && one.start < end);
  }
}

/**
 * True where a clause counts something that is no figure of the tables, and the table of words does not know what: 保洁面积 126
 * 万平方米, …. What follows may be of that.
 *
 * @param tokens of the clause
 * @param start where it begins, in signs
 */
export function countsOther(
  { text }: Signs,
  tokens: readonly Token[],
  start: number,
  stop: Token,
  own: string,
): boolean {
  let at = start;
  let rest = '';
  for (const token of [...tokens, stop]) {
    rest += ` ${text.slice(at, Math.max(at, token.start))}`;
    at = Math.max(at, token.end);
  }
  // 1. numbers the clause.
  const bare = rest.trimStart().replace(numbering, '');
  return /\d/.test(bare) && unknownIn(bare, own, 'nothing') !== null;
}

function parts(token: Token | undefined): boolean {
  return token === undefined || (token.kind !== 'word' && token.kind !== 'year');
}

/** What stands behind a piece of text: 养老预算, 大项目 may be a part, 最大，为 is none. */
type Behind = 'noun' | 'name' | 'nothing';

const nouns = ['subject', 'measure', 'money'] as const;
const names = ['rate', 'share', 'line', 'block', 'sum'] as const;

function behind(token: Token | null, { text }: Signs): Behind {
  if (token === null) return 'nothing';
  const isNoun = nouns.some((kind) => wordsOf([token], kind).length > 0);
  if (isNoun && noFigures.test(text.slice(token.end, token.end + longestNoFigure)))
    return 'nothing';
  if (isNoun) return 'noun';
  const isName =
    token.kind === 'quantity' || names.some((kind) => wordsOf([token], kind).length > 0);
  return isName ? 'name' : 'nothing';
}

const longestNoFigure = 8;

const patterns: Readonly<Record<Behind, RegExp>> = {
  noun: attachedPattern,
  name: plainPattern,
  nothing: remarkPattern,
};

/** 1. and (2): how a list is numbered. */
const numbering = /^(?:[一二三四五六七八九十\d]{1,2})(?=$|[.、](?!\d))/;

/** 审核类; 各类, 两类, 此类 name none. 已公开的, 调整: some of them. */
const kindOfService =
  /[^各两几多三四五六七八九十此该这本大分同种一二服务\s]类的?$|(?:公开|入库|调整|规范|优化|完善|核实|整改|推广)的?$/u;

/** The first piece that no word accounts for. */
function unknownIn(piece: string, own: string, what: Behind): Unknown | null {
  const blank = (word: string) => ' '.repeat(word.length);
  const bare = piece.replace(numbering, blank);
  // Only what stands directly in front of a word can say of which: 规模大，预算 ….
  const attached = what === 'nothing' ? bare.length : bare.search(/[^,;:、()"“”【】《》]*$/);
  // 审核类购买服务: of a kind, whatever the word says elsewhere.
  const kind = what === 'noun' ? kindOfService.exec(bare) : null;
  if (kind !== null) return { start: kind.index, end: bare.length };
  const free = bare.slice(0, attached).replace(patterns.nothing, blank);
  const rest = free + bare.slice(attached).replace(patterns[what], blank);
  for (const { 0: word, index } of rest.matchAll(/[\p{Script=Han}A-Za-z\d]+/gu)) {
    if (!own.includes(word)) return { start: index, end: index + word.length };
  }
  return null;
}

/** 前三的领域共有项目 120 个: which they are is not said; where a line is named in front of the number, it is. */
function selectionsIn(text: string, from: number, tokens: readonly Token[]): readonly Unknown[] {
  return placesOf(selections, text, from).filter(({ end }) => {
    const behind = tokens.filter(({ start }) => start >= end);
    const number = behind.findIndex(({ kind }) => kind === 'quantity');
    return wordsOf(behind.slice(0, Math.max(0, number)), 'line').length === 0;
  });
}

/** 行政单位全年 …, 上述单位共 …: what some of them bought; 各单位共 … is of all. */
const group =
  /(\p{Script=Han}{0,6}(?:单位|机关|部门|系统)|全局|全系统)(?:全年|今年|当年|上半年|\d{4}年|共|合计|累计|总计|实施|开展|完成|(?:政府)?购买(?:公共)?服务项目)/gu;

function groupsIn(text: string, from: number): readonly Unknown[] {
  return [...text.matchAll(group)]
    .filter(([, named = '']) => !ofAllGroups.test(named))
    .map(({ index, 1: named = '' }) => ({ start: from + index, end: from + index + named.length }));
}

/** All of them; those who lead; and those who are only counted. */
const ofAllGroups = /[各每]|所有|财政|涉及|涵盖|覆盖|统计系统|信息系统|管理系统|一体化系统/;

/** True in a clause or a word that is there to say nothing, or in one of the whole: 依据各县区上报的汇总表, 市本级及各县区. */
function isPassed({ start, end }: Unknown, tokens: readonly Token[]): boolean {
  const passing = [...wordsOf(tokens, 'nothing'), ...wordsOf(tokens, 'whole')];
  return passing.some((token) => token.start <= start && end <= token.end);
}

/** Where words first stand in a text that begins at a place. */
function placesOf(words: readonly string[], text: string, from: number): readonly Unknown[] {
  return words.flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [{ start: from + at, end: from + at + word.length }];
  });
}
