/** Which number stands in a report's text, in which unit, and how exactly is it meant? */
import type { Signs } from './signs';
import type { Precision } from './words';

/** A number with its unit as the text states it. */
export interface Quantity {
  readonly kind: 'amount' | 'count' | 'percent';
  /** The digits as one whole number: 41528.12 is 4152812 with 2 decimals. */
  readonly digits: bigint;
  readonly decimals: number;
  /** Yuan in one unit, as a power of ten; 0 for counts and percentages. */
  readonly power: number;
  readonly precision: Precision;
  /** In signs, from the number (or 百分之) to the end of its unit. */
  readonly start: number;
  readonly end: number;
}

const scales: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
};
const chineseDigits = '零一二三四五六七八九';
const chinesePlaces: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };

/** No figure of a table has more signs. */
const longestNumber = 24;

const arabic = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/y;
const chinese = /[零〇一二两三四五六七八九十百千万亿]+/y;
const behind = /([余多来]?)(万亿|千万|百万|十万|亿|万|千|百|十)?([余多]?)(元|个|项|%)?/y;
const afterUnit = /(?:人民币)?(?:\((?:不?含|包含)(?:本数)?\))?(以上|左右)/y;

/** 300—500 万元, 300 万元至 500 万元: the end of a range; 增加 36 个至 236 个 is none. */
const rangeEnd =
  /[\d万亿元%个项][-—–~]$|^(?!.*(?:增加|增长|减少|下降|提高|上升)).*[\d万亿元%个项]至$/;
const rangeStart = /^[-—–~至]\d/;

/** The quantity that begins at a sign; null where none does. Words in front of it are read elsewhere. */
export function readQuantity(signs: Signs, at: number): Quantity | null {
  const { text } = signs;
  if (text.startsWith('百分之', at)) {
    const inner = numberAt(signs, at + 3);
    if (inner === null) return null;
    const { digits, decimals, end } = inner;
    return { kind: 'percent', digits, decimals, power: 0, precision: 'exact', start: at, end };
  }
  if (/[\d.零〇一二两三四五六七八九十百千万亿第]/.test(text[at - 1] ?? '')) return null;
  if (rangeEnd.test(text.slice(Math.max(0, at - 24), at))) return null;
  // 教育一项，…: no number is told.
  if (
    /[^目共为有达仅:]一项(?:[,的]|购买|支出|预算|涉及|由|重要|系统|长期)/.test(
      text.slice(Math.max(0, at - 1), at + 5),
    )
  )
    return null;
  const number = numberAt(signs, at);
  if (number === null) return null;
  return withUnit(signs, at, number);
}

interface PlainNumber {
  readonly digits: bigint;
  readonly decimals: number;
  /** From a scale at the end of a Chinese numeral. */
  readonly scale: number;
  readonly end: number;
}

function numberAt(signs: Signs, at: number): PlainNumber | null {
  arabic.lastIndex = at;
  const match = arabic.exec(signs.text);
  if (match !== null) {
    if (match[0].length > longestNumber) return null;
    const plain = withoutSeparators(signs, at, match[0]);
    const [whole = '', fraction = ''] = plain.text.split('.');
    return {
      digits: BigInt(whole + fraction),
      decimals: fraction.length,
      scale: 0,
      end: at + plain.length,
    };
  }
  chinese.lastIndex = at;
  const numeral = chinese.exec(signs.text)?.[0];
  if (numeral === undefined || numeral.length > longestNumber) return null;
  // 超千万元 is a mark to be passed, and no figure.
  if (!/[一二两三四五六七八九十]/.test(numeral)) return null;
  const plain = chineseNumber(numeral, at);
  return plain === null ? null : withDecimals(signs.text, plain);
}

const spokenDecimals = /点([零〇一二三四五六七八九]{1,6})/y;

/** 四点一五, 四万零七百九十点五一. */
function withDecimals(text: string, number: PlainNumber): PlainNumber {
  spokenDecimals.lastIndex = number.end;
  const [said, decimals = ''] = spokenDecimals.exec(text) ?? [];
  if (said === undefined) return number;
  const digits = Array.from(decimals.replaceAll('〇', '零'), (sign) => chineseDigits.indexOf(sign));
  const whole = number.digits * 10n ** BigInt(number.scale);
  return {
    digits: digits.reduce((sum, digit) => sum * 10n + BigInt(digit), whole),
    decimals: digits.length,
    scale: 0,
    end: number.end + said.length,
  };
}

/** A comma parts digits only where it is written close to them, and as wide as they are. */
function withoutSeparators(
  { offsets }: Signs,
  at: number,
  match: string,
): { readonly text: string; readonly length: number } {
  const comma = match.indexOf(',');
  const isClose = Array.from(match).every(
    (_, index) => index === 0 || offsets[at + index] === (offsets[at + index - 1] ?? 0) + 1,
  );
  if (comma < 0 || (isClose && comma <= 3)) {
    return { text: match.replaceAll(',', ''), length: match.length };
  }
  return { text: match.slice(0, comma), length: comma };
}

/** 二百三十六; 三千二百万 is 3200 with the scale of 万, 四亿一千五百二十八万 is 41528 with it. */
function chineseNumber(numeral: string, at: number): PlainNumber | null {
  const [, , scale = ''] = /^(.*?[^万亿])(万亿|万|亿)$/.exec(numeral) ?? [];
  const power = scales[scale] ?? 0;
  let above = 0n;
  let below = 0n;
  let part = 0n;
  let digit: bigint | null = null;
  for (const sign of numeral.replaceAll('〇', '零').replaceAll('两', '二')) {
    const value = chineseDigits.indexOf(sign);
    const place = chinesePlaces[sign];
    if (value >= 0) {
      if (digit !== null && digit !== 0n) return null;
      digit = BigInt(value);
      continue;
    }
    if (place !== undefined) part += (digit ?? 1n) * place;
    else if (sign === '万') {
      below = (part + (digit ?? 0n)) * 10_000n;
      part = 0n;
    } else {
      above = (above + below + part + (digit ?? 0n)) * 100_000_000n;
      below = part = 0n;
    }
    digit = null;
  }
  const digits = (above + below + part + (digit ?? 0n)) / 10n ** BigInt(power);
  return { digits, decimals: 0, scale: power, end: at + numeral.length };
}

function withUnit(signs: Signs, start: number, number: PlainNumber): Quantity | null {
  const { text } = signs;
  behind.lastIndex = number.end;
  const [matched = '', before = '', scale = '', after = '', unit] = behind.exec(text) ?? [];
  let end = number.end + matched.length;
  const power = (scales[scale] ?? 0) + number.scale;
  const softened = before !== '' || after !== '' ? 'atLeast' : 'exact';
  if (unit === undefined) {
    // 4 亿 1528.12 万元; 41528.12 万, without 元.
    if (scale === '亿' && softened === 'exact') {
      const rest = numberAt(signs, end) === null ? null : readRest(signs, end);
      if (rest !== null) return joined(start, number, rest);
    }
    if ((scale !== '万' && scale !== '亿') || !/^[,。;、)\n]/.test(text.charAt(end))) return null;
  }
  const kind = unit === '%' ? 'percent' : unit === '个' || unit === '项' ? 'count' : 'amount';
  if (kind === 'percent' && power > 0) return null;
  if (unit === '个' && text.startsWith('百分点', end)) return null;
  afterUnit.lastIndex = end;
  const said = afterUnit.exec(text);
  if (
    rangeStart.test(text.slice(end, end + 2)) &&
    !/[增减升降提]/.test(text.slice(start - 6, start))
  )
    return null;
  if (said !== null && kind !== 'count') end = afterUnit.lastIndex;
  const precision = said === null ? softened : said[1] === '以上' ? 'over' : 'about';
  const { digits, decimals } = number;
  if (kind === 'count' && power > 0) {
    return {
      kind,
      digits: digits * 10n ** BigInt(power),
      decimals,
      power: 0,
      precision,
      start,
      end,
    };
  }
  return { kind, digits, decimals, power, precision, start, end };
}

function readRest(signs: Signs, at: number): Quantity | null {
  const number = numberAt(signs, at);
  return number === null ? null : withUnit(signs, at, number);
}

/** 4 亿 and 1528.12 万元 are one amount, at the digits of the second. */
function joined(start: number, { digits, decimals }: PlainNumber, rest: Quantity): Quantity | null {
  if (rest.kind !== 'amount' || decimals > 0 || rest.power > 4) return null;
  const shift = BigInt(8 - rest.power + rest.decimals);
  return { ...rest, digits: digits * 10n ** shift + rest.digits, start };
}
