/** The round before stands in other sheets of the same workbook: what did the units report there? */
import type { ReportingRound } from '../domain/forms/rounds';
import type { WorkbookGrids } from '../domain/grid';
import type { LastRound } from '../domain/lastRound/lastRound';
import { lastRoundOf, yearOf } from '../domain/lastRound/lastRound';
import { recogniseWorkbook } from '../domain/recognise/recogniseWorkbook';
import type { UnitReturn } from '../domain/returns/unitReturn';
import { viewReturns } from '../domain/returns/unitReturn';
import type { CheckMemory } from './checkMemory';

/** The returns of a year, which are the round before of the others. */
export function ownLastRound(
  workbook: WorkbookGrids,
  year: number,
  round: ReportingRound | null,
  memory: CheckMemory,
): LastRound {
  const { returns } = recogniseWorkbook(workbook, memory.recognise);
  const before = viewReturns(returns, workbook).filter((unit) => yearOf(unit) === year);
  return { ...lastRoundOf(before, round), own: before.map(({ id }) => id) };
}

/** Years that may be those of a round before: all but the latest, the newest first. */
export function earlierYears(units: readonly UnitReturn[]): readonly number[] {
  const years = new Set(units.flatMap((unit) => yearOf(unit) ?? []));
  return [...years].sort((one, other) => other - one).slice(1);
}
