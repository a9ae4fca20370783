/** What does a heading, or the beginning of a sentence, name: a part of the whole, the whole, another time? */
import type { Understanding } from './certainty';
import type { TableTime } from './frame';
import { TimeFrame, wordsOf } from './frame';
import { numberingOf } from './sections';
import type { TopicSaid } from './sections';
import type { Signs } from './signs';
import type { Token } from './token';
import { noPlaces, officeEndings, partHeadings, placeEndings, planHeadings } from './words';

/** A sentence, or a heading. */
export interface Passage {
  readonly tokens: readonly Token[];
  readonly start: number;
  /** Where its stop stands, in signs. */
  readonly end: number;
  readonly understanding: Understanding;
}

const place = new RegExp(`\\p{Script=Han}{1,6}?(?:${placeEndings.join('|')})`, 'uy');
const small = /[【“"(]|在|截至|截止|目前|同时|此外|另外|其中/y;
/** 本级 is the tables' own. */
const ownLevel = '本级';
const longestOffice = 10;

/** Reads what passages of one text name. */
export class Openings {
  constructor(
    private readonly signs: Signs,
    private readonly time: TableTime,
    private readonly own: string,
  ) {}

  /** Whether a passage begins with the name of a part, or of the whole; null where with neither. */
  opens(passage: Passage): 'part' | 'whole' | null {
    const { text } = this.signs;
    const at = this.firstSign(passage);
    const token = passage.tokens.find((one) => one.end > at);
    place.lastIndex = at;
    const name = place.exec(text)?.[0] ?? '';
    const isPlace = name !== '' && !noPlaces.test(name);
    if (isPlace && this.own.includes(name)) return this.opensOffice(at, token) ? 'part' : 'whole';
    if (isPlace && !passage.understanding.isKnown(at, at + name.length)) return 'part';
    if (token === undefined) return null;
    if (this.opensOffice(at, token)) return 'part';
    if (token.start !== at || token.kind !== 'word') return null;
    if (this.isOther(token)) return 'part';
    return isOwnWhole(this.signs, token) ? 'whole' : null;
  }

  /** True where a heading names a part anywhere in it, or a plan. */
  headsPart({ tokens, start, end }: Passage): boolean {
    const isOther = tokens.some((token) => this.isOther(token));
    return isOther || partHeadings.test(this.signs.text.slice(start, end));
  }

  /** Of when a heading says that its section is. */
  timeOfHeading({ tokens, start, end }: Passage): TopicSaid['time'] {
    // When it was written: (2020 年 1 月 5 日).
    const isDate = /^\(?\d{4}年\d{1,2}月(?:\d{1,2}日)?\)?$/.test(this.signs.text.slice(start, end));
    if (isDate) return null;
    if (planHeadings.test(this.signs.text.slice(start, end))) return 'other';
    const periods = tokens
      .filter((token) => wordsOf([token], 'period').length > 0)
      .map((token) => this.stateOf(token));
    if (periods.includes('other')) return 'other';
    const years = this.years(tokens).map((token) => this.stateOf(token));
    if (years.length === 0) return null;
    return years.includes('ours') ? 'ours' : 'other';
  }

  /** True where a sentence says itself of which year it is. */
  namesYear({ tokens }: Passage): boolean {
    return this.years(tokens).length > 0;
  }

  /** The last year that begins a clause of a sentence; what follows it is of that year, too. */
  timeOfSentence({ tokens, start }: Passage): TopicSaid['time'] {
    const { text } = this.signs;
    const last = this.years(tokens)
      .filter((token) => {
        const from = Math.max(start, token.start - 12);
        const before = text.slice(from, token.start);
        const clause = before.slice(before.search(/[^,:;]*$/));
        const isFirst = clause.length < before.length || from === start;
        const bare = clause.slice(numberingOf(clause)?.length ?? 0);
        const isEvent = /^\d{1,2}月(?!底|末|份|3[01]日)/.test(text.slice(token.end, token.end + 6));
        return isFirst && !isEvent && /^(?:回顾|展望|在|截至|截止|到|面向|谋划)?$/.test(bare);
      })
      .at(-1);
    return last === undefined ? null : this.stateOf(last);
  }

  /** Years that are spoken of: not 比 2018 年, nor 自 2014 年以来. */
  private years(tokens: readonly Token[]): readonly Token[] {
    const { text } = this.signs;
    return tokens.filter((token) => {
      const isYear = token.kind === 'year' || wordsOf([token], 'relativeYear').length > 0;
      // Where the tables do not say of which year they are, none is another.
      if (!isYear || (token.kind === 'year' && this.time.fiscalYear === null)) return false;
      if ('比较与同'.includes(text[token.start - 1] ?? ' ')) return false;
      const isSince = /^(?:以来|起|至今|开始)/.test(text.slice(token.end, token.end + 2));
      return !isSince || this.stateOf(token) === 'ours';
    });
  }

  private stateOf(token: Token): 'other' | 'ours' {
    const frame = new TimeFrame(this.time);
    frame.take(token);
    return frame.isOfTables('budgeted') ? 'ours' : 'other';
  }

  /** Behind the number, the time and small words: 2019 年，濮阳县 …. */
  private firstSign({ tokens, start, end }: Passage): number {
    const { text } = this.signs;
    let at = start + (numberingOf(text.slice(start, end))?.length ?? 0);
    const last = tokens.at(-1)?.end ?? start;
    while (at < last) {
      const token = tokens.find((one) => one.start === at);
      small.lastIndex = at;
      if (token !== undefined && isTime(token)) at = token.end;
      else if (small.test(text)) at = small.lastIndex;
      else break;
    }
    return at;
  }

  /** 市教育局 …, unless it is the unit itself. */
  private opensOffice(at: number, token: Token | undefined): boolean {
    if (token === undefined || token.start - at > longestOffice || !this.isOther(token))
      return false;
    const name = this.signs.text.slice(at, token.end);
    return officeEndings.some((ending) => name.endsWith(ending)) && /^\p{Script=Han}+$/u.test(name);
  }

  /** A word of another unit, of some, or of what is still to come. */
  private isOther(token: Token): boolean {
    if (token.kind !== 'word' || token.means.kind !== 'aside') return false;
    if (token.means.reach === 'clause') return false;
    const { text } = this.signs;
    const word = text.slice(token.start, token.end);
    if (word === ownLevel) return false;
    return (
      !officeEndings.includes(word) || !this.own.includes(text.slice(token.start - 2, token.end))
    );
  }
}

/** 全市, 我市: all of it, and not 总体, which may be said of a part. */
export function isOwnWhole({ text }: Signs, token: Token): boolean {
  return (
    wordsOf([token], 'whole').length > 0 && /^[全我][^部]/.test(text.slice(token.start, token.end))
  );
}

function isTime(token: Token): boolean {
  if (token.kind === 'year') return true;
  if (token.kind === 'stop') return token.ends === 'clause';
  return wordsOf([token], 'relativeYear').length + wordsOf([token], 'period').length > 0;
}
