/** Which figures are wrong, and what should they be? The room's front door. */
import type { Amount } from '../amount';
import { learnEvidence, type Evidence, type Reading } from './evidence';
import { searchMeasure, type Candidate, type MeasureOutcome } from './measure';
import { nameSlip, scoreProposals, statedReading } from './rank';
import type { Proposal, RankingContext, Score } from './rank';
import { valueOf } from './system';
import type {
  Correction,
  CorrectionCaution,
  Diagnosis,
  DiagnosisLimits,
  DiagnosisSystem,
  Explanation,
} from './types';

export type * from './types';

/** Limits that keep a run far under 200 ms on a slow office machine. */
export const DIAGNOSIS_LIMITS: DiagnosisLimits = { steps: 400_000, explanations: 1000 };

/** Explanations at most this many times less plausible than the first tie with it. */
const TIE_FACTOR = Math.log(3);
/** How much more often than by chance the same places are wrong in another measure, too. */
const SAME_PLACES = 30;
const WHOLE = 10n ** 12n;

interface Scored {
  readonly candidate: Candidate;
  readonly proposals: readonly Proposal[];
  readonly score: Score;
}

/**
 * Diagnoses all measures of a pair of tables (or of one table, or of any other set of systems).
 *
 * Each system is solved on its own; then the systems' explanations are ranked together, as one
 * mistake often touches the same places in several measures.
 *
 * @returns one diagnosis per system in which equalities fail beyond unavoidable rounding, in order
 */
export function diagnose(
  systems: readonly DiagnosisSystem[],
  limits: DiagnosisLimits = DIAGNOSIS_LIMITS,
): readonly Diagnosis[] {
  const evidence = learnEvidence(systems);
  const share = Math.floor(limits.steps / Math.max(1, systems.length));
  const outcomes = systems.map((system, index) => {
    const context = contextOf(systems, index, evidence, totalsOf(system), () => false);
    const stated = statedReading(systems);
    const plausibility = (figure: number, meant: Amount): number =>
      nameSlip(context, { figure, meant }).log +
      evidence.logPlausibility(index, figure, meant, stated);
    return searchMeasure(system, { left: share }, limits.explanations, plausibility);
  });
  const alone = outcomes.map((outcome, index) => rankAlone(systems, index, evidence, outcome));
  return outcomes.flatMap((outcome, index) => {
    if (outcome === null) return [];
    return [conclude(systems, index, outcome, rankTogether(systems, index, evidence, alone))];
  });
}

function totalsOf(system: DiagnosisSystem): readonly boolean[] {
  const totals = new Set(system.equalities.map(({ total }) => total));
  return system.figures.map((_, index) => totals.has(index));
}

function contextOf(
  systems: readonly DiagnosisSystem[],
  system: number,
  evidence: Evidence,
  isTotal: readonly boolean[],
  exchangedBeside: RankingContext['exchangedBeside'],
): RankingContext {
  return { systems, system, evidence, isTotal, exchangedBeside };
}

function rankAlone(
  systems: readonly DiagnosisSystem[],
  index: number,
  evidence: Evidence,
  outcome: MeasureOutcome | null,
): readonly Scored[] {
  const system = systems[index];
  if (outcome === null || system === undefined) return [];
  const context = contextOf(systems, index, evidence, outcome.reduced.isTotal, () => false);
  const read = statedReading(systems);
  return outcome.candidates.map((candidate) => {
    const proposals = candidate.figures.map((figure) => ({
      figure,
      meant: valueOf(system.figures[figure]) + (candidate.changes.get(figure) ?? 0n),
    }));
    return { candidate, proposals, score: scoreProposals(context, proposals, read) };
  });
}

/** The places of a set of corrections, the same for the same cells of another measure. */
function placesOf(system: DiagnosisSystem | undefined, proposals: readonly Proposal[]): string {
  return proposals
    .map(({ figure }) => {
      const place = system?.figures[figure]?.place;
      return place === undefined ? '' : `${place.table}/${place.line}/${place.block}`;
    })
    .sort()
    .join(' ');
}

function shares(scored: readonly Scored[]): readonly number[] {
  const best = Math.max(...scored.map(({ score }) => score.log));
  const weights = scored.map(({ score }) => Math.exp(score.log - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Ranks one measure's explanations again in the light of the other measures' explanations. */
function rankTogether(
  systems: readonly DiagnosisSystem[],
  index: number,
  evidence: Evidence,
  alone: readonly (readonly Scored[])[],
): readonly Scored[] {
  const own = alone[index] ?? [];
  const others = alone.flatMap((scored, other) =>
    other === index || scored.length === 0 ? [] : [{ other, scored, shares: shares(scored) }],
  );
  if (others.length === 0) return own;
  const byPlaces = others.map(({ other, scored, shares: weights }) => {
    const map = new Map<string, { scored: Scored; share: number }>();
    scored.forEach((entry, at) => {
      const places = placesOf(systems[other], entry.proposals);
      const share = weights[at] ?? 0;
      if ((map.get(places)?.share ?? -1) < share) map.set(places, { scored: entry, share });
    });
    return { other, map };
  });
  const exchangedBeside = besideLookup(systems, index, alone);
  const isTotal = totalsOf(
    systems[index] ?? { measure: '', quantity: 'amount', figures: [], equalities: [] },
  );
  const context = contextOf(systems, index, evidence, isTotal, exchangedBeside);
  const stated = statedReading(systems);
  return own.map((entry) => {
    const places = placesOf(systems[index], entry.proposals);
    let bonus = 0;
    const corrected = new Map<string, Amount>();
    for (const { other, map } of byPlaces) {
      const same = map.get(places);
      if (same === undefined) continue;
      bonus += Math.log(1 + SAME_PLACES * same.share);
      for (const { figure, meant } of same.scored.proposals)
        corrected.set(`${other}/${figure}`, meant);
    }
    const plain = scoreProposals(context, entry.proposals, stated);
    if (corrected.size === 0) return { ...entry, score: plain };
    const read: Reading = (system, figure) =>
      corrected.get(`${system}/${figure}`) ?? stated(system, figure);
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

function conclude(
  systems: readonly DiagnosisSystem[],
  index: number,
  outcome: MeasureOutcome,
  ranked: readonly Scored[],
): Diagnosis {
  const system = systems[index];
  const withNoise = ranked.map((entry) => ({
    ...entry,
    score: { ...entry.score, log: entry.score.log + entry.candidate.logNoise },
  }));
  const weights = shares(withNoise);
  const rounded = (log: number): number => Math.round(log * 1e6) / 1e6;
  const explanations = withNoise
    .map((entry, at): Explanation => ({
      corrections: correctionsOf(system, entry),
      score: rounded(entry.score.log),
      probability: weights[at] ?? 0,
      explains: entry.candidate.explains,
    }))
    .sort((a, b) => b.score - a.score || compareFigures(a, b));
  const best = explanations[0];
  const tied = explanations.filter(({ score }) => score >= (best?.score ?? 0) - TIE_FACTOR).length;
  return {
    system: index,
    measure: system?.measure ?? '',
    failed: outcome.failed,
    explains: best?.explains ?? [],
    minimal: outcome.minimal,
    unique: explanations.length === 1 && !outcome.cut,
    cut: outcome.cut,
    tied,
    explanations,
  };
}

function compareFigures(a: Explanation, b: Explanation): number {
  for (let i = 0; i < Math.min(a.corrections.length, b.corrections.length); i += 1) {
    const difference = (a.corrections[i]?.figure ?? 0) - (b.corrections[i]?.figure ?? 0);
    if (difference !== 0) return difference;
  }
  return a.corrections.length - b.corrections.length;
}

function correctionsOf(
  system: DiagnosisSystem | undefined,
  { candidate, proposals, score }: Scored,
): readonly Correction[] {
  const make = (
    figure: number,
    pattern: Correction['pattern'],
    wrongFormula: boolean,
  ): Correction => {
    const stated = system?.figures[figure];
    const proposed = valueOf(stated) + (candidate.changes.get(figure) ?? 0n);
    const cautions: CorrectionCaution[] = [];
    if (proposed < 0n) cautions.push('negative');
    if (system?.quantity === 'count' && proposed % WHOLE !== 0n) cautions.push('fractional');
    return {
      figure,
      key: stated?.key ?? '',
      stated: stated?.value ?? null,
      proposed,
      pattern,
      wrongFormula,
      cautions,
      range: candidate.ranges.get(figure) ?? null,
    };
  };
  return [
    ...candidate.repairs.map((figure) =>
      make(
        figure,
        system?.figures[figure]?.kind === 'formula' ? 'staleTotal' : 'unexplained',
        true,
      ),
    ),
    ...proposals.map(({ figure }, at) => make(figure, score.patterns[at] ?? 'unexplained', false)),
  ];
}
