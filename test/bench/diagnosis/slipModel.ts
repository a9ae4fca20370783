/**
 * Which errors does the benchmark make, and how often?
 *
 * Written from the description in docs/diagnosis.md and independent of the engine: every slip is
 * carried out on the text, and its probability is counted from all its outcomes. No-change outcomes
 * are left out and the others share their probability.
 */
import { absolute, formatAmount, isWhole, type Amount } from '../../../src/domain/amount';
import type { SlipPattern } from '../../../src/domain/diagnose/diagnose';
import { amountOf } from '../../domain/diagnose/pair';
import type { Unit } from './generator';
import type { Random } from './random';

/** Slips on one figure that have finitely many outcomes. */
export const DIGIT_PATTERNS = [
  'transposition',
  'substitution',
  'omission',
  'insertion',
  'decimalShift',
  'unitShift',
  'signFlip',
] as const satisfies readonly SlipPattern[];

export type DigitPattern = (typeof DIGIT_PATTERNS)[number];

/** What a slip may lead to, with probabilities that add up to one (or nothing at all). */
export type Outcomes = ReadonlyMap<Amount, number>;

const DECIMAL_SHIFTS: readonly (readonly [number, number])[] = [
  [1, 0.4],
  [-1, 0.4],
  [2, 0.1],
  [-2, 0.1],
];

function unitShifts(unit: Unit): readonly (readonly [number, number])[] {
  const usual = unit === 'tenThousandYuan' ? 1 : -1;
  return [
    [4 * usual, 0.7],
    [-4 * usual, 0.1],
    [3 * usual, 0.15],
    [-3 * usual, 0.05],
  ];
}

function typed(text: string): Amount {
  const [whole = '', fraction = ''] = text.split('.');
  return amountOf(`${whole === '' ? '0' : whole}.${fraction.slice(0, 12)}`) ?? 0n;
}

function textOutcomes(pattern: DigitPattern, text: string): readonly string[] {
  const isDigit = (index: number): boolean => /\d/.test(text[index] ?? '');
  const positions = Array.from(text, (_, index) => index).filter(isDigit);
  const replaced = (at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);
  switch (pattern) {
    case 'transposition':
      return positions.slice(0, -1).map((at, index) => {
        const other = positions[index + 1] ?? at;
        const [a, b] = [text[at] ?? '', text[other] ?? ''];
        return text.slice(0, at) + b + text.slice(at + 1, other) + a + text.slice(other + 1);
      });
    case 'substitution':
      return positions.flatMap((at) =>
        Array.from('0123456789').flatMap((digit) =>
          digit === text[at] ? [] : [replaced(at, digit)],
        ),
      );
    case 'omission':
      return positions.map((at) => replaced(at, ''));
    case 'insertion':
      return Array.from({ length: text.length + 1 }, (_, at) => at).flatMap((at) =>
        Array.from('0123456789').map((digit) => text.slice(0, at) + digit + text.slice(at)),
      );
    case 'decimalShift':
    case 'unitShift':
    case 'signFlip':
      return [];
  }
}

/**
 * All outcomes of one slip.
 *
 * @param isCount counts stay whole and have no unit
 */
export function outcomesOf(
  pattern: DigitPattern,
  meant: Amount,
  unit: Unit,
  isCount: boolean,
): Outcomes {
  const outcomes = new Map<Amount, number>();
  const add = (value: Amount, weight: number): void => {
    if (value === meant || (isCount && !isWhole(value))) return;
    outcomes.set(value, (outcomes.get(value) ?? 0) + weight);
  };
  const sign = meant < 0n ? -1n : 1n;
  if (meant === 0n) return outcomes;
  switch (pattern) {
    case 'transposition':
    case 'substitution':
    case 'omission':
    case 'insertion':
      for (const text of textOutcomes(pattern, formatAmount(absolute(meant)))) {
        add(sign * typed(text), 1);
      }
      break;
    case 'decimalShift':
    case 'unitShift': {
      if (isCount && pattern === 'unitShift') break;
      for (const [power, weight] of pattern === 'decimalShift'
        ? DECIMAL_SHIFTS
        : unitShifts(unit)) {
        const factor = 10n ** BigInt(Math.abs(power));
        if (power > 0) add(meant * factor, weight);
        else if (meant % factor === 0n) add(meant / factor, weight);
      }
      break;
    }
    case 'signFlip':
      add(-meant, 1);
      break;
  }
  const sum = [...outcomes.values()].reduce((total, weight) => total + weight, 0);
  return new Map([...outcomes].map(([value, weight]) => [value, weight / sum]));
}

/** P(stated | meant), the pattern unknown and all that can happen to `meant` equally frequent. */
export function slipProbability(
  meant: Amount,
  stated: Amount,
  unit: Unit,
  isCount: boolean,
): number {
  let sum = 0;
  let possible = 0;
  for (const pattern of DIGIT_PATTERNS) {
    const outcomes = outcomesOf(pattern, meant, unit, isCount);
    if (outcomes.size === 0) continue;
    possible += 1;
    sum += outcomes.get(stated) ?? 0;
  }
  return possible === 0 ? 0 : sum / possible;
}

/** Draws an outcome; null where the pattern cannot happen to this value. */
export function drawSlip(
  random: Random,
  pattern: DigitPattern,
  meant: Amount,
  unit: Unit,
  isCount: boolean,
): Amount | null {
  const outcomes = [...outcomesOf(pattern, meant, unit, isCount)];
  return outcomes[random.weighted(outcomes.map(([, weight]) => weight))]?.[0] ?? null;
}

/** An arbitrary other number of about the same size and decimals: a slip of no pattern. */
export function drawAnyNumber(random: Random, meant: Amount, isCount: boolean): Amount {
  const text = formatAmount(absolute(meant));
  const places = isCount ? 0 : (text.split('.')[1] ?? '').length;
  for (;;) {
    const size = meant === 0n ? 100 : Math.max(1, Number(text));
    const value = size * 10 ** (2 * random.next() - 1);
    const amount = amountOf(value.toFixed(places)) ?? 0n;
    if (amount !== meant && amount !== 0n) return amount;
  }
}
