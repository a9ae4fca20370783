/**
 * How plausible is a value in its place, before anybody slipped?
 *
 * The table itself tells: how many decimals its amounts have, how large they are, and how close the
 * measures of one line and block are to each other (预算 ≈ 执行 ≈ 决算, a count only where there are
 * amounts). Everything is learned from the stated figures with a few prior observations, by medians,
 * so that the wrong figures looked for do not matter. Totals carry no evidence: they follow.
 */
import { AMOUNT_DECIMALS, absolute, powerOfTen, type Amount } from '../amount';
import { PlaceIndex } from './places';
import type { DiagnosisFigure, DiagnosisSystem, FigurePosition } from './types';
import { valueOf } from './system';

/** Gives a figure's value; corrected values can be put in the place of stated ones. */
export type Reading = (system: number, figure: number) => Amount;

/** What one run knows about the plausibility of values. */
export interface Evidence {
  /**
   * Natural logarithm of the probability of `value` standing in a place, its row included.
   * Only differences between two values of one place mean something.
   */
  logPlausibility(system: number, figure: number, value: Amount, read: Reading): number;
  /** Logarithm of the probability of a whole row: everything in one table, line and block. */
  logRow(place: Omit<FigurePosition, 'column'>, read: Reading): number;
  /** Logarithm of the probability of the very value, by size and decimals alone. */
  logSpread(system: number, value: Amount): number;
}

/** Share of negative figures: about none. */
const NEGATIVE = Math.log(0.002);
/** Share of lines with amounts and no project, of projects without any amount, of a lone amount. */
const UNCOUNTED = 0.003;
const EMPTY_COUNTED = 0.03;
const ALONE = 0.03;
/** Whole numbers that end in more zeros than this count as ending in this many. */
const FEWEST = -4;

interface Spread {
  readonly logPlaces: readonly number[];
  readonly centre: number;
  readonly width: number;
  readonly zeroShare: number;
}

interface Closeness {
  readonly equalShare: number;
  readonly shift: number;
  readonly width: number;
}

/** Decimal places; below zero, the number of zeros that a whole number ends in. */
export function decimalsOf(value: Amount): number {
  if (value === 0n) return 0;
  const most = AMOUNT_DECIMALS - FEWEST;
  let zeros = 0;
  // Mostly the double is exact, and quicker.
  let double = Number(value);
  if (Number.isSafeInteger(double)) {
    while (zeros < most && double % 10 === 0) [double, zeros] = [double / 10, zeros + 1];
  } else {
    while (zeros < most && value % powerOfTen(zeros + 1) === 0n) zeros += 1;
  }
  return AMOUNT_DECIMALS - zeros;
}

function magnitude(value: Amount): number {
  return Math.log(Number(absolute(value))) - AMOUNT_DECIMALS * Math.LN10;
}

function median(values: readonly number[], otherwise: number): number {
  if (values.length === 0) return otherwise;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? otherwise;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? otherwise;
  return (upper + lower) / 2;
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log(Math.exp(a - high) + Math.exp(b - high));
}

/** log(share) where it is so, log(1 − share) where not. */
function logShare(share: number, isSo: boolean): number {
  return Math.log(isSo ? share : 1 - share);
}

function inputsOf(system: DiagnosisSystem): readonly number[] {
  const totals = new Set(system.equalities.map(({ total }) => total));
  return system.figures.flatMap(({ kind }, index) =>
    totals.has(index) || kind === 'free' ? [] : [index],
  );
}

function learnSpread(system: DiagnosisSystem, inputs: readonly number[]): Spread {
  const values = inputs.map((index) => valueOf(system.figures[index]));
  const used = values.filter((value) => value !== 0n);
  const counts = new Array<number>(AMOUNT_DECIMALS - FEWEST + 1).fill(0.1);
  const typical = system.quantity === 'count' ? 0 : 2;
  for (let place = FEWEST; place <= AMOUNT_DECIMALS; place += 1) {
    if (place === typical) counts[place - FEWEST] = 1;
    if (system.quantity === 'count' && place > 0) counts[place - FEWEST] = 1e-6;
  }
  for (const value of used) {
    const at = decimalsOf(value) - FEWEST;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  // One number in ten ends in a zero by chance.
  for (let at = counts.length - 1; at > 0; at -= 1) {
    counts[at - 1] = Math.max(counts[at - 1] ?? 0, 0.1 * (counts[at] ?? 0));
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const sizes = used.map(magnitude);
  const prior = system.quantity === 'count' ? 1.5 : 5;
  const centre = median(sizes, prior);
  const deviation = median(
    sizes.map((size) => Math.abs(size - centre)),
    1,
  );
  return {
    logPlaces: counts.map((count) => Math.log(count / total)),
    centre,
    width: Math.max(0.7, 1.5 * deviation),
    zeroShare: (values.length - used.length + 1) / (values.length + 2),
  };
}

/** Logarithm of the share of the numbers with as many decimals that one number has per unit. */
function logSpacing(spread: Spread, value: Amount): number {
  const place = decimalsOf(value);
  return (spread.logPlaces[place - FEWEST] ?? -30) - place * Math.LN10 - Math.log(0.9);
}

function logLaplace(distance: number, width: number): number {
  return -Math.abs(distance) / width - Math.log(2 * width);
}

function learnCloseness(ratios: readonly number[], pairs: number, equal: number): Closeness {
  const shift = ratios.length >= 5 ? median(ratios, 0) : 0;
  const deviations = ratios.map((ratio) => Math.abs(ratio - shift));
  const seen = median(deviations, 0.15) / Math.LN2;
  return {
    equalShare: (equal + 1) / (pairs + 2.5),
    shift,
    width: Math.max(0.01, (seen * ratios.length + 0.15 * 3) / (ratios.length + 3)),
  };
}

/** What the figures of one system tell, worked out when it is asked for, and once. */
class Learned {
  #inputs: readonly number[] | null = null;
  #inputSet: ReadonlySet<number> | null = null;
  #spread: Spread | null = null;
  readonly #logSpreads = new Map<Amount, number>();
  readonly #closeness = new WeakMap<DiagnosisSystem, Closeness>();

  constructor(private readonly system: DiagnosisSystem) {}

  get inputs(): readonly number[] {
    return (this.#inputs ??= inputsOf(this.system));
  }

  get spread(): Spread {
    return (this.#spread ??= learnSpread(this.system, this.inputs));
  }

  isInput(figure: number): boolean {
    return (this.#inputSet ??= new Set(this.inputs)).has(figure);
  }

  logSpread(value: Amount): number {
    let log = this.#logSpreads.get(value);
    if (log === undefined) {
      log = logSpreadOf(this.spread, value);
      this.#logSpreads.set(value, log);
    }
    return log;
  }

  /** How close another measure's amounts are to this one's. */
  closenessTo(
    other: DiagnosisSystem,
    beside: (figure: DiagnosisFigure) => number | undefined,
  ): Closeness {
    let learned = this.#closeness.get(other);
    if (learned === undefined) {
      learned = this.#learnClosenessTo(other, beside);
      this.#closeness.set(other, learned);
    }
    return learned;
  }

  #learnClosenessTo(
    { figures }: DiagnosisSystem,
    beside: (figure: DiagnosisFigure) => number | undefined,
  ): Closeness {
    const ratios: number[] = [];
    let pairs = 0;
    let equal = 0;
    for (const index of this.inputs) {
      const figure = this.system.figures[index];
      if (figure === undefined) continue;
      const a = valueOf(figure);
      if (a <= 0n) continue;
      const b = valueOf(figures[beside(figure) ?? -1]);
      if (b <= 0n) continue;
      pairs += 1;
      if (a === b) equal += 1;
      else ratios.push(magnitude(b) - magnitude(a));
    }
    return learnCloseness(ratios, pairs, equal);
  }
}

function logSpreadOf(spread: Spread, value: Amount): number {
  if (value === 0n) return Math.log(0.05);
  const size = magnitude(value);
  const z = (size - spread.centre) / spread.width;
  const near = Math.log(0.9) - (z * z) / 2 - Math.log(spread.width * Math.sqrt(2 * Math.PI));
  const density = logSum(near, Math.log(0.1 / 40));
  return density - size + logSpacing(spread, value) + (value < 0n ? NEGATIVE : 0);
}

const known = new WeakMap<DiagnosisSystem, Learned>();

function learnedFrom(system: DiagnosisSystem): Learned {
  let learned = known.get(system);
  if (learned === undefined) {
    learned = new Learned(system);
    known.set(system, learned);
  }
  return learned;
}

/**
 * Learns what is plausible from all systems of a run together.
 *
 * @param places where the systems' figures stand, if that is known already
 */
export function learnEvidence(
  systems: readonly DiagnosisSystem[],
  places: PlaceIndex = new PlaceIndex(systems),
): Evidence {
  const learned = systems.map(learnedFrom);
  const spreadAt = (index: number): Spread | undefined => learned[index]?.spread;
  const isInput = (system: number, figure: number): boolean =>
    learned[system]?.isInput(figure) === true;
  const amounts = systems.flatMap((system, index) =>
    system.quantity === 'amount' && system.comparable !== false ? [index] : [],
  );
  const counts = systems.flatMap((system, index) => (system.quantity === 'count' ? [index] : []));

  const figureAt = (system: number, place: FigurePosition): number | undefined =>
    places.figureAt(system, place);

  const nowhere: Closeness = learnCloseness([], 0, 0);
  const closenessOf = (first: number, second: number): Closeness => {
    const other = systems[second];
    if (other === undefined) return nowhere;
    return learned[first]?.closenessTo(other, ({ place }) => figureAt(second, place)) ?? nowhere;
  };

  const logSpread = (system: number, value: Amount): number =>
    learned[system]?.logSpread(value) ?? Math.log(0.05);

  /** log p(second | first) for two amounts of one row, both above zero. */
  const logGiven = (
    first: number,
    second: number,
    firstValue: Amount,
    secondValue: Amount,
  ): number => {
    const near = closenessOf(first, second);
    const spread = spreadAt(second);
    if (spread === undefined) return 0;
    const distance = magnitude(secondValue) - magnitude(firstValue) - near.shift;
    const body = logSum(
      Math.log(0.7) + logLaplace(distance, near.width),
      logSum(
        Math.log(0.25) + logLaplace(distance, 4 * near.width + 0.1),
        Math.log(0.05) + logLaplace(distance, 3),
      ),
    );
    // Between coarse values a narrow density is no longer one: nothing is likelier than certain.
    const very = body - magnitude(secondValue) + logSpacing(spread, secondValue);
    const different = Math.log(1 - near.equalShare) + Math.min(0, very);
    return secondValue === firstValue ? logSum(Math.log(near.equalShare), different) : different;
  };

  /** log p(used or not) given the other measures of the row. */
  const logUse = (
    system: number,
    figure: DiagnosisFigure,
    used: boolean,
    read: Reading,
  ): number => {
    const usedThere = (others: readonly number[]): readonly boolean[] =>
      others.flatMap((other) => {
        const index = other === system ? undefined : figureAt(other, figure.place);
        return index === undefined ? [] : [read(other, index) !== 0n];
      });
    const amountsUsed = usedThere(amounts);
    const countsUsed = usedThere(counts);
    if (systems[system]?.quantity === 'count') {
      if (amountsUsed.length === 0) return logShare(spreadAt(system)?.zeroShare ?? 0.5, !used);
      const any = amountsUsed.includes(true);
      return logShare(any ? UNCOUNTED : EMPTY_COUNTED, any ? !used : used);
    }
    // An amount without a project is wrong; a project may lack one of its amounts.
    const uncounted = countsUsed.includes(false) ? logShare(UNCOUNTED, used) : 0;
    if (amountsUsed.length === 0 && countsUsed.length === 0) {
      return logShare(spreadAt(system)?.zeroShare ?? 0.5, !used);
    }
    const other = amountsUsed.length === 0 ? countsUsed : amountsUsed;
    return other.reduce(
      (log, there) => log + logShare(ALONE, there !== used) / other.length,
      uncounted,
    );
  };

  const logPlausibility: Evidence['logPlausibility'] = (system, index, value, read) => {
    const figure = systems[system]?.figures[index];
    if (figure === undefined || !isInput(system, index)) return 0;
    const use = logUse(system, figure, value !== 0n, read);
    const own = amounts.indexOf(system);
    const nearest = (step: number): { system: number; value: Amount } | null => {
      for (let at = own + step; own >= 0 && at >= 0 && at < amounts.length; at += step) {
        const other = amounts[at] ?? -1;
        const otherFigure = figureAt(other, figure.place);
        if (otherFigure === undefined) continue;
        const otherValue = read(other, otherFigure);
        if (otherValue > 0n) return { system: other, value: otherValue };
      }
      return null;
    };
    const before = nearest(-1);
    const after = nearest(1);
    // A row is a chain: each amount is held against the one before it, or stands alone.
    const follows = (from: typeof before, to: { system: number; value: Amount }): number =>
      from === null
        ? logSpread(to.system, to.value)
        : logGiven(from.system, to.system, from.value, to.value);
    if (value === 0n) return use + (after === null ? 0 : follows(before, after));
    const here = { system, value: absolute(value) };
    const sign = value < 0n ? NEGATIVE : 0;
    return use + sign + follows(before, here) + (after === null ? 0 : follows(here, after));
  };

  const logRow: Evidence['logRow'] = (place, read) => {
    const values = systems.map((_, system) => {
      const figure = places.figureAt(system, place);
      return figure === undefined ? 0n : read(system, figure);
    });
    const zeroShare = spreadAt(amounts[0] ?? counts[0] ?? 0)?.zeroShare ?? 0.5;
    if (values.every((value) => value === 0n)) return Math.log(zeroShare);
    let log = Math.log(1 - zeroShare);
    const hasAmount = amounts.some((system) => (values[system] ?? 0n) !== 0n);
    let before: { system: number; value: Amount } | null = null;
    systems.forEach(({ quantity, comparable }, system) => {
      const value = values[system] ?? 0n;
      if (quantity === 'count') {
        if (value === 0n) log += hasAmount ? Math.log(UNCOUNTED) : 0;
        else log += logSpread(system, value) + (hasAmount ? 0 : Math.log(EMPTY_COUNTED));
      } else if (value === 0n) {
        log += hasAmount ? Math.log(ALONE) : 0;
      } else if (before === null || comparable === false) {
        log += logSpread(system, value);
      } else {
        log += logGiven(before.system, system, before.value, absolute(value));
        if (value < 0n) log += NEGATIVE;
      }
      if (quantity === 'amount' && comparable !== false && value !== 0n) {
        before = { system, value: absolute(value) };
      }
    });
    return log;
  };

  return { logPlausibility, logRow, logSpread };
}
