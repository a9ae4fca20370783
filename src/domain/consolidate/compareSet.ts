/**
 * What do the figures of a set's units have to do with each other, whatever the user decides: which are
 * the same, and which units are the sum of others (U-020), or nearly? Found out once for the same units.
 */
import type { Amount } from '../amount';
import { comparableUnitName } from '../recognise/heading';
import { atOnce } from '../steps';
import { callingsOf } from './calledSums';
import type { FigurePlaceInSet } from './figureTable';
import { figureKey, figureTable } from './figureTable';
import type { LabelMap } from './labelMap';
import type { NearlySame } from './nearlySame';
import { findNearlySame } from './nearlySame';
import type { Addend } from './sums/columns';
import type { Sureness } from './sums/evidence';
import { findSumsInSteps } from './sums/findSums';
import type { NearBasis } from './sums/nearSums';
import { findNearSums } from './sums/nearSums';
import type { TakenUnit } from './takenUnit';
import { sourceColumns } from './takenUnit';

/** A unit that is the sum of others, or may be. */
export interface SetSum {
  /** The unit, and behind it its parts, by their places in the set. */
  readonly members: readonly number[];
  readonly sureness: Sureness;
  readonly basis: 'exact' | NearBasis;
  /** The first of the figures that are not the sum's. */
  readonly differing: readonly DifferingFigure[];
  /** How many figures are not, and how many were compared. */
  readonly differingCount: number;
  readonly compared: number;
}

/** A figure of a unit that is nearly a sum; money in yuan. */
export interface DifferingFigure extends FigurePlaceInSet {
  readonly stated: Amount;
  readonly summed: Amount;
}

/** Figures that are told of a unit that is nearly a sum, at most. */
const mostDifferingTold = 20;

/** What was found out about the units of a set, each in its place. */
export interface ComparedSet {
  /** As names are compared. */
  readonly names: readonly string[];
  /** The same for the same figures; empty where all are zero. */
  readonly keys: readonly string[];
  /** In the order of the units that are sums. */
  readonly sums: readonly SetSum[];
  /** Units with nearly the same figures, two and two, by their places in the set. */
  readonly nearlySame: readonly NearlySame[];
  /** Units of which it could not be found out whether they are sums, ascending. */
  readonly unexamined: readonly number[];
}

interface Remembered {
  readonly units: readonly TakenUnit[];
  readonly labels: LabelMap;
  readonly compared: ComparedSet;
}

/** The last set that began with a unit: what the caller has let go of is let go of here. */
const known = new WeakMap<TakenUnit, Remembered>();

/** Compares the units of a set, unless the very same ones were compared before. */
export function compareSet(units: readonly TakenUnit[], labels: LabelMap): ComparedSet {
  return atOnce(compareInSteps(units, labels));
}

/** The same in steps of a few milliseconds, for who has something else to do meanwhile. */
export function* compareInSteps(
  units: readonly TakenUnit[],
  labels: LabelMap,
): Generator<undefined, ComparedSet> {
  const [first] = units;
  if (first === undefined) return { names: [], keys: [], sums: [], nearlySame: [], unexamined: [] };
  const before = known.get(first);
  if (before !== undefined && isOf(before, units, labels)) return before.compared;
  const compared = yield* compare(units, labels);
  known.set(first, { units, labels, compared });
  return compared;
}

function isOf(before: Remembered, units: readonly TakenUnit[], labels: LabelMap): boolean {
  return (
    before.units.length === units.length &&
    before.units.every((unit, at) => unit === units[at]) &&
    before.labels.saysTheSame(labels)
  );
}

interface Compared extends Addend {
  readonly index: number;
  readonly unit: TakenUnit;
}

function* compare(
  units: readonly TakenUnit[],
  labels: LabelMap,
): Generator<undefined, ComparedSet> {
  const { rows, places } = yield* figureTable(units, labels);
  const callings = callingsOf(units);
  const all: Compared[] = [];
  for (const [index, unit] of units.entries()) {
    const file = unit.source.kind === 'file' ? unit.source.file : '';
    const figures = rows[index] ?? [];
    all.push({
      index,
      unit,
      name: comparableUnitName(unit.name),
      workbook: file,
      folder: file.replace(/[^/\\]*$/, ''),
      figures,
      key: figureKey(figures),
      calling: callings[index] ?? 'own',
    });
    yield;
  }
  const whole = all.filter(({ unit }) => isWhole(unit));
  const found = yield* findSumsInSteps(whole);
  const exact = found.sums.map(({ total, parts, sureness }) => ({
    members: [total, ...parts].flatMap((at) => whole[at]?.index ?? []),
    sureness,
    ...exactly,
  }));
  const ofForms = yield* sumsOfForms(all, whole, places, new Set(exact.flatMap(totalOf)));
  const sums = [...exact, ...ofForms];
  const near = yield* nearSumsAmong(whole, places, sums);
  const isNear = new Set(near.flatMap(totalOf));
  const measureAt = (at: number) => sourceColumns[places[at]?.column ?? 0]?.measure;
  const nearlySame = yield* findNearlySame(
    all,
    (at) => measureAt(at) !== 'projectCount',
    (at) => measureAt(at) === 'budgeted',
  );
  return {
    names: all.map(({ name }) => name),
    keys: all.map(({ key = '' }) => key),
    sums: [...sums, ...near].sort(({ members: [a = 0] }, { members: [b = 0] }) => a - b),
    nearlySame,
    unexamined: found.unexamined
      .flatMap((at) => whole[at]?.index ?? [])
      .filter((index) => !isNear.has(index)),
  };
}

const exactly = { basis: 'exact', differing: [], differingCount: 0, compared: 0 } as const;

function totalOf({ members }: Pick<SetSum, 'members'>): readonly number[] {
  return members.slice(0, 1);
}

/**
 * Where units lack a table, the sums are looked for in each form's own figures, too: a whole unit may be
 * the sum of others of which one forgot a table.
 */
function* sumsOfForms(
  all: readonly Compared[],
  whole: readonly Compared[],
  places: readonly FigurePlaceInSet[],
  known: ReadonlySet<number>,
): Generator<undefined, SetSum[]> {
  if (whole.length === all.length) return [];
  const sums = new Map<number, SetSum>();
  for (const form of new Set(places.map((place) => place.form))) {
    const among = all.filter(({ unit }) => unit.tables.has(form));
    if (among.length <= whole.length) continue;
    const addends = among.map(({ name, workbook, folder, figures, calling = 'own' }) => {
      const own = figures.filter((_, at) => places[at]?.form === form);
      return { name, workbook, folder, figures: own, calling };
    });
    const found = yield* findSumsInSteps(addends);
    for (const { total, parts, sureness } of found.sums) {
      const [unit, of] = [among[total], parts.flatMap((at) => among[at] ?? [])];
      if (unit === undefined || known.has(unit.index) || sums.has(unit.index)) continue;
      if (!isWhole(unit.unit) || of.every((part) => isWhole(part.unit))) continue;
      const members = [unit, ...of].map(({ index }) => index);
      sums.set(unit.index, { members, sureness, ...exactly });
    }
  }
  return [...sums.values()];
}

/** Units that are nearly sums, where nothing says that they are exactly that. */
function* nearSumsAmong(
  whole: readonly Compared[],
  places: readonly FigurePlaceInSet[],
  sums: readonly SetSum[],
): Generator<undefined, SetSum[]> {
  const placeOf = new Map(whole.map(({ index }, at) => [index, at]));
  const placesOf = (some: readonly SetSum[]) =>
    new Set(some.flatMap(totalOf).flatMap((index) => placeOf.get(index) ?? []));
  const near = yield* findNearSums(whole, {
    isCount: (at) => sourceColumns[places[at]?.column ?? 0]?.measure === 'projectCount',
    views: viewsOf(places),
    known: placesOf(sums),
    aside: placesOf(sums.filter(({ sureness }) => sureness !== 'unclear')),
  });
  return near.map(({ total, parts, basis, sureness, differing, summed, compared }) => ({
    members: [total, ...parts].flatMap((at) => whole[at]?.index ?? []),
    sureness,
    basis,
    differing: differing.slice(0, mostDifferingTold).flatMap((at): DifferingFigure[] => {
      const place = places[at];
      const stated = whole[total]?.figures[at] ?? 0n;
      return place === undefined ? [] : [{ ...place, stated, summed: summed.get(at) ?? 0n }];
    }),
    differingCount: differing.length,
    compared,
  }));
}

/** The figures of each measure; those of every second line of a form, and of every third. */
function viewsOf(places: readonly FigurePlaceInSet[]): number[][] {
  const views = new Map<string, number[]>();
  const put = (key: string, at: number): void => {
    const view = views.get(key);
    if (view === undefined) views.set(key, [at]);
    else view.push(at);
  };
  for (const [at, { form, column }] of places.entries()) {
    put(sourceColumns[column]?.measure ?? '', at);
    const line = Math.floor(at / sourceColumns.length);
    for (const every of [2, 3]) put(`${form} ${every} ${line % every}`, at);
  }
  return [...views.values()];
}

/** True where a unit has every table that it has to have. */
export function isWhole({ forms, tables }: TakenUnit): boolean {
  return forms.needed.every((form) => tables.has(form));
}
