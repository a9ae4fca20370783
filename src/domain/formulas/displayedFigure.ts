/** What does a reader see of a number under its number format, and is it scaled? */
import type { Amount } from '../amount';
import { AMOUNT_DECIMALS, absolute, formatAmount, powerOfTen, roundToPlace } from '../amount';
import type { FormatSection, FormatToken } from './numberFormat';
import { parseNumberFormat, sectionFor, showsMinus } from './numberFormat';

/** A number as it is shown. */
export interface DisplayedFigure {
  /** As shown in a cell that is wide enough: `3275.3万`. */
  readonly text: string;
  /** The decimal number that is read there: 3275.3. */
  readonly figure: Amount;
  /** Shown = stored × 10^power, rounding aside: −4 for `0!.0,"万"`, 2 for a percentage. */
  readonly power: number;
  /** What is shown directly after the digits: 万. */
  readonly suffix: string;
}

/** How a number is scaled where it is shown, whatever its digits. */
export type DisplayedScale = Pick<DisplayedFigure, 'power' | 'suffix'>;

/** A section of a number format with what it shows. */
interface ReadSection extends FormatSection {
  readonly look: SectionLook;
}

/** Makes what a number format code shows of a number; one code is looked at once. */
export class NumberDisplay {
  private readonly sections: readonly ReadSection[];

  /** @param numberFormat a code as in a US English Excel, `General` where none is set */
  constructor(numberFormat: string) {
    this.sections = parseNumberFormat(numberFormat).map((section) => ({
      ...section,
      look: readLook(section.tokens),
    }));
  }

  /** Null where something else than a decimal number is shown: a date, a fraction, nothing. */
  of(amount: Amount): DisplayedFigure | null {
    const section = sectionFor(this.sections, amount);
    if (section === null) return null;
    const { look } = section;
    const hasMinus = amount < 0n && showsMinus(this.sections, section);
    switch (look.kind) {
      case 'other':
        return null;
      case 'general':
        return isWhole(look, amount)
          ? new WholeFigure(amount)
          : showWhole(look.tokens, amount, hasMinus);
      case 'digits':
        return new ShownDigits(look, amount, hasMinus);
    }
  }

  /** What {@link of} says of the scale, without making the digits. */
  scaleOf(amount: Amount): DisplayedScale | null {
    const look = sectionFor(this.sections, amount)?.look;
    if (look?.kind === 'digits') return look;
    return look?.kind === 'general' && isWhole(look, amount) ? unscaled : this.of(amount);
  }
}

const unscaled: DisplayedScale = { power: 0, suffix: '' };

function isWhole({ isBare }: { readonly isBare: boolean }, amount: Amount): boolean {
  return isBare && amount >= 0n;
}

/** `General` and nothing else; most figures are never quoted, so the text is made when asked for. */
class WholeFigure implements DisplayedFigure {
  readonly power = 0;
  readonly suffix = '';

  constructor(readonly figure: Amount) {}

  get text(): string {
    return formatAmount(this.figure);
  }
}

/** `General`, with what stands before and after it. */
function showWhole(
  tokens: readonly FormatToken[],
  amount: Amount,
  hasMinus: boolean,
): DisplayedFigure {
  const at = tokens.findIndex((token) => token.kind === 'general');
  const literals = (part: readonly FormatToken[]) =>
    part.map((token) => (token.kind === 'literal' ? token.text : '')).join('');
  const suffix = literals(tokens.slice(at + 1));
  const text = literals(tokens.slice(0, at)) + formatAmount(absolute(amount)) + suffix;
  return {
    text: (hasMinus ? '-' : '') + text.trim(),
    figure: amount,
    power: 0,
    suffix: suffix.trim(),
  };
}

/** Where a section's places for digits stand. */
interface DigitLayout {
  readonly kind: 'digits';
  readonly tokens: readonly FormatToken[];
  /** Index of the decimal point; the number of tokens where there is none. */
  readonly point: number;
  readonly lastDigit: number;
  readonly wholePlaces: number;
  readonly fractionPlaces: number;
  readonly groups: boolean;
  /** Power of ten by which commas and percent signs scale. */
  readonly scale: number;
  /** Shown = stored × 10^power, and what is shown directly after the digits. */
  readonly power: number;
  readonly suffix: string;
  /** Digits that the format itself writes behind the number make it larger to the eye: `0"0000"`. */
  readonly written: string;
  /** Decimals that only the reader takes for such. */
  readonly seen: number;
}

/** What a section shows: `General` (with nothing around it), digits, or something else than a number. */
type SectionLook =
  | { readonly kind: 'other' }
  | { readonly kind: 'general'; readonly tokens: readonly FormatToken[]; readonly isBare: boolean }
  | DigitLayout;

function readLook(tokens: readonly FormatToken[]): SectionLook {
  if (tokens.some((token) => token.kind === 'other')) return { kind: 'other' };
  if (tokens.some((token) => token.kind === 'general')) {
    return { kind: 'general', tokens, isBare: tokens.length === 1 };
  }
  return readLayout(tokens) ?? { kind: 'other' };
}

function readLayout(tokens: readonly FormatToken[]): DigitLayout | null {
  const isDigit = (token: FormatToken | undefined) => token?.kind === 'digit';
  const found = tokens.findIndex((token) => token.kind === 'point');
  const point = found < 0 ? tokens.length : found;
  const lastDigit = tokens.findLastIndex(isDigit);
  if (lastDigit < 0) return null;
  const whole = tokens.slice(0, point);
  const lastWhole = whole.findLastIndex(isDigit);
  let scale = 2 * tokens.filter((token) => token.kind === 'percent').length;
  let groups = false;
  tokens.forEach((token, at) => {
    if (token.kind !== 'comma' || at < tokens.findIndex(isDigit)) return;
    const ends = at > lastDigit || (at < point && at > lastWhole);
    if (!ends) groups ||= at < point;
    else if (followsDigit(tokens, at)) scale -= 3;
  });
  const fractionPlaces = tokens.slice(point).filter(isDigit).length;
  const behind = tokens
    .slice(lastDigit + 1)
    .map(signOf)
    .join('');
  const written = fractionPlaces === 0 ? (/^\d*/.exec(behind)?.[0] ?? '') : '';
  const seen = seenDecimals(tokens, point);
  return {
    kind: 'digits',
    tokens,
    point,
    lastDigit,
    wholePlaces: whole.filter(isDigit).length,
    fractionPlaces,
    groups,
    scale,
    power: scale - seen + written.length,
    suffix: behind.slice(written.length).trim(),
    written,
    seen,
  };
}

/** A comma scales directly after a digit's place, the point after one, or another such comma. */
function followsDigit(tokens: readonly FormatToken[], at: number): boolean {
  const before = tokens.slice(0, at).findLast((token) => token.kind !== 'comma');
  return before?.kind === 'digit' || before?.kind === 'point';
}

/** What places for digits show; the text is made when it is asked for. */
class ShownDigits implements DisplayedFigure {
  readonly figure: Amount;
  readonly power: number;
  readonly suffix: string;
  readonly #layout: DigitLayout;
  readonly #amount: Amount;
  readonly #hasMinus: boolean;

  constructor(layout: DigitLayout, amount: Amount, hasMinus: boolean) {
    this.figure = readDigits(layout, amount);
    this.power = layout.power;
    this.suffix = layout.suffix;
    this.#layout = layout;
    this.#amount = amount;
    this.#hasMinus = hasMinus && this.figure !== 0n;
  }

  get text(): string {
    const { fractionPlaces } = this.#layout;
    const digits = roundedDigits(this.#layout, this.#amount)
      .toString()
      .padStart(fractionPlaces + 1, '0');
    const at = digits.length - fractionPlaces;
    const whole = digits.slice(0, at).replace(/^0+/, '');
    const text = wholeText(this.#layout, whole) + fractionText(this.#layout, digits.slice(at));
    return (this.#hasMinus ? '-' : '') + text.trim();
  }
}

/** The decimal number that a reader takes the digits for. */
function readDigits(layout: DigitLayout, amount: Amount): Amount {
  const { fractionPlaces, scale, written, seen } = layout;
  // Nearly every format shows the number itself, rounded.
  if (scale === 0 && seen === 0 && written === '') return roundToPlace(amount, fractionPlaces);
  const digits = roundedDigits(layout, amount);
  const behind = written === '' ? 0n : BigInt(written) * powerOfTen(AMOUNT_DECIMALS);
  const figure = shifted(digits, AMOUNT_DECIMALS - fractionPlaces - seen + written.length) + behind;
  return amount < 0n ? -figure : figure;
}

/** The digits in their places, as one whole number without its sign. */
function roundedDigits({ fractionPlaces, scale }: DigitLayout, amount: Amount): bigint {
  return shifted(absolute(amount), scale + fractionPlaces - AMOUNT_DECIMALS);
}

/** Digits behind a point that is no decimal point to Excel but one to the reader: `0!.0`, `0"."00`. */
function seenDecimals(tokens: readonly FormatToken[], point: number): number {
  if (point < tokens.length) return 0;
  const points = tokens.filter((token) => token.kind === 'literal' && token.text === '.');
  const [only] = points;
  if (only === undefined || points.length > 1) return 0;
  const at = tokens.indexOf(only);
  if (tokens[at + 1]?.kind !== 'digit') return 0;
  return tokens.slice(at + 1).filter((token) => token.kind === 'digit').length;
}

/** amount × 10^power, rounded half up. */
function shifted(amount: bigint, power: number): bigint {
  if (power >= 0) return amount * powerOfTen(power);
  const divisor = powerOfTen(-power);
  return (amount + divisor / 2n) / divisor;
}

/** What a token shows that is no digit's place. */
function signOf(token: FormatToken): string {
  if (token.kind === 'literal') return token.text;
  return token.kind === 'percent' ? '%' : '';
}

/** The part before the point: digits from the right over their places, the rest over the first. */
function wholeText({ tokens, point, wholePlaces, groups }: DigitLayout, whole: string): string {
  let text = '';
  let used = 0;
  let places = 0;
  const put = (digit: string) => {
    if (groups && used > 0 && used % 3 === 0 && digit !== '') text = ',' + text;
    text = digit + text;
    used += 1;
  };
  for (const token of tokens.slice(0, point).reverse()) {
    if (token.kind !== 'digit') {
      text = signOf(token) + text;
      continue;
    }
    places += 1;
    const digit = whole.at(-1 - used);
    if (digit !== undefined) put(digit);
    else if (token.sign === '0') put('0');
    else if (token.sign === '?') text = ' ' + text;
    if (places === wholePlaces) while (used < whole.length) put(whole.at(-1 - used) ?? '');
  }
  return wholePlaces === 0 ? text + whole : text;
}

/** The part from the point on; zeros at the end only where their place asks for them. */
function fractionText({ tokens, point }: DigitLayout, fraction: string): string {
  const needed = /0*$/.exec(fraction)?.index ?? fraction.length;
  let text = '';
  let used = 0;
  for (const token of tokens.slice(point)) {
    if (token.kind === 'point') text += '.';
    else if (token.kind !== 'digit') text += signOf(token);
    else {
      if (used < needed || token.sign === '0') text += fraction[used] ?? '0';
      else if (token.sign === '?') text += ' ';
      used += 1;
    }
  }
  return text;
}
