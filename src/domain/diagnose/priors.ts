/**
 * How often does what happen? Every prior of the diagnosis, in one place.
 *
 * An explanation costs the logarithm of the odds of each of its acts: one slip somewhere among all
 * figures, one event somewhere in the unit, the share of its pattern, its place among the places that
 * it could have had. The shortest description wins; what it is worth against the others is its
 * posterior. Counts exist for digits only (Scholtus 2009: 152 slips in balances of 4,381 records);
 * everything else is assumed, and the benchmark shows what a tenfold change of it does.
 */
import type { EventKind, SlipPattern } from './types';

/** Patterns that share what happens to one cell; `unexplained` stands beside them. */
export type SharedPattern = Exclude<SlipPattern, 'unexplained'>;

export interface Priors {
  /** Slips per figure. */
  readonly slipRate: number;
  /** What share of slips shows each pattern. */
  readonly patterns: Readonly<Record<SharedPattern, number>>;
  /** Share of slips that show no pattern, before the odds of the very value. */
  readonly unexplained: number;
  /** Events per unit. */
  readonly events: Readonly<Record<EventKind, number>>;
  /** Units in which something happened that none of the events describes, per failing measure. */
  readonly other: number;
  /** A posterior from which something is said to be so, and offered. */
  readonly claim: number;
}

/** All patterns equally frequent, as no count of real slips in these tables exists. */
const equalPatterns: Priors['patterns'] = {
  transposition: 0.1,
  substitution: 0.1,
  omission: 0.1,
  insertion: 0.1,
  decimalShift: 0.1,
  unitShift: 0.1,
  signFlip: 0.1,
  swappedCells: 0.1,
  wrongLine: 0.1,
  staleTotal: 0.1,
};

/** The digit slips' common share divided as counted: 112 replaced, 15 left out, 14 exchanged, 11 added. */
const countedPatterns: Priors['patterns'] = {
  ...equalPatterns,
  substitution: (0.4 * 112) / 152,
  omission: (0.4 * 15) / 152,
  transposition: (0.4 * 14) / 152,
  insertion: (0.4 * 11) / 152,
};

export const PRIORS: Priors = {
  slipRate: 1 / 1000,
  patterns: equalPatterns,
  unexplained: 0.005,
  events: {
    projectMissing: 1e-2,
    otherBudget: 3e-3,
    scaled: 5e-3,
    exchanged: 3e-3,
    shifted: 3e-3,
    outsideTable: 1e-2,
    differentDraft: 5e-3,
  },
  other: 1e-9,
  claim: 0.9,
};

/** The same with digit slips as counted in real balance edits. */
export const COUNTED_PRIORS: Priors = { ...PRIORS, patterns: countedPatterns };

/** The same with all events this many times as frequent. */
export function withEventsTimes(priors: Priors, factor: number): Priors {
  const { events } = priors;
  const times = (kind: EventKind): number => events[kind] * factor;
  return {
    ...priors,
    events: {
      projectMissing: times('projectMissing'),
      otherBudget: times('otherBudget'),
      scaled: times('scaled'),
      exchanged: times('exchanged'),
      shifted: times('shifted'),
      outsideTable: times('outsideTable'),
      differentDraft: times('differentDraft'),
    },
  };
}
