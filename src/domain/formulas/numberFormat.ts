/** Which sections does a number format have, and which of them shows a number? */
import type { Amount } from '../amount';
import { unitOfPlace } from '../amount';

/** One piece of a section of a number format. */
export type FormatToken =
  /** A place for a digit: `0` always shows one, `#` only where there is one, `?` a space instead. */
  | { readonly kind: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  /** Groups thousands between digits; after the last digit it divides what is shown by a thousand. */
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  /** `General` or `@`: the number with as many digits as it has. */
  | { readonly kind: 'general' }
  /** Shown as it stands: in quotes, escaped by `\` or `!`, or a sign without a meaning of its own. */
  | { readonly kind: 'literal'; readonly text: string }
  /** Dates, fractions, exponents: shows something else than a decimal number. */
  | { readonly kind: 'other' };

/** One of the parts between semicolons. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  /** `[>=10000]`; null where the section has the usual place: positive, negative, zero. */
  readonly condition: FormatCondition | null;
}

/** Which numbers a section is for. */
export interface FormatCondition {
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '<>';
  readonly bound: Amount;
}

/** Sections of a number format code (US English; `!` escapes as `\` does). */
export function parseNumberFormat(code: string): FormatSection[] {
  const sections: FormatSection[] = [];
  let tokens: FormatToken[] = [];
  let condition: FormatCondition | null = null;
  for (const piece of code.match(piecePattern) ?? []) {
    if (piece === ';') {
      sections.push({ tokens, condition });
      [tokens, condition] = [[], null];
    } else if (piece.startsWith('[')) {
      condition = readCondition(piece) ?? condition;
      const sign = /^\[\$([^-\]]+)/.exec(piece)?.[1];
      if (sign !== undefined) tokens.push({ kind: 'literal', text: sign });
      else if (/^\[[hms]+\]$/i.test(piece)) tokens.push({ kind: 'other' });
    } else {
      const token = tokenOf(piece);
      if (token !== null) tokens.push(token);
    }
  }
  return [...sections, { tokens, condition }];
}

const piecePattern =
  /"[^"]*"?|[\\!][\s\S]?|\[[^\]]*\]?|[_*][\s\S]?|G\/通用格式|General|E[-+]|[\s\S]/giu;

function tokenOf(piece: string): FormatToken | null {
  const [first = ''] = piece;
  if (first === '"') return { kind: 'literal', text: piece.replaceAll('"', '') };
  if (first === '\\' || first === '!') return { kind: 'literal', text: piece.slice(1) };
  if (first === '_') return { kind: 'literal', text: ' ' };
  if (first === '*') return null;
  if (first === '0' || first === '#' || first === '?') return { kind: 'digit', sign: first };
  if (first === '.') return { kind: 'point' };
  if (first === ',') return { kind: 'comma' };
  if (first === '%') return { kind: 'percent' };
  if (piece === '@' || /^G(?:eneral|\/通用格式)$/i.test(piece)) return { kind: 'general' };
  if (/^[A-Za-z/]/.test(piece)) return { kind: 'other' };
  return { kind: 'literal', text: piece };
}

function readCondition(piece: string): FormatCondition | null {
  const match = /^\[(<=|>=|<>|[<>=])(-?\d{1,15})(?:\.(\d{1,12}))?\]$/.exec(piece);
  if (match === null) return null;
  const [, operator, whole = '0', fraction = ''] = match;
  const magnitude =
    BigInt(whole.replace('-', '')) * unitOfPlace(0) +
    BigInt(fraction === '' ? 0 : fraction) * unitOfPlace(fraction.length);
  return {
    operator: operator as FormatCondition['operator'],
    bound: whole.startsWith('-') ? -magnitude : magnitude,
  };
}

/** The section that shows a number; null where none is for it. */
export function sectionFor<Section extends FormatSection>(
  sections: readonly Section[],
  amount: Amount,
): Section | null {
  const first = sections[0];
  const second = sections[1];
  const third = sections[2];
  if (first === undefined) return null;
  if (isByCondition(sections)) {
    if (meets(amount, first.condition ?? { operator: '>', bound: 0n })) return first;
    if (second === undefined) return null;
    if (third === undefined && second.condition === null) return second;
    if (meets(amount, second.condition ?? { operator: '<', bound: 0n })) return second;
    return third ?? null;
  }
  if (second === undefined || amount > 0n) return first;
  return amount < 0n ? second : (third ?? first);
}

/** Whether a section that shows a negative number puts a minus before it. */
export function showsMinus(sections: readonly FormatSection[], chosen: FormatSection): boolean {
  if (isByCondition(sections)) return !isForNegatives(chosen.condition);
  return chosen !== sections[1];
}

function isByCondition(sections: readonly FormatSection[]): boolean {
  return (sections[0]?.condition ?? sections[1]?.condition ?? null) !== null;
}

function meets(amount: Amount, { operator, bound }: FormatCondition): boolean {
  switch (operator) {
    case '<':
      return amount < bound;
    case '<=':
      return amount <= bound;
    case '>':
      return amount > bound;
    case '>=':
      return amount >= bound;
    case '=':
      return amount === bound;
    case '<>':
      return amount !== bound;
  }
}

function isForNegatives(condition: FormatCondition | null): boolean {
  return (
    condition !== null &&
    ((condition.operator === '<' && condition.bound <= 0n) ||
      (condition.operator === '<=' && condition.bound < 0n))
  );
}

/** The number format under which Excel takes everything for text. */
export const textFormat = '@';

/** Spellings of the system's own short date, which Excel hands back in the system's order. */
const systemDate = /^(?:yy(?:yy)?([/.-])mm?\1dd?|(?:mm?([/.-])dd?|dd?([/.-])mm?)[/.-]yy(?:yy)?)$/;

/**
 * Whether two number format codes are the same up to spelling: some Excels hand a format back with
 * other quoting, letter case or locale, `General` under its Chinese name, and the system's short date in
 * the system's own order.
 */
export function sameNumberFormat(one: string, other: string): boolean {
  return one === other || plainFormat(one) === plainFormat(other);
}

function plainFormat(numberFormat: string): string {
  const plain = numberFormat
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/\[\$-[^\]]*\]/g, '')
    .replace(/;@$/, '')
    .trim()
    .toLowerCase()
    .replaceAll('g/通用格式', 'general');
  return systemDate.test(plain) ? 'system date' : plain;
}
