/** How is shown what stands in a cell, and what is planned for it? */
import { isHeading } from '../../domain/fill/plannedChange';
import type { PlannedChange, StandingContent } from '../../domain/fill/plannedChange';
import { isCellError } from '../../domain/grid';
import { groupDigits } from '../../wording/language';
import { visibleText } from '../../wording/visibleText';

/** The value, and the formula behind it; a text where a figure belongs is quoted. */
export function standingText(
  { place, now: { formula, value } }: Pick<PlannedChange, 'place' | 'now'>,
  blank: string,
): string {
  const isText = typeof value === 'string' && value !== '' && !isHeading(place);
  const shown = isText ? `“${value}”` : shownValue(value, blank);
  return visibleText(formula === null ? shown : `${shown}\u3000${formula}`);
}

function shownValue(value: StandingContent['value'], blank: string): string {
  if (value === null || value === '') return blank;
  if (isCellError(value)) return value.error;
  if (typeof value !== 'number') return String(value);
  // Fifteen significant digits are what Excel itself shows and keeps.
  const exact = String(Number(value.toPrecision(15)));
  return exact.includes('e') ? exact : groupDigits(exact);
}

/** The figure that will be shown, or a heading's text. */
export function plannedText({ place, then }: PlannedChange, blank: string): string {
  if (then.value === '') return blank;
  return isHeading(place) ? visibleText(then.value) : groupDigits(then.value);
}
