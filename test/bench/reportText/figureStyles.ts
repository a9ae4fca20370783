/** How do reports write a figure? Exact figures as text, with what an altered one should be judged as. */
import type { Random } from '../diagnosis/random';

/** A fraction; amounts are in yuan, counts in one, rates in per cent. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A figure as text. */
export interface Written {
  readonly text: string;
  readonly expected: 'agrees' | 'differs' | 'doubtful';
}

const tenTo = (power: number): bigint => 10n ** BigInt(power);

/** Decimal text with `decimals` places; half up, or cut off. */
export function decimalOf(
  { numerator, denominator }: Ratio,
  decimals: number,
  how: 'rounded' | 'cut' = 'rounded',
): string {
  const scaled = numerator * tenTo(decimals);
  const whole =
    how === 'cut' ? scaled / denominator : (scaled * 2n + denominator) / (denominator * 2n);
  const digits = whole.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const units = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 } as const;

function inUnit({ numerator, denominator }: Ratio, unit: keyof typeof units): Ratio {
  return { numerator, denominator: denominator * tenTo(units[unit]) };
}

function fullWidth(text: string): string {
  return text.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** 236 → 二百三十六. */
export function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  const places = ['', '十', '百', '千'];
  const ofFour = (four: number): string => {
    const text = Array.from(String(four), Number)
      .map((digit, at, all) =>
        digit === 0 ? '零' : `${digits[digit] ?? ''}${places[all.length - 1 - at] ?? ''}`,
      )
      .join('');
    return text.replace(/零+/g, '零').replace(/零$/, '');
  };
  const [high, low] = [Math.floor(value / 10000), value % 10000];
  const lowText = low > 0 && low < 1000 && high > 0 ? `零${ofFour(low)}` : ofFour(low);
  return (high > 0 ? `${ofFour(high)}万` : '') + lowText.replace(/^一十/, '十') || '零';
}

/** One digit of a decimal text replaced. */
function mistyped(random: Random, text: string): string {
  const places = Array.from(text, (_, at) => at).filter((at) => /\d/.test(text[at] ?? ''));
  const at = random.pick(places);
  const digit = String((Number(text[at]) + 1 + random.below(9)) % 10);
  return text.slice(0, at) + digit + text.slice(at + 1);
}

/** A wrong text of the same decimals that none of `right` is. */
function wrongText(random: Random, text: string, right: readonly string[]): string {
  for (;;) {
    const wrong = mistyped(random, text);
    if (!right.includes(wrong) && !/^0\d/.test(wrong)) return wrong;
  }
}

/**
 * An amount as a report writes it; one in eight is wrong.
 *
 * @param neighbours the amounts of the other measures in the same place
 */
export function writeAmount(random: Random, amount: Ratio, neighbours: readonly Ratio[]): Written {
  const hundredths = inUnit(amount, '万元');
  const plain = decimalOf(hundredths, 2);
  if (random.next() < 0.12) return wrongAmount(random, hundredths, plain, neighbours);
  const isLarge = amount.numerator >= amount.denominator * tenTo(7);
  const style = random.next();
  const right = (text: string): Written => ({ text, expected: 'agrees' });
  if (style < 0.6) return right(`${plain}${random.pick([' ', ''])}万元`);
  if (style < 0.72 && isLarge) {
    return right(`${decimalOf(inUnit(amount, '亿元'), random.pick([2, 4]))} 亿元`);
  }
  if (style < 0.8) return right(`${grouped(plain)} 万元`);
  if (style < 0.84) return right(`${fullWidth(plain)}万元`);
  if (style < 0.87) return right(`${decimalOf(amount, 2)} 元`);
  const whole = decimalOf(hundredths, 0, 'cut');
  if (style < 0.96 && whole.length >= 3) return right(approximate(random, whole));
  return right(`${plain} 万元`);
}

/** 约 41500 万元, 41000 余万元, 近 42000 万元. */
function approximate(random: Random, whole: string): string {
  const kept = 2;
  const zeros = '0'.repeat(whole.length - kept);
  const low = whole.slice(0, kept) + zeros;
  const high = String(Number(whole.slice(0, kept)) + 1) + zeros;
  return random.pick([
    `${low} 余万元`,
    `${low}多万元`,
    `近 ${high} 万元`,
    `约 ${low} 万元`,
    `超过 ${low} 万元`,
  ]);
}

function wrongAmount(
  random: Random,
  hundredths: Ratio,
  plain: string,
  neighbours: readonly Ratio[],
): Written {
  const others = neighbours.map((each) => decimalOf(inUnit(each, '万元'), 2));
  const cut = decimalOf(hundredths, 2, 'cut');
  const kind = random.below(4);
  if (kind === 0 && cut !== plain && !others.includes(cut)) {
    return { text: `${cut} 万元`, expected: 'doubtful' };
  }
  const other = others.find((each) => each !== plain && each !== cut);
  if (kind === 1 && other !== undefined) return { text: `${other} 万元`, expected: 'doubtful' };
  return { text: `${wrongText(random, plain, [plain, cut, ...others])} 万元`, expected: 'differs' };
}

/** A count of projects; one in eight is wrong. `bare`: 个 even where 项 would do. */
export function writeCount(random: Random, count: number, bare: boolean): Written {
  const plain = String(count);
  if (random.next() < 0.12) {
    return { text: `${wrongText(random, plain, [plain])} 个`, expected: 'differs' };
  }
  const style = random.next();
  const text =
    style < 0.5
      ? `${plain} 个`
      : style < 0.75
        ? `${plain}个`
        : style < 0.82
          ? `${fullWidth(plain)}个`
          : style < 0.9
            ? `${chineseNumeral(count)}个`
            : bare
              ? `${plain} 个`
              : `${plain} 项`;
  return { text, expected: 'agrees' };
}

/** A rate in per cent; one in eight is wrong. */
export function writeRate(random: Random, rate: Ratio): Written {
  const decimals = random.pick([2, 2, 1, 0]);
  const plain = decimalOf(rate, decimals);
  const cut = decimalOf(rate, decimals, 'cut');
  if (random.next() < 0.12) {
    if (cut !== plain && random.next() < 0.3) return { text: `${cut}%`, expected: 'doubtful' };
    return { text: `${wrongText(random, plain, [plain, cut])}%`, expected: 'differs' };
  }
  return { text: random.pick([`${plain}%`, `${plain} %`, `${plain}％`]), expected: 'agrees' };
}
