/** Which figures of two rounds are of the same year and span, and which of a year and the year before? */
import type { ReportingRound } from '../forms/rounds';
import type { Measure } from '../forms/terms';
import { amountMeasures } from '../forms/terms';
import type { UnitReturn } from '../returns/unitReturn';
import type { LastReturn, LastRound } from './lastRound';
import { unitNameOf, yearOf } from './lastRound';

/** What an amount covers: a year counted from the sheet's own, all of it or its first half. */
interface Coverage {
  readonly year: 0 | -1;
  readonly span: 'year' | 'half';
}

/** Note 2 of the forms; null where a figure need not be there, or is preliminary. */
const coverages: Readonly<
  Record<ReportingRound, Readonly<Partial<Record<Measure, Coverage | null>>>>
> = {
  january: {
    budgeted: { year: 0, span: 'year' },
    executed: { year: 0, span: 'year' },
    finalAccounts: null,
  },
  july: {
    budgeted: { year: 0, span: 'year' },
    executed: { year: 0, span: 'half' },
    finalAccounts: { year: -1, span: 'year' },
  },
  annual: {
    budgeted: { year: 0, span: 'year' },
    executed: { year: 0, span: 'year' },
    finalAccounts: { year: 0, span: 'year' },
  },
};

/** Two returns with what of them can be compared. */
export interface ComparedReturns {
  readonly last: LastReturn;
  /** The same figure in both: they must be equal. */
  readonly equal: readonly Measure[];
  /** This year's and last year's. */
  readonly change: readonly Measure[];
}

/** Why a unit's return is not compared with the round before. */
export type NotCompared =
  /** The workbook beside this one holds no return of the unit. */
  | 'unitNotThere'
  /** A year is not stated, here or there. */
  | 'yearUnknown'
  /** It is the same round of the same year, or nothing in it is of the same or the year before. */
  | 'nothingInCommon'
  /** Neither the user nor the figures say which round the other workbook is of. */
  | 'roundUnknown';

/** Whether a return is itself what the others are compared with. */
export function isOfLastRound({ id }: UnitReturn, { own = [] }: LastRound): boolean {
  return own.includes(id);
}

/** What a return is compared with; the reason where it is not. */
export function comparedWith(
  unit: UnitReturn,
  round: ReportingRound,
  lastRound: LastRound,
): ComparedReturns | NotCompared {
  if (isOfLastRound(unit, lastRound)) return 'nothingInCommon';
  const name = unitNameOf(unit);
  const own = lastRound.returns.filter((last) => name !== null && last.unit === name);
  if (own.length === 0) return 'unitNotThere';
  const year = yearOf(unit);
  const outcomes = own.map((last) => compareWith(last, year, round));
  // A workbook may hold the unit's returns of several years; the one that can be compared counts.
  const compared = outcomes.find((outcome) => typeof outcome !== 'string');
  return compared ?? outcomes[0] ?? 'unitNotThere';
}

function compareWith(
  last: LastReturn,
  year: number | null,
  round: ReportingRound,
): ComparedReturns | NotCompared {
  if (year === null || last.fiscalYear === null) return 'yearUnknown';
  const apart = year - last.fiscalYear;
  const rounds: readonly ReportingRound[] = last.round === null ? ['annual', 'july'] : [last.round];
  if (rounds.every((other) => other === round && apart === 0)) return 'nothingInCommon';
  // Not knowing which round the other is, only what holds for each that it may be is compared.
  const inAll = (isSo: (other: ReportingRound, measure: Measure) => boolean) =>
    amountMeasures.filter((measure) => rounds.every((other) => isSo(other, measure)));
  const equal = inAll((other, measure) => yearsApart(round, other, measure, apart) === 0);
  const change = inAll((other, measure) => yearsApart(round, other, measure, apart) === 1);
  if (equal.length + change.length > 0) return { last, equal, change };
  return rounds.length > 1 ? 'roundUnknown' : 'nothingInCommon';
}

/** By how many years a measure of the two rounds differs; null where their spans do. */
function yearsApart(
  round: ReportingRound,
  other: ReportingRound,
  measure: Measure,
  apart: number,
): number | null {
  const [here, there] = [coverages[round][measure], coverages[other][measure]];
  if (here == null || there == null || here.span !== there.span) return null;
  return apart + here.year - there.year;
}
