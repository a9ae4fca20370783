/**
 * A phrase of a report: a sentence in the manner of public reports, with places for figures.
 *
 * A place is `{…}`: `n` count, `b` budgeted, `x` executed, `f` final accounts, of the whole; `G.b`,
 * `F.b` of the general public and the fund budget; `A.b` of a service area, `K.b` of a kind of
 * service, `A.G.b` of both; `rate` execution rate, `A.rate`; `A.b%` a share of the whole, `G.b%`;
 * `A`, `B`, `C`, `K`, `M`, `N` the labels; `Y` the year, `Y-1` the year before; `P` the place.
 * In what has nothing to do with the tables `#` and `-` are any amount, `##` any whole number, `-n` any count,
 * `%%` and `-%` any rate.
 */
import type { ReportingRound } from '../../../../src/domain/forms/rounds';

/** A sentence (or a few that belong together). */
export interface Phrase {
  readonly text: string;
  /** Filed in these rounds; every round where none is named. */
  readonly rounds?: readonly ReportingRound[];
}

/** Phrases of one kind. */
export interface PhraseGroup {
  readonly name: string;
  readonly phrases: readonly Phrase[];
}

/** Phrases of every round. */
export function said(...texts: readonly string[]): readonly Phrase[] {
  return texts.map((text) => ({ text }));
}

/** Phrases that only some rounds have. */
export function saidIn(
  rounds: readonly ReportingRound[],
  ...texts: readonly string[]
): readonly Phrase[] {
  return texts.map((text) => ({ text, rounds }));
}
