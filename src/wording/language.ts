/** In which languages does the product speak, and how does it write figures? */

/** Chinese is the default; English where Excel's display language is not Chinese. */
export type Language = 'zh-CN' | 'en-US';

/** A decimal string with separators: `7580.924` → `7,580.924`. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A decimal string without its sign. */
export function unsigned(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : decimal;
}
