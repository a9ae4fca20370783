/** How is the sum called? */
import type { Language } from '../../wording/language';
import { unnamedResult } from '../../wording/unnamedResult';
import type { ConsolidateState } from './state';

/** As the user says, or after its units. */
export function resultName({ name, judged }: ConsolidateState, language: Language): string {
  const counted = (judged?.units ?? []).filter(({ excludedBecause }) => excludedBecause === null);
  const units = counted.map(({ unit }) => unit);
  return name.trim() === '' ? unnamedResult(units, language) : name.trim();
}
