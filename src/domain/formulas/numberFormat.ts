/** How many decimals does a number format show? */

/**
 * Decimal places that a number format code (US English) shows: `0.00_ ` → 2, `General` → `all`.
 * Null where the format scales (%, trailing commas), writes fractions or exponents, or shows no digits.
 */
export function displayedDecimals(numberFormat: string): number | 'all' | null {
  if (numberFormat === 'General' || numberFormat === '@') return 'all';
  const first = (numberFormat.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '');
  if (/General/i.test(first)) return 'all';
  if (/[%/?]|e[-+]/i.test(first) || !/[0#]/.test(first)) return null;
  const match = /[0#](?:[0#,]*[0#])?(,*)(?:\.([0#]*))?(,*)/.exec(first);
  if (match === null) return null;
  const [, scaling = '', decimals = '', trailing = ''] = match;
  if (scaling !== '' || trailing !== '') return null;
  return decimals.length;
}
