/** Which year does a text or a number name? */
import type { Cell } from '../grid';
import { isDateFormat } from '../grid';
import { compact } from './characters';
import { remembered } from './remembered';

const earliestYear = 1990;
const latestYear = 2199;

/** The year, where a table can be about it (1990 to 2199); null otherwise. */
export function plausibleYear(year: number): number | null {
  return Number.isInteger(year) && year >= earliestYear && year <= latestYear ? year : null;
}

/** The year of a number cell: a bare 2019, or a date's serial number. */
export function yearOfCell(cell: Cell): number | null {
  if (typeof cell.value !== 'number') return null;
  if (plausibleYear(cell.value) !== null && !isDateFormat(cell.numberFormat)) return cell.value;
  if (!isDateFormat(cell.numberFormat)) return null;
  // A year typed into a cell that was formatted as a date is still a year.
  if (plausibleYear(cell.value) !== null) return cell.value;
  return plausibleYear(new Date(Math.round((cell.value - 25569) * 86400000)).getUTCFullYear());
}

const chineseDigits: ReadonlyMap<string, string> = new Map(
  Array.from('〇零○O0一二三四五六七八九', (sign, index) => [sign, String(Math.max(0, index - 4))]),
);

const chineseYear = /[一二][〇零○O0一二三四五六七八九]{3}/;

/** The year in a text: `(2019)`, `2019年`, `二〇一九年度`; null where there is none, several, or a span of years. */
export const parseYear = remembered((text): number | null => {
  const bare = compact(text);
  const span = /(?:19|20|21)(\d\d)年?(?:度|-|—|–|~|至|到)+(?:19|20|21)(\d\d)(?!\d)/.exec(bare);
  if (span !== null && span[1] !== span[2]) return null;
  if (namesSeveral(bare)) return null;
  const runs = bare.match(/\d+/g) ?? [];
  const digits = runs.find((run) => run.length === 4);
  if (digits !== undefined) return plausibleYear(Number(digits));
  const date = runs.find((run) => /^(?:19|20)\d{4}(?:\d{2})?$/.test(run));
  if (date !== undefined) return plausibleYear(Number(date.slice(0, 4)));
  const chinese = chineseYear.exec(bare);
  if (chinese === null) return null;
  return plausibleYear(
    Number(Array.from(chinese[0], (sign) => chineseDigits.get(sign) ?? '').join('')),
  );
});

/** A day or a month, or when the form was filled in or printed: no year that figures are of. */
const notOfFigures =
  /^(?:[-/.]\d{1,2}|年?(?:\d{1,2}月|(?:\d{1,2}月)?(?:填报|填制|编制|制表|报送|上报|印发|修订|版|表样|式样)))/;

/** True where two different years are named, of which neither is a date's or another thing's: 2021、2020. */
function namesSeveral(bare: string): boolean {
  const years = [...bare.matchAll(/\d+/g)].flatMap(({ 0: digits, index }) => {
    const year = digits.length === 4 ? plausibleYear(Number(digits)) : null;
    const isOther = notOfFigures.test(bare.slice(index + digits.length));
    return year === null || isOther ? [] : [year];
  });
  return new Set(years).size > 1;
}

const yearSigns = '(?:\\d{4}|[一二][〇零○O0一二三四五六七八九]{3})';
const partOfYear = '(?:上半年|全年|(?:0?1|一)(?:月)?份?[-—–~至到](?:0?6|12|六|十二)月份?)';

const loneYear = new RegExp(
  `^\\(?${yearSigns}(?:年度?|年份)?(?:${partOfYear}|\\(${partOfYear}\\))?\\)?$`,
);

/** A text that is nothing but a year, or a part of it: `2019年度`, `2019年上半年`, `2019年度(全年)`. */
export function parseLoneYear(text: string): number | null {
  return loneYear.test(text) ? parseYear(text) : null;
}

const standingYear = new RegExp(
  `\\(${yearSigns}年(?:度|份)?${partOfYear}?\\)|${yearSigns}年(?:度|份)?(?:${partOfYear}|\\(${partOfYear}\\))?`,
  'g',
);

/**
 * Where years stand as words of their own, or in brackets, in a text without its white space; a day
 * or a month is no year.
 *
 * @param gaps where white space stood before a sign
 */
export function standingYears(
  signs: string,
  gaps: ReadonlySet<number>,
): { start: number; end: number }[] {
  return [...signs.matchAll(standingYear)].flatMap(({ 0: text, index }) => {
    const [start, end] = [index, index + text.length];
    const isParted = (at: number) => gaps.has(at) || at === signs.length;
    const begins = start === 0 || gaps.has(start) || /[,;、。|/:)]/.test(signs[start - 1] ?? '');
    const ends = isParted(end) || /[,;、。|/(]/.test(signs[end] ?? '');
    const isDate = /^\d{1,2}月/.test(signs.slice(end));
    const inBrackets = text.startsWith('(');
    return (inBrackets || (begins && ends)) && !isDate ? [{ start, end }] : [];
  });
}
