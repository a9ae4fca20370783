/** 2019 年, 1—6 月, 近三年: which time does a report's text speak of? */
import type { Token, TokenContent } from './token';

/** Years and months, where a figure's time is said in numbers. */
const times: readonly {
  readonly pattern: RegExp;
  /** What makes it something else where it stands before. */
  readonly notAfter?: RegExp;
  readonly says: (match: RegExpExecArray) => TokenContent;
}[] = [
  // 2017—2019 年
  { pattern: /(?:19|20)\d\d年?[-—–~至到](?:19|20)?\d\d年?/y, says: () => period('other') },
  // 4-6 月, 去年 7 月至今年 6 月底: only what begins in January is the half-year, or the year.
  {
    pattern:
      /(\d{1,2})(?:月(?:份|1日)?)?[-—–~至到](?:(?:今|本|当)年|(?:19|20)\d\d年)?(\d{1,2})月(?:份|底|末|30日|31日|(?!\d))/y,
    says: ([, first, last]) => (Number(first) === 1 ? untilMonth(last) : period('other')),
  },
  {
    pattern: /((?:19|20)\d\d)年(?:度|份)?/y,
    says: ([, year]) => ({ kind: 'year', year: Number(year) }),
  },
  { pattern: /\d\d年(?=\d{1,2}月)/y, says: () => period('other') },
  // 各部门、各县区报送: everyone, and no part.
  {
    pattern:
      /(?:各?县\(市、区\)|各县区|各县市区|各县|各区|各乡镇)[、和及与](?:市直|县直|区直|市级|县级|本级)?(?:各|有关|相关)?(?:预算)?(?:部门|单位)/y,
    says: () => ({ kind: 'word', means: { kind: 'nothing' } }),
  },
  {
    pattern:
      /(?:各部门|各单位|市直|市级|各级)[、和及与]各?(?:县\(市、区\)|县区|县|区|乡镇|街道)+|各(?:县\(市、区\)|县区|县|区|乡镇)(?=报送|上报|申报|填报|汇总|财政部门)/y,
    says: () => ({ kind: 'word', means: { kind: 'nothing' } }),
  },
  // 百万元以上的: those that pass a mark.
  {
    pattern: /[十百千]{1,2}[万亿]?元(?:\(含\))?以[上下]的?/y,
    notAfter: /[\d一二两三四五六七八九]$/,
    says: () => ({ kind: 'word', means: { kind: 'aside', reach: 'segment' } }),
  },
  // 连续 12 年: how often, and not when.
  {
    pattern: /连续(?:\d{1,3}|[二两三四五六七八九十]+)年/y,
    says: () => ({ kind: 'word', means: { kind: 'nothing' } }),
  },
  // 第 12 期, 图 1
  {
    pattern: /第\d+[期号次届批轮]|图\d+/y,
    says: () => ({ kind: 'word', means: { kind: 'nothing' } }),
  },
  // 2.5 个百分点, 1.25 倍: no figure of the tables.
  {
    pattern: /\d+(?:\.\d+)?(?:个?百分点|倍)/y,
    says: () => ({ kind: 'word', means: { kind: 'nothing' } }),
  },
  // 改革以来; 今年以来 and 2019 年以来 are of that year
  { pattern: /以来/y, notAfter: /(?:[年月]|年初|年度)$/, says: () => period('other') },
  { pattern: /(\d{1,2})月(?:底|末|30日|31日)/y, says: ([, month]) => untilMonth(month) },
  { pattern: /\d{1,2}月(?:份)?(?:\d{1,2}日)?/y, says: () => period('other') },
  { pattern: /[一二三四五六七八九十]{1,2}月(?:份|底|末)?/y, says: () => period('other') },
  {
    pattern: /(?:近|前|后|未来)?(?:[2-9]|[二两三四五六七八九十])年(?:内|来|间)?/y,
    says: () => period('other'),
  },
];

function period(which: 'wholeYear' | 'halfYear' | 'other'): TokenContent {
  return { kind: 'word', means: { kind: 'period', period: which } };
}

function untilMonth(month: string | undefined): TokenContent {
  return period(
    month === '12' ? 'wholeYear' : month === '6' || month === '06' ? 'halfYear' : 'other',
  );
}

const chineseYear = /[一二][〇零○O0一二三四五六七八九]{3}年(?:度)?/y;

/** What is said of time at a place; null where nothing is. */
export function timeAt(text: string, start: number): Token | null {
  if (/\d/.test(text[start - 1] ?? '') && /\d/.test(text[start] ?? '')) return null;
  for (const { pattern, notAfter, says } of times) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match !== null && notAfter?.test(text.slice(Math.max(0, start - 2), start))) continue;
    if (match !== null) return { ...says(match), start, end: start + match[0].length };
  }
  chineseYear.lastIndex = start;
  const match = chineseYear.exec(text);
  if (match === null) return null;
  const digits = Array.from(match[0].slice(0, 4), (sign) => {
    const digit = '零一二三四五六七八九'.indexOf(sign);
    return digit < 0 ? 0 : digit;
  });
  return { kind: 'year', year: Number(digits.join('')), start, end: start + match[0].length };
}
