/** Whose figures does a heading name that stands in front of a sentence: （一）一般公共预算。购买服务项目 222 个…? */
import type { Frame } from './frame';
import { noFrame, wordsOf } from './frame';
import type { Signs } from './signs';
import type { Token } from './token';

/** A heading has no more signs. */
const longestHeading = 30;

/** Follows the headings of a text, sentence by sentence. */
export class Headings {
  private frame: Frame = noFrame;
  /** True where it stands in the paragraph that it is the heading of. */
  private isWithin = false;

  constructor(private readonly signs: Signs) {}

  /**
   * Whose figures a sentence speaks of where it names nobody's.
   *
   * @param sentence its tokens, without the stop behind
   * @param endsParagraph whether a paragraph ends behind it
   */
  before(sentence: readonly Token[], endsParagraph: boolean): Frame {
    const headed = this.frame;
    if (this.isHeading(sentence)) {
      this.frame = namedBy(sentence);
      this.isWithin = !endsParagraph;
      return noFrame;
    }
    if (endsParagraph && this.isWithin) this.frame = noFrame;
    return headed;
  }

  /** Short, and without a number of anything. */
  private isHeading(sentence: readonly Token[]): boolean {
    const [first, last] = [sentence[0], sentence.at(-1)];
    if (first === undefined || last === undefined) return false;
    const { text } = this.signs;
    if (last.end - first.start > longestHeading) return false;
    if (sentence.some(({ kind }) => kind === 'quantity')) return false;
    const isWithin = (at: number) =>
      at >= 0 && at < text.length && !/[。!?\n]/.test(text[at] ?? '');
    let [start, end] = [first.start, last.end];
    while (isWithin(start - 1) && end - start <= longestHeading) start -= 1;
    while (isWithin(end) && end - start <= longestHeading) end += 1;
    return end - start <= longestHeading;
  }
}

/** Of one line, or of one budget for all lines that follow; of nobody where several are named, or none. */
function namedBy(heading: readonly Token[]): Frame {
  const [line, otherLine] = wordsOf(heading, 'line');
  const [block, otherBlock] = wordsOf(heading, 'block');
  const isOther = wordsOf(heading, 'aside').length > 0;
  if (isOther || otherLine !== undefined || otherBlock !== undefined) return noFrame;
  if (line === undefined && block === undefined) return noFrame;
  return {
    line: line === undefined ? null : { form: line.means.form, line: line.means.line },
    block: block?.means.block ?? null,
    blockFrames: block !== undefined,
  };
}
