/** What does a value count for in a formula, as Excel takes it? */
import { amountFromNumber } from '../../domain/amount';
import type { Scalar } from '../../domain/formulas/criterion';
import { isCellError, type CellValue } from '../../domain/grid';

/** A formula that is not worked out here, or refers to one. */
export class BeyondUs extends Error {}

/** An error value on its way through a formula. */
export class ErrorValue extends Error {}

/** What a condition or a comparison sees of a cell; undefined for an error. */
export function scalar(value: CellValue): Scalar | undefined {
  if (isCellError(value)) return undefined;
  return typeof value === 'number' ? amountFromNumber(value) : value;
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, one) => total + one, 0);

/** 0 of nothing, as in Excel. */
export function extreme(
  numbers: readonly number[],
  isBeyond: (one: number, other: number) => boolean,
): number {
  return numbers.length === 0
    ? 0
    : numbers.reduce((most, one) => (isBeyond(one, most) ? one : most));
}

/** Halves away from zero, of the number as it is shown and not as it is stored. */
export function rounded(value: number, places: number): number {
  if (!Number.isInteger(places) || Math.abs(places) > 10 || Math.abs(value) >= 1e15) {
    throw new BeyondUs();
  }
  const scale = 10 ** Math.abs(places);
  if (places < 0) return Math.sign(value) * Math.round(Math.abs(value) / scale) * scale;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toFixed(6)))) / scale;
}

export function asNumber(value: CellValue): number {
  if (value === null) return 0;
  if (isCellError(value)) throw new ErrorValue(value.error);
  if (typeof value !== 'string') return Number(value);
  const plain = value.replace(/,(?=\d{3}(\D|$))/g, '').trim();
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(plain)) return Number(plain);
  // Dates, percentages and the like are numbers to Excel, too.
  if (/\d/.test(plain)) throw new BeyondUs();
  throw new ErrorValue('#VALUE!');
}
