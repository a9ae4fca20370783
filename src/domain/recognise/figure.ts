/** What figure does a cell hold? */
import type { Amount } from '../amount';
import { AMOUNT_DECIMALS, amountFromNumber, decimalPlaces, roundToPlace } from '../amount';
import type { CurrencyUnit } from '../forms/terms';
import { heldDecimals, unitPower } from '../forms/terms';
import type { Cell } from '../grid';
import { isCellError, isDateFormat, showsCalendarDay } from '../grid';
import { compact, hiddenCharacters, plainText } from './characters';
import { remembered } from './remembered';

/** What a figure cell holds. */
export type FigureReading =
  /** Nothing, spaces, or a formula's empty string: no amount was reported. */
  | { readonly kind: 'blank' }
  /** A sign that stands for blank: — － - / 无. */
  | { readonly kind: 'placeholder'; readonly text: string }
  /** A number; `decimals` are the places of its 15-digit decimal. */
  | { readonly kind: 'number'; readonly amount: Amount; readonly decimals: number }
  /** Text that reads as a number, taken at its value. */
  | {
      readonly kind: 'textNumber';
      readonly amount: Amount;
      readonly decimals: number;
      readonly text: string;
      /** Invisible characters among the digits, by name: `U+0007`. */
      readonly hidden: readonly string[];
      /** The unit that it is written with, and its number in the sheet's own unit; null for the same. */
      readonly otherUnit: { readonly unit: CurrencyUnit; readonly inSheetUnit: Amount } | null;
    }
  /** Text that is no number; `several` are the numbers, two or more, that it consists of. */
  | { readonly kind: 'text'; readonly text: string; readonly several: readonly string[] }
  /** A number that is shown as a date; `serial` is what a sum counts it for, `text` the day, `2019-1-2`, where it is one. */
  | { readonly kind: 'date'; readonly serial: Amount; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly error: string };

const blank: FigureReading = { kind: 'blank' };

const showsDate = remembered(isDateFormat);

const placeholders = /^(?:[-—–―─－−‐‑_]+|[/\\]+|无|空|N\/?A)$/i;

/** Count words and currency units that may follow a number typed as text. */
const countWords = /(?:个|项|件|笔|宗|条)(?:项目)?$/;

/** Decimals held for project counts; a fraction below is floating-point noise. */
const countDecimals = 8;

/** How a figure's cell is to be read. */
export interface FigureScale {
  readonly isCount: boolean;
  /** The sheet's unit; 万元 where it does not say. */
  readonly currencyUnit: CurrencyUnit;
}

/** Finest place that counts on this scale; lower digits are noise. */
export function scaleDecimals(scale: FigureScale): number {
  return scale.isCount ? countDecimals : heldDecimals(scale.currencyUnit);
}

/** Reads one figure cell; undefined is an empty cell. */
export function readFigure(cell: Cell | undefined, scale: FigureScale): FigureReading {
  if (cell === undefined || cell.value === null) return blank;
  const { value } = cell;
  if (typeof value === 'number') {
    const amount = amountFromNumber(value, scaleDecimals(scale));
    return showsDate(cell.numberFormat)
      ? { kind: 'date', serial: amount, text: dayText(cell.numberFormat, value) }
      : { kind: 'number', amount, decimals: decimalPlaces(value) };
  }
  if (typeof value === 'string') return readText(value, scale);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (isCellError(value)) return { kind: 'error', error: value.error };
  return blank;
}

/** The day that a number is shown as; empty for a time of day and for what no calendar has. */
function dayText(numberFormat: string, serial: number): string {
  if (!showsCalendarDay(numberFormat) || serial < 61 || serial >= 2_958_466) return '';
  const day = new Date(Math.floor(serial - 25_569) * 86_400_000);
  return `${day.getUTCFullYear()}-${day.getUTCMonth() + 1}-${day.getUTCDate()}`;
}

/** The amount that rules calculate with: blanks as zero, null where there is no telling. */
export function amountOf(reading: FigureReading): Amount | null {
  switch (reading.kind) {
    case 'blank':
    case 'placeholder':
      return 0n;
    case 'number':
    case 'textNumber':
      return reading.amount;
    case 'text':
    case 'date':
    case 'boolean':
    case 'error':
      return null;
  }
}

/** True where no amount was reported. */
export function isBlank(reading: FigureReading): boolean {
  return reading.kind === 'blank' || reading.kind === 'placeholder';
}

function readText(text: string, scale: FigureScale): FigureReading {
  const bare = compact(text);
  if (bare === '') return blank;
  if (placeholders.test(bare)) return { kind: 'placeholder', text: text.trim() };
  const joined = withGroupsJoined(plainText(text));
  const number = joined === null ? null : readNumberText(joined, scale);
  if (number === null) return { kind: 'text', text: text.trim(), several: severalNumbers(text) };
  return { kind: 'textNumber', text: text.trim(), hidden: hiddenCharacters(text), ...number };
}

/** Without white space; null where it parts digits otherwise than by thousands: two numbers are two. */
function withGroupsJoined(plain: string): string | null {
  const figures = /\d[\d.,]*(?:\p{White_Space}+[.,]*\d[\d.,]*)*/gu;
  for (const [figure] of plain.matchAll(figures)) {
    const isGrouped = /^\d{1,3}(?:\p{Zs}\d{3})+(?:\.\d*)?$/u.test(figure);
    if (/\p{White_Space}/u.test(figure) && !isGrouped) return null;
  }
  return plain.replace(/\p{White_Space}/gu, '');
}

/** The numbers that a text consists of, where they are two or more: on lines, apart, or enumerated. */
function severalNumbers(text: string): string[] {
  const parts = plainText(text)
    .split(/[\p{White_Space};、/]+/u)
    .filter((part) => part !== '');
  return parts.length >= 2 && parts.every((part) => /^[-+]?\d[\d,]*(?:\.\d+)?$/.test(part))
    ? parts
    : [];
}

const plainNumber = /^([-+]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:e([-+]?\d{1,3}))?$/i;

function readNumberText(
  bare: string,
  scale: FigureScale,
): {
  amount: Amount;
  decimals: number;
  otherUnit: { unit: CurrencyUnit; inSheetUnit: Amount } | null;
} | null {
  let rest = bare
    .replace(/[−‐‑–]/g, '-')
    .replace(/[′']/g, '')
    .replace(/^([^。]*\d)。(\d+[^。]*)$/, '$1.$2');
  let power = 0;
  let written: CurrencyUnit = scale.currencyUnit;
  if (scale.isCount) {
    rest = rest.replace(countWords, '');
  } else {
    const unit = /(?:人民币)?(亿元|万元|千元|元)$/.exec(rest);
    if (unit !== null) {
      rest = rest.slice(0, unit.index);
      written = writtenUnits[unit[1] as keyof typeof writtenUnits];
      power = unitPower[written] - unitPower[scale.currencyUnit];
    }
    rest = rest.replace(/^([-+]?)(?:[¥￥]|人民币)/, '$1');
  }
  const accounting = /^\((.+)\)$/.exec(rest);
  if (accounting !== null) rest = '-' + (accounting[1] ?? '');
  rest = rest.replace(/^[△▲]/, '-');
  const match = plainNumber.exec(rest);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const digits = whole.replaceAll(',', '') + fraction;
  const shift = AMOUNT_DECIMALS - fraction.length + Number(exponent);
  if (Math.abs(shift) > 400) return null;
  const amountAt = (places: number): Amount => {
    const unsigned =
      places >= 0
        ? BigInt(digits) * 10n ** BigInt(places)
        : BigInt(digits) / 10n ** BigInt(-places);
    return roundToPlace(sign === '-' ? -unsigned : unsigned, scaleDecimals(scale));
  };
  const significant = fraction.replace(/0+$/, '').length;
  return {
    amount: amountAt(shift + power),
    decimals: Math.max(0, significant - Number(exponent) - power),
    otherUnit: power === 0 ? null : { unit: written, inSheetUnit: amountAt(shift) },
  };
}

const writtenUnits = {
  元: 'yuan',
  千元: 'thousandYuan',
  万元: 'tenThousandYuan',
  亿元: 'hundredMillionYuan',
} as const;
