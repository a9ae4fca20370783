/**
 * Which units are the sum of others but for some figures: rounded, or one corrected since, or added up
 * wrongly; or are called so, and are of the size? Looked for among the likely groups, and among the sums
 * that the figures of one measure, or of some lines, come to exactly.
 */
import type { Amount } from '../../amount';
import { absolute } from '../../amount';
import type { Addend, Column, Parts } from './columns';
import { columnsOf, totalOf, unitsOfParts } from './columns';
import type { Sureness } from './evidence';
import { provingBits, subsetBits } from './evidence';
import { findSumsInSteps } from './findSums';
import { likelyGroups } from './groups';
import type { Numbers } from './numbers';
import { numbersOf } from './numbers';
import type { Budget } from './partSearch';

/** Why a unit is taken for a sum though its figures are not exactly that. */
export type NearBasis =
  /** They differ by what rounding leaves. */
  | 'rounded'
  /** Most are exactly that, some are not. */
  | 'differs'
  /** Its name, or its size beside the others, says so. */
  | 'named';

/** A unit that is nearly the sum of others. */
export interface NearSum {
  readonly total: number;
  /** Two at least, ascending. */
  readonly parts: readonly number[];
  readonly basis: NearBasis;
  readonly sureness: Exclude<Sureness, 'certain'>;
  /** Equations in which it differs by more than rounding, or of a rounded one by anything, ascending. */
  readonly differing: readonly number[];
  /** By equation, of those. */
  readonly summed: ReadonlyMap<number, Amount>;
  /** Equations in which the total or the parts have a figure. */
  readonly compared: number;
}

/** What is known of the set besides its columns. */
export interface NearSearch {
  /** By equation: true for numbers of projects, which nobody rounds. */
  readonly isCount: (equation: number) => boolean;
  /** Selections of equations; an error in one figure leaves some of them untouched. */
  readonly views: readonly (readonly number[])[];
  /** Units that are exactly sums of others, or may be. */
  readonly known: ReadonlySet<number>;
  /** Those of them that are no parts of sums. */
  readonly aside: ReadonlySet<number>;
}

/** So many figures, of a hundred, may differ. */
const mostDiffering = 40;

/** Figures looked at in the searches of all views, at most. */
const mostStepsInViews = 60_000_000;

/** Up to so many units the views are searched for sums. */
const mostInViews = 216;

/** Units that are nearly the sum of others, by index; none that is exactly that. */
export function* findNearSums(
  addends: readonly Addend[],
  search: NearSearch,
): Generator<undefined, NearSum[]> {
  const all = yield* columnsOf(addends);
  const isIn = (units: ReadonlySet<number>) => (column: Column) =>
    column.members.some((member) => units.has(member));
  const [isKnown, isAside] = [isIn(search.known), isIn(search.aside)];
  const columns = all.filter((column) => !isAside(column));
  const grains = columns.map((column) => grainOf(column, search));
  const grainBy = new Map(columns.map((column, at) => [column, grains[at] ?? 1n]));
  const near = new Map<Column, NearSum>();
  const consider = (total: Column, parts: Parts, candidates: number | null): void => {
    const found = compared(total, parts, candidates, { search, grainBy, totals: columns.length });
    if (found === null || isKnown(total)) return;
    near.set(total, better(near.get(total) ?? null, found) ?? found);
  };
  for (const group of likelyGroups(addends, columns)) {
    yield;
    const whole: Parts = new Map(group.columns.map((column) => [column, column.times]));
    const sum = yield* totalOf(whole);
    for (const total of group.totals ?? group.columns) {
      yield;
      const own = whole.get(total) ?? 0;
      if (!mayBeNear(total, sum, own)) continue;
      consider(total, new Map([...whole].filter(([column]) => column !== total)), null);
    }
  }
  if (columns.length >= 3 && columns.length <= mostInViews) {
    const budget = { steps: mostStepsInViews };
    const numbers = yield* numbersOf(all);
    // The greatest first: they are the likeliest sums.
    for (const total of [...columns].sort((a, b) => (a.size < b.size ? 1 : -1))) {
      yield;
      if (isKnown(total) || near.has(total)) continue;
      const grain = Number((grainBy.get(total) ?? 1n) / numbers.scale);
      const candidates = columns.filter((part) => mostlyFits(part, total, numbers, grain));
      if (!areEnough(candidates, total)) continue;
      const addends = [...candidates, total];
      for (const view of search.views) {
        budget.steps -= addends.length * addends.length * view.length;
        if (budget.steps < 0) break;
        const parts = yield* partsInView(addends, view, budget);
        if (parts !== null) consider(total, parts, candidates.length);
      }
    }
  }
  yield* addNamed(addends, columns, near, isKnown);
  return [...near.entries()]
    .flatMap(([{ members }, found]) => members.map((total) => ({ ...found, total })))
    .sort((a, b) => a.total - b.total);
}

/** Of fewer figures it cannot be told whether they were rounded, or are round. */
const fewestToBeRounded = 8;

/** The greatest power of ten that divides all of a unit's money: the place to which it is rounded. */
function grainOf({ figures, filled }: Column, { isCount }: NearSearch): Amount {
  let grain = 10n ** 30n;
  const money = filled.filter((at) => !isCount(at));
  for (const at of money) {
    while ((figures[at] ?? 0n) % grain !== 0n) grain /= 10n;
  }
  return money.length < fewestToBeRounded ? 1n : grain;
}

/** Quickly: at least a third of the figures are within a hundredth of what they should be. */
function mayBeNear(total: Column, sum: readonly Amount[], times: number): boolean {
  const own = BigInt(times);
  let near = 0;
  for (const at of total.filled) {
    const figure = total.figures[at] ?? 0n;
    const others = (sum[at] ?? 0n) - own * figure;
    if (absolute(others - figure) * 20n <= absolute(figure)) near += 1;
  }
  return near * 3 >= total.filled.length;
}

/** Of a hundred figures of a part so many may be greater than the total's. */
const mostGreater = 10;

/** Quickly: in nearly all equations the total is no less, but for rounding. */
function mostlyFits(part: Column, total: Column, { values }: Numbers, grain: number): boolean {
  if (part === total || part.size > total.size) return false;
  const [small, great] = [values[part.at], values[total.at]];
  let left = Math.floor((part.filled.length * mostGreater) / 100);
  for (const at of part.filled) {
    if ((small?.[at] ?? 0) > (great?.[at] ?? 0) + grain) left -= 1;
    if (left < 0) return false;
  }
  return true;
}

/** Two at least, that may come to most of the total. */
function areEnough(candidates: readonly Column[], total: Column): boolean {
  const units = candidates.reduce((sum, { times }) => sum + times, 0);
  const size = candidates.reduce((sum, { size: own, times }) => sum + own * BigInt(times), 0n);
  return units >= 2 && size * 10n >= total.size * 6n;
}

/** What the last of some columns is the sum of, in some equations; null where of nothing. */
function* partsInView(
  columns: readonly Column[],
  view: readonly number[],
  budget: Budget,
): Generator<undefined, Parts | null> {
  const addends = columns.map(({ figures }, at): Addend => ({
    name: `${at}`,
    workbook: `${at}`,
    folder: `${at}`,
    figures: view.map((equation) => figures[equation] ?? 0n),
  }));
  const { sums } = yield* findSumsInSteps(addends, budget);
  const own = sums.find(({ total }) => total === columns.length - 1);
  if (own === undefined) return null;
  const parts = own.parts.flatMap((part) => columns[part] ?? []);
  return new Map(parts.map((part) => [part, part.times]));
}

interface Comparison {
  readonly search: NearSearch;
  readonly grainBy: ReadonlyMap<Column, Amount>;
  readonly totals: number;
}

/** With fewer bits to spare it is no more than coincidence; with fewer than prove it the unit counts until the user says. */
const likelyBits = 16;

/** What a total and parts have to do with each other; null where it is not enough, or they are equal. */
function compared(
  total: Column,
  parts: Parts,
  candidates: number | null,
  comparison: Comparison,
): NearSum | null {
  const { grainBy } = comparison;
  // No sum is less than one of its parts.
  if ([...parts.keys()].some(({ size }) => size > total.size)) return null;
  const grain = grainBy.get(total) ?? 1n;
  let ofParts = grain;
  for (const [column, times] of parts) ofParts += (grainBy.get(column) ?? 1n) * BigInt(times);
  // The sum was rounded, or what it was made of; or each part before they were added up.
  const whole = { sum: sumOf(parts, total, 1n, comparison), tolerance: ofParts / 2n };
  const each = { sum: sumOf(parts, total, grain, comparison), tolerance: 0n };
  const [first, second] = [whole, each].map((way) =>
    comparedWith(total, parts, candidates, comparison, { ...way, grain }),
  );
  return better(first ?? null, second ?? null);
}

/** Of two ways to read a unit as a sum the one that leaves less to be explained. */
function better(one: NearSum | null, other: NearSum | null): NearSum | null {
  if (one === null || other === null) return one ?? other;
  if (one.basis !== other.basis) return one.basis === 'rounded' ? one : other;
  return other.differing.length < one.differing.length ? other : one;
}

interface Way {
  readonly sum: readonly Amount[];
  /** What may be left of money. */
  readonly tolerance: Amount;
  readonly grain: Amount;
}

function comparedWith(
  total: Column,
  parts: Parts,
  candidates: number | null,
  { search, totals }: Comparison,
  { sum, tolerance, grain }: Way,
): NearSum | null {
  const units = unitsOfParts(parts);
  if (units.length < 2) return null;
  const exact = sumOf(parts, total, 1n, { search });
  const place = 2n * tolerance > grain ? 2n * tolerance : grain;
  const [differing, rounded]: [number[], number[]] = [[], []];
  const values = new Map<string, number>();
  let all = 0;
  for (const [at, figure] of total.figures.entries()) {
    const summed = sum[at] ?? 0n;
    if (figure === 0n && summed === 0n) continue;
    all += 1;
    const isCount = search.isCount(at);
    if (absolute(figure - summed) > (isCount ? 0n : tolerance)) differing.push(at);
    else {
      if (figure !== exact[at]) rounded.push(at);
      const bits = bitsOf(figure, isCount || figure === exact[at] ? null : place);
      const digits = absolute(figure).toString().replace(/0+$/, '');
      values.set(digits, Math.min(bits, values.get(digits) ?? bits));
    }
  }
  if (differing.length + rounded.length === 0) return null;
  if (differing.length * 100 > all * mostDiffering) return null;
  const bits = [...values.values()].reduce((so, one) => so + one, 0);
  const choices = candidates === null ? 0 : subsetBits(candidates, parts.size);
  const surplus = bits - choices - Math.log2(totals) - subsetBits(all, differing.length);
  if (surplus < likelyBits) return null;
  const shown = differing.length > 0 ? differing : rounded;
  return {
    total: total.members[0] ?? 0,
    parts: units,
    basis: differing.length > 0 ? 'differs' : 'rounded',
    sureness: surplus >= provingBits ? 'probable' : 'unclear',
    differing: shown,
    summed: new Map(shown.map((at) => [at, exact[at] ?? 0n])),
    compared: all,
  };
}

/** What parts come to by equation, their money rounded to a place before. */
function sumOf(
  parts: Parts,
  { figures: { length } }: Column,
  grain: Amount,
  { search }: Pick<Comparison, 'search'>,
): Amount[] {
  const sum = new Array<Amount>(length).fill(0n);
  for (const [{ figures, filled }, times] of parts) {
    for (const at of filled) {
      const figure = figures[at] ?? 0n;
      const own = search.isCount(at) ? figure : roundedTo(figure, grain);
      sum[at] = (sum[at] ?? 0n) + own * BigInt(times);
    }
  }
  return sum;
}

/** Half away from zero. */
function roundedTo(figure: Amount, grain: Amount): Amount {
  if (grain === 1n) return figure;
  const size = ((absolute(figure) + grain / 2n) / grain) * grain;
  return figure < 0n ? -size : size;
}

/** Bits of a figure that agrees, to a place or exactly. */
function bitsOf(figure: Amount, grain: Amount | null): number {
  if (grain !== null) {
    return Math.max(0, Math.log2(Number(absolute(figure)) / Number(grain)));
  }
  const digits = absolute(figure).toString().replace(/0+$/, '');
  return digits === '' ? 0 : Math.log2(Number(digits));
}

/** Units whose name or size says that they are sums, whatever their figures. */
function* addNamed(
  addends: readonly Addend[],
  columns: readonly Column[],
  near: Map<Column, NearSum>,
  isKnown: (column: Column) => boolean,
): Generator<undefined, void> {
  const others = columns.filter((column) => !near.has(column));
  for (const group of likelyGroups(addends, others)) {
    yield;
    const whole = new Map(group.columns.map((column) => [column, column.times]));
    const sum = yield* totalOf(whole);
    for (const total of group.totals ?? group.columns) {
      yield;
      if (near.has(total) || isKnown(total)) continue;
      const parts = new Map([...whole].filter(([column]) => column !== total));
      const units = unitsOfParts(parts);
      if (units.length < 2) continue;
      const covers = group.totals !== undefined;
      const sureness = byName(total, sum, whole.get(total) ?? 0, units.length, covers);
      if (sureness === null) continue;
      near.set(total, {
        total: total.members[0] ?? 0,
        parts: units,
        basis: 'named',
        sureness,
        differing: [],
        summed: new Map(),
        compared: 0,
      });
    }
  }
}

/** Units of a set that a size can be told beside. */
const fewestBeside = 3;

function byName(
  total: Column,
  sum: readonly Amount[],
  times: number,
  parts: number,
  covers: boolean,
): NearSum['sureness'] | null {
  const calling = total.calling;
  const share = shareOf(total, sum, times);
  const isOfSize = share.size >= 70 && share.size <= 150 && share.notLess >= 60;
  if (calling !== 'own') {
    if (isOfSize) return 'probable';
    return covers || calling === 'all' ? 'unclear' : null;
  }
  if (parts < fewestBeside) return null;
  const isAlike = share.size >= 90 && share.size <= 110 && share.notLess >= 60 && share.near >= 60;
  const isOver = share.isNowhereLess && share.size <= 150;
  return isAlike || isOver ? 'unclear' : null;
}

/** A unit beside others together, in hundredths. */
interface Share {
  /** Its size. */
  readonly size: number;
  /** Figures that are not much less than theirs, and those that are near to them. */
  readonly notLess: number;
  readonly near: number;
  readonly isNowhereLess: boolean;
}

function shareOf(total: Column, sum: readonly Amount[], times: number): Share {
  let [size, all, notLess, near, own] = [0n, 0, 0, 0, 0n];
  let isNowhereLess = true;
  for (const [at, figure] of total.figures.entries()) {
    const others = (sum[at] ?? 0n) - BigInt(times) * figure;
    own += absolute(figure);
    if (others === 0n && figure === 0n) continue;
    size += absolute(others);
    all += 1;
    if (figure < others) isNowhereLess = false;
    if (figure * 10n >= others * 7n) notLess += 1;
    if (figure * 10n >= others * 7n && figure * 7n <= others * 10n) near += 1;
  }
  const hundredths = (count: number) => (all === 0 ? 0 : Math.round((100 * count) / all));
  return {
    size: size === 0n ? 0 : Number((100n * own) / size),
    notLess: hundredths(notLess),
    near: hundredths(near),
    isNowhereLess,
  };
}
