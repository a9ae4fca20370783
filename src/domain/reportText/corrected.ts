/** How does a report's sentence read once its wrong figures are the tables'? Only where that is certain. */
import type { CheckedFigure } from './checkReportText';

/**
 * The figure's own text with the table's value in it: `41,528.12 万元`. Null where it is not certain how
 * to write it: an amount in Chinese numerals, 余 or 约, an amount of two units, or several readings.
 */
export function correctedFigure({
  text,
  verdict,
  doubt,
  others,
  table,
  claim,
}: CheckedFigure): string | null {
  const isWrong = verdict === 'differs' || doubt?.kind === 'cutOff';
  if (!isWrong || others.length > 0 || claim.quantity.precision !== 'exact') return null;
  if (table.startsWith('-')) return null;
  const numeral = chineseNumeral.exec(text)?.[0];
  if (numeral !== undefined) {
    const isCount = /^\d{1,4}$/.test(table) && !/[万亿\d０-９]/.test(text);
    return isCount ? text.replace(numeral, inNumerals(table)) : null;
  }
  // Two numbers: 4 亿 1528.12 万元.
  const [found, ...more] = text.match(written) ?? [];
  if (found === undefined || more.length > 0) return null;
  return text.replace(found, inStyleOf(found, table));
}

const chineseNumeral = /[零〇一二两三四五六七八九十百千]+/;

/** 236 as 二百三十六, 12 as 十二, 1008 as 一千零八. */
function inNumerals(count: string): string {
  const spoken = Array.from(count, (digit, index) => {
    const place = '十百千'[count.length - index - 2] ?? '';
    return digit === '0' ? '零' : '零一二三四五六七八九'.charAt(Number(digit)) + place;
  }).join('');
  const short = spoken.replace(/零+/g, '零').replace(/^一十/, '十');
  return short.length > 1 ? short.replace(/零$/, '') : short;
}

/** Digits, half or full width, with separators. */
const written = /[\d０-９][\d０-９,，.．]*[\d０-９]|[\d０-９]/g;

/** As the text writes its numbers: with separators, full-width. */
function inStyleOf(example: string, decimal: string): string {
  const separator = /[,，]/.exec(example)?.[0];
  const [whole = '', fraction] = decimal.split('.');
  const grouped = separator === undefined ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  const plain = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (!/[０-９]/.test(example)) return plain;
  return plain.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/**
 * The sentence around a figure with every figure in it corrected that is certain; null where the figure
 * itself is not. White space at the ends and broken lines are left out.
 */
export function correctedSentence(
  figure: CheckedFigure,
  figures: readonly CheckedFigure[],
): string | null {
  if (correctedFigure(figure) === null) return null;
  const { sentence } = figure;
  let corrected = '';
  let at = sentence.start;
  for (const one of figures) {
    const now = correctedFigure(one);
    if (now === null || one.start < at || one.end > sentence.end) continue;
    corrected += sentence.text.slice(at - sentence.start, one.start - sentence.start) + now;
    at = one.end;
  }
  corrected += sentence.text.slice(at - sentence.start);
  return corrected.replace(/\s*[\r\n\u2029]+\s*/g, '').trim();
}
