/** What do the columns of each reporting round hold, and which must be filled? (Note 2 of the forms.) */
import type { Measure } from './terms';

/** The round in which the tables are filed. */
export type ReportingRound = 'january' | 'july' | 'annual';

/** What one round asks for. */
export interface RoundRequirements {
  /** Measures that must be filled. */
  readonly required: readonly Measure[];
  /**
   * Whether 决算数 belongs to the same year as 预算数 and 执行数. In July it is last year's, so that
   * it must not be compared with them.
   */
  readonly finalAccountsOfSameYear: boolean;
  /** The fiscal year as years before the one in which the round is filed; null where any past year fits. */
  readonly yearsBack: number | null;
}

/** Requirements by round. */
export const roundRequirements: Readonly<Record<ReportingRound, RoundRequirements>> = {
  january: { required: ['budgeted', 'executed'], finalAccountsOfSameYear: true, yearsBack: 1 },
  july: {
    required: ['budgeted', 'executed', 'finalAccounts'],
    finalAccountsOfSameYear: false,
    yearsBack: 0,
  },
  annual: {
    required: ['budgeted', 'executed', 'finalAccounts'],
    finalAccountsOfSameYear: true,
    yearsBack: null,
  },
};

/** Rounds in the order of the year. */
export const reportingRounds: readonly ReportingRound[] = ['january', 'july', 'annual'];
