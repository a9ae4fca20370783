/** What does a check depend on besides the workbook? */
import type { ReportingRound } from '../forms/rounds';
import type { LastRound } from '../lastRound/lastRound';

/** A calendar day. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Settings of one run. */
export interface CheckSettings {
  readonly round: ReportingRound;
  /** True: no rounding intervals, every difference is an error. */
  readonly strict: boolean;
  /** Execution rate in percent under which R-030 warns; null switches it off. */
  readonly lowestExecutionRate: number | null;
  readonly today: CalendarDay;
  /** What was reported in the round before; absent where nothing is set beside the workbook. */
  readonly lastRound?: LastRound;
}
