/**
 * Does what stands in front of a sentence speak of something else than of all that was bought? 养老服务供给不断优化。全年购买服务项目
 * 12 个 tells of one service, though its second sentence says nothing of it.
 */
import { Understanding } from './certainty';
import type { TableTime } from './frame';
import { wordsOf } from './frame';
import { isOfProcedure } from './introductions';
import type { Passage } from './openings';
import { Openings, isOwnWhole } from './openings';
import type { TopicSaid } from './sections';
import { Sections, nothingSaid, numberingOf } from './sections';
import type { Signs } from './signs';
import type { Token } from './token';

/** A heading has no more signs. */
const longestHeading = 40;

const otherOffice =
  /(?:来自|由|经|据|在|与)((?![各全本我])\p{Script=Han}{2,4}?[县区市镇乡])(?:财政局|财政所|人民政府|管委会)/u;

/** What the sentences of a paragraph have said so far; `whole`: one of them begins with 全市. */
type ParagraphSaid = Pick<TopicSaid, 'time'> & { readonly topic: TopicSaid['topic'] | 'whole' };

/** Follows what a text speaks of, sentence by sentence. */
export class Topics {
  private readonly sections = new Sections();
  private readonly openings: Openings;
  private paragraph: ParagraphSaid = nothingSaid;
  /** Sentences of the paragraph so far. */
  private sentences = 0;
  private hasFigures = false;
  /** True where its last sentence begins with 回顾 or 展望. */
  private looksElsewhere = false;
  /** What the title says; null in front of it. */
  private title: TopicSaid | null = null;

  constructor(
    private readonly signs: Signs,
    time: TableTime,
    private readonly own: string,
  ) {
    this.openings = new Openings(signs, time, own);
  }

  /**
   * True where a sentence that does not say of what or when it is may be of something else.
   *
   * @param start where it begins, in signs
   * @param end where its stop stands
   */
  before(tokens: readonly Token[], start: number, end: number, endsParagraph: boolean): boolean {
    let isOther = false;
    if (end > start) {
      const understanding = new Understanding(this.signs, tokens, start, end, this.own);
      const passage = { tokens, start, end, understanding };
      const isHeading = this.isHeading(passage, endsParagraph);
      if (isHeading) this.head(passage, endsParagraph);
      else isOther = this.say(passage);
      this.title ??= nothingSaid;
      this.sentences += isHeading ? 0 : 1;
    }
    if (endsParagraph) this.endParagraph();
    return isOther;
  }

  private head(passage: Passage, endsParagraph: boolean): void {
    const isPart = this.openings.opens(passage) === 'part' || this.openings.headsPart(passage);
    const said = {
      topic: isPart ? 'part' : this.named(passage),
      time: this.openings.timeOfHeading(passage),
    } as const;
    const { start, end } = passage;
    const numbering = numberingOf(this.signs.text.slice(start, end));
    if (this.title === null && endsParagraph && numbering === null) this.title = said;
    else this.sections.enter(numbering, said);
  }

  /** Takes what a sentence says; true where it, or what stands in front of it, is of something else. */
  private say(passage: Passage): boolean {
    const { tokens, start, end } = passage;
    const numbering = this.sentences === 0 ? numberingOf(this.signs.text.slice(start, end)) : null;
    if (numbering !== null) this.sections.enter(numbering, nothingSaid);
    const said = this.signs.text.slice(start + (numbering?.length ?? 0), end);
    const opened = /^各/.test(said) && isOfProcedure(said) ? null : this.openings.opens(passage);
    if (opened === 'whole') this.sections.leaveLoose();
    const before = this.paragraph;
    if (opened !== null) this.paragraph = { ...before, topic: opened };
    const isOther = this.isOfOther(passage) || this.isOfOtherTime(passage);
    const time = this.openings.timeOfSentence(passage) ?? before.time;
    const isOpen = opened === null && before.topic !== 'part';
    const named = isOpen ? this.named(passage) : null;
    const topic =
      named === null || (named === 'ours' && before.topic === 'whole')
        ? this.paragraph.topic
        : named;
    this.paragraph = { topic, time };
    this.looksElsewhere = /^(?:回顾|展望)/.test(this.signs.text.slice(start, start + 2));
    this.hasFigures ||= tokens.some(({ kind }) => kind === 'quantity');
    return isOther;
  }

  private endParagraph(): void {
    const { topic, time } = this.paragraph;
    const isPart = topic === 'part';
    const isReview = this.looksElsewhere && time === 'other';
    if (this.sentences === 1 && !this.hasFigures && (isPart || isReview)) {
      this.sections.enterLoose({ topic: isPart ? topic : null, time: isReview ? time : null });
    }
    this.paragraph = nothingSaid;
    this.sentences = 0;
    this.hasFigures = false;
  }

  private isOfOther({ tokens }: Passage): boolean {
    const { topic } = this.paragraph;
    if (topic === 'whole') return false;
    const topics = [topic, this.sections.said.topic, this.title?.topic];
    const isTables = wordsOf(tokens, 'table').length > 0;
    if (topics.includes('part')) {
      return !isTables && !tokens.some((token) => isOwnWhole(this.signs, token));
    }
    return topics.includes('unclear') && !isTables && wordsOf(tokens, 'whole').length === 0;
  }

  private isOfOtherTime(passage: Passage): boolean {
    const time = this.paragraph.time ?? this.sections.said.time ?? this.title?.time;
    return time === 'other' && !this.openings.namesYear(passage);
  }

  /** The first sentence of a paragraph, short, without a number of anything, and alone in its line or numbered. */
  private isHeading({ tokens, start, end }: Passage, endsParagraph: boolean): boolean {
    if (this.sentences > 0 || end - start > longestHeading) return false;
    const said = this.signs.text.slice(start, end);
    const isShown = numberingOf(said) !== null || (endsParagraph && !/[:,;]$/.test(said));
    return isShown && !tokens.some(({ kind }) => kind === 'quantity');
  }

  /** `ours` where it speaks of what was bought, `unclear` where of something that is not known; null where of nothing. */
  private named({ tokens, start, end, understanding }: Passage): 'ours' | 'unclear' | null {
    for (const kind of ['subject', 'table', 'whole'] as const) {
      const isOurs = wordsOf(tokens, kind).some((word) =>
        understanding.isKnown(this.clauseStart(word.start, start), word.start),
      );
      if (isOurs) return 'ours';
    }
    if (this.namesOtherOffice(start, end)) return 'unclear';
    const says =
      understanding.isKnown(start, end) || isOfProcedure(this.signs.text.slice(start, end));
    return says ? null : 'unclear';
  }

  /** 以下数据来自示范区财政局: of another place. */
  private namesOtherOffice(start: number, end: number): boolean {
    const said = this.signs.text.slice(start, end);
    const [, place = ''] = otherOffice.exec(said) ?? [];
    return place !== '' && !this.own.includes(place);
  }

  private clauseStart(place: number, start: number): number {
    let at = place;
    while (at > start && !/[,:;]/.test(this.signs.text[at - 1] ?? '')) at -= 1;
    return at;
  }
}
