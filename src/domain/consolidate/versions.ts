/** Which units of a set are one unit given several times for a year, and which of them counts (U-010)? */
import type { TakenUnit } from './takenUnit';

/** A unit as it is compared with its other versions. */
export interface Version {
  readonly unit: TakenUnit;
  /** From 1, in the order given. */
  readonly number: number;
  /** As names are compared. */
  readonly name: string;
  /** The same for the same figures; empty where all are zero. */
  readonly key: string;
}

/** The versions of one unit for one year. */
export interface Versions<One extends Version> {
  readonly members: readonly One[];
  /** As those state it that do; null where none does. */
  readonly fiscalYear: number | null;
  readonly same: boolean;
  /** True where the user has said that they are no versions of one unit: all of them count. */
  readonly areSeveral: boolean;
  /** The number of the one that stands for all; null where the user is to choose. */
  readonly counted: number | null;
  readonly superseded: ReadonlySet<number>;
}

/** What decides between versions. */
export interface VersionChoice<One extends Version> {
  /** The year that is added up. */
  readonly fiscalYear: number | null;
  /** The ones (ids) that the user has chosen. */
  readonly chosen: ReadonlySet<string>;
  /** True where the user has said that a unit counts beside its namesakes. */
  readonly isSeveral: (one: One) => boolean;
  /** True where nothing but its other versions keeps a unit from counting. */
  readonly canCount: (one: One) => boolean;
}

/**
 * Units that stand several times for a year; halves with one table each are not the same twice. A unit
 * that states no year is a version of its namesakes that do. Of versions with the same figures the one
 * stands for all that can count.
 */
export function versionsOf<One extends Version>(
  units: readonly One[],
  { fiscalYear, chosen, isSeveral, canCount }: VersionChoice<One>,
): Versions<One>[] {
  return groupsOf(units, fiscalYear).flatMap(({ members, year }): Versions<One>[] => {
    const forms = members.flatMap(({ unit }) => [...unit.tables.keys()]);
    const [first] = members;
    if (first === undefined || members.length < 2 || new Set(forms).size === forms.length) {
      return [];
    }
    const same = members.every(
      ({ key, unit }) => key === first.key && sameTables(unit, first.unit),
    );
    if (members.every(isSeveral)) {
      return [{ members, fiscalYear: year, same, areSeveral: true, ...noneGivesWay }];
    }
    const isOfYear = year === null || year === fiscalYear;
    const rank = (one: One): number =>
      (isOfYear && canCount(one) ? 2 : 0) + (one.unit.fiscalYear === null ? 0 : 1);
    const best = [...members].sort((a, b) => rank(b) - rank(a))[0];
    const preferred = members.find(({ unit }) => chosen.has(unit.id)) ?? (same ? best : undefined);
    const counted = preferred?.number ?? null;
    const superseded = members.map(({ number }) => number).filter((number) => number !== counted);
    return [
      {
        members,
        fiscalYear: year,
        same,
        areSeveral: false,
        counted,
        superseded: new Set(superseded),
      },
    ];
  });
}

const noneGivesWay = { counted: null, superseded: new Set<number>() } as const;

interface Group<One> {
  readonly members: readonly One[];
  readonly year: number | null;
}

/** By name and year; those without a year with their namesakes of the year added up, or of the latest. */
function groupsOf<One extends Version>(
  units: readonly One[],
  fiscalYear: number | null,
): Group<One>[] {
  const years = new Map<string, number>();
  for (const { name, unit } of units) {
    const [before, year] = [years.get(name), unit.fiscalYear];
    if (year === null || before === fiscalYear) continue;
    if (before === undefined || year === fiscalYear || year > before) years.set(name, year);
  }
  const groups = new Map<string, { members: One[]; year: number | null }>();
  for (const one of units) {
    const year = one.unit.fiscalYear ?? years.get(one.name) ?? null;
    const key = `${year ?? ''}|${one.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { members: [one], year });
    else group.members.push(one);
  }
  return [...groups.values()];
}

function sameTables(a: TakenUnit, b: TakenUnit): boolean {
  return (
    a.tables.size === b.tables.size && [...a.tables.keys()].every((form) => b.tables.has(form))
  );
}
