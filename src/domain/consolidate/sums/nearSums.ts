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
    const before = near.get(total);
    if (found === null || isKnown(total)) return;
    if (before === undefined || found.differing.length < before.differing.length) {
      near.set(total, found);
    }
  };
  for (const group of likelyGroups(addends, columns)) {
    yield;
    const whole = new Map(group.columns.map((column) => [column, column.times]));
    const sum = yield* totalOf(whole);
    for (const total of group.totals ?? group.columns) {
      const own = whole.get(total) ?? 0;
      if (!mayBeNear(total, sum, own)) continue;
      consider(total, new Map([...whole].filter(([column]) => column !== total)), null);
    }
  }
  if (columns.length >= 3 && columns.length <= mostInViews) {
    for (const view of search.views) {
      for (const [total, parts] of yield* sumsInView(columns, view)) {
        consider(total, parts, columns.length);
      }
    }
  }
  yield* addNamed(addends, columns, near, isKnown);
  return [...near.entries()]
    .flatMap(([{ members }, found]) => members.map((total) => ({ ...found, total })))
    .sort((a, b) => a.total - b.total);
}

/** The greatest power of ten that divides all of a unit's money: the place to which it is rounded. */
function grainOf({ figures, filled }: Column, { isCount }: NearSearch): Amount {
  let grain = 10n ** 30n;
  let isMoney = false;
  for (const at of filled) {
    if (isCount(at)) continue;
    isMoney = true;
    while ((figures[at] ?? 0n) % grain !== 0n) grain /= 10n;
  }
  return isMoney ? grain : 1n;
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

function* sumsInView(
  columns: readonly Column[],
  view: readonly number[],
): Generator<undefined, [Column, Parts][]> {
  const addends = columns.map(({ figures, members }, at): Addend => ({
    name: `${at}`,
    workbook: `${at}`,
    folder: `${members.length} ${at}`,
    figures: view.map((equation) => figures[equation] ?? 0n),
  }));
  const { sums } = yield* findSumsInSteps(addends);
  return sums.flatMap(({ total, parts }): [Column, Parts][] => {
    const column = columns[total];
    if (column === undefined) return [];
    const own = parts.flatMap((part) => columns[part] ?? []);
    return [[column, new Map(own.map((part) => [part, part.times]))]];
  });
}

interface Comparison {
  readonly search: NearSearch;
  readonly grainBy: ReadonlyMap<Column, Amount>;
  readonly totals: number;
}

/** What a total and parts have to do with each other; null where it is not enough, or they are equal. */
function compared(
  total: Column,
  parts: Parts,
  candidates: number | null,
  { search, grainBy, totals }: Comparison,
): NearSum | null {
  const units = unitsOfParts(parts);
  if (units.length < 2) return null;
  const sum = sumOf(parts, total.figures.length);
  const tolerance = toleranceOf(total, parts, grainBy);
  const [differing, rounded]: [number[], number[]] = [[], []];
  const values = new Map<string, number>();
  let all = 0;
  for (const [at, figure] of total.figures.entries()) {
    const summed = sum[at] ?? 0n;
    if (figure === 0n && summed === 0n) continue;
    all += 1;
    const off = absolute(figure - summed);
    if (off > (search.isCount(at) ? 0n : tolerance)) differing.push(at);
    else {
      if (off > 0n) rounded.push(at);
      const bits = bitsOf(figure, search.isCount(at) || off === 0n ? null : 2n * tolerance);
      const digits = absolute(figure).toString().replace(/0+$/, '');
      values.set(digits, Math.min(bits, values.get(digits) ?? bits));
    }
  }
  if (differing.length + rounded.length === 0) return null;
  if (differing.length * 100 > all * mostDiffering) return null;
  const bits = [...values.values()].reduce((so, one) => so + one, 0);
  const choices = candidates === null ? 0 : subsetBits(candidates, parts.size);
  const surplus = bits - choices - Math.log2(totals) - subsetBits(all, differing.length);
  if (surplus < provingBits) return null;
  const shown = differing.length > 0 ? differing : rounded;
  return {
    total: total.members[0] ?? 0,
    parts: units,
    basis: differing.length > 0 ? 'differs' : 'rounded',
    sureness: 'probable',
    differing: shown,
    summed: new Map(shown.map((at) => [at, sum[at] ?? 0n])),
    compared: all,
  };
}

function sumOf(parts: Parts, length: number): Amount[] {
  const sum = new Array<Amount>(length).fill(0n);
  for (const [{ figures, filled }, times] of parts) {
    for (const at of filled) sum[at] = (sum[at] ?? 0n) + (figures[at] ?? 0n) * BigInt(times);
  }
  return sum;
}

/** What may be left where the total, or each of its parts, was rounded. */
function toleranceOf(total: Column, parts: Parts, grainBy: ReadonlyMap<Column, Amount>): Amount {
  const own = grainBy.get(total) ?? 1n;
  let [ofParts, count] = [own, 0n];
  for (const [column, times] of parts) {
    ofParts += (grainBy.get(column) ?? 1n) * BigInt(times);
    count += BigInt(times);
  }
  const ofEach = own * count;
  return (ofParts > ofEach ? ofParts : ofEach) / 2n;
}

/** Bits of a figure that agrees, to a tolerance or exactly. */
function bitsOf(figure: Amount, tolerance: Amount | null): number {
  if (tolerance !== null) {
    return Math.max(0, Math.log2(Number(absolute(figure)) / Number(tolerance + 1n)));
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
  const isAlike = share.size >= 90 && share.size <= 110 && share.notLess >= 60;
  return isAlike && parts >= fewestBeside && share.near >= 60 ? 'unclear' : null;
}

/** In hundredths: its size of the others' together; figures of theirs that it reaches, or comes near to. */
function shareOf(
  total: Column,
  sum: readonly Amount[],
  times: number,
): { readonly size: number; readonly notLess: number; readonly near: number } {
  let [size, all, notLess, near, own] = [0n, 0, 0, 0, 0n];
  for (const [at, figure] of total.figures.entries()) {
    const others = (sum[at] ?? 0n) - BigInt(times) * figure;
    own += absolute(figure);
    if (others === 0n && figure === 0n) continue;
    size += absolute(others);
    all += 1;
    if (figure * 10n >= others * 7n) notLess += 1;
    if (figure * 10n >= others * 7n && figure * 7n <= others * 10n) near += 1;
  }
  const hundredths = (count: number) => (all === 0 ? 0 : Math.round((100 * count) / all));
  return {
    size: size === 0n ? 0 : Number((100n * own) / size),
    notLess: hundredths(notLess),
    near: hundredths(near),
  };
}
