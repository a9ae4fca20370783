/** Every lot of phrases, in the order in which they were written; what each was tried on stands in its own head. */
import type { Third } from './dealt';
import { inOrder } from './dealt';
import { eighteenth } from './eighteenth';
import { eighth } from './eighth';
import { eleventh } from './eleventh';
import { fifteenth } from './fifteenth';
import { fifthClaims, fifthDistractors } from './fifth';
import { firstClaims, firstDistractors } from './first';
import { fourteenth } from './fourteenth';
import { fourthClaims, fourthDistractors } from './fourth';
import { nineteenth } from './nineteenth';
import { ninth } from './ninth';
import type { Phrase, PhraseGroup } from './phrase';
import { laterClaims, laterDistractors } from './secondAndThird';
import { seventeenth } from './seventeenth';
import { seventh } from './seventh';
import { sixteenth } from './sixteenth';
import { sixth } from './sixth';
import { tenth } from './tenth';
import { thirteenth } from './thirteenth';
import { twelfth } from './twelfth';
import { twentieth } from './twentieth';
import { twentyEighth } from './twentyEighth';
import { twentyFifth } from './twentyFifth';
import { twentyFirst } from './twentyFirst';
import { twentyFourth } from './twentyFourth';
import { twentyNinth } from './twentyNinth';
import { thirtieth } from './thirtieth';
import { thirtyFirst } from './thirtyFirst';
import { thirtySecond } from './thirtySecond';
import { twentySecond } from './twentySecond';
import { twentySeventh } from './twentySeventh';
import { twentySixth } from './twentySixth';
import { twentyThird } from './twentyThird';

/** By their thirds, as they were dealt. */
export const lots = {
  first: everyThird(firstClaims, firstDistractors),
  secondAndThird: everyThird(laterClaims, laterDistractors),
  fourth: everyThird(fourthClaims, fourthDistractors),
  fifth: everyThird(fifthClaims, fifthDistractors),
  sixth,
  seventh,
  eighth,
  ninth,
  tenth,
  eleventh,
  twelfth,
  thirteenth,
  fourteenth,
  fifteenth,
  sixteenth,
  seventeenth,
  eighteenth,
  nineteenth,
  twentieth,
  twentyFirst,
  twentySecond,
  twentyThird,
  twentyFourth,
  twentyFifth,
  twentySixth,
  twentySeventh,
  twentyEighth,
  twentyNinth,
  thirtieth,
  thirtyFirst,
  thirtySecond,
} as const satisfies Readonly<Record<string, readonly [Third, Third, Third]>>;

export type LotName = keyof typeof lots;

/** In the order in which they were written. */
export const lotNames = Object.keys(lots) as readonly LotName[];

/** Thirds as one. */
export function together(thirds: readonly Third[]): Third {
  return {
    claims: thirds.flatMap(({ claims }) => claims),
    distractors: thirds.flatMap(({ distractors }) => distractors),
  };
}

/** The early lots were not dealt by lot: every third phrase was kept aside. */
function everyThird(
  claims: readonly PhraseGroup[],
  distractors: readonly PhraseGroup[],
): readonly [Third, Third, Third] {
  return inOrder(phrasesOf(claims), phrasesOf(distractors));
}

function phrasesOf(groups: readonly PhraseGroup[]): readonly Phrase[] {
  return groups.flatMap(({ phrases }) => phrases);
}
