/**
 * Which figures of a report's text claim to be the tables', and which of them? Sentence by sentence, by what
 * each says: a number whose sentence speaks of something else, or has words between that the table does not
 * know, is left alone.
 */
import type { Claim } from './claim';
import { Headings } from './headings';
import type { TableTime } from './frame';
import { wordsOf } from './frame';
import type { UnboundQuantity } from './sentenceReader';
import { SentenceReader } from './sentenceReader';
import type { Signs } from './signs';
import type { Token } from './token';
import { textTables } from './textTables';
import { Topics } from './topics';
import { divisions } from './words';

/** What a text claims. */
export interface BoundText {
  /** By sentence. */
  readonly said: readonly (readonly Claim[])[];
  readonly unbound: readonly UnboundQuantity[];
  /** What those sentences claim that do not say that they are of the tables, if they are. */
  readonly unsaid: readonly UnsaidSentence[];
}

/** A sentence that does not say that it is of the tables. */
export interface UnsaidSentence {
  readonly claims: readonly Claim[];
  /** True where the sentence in front of it, or its heading, speaks of what was bought. */
  readonly isNear: boolean;
  /** The heading, by its number, under which it is an item of a list: one of them bears out the others. Null where it is none. */
  readonly listed: number | null;
}

/**
 * Binds the numbers of a text.
 *
 * @param own what names the reporting unit's own place
 */
export function bindClaims(
  signs: Signs,
  tokens: readonly Token[],
  time: TableTime,
  own: string,
): BoundText {
  const claimed: (readonly Claim[])[] = [];
  const unbound: UnboundQuantity[] = [];
  const unsaid: UnsaidSentence[] = [];
  const near = new Nearness();
  const headings = new Headings(signs);
  const topics = new Topics(signs, time, own);
  const said = { ...time, own };
  const dividedBy = new Divided();
  let before: SentenceReader | null = null;
  let isBehindParagraph = true;
  let sentence: Token[] = [];
  let start = 0;
  const end = (stop: number, endsParagraph: boolean): void => {
    const text = signs.text.slice(start, stop);
    const isOne = isItem(sentence, start, stop) && !divisions.test(text);
    const isBare = !isOne && wordsOf(sentence, 'subject').length === 0;
    const isDivision = isBehindParagraph && isBare && (dividedBy.isBelow || divisions.test(text));
    const place = {
      ...{ start, end: stop, isUnsaid: false, isDivision },
      headed: headings.before(sentence, endsParagraph),
      isOtherTopic: topics.before(sentence, start, stop, endsParagraph),
    };
    const joined = isDivision ? dividedBy.teller : isBehindParagraph && !isOne ? null : before;
    const reader: SentenceReader = new SentenceReader(signs, sentence, said, joined, place);
    reader.read();
    if (reader.claims.length > 0) claimed.push(reader.claims);
    unbound.push(...reader.unbound);
    if (!reader.isInScope) {
      const asOurs = { ...place, isUnsaid: true };
      const other = new SentenceReader(signs, sentence, said, null, asOurs);
      other.read();
      const listed = markAt(signs, start) !== '' ? near.headed : null;
      if (other.claims.length > 0) {
        unsaid.push({ claims: other.claims, isNear: near.isNear, listed });
      }
    }
    dividedBy.hear(reader, sentence, text, endsParagraph);
    near.hear(sentence, stop - start, endsParagraph);
    before = endsParagraph && !isOne ? null : reader;
    isBehindParagraph = endsParagraph;
    sentence = [];
  };
  /** How the items begin of what is listed line by line behind a colon; null outside of a list. */
  let list: string | null = null;
  const tables = textTables(signs, tokens, time, own);
  claimed.push(...tables.map(({ claims }) => claims));
  for (const token of tokens) {
    const table = tables.find((one) => token.start >= one.start && token.end <= one.end);
    if (table !== undefined) {
      start = table.end;
      continue;
    }
    if (token.kind !== 'stop' || token.ends === 'clause' || token.ends === 'segment') {
      sentence.push(token);
    } else if (isColumnHeading(signs, sentence, start, token)) {
      sentence.push({ ...token, ends: 'clause' });
    } else if (isBeforeAnswer(signs, sentence, token) || isBeforeItems(signs, sentence, token)) {
      sentence.push({ ...token, ends: 'clause' });
      if (signs.text[token.start] === '\n') list ??= markAt(signs, token.end);
    } else if (
      isBehindSemicolon(signs, token) ||
      (list !== null && isBetweenItems(signs, token, list))
    ) {
      sentence.push({ ...token, ends: 'segment' });
    } else {
      end(token.start, token.ends === 'paragraph');
      start = token.end;
      list = null;
    }
  }
  end(signs.text.length, true);
  return { said: claimed, unbound, unsaid };
}

/** 1.项目数。全市共计 236 个: a column that heads its sentence. */
function isColumnHeading(
  { text }: Signs,
  sentence: readonly Token[],
  start: number,
  stop: Token,
): boolean {
  const [column, ...others] = sentence;
  if (column?.kind !== 'word' || others.length > 0 || text[stop.start] !== '。') return false;
  const { means } = column;
  const isColumn = means.kind === 'measure' && means.official === true;
  const isBare = /^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?$/.test(
    text.slice(start, column.start),
  );
  return isColumn && isBare && column.end === stop.start;
}

/** 购买服务预算有多少？ asks for the figure behind it: one sentence with its answer, in the next paragraph, too, where it says 答. */
function isBeforeAnswer({ text }: Signs, sentence: readonly Token[], stop: Token): boolean {
  if (sentence.some(({ kind }) => kind === 'quantity')) return false;
  const sign = text[stop.start];
  const last = sentence.at(-1);
  if (sign === '?')
    return text[stop.end] !== '\n' || answer.test(text.slice(stop.end + 1, stop.end + 5));
  return (
    sign === '\n' && last?.kind === 'stop' && text[last.start] === '?' && last.end === stop.start
  );
}

/** 执行率：98.22% in a line of its own: it goes on with the line in front of it. */
function isItem(sentence: readonly Token[], start: number, end: number): boolean {
  const numbers = sentence.filter(({ kind }) => kind === 'quantity');
  return numbers.length === 1 && numbers[0]?.end === end && end - start <= longestItem;
}

/** Does the sentence in front of one, or its heading, speak of what was bought? */
class Nearness {
  private heading = false;
  private headings = 0;
  private sentence: boolean | null = null;

  get isNear(): boolean {
    return this.heading || this.sentence === true;
  }

  /** The number of the heading that speaks of it; null where it does not. */
  get headed(): number | null {
    return this.heading ? this.headings : null;
  }

  /** Takes a sentence, of so many signs. */
  hear(sentence: readonly Token[], length: number, endsParagraph: boolean): void {
    if (length === 0) return;
    const names = wordsOf(sentence, 'subject').length + wordsOf(sentence, 'table').length > 0;
    const isOther = wordsOf(sentence, 'aside').length > 0;
    const isOurs = names && !isOther;
    const isAlone = endsParagraph && this.sentence === null;
    const isHeading =
      isAlone && length <= longestItem && !sentence.some(({ kind }) => kind === 'quantity');
    if (isHeading) {
      this.heading = isOurs;
      this.headings += 1;
    }
    this.sentence = endsParagraph ? null : isOurs || (this.sentence === true && !isOther);
  }
}

/** Which sentence do the next paragraphs divide: 分领域看，…; or below a heading, 分服务领域情况? */
class Divided {
  /** The last sentence with a number. */
  teller: SentenceReader | null = null;
  /** True directly below such a heading. */
  isBelow = false;

  hear(
    reader: SentenceReader,
    sentence: readonly Token[],
    text: string,
    endsParagraph: boolean,
  ): void {
    if (text === '') return;
    const tells = sentence.some(({ kind }) => kind === 'quantity');
    if (tells) this.teller = reader;
    this.isBelow = !tells && endsParagraph && text.length <= longestItem && dividing.test(text);
  }
}

const dividing =
  /(?:领域|种类|类别|类型|(?:资金|预算|经费)来源|资金性质)(?:情况|分布|构成|结构|分类|划分|看|分)?:?$/;

/** A heading, or a name with its figure in a line, has no more signs. */
const longestItem = 40;

/** 购买服务预算：, and each of its figures in a line of its own. */
function isBeforeItems({ text }: Signs, sentence: readonly Token[], stop: Token): boolean {
  const isListed = listed.test(text.slice(stop.start - longestListed, stop.start));
  if (!isListed && sentence.some(({ kind }) => kind === 'quantity')) return false;
  return (
    text[stop.start] === '\n' &&
    text[stop.start - 1] === ':' &&
    item.test(text.slice(stop.end, stop.end + longestLine)) &&
    !itemHeading.test(text.slice(stop.end, stop.end + longestItem))
  );
}

/** （一）一般公共预算。项目 …: a heading of its own. */
const itemHeading = /^[(]?[一二三四五六七八九十\d]{1,2}[)、.]\p{Script=Han}{2,16}。/u;

/** 预算 41528.12 万元，分项如下: what is divided goes on in its items. */
const listed = /(?:如下|分别为|分别是|其中|包括):$/;
const longestListed = 5;

/** A line that ends so goes on in the next one. */
function isBehindSemicolon({ text }: Signs, stop: Token): boolean {
  return text[stop.start] === '\n' && text[stop.start - 1] === ';' && text[stop.end] !== '\n';
}

function isBetweenItems(signs: Signs, stop: Token, mark: string): boolean {
  const { text } = signs;
  return (
    markAt(signs, stop.end) === mark &&
    text[stop.start] === '\n' &&
    !/[。!?]/.test(text[stop.start - 1] ?? '') &&
    item.test(text.slice(stop.end, stop.end + longestLine))
  );
}

/** How an item begins: ● or 1 or (一, with 1 for every numeral; empty where a line is none. */
function markAt({ text }: Signs, start: number): string {
  const [, mark = ''] =
    /^([●○■□◆◇▲△★☆►▶·•*—–-]|[(]?(?:\d{1,2}|[一二三四五六七八九十])(?=[)、.]))/.exec(
      text.slice(start, start + 4),
    ) ?? [];
  return mark.replace(/\d+/, '1').replace(/[一二三四五六七八九十]/, '一');
}

/** Signs of a line, with its mark, that may be one of such a list. */
const longestLine = 100;

/** A line of such a list. */
const item =
  /^(?:[●○■□◆◇▲△★☆►▶·•*—–-]+|[(]?(?:\d{1,2}|[一二三四五六七八九十])[)、.])[^\n]{1,80}(?:\n|$)/;

const answer = /^[^\p{Script=Han}\n]{0,2}答/u;
