/**
 * Which figures of a report's text claim to be the tables', and which of them? Sentence by sentence, by what
 * each says: a number whose sentence speaks of something else, or has words between that the table does not
 * know, is left alone.
 */
import type { Claim } from './claim';
import { Headings } from './headings';
import type { TableTime } from './frame';
import type { UnboundQuantity } from './sentenceReader';
import { SentenceReader } from './sentenceReader';
import type { Signs } from './signs';
import type { Token } from './tokens';
import { Topics } from './topics';

/** What a text claims. */
export interface BoundText {
  readonly claims: readonly Claim[];
  readonly unbound: readonly UnboundQuantity[];
  /** By sentence, what those claim that do not say that they are of the tables, if they are. */
  readonly unsaid: readonly (readonly Claim[])[];
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
  const claims: Claim[] = [];
  const unbound: UnboundQuantity[] = [];
  const unsaid: (readonly Claim[])[] = [];
  const headings = new Headings(signs);
  const topics = new Topics(signs, time, own);
  const said = { ...time, own };
  let before: SentenceReader | null = null;
  let sentence: Token[] = [];
  let start = 0;
  const end = (stop: number, endsParagraph: boolean): void => {
    const place = {
      ...{ start, end: stop, isUnsaid: false },
      headed: headings.before(sentence, endsParagraph),
      isOtherTopic: topics.before(sentence, start, stop, endsParagraph),
    };
    const reader: SentenceReader = new SentenceReader(signs, sentence, said, before, place);
    reader.read();
    claims.push(...reader.claims);
    unbound.push(...reader.unbound);
    if (!reader.isInScope) {
      const asOurs = { ...place, isUnsaid: true };
      const other = new SentenceReader(signs, sentence, said, null, asOurs);
      other.read();
      if (other.claims.length > 0) unsaid.push(other.claims);
    }
    before = endsParagraph ? null : reader;
    sentence = [];
  };
  for (const token of tokens) {
    if (token.kind === 'stop' && (token.ends === 'sentence' || token.ends === 'paragraph')) {
      end(token.start, token.ends === 'paragraph');
      start = token.end;
    } else sentence.push(token);
  }
  end(signs.text.length, true);
  return { claims, unbound, unsaid };
}
