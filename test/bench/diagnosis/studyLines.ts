/** Neighbouring lines exchanged, an amount on the wrong line: several explanations tie; which leads? */
import { AMOUNT_DECIMALS, isWhole, type Amount } from '../../../src/domain/amount';
import { diagnose } from '../../../src/domain/diagnose/diagnose';
import {
  slipsOf,
  figureAt,
  keyOf,
  systemsOf,
  type Cell,
  type Pair,
} from '../../domain/diagnose/pair';
import { generatePair, type Laws, type Unit } from './generator';
import { logProbability, normalised } from './oracle';
import { printTable } from './print';
import { seeded, type Random } from './random';
import { isPutRight } from './studyDetermined';
import { ratio } from './studyFormula';
import { judge, oracleSuccess, percent, Tallies, type Tally } from './tally';
import { cellsOf, trialOf } from './trials';

/** The three events of this study; each is drawn as often, then a place where it can happen. */
const EVENTS = [
  'neighbours exchanged',
  'amount on the wrong line',
  'part on the wrong line',
] as const;
type LineEvent = (typeof EVENTS)[number];

/** What the goals need of this study. */
export interface LineFigures {
  readonly all: Tally;
}

interface Neighbours {
  readonly first: Cell;
  readonly second: Cell;
}

const TOTAL_BLOCK = 2;
const LEAST_PART = 0.05;
const GREATEST_PART = 0.9;

/** Vertical neighbours among the service-area lines of any block, the total block included. */
function neighboursOf(pair: Pair): readonly Neighbours[] {
  return cellsOf(pair).flatMap((first) => {
    const lines = pair[first.table]?.length ?? 0;
    const second = { ...first, line: first.line + 1 };
    return second.line < lines - 1 ? [{ first, second }] : [];
  });
}

function valueAt(pair: Pair, cell: Cell): Amount {
  return figureAt(pair, cell) ?? 0n;
}

/** How one event changes two true values: [first, second] → [first, second], or null. */
function drawEvent(
  random: Random,
  event: LineEvent,
  [a, b]: readonly [Amount, Amount],
  isCount: boolean,
): readonly [Amount, Amount] | null {
  switch (event) {
    case 'neighbours exchanged':
      return a !== 0n && b !== 0n && a !== b ? [b, a] : null;
    case 'amount on the wrong line':
      if ((a === 0n) === (b === 0n)) return null;
      return [b, a];
    case 'part on the wrong line': {
      if (a === 0n || b === 0n) return null;
      const downward = random.next() < 0.5;
      const from = downward ? a : b;
      const share = LEAST_PART + (GREATEST_PART - LEAST_PART) * random.next();
      const unit = 10n ** BigInt(AMOUNT_DECIMALS - (isCount ? 0 : placesOf(from)));
      const units = BigInt(Math.round((Number(from) / Number(unit)) * share));
      const part = units * unit;
      if (part <= 0n || part >= from) return null;
      return downward ? [a - part, b + part] : [a + part, b - part];
    }
  }
}

function placesOf(value: Amount): number {
  let [places, rest] = [AMOUNT_DECIMALS, value];
  while (places > 0 && rest % 10n === 0n) {
    places -= 1;
    rest /= 10n;
  }
  return places;
}

/** P(stated values | true values), all three events as frequent, up to a common factor. */
function eventProbability(
  meant: readonly [Amount, Amount],
  stated: readonly [Amount, Amount],
  weights: Readonly<Record<LineEvent, number>>,
  isCount: boolean,
): number {
  const [a, b] = meant;
  let probability = 0;
  if (stated[0] === b && stated[1] === a && a !== b) {
    if (a !== 0n && b !== 0n) probability += weights['neighbours exchanged'];
    else probability += weights['amount on the wrong line'];
  }
  if (a !== 0n && b !== 0n) {
    const [from, part] = stated[0] < a ? [a, a - stated[0]] : [b, b - stated[1]];
    const places = isCount ? 0 : placesOf(from);
    const share = Number(part) / Number(from);
    const onGrid = part > 0n && part < from && placesOf(part) <= places;
    if (onGrid && (!isCount || isWhole(part)) && share >= LEAST_PART && share <= GREATEST_PART) {
      const outcomes =
        ((GREATEST_PART - LEAST_PART) * Number(from)) / 10 ** (AMOUNT_DECIMALS - places);
      probability += (weights['part on the wrong line'] * 0.5) / Math.max(1, outcomes);
    }
  }
  return probability;
}

/** Posterior of the three blocks in which the two lines may have been confused. */
function oraclePosterior(
  laws: Laws,
  stated: Pair,
  { first, second }: Neighbours,
  difference: Amount,
  weights: Readonly<Record<LineEvent, number>>,
): readonly number[] {
  const measure = first.column % 4;
  return normalised(
    [0, 1, 2].map((block) => {
      const column = block * 4 + measure;
      const cells = [first, second].map((cell) => ({ ...cell, column }));
      const values = cells.map((cell) => valueAt(stated, cell));
      const [a = 0n, b = 0n] = values;
      // A total too low looks like an input too high.
      const off =
        (block === TOTAL_BLOCK) === first.column >= TOTAL_BLOCK * 4 ? difference : -difference;
      const meant = [a - off, b + off] as const;
      const isCount = measure === 0;
      const event = Math.log(eventProbability(meant, [a, b], weights, isCount));
      // Wrong totals leave the inputs as stated; wrong inputs are replaced.
      const inputs = [0, 1].flatMap((input) =>
        [first, second].map((cell) => ({ ...cell, column: input * 4 + measure })),
      );
      const change = new Map(
        block === TOTAL_BLOCK
          ? []
          : cells.map((cell, at) => [keyOf(cell), meant[at] ?? 0n] as const),
      );
      return event + logProbability(laws, stated, inputs, change);
    }),
  );
}

function possiblePlaces(pair: Pair, event: LineEvent): readonly Neighbours[] {
  return neighboursOf(pair).filter(({ first, second }) => {
    const [a, b] = [valueAt(pair, first), valueAt(pair, second)];
    switch (event) {
      case 'neighbours exchanged':
        return a !== 0n && b !== 0n && a !== b;
      case 'amount on the wrong line':
        return (a === 0n) !== (b === 0n);
      case 'part on the wrong line':
        return a !== 0n && b !== 0n;
    }
  });
}

function oneTrial(random: Random, seed: number, tallies: Tallies): void {
  const unit: Unit = seed % 2 === 0 ? 'tenThousandYuan' : 'yuan';
  const { pair, laws } = generatePair(seed, unit);
  const event = random.pick(EVENTS);
  const places = possiblePlaces(pair, event);
  if (places.length === 0) return;
  const { first, second } = random.pick(places);
  const isCount = first.column % 4 === 0;
  const drawn = drawEvent(random, event, [valueAt(pair, first), valueAt(pair, second)], isCount);
  if (drawn === null) return;
  const blank = (value: Amount): Amount | null => (value === 0n ? null : value);
  const { pair: wrong, truth } = trialOf(
    pair,
    new Map([
      [keyOf(first), blank(drawn[0])],
      [keyOf(second), blank(drawn[1])],
    ]),
  );
  const tally = tallies.of(event);
  tally.add(
    judge(slipsOf(systemsOf(wrong)), truth),
    event === 'neighbours exchanged' ? 'swappedCells' : 'wrongLine',
  );
  const weights: Record<LineEvent, number> = {
    'neighbours exchanged': 1 / Math.max(1, possiblePlaces(pair, 'neighbours exchanged').length),
    'amount on the wrong line':
      1 / Math.max(1, possiblePlaces(pair, 'amount on the wrong line').length),
    'part on the wrong line':
      1 / Math.max(1, possiblePlaces(pair, 'part on the wrong line').length),
  };
  const difference = drawn[0] - valueAt(pair, first);
  const posterior = oraclePosterior(laws, wrong, { first, second }, difference, weights);
  const { first: best, topThree } = oracleSuccess(posterior, Math.floor(first.column / 4));
  tally.addOracle(best, topThree);
}

/** The inputs of two neighbouring lines exchanged in two measures at once: are all four put right first? */
function twoMeasures(random: Random, trials: number): { trials: number; right: number } {
  const figures = { trials: 0, right: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const unit: Unit = trial % 2 === 0 ? 'tenThousandYuan' : 'yuan';
    const { pair } = generatePair(600_000 + trial, unit);
    const exchanges = neighboursOf(pair).filter(
      ({ first, second }) =>
        first.column % 4 === 1 &&
        first.column < 8 &&
        [0, 1].every((step) => {
          const [a, b] = [first, second].map((cell) =>
            valueAt(pair, { ...cell, column: cell.column + step }),
          );
          return a !== 0n && b !== 0n && a !== b;
        }),
    );
    if (exchanges.length === 0) continue;
    const { first, second } = random.pick(exchanges);
    const stated = new Map(
      [0, 1].flatMap((step) => {
        const [a, b] = [first, second].map((cell) => ({ ...cell, column: cell.column + step }));
        if (a === undefined || b === undefined) return [];
        return [
          [keyOf(a), figureAt(pair, b)],
          [keyOf(b), figureAt(pair, a)],
        ] as const;
      }),
    );
    const { pair: wrong, truth } = trialOf(pair, stated);
    figures.trials += 1;
    if (isPutRight(diagnose({ systems: systemsOf(wrong) }), truth)) figures.right += 1;
  }
  return figures;
}

/** Runs the study of confused lines, totals typed. */
export function studyLines(scale: number): LineFigures {
  const random = seeded(303);
  const tallies = new Tallies();
  for (let trial = 0; trial < Math.ceil(4000 * scale); trial += 1) {
    oneTrial(random, 500_000 + trial, tallies);
  }
  const several = twoMeasures(random, Math.ceil(400 * scale));
  const row = (label: string, tally: Tally): readonly string[] => [
    label,
    String(tally.trials),
    percent(tally.among, tally.trials),
    percent(tally.exact, tally.trials),
    percent(tally.oracleFirst, tally.trials),
    ratio(tally.exact, tally.oracleFirst),
    percent(tally.named, tally.trials),
    String(tally.tied),
    String(tally.wrong),
  ];
  printTable(
    'Confused lines, typed totals, all blocks: ours beside the oracle',
    ['event', 'trials', 'among', 'first', 'oracle', 'ratio', 'pattern named', 'tied', 'wrong'],
    [...EVENTS.map((event) => row(event, tallies.of(event))), row('all', tallies.sum())],
  );
  printTable(
    'Inputs of two neighbouring lines exchanged in two measures: one act',
    ['trials', 'put right first'],
    [[String(several.trials), percent(several.right, several.trials)]],
  );
  return { all: tallies.sum() };
}
