/** Which cells does a condition of SUMIF and its like choose? */
import type { Amount } from '../amount';
import { amountFromNumber } from '../amount';

/** What a cell or an argument holds: a number, a text, a truth value, nothing. */
export type Scalar = Amount | string | boolean | null;

/** Whether a condition chooses what a cell holds. */
export interface Criterion {
  /** The text, in small letters, to which alone a cell must be equal; null where there is more to it. */
  readonly plainText: string | null;
  chooses(value: Scalar): boolean;
}

/** A plain number, as it is typed. */
const plainNumber = /^[-+]?\d{1,15}(?:\.\d{1,12})?$/;

/** Texts that Excel may take for numbers, dates or times, in one of its languages. */
const maybeNumber =
  /^[-+(]?[\d.,:/¥$€£￥%年月日时分秒eE()\s-]*\d[\d.,:/¥$€£￥%年月日时分秒eE()\s-]*$/;

/** The number that a text is; null where it is none, undefined where that is Excel's own matter. */
function numberInText(text: string): Amount | null | undefined {
  const bare = text.trim();
  if (plainNumber.test(bare)) return amountFromNumber(Number(bare));
  return maybeNumber.test(bare) ? undefined : null;
}

/** A condition as it is given to SUMIF; null where it cannot be told for sure what it chooses. */
export function criterionOf(given: Scalar): Criterion | null {
  if (typeof given === 'boolean') return null;
  if (given === null) return equalNumber(0n);
  if (typeof given === 'bigint') return equalNumber(given);
  const [, operator = '', wanted = ''] = /^(<=|>=|<>|=|<|>)?([^]*)$/.exec(given) ?? [];
  const number = wanted === '' ? null : numberInText(wanted);
  if (number === undefined) return null;
  if (operator === '' || operator === '=') {
    return number === null ? equalText(wanted, operator) : equalNumber(number);
  }
  if (operator === '<>') {
    const equal = number === null ? equalText(wanted, '=') : equalNumber(number);
    return { plainText: null, chooses: (value) => !equal.chooses(value) };
  }
  return number === null ? null : compared(operator, number);
}

/** A number typed as a text is equal to it, too. */
function equalNumber(wanted: Amount): Criterion {
  return {
    plainText: null,
    chooses: (value) =>
      value === wanted || (typeof value === 'string' && numberInText(value) === wanted),
  };
}

function equalText(wanted: string, operator: string): Criterion {
  if (wanted === '') {
    return { plainText: null, chooses: (v) => v === null || (operator === '' && v === '') };
  }
  const lower = wanted.toLowerCase();
  if (!/[*?~]/.test(wanted)) {
    return {
      plainText: lower,
      chooses: (value) => typeof value === 'string' && value.toLowerCase() === lower,
    };
  }
  const pattern = wildcards(lower);
  return {
    plainText: null,
    chooses: (value) => typeof value === 'string' && pattern.test(value.toLowerCase()),
  };
}

/** `*` any signs, `?` any one, `~` before one of the three: that sign itself. */
function wildcards(text: string): RegExp {
  const source = text.replace(/~([*?~])|[\\^$.*+?()[\]{}|]/g, (sign, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped === '~' ? 'u{7e}' : escaped}`;
    if (sign === '*') return '[^]*';
    return sign === '?' ? '[^]' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'u');
}

function compared(operator: string, wanted: Amount): Criterion {
  const holds = (value: Amount): boolean => {
    switch (operator) {
      case '<':
        return value < wanted;
      case '>':
        return value > wanted;
      case '<=':
        return value <= wanted;
      default:
        return value >= wanted;
    }
  };
  return { plainText: null, chooses: (value) => typeof value === 'bigint' && holds(value) };
}
