/** How does Excel compare what two cells hold? */
import type { Scalar } from './criterion';
import type { Comparison, Operator } from './parse';

export function isComparison(operator: Operator): operator is Comparison {
  return ['=', '<', '>', '<=', '>=', '<>'].includes(operator);
}

/** A blank is 0 beside a number and an empty text beside a text; undefined where it is Excel's own matter. */
export function compared(operator: Comparison, one: Scalar, other: Scalar): boolean | undefined {
  if (typeof one === 'boolean' || typeof other === 'boolean') return undefined;
  const isEquality = operator === '=' || operator === '<>';
  if (typeof one === 'string' || typeof other === 'string') {
    if (!isEquality) return undefined;
    const isSame =
      typeof one !== 'bigint' &&
      typeof other !== 'bigint' &&
      (one ?? '').toLowerCase() === (other ?? '').toLowerCase();
    return isSame === (operator === '=');
  }
  const difference = (one ?? 0n) - (other ?? 0n);
  switch (operator) {
    case '=':
      return difference === 0n;
    case '<>':
      return difference !== 0n;
    case '<':
      return difference < 0n;
    case '>':
      return difference > 0n;
    case '<=':
      return difference <= 0n;
    case '>=':
      return difference >= 0n;
  }
}
