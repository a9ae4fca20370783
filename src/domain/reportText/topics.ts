/**
 * Does what stands in front of a sentence speak of something else than of all that was bought? 养老服务供给不断优化。全年购买服务项目
 * 12 个 tells of one service, though its second sentence says nothing of it.
 */
import { Understanding } from './certainty';
import { wordsOf } from './frame';
import type { Signs } from './signs';
import type { Token } from './tokens';

/** A heading has no more signs. */
const longestHeading = 40;

/** Follows what a text speaks of, sentence by sentence. */
export class Topics {
  /** Whether the last heading names something else. */
  private isHeadedOther = false;
  /** Whether the last sentence of the paragraph does. */
  private isOther = false;
  private isFirst = true;
  /** Whether the title does; null in front of it. */
  private isTitledOther: boolean | null = null;

  constructor(
    private readonly signs: Signs,
    private readonly own: string,
  ) {}

  /**
   * True where a sentence that does not say of what it is may be of something else.
   *
   * @param start where it begins, in signs
   * @param end where its stop stands
   */
  before(sentence: readonly Token[], start: number, end: number, endsParagraph: boolean): boolean {
    const isOther = this.isOther || this.isHeadedOther || this.isTitledOther === true;
    if (end > start) {
      const names = this.namesOther(sentence, start, end);
      const isHeading = this.isHeading(sentence, start, end, endsParagraph);
      const isTitle =
        isHeading && endsParagraph && !numbered.test(this.signs.text.slice(start, end));
      if (isTitle && this.isTitledOther === null) this.isTitledOther = names === true;
      else if (isHeading) this.isHeadedOther = names === true;
      else this.isOther = names ?? this.isOther;
      this.isFirst = false;
      this.isTitledOther ??= false;
    }
    if (endsParagraph) {
      this.isOther = false;
      this.isFirst = true;
    }
    return isOther;
  }

  /** The first sentence of a paragraph, short, without a number of anything, and alone in its line or numbered. */
  private isHeading(
    sentence: readonly Token[],
    start: number,
    end: number,
    endsParagraph: boolean,
  ): boolean {
    if (!this.isFirst || end - start > longestHeading) return false;
    const said = this.signs.text.slice(start, end);
    const isShown = numbered.test(said) || (endsParagraph && !/[:,;]$/.test(said));
    return isShown && !sentence.some(({ kind }) => kind === 'quantity');
  }

  /** False where it speaks of what was bought, true where of something that is not known; null where of nothing. */
  private namesOther(sentence: readonly Token[], start: number, end: number): boolean | null {
    const understanding = new Understanding(this.signs, sentence, start, end, this.own);
    for (const kind of ['subject', 'table', 'whole'] as const) {
      const isOurs = wordsOf(sentence, kind).some((word) =>
        understanding.isKnown(this.clauseStart(word.start, start), word.start),
      );
      if (isOurs) return false;
    }
    return understanding.isKnown(start, end) ? null : true;
  }

  private clauseStart(place: number, start: number): number {
    let at = place;
    while (at > start && !/[,:;]/.test(this.signs.text[at - 1] ?? '')) at -= 1;
    return at;
  }
}

/** 一、 (二) 3. */
const numbered = /^(?:第?[(]?[一二三四五六七八九十\d]{1,3}[)、.章节])/;
