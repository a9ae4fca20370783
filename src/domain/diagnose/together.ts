/**
 * How do several measures' explanations support each other?
 *
 * One mistake often touches the same places in several measures: both lines of an exchange, a whole
 * row typed in another unit, two neighbouring cells of one line exchanged.
 */
import type { Amount } from '../amount';
import type { Evidence, Reading } from './evidence';
import type { Candidate, MeasureOutcome } from './measure';
import { placeKey } from './places';
import type { Priors } from './priors';
import {
  newMemory,
  scoreProposals,
  type Proposal,
  type RankingContext,
  type RankingMemory,
  type Score,
} from './rank';
import { valueOf } from './system';
import type { DiagnosisSystem } from './types';

/** How much more often than by chance the same places are wrong in another measure, too. */
const SAME_PLACES = 30;

/** An explanation with its plausibility. */
export interface Scored {
  readonly candidate: Candidate;
  readonly proposals: readonly Proposal[];
  /** Where its figures stand: the same for the same cells of another measure. */
  readonly places: string;
  /** By itself, the other measures as stated. */
  readonly alone: Score;
  readonly score: Score;
}

/** What every ranking of a run shares. */
export interface Run {
  readonly systems: readonly DiagnosisSystem[];
  readonly evidence: Evidence;
  /** Per system: whether each figure is the total of some equality. */
  readonly isTotal: readonly (readonly boolean[])[];
  readonly priors: Priors;
  /** Per system. */
  readonly memories: readonly RankingMemory[];
}

/** The context of one measure's ranking. */
export function contextOf(
  run: Run,
  system: number,
  exchangedBeside: RankingContext['exchangedBeside'] = () => false,
): RankingContext {
  const { systems, evidence, priors } = run;
  const isTotal = run.isTotal[system] ?? [];
  const memory = run.memories[system] ?? newMemory();
  return { systems, system, evidence, isTotal, exchangedBeside, memory, priors };
}

/** Scores one measure's sets of corrections, the other measures taken as stated. */
export function rankAlone(
  run: Run,
  index: number,
  outcome: MeasureOutcome | null,
): readonly Scored[] {
  const system = run.systems[index];
  if (outcome === null || system === undefined) return [];
  const context = contextOf(run, index);
  return outcome.candidates.map((candidate) => {
    const proposals = candidate.figures.map((figure) => ({
      figure,
      meant: valueOf(system.figures[figure]) + (candidate.changes.get(figure) ?? 0n),
    }));
    const score = scoreProposals(context, proposals, null);
    return { candidate, proposals, places: placesOf(system, proposals), alone: score, score };
  });
}

function placesOf(system: DiagnosisSystem, proposals: readonly Proposal[]): string {
  return proposals
    .map(({ figure }) => {
      const place = system.figures[figure]?.place;
      return place === undefined ? '' : String(placeKey(place));
    })
    .sort()
    .join(' ');
}

/** Shares of plausibility, adding up to one. */
export function shares(scored: readonly Scored[]): readonly number[] {
  const best = Math.max(...scored.map(({ score }) => score.log));
  const weights = scored.map(({ score }) => Math.exp(score.log - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Ranks one measure's explanations again in the light of the other measures' explanations. */
export function rankTogether(
  run: Run,
  index: number,
  alone: readonly (readonly Scored[])[],
): readonly Scored[] {
  const { systems } = run;
  const own = alone[index] ?? [];
  const others = alone.flatMap((scored, other) =>
    other === index || scored.length === 0 ? [] : [{ other, scored, shares: shares(scored) }],
  );
  if (others.length === 0) return own;
  const byPlaces = others.map(({ other, scored, shares: weights }) => {
    const map = new Map<string, { scored: Scored; share: number }>();
    scored.forEach((entry, at) => {
      const share = weights[at] ?? 0;
      if ((map.get(entry.places)?.share ?? -1) < share)
        map.set(entry.places, { scored: entry, share });
    });
    return { other, map };
  });
  const context = contextOf(run, index, besideLookup(systems, index, alone));
  return own.map((entry) => {
    let bonus = 0;
    const corrected = new Map<string, Amount>();
    for (const { other, map } of byPlaces) {
      const same = map.get(entry.places);
      if (same === undefined) continue;
      bonus += Math.log(1 + SAME_PLACES * same.share);
      for (const { figure, meant } of same.scored.proposals)
        corrected.set(`${other}/${figure}`, meant);
    }
    const plain = entry.proposals.some(context.exchangedBeside)
      ? scoreProposals(context, entry.proposals, null)
      : entry.alone;
    if (corrected.size === 0) return { ...entry, score: plain };
    const read: Reading = (system, figure) =>
      corrected.get(`${system}/${figure}`) ?? valueOf(systems[system]?.figures[figure]);
    const joint = scoreProposals(context, entry.proposals, read);
    const score = joint.log > plain.log ? joint : plain;
    return { ...entry, score: { ...score, log: score.log + bonus } };
  });
}

/** Does another measure's explanation exchange a figure's value with the cell beside it? */
function besideLookup(
  systems: readonly DiagnosisSystem[],
  index: number,
  alone: readonly (readonly Scored[])[],
): RankingContext['exchangedBeside'] {
  const proposed = new Map<string, Set<Amount>>();
  alone.forEach((scored, system) => {
    if (system === index) return;
    for (const { proposals } of scored) {
      for (const { figure, meant } of proposals) {
        const place = systems[system]?.figures[figure]?.place;
        if (place === undefined) continue;
        const stated = valueOf(systems[system]?.figures[figure]);
        const name = `${place.table}/${place.line}/${place.column}/${stated}`;
        const values = proposed.get(name) ?? new Set<Amount>();
        values.add(meant);
        proposed.set(name, values);
      }
    }
  });
  return ({ figure, meant }) => {
    const own = systems[index]?.figures[figure];
    if (own === undefined) return false;
    const { table, line, column } = own.place;
    return [column - 1, column + 1].some(
      (beside) => proposed.get(`${table}/${line}/${beside}/${meant}`)?.has(valueOf(own)) === true,
    );
  };
}
