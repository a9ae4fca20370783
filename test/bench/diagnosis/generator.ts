/**
 * What do honest pairs of tables look like? Drawn line by line from stated laws, so that an oracle
 * can know them exactly.
 *
 * A unit has a size (how large its amounts are), a density (how many lines are used, in each of the
 * two budgets) and a habit (how many decimals its clerk types). On a used line the budgeted amount is
 * log-normal; the executed amount equals it or differs by a ratio; the final accounts likewise equal
 * or differ from the executed amount; the count is a rounded log-normal of at least one. Table 2
 * follows the same laws on its own lines except one, the balancing line of each budget, which takes
 * what makes both tables agree.
 */
import { AMOUNT_DECIMALS, type Amount } from '../../../src/domain/amount';
import { recomputed, type Pair } from '../../domain/diagnose/pair';
import { seeded, type Random } from './random';

export type Unit = 'tenThousandYuan' | 'yuan';

/** The law of an amount that follows another of its row. */
export interface FollowLaw {
  readonly zeroShare: number;
  readonly equalShare: number;
  /** Of the unequal: log ratio ~ Laplace(shift, width) in this share, else uniform(low, high). */
  readonly nearShare: number;
  readonly shift: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
}

/** Everything that generated one pair. */
export interface Laws {
  readonly unit: Unit;
  /** Share of each number of decimal places, in the sheet's unit (negative: whole tens …). */
  readonly places: ReadonlyMap<number, number>;
  /** Log-normal of budgeted amounts in the sheet's unit, per table. */
  readonly size: readonly { readonly centre: number; readonly width: number }[];
  readonly executed: FollowLaw;
  readonly finalAccounts: FollowLaw;
  readonly count: readonly { readonly centre: number; readonly width: number }[];
  /** Table 2's balancing line for each of the two budgets; null where the budget is not used. */
  readonly balancing: readonly (number | null)[];
}

/** An honest pair and its laws. */
export interface Generated {
  readonly pair: Pair;
  readonly laws: Laws;
}

const TABLE_LINES = [19, 6] as const;
const SCALE = 10n ** BigInt(AMOUNT_DECIMALS);

/** Township, county, city, province: centre of ln(amount in 万元). */
const SIZES = [2.2, 4, 5.5, 7.5] as const;

/** Habits: decimals typed in 万元, by share. */
const HABITS: readonly ReadonlyMap<number, number>[] = [
  new Map([
    [0, 0.3],
    [1, 0.2],
    [2, 0.4],
    [4, 0.1],
  ]),
  new Map([
    [2, 0.85],
    [1, 0.05],
    [0, 0.1],
  ]),
  new Map([
    [4, 0.7],
    [2, 0.2],
    [0, 0.1],
  ]),
  new Map([
    [6, 0.8],
    [2, 0.2],
  ]),
  new Map([
    [0, 0.9],
    [1, 0.1],
  ]),
];

/** A value rounded to a number of places (negative: to tens …), as an amount; at least one unit. */
function rounded(value: number, places: number): Amount {
  const factor = 10 ** Math.abs(places);
  const whole = BigInt(Math.max(1, Math.round(places < 0 ? value / factor : value * factor)));
  const exact = BigInt(factor);
  return places < 0 ? whole * exact * SCALE : (whole * SCALE) / exact;
}

interface RowAmounts {
  readonly budgeted: Amount;
  readonly executed: Amount;
  readonly finalAccounts: Amount;
}

function drawPlaces(random: Random, laws: Laws): number {
  const entries = [...laws.places];
  return entries[random.weighted(entries.map(([, share]) => share))]?.[0] ?? 2;
}

function drawFollowing(random: Random, laws: Laws, law: FollowLaw, amount: Amount): Amount {
  if (amount === 0n || random.next() < law.zeroShare) return 0n;
  if (random.next() < law.equalShare) return amount;
  const near = random.next() < law.nearShare;
  const log = near
    ? law.shift + random.laplace(law.width)
    : law.low + random.next() * (law.high - law.low);
  return rounded((Number(amount) / Number(SCALE)) * Math.exp(log), drawPlaces(random, laws));
}

function drawRow(random: Random, laws: Laws, table: number): RowAmounts {
  const { centre, width } = laws.size[table] ?? { centre: 4, width: 1 };
  const value = Math.exp(centre + width * random.normal());
  const budgeted = rounded(value, drawPlaces(random, laws));
  const executed = drawFollowing(random, laws, laws.executed, budgeted);
  const finalAccounts = drawFollowing(random, laws, laws.finalAccounts, executed);
  return { budgeted, executed, finalAccounts };
}

function drawCount(random: Random, laws: Laws, table: number): Amount {
  const { centre, width } = laws.count[table] ?? { centre: 1, width: 1 };
  return BigInt(Math.max(1, Math.round(Math.exp(centre + width * random.normal())))) * SCALE;
}

function drawLaws(random: Random, unit: Unit): Omit<Laws, 'balancing'> {
  const shift = unit === 'yuan' ? 4 : 0;
  const size = random.pick(SIZES) + 0.4 * random.normal() + shift * Math.LN10;
  const habit = random.pick(HABITS);
  const width = 1 + 0.5 * random.next();
  const count = 0.8 + random.next();
  return {
    unit,
    places: new Map([...habit].map(([places, share]) => [places - shift, share])),
    size: [
      { centre: size, width },
      { centre: size + 1, width: 0.9 },
    ],
    executed: {
      zeroShare: 0.02,
      equalShare: 0.15 + 0.45 * random.next(),
      nearShare: 0.85,
      shift: -0.02,
      width: 0.03 + 0.09 * random.next(),
      low: -1.2,
      high: 0.2,
    },
    finalAccounts: {
      zeroShare: 0.02,
      equalShare: 0.5 + 0.4 * random.next(),
      nearShare: 0.9,
      shift: 0,
      width: 0.02 + 0.04 * random.next(),
      low: -0.5,
      high: 0.3,
    },
    count: [
      { centre: count, width: 0.9 },
      { centre: count + 0.9, width: 0.8 },
    ],
  };
}

/** The four figures of one line in one block: count, budgeted, executed, final accounts. */
type Quad = readonly [Amount, Amount, Amount, Amount];
const NOTHING: Quad = [0n, 0n, 0n, 0n];

function drawQuad(random: Random, laws: Laws, table: number): Quad {
  const { budgeted, executed, finalAccounts } = drawRow(random, laws, table);
  return [drawCount(random, laws, table), budgeted, executed, finalAccounts];
}

function sumQuads(quads: readonly Quad[]): Quad {
  const at = (index: 0 | 1 | 2 | 3): Amount => quads.reduce((sum, quad) => sum + quad[index], 0n);
  return [at(0), at(1), at(2), at(3)];
}

/** Draws one budget of both tables; null when the balancing line does not work out. */
function drawBudget(
  random: Random,
  laws: Laws,
  shares: readonly [number, number],
): { lines: readonly [readonly Quad[], readonly Quad[]]; balancing: number | null } | null {
  const first = Array.from({ length: TABLE_LINES[0] }, () =>
    random.next() < shares[0] ? drawQuad(random, laws, 0) : NOTHING,
  );
  const total = sumQuads(first);
  const empty = Array.from({ length: TABLE_LINES[1] }, () => NOTHING);
  if (total[1] === 0n) return { lines: [first, empty], balancing: null };
  const balancing = random.below(TABLE_LINES[1]);
  const second = empty.map((_, line) =>
    line !== balancing && random.next() < shares[1] ? drawQuad(random, laws, 1) : NOTHING,
  );
  const used = sumQuads(second);
  const rest: Quad = [
    total[0] - used[0],
    total[1] - used[1],
    total[2] - used[2],
    total[3] - used[3],
  ];
  if (rest.some((value) => value <= 0n)) return null;
  const lines = second.map((quad, line) => (line === balancing ? rest : quad));
  return { lines: [first, lines], balancing };
}

/**
 * Draws an honest pair: two tables with their totals, every equality exact.
 *
 * @param seed the same seed gives the same pair
 */
export function generatePair(seed: number, unit: Unit): Generated {
  const random = seeded(seed);
  for (;;) {
    const laws = drawLaws(random, unit);
    const density = 0.3 + 0.6 * random.next();
    const funds = random.next() < 0.2 ? 0 : 0.05 + 0.35 * random.next();
    const draft: Laws = { ...laws, balancing: [null, null] };
    const general = drawBudget(random, draft, [density, 0.75]);
    const fund = drawBudget(random, draft, [funds, 0.4]);
    if (general === null || fund === null || general.balancing === null) continue;
    const pair = TABLE_LINES.map((lines, table) => [
      ...Array.from({ length: lines }, (_, line) => [
        ...blanked(general.lines[table]?.[line]),
        ...blanked(fund.lines[table]?.[line]),
        ...Array.from({ length: 4 }, (): Amount | null => null),
      ]),
      Array.from({ length: 12 }, (): Amount | null => null),
    ]);
    return {
      pair: recomputed(pair),
      laws: { ...laws, balancing: [general.balancing, fund.balancing] },
    };
  }
}

function blanked(quad: Quad = NOTHING): readonly (Amount | null)[] {
  return quad.map((value) => (value === 0n ? null : value));
}
