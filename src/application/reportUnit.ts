/** The user speaks of one unit of a workbook: which of its returns is meant, and which is last year's? */
import type { ReportingRound } from '../domain/forms/rounds';
import type { Measure } from '../domain/forms/terms';
import type { NotCompared } from '../domain/lastRound/comparable';
import { comparedWith } from '../domain/lastRound/comparable';
import { lastRoundOf } from '../domain/lastRound/lastRound';
import { comparableUnitName } from '../domain/recognise/heading';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { tablesOfReturn } from '../domain/returns/unitReturn';

/** The unit's return, and the one of the year before where the workbook has it. */
export interface ChosenReturn {
  readonly unit: UnitReturn;
  readonly before: UnitReturn | null;
}

/** The return that is meant, or why it cannot be told. */
export type UnitChoice =
  | { readonly kind: 'chosen'; readonly chosen: ChosenReturn }
  /** No return is that unit's; `names` are those that there are. */
  | { readonly kind: 'unknownUnit'; readonly names: readonly string[] }
  | { readonly kind: 'severalUnits' };

/**
 * The latest return of the named unit, or of the only one.
 *
 * @param name as the user writes it; null where none is named
 */
export function chooseUnit(units: readonly UnitReturn[], name: string | null): UnitChoice {
  const names = [...new Set(units.map((unit) => nameOf(unit) ?? ''))].filter((each) => each !== '');
  const wanted = name === null ? null : comparableUnitName(name);
  const own = units.filter(
    (unit) => wanted === null || comparableUnitName(nameOf(unit) ?? '') === wanted,
  );
  if (own.length === 0) return { kind: 'unknownUnit', names };
  const isOne = new Set(own.map((unit) => comparableUnitName(nameOf(unit) ?? ''))).size === 1;
  const years = own.map(yearOf);
  const isDated = new Set(years).size === own.length && !years.includes(null);
  if (!isOne || (own.length > 1 && !isDated)) return { kind: 'severalUnits' };
  const [unit, before] = [...own].sort((a, b) => (yearOf(b) ?? 0) - (yearOf(a) ?? 0));
  if (unit === undefined) return { kind: 'unknownUnit', names };
  const isYearBefore = before !== undefined && yearOf(before) === (yearOf(unit) ?? 0) - 1;
  return { kind: 'chosen', chosen: { unit, before: isYearBefore ? before : null } };
}

/** The return of that number; null where there is none. */
export function chooseNumber(units: readonly UnitReturn[], number: number): ChosenReturn | null {
  const unit = units.find((one) => one.number === number);
  return unit === undefined ? null : { unit, before: returnBefore(units, unit) };
}

/** The same unit's return of the year before, where there is just one. */
export function returnBefore(units: readonly UnitReturn[], unit: UnitReturn): UnitReturn | null {
  const [name, year] = [nameOf(unit), yearOf(unit)];
  if (name === null || year === null) return null;
  const found = units.filter(
    (one) =>
      comparableUnitName(nameOf(one) ?? '') === comparableUnitName(name) &&
      yearOf(one) === year - 1,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The same unit's return of the year before in another workbook; the reason where there is none, or where its
 * figures are not of the same span: of last July's round, or of a round that neither the user nor the figures tell.
 *
 * @param otherRound what the user says that the workbook is; null where they do not
 */
export function returnBeforeIn(
  others: readonly UnitReturn[],
  unit: UnitReturn,
  round: ReportingRound,
  otherRound: ReportingRound | null,
): UnitReturn | NotCompared {
  const before = returnBefore(others, unit);
  const compared = comparedWith(
    unit,
    round,
    lastRoundOf(before === null ? others : [before], otherRound),
  );
  if (typeof compared === 'string') return compared;
  const needed: Measure = round === 'july' ? 'budgeted' : 'executed';
  return before !== null && compared.change.includes(needed) ? before : 'nothingInCommon';
}

function nameOf(unit: UnitReturn): string | null {
  return tablesOfReturn(unit)[0]?.table.heading.reportingUnit.value ?? null;
}

function yearOf(unit: UnitReturn): number | null {
  return tablesOfReturn(unit)[0]?.table.heading.fiscalYear.value ?? null;
}
