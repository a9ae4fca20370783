/** Which figures are wrong, and what should they be? The room's front door. */
import { absolute, type Amount } from '../amount';
import { learnEvidence } from './evidence';
import { searchMeasure, type MeasureOutcome } from './measure';
import { nameSlip, statedReading } from './rank';
import { residualOf, valueOf } from './system';
import { contextOf, rankAlone, rankTogether, shares, type Run, type Scored } from './together';
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
export const DIAGNOSIS_LIMITS: DiagnosisLimits = { steps: 240_000, explanations: 1000 };

/** Explanations at most this many times less plausible than the first tie with it. */
const TIE_FACTOR = Math.log(3);
const WHOLE = 10n ** 12n;

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
  const run: Run = { systems, evidence, isTotal: systems.map(totalsOf) };
  const failing = systems.filter((system) =>
    system.equalities.some((equality) => residualOf(system, equality) !== 0n),
  );
  const share = Math.floor(limits.steps / Math.max(1, failing.length));
  const stated = statedReading(systems);
  const searched = systems.map((system, index) => {
    const context = contextOf(run, index);
    const plausibility = (figure: number, meant: Amount): number =>
      nameSlip(context, { figure, meant }).log +
      evidence.logPlausibility(index, figure, meant, stated);
    return searchMeasure(system, { left: share }, limits.explanations, plausibility);
  });
  const outcomes = searched.map((outcome, index) =>
    outcome !== null && isRounding(systems, index, outcome) ? null : outcome,
  );
  const alone = outcomes.map((outcome, index) => rankAlone(run, index, outcome));
  // Twice: what one measure settles in the light of the others may settle them in turn.
  const together = alone.map((_, index) => rankTogether(run, index, alone));
  return outcomes.flatMap((outcome, index) => {
    if (outcome === null) return [];
    return [conclude(systems, index, outcome, rankTogether(run, index, together))];
  });
}

/**
 * Differences inside the rounding intervals that happen to point at a cell are taken for rounding
 * where the other measures show rounding, too, and fewer than three equalities point at it.
 */
function isRounding(
  systems: readonly DiagnosisSystem[],
  index: number,
  { pointed }: MeasureOutcome,
): boolean {
  if (pointed === null || pointed >= 3) return false;
  return systems.some(
    (system, other) =>
      other !== index &&
      system.equalities.some((equality) => {
        const residual = residualOf(system, equality);
        return residual !== 0n && absolute(residual) <= equality.tolerance;
      }),
  );
}

function totalsOf(system: DiagnosisSystem): readonly boolean[] {
  const totals = new Set(system.equalities.map(({ total }) => total));
  return system.figures.map((_, index) => totals.has(index));
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
