/**
 * What do the figures of a set's units have to do with each other, whatever the user decides: which are
 * the same, and which units are the sum of others (U-020)? Found out once for the same units.
 */
import type { FormId } from '../forms/terms';
import { comparableUnitName } from '../recognise/heading';
import { atOnce } from '../steps';
import { figureKey, figureTable } from './figureTable';
import type { LabelMap } from './labelMap';
import type { Addend } from './sums';
import { findSumsInSteps } from './sums';
import type { TakenUnit } from './takenUnit';

/** What was found out about the units of a set, each in its place. */
export interface ComparedSet {
  /** As names are compared. */
  readonly names: readonly string[];
  /** The same for the same figures; empty where all are zero. */
  readonly keys: readonly string[];
  /** Each unit that is a sum, with its parts behind it, in the order of the units. */
  readonly sums: readonly (readonly number[])[];
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
  if (first === undefined) return { names: [], keys: [], sums: [] };
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
  const { rows, forms } = yield* figureTable(units, labels);
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
    });
    yield;
  }
  const sums = yield* sumsAmong(all, forms);
  return { names: all.map(({ name }) => name), keys: all.map(({ key = '' }) => key), sums };
}

/**
 * Each sum with its parts behind it. Where units lack a table, the sums are looked for in each form's
 * own figures, too: a whole unit may be the sum of others of which one forgot a table.
 */
function* sumsAmong(
  all: readonly Compared[],
  forms: readonly FormId[],
): Generator<undefined, (readonly number[])[]> {
  const found = new Map<Compared, readonly number[]>();
  const whole = all.filter(({ unit }) => isWhole(unit));
  for (const [total, parts] of yield* membersOfSums(whole, whole)) {
    found.set(total, [total, ...parts].map(indexOf));
  }
  if (whole.length < all.length) {
    for (const form of new Set(forms)) {
      const among = all.filter(({ unit }) => unit.tables.has(form));
      if (among.length <= whole.length) continue;
      const addends = among.map(({ name, workbook, folder, figures }) => {
        return { name, workbook, folder, figures: figures.filter((_, at) => forms[at] === form) };
      });
      for (const [total, parts] of yield* membersOfSums(addends, among)) {
        if (found.has(total)) continue;
        const isNew = isWhole(total.unit) && parts.some(({ unit }) => !isWhole(unit));
        if (isNew) found.set(total, [total, ...parts].map(indexOf));
      }
    }
  }
  return [...found.values()].sort(([a = 0], [b = 0]) => a - b);
}

/** Sums among addends as the units that they stand for. */
function* membersOfSums(
  addends: readonly Addend[],
  among: readonly Compared[],
): Generator<undefined, [Compared, readonly Compared[]][]> {
  return (yield* findSumsInSteps(addends)).flatMap(
    ({ total, parts }): [Compared, readonly Compared[]][] => {
      const first = among[total];
      return first === undefined ? [] : [[first, parts.flatMap((index) => among[index] ?? [])]];
    },
  );
}

function indexOf({ index }: Compared): number {
  return index;
}

/** True where a unit has every table that it has to have. */
export function isWhole({ forms, tables }: TakenUnit): boolean {
  return forms.needed.every((form) => tables.has(form));
}
