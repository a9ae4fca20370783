/** Phrases dealt into three thirds by lot: two to learn from, one to be kept aside. */
import { seeded } from '../../diagnosis/random';
import type { Phrase } from './phrase';

/** One third: phrases that quote the tables, and phrases with other figures. */
export interface Third {
  readonly claims: readonly Phrase[];
  readonly distractors: readonly Phrase[];
}

/** Every third phrase, in the order in which they were written. */
export function inOrder(
  claims: readonly Phrase[],
  distractors: readonly Phrase[],
): readonly [Third, Third, Third] {
  const third = (rest: number): Third => ({
    claims: claims.filter((_, at) => at % 3 === rest),
    distractors: distractors.filter((_, at) => at % 3 === rest),
  });
  return [third(0), third(1), third(2)];
}

/**
 * Three thirds, always the same.
 *
 * @param lot which shuffle
 */
export function dealt(
  claims: readonly Phrase[],
  distractors: readonly Phrase[],
  lot: number,
): readonly [Third, Third, Third] {
  const random = seeded(lot);
  const third = () => ({ claims: [] as Phrase[], distractors: [] as Phrase[] });
  const thirds = [third(), third(), third()] as const;
  for (const [kind, phrases] of [
    ['claims', claims],
    ['distractors', distractors],
  ] as const) {
    const rest = [...phrases];
    for (let at = 0; rest.length > 0; at += 1) {
      (thirds[at % 3] ?? thirds[0])[kind].push(...rest.splice(random.below(rest.length), 1));
    }
  }
  return thirds;
}
