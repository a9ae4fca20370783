/** How is the sum called? */
import { consolidationTexts } from '../../wording/consolidationTexts';
import type { Language } from '../../wording/language';
import type { ConsolidateState } from './state';

/** As the user says, or after the number of its units. */
export function resultName({ name, judged }: ConsolidateState, language: Language): string {
  const counted = (judged?.units ?? []).filter(({ excludedBecause }) => excludedBecause === null);
  const { unnamed } = consolidationTexts(language).preview;
  return name.trim() === '' ? unnamed(counted.length) : name.trim();
}
