/** Does what a report's text claims agree with the tables? At the digits it shows. */
import { absolute } from '../amount';
import type { ReportingRound } from '../forms/rounds';
import { amountMeasures } from '../forms/terms';
import type { Measure } from '../forms/terms';
import type { Figure, TableView } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import type { Claim, NamedFigure, Reading } from './claim';
import type { Quantity } from './quantities';
import type { Ratio } from './values';
import { decimalText, percentOf, roundedTo, shownDecimal, tenTo, valueOf } from './values';

/** Whether a stated figure agrees. */
export type Verdict = 'agrees' | 'differs' | 'doubtful';

/** Why a verdict is doubtful. */
export type Doubt =
  /** Equal only if cut off instead of rounded. */
  | { readonly kind: 'cutOff' }
  /** Equal to another column of the same place. */
  | { readonly kind: 'otherMeasure'; readonly measure: Measure }
  /** A round number that is true and says much less than the table. */
  | { readonly kind: 'farBelow' };

/** A stated figure held against the tables. */
export interface JudgedClaim {
  readonly claim: Claim;
  /** The reading that it was held against: the one that agrees, else the likeliest. */
  readonly reading: Reading;
  /** Other readings that were held against it too, in vain. */
  readonly others: readonly Reading[];
  /** The cells of that reading: one, or part and whole. */
  readonly figures: readonly Figure[];
  readonly verdict: Verdict;
  readonly doubt: Doubt | null;
  /** As a decimal in the text's unit, at the text's places. */
  readonly stated: string;
  readonly table: string;
}

/** What a text is held against. */
export interface Tables {
  readonly unit: UnitReturn;
  readonly round: ReportingRound;
  /** The same unit's of the year before; null where they are not at hand. */
  readonly before: UnitReturn | null;
}

/** A claim that cannot be judged. */
export interface UnjudgedClaim {
  readonly claim: Claim;
  /**
   * `noColumn`: the sentence does not say which column, and none is equal · `notCertain`: it says more than is
   * known, and no reading is equal · `noLastYear`: last year's
   * figure is not at hand, or not of the same span.
   */
  readonly reason: 'noTable' | 'noFigure' | 'unclear' | 'noColumn' | 'notCertain' | 'noLastYear';
  /** What it may be of, with what the tables have there: where that is what is not certain. */
  readonly candidates: readonly Candidate[];
}

/** One reading that may be meant. */
export type Candidate = Pick<JudgedClaim, 'claim' | 'reading' | 'figures' | 'table'>;

/** Holds a claim against a return's tables, and its growth against last year's. */
export function judgeClaim(tables: Tables, claim: Claim): JudgedClaim | UnjudgedClaim {
  const judged: JudgedClaim[] = [];
  let reason: UnjudgedClaim['reason'] | null = null;
  for (const reading of claim.readings) {
    const one = judgeReading(tables, claim, reading);
    if (typeof one === 'string') reason ??= one;
    else judged.push(one);
  }
  const best =
    judged.find(({ verdict }) => verdict === 'agrees') ??
    (reason === null ? judged.find(({ verdict }) => verdict === 'doubtful') : undefined);
  const [first] = judged;
  // 两个领域均超过 8000 万元 is true of much that may be meant.
  const isVague =
    best?.reading.kind === 'figure' && ['over', 'under'].includes(claim.quantity.precision);
  const isTold = claim.doubt === null || (best?.verdict === 'agrees' && !isVague);
  if (best !== undefined && isTold) return best;
  if (first === undefined || reason !== null) {
    return { claim, reason: reason ?? 'noFigure', candidates: [] };
  }
  if (claim.doubt !== null) return { claim, reason: claim.doubt, candidates: judged };
  return { ...first, others: claim.readings.slice(1) };
}

function judgeReading(
  tables: Tables,
  claim: Claim,
  reading: Reading,
): JudgedClaim | UnjudgedClaim['reason'] {
  const { unit } = tables;
  const figures = figuresOf(tables, reading);
  if (typeof figures === 'string') return figures;
  const { quantity } = claim;
  const value = readValue(reading, figures, quantity.power);
  if (value === null) return 'unclear';
  const outcome: Outcome = compare(quantity, value) ??
    (isShownDifference(reading, figures, quantity) ? agrees : null) ?? {
      verdict: 'differs',
      doubt: null,
    };
  const other = outcome.verdict === 'differs' ? otherMeasure(unit, reading, quantity) : null;
  return {
    claim,
    reading,
    others: [],
    figures,
    ...(other === null ? outcome : { verdict: 'doubtful', doubt: other }),
    stated: decimalText(quantity.digits, quantity.decimals),
    table: shownApart(value, quantity, outcome),
  };
}

/** At the text's digits; at more where it would look the same and is not, or like nothing: 4.2 亿多元 of 4.1528 亿元. */
function shownApart(
  value: Ratio,
  { digits, decimals, kind }: Quantity,
  { verdict }: Outcome,
): string {
  const shown = shownDecimal(value, decimals);
  if (verdict === 'agrees' || kind === 'count') return shown;
  const isNothing = value.numerator !== 0n && !/[1-9]/.test(shown);
  const isAlike = shown === decimalText(digits, decimals);
  return isAlike || isNothing ? shownDecimal(value, decimals + apartDecimals) : shown;
}

const apartDecimals = 4;

/** The figures of a reading: one, or part and whole, or this and last year's; else why one is missing. */
function figuresOf(
  { unit, round, before }: Tables,
  reading: Reading,
): readonly Figure[] | UnjudgedClaim['reason'] {
  if (reading.kind === 'figure') {
    const figure = figureOf(unit, reading.figure);
    return typeof figure === 'string' ? figure : [figure];
  }
  const { part, whole } = reading;
  const isGrowth = reading.kind === 'growth' || reading.kind === 'difference';
  const first = figureOf(unit, part);
  if (typeof first === 'string') return first;
  // In July the tables hold half a year's execution, and of another year the final accounts.
  const isComparable = round !== 'july' || part.measure === 'budgeted';
  if (isGrowth && (before === null || !isComparable)) return 'noLastYear';
  const second = figureOf(isGrowth && before !== null ? before : unit, whole);
  if (typeof second === 'string') return isGrowth ? 'noLastYear' : second;
  return [first, second];
}

/** What a reading says that the number is; amounts in a unit of 10^`power` yuan. */
function readValue(reading: Reading, figures: readonly Figure[], power: number): Ratio | null {
  const [figure, whole] = figures;
  if (figure === undefined) return null;
  if (whole === undefined) return valueOf(figure, power);
  switch (reading.kind) {
    case 'figure':
    case 'executionRate':
    case 'share':
      return percentOf(figure, whole);
    case 'growth': {
      const value = percentOf(figure, whole);
      if (value === null) return null;
      const { numerator, denominator } = value;
      return {
        numerator: BigInt(reading.direction) * (numerator - 100n * denominator),
        denominator,
      };
    }
    case 'comparison':
    case 'difference': {
      const [now, then] = [valueOf(figure, power), valueOf(whole, power)];
      if (now === null || then === null) return null;
      return {
        numerator:
          BigInt(reading.direction) *
          (now.numerator * then.denominator - then.numerator * now.denominator),
        denominator: now.denominator * then.denominator,
      };
    }
  }
}

/** Of two figures as they are printed the difference may be another in its last place. */
function isShownDifference(
  reading: Reading,
  figures: readonly Figure[],
  { power, digits, decimals, precision }: Quantity,
): boolean {
  const isDifference = reading.kind === 'difference' || reading.kind === 'comparison';
  if (!isDifference || precision !== 'exact') return false;
  const [now, then] = figures.map((figure) => {
    const value = valueOf(figure, power);
    return value === null ? null : roundedTo(value, decimals);
  });
  return now != null && then != null && BigInt(reading.direction) * (now - then) === digits;
}

/** The figure, or why there is none. */
function figureOf(
  unit: UnitReturn,
  named: NamedFigure,
): Figure | 'noTable' | 'noFigure' | 'unclear' {
  const tables: TableView[] =
    named.line === 'total'
      ? [...unit.tables.values()]
      : [unit.tables.get(named.form)].filter((table) => table !== undefined);
  if (tables.length === 0) return 'noTable';
  for (const table of tables) {
    const line =
      named.line === 'total'
        ? table.total
        : table.lines.find((each) => each.kind === 'serviceArea' && each.line.id === named.line);
    const figure = line?.figures[named.block][named.measure];
    if (figure === undefined || figure.blank) continue;
    return figure.amount === null || !figure.unitSettled || figure.resultCause !== null
      ? 'unclear'
      : figure;
  }
  return 'noFigure';
}

type Outcome = Pick<JudgedClaim, 'verdict' | 'doubt'>;
const agrees: Outcome = { verdict: 'agrees', doubt: null };

/** Null where the figures differ. */
function compare(quantity: Quantity, value: Ratio): Outcome | null {
  const { digits, decimals, precision } = quantity;
  if (precision === 'exact') {
    if (roundedTo(value, decimals) === digits) return agrees;
    const cut = (value.numerator * tenTo(decimals)) / value.denominator;
    return cut === digits ? { verdict: 'doubtful', doubt: { kind: 'cutOff' } } : null;
  }
  return compareRound(quantity, value);
}

/** A round number is held to the place of its last digit that is not zero. */
function compareRound({ digits, decimals, precision }: Quantity, value: Ratio): Outcome | null {
  const zeros = /0*$/.exec(String(digits))?.[0].length ?? 0;
  const step = (digits === 0n ? 1n : tenTo(zeros)) * value.denominator;
  const stated = digits * value.denominator;
  const actual = value.numerator * tenTo(decimals);
  const off = actual - stated;
  switch (precision) {
    case 'about':
      return absolute(off) < step ? agrees : null;
    case 'under':
      return off <= 0n && -off <= step ? agrees : null;
    case 'atLeast':
      if (off < 0n) return null;
      return off < step ? agrees : { verdict: 'doubtful', doubt: { kind: 'farBelow' } };
    case 'over':
      return off >= 0n ? agrees : null;
    case 'exact':
      return null;
  }
}

/** Another column of the same place that the text's figure is equal to. */
function otherMeasure(unit: UnitReturn, reading: Reading, quantity: Quantity): Doubt | null {
  // 近 4.1 亿元 is true of too much to be another column's figure.
  if (reading.kind !== 'figure' || quantity.kind !== 'amount' || quantity.precision !== 'exact')
    return null;
  for (const measure of amountMeasures) {
    if (measure === reading.figure.measure) continue;
    const figure = figureOf(unit, { ...reading.figure, measure });
    if (typeof figure === 'string') continue;
    const value = valueOf(figure, quantity.power);
    const isEqual = value !== null && compare(quantity, value)?.verdict === 'agrees';
    if (isEqual) return { kind: 'otherMeasure', measure };
  }
  return null;
}
