// Which text of a number or a shrunk text does a cell of a given width show?

/** How wide a text is, in pixels. */
export type Measure = (text: string) => number;

/** Pixels left free beside a text. */
const MARGIN = 4;
/** Fonts of other machines differ a little: a number is not hidden because of that. */
const TOLERANCE = 1.04;
const GENERAL_DIGITS = 11;

/** A number as General shows it with so many significant digits; undefined where digits before the point go. */
function shorter(value: number, digits: number): string | undefined {
  const whole = Math.trunc(Math.abs(value));
  if (whole > 0 && String(whole).length > digits) return undefined;
  const text = String(Number(value.toPrecision(digits)));
  return text.includes('e') ? undefined : text;
}

/**
 * A number that is wider than its cell loses decimals under the format General and
 * otherwise becomes a row of #, so that nobody reads a number cut off.
 */
export function fitNumber(
  text: string,
  value: number,
  general: boolean,
  width: number,
  measure: Measure,
): string {
  if (measure(text) <= (general ? width - MARGIN : width * TOLERANCE)) return text;
  for (let digits = GENERAL_DIGITS; general && digits > 0; digits--) {
    const candidate = shorter(value, digits);
    if (candidate === undefined) break;
    if (measure(candidate) <= width - MARGIN) return candidate;
  }
  if (measure(text) <= width * TOLERANCE) return text;
  return '#'.repeat(Math.max(1, Math.floor(width / Math.max(1, measure('#')))));
}

/** The font size at which a text shrunk to fit its cell is drawn. */
export function shrunkSize(size: number, width: number, textWidth: number): number {
  const room = Math.max(1, width - MARGIN);
  return textWidth <= room ? size : Math.max(1, Math.floor((size * room * 2) / textWidth) / 2);
}
